public import Geodesy
public import Quantities

/// How far an aircraft comes between the launch of a missile and its hit.
public struct TargetMotion: Hashable, Sendable {
  /// One end of the time band.
  public struct End: Hashable, Sendable {
    /// The moment of the hit, or of the launch, whichever was asked for.
    public let time: Instant
    /// Where the aircraft is then.
    public let place: GeodeticCoordinate
    /// The way flown between launch and hit.
    public let flown: Length
    /// The shortest distance between where the aircraft is at launch and at the hit.
    public let distance: Length
  }

  /// At the shortest time of flight; nothing where the track does not reach that far.
  public let shortest: End?
  /// At the longest time of flight; nothing where the track does not reach that far.
  public let longest: End?
}

extension Track {
  /// Where the aircraft may be hit by a missile that is launched at a moment.
  public func motion(
    ofTargetFrom launch: Instant, during flight: MissileFlight
  ) -> TargetMotion {
    TargetMotion(
      shortest: targetEnd(at: flight.duration.lowerBound, from: launch),
      longest: targetEnd(at: flight.duration.upperBound, from: launch))
  }

  /// Where the aircraft may have been when the missile was launched that hit it at a moment.
  public func motion(
    ofTargetUntil hit: Instant, during flight: MissileFlight
  ) -> TargetMotion {
    TargetMotion(
      shortest: targetEnd(at: -flight.duration.lowerBound, from: hit),
      longest: targetEnd(at: -flight.duration.upperBound, from: hit))
  }

  private func targetEnd(at span: TimeSpan, from known: Instant) -> TargetMotion.End? {
    guard let time = known.moment(after: span), let place = state(at: time)?.place,
      let origin = state(at: known)?.place,
      let flown = pathLength(from: min(known, time), to: max(known, time))
    else { return nil }
    return TargetMotion.End(
      time: time, place: place, flown: flown,
      distance: GeodesicLeg(from: origin, to: place).length)
  }

  /// The way flown between two moments.
  ///
  /// - Returns: Zero or more; nothing where the moments are not both of the track, or fall.
  public func pathLength(from start: Instant, to end: Instant) -> Length? {
    guard start >= self.start.time, start <= end, end <= self.end.time else { return nil }
    return legs.reduce(.zero) { sum, leg in
      guard leg.end.time > start, leg.start.time < end else { return sum }
      return sum + leg.distance(at: min(end, leg.end.time))
        - leg.distance(at: max(start, leg.start.time))
    }
  }
}
