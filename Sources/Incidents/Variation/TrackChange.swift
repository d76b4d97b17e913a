public import Flights
public import Quantities

/// How a track is to differ from the one that a scenario tells.
///
/// The changes are made in the order in which they stand here, whatever the order in which they
/// were asked for. Without any, the track stays as it is, bit for bit.
public struct TrackChange: Hashable, Sendable {
  /// How far the path is moved: north and east as the geodesic leaves the pivot.
  public var north = Length.zero
  public var east = Length.zero
  /// How far it is moved along its own course at the pivot, and to the right of it.
  public var along = Length.zero
  public var across = Length.zero
  /// By how much it is turned about the pivot, clockwise.
  public var rotation = Angle.zero
  public var groundSpeed = GroundSpeed.unchanged
  /// The bank of the fly-by turns in which corners are flown, at the ground speed of the leg before;
  /// where none is given, corners stay what they are.
  public var bank: Angle?
  /// By how much the wind is another than the one in which the track was flown.
  ///
  /// At the same headings and airspeeds, every place drifts by this times the time since the moment
  /// by which the track is timed.
  public var wind = Wind.calm
  /// When the first place is passed, where the times are to be moved so.
  public var start: Instant?
  /// By how much everything happens later.
  public var delay = TimeSpan.zero
  /// The altitude of the whole track; its reference stays.
  public var altitude: Length?
  /// The time from the launch to the hit, and from the hit to the crash.
  public var timeToHit: TimeSpan?
  public var fallTime: TimeSpan?

  public init() {}
}

extension TrackChange {
  /// How fast the path is flown; the place of the track whose time is held keeps its time.
  public enum GroundSpeed: Hashable, Sendable {
    case unchanged
    /// One speed on every leg.
    case set(Speed)
    /// So many times the speed that each leg had.
    case scaled(Double)
  }

  /// Whether the places of the path stay what they are.
  public var keepsPlaces: Bool { movesAlike(TrackChange()) }

  /// Whether the path is moved or turned as a rigid body.
  var movesBody: Bool {
    (north, east, along, across) != (.zero, .zero, .zero, .zero) || rotation != .zero
  }

  /// Whether the path gets another form, which depends on how fast it is flown.
  public var reshapes: Bool { wind != .calm || bank != nil }

  /// Whether two changes lead to the same places.
  public func movesAlike(_ other: TrackChange) -> Bool {
    (north, east, along, across, rotation)
      == (other.north, other.east, other.along, other.across, other.rotation)
      && (wind, bank) == (other.wind, other.bank)
      && (!reshapes || groundSpeed == other.groundSpeed)
  }
}

/// Why a track cannot be changed so.
public enum TrackChangeError: Error, Hashable {
  /// A speed, or a factor of speeds, that is not above zero or not finite.
  case speedNotPositive
  /// A leg has no length, so that no one speed makes its time.
  case legWithoutLength(leg: Int)
  /// A time outside the years of `Instant`, a way that is not finite, or a drift of 20 000 km or more.
  case outOfRange
  /// A bank that is not above 0° and below 90°.
  case bankOutOfRange(Angle)
  /// A corner cannot be flown as a turn at the bank.
  case turn(FlightPlanError)
  /// The altitude is to be set, and the track has none.
  case noAltitude
  /// The track has no such event that is timed by another one.
  case noSuchEvent(ReportedEvent.Kind)
  /// The track has no such moment.
  case momentMissing(TrackMoment)
  /// Fewer than two scans of a radar fall into the track.
  case seenTooRarely
}

extension TrackChangeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .speedNotPositive: "a path needs a ground speed above zero"
    case .legWithoutLength(let leg):
      "leg \(leg + 1) has no length, so that it cannot be flown at one speed"
    case .outOfRange:
      "a changed path must stay within the years 1678 to 2261, at finite distances, and drift less "
        + "than 20000 km"
    case .bankOutOfRange(let bank): LevelTurnError.bankOutOfRange(bank).description
    case .turn(let error): error.description
    case .noAltitude: "the track has no altitude that could be changed"
    case .noSuchEvent(let kind): "no \(kind.rawValue) of the track is timed by an earlier event"
    case .momentMissing(let moment): "the track has no \(moment.rawValue)"
    case .seenTooRarely: "fewer than two scans see the track"
    }
  }
}
