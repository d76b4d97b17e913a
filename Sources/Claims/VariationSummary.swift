import Incidents
public import Quantities

/// What many variants have in common: how many are inside, the ranges of what they do, and the
/// verdicts by reading.
public struct VariationSummary: Sendable {
  public private(set) var count = 0
  /// Variants without a replay.
  public private(set) var failed = 0
  /// Variants that are inside at some moment.
  public private(set) var inside = 0
  /// The extremes among the variants that are inside.
  public private(set) var duration: ClosedRange<TimeSpan>?
  public private(set) var length: ClosedRange<Length>?
  public private(set) var depth: ClosedRange<Length>?
  /// By reading.
  public private(set) var readings: [OfReading]

  /// What the variants say of one reading.
  public struct OfReading: Sendable {
    /// How often each verdict was given.
    public fileprivate(set) var verdicts: [Verdict: Int] = [:]
    /// The greatest margin, and the variant that has it; of several, the first.
    public fileprivate(set) var greatest: (margin: Measure, variant: Int)?
  }

  /// Of no variants.
  public init(readings: Int) { self.readings = Array(repeating: OfReading(), count: readings) }

  /// - Parameters:
  ///   - judged: A variant.
  ///   - number: Its number, greater than those added before.
  public mutating func add(_ judged: JudgedVariation, number: Int) {
    count += 1
    switch judged.replay {
    case .failure: failed += 1
    case .success(let replay):
      let encounter = replay.encounter
      for (index, judgement) in judged.judgements.enumerated() {
        readings[index].verdicts[judgement.verdict, default: 0] += 1
        guard judgement.computed != nil else { continue }
        readings[index].improve((judgement.margin, number))
      }
      guard !encounter.crossings.isEmpty else { return }
      inside += 1
      duration = joined(duration, encounter.durationInside)
      length = joined(length, encounter.lengthInside)
      depth = encounter.deepest.map { joined(depth, $0.distance) } ?? depth
    }
  }

  /// Adds what another summary holds of later variants.
  public mutating func add(_ other: VariationSummary) {
    count += other.count
    failed += other.failed
    inside += other.inside
    for range in [other.duration].compactMap(\.self) {
      duration = joined(joined(duration, range.lowerBound), range.upperBound)
    }
    for range in [other.length].compactMap(\.self) {
      length = joined(joined(length, range.lowerBound), range.upperBound)
    }
    for range in [other.depth].compactMap(\.self) {
      depth = joined(joined(depth, range.lowerBound), range.upperBound)
    }
    for (index, reading) in other.readings.enumerated() {
      readings[index].verdicts.merge(reading.verdicts, uniquingKeysWith: +)
      if let greatest = reading.greatest { readings[index].improve(greatest) }
    }
  }
}

extension VariationSummary.OfReading {
  fileprivate mutating func improve(_ other: (margin: Measure, variant: Int)) {
    if let greatest, greatest.margin.base >= other.margin.base { return }
    greatest = other
  }
}

private func joined<Value: Comparable>(
  _ range: ClosedRange<Value>?, _ value: Value
) -> ClosedRange<Value> {
  guard let range else { return value...value }
  return min(range.lowerBound, value)...max(range.upperBound, value)
}
