import Flights
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A straight path` {
  /// Ends by GeographicLib 2.1 for Python: `Direct(48, 11, 60, s)`, s −12 km and 30 km, which are
  /// 60 s before and 150 s after at 200 m/s.
  @Test func `begins and ends on the geodesic at the stated times`() throws {
    let altitude = Altitude(.feet(19_000), .unknown)
    let track = try Track(
      straightThrough: try World.place(11, 48), at: World.time(1000), trackAngle: .degrees(60),
      groundSpeed: .metersPerSecond(200), altitude: altitude, before: .seconds(60),
      after: .seconds(150))
    #expect(track.fixes.map(\.time) == [World.time(940), World.time(1150)])
    #expect(track.fixes.map(\.altitude) == [altitude, altitude])
    let expected = [
      (47.945_953_916_193_11, 10.860_885_476_867_558),
      (48.134_372_937_926_66, 11.349_057_549_688_238),
    ]
    for (fix, place) in zip(track.fixes, expected) {
      #expect(abs(fix.place.latitude.degrees - place.0) < 2e-13)
      #expect(abs(fix.place.longitude.degrees - place.1) < 2e-13)
    }
    #expect(abs(track.legs[0].length.meters - 42_000) < 1e-7)
    let passed = try #require(track.state(at: World.time(1000)))
    #expect(abs(passed.place.latitude.degrees - 48) < 1e-13)
    #expect(abs(passed.place.longitude.degrees - 11) < 1e-13)
    #expect(abs(passed.trackAngle.degrees - 60) < 1e-9)
    #expect(abs(passed.groundSpeed.metersPerSecond - 200) < 1e-9)
  }

  @Test(arguments: [(-10.0, 30.0), (30, -10), (0, 20)])
  func `may lie wholly before or after the place that it is drawn through`(
    before: Double, after: Double
  ) throws {
    let track = try Track(
      straightThrough: try World.place(20), at: World.time(0), trackAngle: .degrees(90),
      groundSpeed: World.speed, altitude: nil, before: .seconds(before), after: .seconds(after))
    #expect(track.start.time == World.time(-before) && track.end.time == World.time(after))
    #expect(abs(track.start.place.longitude.degrees - (20 - before / 1000)) < 1e-12)
    #expect(abs(track.end.place.longitude.degrees - (20 + after / 1000)) < 1e-12)
  }

  private func path(
    _ metersPerSecond: Double, _ before: Double, _ after: Double
  ) throws -> Track {
    try Track(
      straightThrough: try World.place(20), at: World.time(0), trackAngle: .degrees(90),
      groundSpeed: .metersPerSecond(metersPerSecond), altitude: nil, before: .seconds(before),
      after: .seconds(after))
  }

  @Test(arguments: [0, -0.0, -1, -1e300, -.infinity] as [Double])
  func `is refused at a speed that is not above zero`(speed: Double) {
    #expect(throws: PathError.speedNotPositive(.metersPerSecond(speed))) { try path(speed, 1, 1) }
  }

  @Test(arguments: [(0, 0), (5, -5), (-10, 5), (.nan, 1), (0, -1e300)] as [(Double, Double)])
  func `is refused where it does not end later than it begins`(before: Double, after: Double) {
    #expect(throws: PathError.noDuration) { try path(100, before, after) }
  }

  @Test(
    arguments: [
      (100.0, 1e30, 1.0), (100, 1, 1e30), (100, .infinity, 1), (.infinity, 1, 1), (1e308, 1, 1e3),
      (100, 1e10, 1),
    ] as [(Double, Double, Double)])
  func `is refused beyond the years and at no finite speed`(
    speed: Double, before: Double, after: Double
  ) {
    #expect(throws: PathError.beyondRange) { try path(speed, before, after) }
  }

  @Test func `is refused where a nanosecond does not tell its ends apart`() {
    #expect(throws: PathError.track(.timeNotRising(at: 1))) { try path(100, 0, 1e-10) }
  }
}

@Suite struct `A path along waypoints` {
  /// Legs by GeographicLib 2.1 for Python: 48 N 11 E to 48.1 N 11.2 E is 18 600.051 923 348 m, on
  /// to 48.3 N 11.1 E is 23 448.345 928 946 m; at 150 m/s the places are passed after
  /// 124.000 346 156 s and 280.322 652 349 s.
  @Test func `passes them when the way flown says`() throws {
    let track = try Track(
      along: [try World.place(11, 48), try World.place(11.2, 48.1), try World.place(11.1, 48.3)],
      from: World.time(0), groundSpeed: .metersPerSecond(150), altitude: nil)
    let seconds = track.fixes.map { $0.time.since(World.time(0)).seconds }
    for (second, expected) in zip(seconds, [0, 124.000_346_156, 280.322_652_349]) {
      #expect(abs(second - expected) < 2e-9)
    }
    #expect(track.legs.allSatisfy { abs($0.groundSpeed.metersPerSecond - 150) < 1e-8 })
    // 6000 m out on the first leg, at 40 s: `InverseLine(48, 11, 48.1, 11.2).Position(6000)`.
    let state = try #require(track.state(at: World.time(40)))
    #expect(abs(state.place.latitude.degrees - 48.032_296_186_650_05) < 1e-12)
    #expect(abs(state.place.longitude.degrees - 11.064_431_358_370_188) < 1e-12)
    #expect(abs(state.trackAngle.degrees - 53.261_009_335_528_4) < 1e-9)
  }

  private func path(_ longitudes: [Double], speed: Double) throws -> Track {
    try Track(
      along: try longitudes.map { try World.place($0) }, from: World.time(0),
      groundSpeed: .metersPerSecond(speed), altitude: nil)
  }

  @Test(
    arguments: [
      ([], 100, PathError.track(.tooFewFixes(count: 0))),
      ([20], 100, .track(.tooFewFixes(count: 1))),
      ([20, 20], 100, .track(.timeNotRising(at: 1))),
      ([20, 21, 21], 100, .track(.timeNotRising(at: 2))),
      ([20, 21], 0, .speedNotPositive(.zero)),
      ([20, 21], -3, .speedNotPositive(.metersPerSecond(-3))),
      ([20, 21], 1e-300, .beyondRange), ([20, 21], 1e-6, .beyondRange),
      ([20, 21], .infinity, .track(.timeNotRising(at: 1))),
    ] as [([Double], Double, PathError)])
  func `is refused where it cannot be flown`(
    longitudes: [Double], speed: Double, error: PathError
  ) {
    #expect(throws: error) { try path(longitudes, speed: speed) }
    #expect(!error.description.isEmpty && !error.description.contains("\n"))
  }
}
