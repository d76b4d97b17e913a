public import Flights
public import Geodesy
public import Quantities

/// A target between the launch of a missile and its hit, held against a border.
///
/// One of the two moments is known. The other lies somewhere in the band of the missile's flight
/// times, and with it the place of the target and its side of the border.
public struct Engagement: Sendable {
  /// One of the two moments.
  public enum Moment: String, CaseIterable, Hashable, Sendable {
    case launch, hit

    /// The moment that is sought where this one is known.
    public var other: Moment {
      switch self {
      case .launch: .hit
      case .hit: .launch
      }
    }
  }

  /// Where the target is with respect to the airspace.
  public enum Side: String, CaseIterable, Hashable, Sendable {
    case inside, outside
    /// No further from the line than that may be displaced, or beyond the data.
    case undetermined
  }

  /// The target at one moment.
  public struct Position: Hashable, Sendable {
    public let time: Instant
    public let place: GeodeticCoordinate
    /// Negative inside; nothing where border beyond an extract could be nearer.
    public let borderDistance: Length?
    public let side: Side
  }

  /// One end of the band.
  public struct End: Hashable, Sendable {
    public let flightTime: TimeSpan
    /// The target at the moment that is sought.
    public let position: Position
    /// The way that it flies between launch and hit.
    public let flown: Length
    /// The shortest distance between its places at launch and hit.
    public let distance: Length
  }

  /// A flight time at which the moment that is sought changes its side.
  public struct Change: Hashable, Sendable {
    public let flightTime: TimeSpan
    public let passage: BorderPassage
    /// Whether the aircraft enters there; it leaves otherwise.
    public let isEntry: Bool
    /// How far the flight time moves when the border is displaced across itself: a 95 % half width.
    public let uncertainty: TimeSpan
  }

  /// A part of the band in which the moment that is sought stays on one side.
  public struct Stretch: Hashable, Sendable {
    public let flightTimes: ClosedRange<TimeSpan>
    /// Whether the target is inside; on the line it is not.
    public let isInside: Bool
    /// The part as a share of the whole band, 0…1.
    public let share: Double
    /// The half width of the share's 95 % interval, to first order.
    public let shareUncertainty: Double
  }

  /// Which moment is known.
  public let known: Moment
  /// The target at the known moment.
  public let position: Position
  public let flight: MissileFlight
  /// At the shortest flight time; nothing where the track does not reach that far.
  public let shortest: End?
  /// At the longest flight time; nothing where the track does not reach that far.
  public let longest: End?
  /// Every change of side that the track has, in or outside of the band, by rising flight time.
  public let changes: [Change]
  /// The band in parts, as far as the track reaches; none where it has no width.
  public let stretches: [Stretch]
}
