import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// Along the equator, each fix by its second, its distance from 20° E in meters, and its altitude.
private func equatorial(
  _ fixes: [(Double, Double, Double?)], _ reference: Altitude.Reference = .pressure
) throws -> Track {
  try Track(
    fixes.map { second, meters, altitude in
      Fix(
        time: World.time(second), place: try World.place(20 + meters / World.degree),
        altitude: altitude.map { Altitude(.meters($0), reference) })
    })
}

@Suite struct `The flyability of a track` {
  private func finding(
    _ track: Track, _ limit: FlightEnvelope.Limit, _ envelope: FlightEnvelope,
    wind: Wind = .calm
  ) throws -> Flyability.Finding {
    let findings = track.flyability(within: envelope, wind: wind).findings
    return try #require(findings.first { $0.limit == limit })
  }

  /// As computed by hand in the tests of airspeeds: Mach 0.8 at 11 km is 236.0556 m/s, which are
  /// 136.434 m/s calibrated.
  @Test func `has the margins of calibrated airspeed and Mach number at its altitude`() throws {
    let track = try equatorial([(0, 0, 11_000), (100, 23_605.56, 11_000)])
    let envelope = try FlightEnvelope(
      lowestCalibratedAirspeed: .metersPerSecond(130),
      highestCalibratedAirspeed: .metersPerSecond(140), lowestMach: 0.5, highestMach: 0.85)
    let found = track.flyability(within: envelope)
    #expect(found.answer == .flyable && found.firstBroken == nil)
    let margins = found.findings.map { $0.smallest?.margin }
    for (margin, expected) in zip(margins, [6.434, 3.566, 0.3, 0.05]) {
      #expect(try abs(#require(margin).value - expected) < 0.002)
    }
    #expect(margins.map { $0?.unit } == [.meterPerSecond, .meterPerSecond, .one, .one])
  }

  /// Climbing at 20 m/s and 200 m/s over the ground: √(200² + 20²) = 200.9975 m/s through the air;
  /// over √(1.4·287.0529·288.15) = 340.294 m/s at sea level that is Mach 0.590 658.
  @Test func `counts the rate of climb to the airspeed`() throws {
    let track = try equatorial([(0, 0, 0), (10, 2000, 200)])
    let found = try finding(track, .lowestMach, FlightEnvelope(lowestMach: 0.5))
    // At the start, where sound is fastest.
    #expect(try abs(#require(found.smallest).margin.value - 0.090_658) < 1e-6)
    #expect(found.smallest?.time == World.time(0))
  }

  /// At 260 m/s Mach 0.88 is passed where sound has 295.4545 m/s, and passed it stays.
  ///
  /// There T = 295.4545²/(1.4·287.0529) = 217.2157 K, which is (288.15 − 217.2157)/0.0065 =
  /// 10 912.9 m. Climbing at 100 m/s from 9912.9 m it is passed after 10 s.
  @Test func `breaks a limit on the leg at the moment at which it is passed`() throws {
    let level = (260.0 * 260 - 100 * 100).squareRoot()
    let track = try equatorial([(0, 0, 9912.9), (20, 20 * level, 11_912.9)])
    let found = try finding(track, .highestMach, FlightEnvelope(highestMach: 0.88))
    let broken = try #require(found.firstBroken)
    #expect(abs(broken.time.since(World.time(0)).seconds - 10) < 0.01)
    #expect(broken.margin == Measure(0, .one) && found.answer == .notFlyable)
    // Above 11 km, 260/295.0695 = 0.881 148.
    #expect(try abs(#require(found.smallest).margin.value + 0.001_148) < 1e-6)
    #expect(try abs(#require(found.smallest).time.since(World.time(10.871)).seconds) < 0.001)
    let fine = try finding(track, .highestMach, FlightEnvelope(highestMach: 0.882))
    #expect(fine.answer == .flyable)
  }

