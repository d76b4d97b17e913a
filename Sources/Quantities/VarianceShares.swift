/// How much of a result's variance one uncertain input accounts for: its Sobol' indices, estimated.
///
/// The first-order share is what would go if the input were known and nothing else: the variance of
/// the result's expectation given the input. The total share is what would stay if all else were known:
/// it has the interactions of the input with others besides. Both lie within 0…1, their estimates
/// may leave that by their errors; without interactions they are equal, and the first-order shares of
/// all inputs sum to 1.
public struct VarianceShares: Hashable, Sendable {
  public let firstOrder: Estimate
  public let total: Estimate

  /// A share, and its Monte Carlo error.
  public struct Estimate: Hashable, Sendable {
    public let value: Double
    /// The standard deviation of the estimate.
    public let standardError: Double
  }

  /// Estimates the shares of one input from runs in pairs.
  ///
  /// A first and a second run are drawn independently; the mixed one is the first, but for the input,
  /// which it has from the second. Values are counted from the mean of all runs, which changes nothing
  /// on average and makes the first-order share of a result with a large mean less noisy.
  ///
  /// Nothing where the result does not vary, or there are fewer than two runs.
  ///
  /// - Parameters:
  ///   - first: The result of each first run.
  ///   - second: The result of each second run, in the same order.
  ///   - mixed: The result of each mixed run, in the same order.
  /// - Precondition: There are as many of each, and all are finite.
  /// - Accuracy: The errors are to first order in 1/√*n* (delta method for the quotient of two means).
  ///   A result that varies in a handful of runs only has an error that is too small.
  /// - Complexity: O(*n*), and every sum in the order of the runs.
  /// - Source: A. Saltelli et al., "Variance based sensitivity analysis of model output", *Computer
  ///   Physics Communications* 181 (2010), table 2 (b) for the first order; M. Jansen, "Analysis of
  ///   variance designs for model output", *Computer Physics Communications* 117 (1999), as (f) of that
  ///   table, for the total.
  public init?(first: [Double], second: [Double], mixed: [Double]) {
    precondition(first.count == second.count && first.count == mixed.count, "runs are in pairs")
    guard first.count > 1 else { return nil }
    // Counted from a value first, so that equal values have no variance by rounding.
    let origin = first[0]
    let mean = origin + (first.mean(from: origin) + second.mean(from: origin)) / 2
    var (ofFirst, ofTotal, variances) = ([Double](), [Double](), [Double]())
    for index in first.indices {
      let (a, b, ab) = (first[index] - mean, second[index] - mean, mixed[index] - mean)
      ofFirst.append(b * (ab - a))
      ofTotal.append((a - ab) * (a - ab) / 2)
      variances.append((a * a + b * b) / 2)
    }
    guard variances.mean > 0 else { return nil }
    firstOrder = Estimate(quotientOf: ofFirst, and: variances)
    total = Estimate(quotientOf: ofTotal, and: variances)
  }
}

extension VarianceShares.Estimate {
  /// The quotient of two means, with its error by the delta method.
  fileprivate init(quotientOf values: [Double], and variances: [Double]) {
    let variance = variances.mean
    value = values.mean / variance
    var squares = 0.0
    for (x, v) in zip(values, variances) {
      let deviation = x - value * v
      squares += deviation * deviation
    }
    let count = Double(values.count)
    standardError = (squares / (count * (count - 1))).squareRoot() / variance
  }
}

/// What some numbers have in common: their mean and how far they spread.
public struct Spread: Hashable, Sendable {
  public let count: Int
  public let mean: Double
  /// With *n* − 1 in the denominator; zero for one number.
  public let standardDeviation: Double

  /// Of no numbers there is none.
  public init?(of numbers: [Double]) {
    guard !numbers.isEmpty else { return nil }
    let mean = numbers[0] + numbers.mean(from: numbers[0])
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    (count, self.mean) = (numbers.count, mean)
    standardDeviation = (squares / Double(max(1, count - 1))).squareRoot()
  }

  /// The Monte Carlo error of the mean.
  public var standardError: Double { standardDeviation / Double(count).squareRoot() }
}

extension [Double] {
  fileprivate var mean: Double { mean(from: 0) }

  /// The mean of what the numbers are above `origin`.
  fileprivate func mean(from origin: Double) -> Double {
    reduce(0) { $0 + ($1 - origin) } / Double(count)
  }
}
