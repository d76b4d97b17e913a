public import Quantities

/// The shortest line from one place to another, as a piece of a path: it has two ends and a length.
public struct GeodesicLeg: Sendable {
  public let start: GeodeticCoordinate
  public let end: GeodeticCoordinate

  /// The line through both places, beginning at the start.
  public let line: GeodesicLine

  /// The geodesic distance from start to end; zero where they are one place.
  public let length: Length

  /// The leg from `start` to `end`; heights are not looked at.
  public init(from start: GeodeticCoordinate, to end: GeodeticCoordinate) {
    (self.start, self.end) = (start, end)
    line = GeodesicLine(from: start, to: end)
    length = line.length ?? .zero
  }

  /// The place `distance` from the start.
  public func place(at distance: Length) -> GeodeticCoordinate { line.place(at: distance) }

  /// The direction of the leg `distance` from its start, clockwise from true north.
  public func azimuth(at distance: Length) -> Angle { line.azimuth(at: distance) }

  /// ``place(at:)`` and ``azimuth(at:)`` in bare meters and degrees, for loops.
  package func position(
    meters: Double
  ) -> (latitude: Double, longitude: Double, azimuth: Double) {
    line.position(meters: meters)
  }
}

extension GeodeticCoordinate {
  /// The place of the same latitude on another meridian, on the ellipsoid.
  public func moved(toLongitude longitude: Angle) -> GeodeticCoordinate {
    GeodeticCoordinate(
      knownLatitude: latitude.degrees, longitude: longitude.wrappedToHalfTurn.degrees)
  }
}
