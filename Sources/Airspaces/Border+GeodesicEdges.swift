import Geodesy
import Geometry
import Quantities

extension MultiPolygon {
  /// The largest distance between a geodesic edge and the chords that stand for it, in meters.
  static let chordTolerance = 0.0005

  /// The same polygons, as closed lists of positions, with vertices added so that no point of a
  /// geodesic edge is further than ``chordTolerance`` from the chord in longitude and latitude.
  ///
  /// The arc and the chord are furthest apart near the middle, to second order in the length;
  /// half the tolerance is asked there.
  func withGeodesicEdges() -> [[[Point2]]] {
    withVerticesAdded { start, end, positions in appendMiddles(start, end, to: &positions) }
  }

  private func appendMiddles(_ start: Point2, _ end: Point2, to positions: inout [Point2]) {
    guard start.x != end.x, abs(start.x - end.x) < 180 else { return }
    let line = GeodesicLine(
      latitude1: start.y, longitude1: start.x, latitude2: end.y, longitude2: end.x)
    let middle = line.position(meters: (line.length ?? .zero).meters / 2)
    // Where the chord has the longitude of the arc's middle.
    let chordLatitude =
      start.y + (end.y - start.y) * ((middle.longitude - start.x) / (end.x - start.x))
    let gap = abs(middle.latitude - chordLatitude) * 111_700
    guard gap > Self.chordTolerance / 2 else { return }
    let vertex = Point2(x: middle.longitude, y: middle.latitude)
    appendMiddles(start, vertex, to: &positions)
    positions.append(vertex)
    appendMiddles(vertex, end, to: &positions)
  }
}
