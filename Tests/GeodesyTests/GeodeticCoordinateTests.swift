import Geodesy
import Quantities
import Testing

@Suite struct GeodeticCoordinateTests {
  @Test(arguments: [(181.0, -179.0), (180, -180), (-540, -180), (359.5, -0.5), (-180, -180)])
  func `a longitude is wrapped into the half-open turn from -180`(given: Double, kept: Double)
    throws
  {
    let place = try GeodeticCoordinate(latitude: .zero, longitude: .degrees(given))
    #expect(place.longitude.degrees == kept)
  }

  @Test(arguments: [90.5, -90.000_000_000_000_02, 361])
  func `a latitude beyond the pole is refused and named`(latitude: Double) {
    #expect(throws: CoordinateError.latitudeOutOfRange(.degrees(latitude))) {
      try GeodeticCoordinate(latitude: .degrees(latitude), longitude: .zero)
    }
  }

  @Test(arguments: [90.0, -90])
  func `a pole is a place`(latitude: Double) throws {
    let pole = try GeodeticCoordinate(latitude: .degrees(latitude), longitude: .degrees(17))
    #expect(pole.latitude.degrees == latitude)
    #expect(pole.longitude.degrees == 17)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `what is not a finite number is refused`(bad: Double) {
    #expect(throws: CoordinateError.notFinite) {
      try GeodeticCoordinate(latitude: .degrees(bad), longitude: .zero)
    }
    #expect(throws: CoordinateError.notFinite) {
      try GeodeticCoordinate(latitude: .zero, longitude: .degrees(bad))
    }
    #expect(throws: CoordinateError.notFinite) {
      try GeodeticCoordinate(latitude: .zero, longitude: .zero, height: .meters(bad))
    }
  }

  @Test func `a refused latitude is answered with advice`() {
    let error = CoordinateError.latitudeOutOfRange(.degrees(121.5))
    #expect(
      "\(error)"
        == "latitude 121.5° is outside −90°…90° (are latitude and longitude swapped?)")
  }
}
