import Flights
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// Along the equator, where a place tells how far was flown.
@Suite struct `A planned change` {
  private func plan(
    speed: FlightPlan.SpeedChange? = nil, altitude: FlightPlan.AltitudeChange? = nil,
    to longitude: Double = 20.3
  ) throws -> FlightPlan {
    try FlightPlan(
      waypoints: [
        .init(try World.place(20), speedChange: speed, altitudeChange: altitude),
        .init(try World.place(longitude)),
      ], airspeed: .metersPerSecond(200), altitude: Altitude(.meters(1000), .msl),
      turn: LevelTurn(loadFactor: 2))
  }

  private func flown(_ track: Track, after seconds: Double) -> Double {
    (track.place(after: seconds).longitude.degrees - 20) * World.degree
  }

  /// From 200 to 250 m/s at 2 m/s²: 25 s, over 200·25 + 25² = 5625 m; down to 120 m/s at 0.5 m/s²:
  /// 160 s, over 200·160 − 0.25·160² = 25 600 m.
  @Test(arguments: [
    (250.0, 2.0, 25.0, 5625.0, 2.0), (120, 0.5, 160, 25_600, -0.5), (201, 10, 0.1, 20.05, 10),
  ])
  func `of speed is even, within a millimeter at every moment, with hardly more fixes than needed`(
    airspeed: Double, rate: Double, seconds: Double, meters: Double, acceleration: Double
  ) throws {
    let track = try FlownPlan.track(
      try plan(
        speed: .init(to: .metersPerSecond(airspeed), at: .metersPerSecondSquared(rate))))
    for sample in 0...2000 {
      let time = seconds * Double(sample) / 2000
      let exact = 200 * time + acceleration * time * time / 2
      #expect(abs(flown(track, after: time) - exact) < 1e-3)
    }
    #expect(abs(flown(track, after: seconds) - meters) < 1e-5)
    let rest = try #require(track.legs.last)
    #expect(abs(rest.groundSpeed.metersPerSecond - airspeed) < 1e-7)
    #expect(abs(track.seconds(of: track.fixes.count - 2) - seconds) < 1e-9)
    // A chord of a·t²/8 ≤ 1 mm lasts √(8 mm/a).
    let least = (seconds / (8e-3 / rate).squareRoot()).rounded(.up)
    #expect(Double(track.legs.count - 1) <= 1 + least / 0.94.squareRoot())
  }

  /// 1000 to 3000 m at 20 m/s: 100 s; a quarter of the way up after 25 s.
  @Test(arguments: [(3000.0, 20.0, 1500.0), (0, 10, 750)])
  func `of altitude is even`(height: Double, rate: Double, quarter: Double) throws {
    let track = try FlownPlan.track(
      try plan(altitude: .init(to: Altitude(.meters(height), .msl), at: .metersPerSecond(rate))))
    #expect(track.fixes.count == 3 && track.seconds(of: 1) == 100)
    #expect(track.state(at: World.time(25))?.altitude == Altitude(.meters(quarter), .msl))
    #expect(track.end.altitude == Altitude(.meters(height), .msl))
    #expect(abs(flown(track, after: 100) - 20_000) < 1e-6)
  }

  /// The climb ends after 10 s, in the middle of the 25 s of the acceleration.
  @Test func `of speed and one of altitude begin together and end each in its time`() throws {
    let track = try FlownPlan.track(
      try plan(
        speed: .init(to: .metersPerSecond(250), at: .metersPerSecondSquared(2)),
        altitude: .init(to: Altitude(.meters(1100), .msl), at: .metersPerSecond(10))))
    #expect(track.fixes.contains { $0.time == World.time(10) })
    #expect(track.fixes.contains { $0.time == World.time(25) })
    for sample in 0...500 {
      let time = Double(sample) / 20
      #expect(abs(flown(track, after: time) - time * (200 + time)) < 1e-3)
      let altitude = try #require(track.state(at: World.time(time))?.altitude)
      #expect(abs(altitude.height.meters - min(1100, 1000 + 10 * time)) < 1e-6)
    }
  }

  @Test func `begins where the turn ends`() throws {
    let plan = try FlightPlan(
      waypoints: [
        .init(try World.place(19.9)),
        .init(
          try World.place(20),
          speedChange: .init(to: .metersPerSecond(100), at: .metersPerSecondSquared(4))),
        .init(try World.place(20, 0.2)),
      ], airspeed: FlownPlan.airspeed, turn: LevelTurn(loadFactor: 3))
    let track = try FlownPlan.track(plan)
    // The turn ends on the meridian; from there the speed falls.
    let turned = try #require(track.fixes.firstIndex { $0.place.longitude.degrees == 20 })
    for leg in track.legs[..<turned] {
      #expect(abs(leg.groundSpeed.kilometersPerHour - 600) < 0.01)
    }
    #expect(track.legs[turned].groundSpeed < .kilometersPerHour(599.9))
    // (166.667 − 100)/4 = 16.667 s after the turn.
    let seconds = track.seconds(of: track.fixes.count - 2) - track.seconds(of: turned)
    #expect(abs(seconds - 50.0 / 3) < 2e-9)
  }

  @Test func `to what is flown already is none`() throws {
    let track = try FlownPlan.track(
      try plan(
        speed: .init(to: .metersPerSecond(200), at: .metersPerSecondSquared(2)),
        altitude: .init(to: Altitude(.meters(1000), .msl), at: .metersPerSecond(10))))
    #expect(track.fixes.count == 2)
  }

  /// 5625 m take 0.050 530° of the equator.
  @Test func `is refused where it does not fit the leg, telling by how much`() throws {
    let speed = FlightPlan.SpeedChange(
      to: .metersPerSecond(250), at: .metersPerSecondSquared(2))
    _ = try FlownPlan.track(try plan(speed: speed, to: 20 + 5625.01 / World.degree))
    let short = try plan(speed: speed, to: 20.05)
    let error = #expect(throws: FlightPlanError.self) { try FlownPlan.track(short) }
    guard case .speedChangeTooLong(at: 0, let needed, let available) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(abs(needed.meters - 5625) < 1e-6)
    #expect(abs(available.meters - 0.05 * World.degree) < 1e-6)
    #expect(
      error?.description
        == "the change of speed at waypoint 1 takes 5625 m of a leg with 5566 m for it")
  }

  /// 2000 m at 20 m/s take 100 s, which at 200 m/s are 20 km: 0.179 663° of the equator.
  @Test func `of altitude is refused where the climb does not fit the leg`() throws {
    let climb = FlightPlan.AltitudeChange(
      to: Altitude(.meters(3000), .msl), at: .metersPerSecond(20))
    _ = try FlownPlan.track(try plan(altitude: climb, to: 20.18))
    let short = try plan(altitude: climb, to: 20.17)
    let error = #expect(throws: FlightPlanError.self) { try FlownPlan.track(short) }
    #expect(
      error?.description
        == "the change of altitude at waypoint 1 takes 20000 m of a leg with 18924 m for it")
  }

  @Test(arguments: [1e-12, 1e-300])
  func `that takes next to forever is refused all the same`(rate: Double) throws {
    let slow = try plan(
      speed: .init(to: .metersPerSecond(100), at: .metersPerSecondSquared(rate)))
    #expect(throws: FlightPlanError.self) { try FlownPlan.track(slow) }
  }
}
