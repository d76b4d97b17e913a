public import Quantities

extension Geodesic {
  /// Where one arrives from a place, in a direction, after a distance.
  ///
  /// For many distances along one line prepare a ``GeodesicLine``: this makes one for one
  /// question.
  ///
  /// - Parameters:
  ///   - start: The place; its height is not looked at.
  ///   - azimuth: Clockwise from north; at a pole, against the meridian of `start.longitude`.
  ///   - distance: Along the line; negative goes backwards.
  /// - Returns: The place, at height zero, and the direction of travel there, in −180°…180°.
  /// - Precondition: `azimuth` and `distance` are finite.
  /// - Accuracy: As ``Geodesic`` says, for distances up to half way round the Earth.
  public func direct(
    from start: GeodeticCoordinate, azimuth: Angle, distance: Length
  ) -> (place: GeodeticCoordinate, azimuth: Angle) {
    GeodesicLine(from: start, azimuth: azimuth, on: self).placeAndAzimuth(at: distance)
  }

  /// The same, in bare degrees and meters.
  ///
  /// - Precondition: The latitude is within ±90, all numbers are finite.
  package func direct(
    latitude: Double, longitude: Double, azimuth: Double, meters: Double
  ) -> (latitude: Double, longitude: Double, azimuth: Double) {
    GeodesicLine(latitude: latitude, longitude: longitude, azimuth: azimuth, on: self)
      .position(meters: meters)
  }
}
