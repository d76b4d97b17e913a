/// For each coarse cell of a grid, the edges that meet it or come within a margin of it.
package struct CellLists: Sendable {
  let frame: GridFrame
  /// Where the edges of each cell begin in `edges`; the last number is the end of all.
  let starts: [UInt32]
  let edges: [UInt32]
  private let blocks: [EdgeBlock]

  /// How near an edge may come to a cell in whose list it is not, in coarse cells.
  ///
  /// A curve that stays within this of its chord meets no edge but those listed for the cells
  /// of the chord.
  private static let marginInCells = 1.0 / 64

  /// - Complexity: O(*n*) time and memory, for edges short against the whole.
  package init(_ polygon: MultiPolygon, _ ends: [Int]) {
    var bounds = Box.empty
    for vertex in polygon.vertices { bounds.formUnion(Box(vertex, vertex)) }
    // About three coarse cells an edge, most of which are met by none.
    var bits: UInt32 = 3
    while bits < 11, 1 << (2 * bits) < 2 * polygon.edgeCount { bits += 1 }
    while true {
      let frame = GridFrame(around: bounds, bits: bits)
      // Long edges meet many cells: a coarser grid keeps the lists short.
      if let lists = CellLists(polygon, ends, frame, limit: 16 * ends.count + 4096) {
        self = lists
        return
      }
      bits -= 1
      precondition(bits > 0, "a grid of four cells lists no edge more than four times")
    }
  }

  private init?(_ polygon: MultiPolygon, _ ends: [Int], _ frame: GridFrame, limit: Int) {
    let side = 1 << Int(frame.bits)
    var counts = [UInt32](repeating: 0, count: side * side + 1)
    var total = 0
    let places = polygon.vertices.map { vertex in
      let place = frame.inCells(vertex)
      return Point2(x: place.x / 64, y: place.y / 64)
    }
    for (edge, end) in ends.enumerated() {
      forEachCell(places[edge], places[end], margin: Self.marginInCells, side: side) {
        counts[$0 + 1] += 1
        total += 1
      }
      if total > limit, frame.bits > 2 { return nil }
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    var edges = [UInt32](repeating: 0, count: total)
    var next = counts
    for (edge, end) in ends.enumerated() {
      forEachCell(places[edge], places[end], margin: Self.marginInCells, side: side) {
        edges[Int(next[$0])] = UInt32(edge)
        next[$0] += 1
      }
    }
    (self.frame, starts, self.edges) = (frame, counts, edges)
    blocks = EdgeBlock.all(polygon.vertices, ends)
  }

  /// The margin in the plane's own unit: the smaller of both axes.
  package var margin: Double {
    64 * Self.marginInCells / max(frame.cellsPerUnit.x, frame.cellsPerUnit.y)
  }

  /// The box of all cells.
  package var reach: Box { frame.box }

  /// Calls `body` with the number of every edge that a curve from `a` to `b` may meet, if it stays
  /// within `reach` of the straight line; with some more than once, and with some others too.
  ///
  /// Blocks of edges beyond the reach are left out as a whole, and so are edges of which both ends
  /// lie beyond the reach on one side of the line. Most edges in a list begin where the last one
  /// ended.
  @inline(__always)
  func forEachEdge(
    near a: Point2, _ b: Point2, within reach: Double, of vertices: [Point2], _ ends: [Int],
    _ body: (Int) -> Void
  ) {
    let (from, to) = (frame.inCells(a), frame.inCells(b))
    let beyond = max(0, reach - margin) * max(frame.cellsPerUnit.x, frame.cellsPerUnit.y) / 64
    let strip = CurveStrip(a, b, reach: reach)
    vertices.withUnsafeBufferPointer { vertices in
      ends.withUnsafeBufferPointer { ends in
        edges.withUnsafeBufferPointer { edges in
          forEachRow(
            Point2(x: from.x / 64, y: from.y / 64), Point2(x: to.x / 64, y: to.y / 64),
            margin: beyond + 1e-6, side: 1 << Int(frame.bits)
          ) { cells in
            // The lists of neighbours in a row follow each other.
            let list = Int(starts[cells.lowerBound])..<Int(starts[cells.upperBound + 1])
            forEachEdge(UnsafeBufferPointer(rebasing: edges[list]), strip, vertices, ends, body)
          }
        }
      }
    }
  }

  /// Calls `body` with the edges of some cells that come near a strip.
  @inline(__always)
  private func forEachEdge(
    _ list: UnsafeBufferPointer<UInt32>, _ strip: CurveStrip,
    _ vertices: UnsafeBufferPointer<Point2>, _ ends: UnsafeBufferPointer<Int>,
    _ body: (Int) -> Void
  ) {
    var index = 0
    var (last, ofLast) = (-1, 0.0)
    while index < list.count {
      let block = list[index] >> EdgeBlock.shift
      let isBeside = strip.isBeside(blocks[Int(block)])
      while index < list.count, list[index] >> EdgeBlock.shift == block {
        defer { index += 1 }
        if isBeside { continue }
        let edge = Int(list[index])
        let ofStart = edge == last ? ofLast : strip.side(vertices[edge])
        last = ends[edge]
        ofLast = strip.side(vertices[last])
        if !strip.isBeside(ofStart, ofLast) { body(edge) }
      }
    }
  }

  /// Appends the numbers of the edges of which ``forEachEdge(near:_:within:of:_:_:)`` tells.
  package func appendEdges(
    near a: Point2, _ b: Point2, within reach: Double, of vertices: [Point2], _ ends: [Int],
    to found: inout [Int]
  ) {
    forEachEdge(near: a, b, within: reach, of: vertices, ends) { found.append($0) }
  }

  func edges(ofCell cell: Int) -> ArraySlice<UInt32> {
    edges[Int(starts[cell])..<Int(starts[cell + 1])]
  }
}

/// Calls `body` with the number of each cell, of `side` a row, that the segment from `a` to `b`
/// meets or passes within `margin`; places are in cells, and those beyond the grid are left out.
///
@inline(__always)
func forEachCell(
  _ a: Point2, _ b: Point2, margin: Double, side: Int, _ body: (Int) -> Void
) {
  forEachRow(a, b, margin: margin, side: side) { cells in for cell in cells { body(cell) } }
}

/// The same, with the first and the last of the cells in each row.
///
/// In each row the segment is cut to the row's height grown by the margin; rounding there is far
/// below the margin.
@inline(__always)
private func forEachRow(
  _ a: Point2, _ b: Point2, margin: Double, side: Int, _ body: (ClosedRange<Int>) -> Void
) {
  func cells(_ low: Double, _ high: Double) -> ClosedRange<Int>? {
    guard high + margin >= 0 else { return nil }
    // Cut off towards zero, which for what is not negative is down.
    let first = max(0, Int(low - margin))
    let last = min(side - 1, Int(high + margin))
    return first <= last ? first...last : nil
  }
  guard let rows = cells(min(a.y, b.y), max(a.y, b.y)) else { return }
  let (low, high) = a.y <= b.y ? (a, b) : (b, a)
  let perHeight = 1 / (high.y - low.y)
  // Of a level segment the share is infinite or no number, and either end will do.
  func x(at height: Double) -> Double {
    let share = (height - low.y) * perHeight
    return share < 1 ? low.x + (high.x - low.x) * share : high.x
  }
  for row in rows {
    // Of one row too: the segment may go on beyond the grid.
    let (bottom, top) = (Double(row) - margin, Double(row + 1) + margin)
    let from = low.y < bottom ? x(at: bottom) : low.x
    let to = high.y > top ? x(at: top) : high.x
    guard let columns = cells(min(from, to), max(from, to)) else { continue }
    body(row * side + columns.lowerBound...row * side + columns.upperBound)
  }
}