  /// A half turn per 60 s by corners of 18° each 6 s at 200 m/s: ω = π/60, vω/g = 1.067 85,
  /// n = √(1 + 1.067 85²) = 1.462 97.
  @Test func `has the load factor of its corners`() throws {
    var places = [try World.place(20)]
    for corner in 0..<12 {
      places.append(
        Geodesic.wgs84.direct(
          from: places[corner], azimuth: .degrees(Double(min(corner, 10)) * 18),
          distance: .meters(1200)
        ).place)
    }
    let track = try Track(
      places.enumerated().map { Fix(time: World.time(Double($0) * 6), place: $1) })
    let kept = try finding(track, .loadFactor, FlightEnvelope(largestLoadFactor: 1.5))
    #expect(try abs(#require(kept.smallest).margin.value - 0.037_03) < 1e-4)
    #expect(kept.answer == .flyable)
    let broken = try finding(track, .loadFactor, FlightEnvelope(largestLoadFactor: 1.4))
    #expect(broken.firstBroken?.time == World.time(6))
    #expect(try abs(#require(broken.firstBroken).margin.value + 0.062_97) < 1e-4)
  }

  /// 90° between legs of 10 s and 30 s, at 100 m/s and 200 m/s: ω = π/2 over 20 s, v = 150 m/s,
  /// vω/g = 1.201 339, n = 1.563 09.
  @Test func `spreads a corner over the halves of both legs, at the mean of their speeds`() throws {
    let corner = try World.place(20)
    let south = Geodesic.wgs84.direct(
      from: corner, azimuth: .degrees(180), distance: .meters(6000)
    ).place
    let track = try Track([
      Fix(time: World.time(0), place: try World.place(20 - 1000 / World.degree)),
      Fix(time: World.time(10), place: corner), Fix(time: World.time(40), place: south),
    ])
    let found = try finding(track, .loadFactor, FlightEnvelope(largestLoadFactor: 2))
    #expect(try abs(#require(found.smallest).margin.value - (2 - 1.563_09)) < 1e-4)
    #expect(found.smallest?.time == World.time(10))
  }

