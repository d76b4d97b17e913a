import Airspaces
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// Along the equator, eastwards at a thousandth of a degree a second, entering at 20° E at 1000 s;
/// deepest at 20.05°, which is its pivot, to where the flat maximum of the depth can be told.
@Suite struct `A path that is changed` {
  private func variable(
    about moment: TrackMoment? = nil, _ change: (inout ExampleScenario) -> Void = { _ in }
  ) throws -> VariableTrack {
    var example = ExampleScenario()
    change(&example)
    return try VariableTrack(example.resolve(), about: moment)
  }

  private func changed(
    about moment: TrackMoment? = nil, _ change: (inout TrackChange) -> Void
  ) throws -> (track: Track, encounter: Encounter) {
    var wanted = TrackChange()
    change(&wanted)
    let track = try variable(about: moment).track(changedBy: wanted)
    return (track, try Encounter(of: track, with: try World.border()))
  }

  @Test func `is the same bit for bit where nothing changes`() throws {
    let variable = try variable()
    let track = try variable.track(changedBy: TrackChange())
    #expect(track.fixes == variable.resolved.track.fixes)
    // Nor do the places of one that only changes its times.
    var change = TrackChange()
    change.groundSpeed = .scaled(1.5)
    let faster = try variable.track(changedBy: change)
    #expect(faster.fixes.map(\.place) == track.fixes.map(\.place))
  }

  /// On a meridian at the equator a degree is a(1 − e²)·π/180 = 110 574.275 822 m: 1 km is
  /// 0.009 043 694 77°.
  @Test(arguments: [(1000.0, 0.009_043_694_77), (-1000, -0.009_043_694_77)])
  func `moved north passes that far north of its pivot, on its course`(
    meters: Double, latitude: Double
  ) throws {
    let (track, encounter) = try changed(about: .entry) { $0.north = .meters(meters) }
    let state = try #require(track.state(at: World.time(1000)))
    #expect(abs(state.place.latitude.degrees - latitude) < 1e-10)
    #expect(abs(state.place.longitude.degrees - 20) < 1e-10)
    #expect(abs(state.trackAngle.degrees - 90) < 1e-9)
    #expect(isAt(encounter.crossings.first?.entry?.time, 1000))
  }

  /// To the east a kilometer is a thousandth of 111.319 490 793 degrees; so it is along the course,
  /// which is east here, and minus across it, which is to the right.
  @Test func `moved east enters earlier by the time of the way`() throws {
    let byEast = try changed { $0.east = .meters(1000) }
    let byAlong = try changed { $0.along = .meters(1000) }
    for (track, encounter) in [byEast, byAlong] {
      #expect(isAt(encounter.crossings.first?.entry?.time, 1000 - 1e6 / World.degree))
      #expect(abs(track.start.place.longitude.degrees - (19.88 + 1000 / World.degree)) < 1e-10)
      #expect(isAbout(encounter.lengthInside, 11_131.949_079_327))
    }
    let across = try changed(about: .entry) { $0.across = .meters(1000) }.track
    let state = try #require(across.state(at: World.time(1000)))
    #expect(abs(state.place.latitude.degrees + 0.009_043_694_77) < 1e-10)
  }

  @Test func `adds up its moves to one geodesic`() throws {
    let (track, _) = try changed(about: .entry) {
      $0.north = .meters(2000)
      $0.across = .meters(2000)
      $0.east = .meters(500)
      $0.along = .meters(-500)
    }
    let state = try #require(track.state(at: World.time(1000)))
    #expect(abs(state.place.latitude.degrees) < 1e-12)
    #expect(abs(state.place.longitude.degrees - 20) < 1e-10)
  }

  @Test(arguments: [-170.0, -30, 1, 90])
  func `turns about its pivot and keeps every distance from there`(degrees: Double) throws {
    let track = try changed(about: .exit) { $0.rotation = .degrees(degrees) }.track
    let state = try #require(track.state(at: World.time(1100)))
    let expected = Angle.degrees(90 + degrees).wrappedToFullTurn
    #expect((state.trackAngle - expected).absolute.degrees < 1e-8)
    let pivot = try World.place(20.1)
    for (fix, longitude) in zip([track.start, track.end], [19.88, 20.13]) {
      let distance = GeodesicLeg(from: pivot, to: fix.place).length.meters
      #expect(abs(distance - abs(longitude - 20.1) * World.degree) < 1e-6)
    }
  }

