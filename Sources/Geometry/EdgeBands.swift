/// The edges of a ``MultiPolygon`` by the horizontal band that they touch.
///
/// Answers as ``MultiPolygon/location(of:)`` does, and asks only the edges at the height of the
/// point; the tests hold the two against each other.
public struct EdgeBands: Sendable {
  /// Where the edges of each band begin in `edges`; the last number is the end of all.
  private let bandStarts: [Int32]
  /// Both ends of each edge, band after band; an edge stands in every band that it touches.
  private let edges: [(start: Point2, end: Point2)]
  private let bottom: Double
  private let top: Double
  private let bandsPerUnit: Double

  /// - Complexity: O(*n*) time and memory, for edges short against the whole.
  public init(_ polygon: MultiPolygon) {
    let heights = polygon.vertices.map(\.y)
    let (bottom, top) = (heights.min() ?? 0, heights.max() ?? 0)
    let ends = polygon.edgeEnds()
    let bandCount = max(1, min(4096, ends.count / 4))
    let density = Double(bandCount) / (top - bottom)
    let bandsPerUnit = density.isFinite ? density : 0
    // Of heights that differ by more than a double can hold, all are in the one band.
    func band(_ y: Double) -> Int {
      bandsPerUnit > 0 ? min(bandCount - 1, Int((y - bottom) * bandsPerUnit)) : 0
    }

    var counts = [Int32](repeating: 0, count: bandCount + 1)
    for (start, end) in ends.enumerated() {
      let (a, b) = (band(heights[start]), band(heights[end]))
      for index in min(a, b)...max(a, b) { counts[index + 1] += 1 }
    }
    for index in 1...bandCount { counts[index] += counts[index - 1] }
    let nowhere = Point2(x: 0, y: 0)
    var edges = [(start: Point2, end: Point2)](
      repeating: (nowhere, nowhere), count: Int(counts[bandCount]))
    var next = counts
    for (start, end) in ends.enumerated() {
      let (a, b) = (band(heights[start]), band(heights[end]))
      for index in min(a, b)...max(a, b) {
        edges[Int(next[index])] = (polygon.vertices[start], polygon.vertices[end])
        next[index] += 1
      }
    }
    self.edges = edges
    (bandStarts, self.bottom, self.top) = (counts, bottom, top)
    self.bandsPerUnit = bandsPerUnit
  }

  /// Where `point` lies: the answer of ``MultiPolygon/location(of:)``.
  ///
  /// - Complexity: O(*k*) in the number of edges at the height of `point`.
  public func location(of point: Point2) -> Location {
    guard point.y >= bottom, point.y <= top, point.x.isFinite else { return .outside }
    let band =
      bandsPerUnit > 0 ? min(bandStarts.count - 2, Int((point.y - bottom) * bandsPerUnit)) : 0
    var isInside = false
    for index in Int(bandStarts[band])..<Int(bandStarts[band + 1]) {
      switch rayMeeting(from: point, edge: edges[index].start, edges[index].end) {
      case .touching: return .onBorder
      case .crossed: isInside.toggle()
      case .none: break
      }
    }
    return isInside ? .inside : .outside
  }
}
