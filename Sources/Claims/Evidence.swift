public import Airspaces
import Flights
public import Geodesy
public import Incidents
public import Quantities

/// What readings are judged by: a track against a border, or as much of that as there is.
public struct Evidence: Sendable {
  public let replay: Replay?
  /// All tracks of an airspace, for what is asked about them together.
  public let replays: [Replay]
  public let border: PreparedBorder?
  /// The coordinates of the scenario's named places.
  public let places: [String: GeodeticCoordinate]
  /// How far the border line may lie from the line that is meant: a 95 % half width.
  public let borderDisplacement: Length

  public init(
    replay: Replay?, border: PreparedBorder?, places: [String: GeodeticCoordinate],
    borderDisplacement: Length, replays: [Replay] = []
  ) {
    (self.replay, self.border, self.places) = (replay, border, places)
    self.replays = replays
    self.borderDisplacement = borderDisplacement
  }
}

/// A number with the half width of its 95 % interval, both in the base unit of their kind.
struct Estimate {
  var value: Double
  var uncertainty = 0.0
}

extension Replay {
  /// When the track first entered, or, if it never was inside, when it was nearest.
  ///
  /// Nothing for a track that begins inside: nobody saw it enter.
  var referenceTime: Instant? {
    guard let first = encounter.crossings.first else { return encounter.nearestApproach?.time }
    return first.entry?.time
  }

  /// How uncertain the time of a point is: that of the first entry or the last exit moves with the
  /// border; the others are times of the track itself, or were put in place with it.
  func timeUncertainty(of point: Claim.TimelinePoint, _ displacement: Length) -> TimeSpan {
    guard case .moment(let moment) = point else { return .zero }
    let passage: BorderPassage?
    switch moment {
    case .entry: passage = encounter.crossings.first?.entry
    case .exit: passage = encounter.crossings.last?.exit
    case .start, .deepest, .nearestApproach, .end: passage = nil
    }
    return passage?.timeUncertainty(displacement) ?? .zero
  }

  /// What numbers about the inside rest on.
  var basis: Judgement.Basis {
    guard track.definition.kind == .recorded else {
      return Judgement.Basis(fixesInside: 0, interpolatedShare: 1)
    }
    let observed = encounter.crossings.reduce(TimeSpan.zero) { sum, crossing in
      let inside = track.track.fixes(inside: border, from: crossing.start, to: crossing.end)
      guard let first = inside.first, let last = inside.last else { return sum }
      return sum + last.time.since(first.time)
    }
    let total = encounter.durationInside
    return Judgement.Basis(
      fixesInside: encounter.crossings.reduce(0) { $0 + $1.fixesInside },
      interpolatedShare: total > .zero ? 1 - observed / total : 1)
  }

  func time(of point: Claim.TimelinePoint) -> Instant? {
    switch point {
    case .moment(let moment): time(of: moment)
    case .event(let kind): event(kind)?.time
    case .firstWarning: track.warnings.first
    case .lastWarning: track.warnings.last
    }
  }

  func event(_ kind: ReportedEvent.Kind) -> LocatedEvent? {
    track.events.last { $0.kind == kind }
  }
}
