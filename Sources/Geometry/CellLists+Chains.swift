/// A chain of points in flat arrays, as a hot loop wants it.
package struct PointChain {
  package let xs: UnsafeBufferPointer<Double>
  package let ys: UnsafeBufferPointer<Double>
  /// What is taken off every point.
  private let offset: Point2

  /// - Precondition: Both have as many numbers, all finite.
  package init(
    xs: UnsafeBufferPointer<Double>, ys: UnsafeBufferPointer<Double>, offset: Point2
  ) {
    precondition(xs.count == ys.count)
    (self.xs, self.ys, self.offset) = (xs, ys, offset)
  }

  @inline(__always)
  package subscript(index: Int) -> Point2 {
    Point2(x: xs[index] - offset.x, y: ys[index] - offset.y)
  }
}

/// What is known of the curves that join the points of a chain.
package struct ChainLimits {
  /// Curves with both ends in this box are asked about, others never left out.
  package let known: Box
  /// A curve with smaller changes of x and of y stays within the margin of the lists.
  package let span: Double

  package init(known: Box, span: Double) { (self.known, self.span) = (known, span) }
}

extension CellLists {
  /// The first of the curves between neighbours in a chain that may meet an edge.
  ///
  /// A curve that changes x and y by less than the span strays from the straight line between its
  /// ends by at most the margin, and by less with the square of its length. It is left out if no
  /// edge is listed for the cells between its ends, or if every edge listed is plainly beside it.
  ///
  /// - Parameters:
  ///   - chain: The points.
  ///   - range: The numbers of the curves to ask about; each begins at the point of its number.
  ///   - limits: What is known of the curves.
  ///   - vertices: The ends of the edges.
  ///   - ends: The number of the vertex at which each edge ends.
  /// - Returns: The curve's number, or the end of `range`.
  package func firstNearEdge(
    in chain: PointChain, _ range: Range<Int>, _ limits: ChainLimits, _ vertices: [Point2],
    _ ends: [Int]
  ) -> Int {
    guard let first = range.first else { return range.upperBound }
    let perSpan² = 1 / (2 * limits.span * limits.span)
    return starts.withUnsafeBufferPointer { starts in
      var start = chain[first]
      var from = frame.coarseCell(of: start)
      var isKnown = limits.known.contains(start)
      for index in range {
        let end = chain[index + 1]
        let to = frame.coarseCell(of: end)
        let (dx, dy) = (abs(end.x - start.x), abs(end.y - start.y))
        let endsKnown = limits.known.contains(end)
        guard isKnown, endsKnown, dx < limits.span, dy < limits.span else { return index }
        if !isEmpty(from, to, starts) {
          let band = margin * ((dx * dx + dy * dy) * perSpan²) + 1e-13
          if mayMeetEdge(start, end, within: band, vertices, ends) { return index }
        }
        (start, from, isKnown) = (end, to, endsKnown)
      }
      return range.upperBound
    }
  }

  /// Whether no edge is listed for any cell of the box of two.
  @inline(__always)
  private func isEmpty(
    _ from: (x: UInt32, y: UInt32), _ to: (x: UInt32, y: UInt32),
    _ starts: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    let (left, right) = (min(from.x, to.x), max(from.x, to.x))
    for row in min(from.y, to.y)...max(from.y, to.y) {
      let first = Int(row &<< frame.bits)
      if starts[first + Int(left)] != starts[first + Int(right) + 1] { return false }
    }
    return true
  }

  private func mayMeetEdge(
    _ start: Point2, _ end: Point2, within band: Double, _ vertices: [Point2], _ ends: [Int]
  ) -> Bool {
    var mayMeet = false
    forEachEdge(near: start, end, within: band, of: vertices, ends) { edge in
      let line = (vertices[edge], vertices[ends[edge]])
      if isNearLine(line.0, line.1, from: start, to: end, within: band) { mayMeet = true }
    }
    return mayMeet
  }
}

/// Whether a curve from `start` to `end` that stays within `band` of the straight line may meet
/// the line through `a` and `b`.
///
/// It cannot where both its ends lie beyond the band on one side.
@inlinable
@inline(__always)
package func isNearLine(
  _ a: Point2, _ b: Point2, from start: Point2, to end: Point2, within band: Double
) -> Bool {
  let (vx, vy) = (b.x - a.x, b.y - a.y)
  let ofStart = vx * (start.y - a.y) - vy * (start.x - a.x)
  let ofEnd = vx * (end.y - a.y) - vy * (end.x - a.x)
  // |v| ≤ |vx| + |vy|; twice the band covers rounding too.
  let breadth = 2 * band * (abs(vx) + abs(vy))
  return min(abs(ofStart), abs(ofEnd)) <= breadth || (ofStart > 0) != (ofEnd > 0)
}
