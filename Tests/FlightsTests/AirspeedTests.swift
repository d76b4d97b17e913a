import Flights
import Quantities
import Testing

@Suite struct `An airspeed` {
  /// NACA Report 1135: the pressure before a pitot tube over that of the air, tables I and II.
  @Test(arguments: [(0.5, 1.1862), (1, 1.8929), (1.5, 3.4133), (2, 5.6404), (3, 12.061)])
  func `has the impact pressure of the tables`(mach: Double, ratio: Double) {
    let air = StandardAtmosphere.seaLevel
    let impact = Airspeed(mach: mach, in: air).impactPressure
    #expect(abs((impact / air.pressure + 1) / ratio - 1) < 5e-5)
  }

  /// By hand: at 11 km p = 22 632.06 Pa and (1 + 0.8²/5)^3.5 − 1 = 0.524340, so qc = 11 866.9 Pa;
  /// over 101 325 Pa this is 0.117117; √(5(1.117117^(2/7) − 1)) = 0.400931; times 340.294 m/s is
  /// 136.434 m/s.
  @Test func `of Mach 0.8 at 11 km is 136.4 m per s calibrated`() throws {
    let air = try #require(StandardAtmosphere(altitude: .kilometers(11)))
    let airspeed = Airspeed(mach: 0.8, in: air)
    #expect(abs(airspeed.calibrated.metersPerSecond - 136.434) < 0.002)
    #expect(abs(airspeed.trueAirspeed.metersPerSecond - 0.8 * 295.0695) < 0.001)
    // √σ = √(0.363918/1.225) = 0.545047.
    #expect(abs(airspeed.equivalent.metersPerSecond - 0.545047 * 236.0556) < 0.001)
  }

  @Test(arguments: [50.0, 250, 340, 400, 700])
  func `is the same in every way at sea level`(metersPerSecond: Double) {
    let airspeed = Airspeed(true: .metersPerSecond(metersPerSecond), in: .seaLevel)
    #expect(abs(airspeed.calibrated.metersPerSecond / metersPerSecond - 1) < 1e-11)
    #expect(abs(airspeed.equivalent.metersPerSecond / metersPerSecond - 1) < 1e-15)
  }

  /// Where air is hardly compressed, what is felt is the dynamic pressure.
  @Test func `is calibrated as it is equivalent when slow`() throws {
    let air = try #require(StandardAtmosphere(altitude: .kilometers(6)))
    let slow = Airspeed(true: .metersPerSecond(10), in: air)
    #expect(abs(slow.calibrated / slow.equivalent - 1) < 1e-4)
  }

  @Test(arguments: [0.0, 0.3, 0.9, 0.999_999, 1, 1.000_001, 1.2, 2.5, 6], [0.0, 5.8, 12, 25])
  func `comes back from every way of telling it`(mach: Double, kilometers: Double) throws {
    let air = try #require(StandardAtmosphere(altitude: .kilometers(kilometers)))
    let airspeed = Airspeed(mach: mach, in: air)
    #expect(abs(Airspeed(calibrated: airspeed.calibrated, in: air).mach - mach) < 1e-9)
    #expect(abs(Airspeed(equivalent: airspeed.equivalent, in: air).mach - mach) < 1e-14)
    #expect(abs(Airspeed(true: airspeed.trueAirspeed, in: air).mach - mach) < 1e-14)
  }

  @Test func `rises with its calibrated form, through the speed of sound as well`() throws {
    let air = try #require(StandardAtmosphere(altitude: .kilometers(9)))
    let speeds = stride(from: 300.0, through: 400, by: 0.5).map {
      Airspeed(calibrated: .metersPerSecond($0), in: air).trueAirspeed
    }
    #expect(zip(speeds, speeds.dropFirst()).allSatisfy { $0 < $1 })
  }
}
