import Quantities

extension GeodeticCoordinate {
  /// A place on the ellipsoid that was computed here, and so is known to be one.
  ///
  /// - Parameters:
  ///   - latitude: In −90…90 degrees.
  ///   - longitude: In −180…180 degrees.
  package init(knownLatitude latitude: Double, longitude: Double) {
    assert(abs(latitude) <= 90 && abs(longitude) <= 180)
    self.latitude = .degrees(latitude)
    self.longitude = .degrees(longitude == 180 ? -180 : longitude)
    height = .zero
  }
}
