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
  /// The extremes among the variants that are inside; of depths, of those that are certain.
  public private(set) var duration: ClosedRange<TimeSpan>?
  public private(set) var length: ClosedRange<Length>?
  public private(set) var depth: ClosedRange<Length>?
  /// By reading.
  public private(set) var readings: [OfReading]

  /// What the variants say of one reading.
  public struct OfReading: Sendable {
    /// How often each verdict was given.
    public fileprivate(set) var verdicts = VerdictCounts()
    /// The greatest margin, and the variant that has it; of several, the first.
    public fileprivate(set) var greatest: (margin: Measure, variant: Int)?
  }

  private let units: [MeasureUnit]

  /// Of no variants.
  ///
  /// - Parameter readings: What the variants are held against.
  public init(on readings: [Claim.Reading]) {
    units = readings.map(\.test.marginUnit)
    self.readings = Array(repeating: OfReading(), count: readings.count)
  }

  /// - Parameters:
  ///   - record: What came of a variant.
  ///   - number: Its number, greater than those added before.
  public mutating func add(_ record: VariationRecord, number: Int) {
    count += 1
    guard let figures = record.figures else {
      failed += 1
      return
    }
    for index in record.readings.indices {
      let reading = record.readings[index]
      readings[index].verdicts[reading.verdict] += 1
      if let margin = reading.margin {
        readings[index].improve((Measure(margin, units[index]), number))
      }
    }
    guard figures.crossings > 0 else { return }
    inside += 1
    duration = joined(duration, figures.duration)
    length = joined(length, figures.length)
    depth = figures.depth.map { joined(depth, $0) } ?? depth
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
      readings[index].verdicts.add(reading.verdicts)
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
