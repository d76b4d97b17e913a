public import Flights
public import Incidents
public import Quantities

extension Claim {
  /// What a reading asserts, in a form that can be computed.
  public enum Test: Hashable, Sendable {
    /// The aircraft was inside at some moment.
    case entered
    /// The aircraft was never inside.
    case keptOut
    /// The aircraft never came nearer to the border than this, and never inside.
    case keptClear(by: Measure)
    /// The time inside, over all crossings.
    case durationInside(Expectation)
    /// The way flown inside, over all crossings.
    case lengthInside(Expectation)
    /// How deep the aircraft came inside; zero for one that stayed outside.
    case depth(DepthMeasure, Expectation)
    /// When the aircraft first entered.
    case entryTime(Instant, halfWidth: TimeSpan)
    /// The altitude at the first entry, or at the nearest approach.
    case altitude(Expectation)
    /// The ground speed at the first entry, or at the nearest approach.
    case groundSpeed(Expectation)
    /// The way flown in this span before the first entry, or the nearest approach.
    case pathLength(within: TimeSpan, Expectation)
    case insideAt(ReportedEvent.Kind)
    case outsideAt(ReportedEvent.Kind)
    /// How far outside the border an event was; negative inside.
    case distanceToBorder(at: ReportedEvent.Kind, Expectation)
    case distanceBetween(ReportedEvent.Kind, ReportedEvent.Kind, Expectation)
    case timeBetween(TimelinePoint, TimelinePoint, Expectation)
    /// How many warnings were sent within this span, wherever most of them fall into it.
    case warnings(Expectation, over: TimeSpan)
    /// The first warning came at least so long before the first entry.
    case warningBeforeEntry(atLeast: Measure)
    /// How many times the aircraft was inside.
    case crossings(Expectation)
    /// Whether the track can be flown within what the aircraft can do, or cannot.
    case flyable(Bool, within: FlightEnvelope)
    /// How many aircraft were inside an airspace.
    case aircraftCount(airspace: String, Expectation)
    /// How far a named place is from the border, on whichever side.
    case placeToBorder(place: String, airspace: String, Expectation)
    /// The height from which a fall without drag takes this time.
    case fallHeight(TimeSpan, Expectation)
    /// The time that a fall without drag takes from this height.
    case fallTime(from: Length, Expectation)
    /// The speed that a stated length in a stated time needs.
    case impliedSpeed(Length, TimeSpan, Expectation)
    /// The time that a stated length takes at a stated speed.
    case impliedDuration(Length, Speed, Expectation)
    /// The length that a stated speed covers in a stated time.
    case impliedLength(Speed, TimeSpan, Expectation)
  }

  /// From where a depth is measured.
  public enum DepthMeasure: String, CaseIterable, Hashable, Sendable {
    /// The distance to the nearest point of the border.
    case nearestBorder
    /// North of the southernmost point of the airspace, along the meridian.
    case fromSouthernTip
    /// The distance from the point of entry.
    case fromEntry
  }

  /// A moment that can be told from a track.
  public enum TimelinePoint: Hashable, Sendable {
    case moment(TrackMoment)
    case event(ReportedEvent.Kind)
    case firstWarning
    case lastWarning
  }
}

extension Claim.Test {
  /// What a test needs to be judged.
  public enum Scope: Hashable, Sendable {
    /// A track against a border.
    case track
    /// All tracks that are held against this airspace.
    case tracks(airspace: String)
    /// A border alone: of this airspace.
    case border(airspace: String)
    /// The stated numbers alone.
    case numbers
  }

  public var scope: Scope {
    switch self {
    case .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth, .entryTime,
      .altitude, .groundSpeed, .pathLength, .insideAt, .outsideAt, .distanceToBorder,
      .distanceBetween, .timeBetween, .warnings, .warningBeforeEntry, .crossings, .flyable:
      .track
    case .aircraftCount(let airspace, _): .tracks(airspace: airspace)
    case .placeToBorder(_, let airspace, _): .border(airspace: airspace)
    case .fallHeight, .fallTime, .impliedSpeed, .impliedDuration, .impliedLength: .numbers
    }
  }
}

extension Claim.Test {
  /// The unit in which margins are told: the claim's own, but meters and seconds where it has none.
  ///
  /// A claim that presupposes an entry is told in meters for a track without one, and one that a
  /// track can be flown in the unit of the limit that decides: as a number where that has none.
  public var marginUnit: MeasureUnit {
    switch self {
    case .entered, .keptOut, .insideAt, .outsideAt: .meter
    case .entryTime: .second
    case .flyable: .one
    case .keptClear(let measure), .warningBeforeEntry(let measure): measure.unit
    case .durationInside(let expected), .lengthInside(let expected), .depth(_, let expected),
      .altitude(let expected), .groundSpeed(let expected), .pathLength(_, let expected),
      .distanceToBorder(_, let expected), .distanceBetween(_, _, let expected),
      .timeBetween(_, _, let expected), .warnings(let expected, _), .crossings(let expected),
      .aircraftCount(_, let expected), .placeToBorder(_, _, let expected),
      .fallHeight(_, let expected),
      .fallTime(_, let expected), .impliedSpeed(_, _, let expected),
      .impliedDuration(_, _, let expected), .impliedLength(_, _, let expected):
      expected.unit
    }
  }
}
