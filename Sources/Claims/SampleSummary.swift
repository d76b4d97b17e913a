import Incidents
public import Quantities

/// What samples of an uncertain track say together: probabilities with their errors, and quantiles.
public struct SampleSummary: Sendable {
  public private(set) var count = 0
  /// Samples without a replay; they are in no probability.
  public private(set) var failed = 0
  private var insideCount = 0
  /// What was measured of the samples that are inside, in seconds or meters.
  private var values: [Measured: [Double]] = [:]
  private var verdicts: [VerdictCounts]

  /// What is measured of a sample that is inside.
  public enum Measured: String, CaseIterable, Sendable {
    case duration = "duration_s"
    case length = "length_m"
    /// From the nearest border.
    case depth = "max_depth_m"
    case southernTipDepth = "southern_tip_depth_m"
    case entryDepth = "entry_depth_m"
    /// Seconds after ``SampleSummary/entryOrigin``; of a track that is seen to enter.
    case entryTime = "entry_time_s"
  }

  /// Where entry times are counted from.
  public let entryOrigin: Instant

  /// Of no samples.
  ///
  /// - Parameters:
  ///   - readings: How many readings they are held against.
  ///   - entryOrigin: Where entry times are counted from.
  public init(readings: Int, entryOrigin: Instant) {
    verdicts = Array(repeating: VerdictCounts(), count: readings)
    self.entryOrigin = entryOrigin
  }
}

extension SampleSummary {
  public mutating func add(_ record: VariationRecord) {
    count += 1
    guard let figures = record.figures else {
      failed += 1
      return
    }
    for index in record.readings.indices {
      verdicts[index][record.readings[index].verdict] += 1
    }
    guard figures.crossings > 0 else { return }
    insideCount += 1
    keep(.duration, figures.duration.seconds)
    keep(.length, figures.length.meters)
    keep(.depth, figures.depth?.meters)
    keep(.southernTipDepth, figures.southernTipDepth?.meters)
    keep(.entryDepth, figures.entryDepth?.meters)
    keep(.entryTime, figures.entry?.since(entryOrigin).seconds)
  }

  private mutating func keep(_ measured: Measured, _ value: Double?) {
    if let value { values[measured, default: []].append(value) }
  }

  /// Adds what another summary holds of later samples.
  public mutating func add(_ other: SampleSummary) {
    count += other.count
    failed += other.failed
    insideCount += other.insideCount
    values.merge(other.values, uniquingKeysWith: +)
    for (index, counts) in other.verdicts.enumerated() {
      verdicts[index].add(counts)
    }
  }
}

extension SampleSummary {
  /// The probability of having been inside at some moment.
  public var inside: SampledProbability {
    SampledProbability(insideCount, of: count - failed)
  }

  /// The probability of a verdict on a reading.
  public func probability(of verdict: Verdict, onReading index: Int) -> SampledProbability {
    SampledProbability(verdicts[index][verdict], of: count - failed)
  }

  /// Of how many samples something was measured.
  public func count(of measured: Measured) -> Int { values[measured, default: []].count }

  /// Quantiles of what was measured of the samples that are inside.
  ///
  /// - Parameters:
  ///   - measured: What is asked for.
  ///   - probabilities: 0…1 each.
  /// - Returns: The value of the sample at each share of the sorted samples, none between two; nothing
  ///   where there is no sample.
  /// - Complexity: O(*n* log *n*).
  public func quantiles(of measured: Measured, at probabilities: [Double]) -> [Double]? {
    let sorted = values[measured, default: []].sorted()
    guard !sorted.isEmpty else { return nil }
    return probabilities.map { probability in
      let rank = (probability * Double(sorted.count)).rounded(.up)
      return sorted[min(sorted.count - 1, max(0, Int(rank) - 1))]
    }
  }
}

/// A probability that was found by drawing samples.
public struct SampledProbability: Hashable, Sendable {
  public let hits: Int
  public let samples: Int

  /// - Parameters:
  ///   - hits: In how many samples it was so.
  ///   - samples: Of how many.
  public init(_ hits: Int, of samples: Int) { (self.hits, self.samples) = (hits, samples) }

  /// The share of hits; nothing without samples.
  public var value: Double? { samples > 0 ? Double(hits) / Double(samples) : nil }

  /// The Monte Carlo error: the standard deviation of the share, √(p(1 − p)/n).
  public var standardError: Double? {
    value.map { ($0 * (1 - $0) / Double(samples)).squareRoot() }
  }

  /// The interval that holds the probability in 95 % of all runs, also where all samples agree.
  ///
  /// - Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
  ///   *Journal of the American Statistical Association* 22 (1927).
  public var interval95: ClosedRange<Double>? {
    guard let p = value else { return nil }
    let (n, z) = (Double(samples), NormalDistribution.halfWidth95)
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    // Rounding must not keep an end from 0 or 1.
    return (hits == 0 ? 0 : middle - half)...(hits == samples ? 1 : middle + half)
  }
}