  @Test func `has the margins of rates and ceiling`() throws {
    let track = try equatorial([(0, 0, 1000), (100, 20_000, 3000), (150, 30_000, 2500)])
    let envelope = try FlightEnvelope(
      largestClimbRate: .metersPerSecond(25), largestDescentRate: .metersPerSecond(8),
      ceiling: .meters(2800))
    let found = track.flyability(within: envelope)
    // 2000 m in 100 s, then 500 m down in 50 s; 2800 m are passed after 90 s, 200 m too high.
    #expect(
      found.findings.map(\.smallest?.margin) == [
        Measure(5, .meterPerSecond), Measure(-2, .meterPerSecond), Measure(-200, .meter),
      ])
    #expect(found.findings.map(\.answer) == [.flyable, .notFlyable, .notFlyable])
    #expect(found.findings.map { $0.firstBroken?.time } == [nil, World.time(100), World.time(90)])
    #expect(found.firstBroken?.limit == .ceiling && found.answer == .notFlyable)
  }

  @Test func `of limits broken together begins with the first in order`() throws {
    let track = try equatorial([(0, 0, 5000), (10, 5000, 4000)])
    let envelope = try FlightEnvelope(
      highestMach: 0.5, largestDescentRate: .metersPerSecond(10), ceiling: .meters(1000))
    #expect(track.flyability(within: envelope).firstBroken?.limit == .highestMach)
  }

  /// 11 019 m of height are 11 000 m in the standard atmosphere.
  @Test func `takes a height above the sea for one in the standard atmosphere`() throws {
    let track = try equatorial([(0, 0, 11_019), (100, 23_605.56, 11_019)], .msl)
    let found = try finding(track, .ceiling, FlightEnvelope(ceiling: .meters(11_100)))
    #expect(try abs(#require(found.smallest).margin.value - 100) < 0.5)
  }

  @Test(arguments: [
    (Altitude.Reference.pressure, [true, true, true]), (.msl, [true, true, true]),
    (.ellipsoid, [false, true, false]), (.agl, [false, false, false]),
    (.unknown, [false, false, false]),
  ])
  func `is undetermined where the altitude does not tell what it asks`(
    reference: Altitude.Reference, known: [Bool]
  ) throws {
    let envelope = try FlightEnvelope(
      highestMach: 0.9, largestClimbRate: .metersPerSecond(50), ceiling: .meters(9000))
    let found = try equatorial([(0, 0, 5000), (10, 2000, 5100)], reference)
      .flyability(within: envelope)
    #expect(found.findings.map { $0.gap == nil } == known)
    for finding in found.findings where finding.gap != nil {
      #expect(finding.gap == .reference(reference) && finding.answer == .undetermined)
      #expect(finding.smallest == nil && finding.firstBroken == nil)
    }
    #expect(found.answer == (known.allSatisfy { $0 } ? .flyable : .undetermined))
  }

  @Test func `is broken by what is known, and otherwise undetermined by what is not`() throws {
    let track = try equatorial([(0, 0, 5000), (10, 2000, 5000), (20, 4000, nil)])
    let broken = try finding(track, .highestMach, FlightEnvelope(highestMach: 0.6))
    #expect(broken.answer == .notFlyable && broken.gap == .noAltitude)
    let kept = try finding(track, .highestMach, FlightEnvelope(highestMach: 0.7))
    #expect(kept.answer == .undetermined && kept.smallest != nil && kept.gap == .noAltitude)
    let high = try equatorial([(0, 0, 84_000), (10, 2000, 90_000)])
    #expect(
      try finding(high, .highestMach, FlightEnvelope(highestMach: 9)).gap == .beyondAtmosphere)
    #expect(try finding(high, .ceiling, FlightEnvelope(ceiling: .meters(85_000))).gap == nil)
  }

  /// 200 m/s over the ground against 40 m/s are 240 m/s in the air: Mach 240/340.294 = 0.705 273;
  /// with the wind 160 m/s, Mach 0.470 181.
  @Test(arguments: [(90.0, 0.705_273), (270, 0.470_181)])
  func `takes the wind off the motion over the ground`(from: Double, mach: Double) throws {
    let track = try equatorial([(0, 0, 0), (10, 2000, 0)])
    let wind = Wind(from: .degrees(from), speed: .metersPerSecond(40))
    let found = try finding(track, .highestMach, FlightEnvelope(highestMach: 1), wind: wind)
    #expect(try abs(#require(found.smallest).margin.value - (1 - mach)) < 1e-6)
  }

  /// Along the parallel of its ends a long line points east in its middle, straight into the wind;
  /// and the line from one side of the equator to the other turns back there.
  @Test(arguments: [((0.0, 52.0), (20.0, 52.0), 90.0), ((0, -30), (20, 30), 0)])
  func `finds the least margin where a leg turns in the wind`(
    start: (Double, Double), end: (Double, Double), from: Double
  ) throws {
    let track = try World.track(
      [(0, start.0, start.1), (7200, end.0, end.1)],
      altitude: Altitude(.kilometers(11), .pressure))
    let wind = Wind(from: .degrees(from), speed: .metersPerSecond(50))
    func mach(_ seconds: Double) throws -> Double {
      let state = try #require(track.state(at: World.time(seconds)))
      let triangle = WindTriangle(
        trackAngle: state.trackAngle, groundSpeed: state.groundSpeed, wind: wind)
      return try triangle.trueAirspeed.metersPerSecond
        / #require(StandardAtmosphere(altitude: .kilometers(11))).speedOfSound.metersPerSecond
    }
    #expect(try mach(3600) > max(mach(0), mach(7200)) + 1e-4)
    let found = try finding(
      track, .highestMach, FlightEnvelope(highestMach: 3), wind: wind)
    #expect(try abs(#require(found.smallest).margin.value - (3 - mach(3600))) < 1e-12)
    #expect(try abs(#require(found.smallest).time.since(World.time(3600)).seconds) < 1)
  }

  /// The line turns into the wind while it climbs: the airspeed rises by a fourteenth, and what is
  /// felt of it falls by as much, so that the calibrated airspeed turns back on the way.
  @Test func `finds the least margin where a leg turns in the wind and climbs`() throws {
    let ends = [(0.0, 0.0, 6000.0), (7200, 20, 7350)]
    let track = try Track(
      ends.map {
        Fix(
          time: World.time($0.0), place: try World.place($0.1, 52),
          altitude: Altitude(.meters($0.2), .pressure))
      })
    let wind = Wind(from: .degrees(180), speed: .metersPerSecond(50))
    let speeds = try (0...7200).map { second in
      let state = try #require(track.state(at: World.time(Double(second))))
      let triangle = WindTriangle(
        trackAngle: state.trackAngle, groundSpeed: state.groundSpeed, wind: wind)
      let air = try #require(StandardAtmosphere(altitude: state.altitude?.height ?? .zero))
      let airspeed = hypot(triangle.trueAirspeed.metersPerSecond, 1350.0 / 7200)
      return Airspeed(true: .metersPerSecond(airspeed), in: air).calibrated.metersPerSecond
    }
    let (least, most) = (try #require(speeds.min()), try #require(speeds.max()))
    let inner = speeds.dropFirst().dropLast()
    #expect(inner.contains(least) || inner.contains(most))
    let envelope = try FlightEnvelope(
      lowestCalibratedAirspeed: .zero, highestCalibratedAirspeed: .metersPerSecond(1000))
    let margins = track.flyability(within: envelope, wind: wind).findings.compactMap {
      $0.smallest?.margin.value
    }
    #expect(margins[0] <= least + 1e-9 && margins[0] > least - 1e-5)
    #expect(margins[1] <= 1000 - most + 1e-9 && margins[1] > 1000 - most - 1e-5)
  }

  @Test func `of no limits is flyable`() throws {
    let found = try World.flight().flyability(within: FlightEnvelope())
    #expect(found.answer == .flyable && found.findings.isEmpty && found.firstBroken == nil)
  }

  @Test func `allows a planned flight its own load factor in a calm`() throws {
    let track = try FlownPlan.track(try FlownPlan.plan([(19.9, 0), (20, 0), (19.95, 0.1)]))
    let found = try finding(track, .loadFactor, FlightEnvelope(largestLoadFactor: 3))
    #expect(found.answer == .flyable)
    #expect(try #require(found.smallest).margin.value < 1e-5)
  }
}

