import Geodesy
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A plan while it is flown: what has been flown so far, and the leg that is next.
struct PlannedFlight {
  private let plan: FlightPlan
  private let start: Instant
  private var fixes: [Fix]
  /// Seconds since the start.
  private var elapsed = 0.0
  /// True airspeed in m/s.
  private var airspeed: Double
  private var altitude: Altitude?
  private var leg: GeodesicLeg
  /// How much of the leg was flown in the turn onto it, in meters.
  private var flown = 0.0

  init(_ plan: FlightPlan, from start: Instant) {
    (self.plan, self.start, altitude) = (plan, start, plan.altitude)
    airspeed = plan.airspeed.metersPerSecond
    let places = plan.waypoints.map(\.place)
    leg = GeodesicLeg(from: places[0], to: places[1])
    fixes = [Fix(time: start, place: places[0], altitude: plan.altitude)]
  }

  mutating func track() throws(FlightPlanError) -> Track {
    for index in plan.waypoints.indices.dropFirst() {
      let changes = plan.waypoints[index - 1]
      let speed = changes.speedChange?.airspeed.metersPerSecond ?? airspeed
      guard index + 1 < plan.waypoints.count else {
        try run(to: leg.length.meters, from: index - 1)
        break
      }
      let next = GeodesicLeg(from: leg.end, to: plan.waypoints[index + 1].place)
      let (arriving, leaving) = (leg.azimuth(at: leg.length), next.azimuth(at: .zero))
      let turn = PlannedTurn(
        at: leg.end, from: arriving, towards: leaving, airspeed: speed, turn: plan.turn,
        wind: plan.wind.velocity)
      switch plan.waypoints[index].kind {
      case .flyBy:
        let flyBy = turn.flyBy(from: arriving, to: leaving)
        try requireRoom(flyBy.lead, of: leg.length.meters - flown, at: index)
        try run(to: leg.length.meters - flyBy.lead, from: index - 1)
        try requireRoom(flyBy.trail, of: next.length.meters, at: index)
        try fly(flyBy, turn, onto: next)
      case .flyOver:
        try run(to: leg.length.meters, from: index - 1)
        try flyOver(turn, onto: next, at: index)
      }
    }
    do { return try Track(fixes) } catch { throw .beyondRange }
  }
}

extension PlannedFlight {
  private func requireRoom(
    _ needed: Double, of available: Double, at index: Int
  ) throws(FlightPlanError) {
    guard needed <= available + Chord.shortest else {
      throw .turnTooTight(at: index, needed: .meters(needed), available: .meters(available))
    }
  }

  /// Adds a fix, unless it would be the last one again.
  private mutating func pass(
    _ place: GeodeticCoordinate, after time: Double, of distance: Double, _ altitude: Altitude?
  ) throws(FlightPlanError) {
    guard distance > Chord.shortest else { return }
    guard let moment = start.moment(after: .seconds(time)), let last = fixes.last,
      moment > last.time
    else { throw .beyondRange }
    fixes.append(Fix(time: moment, place: place, altitude: altitude))
  }

  private mutating func fly(
    _ flyBy: PlannedTurn.FlyBy, _ turn: PlannedTurn, onto next: GeodesicLeg
  ) throws(FlightPlanError) {
    (leg, flown) = (next, flyBy.trail)
    guard !flyBy.isCorner else { return }
    try follow(turn, turning: flyBy.angle, from: flyBy.start, to: next.place(at: .meters(flown)))
  }

  private mutating func flyOver(
    _ turn: PlannedTurn, onto next: GeodesicLeg, at index: Int
  ) throws(FlightPlanError) {
    (leg, flown) = (next, 0)
    guard let angle = turn.angle(towards: next.end) else {
      throw .turnTooTight(
        at: index, needed: .meters(turn.room(along: next)), available: next.length)
    }
    // How far the turn leads off the straight way to the next waypoint.
    guard angle > 0.1 || turn.radius * (1 - cos(angle)) > Chord.tolerance else { return }
    let end = turn.place(at: turn.displacement(turning: angle)).place
    leg = GeodesicLeg(from: end, to: next.end)
    try follow(turn, turning: angle, from: .zero, to: end)
  }

  /// Flies a turn that begins at the last fix.
  private mutating func follow(
    _ turn: PlannedTurn, turning angle: Double, from start: PlaneVector,
    to end: GeodeticCoordinate
  ) throws(FlightPlanError) {
    var before = PlaneVector.zero
    for stop in turn.stops(turning: angle) {
      let displacement = turn.displacement(turning: stop)
      try pass(
        stop == angle ? end : turn.place(at: start + displacement).place,
        after: elapsed + turn.duration(turning: stop),
        of: (displacement - before).length, altitude)
      before = displacement
    }
    elapsed += turn.duration(turning: angle)
  }
}

extension PlannedFlight {
  /// Flies along the leg, with the changes that begin at a waypoint.
  private mutating func run(
    to end: Double, from index: Int
  ) throws(FlightPlanError) {
    let run = PlannedRun(leg: leg, wind: plan.wind.velocity)
    let changes = PlannedChanges(
      of: plan.waypoints[index], from: airspeed, altitude)
    try changes.requireRoom(on: run, from: flown, to: end, at: index)
    var (time, distance) = (0.0, flown)
    for stretch in changes.stretches {
      let stops = run.stops(
        from: distance, changes.airspeed(after: time), stretch.acceleration,
        to: .time(stretch.end - time))
      try pass(stops, of: run, after: time, from: distance, changes)
      (time, distance) = (stretch.end, stops.last?.distance ?? distance)
    }
    (airspeed, altitude) = (changes.airspeed, changes.altitude)
    if end - distance > Chord.shortest {
      let stops = run.stops(from: distance, airspeed, to: .distance(end))
      try pass(stops, of: run, after: time, from: distance, changes)
      time += stops.last?.time ?? 0
    }
    elapsed += time
  }

  private mutating func pass(
    _ stops: [PlannedRun.Stop], of run: PlannedRun, after time: Double, from start: Double,
    _ changes: PlannedChanges
  ) throws(FlightPlanError) {
    var before = start
    for stop in stops {
      try pass(
        run.leg.place(at: .meters(stop.distance)), after: elapsed + time + stop.time,
        of: stop.distance - before, changes.altitude(after: time + stop.time))
      before = stop.distance
    }
  }
}
