public import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a leg cannot be held against a border.
public enum CrossingError: Error, Hashable {
  /// At this place the leg leaves the window that an extract was cut to, and comes to where the
  /// whole may have border.
  case leavesWindow(at: GeodeticCoordinate)
}

extension CrossingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .leavesWindow(let place):
      // A meter is near enough to find the place.
      "the path leaves the window of the border data at "
        + "\((place.latitude.degrees * 1e5).rounded() / 1e5)° N "
        + "\((place.longitude.degrees * 1e5).rounded() / 1e5)° E"
    }
  }
}

extension PreparedBorder {
  /// Where `leg`, a geodesic, meets the border, and on which side each piece of it lies.
  ///
  /// No crossing is stepped over: on each stretch of at most 4 km the leg stays within a stated
  /// band around its chord in longitude and latitude; every edge that meets the band is tried,
  /// and each contact is a bracketed root on the geodesic itself. Which side a piece lies on is
  /// decided by the exact location of its middle.
  ///
  /// - Returns: At least one piece. A leg of no length has one, on the side of its place.
  /// - Throws: ``CrossingError`` where an extract's window is left.
  /// - Accuracy: Contacts lie within 0.1 µm of the exact ones along the leg where leg and edge
  ///   meet at 1° or more; the error grows as the inverse sine of the angle below. A leg that
  ///   passes a vertex within 0.1 µm touches it. Contacts closer together than 1 µm count as one.
  /// - Complexity: O(log *n* + *k*) location queries and roots a stretch, for *k* edges near it.
  public func crossings(of leg: GeodesicLeg) throws(CrossingError) -> LegCrossings {
    var split = LegSplitter(self, grid: nil)
    try split.split(LegCurve(leg, of: self))
    func contact(_ found: ContactFinder.Contact) -> LegCrossings.Contact {
      let position = leg.position(meters: found.meters)
      let (a, b) = ends(ofEdge: found.edge)
      return LegCrossings.Contact(
        at: .meters(found.meters),
        place: GeodeticCoordinate(knownLatitude: position.latitude, longitude: position.longitude),
        angle: crossingAngle(azimuth: position.azimuth, at: position.latitude, edge: a, b))
    }
    let locations = split.locations
    return LegCrossings(
      pieces: locations.indices.map { index in
        LegCrossings.Piece(
          location: locations[index], start: .meters(split.bounds[index]),
          end: .meters(split.bounds[index + 1]))
      }, contacts: split.inner.map(contact), atStart: split.atStart.map(contact),
      atEnd: split.atEnd.map(contact))
  }

  /// The angle between a leg and an edge, 0°…90°.
  private func crossingAngle(
    azimuth: Double, at latitude: Double, edge a: Point2, _ b: Point2
  ) -> Angle {
    let φ = Angle.degrees(latitude)
    let north = (b.y - a.y) * Ellipsoid.wgs84.meridianRadius(at: φ).meters
    let east = (b.x - a.x) * Ellipsoid.wgs84.primeVerticalRadius(at: φ).meters * cos(φ.radians)
    let edgeAzimuth = atan2(east, north) * (180 / .pi)
    let turn = abs((azimuth - edgeAzimuth).remainder(dividingBy: 180))
    return .degrees(turn)
  }
}
