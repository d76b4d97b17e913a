import Flights
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A missile flight` {
  /// 5 km at Mach 3 and 7 km at Mach 2, where sound has 317.3 m/s: 5000/951.9 = 5.25 s, 7000/634.6
  /// = 11.03 s.
  @Test func `takes from the shortest way at the highest speed to the longest at the lowest`()
    throws
  {
    let flight = try MissileFlight(
      range: .kilometers(5)...(.kilometers(7)),
      meanSpeed: .metersPerSecond(634.6)...(.metersPerSecond(951.9)))
    #expect(abs(flight.duration.lowerBound.seconds - 5.2527) < 5e-5)
    #expect(abs(flight.duration.upperBound.seconds - 11.0306) < 5e-5)
  }

  @Test(arguments: [0, -1, .infinity] as [Double])
  func `is refused without a time, a way or a speed`(end: Double) {
    let (one, other) = (min(end, 1), max(end, 1))
    #expect(throws: MissileFlightError.durationNotPositive(.seconds(end))) {
      try MissileFlight(duration: .seconds(one)...(.seconds(other)))
    }
    let (ways, speeds) = (
      Length.meters(one)...Length.meters(other),
      Speed.metersPerSecond(one)...Speed.metersPerSecond(other)
    )
    #expect(throws: MissileFlightError.rangeNotPositive(.meters(end))) {
      try MissileFlight(range: ways, meanSpeed: .metersPerSecond(1)...(.metersPerSecond(2)))
    }
    let error = #expect(throws: MissileFlightError.self) {
      try MissileFlight(range: .meters(1)...(.meters(2)), meanSpeed: speeds)
    }
    #expect(
      error?.description
        == "a missile flies at a finite mean speed above zero, not \(end) m/s")
  }

  /// A thousandth of a degree of the equator a second, from 19.9° E at 0 s.
  @Test func `lets the target come as far as it flies in that time`() throws {
    let track = try World.flight()
    let flight = try MissileFlight(duration: .seconds(5)...(.seconds(17)))
    let after = track.motion(ofTargetFrom: World.time(100), during: flight)
    let before = track.motion(ofTargetUntil: World.time(100), during: flight)
    for (end, sign, seconds) in [
      (after.shortest, 1.0, 5.0), (after.longest, 1, 17), (before.shortest, -1, 5),
      (before.longest, -1, 17),
    ] {
      let end = try #require(end)
      #expect(end.time == World.time(100 + sign * seconds))
      #expect(abs(end.place.longitude.degrees - (20 + sign * seconds / 1000)) < 1e-12)
      #expect(abs(end.flown.meters - seconds * World.degree / 1000) < 1e-6)
      #expect(abs(end.distance.meters - seconds * World.degree / 1000) < 1e-6)
    }
  }

  /// Out along the equator for 10 s and back again: after 15 s it is where it was after 5 s.
  @Test func `tells the way flown from the distance`() throws {
    let track = try World.track([(0, 20, 0), (10, 20.01, 0), (20, 20, 0)])
    let flight = try MissileFlight(duration: .seconds(8)...(.seconds(10)))
    let motion = track.motion(ofTargetFrom: World.time(5), during: flight)
    let (shortest, longest) = (try #require(motion.shortest), try #require(motion.longest))
    #expect(
      abs(longest.flown.meters - World.degree / 100) < 1e-6 && longest.distance < .meters(1e-6))
    #expect(abs(shortest.flown.meters - 0.008 * World.degree) < 1e-6)
    #expect(abs(shortest.distance.meters - 0.002 * World.degree) < 1e-6)
  }

  @Test func `beyond the track's end is not known`() throws {
    let flight = try MissileFlight(duration: .seconds(5)...(.seconds(17)))
    let motion = try World.flight().motion(ofTargetFrom: World.time(290), during: flight)
    #expect(motion.shortest?.time == World.time(295) && motion.longest == nil)
    let outside = try World.flight().motion(ofTargetUntil: World.time(301), during: flight)
    #expect(outside.shortest == nil && outside.longest == nil)
  }
}

@Suite struct `The way flown between two moments` {
  @Test(arguments: [(0.0, 300.0, 300.0), (10, 20, 10), (50, 50, 0)])
  func `is that of its legs`(from: Double, to: Double, seconds: Double) throws {
    let track = try World.track([(0, 19.9, 0), (15, 19.915, 0), (150, 20.05, 0), (300, 20.2, 0)])
    let length = try #require(track.pathLength(from: World.time(from), to: World.time(to)))
    #expect(abs(length.meters - seconds * World.degree / 1000) < 1e-6)
  }

  @Test(arguments: [(-1.0, 5.0), (5, 301), (6, 5)])
  func `is unknown outside of the track, and backwards`(from: Double, to: Double) throws {
    #expect(
      try World.flight().pathLength(from: World.time(from), to: World.time(to)) == nil)
  }
}
