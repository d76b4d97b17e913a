public import Airspaces
public import Flights
public import Geodesy
public import Quantities

/// Which border: an airspace as a border source draws it.
public struct BorderKey: Hashable, Sendable {
  public let airspace: String
  public let source: String

  public init(airspace: String, source: String) {
    (self.airspace, self.source) = (airspace, source)
  }
}

/// A track of a scenario with its positions, warnings and events in place and time.
///
/// All of them are fixed on the scenario's default border; another border is then held against
/// the same path.
public struct ResolvedTrack: Sendable {
  public let definition: TrackDefinition
  public let track: Track
  /// When the warnings were sent, in rising time.
  public let warnings: [Instant]
  public let events: [LocatedEvent]
  /// The default border of the track's airspace, and how the track meets it.
  public let border: PreparedBorder
  public let encounter: Encounter
}

/// A reported event with its time and, where it is known, its place.
public struct LocatedEvent: Hashable, Sendable {
  public let kind: ReportedEvent.Kind
  public let party: String
  public let time: Instant
  public let place: GeodeticCoordinate?
  public let sources: [String]
}

/// Why a track of a scenario cannot be put in place.
public enum ResolutionError: Error, Hashable {
  case unknownPlace(String)
  case borderMissing(BorderKey)
  case path(PathError)
  case crossing(CrossingError)
  /// The path has no such moment near the place it passes, or its definition leads in a circle.
  case momentMissing(TrackMoment)
  /// An event refers to one that is not listed before it.
  case eventMissing(ReportedEvent.Kind)
  /// A waypoint path can be timed at its start only, and needs a given speed.
  case waypointsNeedStart
  case warningCountNotPositive(Int)
  /// A time of the track, a warning or an event lies outside the years of `Instant`.
  case timeOutOfRange
}

extension ResolutionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownPlace(let id): "there is no place \"\(id)\""
    case .borderMissing(let key):
      "border source \"\(key.source)\" has no file for airspace \"\(key.airspace)\""
    case .path(let error): error.description
    case .crossing(let error): error.description
    case .momentMissing(let moment):
      "within 20 km of the place that it passes, the path has no \(moment.rawValue)"
    case .eventMissing(let kind): "no \(kind.rawValue) is listed before the event that needs it"
    case .waypointsNeedStart:
      "a path along waypoints is timed at its start and needs a given ground speed"
    case .warningCountNotPositive(let count): "\(count) warnings are no series"
    case .timeOutOfRange: "a time of the track lies outside the years 1678 to 2261"
    }
  }
}

extension Scenario {
  /// The borders that the tracks and places need to be put in place.
  public func bordersNeeded(for tracks: [TrackDefinition]) -> Set<BorderKey> {
    let ofTracks = tracks.map { BorderKey(airspace: $0.airspace, source: defaultBorder) }
    let ofPlaces = places.compactMap { place -> BorderKey? in
      guard case .southernmost(let airspace, let border) = place.definition else { return nil }
      return BorderKey(airspace: airspace, source: border)
    }
    return Set(ofTracks + ofPlaces)
  }

  /// Puts a track in place and time.
  ///
  /// - Parameters:
  ///   - definition: A track of this scenario.
  ///   - borders: At least ``bordersNeeded(for:)`` this track.
  /// - Returns: The track with positions, and with times for its warnings and events.
  /// - Throws: ``ResolutionError``.
  public func resolve(
    _ definition: TrackDefinition, borders: [BorderKey: PreparedBorder]
  ) throws(ResolutionError) -> ResolvedTrack {
    let key = BorderKey(airspace: definition.airspace, source: defaultBorder)
    guard let border = borders[key] else { throw .borderMissing(key) }
    let resolver = TrackResolver(scenario: self, borders: borders, border: border)
    return try resolver.resolve(definition)
  }

  /// The coordinates of a named place.
  public func coordinate(
    ofPlace id: String, borders: [BorderKey: PreparedBorder]
  ) throws(ResolutionError) -> GeodeticCoordinate {
    guard let place = places.first(where: { $0.id == id }) else { throw .unknownPlace(id) }
    switch place.definition {
    case .at(let coordinate): return coordinate
    case .southernmost(let airspace, let source):
      let key = BorderKey(airspace: airspace, source: source)
      guard let border = borders[key] else { throw .borderMissing(key) }
      return border.southernmostVertex
    }
  }
}

/// Turns the definition of a track into positions and times.
private struct TrackResolver {
  let scenario: Scenario
  let borders: [BorderKey: PreparedBorder]
  let border: PreparedBorder

  /// How far on either side of the place that it passes a path is searched for its moments.
  private static let reach = Length.kilometers(20)

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

  private func encounter(of track: Track) throws(ResolutionError) -> Encounter {
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

  private func track(along path: PathDefinition) throws(ResolutionError) -> Track {
    switch path.course {
    case .waypoints(let places):
      guard path.anchor.moment == .start, let speed = path.groundSpeed.ofNumbers else {
        throw .waypointsNeedStart
      }
      var waypoints: [GeodeticCoordinate] = []
      for place in places { waypoints.append(try coordinate(of: place)) }
      do {
        return try Track(
          along: waypoints, from: path.anchor.time, groundSpeed: speed, altitude: path.altitude)
      } catch { throw .path(error) }
    case .straight(let place, let trackAngle, let before, let after):
      return try straightTrack(
        along: path, through: try coordinate(of: place), trackAngle, before: before, after: after)
    }
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

  private func near(
    _ place: GeodeticCoordinate, _ trackAngle: Angle
  ) throws(ResolutionError) -> Near {
    let passage = Instant(nanosecondsSince1970: 0)
    let span = TimeSpan.seconds(Self.reach.meters)
    let track: Track
    do {
      track = try Track(
        straightThrough: place, at: passage, trackAngle: trackAngle,
        groundSpeed: .metersPerSecond(1), altitude: nil, before: span, after: span)
    } catch { throw .path(error) }
    return Near(track: track, encounter: try encounter(of: track), passage: passage)
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
      let time: Instant
      switch event.time {
      case .at(let instant): time = instant
      case .after(let moment, let span):
        guard let base = moments.time(of: moment) else { throw .momentMissing(moment) }
        time = try self.moment(base, after: span)
      case .afterEvent(let kind, let span):
        guard let base = located.last(where: { $0.kind == kind }) else { throw .eventMissing(kind) }
        time = try moment(base.time, after: span)
      }
      let place: GeodeticCoordinate?
      switch event.place {
      case .onTrack: place = track.state(at: time)?.place
      case .at(let definition): place = try coordinate(of: definition)
      case .ahead(let kind, let distance):
        guard let base = located.last(where: { $0.kind == kind }) else { throw .eventMissing(kind) }
        place = track.state(at: base.time).map {
          GeodesicLine(from: $0.place, azimuth: $0.trackAngle).place(at: distance)
        }
      case .unknown: place = nil
      }
      located.append(
        LocatedEvent(
          kind: event.kind, party: event.party, time: time, place: place, sources: event.sources))
    }
    return located
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

extension Replay {
  /// When a moment of the track was, under this replay's border.
  public func time(of moment: TrackMoment) -> Instant? {
    Moments(track: track.track, encounter: encounter).time(of: moment)
  }
}
