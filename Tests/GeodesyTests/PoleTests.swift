import Geodesy
import Quantities
import Testing

@Suite struct PoleTests {
  /// The quarter of a meridian, in meters.
  ///
  /// Source: the integral (7) of Karney (2013) from 0 to 90° with 34 digits.
  static let quarter = 10_001_965.729_312_723

  @Test(arguments: [90.0, -90], [-180.0, -77.7, 0, 12, 180])
  func `is a quarter meridian from the equator, whatever its longitude`(
    latitude: Double, longitude: Double
  ) {
    let line = Geodesic.wgs84.inverse(
      latitude1: 0, longitude1: 33, latitude2: latitude, longitude2: longitude)
    #expect(abs(line.meters - Self.quarter) <= 4e-9)
    #expect(line.azimuth1 == (latitude > 0 ? 0 : 180))
  }

  @Test(arguments: [90.0, -90])
  func `has two coordinates 0 m apart`(latitude: Double) {
    let line = Geodesic.wgs84.inverse(
      latitude1: latitude, longitude1: 17, latitude2: latitude, longitude2: -120)
    #expect(line.meters == 0)
  }

  @Test(arguments: [-170.0, -36.1, 0, 5, 179])
  func `sends a line along the meridian its azimuth names`(azimuth: Double) {
    let stated = 20.0
    let south = Geodesic.wgs84.direct(
      latitude: 90, longitude: stated, azimuth: azimuth, meters: 1e6)
    #expect(turn(south.longitude, stated + 180 - azimuth) < 1e-13)
    #expect(abs(abs(south.azimuth) - 180) < 1e-13)
    let north = Geodesic.wgs84.direct(
      latitude: -90, longitude: stated, azimuth: azimuth, meters: 1e6)
    #expect(turn(north.longitude, stated + azimuth) < 1e-13)
    #expect(abs(north.azimuth) < 1e-13)
  }

  @Test(arguments: [-100.0, -1, 0, 45, 170])
  func `gives the azimuth that leads to the other place`(longitude: Double) throws {
    let pole = try GeodeticCoordinate(latitude: .degrees(90), longitude: .degrees(25))
    let place = try GeodeticCoordinate(latitude: .degrees(70), longitude: .degrees(longitude))
    let arc = Geodesic.wgs84.inverse(from: pole, to: place)
    let back = Geodesic.wgs84.direct(
      from: pole, azimuth: arc.initialAzimuth, distance: arc.distance)
    #expect(turn(back.place.longitude.degrees, longitude) < 1e-13)
    #expect(abs(back.place.latitude.degrees - 70) < 1e-13)
    #expect(GeodesicLine(from: pole, to: place).place(at: .zero) == pole)
  }

  @Test func `is passed by a meridian, which then has the opposite longitude`() {
    let line = GeodesicLine(latitude: 80, longitude: 30, azimuth: 0)
    #expect(line.position(meters: 1e6).longitude == 30)
    let beyond = line.position(meters: 2e6)
    #expect(beyond.longitude == -150)
    #expect(beyond.azimuth == 180)
    let over = Geodesic.wgs84.inverse(
      latitude1: 80, longitude1: 30, latitude2: beyond.latitude, longitude2: -150)
    #expect(abs(over.meters - 2e6) <= 3e-9)
    #expect(over.azimuth1 == 0 && over.azimuth2 == 180)
  }

  @Test(arguments: [1e-14, 1e-11, 1e-8, 1e-4])
  func `is approached without a break`(distance: Double) {
    let close = Geodesic.wgs84.inverse(
      latitude1: 90 - distance, longitude1: 0, latitude2: 90 - distance, longitude2: 90)
    // 90 − distance rounds; what is left is what counts.
    let radius = (90 - (90 - distance)) * .pi / 180 * 6_399_593.625_758_49
    #expect(abs(close.meters - radius * 2.0.squareRoot()) <= 1e-9 * (1 + close.meters))
    let line = GeodesicLine(latitude: 90 - distance, longitude: 0, azimuth: 0)
    #expect(line.position(meters: 10).latitude <= 90)
    #expect(line.position(meters: radius).latitude <= 90)
  }

  @Test func `lies on the line between antipodal places, the nearer one`() {
    let north = Geodesic.wgs84.inverse(
      latitude1: 40, longitude1: 0, latitude2: -40, longitude2: 180)
    #expect(abs(north.meters - 2 * Self.quarter) <= 8e-9)
    #expect(north.azimuth1 == 0 && north.azimuth2 == 180)
    let poles = Geodesic.wgs84.inverse(
      latitude1: 90, longitude1: 0, latitude2: -90, longitude2: 0)
    #expect(abs(poles.meters - 2 * Self.quarter) <= 8e-9)
  }
}
