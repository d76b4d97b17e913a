public import Geodesy
public import Quantities

/// How a track lies within an envelope, limit by limit.
public struct Flyability: Hashable, Sendable {
  /// Three answers: where a limit cannot be judged, none is guessed.
  public enum Answer: String, CaseIterable, Hashable, Sendable {
    case flyable, notFlyable, undetermined
  }

  /// One for each limit of the envelope, in the order of ``FlightEnvelope/Limit``.
  public let findings: [Finding]

  /// Not flyable as soon as one limit is broken, and flyable only where all are known to be kept.
  public var answer: Answer {
    let answers = findings.map(\.answer)
    if answers.contains(.notFlyable) { return .notFlyable }
    return answers.contains(.undetermined) ? .undetermined : .flyable
  }

  /// The finding whose limit is broken first; of several at once, the first in order.
  public var firstBroken: Finding? {
    // The earliest, without the last of several, which a plain minimum would be free to give.
    findings.reduce(nil) { first, finding in
      guard let broken = finding.firstBroken else { return first }
      guard let earliest = first?.firstBroken else { return finding }
      return broken.time < earliest.time ? finding : first
    }
  }
}

extension Flyability {
  /// What was found of one limit.
  public struct Finding: Hashable, Sendable {
    public let limit: FlightEnvelope.Limit

    /// Where the track comes closest to the limit, or breaks it most, as far as that is known;
    /// the first such moment.
    public let smallest: Moment?

    /// The first moment after which the limit is broken, if it is.
    ///
    /// Its margin is zero where the limit is passed on a leg, and negative where the leg or the
    /// corner that begins there breaks it at once.
    public let firstBroken: Moment?

    /// Why a part of the track could not be judged; nothing where all was.
    public let gap: Gap?

    public var answer: Answer {
      if firstBroken != nil { return .notFlyable }
      return gap == nil ? .flyable : .undetermined
    }
  }

  /// A moment of a track and how far it is inside of a limit, in the limit's unit.
  public struct Moment: Hashable, Sendable {
    public let time: Instant
    /// Negative outside.
    public let margin: Measure
  }

  /// Why a part of a track cannot be held against a limit.
  public enum Gap: Hashable, Sendable {
    /// A fix has no altitude.
    case noAltitude
    /// Altitudes of this reference do not tell what air was flown through.
    case reference(Altitude.Reference)
    /// The altitude is beyond those of ``StandardAtmosphere``.
    case beyondAtmosphere
  }
}
