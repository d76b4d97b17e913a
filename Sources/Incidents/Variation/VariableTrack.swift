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
    guard change.movesBody else { return resolved.track }
    let fixes = zip(resolved.track.fixes, try places(movedBy: change)).map { fix, place in
      Fix(time: fix.time, place: place, altitude: fix.altitude)
    }
    do throws(TrackError) { return try Track(fixes) } catch { throw .outOfRange }
  }

  /// The places of the fixes, moved as a rigid body: without what reshapes the path.
  func places(movedBy change: TrackChange) throws(TrackChangeError) -> [GeodeticCoordinate] {
    guard change.movesBody else { return resolved.track.fixes.map(\.place) }
    let pivot = try place(movedBy: change)
    guard change.rotation.degrees.isFinite else { throw .outOfRange }
    return bearings.indices.map { index in
      GeodesicLine(from: pivot, azimuth: bearings[index] + change.rotation)
        .place(at: distances[index])
    }
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
    var timetable = Timetable(of: moved)
    let isRetimed = try retime(&timetable, by: change)
    if change.altitude == nil, !isRetimed { return moved }
    do throws(TrackError) {
      return try moved.retimed(timetable.times) { altitude in
        altitude.map { Altitude(change.altitude ?? $0.height, $0.reference) }
      }
    } catch {
      throw .outOfRange
    }
  }

  /// Puts the times of a moved path to those of the change, and checks that it has the altitude.
  ///
  /// - Parameters:
  ///   - timetable: The path's lengths and its old times; then its new ones.
  ///   - change: What is different.
  /// - Returns: Whether any time is other than before.
  /// - Throws: ``TrackChangeError``.
  func retime(
    _ timetable: inout Timetable, by change: TrackChange
  ) throws(TrackChangeError) -> Bool {
    // Where the form depends on the speed, it is flown at that already.
    var isRetimed = change.reshapes ? false : try fly(&timetable, at: change.groundSpeed)
    let first = timetable.times[0]
    let later = (change.start?.since(first) ?? .zero) + change.delay
    if later != .zero {
      for index in timetable.times.indices {
        guard let time = timetable.times[index].moment(after: later) else { throw .outOfRange }
        timetable.times[index] = time
      }
      isRetimed = true
    }
    guard change.altitude == nil || resolved.track.start.altitude != nil else {
      throw .noAltitude
    }
    guard isRetimed else { return false }
    for index in timetable.times.indices.dropFirst()
    where timetable.times[index] <= timetable.times[index - 1] {
      throw .outOfRange
    }
    return true
  }

  /// Puts the times to those of a path flown at other speeds; what is held keeps its time.
  func fly(
    _ timetable: inout Timetable, at speed: TrackChange.GroundSpeed
  ) throws(TrackChangeError) -> Bool {
    if case .unchanged = speed { return false }
    let heldTime = timetable.time(at: held)
    /// Of a leg.
    func span(_ leg: Int) throws(TrackChangeError) -> TimeSpan {
      switch speed {
      case .unchanged: return timetable.duration(ofLeg: leg)
      case .set(let speed):
        guard speed > .zero, speed.metersPerSecond.isFinite else { throw .speedNotPositive }
        guard timetable.lengths[leg] > .zero else { throw .legWithoutLength(leg: leg) }
        return timetable.lengths[leg] / speed
      case .scaled(let factor):
        guard factor > 0, factor.isFinite else { throw .speedNotPositive }
        return timetable.duration(ofLeg: leg) / factor
      }
    }
    var before = TimeSpan.zero
    for leg in 0..<held.leg { before = try before + span(leg) }
    before = try before + span(held.leg) * held.fraction
    var sinceHeld = -before
    // The time of a fix is put where the span of the leg that begins there is known.
    for index in timetable.times.indices {
      let next = try index < timetable.lengths.count ? sinceHeld + span(index) : sinceHeld
      guard let time = heldTime.moment(after: sinceHeld) else { throw .outOfRange }
      timetable.times[index] = time
      sinceHeld = next
    }
    return true
  }
}
