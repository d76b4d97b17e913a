import Flights
import Quantities
import Testing

@Suite struct `The standard atmosphere` {
  /// Rows of the tables of NOAA-S/T 76-1562, by geopotential altitude.
  @Test(arguments: [
    (-1000.0, 294.65, 113_929, 1.3470, 344.11), (0, 288.15, 101_325, 1.2250, 340.29),
    (5000, 255.65, 54_020, 0.73612, 320.53), (11_000, 216.65, 22_632, 0.36392, 295.07),
    (20_000, 216.65, 5474.9, 0.088035, 295.07), (32_000, 228.65, 868.02, 0.013225, 303.13),
    (47_000, 270.65, 110.91, 0.0014275, 329.80), (71_000, 214.65, 3.9564, 0.000_064211, 293.70),
  ])
  func `has the values of its tables`(
    meters: Double, kelvins: Double, pascals: Double, density: Double, sound: Double
  ) throws {
    let air = try #require(StandardAtmosphere(altitude: .meters(meters)))
    #expect(abs(air.temperature.kelvins - kelvins) < 0.005)
    #expect(abs(air.pressure.pascals / pascals - 1) < 5e-5)
    #expect(abs(air.density.kilogramsPerCubicMeter / density - 1) < 5e-5)
    #expect(abs(air.speedOfSound.metersPerSecond / sound - 1) < 5e-5)
  }

  @Test(arguments: [11.0, 20, 32, 47, 51, 71])
  func `goes on without a step where layers meet`(kilometers: Double) throws {
    let below = try #require(StandardAtmosphere(altitude: .kilometers(kilometers.nextDown)))
    let above = try #require(StandardAtmosphere(altitude: .kilometers(kilometers)))
    #expect(abs(below.temperature.kelvins - above.temperature.kelvins) < 1e-9)
    #expect(abs(below.pressure / above.pressure - 1) < 1e-12)
  }

  @Test func `knows nothing below −5 km and above its layers`() {
    #expect(StandardAtmosphere(altitude: .kilometers(-5.001)) == nil)
    #expect(StandardAtmosphere(altitude: .kilometers(-5)) != nil)
    #expect(StandardAtmosphere(altitude: .kilometers(84.852)) != nil)
    #expect(StandardAtmosphere(altitude: .kilometers(84.853)) == nil)
    #expect(StandardAtmosphere(altitude: .meters(.nan)) == nil)
  }

  /// The tables list z = 11 019 m beside H = 11 000 m, and 71 802 m beside 71 000 m.
  @Test(arguments: [(11_019.0, 11_000.0), (71_802, 71_000)])
  func `lies a little lower in geopotential than in height`(height: Double, altitude: Double) {
    let found = StandardAtmosphere.geopotentialAltitude(ofHeight: .meters(height))
    #expect(abs(found.meters - altitude) < 0.5)
  }
}
