public import Quantities

/// A statement somebody made about an incident, in own words, with every way it can be read.
public struct Claim: Hashable, Sendable {
  public let id: String
  public let party: String
  /// What was said, paraphrased.
  public let statement: String
  public let sources: [String]
  /// The aircraft that the claim is about; all tracks of it are held against the claim.
  public let aircraft: String?
  /// The tracks that the claim is about, where it is not about all of its aircraft.
  public let tracks: [String]?
  /// Every reading is judged; the claim chooses none.
  public let readings: [Reading]

  public init(
    id: String, party: String, statement: String, sources: [String], aircraft: String?,
    tracks: [String]?, readings: [Reading]
  ) {
    (self.id, self.party, self.statement) = (id, party, statement)
    (self.sources, self.aircraft, self.tracks) = (sources, aircraft, tracks)
    self.readings = readings
  }
}

extension Claim {
  /// One way to understand a claim, as a test that can be computed.
  public struct Reading: Hashable, Sendable {
    public let id: String
    /// What this reading takes the words to mean, where there are several.
    public let meaning: String?
    public let test: Test

    public init(id: String, meaning: String?, test: Test) {
      (self.id, self.meaning, self.test) = (id, meaning, test)
    }
  }

  /// What a number must be for a claim to hold.
  public enum Expectation: Hashable, Sendable {
    /// The reported number, give or take the half width that its digits or its source state.
    case about(Measure, halfWidth: Double)
    case atLeast(Measure)
    case atMost(Measure)
    case between(Measure, Measure)
  }
}

extension Claim.Expectation {
  /// The unit in which the claim speaks, and its margin is told.
  public var unit: MeasureUnit {
    switch self {
    case .about(let measure, _), .atLeast(let measure), .atMost(let measure),
      .between(let measure, _):
      measure.unit
    }
  }

  /// How far `value` lies inside (+) or outside (−) what is expected.
  ///
  /// A count that is exactly a bound lies half a step inside it, as the number 10 lies half a step
  /// inside "10".
  ///
  /// - Parameter value: In the base unit of the expectation's kind.
  /// - Returns: In the base unit too.
  public func margin(of value: Double) -> Double {
    switch self {
    case .about(let measure, let halfWidth):
      halfWidth * measure.unit.factor - abs(value - measure.base)
    case .atLeast(let least): value - least.base + halfStep
    case .atMost(let most): most.base - value + halfStep
    case .between(let least, let most):
      min(value - least.base, most.base - value) + halfStep
    }
  }

  /// What is expected of a value that is never negative: a lower bound that it cannot miss is none.
  ///
  /// A path that is 0 s inside lies as surely within "0 s to 3 s" as within "at most 3 s". Counts, which
  /// lie half a step inside a bound, and a lower bound alone stay as they are.
  var ofAmount: Claim.Expectation {
    switch self {
    case .about(let measure, let halfWidth):
      let reach = halfWidth * measure.unit.factor
      guard measure.unit.kind != .count, measure.base <= reach else { return self }
      return .atMost(Measure(base: measure.base + reach, in: measure.unit))
    case .between(let least, let most):
      return least.base <= 0 ? .atMost(most) : self
    case .atLeast, .atMost: return self
    }
  }

  private var halfStep: Double { unit == .one ? 0.5 : 0 }
}
