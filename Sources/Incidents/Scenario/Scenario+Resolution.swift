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
  /// The speed of a path along waypoints does not follow from a time inside.
  case waypointsNeedSpeed
  case warningCountNotPositive(Int)
  /// The flight that is planned along waypoints is none, or cannot be flown.
  case plan(FlightPlanError)
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
      "the path has no \(moment.rawValue) within the border data; a straight one is searched "
        + "within 20 km of the place that it passes"
    case .eventMissing(let kind): "no \(kind.rawValue) is listed before the event that needs it"
    case .waypointsNeedSpeed:
      "a path along waypoints needs a ground speed, or a length over a time"
    case .plan(let error): error.description
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

extension Replay {
  /// When a moment of the track was, under this replay's border.
  public func time(of moment: TrackMoment) -> Instant? {
    Moments(track: track.track, encounter: encounter).time(of: moment)
  }
}