  @Test(arguments: [50.0, 111.319_490_793, 333])
  func `flown at one speed keeps the time of its entry`(speed: Double) throws {
    let (track, encounter) = try changed { $0.groundSpeed = .set(.metersPerSecond(speed)) }
    #expect(abs(track.legs[0].groundSpeed.metersPerSecond - speed) < 1e-6)
    #expect(isAt(encounter.crossings.first?.entry?.time, 1000))
    #expect(abs(encounter.durationInside.seconds - 11_131.949_079_327 / speed) < 1e-5)
    let factor = speed / World.speed.metersPerSecond
    let scaled = try changed { $0.groundSpeed = .scaled(factor) }.encounter
    #expect(abs(scaled.durationInside.seconds - encounter.durationInside.seconds) < 1e-6)
    #expect(isAt(scaled.crossings.first?.entry?.time, 1000))
  }

  @Test func `begins and is delayed as it is told`() throws {
    let delayed = try changed { $0.delay = .seconds(-7.5) }.track
    #expect(isAt(delayed.start.time, 872.5) && isAt(delayed.end.time, 1122.5))
    let begun = try changed { $0.start = World.time(5) }.track
    #expect(isAt(begun.start.time, 5) && isAt(begun.end.time, 255))
    let both = try changed {
      $0.start = World.time(5)
      $0.delay = .seconds(1)
      $0.groundSpeed = .scaled(2.5)
    }.track
    #expect(isAt(both.start.time, 6) && isAt(both.end.time, 106))
  }

  @Test func `has the altitude that is set, of the reference that it had`() throws {
    let variable = try variable { $0.altitude = Altitude(.meters(6000), .msl) }
    var change = TrackChange()
    change.altitude = .meters(5000)
    let track = try variable.track(changedBy: change)
    #expect(track.fixes.allSatisfy { $0.altitude == Altitude(.meters(5000), .msl) })
  }

  @Test func `is refused where it cannot be flown`() throws {
    func error(_ change: (inout TrackChange) -> Void) throws -> TrackChangeError? {
      var wanted = TrackChange()
      change(&wanted)
      let variable = try variable()
      do throws(TrackChangeError) { _ = try variable.track(changedBy: wanted) } catch {
        return error
      }
      return nil
    }
    for speed in [0, -3, .infinity, .nan] as [Double] {
      #expect(try error { $0.groundSpeed = .set(.metersPerSecond(speed)) } == .speedNotPositive)
      #expect(try error { $0.groundSpeed = .scaled(speed) } == .speedNotPositive)
    }
    #expect(try error { $0.altitude = .meters(5000) } == .noAltitude)
    #expect(try error { $0.north = .meters(.nan) } == .outOfRange)
    #expect(try error { $0.rotation = .degrees(.infinity) } == .outOfRange)
    #expect(try error { $0.delay = .seconds(1e12) } == .outOfRange)
    #expect(try error { $0.groundSpeed = .scaled(1e-12) } == .outOfRange)
    #expect(throws: TrackChangeError.momentMissing(.nearestApproach)) {
      try self.variable(about: .nearestApproach)
    }
  }

  @Test func `that waits on a leg cannot have one speed, but a factor`() throws {
    let border = try World.border()
    let fixes = try World.track([(0, 19.9, 0), (100, 20.05, 0), (130, 20.05, 0), (200, 20.2, 0)])
    var example = ExampleScenario()
    example.border = border
    let definition = TrackDefinition(
      id: "waits", title: "", aircraft: "glider", airspace: "square", kind: .recorded, basis: "",
      sources: [], motion: .fixes(fixes), warnings: nil, events: [])
    let resolved = try example.scenario.resolve(definition, borders: example.borders)
    let variable = try VariableTrack(resolved)
    var change = TrackChange()
    change.groundSpeed = .set(.metersPerSecond(100))
    #expect(throws: TrackChangeError.legWithoutLength(leg: 1)) {
      try variable.track(changedBy: change)
    }
    change.groundSpeed = .scaled(0.5)
    let track = try variable.track(changedBy: change)
    // The entry at 20°, 66.667 s after the start, is what a recorded track keeps.
    #expect(isAt(track.start.time, 200.0 / 3 * (1 - 2)))
    #expect(abs(track.legs[1].duration.seconds - 60) < 1e-8)
  }
}
