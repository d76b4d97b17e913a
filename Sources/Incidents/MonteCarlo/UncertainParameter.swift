public import Quantities

/// What of a track, or of how it was seen, a scenario may be uncertain of.
public enum UncertainParameter: String, CaseIterable, Hashable, Sendable {
  /// The error of each fix, independent from fix to fix, north and east alike.
  case positionNoise
  /// An error that all fixes share, north and east alike.
  case positionBias
  /// How much later than told everything happened.
  case clock
  /// What is to be added to every ground speed.
  case groundSpeed
  /// What is to be added to the course.
  case trackAngle
  /// What is to be added to the altitude.
  case altitude
  /// The time from one scan of a radar to the next; when the first comes is as uncertain as can be.
  case scanPeriod
}

extension UncertainParameter {
  /// What it measures; its numbers are in the base unit of that kind.
  public var kind: MeasureUnit.Kind {
    switch self {
    case .positionNoise, .positionBias, .altitude: .length
    case .clock, .scanPeriod: .time
    case .groundSpeed: .speed
    case .trackAngle: .angle
    }
  }
}

/// How a number that is not known exactly is spread.
public enum Distribution: Hashable, Sendable {
  /// Normal around zero, with this standard deviation.
  case normal(standardDeviation: Double)
  /// Equally likely from the one number to the other.
  case uniform(Double, Double)
}

extension Distribution {
  /// The value below which a share of the probability lies.
  ///
  /// - Parameter probability: 0…1.
  /// - Returns: In the unit of the distribution.
  public func quantile(_ probability: Double) -> Double {
    switch self {
    case .normal(let deviation):
      deviation == 0 ? 0 : deviation * NormalDistribution.quantile(probability)
    case .uniform(let low, let high): low + (high - low) * probability
    }
  }

  /// Why no parameter can be spread so, or nothing.
  ///
  /// - Parameter parameter: What is spread.
  /// - Returns: The first defect found.
  public func defect(of parameter: UncertainParameter) -> DistributionDefect? {
    switch self {
    case .normal(let deviation):
      if !(0..<Double.infinity).contains(deviation) { return .negativeDeviation }
      switch parameter {
      case .scanPeriod: return .notARange
      case .positionNoise, .positionBias: return deviation > 1e5 ? .deviationTooLarge : nil
      case .clock, .groundSpeed, .trackAngle, .altitude: return nil
      }
    case .uniform(let low, let high):
      guard low.isFinite, high.isFinite, low <= high else { return .endsReversed }
      switch parameter {
      case .positionNoise, .positionBias: return .notADeviation
      case .scanPeriod: return low < 0.1 ? .scanTooShort : nil
      case .clock, .groundSpeed, .trackAngle, .altitude: return nil
      }
    }
  }
}

/// Why a parameter cannot be spread in some way.
public enum DistributionDefect: Error, Hashable {
  case negativeDeviation
  /// Of positions, above 100 km.
  case deviationTooLarge
  case endsReversed
  /// The parameter is the standard deviation of errors, not a value.
  case notADeviation
  /// The parameter is a value from a range, which cannot lie around zero.
  case notARange
  case scanTooShort
}

extension DistributionDefect: CustomStringConvertible {
  public var description: String {
    switch self {
    case .negativeDeviation: "a standard deviation is zero or more"
    case .endsReversed: "the range ends before it begins"
    case .notADeviation: "position errors have a standard deviation, not a range"
    case .notARange: "a scan period is a time or a range of times, not a standard deviation"
    case .scanTooShort: "a scan period is a tenth of a second or more"
    case .deviationTooLarge: "position errors have a standard deviation of 100 km at most"
    }
  }
}

/// An uncertain parameter as somebody states it.
public struct Uncertainty: Hashable, Sendable {
  public let distribution: Distribution
  public let sources: [String]

  public init(_ distribution: Distribution, sources: [String]) {
    (self.distribution, self.sources) = (distribution, sources)
  }
}
