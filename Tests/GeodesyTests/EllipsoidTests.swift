import Geodesy
import Quantities
import Testing

@Suite struct EllipsoidTests {
  /// Source: NIMA TR8350.2, third edition (2000), tables 3.1 and 3.3, as printed there.
  @Test func `the derived constants of WGS 84 are the published ones`() {
    let earth = Ellipsoid.wgs84
    #expect(abs(earth.polarRadius.meters - 6_356_752.3142) < 1e-4)
    #expect(abs(earth.eccentricitySquared - 6.694_379_990_14e-3) < 1e-14)
    #expect(abs(earth.secondEccentricitySquared - 6.739_496_742_28e-3) < 1e-14)
  }

  @Test(arguments: [0, 1 / 298.257_223_563, 0.01])
  func `the third flattening is the difference of the radii by their sum`(flattening: Double) {
    let body = Ellipsoid(equatorialRadius: .meters(6_378_137), flattening: flattening)
    let (a, b) = (body.equatorialRadius, body.polarRadius)
    #expect(abs(body.thirdFlattening - (a - b) / (a + b)) < 1e-16)
  }

  @Test func `both radii of curvature are a²⁄b at the poles`() {
    let earth = Ellipsoid.wgs84
    let polar = earth.equatorialRadius * (earth.equatorialRadius / earth.polarRadius)
    for latitude in [-90.0, 90] {
      #expect((earth.meridianRadius(at: .degrees(latitude)) - polar).absolute < .meters(1e-8))
      #expect((earth.primeVerticalRadius(at: .degrees(latitude)) - polar).absolute < .meters(1e-8))
    }
  }

  @Test func `at the equator the radii of curvature are b²⁄a and a`() {
    let earth = Ellipsoid.wgs84
    let ratio = earth.polarRadius / earth.equatorialRadius
    let meridian = earth.polarRadius * ratio
    #expect((earth.meridianRadius(at: .zero) - meridian).absolute < .meters(1e-8))
    #expect(earth.primeVerticalRadius(at: .zero) == earth.equatorialRadius)
  }

  @Test(arguments: [-77.5, -36.05, 0, 12, 45, 89.9])
  func `a short line along the meridian has the meridian's curvature`(latitude: Double) throws {
    let δ = 1e-3
    let line = Geodesic.wgs84.inverse(
      from: try GeodeticCoordinate(latitude: .degrees(latitude - δ), longitude: .zero),
      to: try GeodeticCoordinate(latitude: .degrees(latitude + δ), longitude: .zero))
    let radius = Ellipsoid.wgs84.meridianRadius(at: .degrees(latitude))
    #expect(abs(line.distance / (radius * (2 * δ * .pi / 180)) - 1) < 1e-9)
  }
}