@Suite struct `The smallest margin of a random track` {
  /// Every value at 400 moments of each leg, by the public functions for airspeeds.
  @Test(arguments: UInt64(1)...30)
  func `is that of a dense scan, and is broken when that says so`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    var time = 0.0
    var fixes: [Fix] = []
    for _ in 0..<5 {
      time += .random(in: 60...2000, using: &random)
      let place = try World.place(
        .random(in: -2...2, using: &random), .random(in: -2...2, using: &random))
      let height = Length.meters(.random(in: 0...25_000, using: &random))
      fixes.append(
        Fix(time: World.time(time), place: place, altitude: Altitude(height, .pressure)))
    }
    let track = try Track(fixes)
    let wind = Wind(
      from: .degrees(.random(in: 0...360, using: &random)),
      speed: .metersPerSecond(seed % 3 == 0 ? 0 : .random(in: 0...150, using: &random)))
    var (leastSpeed, mostMach) = (Double.infinity, 0.0)
    var samples: [(time: Double, mach: Double)] = []
    for leg in track.legs {
      for sample in 0...400 {
        let time = leg.start.time.advanced(by: leg.duration * (Double(sample) / 400))
        let state = leg.state(at: time)
        let level = WindTriangle(
          trackAngle: state.trackAngle, groundSpeed: state.groundSpeed, wind: wind)
        let airspeed = hypot(
          level.trueAirspeed.metersPerSecond, state.verticalSpeed?.metersPerSecond ?? 0)
        let air = try #require(StandardAtmosphere(altitude: state.altitude?.height ?? .zero))
        let flown = Airspeed(true: .metersPerSecond(airspeed), in: air)
        leastSpeed = min(leastSpeed, flown.calibrated.metersPerSecond)
        mostMach = max(mostMach, flown.mach)
        samples.append((time.since(World.time(0)).seconds, flown.mach))
      }
    }
    let bound = mostMach * 0.9
    let found = track.flyability(
      within: try FlightEnvelope(
        lowestCalibratedAirspeed: .zero, highestMach: bound), wind: wind)
    let (speed, mach) = (
      try #require(found.findings[0].smallest), try #require(found.findings[1].smallest)
    )
    // The scan misses the least by a little, and never finds less.
    #expect(speed.margin.value <= leastSpeed + 1e-9)
    #expect(speed.margin.value >= leastSpeed - 0.2)
    #expect(mach.margin.value <= bound - mostMach + 1e-12)
    #expect(mach.margin.value >= bound - mostMach - 1e-3)
    let broken = try #require(found.findings[1].firstBroken).time.since(World.time(0)).seconds
    let first = try #require(samples.first { $0.mach > bound }).time
    #expect(broken <= first + 1e-6)
    #expect(samples.allSatisfy { $0.time >= broken - 1e-6 || $0.mach <= bound + 1e-9 })
  }
}
