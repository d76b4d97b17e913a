public import Incidents
import Quantities

/// What is kept of one judged variant or sample: all that rows and summaries tell of it.
///
/// Rows and summaries are made from records only, so that a record that was written to a file and
/// read again gives the same text as the one that was just computed.
public struct VariationRecord: Hashable, Sendable {
  public let outcome: Outcome
  /// One for each reading that it was held against, in their order; none without a replay.
  public let readings: [OfReading]

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

  public init(outcome: Outcome, readings: [OfReading]) {
    (self.outcome, self.readings) = (outcome, readings)
  }
}

extension VariationRecord {
  /// - Parameters:
  ///   - judged: A variant or sample.
  ///   - readings: What it was held against, in the same order.
  public init(of judged: JudgedVariation, on readings: [Claim.Reading]) {
    switch judged.replay {
    case .success(let replay): outcome = .met(EncounterFigures(of: replay.encounter))
    case .failure(let error): outcome = .failed(reason: "\(error)")
    }
    self.readings = zip(judged.judgements, readings).map { judgement, reading in
      OfReading(
        verdict: judgement.verdict, margin: judgement.margin(in: reading.test.marginUnit))
    }
  }

  /// The figures; nothing without a replay.
  public var figures: EncounterFigures? {
    switch outcome {
    case .met(let figures): figures
    case .failed: nil
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
