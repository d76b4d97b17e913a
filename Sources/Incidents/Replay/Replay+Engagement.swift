import Airspaces
public import Flights
import Geodesy
import Geometry
public import Quantities

extension Replay {
  /// Tells where the aircraft is at the launch and at the hit of a missile.
  ///
  /// The flight times at which the side changes are those of the entries and exits of the
  /// encounter, not found by sampling.
  ///
  /// - Parameters:
  ///   - known: Which of both moments is known.
  ///   - time: When it is.
  ///   - flight: How long the missile flies.
  ///   - displacement: How far the border line may lie from the line that is meant: a 95 % half
  ///     width.
  /// - Returns: Nothing where the known moment is not one of the track.
  public func engagement(
    with known: Engagement.Moment, at time: Instant, flight: MissileFlight,
    borderDisplacement displacement: Length
  ) -> Engagement? {
    guard let place = track.track.state(at: time)?.place else { return nil }
    let motion =
      switch known {
      case .launch: track.track.motion(ofTargetFrom: time, during: flight)
      case .hit: track.track.motion(ofTargetUntil: time, during: flight)
      }
    func end(_ found: TargetMotion.End?, after flightTime: TimeSpan) -> Engagement.End? {
      found.map {
        Engagement.End(
          flightTime: flightTime, position: border.position(at: $0.time, $0.place, displacement),
          flown: $0.flown, distance: $0.distance)
      }
    }
    let times = EngagementTimes(known: known, time: time, replay: self)
    let changes = times.changes(displacement)
    return Engagement(
      known: known, position: border.position(at: time, place, displacement), flight: flight,
      shortest: end(motion.shortest, after: flight.duration.lowerBound),
      longest: end(motion.longest, after: flight.duration.upperBound),
      changes: changes, stretches: times.stretches(of: flight.duration, between: changes))
  }
}

extension PreparedBorder {
  fileprivate func position(
    at time: Instant, _ place: GeodeticCoordinate, _ displacement: Length
  ) -> Engagement.Position {
    let distance = distance(to: place)
    let isDecided = distance.map { $0.signed.absolute > displacement } ?? false
    // A nearer border beyond the window cannot change the side of a place within it.
    let side: Engagement.Side =
      if !isDecided || isBeyondTheData(place) {
        .undetermined
      } else {
        location(of: place) == .inside ? .inside : .outside
      }
    return Engagement.Position(
      time: time, place: place,
      borderDistance: distance.flatMap { $0.isCertain ? $0.signed : nil }, side: side)
  }
}

/// The times of a track counted as flight times of a missile: from a launch on, or back from a hit.
private struct EngagementTimes {
  let known: Engagement.Moment
  let time: Instant
  let replay: Replay

  private func flightTime(at moment: Instant) -> TimeSpan {
    switch known {
    case .launch: moment.since(time)
    case .hit: time.since(moment)
    }
  }

  /// The longest flight time that the track tells of.
  private var reach: TimeSpan {
    let track = replay.track.track
    return switch known {
    case .launch: flightTime(at: track.end.time)
    case .hit: flightTime(at: track.start.time)
    }
  }

  func changes(_ displacement: Length) -> [Engagement.Change] {
    let passages = replay.encounter.crossings.flatMap { crossing in
      [(crossing.entry, true), (crossing.exit, false)]
    }
    let changes = passages.compactMap { passage, isEntry -> Engagement.Change? in
      guard let passage, flightTime(at: passage.time) > .zero else { return nil }
      return Engagement.Change(
        flightTime: flightTime(at: passage.time), passage: passage,
        isEntry: isEntry, uncertainty: passage.timeUncertainty(displacement))
    }
    return known == .launch ? changes : changes.reversed()
  }

  func stretches(
    of band: ClosedRange<TimeSpan>, between changes: [Engagement.Change]
  ) -> [Engagement.Stretch] {
    let last = min(band.upperBound, reach)
    let width = band.upperBound - band.lowerBound
    guard band.lowerBound < last else { return [] }
    let cuts =
      [(at: band.lowerBound, uncertainty: TimeSpan.zero)]
      + changes.filter { $0.flightTime > band.lowerBound && $0.flightTime < last }
      .map { (at: $0.flightTime, uncertainty: $0.uncertainty) }
      + [(at: last, uncertainty: .zero)]
    return zip(cuts, cuts.dropFirst()).compactMap { start, end in
      guard start.at < end.at else { return nil }
      let (early, late) = (start.uncertainty / width, end.uncertainty / width)
      return Engagement.Stretch(
        flightTimes: start.at...end.at, isInside: isInside(after: (start.at + end.at) / 2),
        share: (end.at - start.at) / width,
        shareUncertainty: (early * early + late * late).squareRoot())
    }
  }

  private func isInside(after flight: TimeSpan) -> Bool {
    replay.encounter.crossings.contains { crossing in
      let ends = (flightTime(at: crossing.start), flightTime(at: crossing.end))
      return min(ends.0, ends.1) < flight && flight < max(ends.0, ends.1)
    }
  }
}
