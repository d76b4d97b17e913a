public import Flights
public import Incidents
public import Quantities

/// What is kept of one judged variant or sample: all that rows and summaries tell of it.
///
/// Rows and summaries are made from records only, so that a record that was written to a file and
/// read again gives the same text as the one that was just computed.
public struct VariationRecord: Hashable, Sendable {
  public let outcome: Outcome
  /// One for each reading that it was held against, in their order; none without a replay.
  public let readings: [OfReading]
  /// Whether the aircraft could fly it; nothing where that was not asked, or without a replay.
  public let flyability: OfEnvelope?

  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    case met(EncounterFigures)
    /// There is no replay, for the reason given.
    case failed(reason: String)
  }

  /// What is kept of a judgement.
  public struct OfReading: Hashable, Sendable {
    public let verdict: Verdict
    /// In the unit of the reading's test; nothing where none could be computed, and where a claim
    /// presupposes an entry that the track has not.
    public let margin: Double?

    public init(verdict: Verdict, margin: Double?) {
      (self.verdict, self.margin) = (verdict, margin)
    }
  }

  /// What is kept of how a track lies within an envelope.
  public struct OfEnvelope: Hashable, Sendable {
    public let answer: Flyability.Answer
    /// The limit that is broken first, when, and by how much there and then in the limit's unit.
    public let broken: Broken?

    /// A limit that a track breaks.
    public struct Broken: Hashable, Sendable {
      public let limit: FlightEnvelope.Limit
      public let time: Instant
      public let by: Double

      public init(limit: FlightEnvelope.Limit, time: Instant, by: Double) {
        (self.limit, self.time, self.by) = (limit, time, by)
      }
    }

    public init(answer: Flyability.Answer, broken: Broken?) {
      (self.answer, self.broken) = (answer, broken)
    }
  }

  public init(outcome: Outcome, readings: [OfReading], flyability: OfEnvelope? = nil) {
    (self.outcome, self.readings, self.flyability) = (outcome, readings, flyability)
  }
}

extension VariationRecord {
  /// - Parameters:
  ///   - judged: A variant or sample.
  ///   - readings: What it was held against, in the same order.
  ///   - envelope: What the aircraft can fly, where that is asked.
  public init(
    of judged: JudgedVariation, on readings: [Claim.Reading], within envelope: FlightEnvelope? = nil
  ) {
    switch judged.replay {
    case .success(let replay):
      outcome = .met(Findings(of: replay.encounter, along: replay.track.track).figures)
      flyability = envelope.map { OfEnvelope(replay.track.track.flyability(within: $0)) }
    case .failure(let error):
      outcome = .failed(reason: "\(error)")
      flyability = nil
    }
    self.readings = zip(judged.judgements, readings).map { judgement, reading in
      OfReading(
        verdict: judgement.verdict, margin: judgement.margin(in: reading.test.marginUnit))
    }
  }

  /// The record of what findings come to.
  ///
  /// - Parameters:
  ///   - findings: What a variant or sample does.
  ///   - tests: What it is held against.
  ///   - borderDisplacement: See ``Evidence/borderDisplacement``.
  ///   - judgements: Of all of these, where one of them needs a replay.
  init(
    of findings: borrowing Findings, on tests: [RecordedTest], borderDisplacement: Length,
    others judgements: [Judgement] = []
  ) {
    outcome = .met(findings.figures)
    flyability = nil
    var readings: [OfReading] = []
    readings.reserveCapacity(tests.count)
    for index in tests.indices {
      let unit = tests[index].unit
      if let test = tests[index].ofFindings {
        let judged = test.judged(by: findings, borderDisplacement)
        readings.append(OfReading(verdict: judged.verdict, margin: judged.margin(in: unit)))
      } else {
        let judged = judgements[index]
        readings.append(OfReading(verdict: judged.verdict, margin: judged.margin(in: unit)))
      }
    }
    self.readings = readings
  }

  /// The figures; nothing without a replay.
  public var figures: EncounterFigures? {
    switch outcome {
    case .met(let figures): figures
    case .failed: nil
    }
  }
}

/// A reading as records are made of it.
struct RecordedTest: Sendable {
  /// Nothing where it takes a replay.
  let ofFindings: FindingsTest?
  let unit: MeasureUnit

  init(_ reading: Claim.Reading) {
    (ofFindings, unit) = (reading.test.ofFindings, reading.test.marginUnit)
  }
}

extension VariationRecord.OfEnvelope {
  /// What is kept of all that was found.
  fileprivate init(_ flyability: Flyability) {
    answer = flyability.answer
    broken = flyability.firstBroken.flatMap { finding in
      finding.firstBroken.map { moment in
        Broken(limit: finding.limit, time: moment.time, by: -moment.margin.value)
      }
    }
  }
}

extension Judgement {
  /// The margin, if there is one and it is told in this unit.
  fileprivate func margin(in unit: MeasureUnit) -> Double? {
    if case .missing = remark { return nil }
    return margin.unit == unit ? margin.value : nil
  }
}
