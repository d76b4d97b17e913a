import Flights
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A track` {
  private func fixes(
    _ seconds: [Double], references: [Altitude.Reference?]? = nil
  ) throws -> [Fix] {
    try seconds.enumerated().map { index, second in
      Fix(
        time: World.time(second), place: try World.place(20 + Double(index)),
        altitude: (references?[index]).map { Altitude(.meters(100), $0) })
    }
  }

  @Test(arguments: [0, 1])
  func `needs two fixes`(count: Int) throws {
    let fixes = try fixes([0, 1].prefix(count).map(\.self))
    #expect(throws: TrackError.tooFewFixes(count: count)) { try Track(fixes) }
  }

  @Test(
    arguments: [
      ([0, 0], 1), ([5, 4], 1), ([0, 1, 1], 2), ([0, 1, 0.5, 3], 2), ([0, 1, 2, -1e6], 3),
      ([0, 1, 1 + 0.4e-9], 2), ([2, 1, 0], 1),
    ] as [([Double], Int)])
  func `is refused at the first fix whose time does not rise`(
    seconds: [Double], index: Int
  ) throws {
    let fixes = try fixes(seconds)
    #expect(throws: TrackError.timeNotRising(at: index)) { try Track(fixes) }
    // People count fixes from one.
    #expect(TrackError.timeNotRising(at: index).description.contains("fix \(index + 1) "))
  }

  @Test func `may rise by one nanosecond`() throws {
    let track = try Track(try fixes([0, 1e-9]))
    #expect(track.legs.count == 1 && track.legs[0].duration == .seconds(1e-9))
  }

  @Test func `has altitudes of one reference, where it has any`() throws {
    for reference in Altitude.Reference.allCases {
      let track = try Track(try fixes([0, 1, 2], references: [reference, nil, reference]))
      #expect(track.fixes.count == 3 && track.legs.count == 2)
    }
    let mixed = try fixes([0, 1, 2], references: [.msl, nil, .pressure])
    #expect(throws: TrackError.mixedAltitudeReferences) { try Track(mixed) }
    let half = try fixes([0, 1], references: [.msl, .unknown])
    #expect(throws: TrackError.mixedAltitudeReferences) { try Track(half) }
  }

  @Test func `keeps its fixes, and has a leg from each to the next`() throws {
    let fixes = try fixes([0, 10, 30, 31])
    let track = try Track(fixes)
    #expect(track.fixes == fixes && track.start == fixes[0] && track.end == fixes[3])
    #expect(track.legs.map(\.start) == Array(fixes.dropLast()))
    #expect(track.legs.map(\.end) == Array(fixes.dropFirst()))
    #expect(track.legs.map(\.duration.seconds) == [10, 20, 1])
  }
}

@Suite struct `The state of a track` {
  @Test func `at a fix is that fix, moving as the leg that begins there`() throws {
    let track = try World.track([(0, 20, 0), (10, 20.1, 0), (30, 20.1, 0.1), (40, 20.1, 0.1)])
    for fix in track.fixes {
      let state = try #require(track.state(at: fix.time))
      #expect(state.time == fix.time && state.place == fix.place && state.altitude == nil)
      #expect(state.verticalSpeed == nil)
    }
    // 0.1° along the equator is 11 131.949 079 327 m; along the meridian from the equator it is
    // 11 057.427 694 902 m (GeographicLib 2.1 for Python).
    let states = track.fixes.compactMap { track.state(at: $0.time) }
    #expect(abs(states[0].groundSpeed.metersPerSecond - 1113.194_907_932_7) < 1e-8)
    #expect(abs(states[1].groundSpeed.metersPerSecond - 552.871_384_745_1) < 1e-8)
    #expect(abs(states[0].trackAngle.degrees - 90) < 1e-9)
    #expect(abs(states[1].trackAngle.degrees) < 1e-9)
    #expect(states[2].groundSpeed == .zero && states[3].groundSpeed == .zero)
  }

  /// Midpoints and the azimuths there: GeographicLib 2.1 for Python, `InverseLine(…).Position`.
  @Test(arguments: [
    (
      (51.0, 7.0), (52.0, 9.0), (51.504_283_659_156_535, 7.989_056_283_993_801),
      51.293_625_589_748_12, 177_938.838_308_720_65
    ),
    (
      (-33.0, 179.0), (-35.0, -178.0), (-34.009_226_563_574_88, -179.517_583_031_510_64),
      128.687_997_095_840_7, 354_972.859_847_669_96
    ),
  ])
  func `in the middle of a leg's time is in the middle of its geodesic`(
    from: (Double, Double), to: (Double, Double), middle: (Double, Double), azimuth: Double,
    length: Double
  ) throws {
    let track = try World.track([(0, from.1, from.0), (600, to.1, to.0)])
    let state = try #require(track.state(at: World.time(300)))
    #expect(abs(state.place.latitude.degrees - middle.0) < 2e-13)
    #expect(abs(state.place.longitude.degrees - middle.1) < 2e-13)
    #expect(abs(state.trackAngle.degrees - azimuth) < 1e-10)
    #expect(abs(state.groundSpeed.metersPerSecond - length / 600) < 1e-10)
  }

  @Test func `climbs evenly with time`() throws {
    let place = try World.place(20)
    let track = try Track([
      Fix(time: World.time(0), place: place, altitude: Altitude(.meters(1000), .pressure)),
      Fix(
        time: World.time(100), place: try World.place(20.1),
        altitude: Altitude(.meters(3000), .pressure)),
      Fix(time: World.time(200), place: place),
    ])
    // 2000 m in 100 s are 20 m/s; a quarter of the way up is 1500 m.
    let state = try #require(track.state(at: World.time(25)))
    #expect(state.altitude == Altitude(.meters(1500), .pressure))
    #expect(state.verticalSpeed == .metersPerSecond(20))
    // A fix without altitude leaves the leg without one.
    let second = try #require(track.state(at: World.time(150)))
    #expect(second.altitude == nil && second.verticalSpeed == nil)
    #expect(track.legs[0].altitude(at: World.time(100)) == Altitude(.meters(3000), .pressure))
  }

  @Test func `is unknown before the first fix and after the last`() throws {
    let track = try World.flight()
    for second in [-1, -1e-9, 300 + 1e-9, 301, 1e6] {
      #expect(track.state(at: World.time(second)) == nil)
      #expect(track.leg(at: World.time(second)) == nil)
    }
    #expect(track.state(at: World.time(0))?.place == track.start.place)
    #expect(track.state(at: World.time(300))?.place == track.end.place)
  }

  @Test func `on a leg of no length stays at its place`() throws {
    let track = try World.track([(0, 20, 0), (10, 20, 0), (20, 20.1, 0)])
    let leg = track.legs[0]
    #expect(leg.length == .zero && leg.groundSpeed == .zero)
    for second in [0.0, 3, 10] {
      #expect(leg.state(at: World.time(second)).place == track.start.place)
    }
    #expect(leg.time(at: .zero) == World.time(0))
  }

  /// A thousandth of a degree a second: the time at a longitude is the longitude's thousandths.
  @Test(arguments: [0.0, 1, 99.5, 150, 299.75, 300])
  func `is passed at the distance and time that belong together`(second: Double) throws {
    let leg = try World.flight().legs[0]
    let distance = Length.meters(World.degree / 1000 * second)
    #expect(abs(leg.distance(at: World.time(second)).meters - distance.meters) < 1e-6)
    #expect(abs(leg.time(at: distance).since(World.time(second)).seconds) < 1e-8)
    let place = leg.state(at: World.time(second)).place
    #expect(abs(place.longitude.degrees - (19.9 + second / 1000)) < 1e-12)
    #expect(place.latitude.degrees == 0)
  }

  @Test(arguments: UInt64(1)...20)
  func `is found on the leg that a plain scan finds`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let count = Int.random(in: 2...200, using: &random)
    let steps = (0..<count).map { _ in Int.random(in: 1...4, using: &random) }
    var seconds = 0
    let fixes = try steps.map { step in
      seconds += step
      return Fix(time: World.time(Double(seconds)), place: try World.place(20))
    }
    let track = try Track(fixes)
    for half in -2...(2 * seconds + 4) {
      let time = World.time(Double(half) / 2)
      // The last leg that has begun by then, if the track has not ended.
      let scanned = track.legs.last { $0.start.time <= time }
      let expected = time <= track.end.time ? scanned : nil
      #expect(track.leg(at: time)?.start == expected?.start)
    }
  }
}
