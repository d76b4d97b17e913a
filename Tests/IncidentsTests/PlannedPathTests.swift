import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// Along the equator at v = 111.319 491 m/s, a thousandth of a degree a second, into the square at 20° E.
@Suite struct `A path with planned turns and changes` {
  private func resolve(
    _ waypoints: [PathDefinition.Waypoint], _ anchor: TrackMoment = .entry,
    altitude: Altitude? = nil
  ) throws -> ResolvedTrack {
    var example = ExampleScenario()
    example.course = .planned(waypoints, turn: try LevelTurn(bank: .degrees(30)))
    example.anchor = .init(moment: anchor, time: World.time(1000))
    example.altitude = altitude
    return try example.resolve()
  }

  private func at(_ longitude: Double, _ latitude: Double = 0) throws -> PlaceDefinition {
    .at(try World.place(longitude, latitude))
  }

  /// The turn of a right angle begins R = v²/(g·tan 30°) = 2188.681 m before 20.05° E, and is
  /// π/2·R/v = 30.8838 s long.
  @Test func `enters when it is told to, and flies its turn as a circle`() throws {
    let resolved = try resolve([.init(at(19.9)), .init(at(20.05)), .init(at(20.05, 0.3))])
    #expect(isAt(resolved.encounter.crossings.first?.entry?.time, 1000))
    let fixes = resolved.track.fixes
    #expect(abs(fixes[0].time.since(World.time(900)).seconds) < 1e-6)
    let turn = fixes[fixes.count - 2].time.since(fixes[1].time).seconds
    #expect(abs(turn - 30.8838) < 1e-4)
    #expect(abs(fixes[1].time.since(World.time(1050 - 2188.6805 / 111.319_491)).seconds) < 1e-5)
  }

  /// At a tenth of v a second, 2v are reached in 10 s over 15 s·v.
  ///
  /// The entry is 100 s·v away, and so
  /// comes after 10 s + 85/2 s.
  @Test func `changes its speed at an acceleration`() throws {
    let v = World.degree / 1000
    let faster = FlightPlan.SpeedChange(
      to: .metersPerSecond(2 * v), at: .metersPerSecondSquared(v / 10))
    let resolved = try resolve(
      [.init(at(19.9), speedChange: faster), .init(at(20.2))], .start)
    #expect(isAt(resolved.encounter.crossings.first?.entry?.time, 1052.5))
    // Half of the time at 2v: a tenth of a degree in 50 s.
    #expect(abs(resolved.encounter.durationInside.seconds - 50) < 1e-5)
  }

  @Test func `climbs at a rate`() throws {
    let low = Altitude(.meters(1000), .msl)
    let climb = FlightPlan.AltitudeChange(
      to: Altitude(.meters(2000), .msl), at: .metersPerSecond(20))
    let track = try resolve(
      [.init(at(19.9), altitudeChange: climb), .init(at(20.2))], .start, altitude: low
    ).track
    for (second, height) in [(0.0, 1000.0), (25, 1500), (50, 2000), (200, 2000)] {
      let altitude = track.state(at: World.time(1000 + second))?.altitude
      #expect(altitude.map { abs($0.height.meters - height) < 1e-6 } == true)
    }
  }

  @Test func `passes a fly-over waypoint, and not a fly-by one`() throws {
    for kind in FlightPlan.Waypoint.Kind.allCases {
      let track = try resolve([
        .init(at(19.9)), .init(at(20.05), kind: kind), .init(at(20.05, 0.3)),
      ]).track
      let corner = try World.place(20.05)
      let isPassed = track.fixes.contains {
        Geodesic.wgs84.inverse(from: $0.place, to: corner).distance < .meters(0.001)
      }
      #expect(isPassed == (kind == .flyOver))
    }
  }

  @Test func `is refused where its legs are too short, or its speed is none`() throws {
    #expect(throws: ResolutionError.plan(.coincidentWaypoints(at: 1))) {
      try resolve([.init(at(19.9)), .init(at(19.9)), .init(at(20.05, 0.3))])
    }
    do {
      _ = try resolve([.init(at(19.9)), .init(at(20.05)), .init(at(20.05, 0.01))])
      Issue.record("a turn of 2189 m was flown on a leg of 1106 m")
    } catch ResolutionError.plan(.turnTooTight(let index, _, _)) {
      #expect(index == 1)
    }
    var example = ExampleScenario()
    example.course = .planned(
      [.init(try at(19.9)), .init(try at(20.2))], turn: try LevelTurn(loadFactor: 2))
    example.groundSpeed = .inside(.seconds(17))
    #expect(throws: ResolutionError.waypointsNeedSpeed) { try example.resolve() }
    example.groundSpeed = .given(.zero)
    #expect(throws: ResolutionError.plan(.airspeedNotPositive(.zero))) { try example.resolve() }
  }
}
