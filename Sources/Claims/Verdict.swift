/// What the evidence says of a reading.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
  case supported, contradicted, undetermined
}

extension Verdict {
  /// Judges a margin by the half width of its 95 % interval.
  ///
  /// A margin within its uncertainty, and a margin of zero, decide nothing.
  public init(margin: Double, uncertainty: Double) {
    self =
      if margin > uncertainty {
        .supported
      } else if margin < -uncertainty {
        .contradicted
      } else {
        .undetermined
      }
  }

  /// What verdicts under several border sources say together: what all of them say, if they agree.
  public static func joint(_ verdicts: some Sequence<Verdict>) -> Verdict {
    let distinct = Set(verdicts)
    return distinct.count == 1 ? distinct.first ?? .undetermined : .undetermined
  }
}
