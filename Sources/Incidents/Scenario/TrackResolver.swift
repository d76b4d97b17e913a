import Airspaces
import Flights
import Geodesy
import Quantities

/// Turns the definition of a track into positions and times.
struct TrackResolver {
  let scenario: Scenario
  let borders: [BorderKey: PreparedBorder]
  let border: PreparedBorder

  /// How far on either side of the place that it passes a path is searched for its moments.
  private static let reach = Length.kilometers(20)

  /// Where an extract's window is left within the reach, it is halved down to this.
  private static let leastReach = Length.kilometers(2)

  func resolve(_ definition: TrackDefinition) throws(ResolutionError) -> ResolvedTrack {
    let track =
      switch definition.motion {
      case .fixes(let track): track
      case .path(let path): try self.track(along: path)
      }
    let encounter = try encounter(of: track)
    let moments = Moments(track: track, encounter: encounter)
    return ResolvedTrack(
      definition: definition, track: track,
      warnings: try definition.warnings.map { series throws(ResolutionError) in
        try times(of: series, moments)
      } ?? [],
      events: try events(definition.events, on: track, moments), border: border,
      encounter: encounter)
  }

  func encounter(of track: Track) throws(ResolutionError) -> Encounter {
    do { return try Encounter(of: track, with: border) } catch { throw .crossing(error) }
  }

  private func coordinate(of place: PlaceDefinition) throws(ResolutionError) -> GeodeticCoordinate {
    switch place {
    case .at(let coordinate): return coordinate
    case .named(let id): return try scenario.coordinate(ofPlace: id, borders: borders)
    case .from(let other, let bearing, let distance):
      return GeodesicLine(from: try coordinate(of: other), azimuth: bearing).place(at: distance)
    }
  }

  func track(along path: PathDefinition) throws(ResolutionError) -> Track {
    switch path.course {
    case .waypoints(let places):
      guard let speed = path.groundSpeed.ofNumbers else { throw .waypointsNeedSpeed }
      var waypoints: [GeodeticCoordinate] = []
      for place in places { waypoints.append(try coordinate(of: place)) }
      return try timed(path.anchor) { start throws(ResolutionError) in
        do throws(PathError) {
          return try Track(
            along: waypoints, from: start, groundSpeed: speed, altitude: path.altitude)
        } catch { throw .path(error) }
      }
    case .planned(let waypoints, let turn):
      guard let speed = path.groundSpeed.ofNumbers else { throw .waypointsNeedSpeed }
      let plan = try plan(waypoints, at: speed, path.altitude, turn)
      return try timed(path.anchor) { start throws(ResolutionError) in
        do throws(FlightPlanError) { return try Track(flying: plan, from: start) } catch {
          throw .plan(error)
        }
      }
    case .straight(let place, let trackAngle, let before, let after):
      return try straightTrack(
        along: path, through: try coordinate(of: place), trackAngle, before: before, after: after)
    }
  }

  private func plan(
    _ waypoints: [PathDefinition.Waypoint], at speed: Speed, _ altitude: Altitude?,
    _ turn: LevelTurn
  ) throws(ResolutionError) -> FlightPlan {
    var placed: [FlightPlan.Waypoint] = []
    for waypoint in waypoints {
      placed.append(
        FlightPlan.Waypoint(
          try coordinate(of: waypoint.place), kind: waypoint.kind,
          speedChange: waypoint.speedChange, altitudeChange: waypoint.altitudeChange))
    }
    do throws(FlightPlanError) {
      return try FlightPlan(waypoints: placed, airspeed: speed, altitude: altitude, turn: turn)
    } catch { throw .plan(error) }
  }

