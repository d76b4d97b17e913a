import Geodesy
import Geometry
import Quantities

/// Tells whether a geodesic stays outside of a border, but for what corners and chords leave open.
struct LineOfSight {
  /// A geodesic that comes no deeper inside than this, in meters, counts as free.
  ///
  /// A border that is straight in degrees leaves the geodesics between its corners, no further
  /// apart than 500 m, by 5 mm at most.
  static let depth = 0.02

  private let border: PreparedBorder
  private var splitter: LegSplitter

  init(_ border: PreparedBorder) {
    self.border = border
    splitter = LegSplitter(border, grid: nil)
  }

  /// How much longer the way is that goes around where the geodesic cuts into the inside: nothing
  /// where it cuts deeper than ``depth``.
  ///
  /// - Parameters:
  ///   - start: Where the geodesic begins, on the ground, in degrees.
  ///   - startEdge: An edge of the border there, if it begins on the border.
  ///   - end: Where it ends.
  ///   - endEdge: An edge of the border there.
  /// - Returns: Meters; infinite where no short way around was found.
  /// - Throws: ``CrossingError`` where an extract's window is left.
  mutating func detour(
    from start: Point2, _ startEdge: Int?, to end: Point2, _ endEdge: Int?
  ) throws(CrossingError) -> Double? {
    let curve = LegCurve(from: start, to: end, of: border)
    try splitter.split(curve)
    var detour = 0.0
    for (index, location) in splitter.locations.enumerated() where location == .inside {
      let (low, high) = (splitter.bounds[index], splitter.bounds[index + 1])
      guard isShallow(curve, from: low, to: high, GeodesicEnds(start, end)) else { return nil }
      let entryEdge =
        index == 0
        ? splitter.atStart?.edge ?? startEdge
        : splitter.inner[index - 1].edge
      let exitEdge =
        index == splitter.inner.count
        ? splitter.atEnd?.edge ?? endEdge
        : splitter.inner[index].edge
      guard let entryEdge, let exitEdge else {
        detour = .infinity
        continue
      }
      let walk = border.walk(
        from: curve.place(at: low), entryEdge, to: curve.place(at: high), exitEdge)
      detour += max(0, walk - (high - low))
    }
    return detour
  }

  private struct GeodesicEnds {
    let start, end: Point2

    init(_ start: Point2, _ end: Point2) { (self.start, self.end) = (start, end) }
  }

  /// Whether a piece of a leg, all of it inside, is nowhere deeper than ``depth``.
  private func isShallow(
    _ curve: LegCurve, from low: Double, to high: Double, _ ends: GeodesicEnds
  ) -> Bool {
    // Both ends are on the border.
    if high - low <= 2 * Self.depth { return true }
    let middle = border.nearestPoint(to: curve.place(at: (low + high) / 2))
    guard let middle, middle.meters <= Self.depth else { return false }
    let leg = GeodesicLeg(
      from: GeodeticCoordinate(knownLatitude: ends.start.y, longitude: ends.start.x),
      to: GeodeticCoordinate(knownLatitude: ends.end.y, longitude: ends.end.x))
    let range = Length.meters(low)...min(leg.length, .meters(high))
    guard let deepest = border.furthest(on: leg, within: range) else { return false }
    return deepest.distance.meters <= Self.depth
  }
}

extension PreparedBorder {
  /// An upper bound of the way along the border between two points of it, in own coordinates, by
  /// the shorter side; infinite where that passes more than some vertices.
  fileprivate func walk(
    from start: Point2, _ startEdge: Int, to end: Point2, _ endEdge: Int
  ) -> Double {
    if startEdge == endEdge { return alongEdge(start, end) }
    return min(
      walkAhead(from: start, startEdge, to: end, endEdge),
      walkAhead(from: end, endEdge, to: start, startEdge))
  }

  private func walkAhead(
    from start: Point2, _ startEdge: Int, to end: Point2, _ endEdge: Int
  ) -> Double {
    var (point, edge, length) = (start, startEdge, 0.0)
    for _ in 0..<64 {
      let vertex = ends(ofEdge: edge).1
      length += alongEdge(point, vertex)
      (point, edge) = (vertex, edgeEnds[edge])
      if edge == endEdge { return length + alongEdge(point, end) }
    }
    return .infinity
  }

  /// An upper bound of the length of an edge between two of its points.
  ///
  /// An arc of curvature κ over a chord c is κ²c³/24 longer; an edge is curved by (1 + tan φ)/R.
  private func alongEdge(_ a: Point2, _ b: Point2) -> Double {
    let (from, to) = (ground(a), ground(b))
    let chord = Geodesic.wgs84.departure(
      latitude1: from.y, longitude1: from.x, latitude2: to.y, longitude2: to.x
    ).meters
    let curvature = 1.5 * bend / 6_335_439
    return chord * (1 + curvature * curvature * chord * chord / 24)
  }
}
