import Geodesy
public import Quantities

extension Track {
  /// The same flight with its corners rounded by fly-by turns.
  ///
  /// Each turn is a level circle, flown at the ground speed of the leg that leads to it, as if in a
  /// calm; it begins where it must in order to end on the next leg. What is left of the legs is flown
  /// as before, so that the flight becomes shorter. A turn that leads nowhere more than a millimeter
  /// off its corner is that corner. In a turn the altitude changes evenly from where the turn begins
  /// to where it ends.
  ///
  /// - Parameters:
  ///   - turn: How every turn is flown.
  ///   - time: When the place is passed that keeps its time; where it is cut off, the place as far
  ///     through the turn. Before the start and after the end, those keep their time.
  /// - Returns: The track with chords for its turns.
  /// - Throws: ``FlightPlanError/turnTooTight(at:needed:available:)`` where a leg is too short,
  ///   ``FlightPlanError/coincidentWaypoints(at:)`` where it has no length, and
  ///   ``FlightPlanError/beyondRange``. The fixes are the waypoints that are told, counted from 0.
  /// - Accuracy: At every moment within 1 mm of the circles; for the plane that these are drawn in
  ///   see ``init(flying:from:)``.
  public func turning(
    by turn: LevelTurn, keeping time: Instant
  ) throws(FlightPlanError) -> Track {
    var rounding = try CornerRounding(self, turn)
    return try rounding.track(keeping: time)
  }
}

/// A track while its corners are rounded.
private struct CornerRounding {
  private let track: Track
  /// The turn at each fix, but the first and the last.
  private let corners: [Corner]
  private var fixes: [Fix] = []

  private struct Corner {
    let turn: PlannedTurn
    let flyBy: PlannedTurn.FlyBy
    /// By how much later than flown over the corner the turn ends, in seconds; below zero.
    let gain: Double

    var lead: Double { flyBy.lead }
    var trail: Double { flyBy.trail }
    var duration: Double { flyBy.isCorner ? 0 : turn.duration(turning: flyBy.angle) }
  }

  init(_ track: Track, _ turn: LevelTurn) throws(FlightPlanError) {
    self.track = track
    let legs = track.legs
    if let index = legs.firstIndex(where: { $0.length < .meters(Chord.shortest) }) {
      throw .coincidentWaypoints(at: index + 1)
    }
    var corners: [Corner] = []
    for (before, after) in zip(legs, legs.dropFirst()) {
      let (arriving, leaving) = (
        before.path.azimuth(at: before.length), after.path.azimuth(at: .zero)
      )
      let turn = PlannedTurn(
        at: before.end.place, from: arriving, towards: leaving,
        airspeed: before.groundSpeed.metersPerSecond, turn: turn, wind: .zero)
      let flyBy = turn.flyBy(from: arriving, to: leaving)
      let index = corners.count + 1
      let room = before.length.meters - (corners.last?.trail ?? 0)
      try Self.requireRoom(flyBy.lead, of: room, at: index)
      try Self.requireRoom(flyBy.trail, of: after.length.meters, at: index)
      let overCorner =
        flyBy.lead / before.groundSpeed.metersPerSecond
        + flyBy.trail / after.groundSpeed.metersPerSecond
      let duration = flyBy.isCorner ? 0 : turn.duration(turning: flyBy.angle)
      corners.append(Corner(turn: turn, flyBy: flyBy, gain: duration - overCorner))
    }
    self.corners = corners
  }

  private static func requireRoom(
    _ needed: Double, of available: Double, at index: Int
  ) throws(FlightPlanError) {
    guard needed <= available + Chord.shortest else {
      throw .turnTooTight(at: index, needed: .meters(needed), available: .meters(available))
    }
  }

  /// The corner at a fix; nothing at the ends.
  private func corner(at fix: Int) -> Corner? {
    corners.indices.contains(fix - 1) ? corners[fix - 1] : nil
  }

  mutating func track(keeping time: Instant) throws(FlightPlanError) -> Track {
    // Every time is the told one, and later by this.
    var later = -laterWithoutShift(at: time)
    fixes = []
    try pass(track.start, later)
    for (number, leg) in track.legs.enumerated() {
      guard let corner = corner(at: number + 1) else {
        try pass(track.end, later)
        break
      }
      let begin = leg.length - .meters(corner.lead)
      if corner.flyBy.isCorner {
        try pass(leg.end, later)
      } else {
        let next = track.legs[number + 1]
        let first = leg.fix(at: begin)
        let last = next.fix(at: .meters(corner.trail))
        try pass(first, later)
        try follow(corner, from: first, to: last, later)
      }
      later += corner.gain
    }
    do { return try Track(fixes) } catch { throw .beyondRange }
  }

  /// By how much later than told a place would be passed if the start kept its time, in seconds.
  private func laterWithoutShift(at time: Instant) -> Double {
    guard time < track.end.time else { return corners.reduce(0) { $0 + $1.gain } }
    guard let number = track.legs.lastIndex(where: { $0.start.time <= time }) else { return 0 }
    let leg = track.legs[number]
    let speed = leg.groundSpeed.metersPerSecond
    let distance = leg.distance(at: time).meters
    let before = corners[..<number].reduce(0) { $0 + $1.gain }
    if let corner = corner(at: number), distance < corner.trail {
      // The turn ends at the trail, flown through evenly.
      let share = (corner.lead + distance) / (corner.lead + corner.trail)
      return before + (corner.trail - distance) / speed - corner.duration * (1 - share)
    }
    if let corner = corner(at: number + 1), leg.length.meters - distance < corner.lead {
      let into = corner.lead - (leg.length.meters - distance)
      let share = into / (corner.lead + corner.trail)
      return before - into / speed + corner.duration * share
    }
    return before
  }

  /// Adds a fix, unless it would be the last one again.
  private mutating func pass(_ fix: Fix, _ later: Double) throws(FlightPlanError) {
    guard let time = fix.time.moment(after: .seconds(later)) else { throw .beyondRange }
    if let last = fixes.last {
      guard GeodesicLeg(from: last.place, to: fix.place).length > .meters(Chord.shortest) else {
        return
      }
      guard time > last.time else { throw .beyondRange }
    }
    fixes.append(Fix(time: time, place: fix.place, altitude: fix.altitude))
  }

  private mutating func follow(
    _ corner: Corner, from first: Fix, to last: Fix, _ later: Double
  ) throws(FlightPlanError) {
    let (turn, angle) = (corner.turn, corner.flyBy.angle)
    for stop in turn.stops(turning: angle) {
      guard let time = first.time.moment(after: .seconds(turn.duration(turning: stop))) else {
        throw .beyondRange
      }
      let displacement = corner.flyBy.start + turn.displacement(turning: stop)
      try pass(
        Fix(
          time: time, place: stop == angle ? last.place : turn.place(at: displacement).place,
          altitude: first.altitude(towards: last, share: stop / angle)), later)
    }
  }
}

extension TrackLeg {
  fileprivate func fix(at distance: Length) -> Fix {
    Fix(
      time: time(at: distance), place: path.place(at: distance),
      altitude: altitude(at: distance))
  }

  /// The altitude after a part of the leg, if both fixes have one.
  fileprivate func altitude(at distance: Length) -> Altitude? {
    start.altitude(towards: end, share: distance / length)
  }
}

extension Fix {
  /// The altitude at a share of the way to another fix, if both have one.
  fileprivate func altitude(towards other: Fix, share: Double) -> Altitude? {
    guard let low = altitude, let high = other.altitude else { return nil }
    return Altitude(low.height + (high.height - low.height) * share, low.reference)
  }
}