  /// A track that is timed by a moment, from how it is flown from a start.
  private func timed(
    _ anchor: PathDefinition.Anchor, _ flown: (Instant) throws(ResolutionError) -> Track
  ) throws(ResolutionError) -> Track {
    let track = try flown(anchor.time)
    guard anchor.moment != .start else { return track }
    let moments = Moments(track: track, encounter: try encounter(of: track))
    guard let time = moments.time(of: anchor.moment) else { throw .momentMissing(anchor.moment) }
    return try flown(try moment(anchor.time, after: anchor.time.since(time)))
  }

  private func straightTrack(
    along path: PathDefinition, through place: GeodeticCoordinate, _ trackAngle: Angle,
    before: TimeSpan, after: TimeSpan
  ) throws(ResolutionError) -> Track {
    let moment = path.anchor.moment
    let isTimedAtEnd = moment == .start || moment == .end
    let given = path.groundSpeed.ofNumbers
    // A path whose moments are not asked for need not be whole around the place that it passes.
    let near = isTimedAtEnd && given != nil ? nil : try self.near(place, trackAngle)
    let speed = try speed(path.groundSpeed, on: near)
    guard speed > .zero else { throw .path(.speedNotPositive(speed)) }
    /// How long after the timed moment the place is passed.
    let lead =
      switch moment {
      case .start: before
      case .end: -after
      case .entry, .deepest, .exit, .nearestApproach: -(try distance(of: moment, on: near) / speed)
      }
    let passage = try self.moment(path.anchor.time, after: lead)
    do {
      return try Track(
        straightThrough: place, at: passage, trackAngle: trackAngle, groundSpeed: speed,
        altitude: path.altitude, before: isTimedAtEnd ? before : before + lead,
        after: isTimedAtEnd ? after : after - lead)
    } catch { throw .path(error) }
  }

  private func moment(_ time: Instant, after span: TimeSpan) throws(ResolutionError) -> Instant {
    guard let moment = time.moment(after: span) else { throw .timeOutOfRange }
    return moment
  }

  /// The path around the place that it passes, flown at 1 m/s, so that a time is a distance.
  private struct Near {
    let track: Track
    let encounter: Encounter
    let passage: Instant

    func distance(at time: Instant) -> Length { .meters(time.since(passage).seconds) }

    /// The stay inside that holds the passage, or is nearest to it.
    var crossing: Crossing? {
      encounter.crossings.min { distance(to: $0) < distance(to: $1) }
    }

    private func distance(to crossing: Crossing) -> Length {
      max(.zero, distance(at: crossing.start), -distance(at: crossing.end))
    }
  }

  /// The path around the place that it passes, as far as the border data reach.
  private func near(
    _ place: GeodeticCoordinate, _ trackAngle: Angle
  ) throws(ResolutionError) -> Near {
    let passage = Instant(nanosecondsSince1970: 0)
    var reach = Self.reach
    while true {
      let span = TimeSpan.seconds(reach.meters)
      let track: Track
      do throws(PathError) {
        track = try Track(
          straightThrough: place, at: passage, trackAngle: trackAngle,
          groundSpeed: .metersPerSecond(1), altitude: nil, before: span, after: span)
      } catch { throw .path(error) }
      do throws(ResolutionError) {
        return Near(track: track, encounter: try encounter(of: track), passage: passage)
      } catch {
        // An extract's window may be left nearby: then what is nearer must do.
        guard case .crossing = error, reach > Self.leastReach else { throw error }
        reach = reach / 2
      }
    }
  }

  private func speed(
    _ groundSpeed: PathDefinition.GroundSpeed, on near: Near?
  ) throws(ResolutionError) -> Speed {
    if let speed = groundSpeed.ofNumbers { return speed }
    guard case .inside(let span) = groundSpeed, let crossing = near?.crossing, crossing.isComplete
    else { throw .momentMissing(.entry) }
    return crossing.length / span
  }

