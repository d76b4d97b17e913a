public import Flights
public import Geodesy
public import Quantities

/// A place that a scenario speaks of by name.
public struct NamedPlace: Hashable, Sendable {
  public enum Definition: Hashable, Sendable {
    case at(GeodeticCoordinate)
    /// The southernmost point of an airspace under a border source.
    case southernmost(airspace: String, border: String)
  }

  public let id: String
  public let name: String
  public let definition: Definition
  public let sources: [String]

  public init(id: String, name: String, definition: Definition, sources: [String]) {
    (self.id, self.name, self.definition, self.sources) = (id, name, definition, sources)
  }
}

/// A place, as a path or an event names it.
public indirect enum PlaceDefinition: Hashable, Sendable {
  case at(GeodeticCoordinate)
  /// A named place.
  case named(String)
  /// So far from another place, along the geodesic that leaves it in a direction.
  case from(PlaceDefinition, bearing: Angle, distance: Length)
}

/// How a track of a scenario came to be.
public enum TrackKind: String, CaseIterable, Hashable, Sendable {
  /// Built from statements; nobody published these positions.
  case reconstruction
  /// Positions as a source published them.
  case recorded
}

/// A track of a scenario, before its border is known.
public struct TrackDefinition: Sendable {
  public let id: String
  public let title: String
  public let aircraft: String
  /// The airspace that the track is held against.
  public let airspace: String
  public let kind: TrackKind
  /// From which statements, and how, the track was built.
  public let basis: String
  public let sources: [String]
  public let motion: Motion
  public let warnings: WarningSeries?
  public let events: [ReportedEvent]

  /// How the aircraft moves.
  public enum Motion: Sendable {
    case fixes(Track)
    case path(PathDefinition)
  }

  public init(
    id: String, title: String, aircraft: String, airspace: String, kind: TrackKind,
    basis: String, sources: [String], motion: Motion, warnings: WarningSeries?,
    events: [ReportedEvent]
  ) {
    (self.id, self.title, self.aircraft, self.airspace) = (id, title, aircraft, airspace)
    (self.kind, self.basis, self.sources, self.motion) = (kind, basis, sources, motion)
    (self.warnings, self.events) = (warnings, events)
  }
}

/// A moment of a track that follows from how it meets the border.
public enum TrackMoment: String, CaseIterable, Hashable, Sendable {
  case start, entry, deepest, exit, nearestApproach, end
}

/// A path described by its course, speed and altitude.
public struct PathDefinition: Hashable, Sendable {
  public enum Course: Hashable, Sendable {
    /// The geodesic through a place in a direction, for so long before and after the moment at
    /// which the path is timed; where that is its start or end, before and after the place.
    case straight(
      through: PlaceDefinition, trackAngle: Angle, before: TimeSpan, after: TimeSpan)
    case waypoints([PlaceDefinition])
    /// The same with corners flown as turns, and changes of speed and altitude; in a calm.
    case planned([Waypoint], turn: LevelTurn)
  }

  /// A place that a flight is planned along, and what changes there.
  public struct Waypoint: Hashable, Sendable {
    public let place: PlaceDefinition
    /// How the turn is flown; without meaning at the first waypoint and the last.
    public let kind: FlightPlan.Waypoint.Kind
    public let speedChange: FlightPlan.SpeedChange?
    public let altitudeChange: FlightPlan.AltitudeChange?

    public init(
      _ place: PlaceDefinition, kind: FlightPlan.Waypoint.Kind = .flyBy,
      speedChange: FlightPlan.SpeedChange? = nil,
      altitudeChange: FlightPlan.AltitudeChange? = nil
    ) {
      (self.place, self.kind) = (place, kind)
      (self.speedChange, self.altitudeChange) = (speedChange, altitudeChange)
    }
  }

  public enum GroundSpeed: Hashable, Sendable {
    case given(Speed)
    /// A stated length over a stated time.
    case quotient(Length, TimeSpan)
    /// The speed at which the path is so long inside, on the default border.
    case inside(TimeSpan)
  }

  /// When the path is where.
  public struct Anchor: Hashable, Sendable {
    /// The moment that is timed; on the default border.
    public let moment: TrackMoment
    public let time: Instant

    public init(moment: TrackMoment, time: Instant) { (self.moment, self.time) = (moment, time) }
  }

  public let course: Course
  public let groundSpeed: GroundSpeed
  public let altitude: Altitude?
  public let anchor: Anchor

  public init(course: Course, groundSpeed: GroundSpeed, altitude: Altitude?, anchor: Anchor) {
    (self.course, self.groundSpeed) = (course, groundSpeed)
    (self.altitude, self.anchor) = (altitude, anchor)
  }
}

/// Warnings that were sent to an aircraft, evenly over a time before a moment of its track.
public struct WarningSeries: Hashable, Sendable {
  public let count: Int
  public let over: TimeSpan
  public let endingAt: TrackMoment
  public let party: String
  public let sources: [String]

  public init(
    count: Int, over: TimeSpan, endingAt: TrackMoment, party: String, sources: [String]
  ) {
    (self.count, self.over, self.endingAt) = (count, over, endingAt)
    (self.party, self.sources) = (party, sources)
  }
}

/// Something that a party says happened to an aircraft on a track.
public struct ReportedEvent: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case launch, hit, crash
  }

  public enum Time: Hashable, Sendable {
    case at(Instant)
    /// So long after a moment of the track; negative before it.
    case after(TrackMoment, TimeSpan)
    /// So long after an earlier event of the same track.
    case afterEvent(Kind, TimeSpan)
  }

  public enum Place: Hashable, Sendable {
    /// Where the track is at that time.
    case onTrack
    case at(PlaceDefinition)
    /// So far ahead of where the track was at an earlier event of the same track, along its course then.
    case ahead(of: Kind, distance: Length)
    case unknown
  }

  public let kind: Kind
  public let party: String
  public let time: Time
  public let place: Place
  public let sources: [String]

  public init(kind: Kind, party: String, time: Time, place: Place, sources: [String]) {
    (self.kind, self.party, self.time, self.place) = (kind, party, time, place)
    self.sources = sources
  }
}
