import Flights
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A flight plan` {
  private typealias Waypoint = FlightPlan.Waypoint

  private func plan(
    _ longitudes: [Double], airspeed: Double = 200, altitude: Altitude? = nil,
    wind: Wind = .calm, change: (GeodeticCoordinate) -> Waypoint = { Waypoint($0) }
  ) throws -> FlightPlan {
    try FlightPlan(
      waypoints: try longitudes.map { change(try World.place($0)) },
      airspeed: .metersPerSecond(airspeed), altitude: altitude,
      turn: LevelTurn(bank: .degrees(30)), wind: wind)
  }

  @Test(arguments: [[], [20.0]])
  func `needs two waypoints`(longitudes: [Double]) {
    #expect(throws: FlightPlanError.tooFewWaypoints(count: longitudes.count)) {
      try plan(longitudes)
    }
  }

  /// 1e-8° of the equator are 1.1 mm.
  @Test func `is refused where a waypoint lies on the one before it`() throws {
    #expect(throws: FlightPlanError.coincidentWaypoints(at: 1)) { try plan([20, 20, 21]) }
    #expect(throws: FlightPlanError.coincidentWaypoints(at: 2)) { try plan([20, 21, 21 + 5e-9]) }
    _ = try plan([20, 20 + 1e-8])
    _ = try plan([20, 21, 20])
  }

  @Test(arguments: [0, -0.0, -5, .infinity, .nan] as [Double])
  func `is refused at an airspeed that is not above zero`(speed: Double) {
    let error = #expect(throws: FlightPlanError.self) { try plan([20, 21], airspeed: speed) }
    #expect(
      error?.description == "a flight plan needs finite airspeeds above zero, not \(speed) m/s")
    #expect(throws: FlightPlanError.self) {
      try plan([20, 21]) {
        Waypoint(
          $0,
          speedChange: .init(to: .metersPerSecond(speed), at: .metersPerSecondSquared(1)))
      }
    }
  }

  @Test(arguments: [0, -2, .infinity] as [Double])
  func `is refused at a change without a rate`(rate: Double) {
    #expect(
      throws: FlightPlanError.accelerationNotPositive(.metersPerSecondSquared(rate), at: 0)
    ) {
      try plan([20, 21]) {
        Waypoint(
          $0, speedChange: .init(to: .metersPerSecond(210), at: .metersPerSecondSquared(rate)))
      }
    }
    let level = Altitude(.meters(900), .msl)
    #expect(throws: FlightPlanError.verticalRateNotPositive(.metersPerSecond(rate), at: 0)) {
      try plan([20, 21], altitude: level) {
        Waypoint($0, altitudeChange: .init(to: level, at: .metersPerSecond(rate)))
      }
    }
  }

  @Test func `has altitudes of one reference, beginning with the first`() {
    func change(_ place: GeodeticCoordinate) -> Waypoint {
      Waypoint(
        place, altitudeChange: .init(to: Altitude(.meters(9), .msl), at: .metersPerSecond(1)))
    }
    for altitude in [nil, Altitude(.meters(9), .pressure)] {
      #expect(throws: FlightPlanError.altitudeReferenceDiffers(at: 0)) {
        try plan([20, 21], altitude: altitude, change: change)
      }
    }
    #expect(throws: FlightPlanError.altitudeNotFinite(at: 0)) {
      try plan([20, 21], altitude: Altitude(.meters(.nan), .msl))
    }
    #expect(throws: FlightPlanError.altitudeNotFinite(at: 0)) {
      try plan([20, 21], altitude: Altitude(.zero, .msl)) {
        Waypoint(
          $0,
          altitudeChange: .init(
            to: Altitude(.meters(.infinity), .msl), at: .metersPerSecond(1)))
      }
    }
  }

  @Test(arguments: [200, 201, .infinity, .nan] as [Double])
  func `is refused in a wind that is as fast as the aircraft`(speed: Double) {
    let wind = Wind(north: .zero, east: .metersPerSecond(speed))
    #expect(throws: FlightPlanError.self) { try plan([20, 21], wind: wind) }
    #expect(
      FlightPlanError.windTooStrong(wind: .metersPerSecond(200), airspeed: .metersPerSecond(200))
        .description
        == "a wind of 200.0 m/s is too strong to hold every track at an airspeed of 200.0 m/s")
  }

  @Test func `is refused where its time ends`() throws {
    let slow = try plan([20, 21], airspeed: 1e-6)
    #expect(throws: FlightPlanError.beyondRange) { try FlownPlan.track(slow) }
    let fast = try plan([20, 20 + 1e-8], airspeed: 1e9)
    #expect(throws: FlightPlanError.beyondRange) { try FlownPlan.track(fast) }
  }

  @Test func `without turns is a path along its waypoints`() throws {
    let plan = try plan([20, 20.5])
    let path = try Track(
      along: plan.waypoints.map(\.place), from: World.time(0), groundSpeed: plan.airspeed,
      altitude: nil)
    #expect(try FlownPlan.track(plan).fixes == path.fixes)
  }
}
