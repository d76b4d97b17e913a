public import Geodesy
public import Quantities

/// A flight along waypoints as an aircraft can fly it: with turns, and speed and height gained in
/// time.
///
///     let plan = try FlightPlan(
///       waypoints: [.init(base), .init(corner, kind: .flyOver), .init(target)],
///       airspeed: .knots(420), turn: LevelTurn(bank: .degrees(30)))
///     let track = try Track(flying: plan, from: takeOff)
///
/// Every speed is a true airspeed, counted horizontally also in a climb; in a calm it is the
/// ground speed. Whether the turns and changes fit the legs is found when the plan is flown; what
/// can be said before is held here: there are two waypoints or more, no two in a row at one place;
/// speeds, accelerations and rates are above zero; the wind is weaker than every airspeed, so that
/// any track can be held; altitudes have one reference.
public struct FlightPlan: Hashable, Sendable {
  public let waypoints: [Waypoint]

  /// The true airspeed at the first waypoint.
  public let airspeed: Speed

  /// The altitude at the first waypoint, if it is known.
  public let altitude: Altitude?

  /// How every turn is flown.
  public let turn: LevelTurn

  public let wind: Wind

  /// - Parameters:
  ///   - waypoints: Two or more; consecutive ones at least a millimeter apart.
  ///   - airspeed: The true airspeed at the first, above zero.
  ///   - altitude: The altitude at the first; needed where it is to change.
  ///   - turn: How every turn is flown.
  ///   - wind: Weaker than every airspeed of the plan.
  /// - Throws: ``FlightPlanError``.
  public init(
    waypoints: [Waypoint], airspeed: Speed, altitude: Altitude? = nil, turn: LevelTurn,
    wind: Wind = .calm
  ) throws(FlightPlanError) {
    guard waypoints.count >= 2 else { throw .tooFewWaypoints(count: waypoints.count) }
    for index in waypoints.indices.dropFirst() {
      let length = GeodesicLeg(from: waypoints[index - 1].place, to: waypoints[index].place).length
      guard length >= .meters(0.001) else { throw .coincidentWaypoints(at: index) }
    }
    for airspeed in [airspeed] + waypoints.compactMap(\.speedChange?.airspeed) {
      guard airspeed > .zero, airspeed.metersPerSecond.isFinite else {
        throw .airspeedNotPositive(airspeed)
      }
      guard wind.speed < airspeed else {
        throw .windTooStrong(wind: wind.speed, airspeed: airspeed)
      }
    }
    guard altitude?.height.meters.isFinite ?? true else { throw .altitudeNotFinite(at: 0) }
    for (index, waypoint) in waypoints.enumerated() {
      try waypoint.requireRates(at: index)
      guard let change = waypoint.altitudeChange else { continue }
      guard change.altitude.height.meters.isFinite else { throw .altitudeNotFinite(at: index) }
      guard change.altitude.reference == altitude?.reference else {
        throw .altitudeReferenceDiffers(at: index)
      }
    }
    (self.waypoints, self.airspeed, self.altitude) = (waypoints, airspeed, altitude)
    (self.turn, self.wind) = (turn, wind)
  }
}

extension FlightPlan.Waypoint {
  fileprivate func requireRates(at index: Int) throws(FlightPlanError) {
    if let acceleration = speedChange?.acceleration {
      guard acceleration > .zero, acceleration.metersPerSecondSquared.isFinite else {
        throw .accelerationNotPositive(acceleration, at: index)
      }
    }
    if let rate = altitudeChange?.rate {
      guard rate > .zero, rate.metersPerSecond.isFinite else {
        throw .verticalRateNotPositive(rate, at: index)
      }
    }
  }
}
