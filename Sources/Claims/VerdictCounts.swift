/// How often each verdict was given.
public struct VerdictCounts: Hashable, Sendable {
  private var supported = 0
  private var contradicted = 0
  private var undetermined = 0

  /// Of nothing judged.
  public init() {}

  public subscript(verdict: Verdict) -> Int {
    get {
      switch verdict {
      case .supported: supported
      case .contradicted: contradicted
      case .undetermined: undetermined
      }
    }
    set {
      switch verdict {
      case .supported: supported = newValue
      case .contradicted: contradicted = newValue
      case .undetermined: undetermined = newValue
      }
    }
  }

  /// Adds what others counted.
  mutating func add(_ other: VerdictCounts) {
    for verdict in Verdict.allCases { self[verdict] += other[verdict] }
  }
}