  /// How far past the place that the path passes a moment is.
  private func distance(of moment: TrackMoment, on near: Near?) throws(ResolutionError) -> Length {
    let time =
      switch moment {
      case .entry: near?.crossing?.entry?.time
      case .exit: near?.crossing?.exit?.time
      case .deepest: near?.crossing?.deepest?.time
      case .nearestApproach: near?.encounter.nearestApproach?.time
      case .start, .end: near?.passage
      }
    guard let near, let time else { throw .momentMissing(moment) }
    return near.distance(at: time)
  }

  private func times(
    of series: WarningSeries, _ moments: Moments
  ) throws(ResolutionError) -> [Instant] {
    guard series.count > 0 else { throw .warningCountNotPositive(series.count) }
    guard let end = moments.time(of: series.endingAt) else { throw .momentMissing(series.endingAt) }
    let interval = series.over / Double(series.count)
    return try (0..<series.count).map { number throws(ResolutionError) in
      try moment(end, after: interval * Double(number) - series.over)
    }
  }

  private func events(
    _ reported: [ReportedEvent], on track: Track, _ moments: Moments
  ) throws(ResolutionError) -> [LocatedEvent] {
    var located: [LocatedEvent] = []
    for event in reported {
      located.append(try locate(event, after: located, on: track, moments))
    }
    return located
  }

  private func locate(
    _ event: ReportedEvent, after located: [LocatedEvent], on track: Track, _ moments: Moments
  ) throws(ResolutionError) -> LocatedEvent {
    func known(_ kind: ReportedEvent.Kind) throws(ResolutionError) -> LocatedEvent {
      guard let base = located.last(where: { $0.kind == kind }) else { throw .eventMissing(kind) }
      return base
    }
    let time: Instant
    switch event.time {
    case .at(let instant): time = instant
    case .after(let moment, let span):
      guard let base = moments.time(of: moment) else { throw .momentMissing(moment) }
      time = try self.moment(base, after: span)
    case .afterEvent(let kind, let span): time = try moment(known(kind).time, after: span)
    }
    let place: GeodeticCoordinate?
    switch event.place {
    case .onTrack: place = track.state(at: time)?.place
    case .at(let definition): place = try coordinate(of: definition)
    case .ahead(let kind, let distance):
      place = track.state(at: try known(kind).time).map {
        GeodesicLine(from: $0.place, azimuth: $0.trackAngle).place(at: distance)
      }
    case .unknown: place = nil
    }
    return LocatedEvent(
      kind: event.kind, party: event.party, time: time, place: place, sources: event.sources)
  }
}

extension TrackResolver {
  /// The warnings and events of a track that is flown otherwise than its definition says.
  ///
  /// What hangs on a moment that this track has not, is left out.
  func resolve(
    _ definition: TrackDefinition, flownAs track: Track, meeting encounter: Encounter
  ) -> ResolvedTrack {
    let moments = Moments(track: track, encounter: encounter)
    let warnings = definition.warnings.flatMap { try? times(of: $0, moments) }
    var located: [LocatedEvent] = []
    for event in definition.events {
      if let event = try? locate(event, after: located, on: track, moments) {
        located.append(event)
      }
    }
    return ResolvedTrack(
      definition: definition, track: track, warnings: warnings ?? [], events: located,
      border: border, encounter: encounter)
  }
}

extension PathDefinition.GroundSpeed {
  /// The speed, where it follows from the stated numbers alone.
  fileprivate var ofNumbers: Speed? {
    switch self {
    case .given(let speed): speed
    case .quotient(let length, let span): length / span
    case .inside: nil
    }
  }
}

/// The moments of a track that others are timed by.
struct Moments {
  let track: Track
  let encounter: Encounter

  func time(of moment: TrackMoment) -> Instant? {
    switch moment {
    case .start: track.start.time
    case .entry: encounter.crossings.first?.entry?.time
    case .deepest: encounter.deepest?.time
    case .exit: encounter.crossings.last?.exit?.time
    case .nearestApproach: encounter.nearestApproach?.time
    case .end: track.end.time
    }
  }
}
