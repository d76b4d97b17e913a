import Airspaces
public import Flights
import Geodesy
import Quantities

/// A track of a scenario, ready to be moved, turned and flown at other speeds and times.
///
/// It moves as a rigid body on the Earth: every place keeps its distance from the pivot and, but for
/// a rotation, its direction from there, clockwise from true north. A straight path through the pivot
/// stays a geodesic; lengths of legs that do not pass it change by some parts in a million for each
/// kilometer that it is moved.
public struct VariableTrack: Sendable {
  public let resolved: ResolvedTrack
  /// The place that moves are counted from and rotations turn about, and the course there.
  public let pivot: FlightState
  /// The place of the track that keeps its time when the speed changes.
  let held: PathCrossing.Position
  /// Where each fix lies, seen from the pivot.
  private let bearings: [Angle]
  private let distances: [Length]

  /// - Parameters:
  ///   - resolved: The track as the scenario tells it.
  ///   - moment: Where its pivot is; else its deepest point, or where it comes nearest.
  /// - Throws: ``TrackChangeError/momentMissing(_:)``.
  public init(
    _ resolved: ResolvedTrack, about moment: TrackMoment? = nil
  ) throws(TrackChangeError) {
    self.resolved = resolved
    let track = resolved.track
    let moments = Moments(track: track, encounter: resolved.encounter)
    let isInside = !resolved.encounter.crossings.isEmpty
    let around = moment ?? (isInside ? .deepest : .nearestApproach)
    // An extract may hold no border to be near to.
    let time = moments.time(of: around) ?? (moment == nil ? track.start.time : nil)
    guard let time, let pivot = track.state(at: time) else { throw .momentMissing(around) }
    self.pivot = pivot
    held = track.position(at: moments.time(of: resolved.timedMoment) ?? track.start.time)
    let solutions = track.fixes.map { Geodesic.wgs84.inverse(from: pivot.place, to: $0.place) }
    bearings = solutions.map(\.initialAzimuth)
    distances = solutions.map(\.distance)
  }
}

extension Track {
  /// Where on the track it is at a time that lies within it.
  fileprivate func position(at time: Instant) -> PathCrossing.Position {
    let number = legs.lastIndex { $0.start.time <= time } ?? 0
    let share = time.since(legs[number].start.time) / legs[number].duration
    return PathCrossing.Position(leg: number, fraction: min(1, max(0, share)))
  }
}

extension VariableTrack {
  /// The changed track.
  ///
  /// - Throws: ``TrackChangeError``.
  /// - Complexity: O(*n*); with a move or a rotation, a direct and an inverse geodesic a fix.
  public func track(changedBy change: TrackChange) throws(TrackChangeError) -> Track {
    try retimed(moved(by: change), by: change)
  }

  /// The track at other places: at its old times, unless its form depends on how fast it is flown.
  func moved(by change: TrackChange) throws(TrackChangeError) -> Track {
    if change.keepsPlaces { return resolved.track }
    let moved = try movedRigidly(by: change)
    return change.reshapes ? try reshaped(moved, by: change) : moved
  }

  private func movedRigidly(by change: TrackChange) throws(TrackChangeError) -> Track {
    if (change.north, change.east, change.along, change.across) == (.zero, .zero, .zero, .zero),
      change.rotation == .zero
    {
      return resolved.track
    }
    let pivot = try place(movedBy: change)
    guard change.rotation.degrees.isFinite else { throw .outOfRange }
    var fixes: [Fix] = []
    fixes.reserveCapacity(bearings.count)
    for (index, fix) in resolved.track.fixes.enumerated() {
      let line = GeodesicLine(from: pivot, azimuth: bearings[index] + change.rotation)
      fixes.append(
        Fix(time: fix.time, place: line.place(at: distances[index]), altitude: fix.altitude))
    }
    do throws(TrackError) { return try Track(fixes) } catch { throw .outOfRange }
  }

  /// The pivot, moved: the moves north and east and those along and across the course add up to one
  /// geodesic.
  private func place(movedBy change: TrackChange) throws(TrackChangeError) -> GeodeticCoordinate {
    let (sine, cosine) = (pivot.trackAngle.sine, (pivot.trackAngle + .degrees(90)).sine)
    let north = change.north + change.along * cosine - change.across * sine
    let east = change.east + change.along * sine + change.across * cosine
    guard north.meters.isFinite, east.meters.isFinite else { throw .outOfRange }
    let way = Length.meters(
      (north.meters * north.meters + east.meters * east.meters).squareRoot())
    guard way > .zero else { return pivot.place }
    let bearing = Angle(ofNorth: north.meters, east: east.meters)
    return GeodesicLine(from: pivot.place, azimuth: bearing).place(at: way)
  }

  /// A moved track at the times and altitudes of the change.
  func retimed(_ moved: Track, by change: TrackChange) throws(TrackChangeError) -> Track {
    let times = try times(of: moved, changedBy: change)
    if change.altitude == nil, times == nil { return moved }
    guard change.altitude == nil || moved.start.altitude != nil else { throw .noAltitude }
    do throws(TrackError) {
      return try moved.retimed(times ?? moved.fixes.map(\.time)) { altitude in
        altitude.map { Altitude(change.altitude ?? $0.height, $0.reference) }
      }
    } catch {
      throw .outOfRange
    }
  }

  /// The new times of the fixes; nothing where they stay.
  private func times(
    of moved: Track, changedBy change: TrackChange
  ) throws(TrackChangeError) -> [Instant]? {
    // Where the form depends on the speed, it is flown at that already.
    var times = change.reshapes ? nil : try times(of: moved, flown: change.groundSpeed)
    let first = times?[0] ?? moved.start.time
    let later = (change.start?.since(first) ?? .zero) + change.delay
    guard later != .zero else { return times }
    times = try (times ?? moved.fixes.map(\.time)).map { time throws(TrackChangeError) in
      guard let time = time.moment(after: later) else { throw .outOfRange }
      return time
    }
    return times
  }

  func times(
    of moved: Track, flown speed: TrackChange.GroundSpeed
  ) throws(TrackChangeError) -> [Instant]? {
    /// Seconds of each leg.
    var spans: [TimeSpan] = []
    switch speed {
    case .unchanged: return nil
    case .set(let speed):
      guard speed > .zero, speed.metersPerSecond.isFinite else { throw .speedNotPositive }
      for (number, leg) in moved.legs.enumerated() {
        guard leg.length > .zero else { throw .legWithoutLength(leg: number) }
        spans.append(leg.length / speed)
      }
    case .scaled(let factor):
      guard factor > 0, factor.isFinite else { throw .speedNotPositive }
      spans = moved.legs.map { $0.duration / factor }
    }
    let heldTime = moved.time(at: held)
    let before = spans[..<held.leg].reduce(.zero, +) + spans[held.leg] * held.fraction
    var sinceHeld = -before
    var times: [Instant] = []
    for number in 0...spans.count {
      guard let time = heldTime.moment(after: sinceHeld) else { throw .outOfRange }
      times.append(time)
      if number < spans.count { sinceHeld = sinceHeld + spans[number] }
    }
    return times
  }
}
