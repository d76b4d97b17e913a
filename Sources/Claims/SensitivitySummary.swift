import Flights
public import Incidents
public import Quantities

/// Which uncertain input moves a result most: what the runs of a design say together.
///
/// Outside, the time and the way inside and the depth are zero. A run without a replay has no result,
/// and one that is inside has no depth where border beyond an extract could be nearer; only a run
/// that is seen to enter has an entry time. Shares are taken over the numbers whose runs all have the
/// result: where that leaves some out, they speak of the rest. A result that spreads by less than it is
/// computed to, 10 µs or 1 mm, does not vary.
public struct SensitivitySummary: Sendable {
  public let inputs: [UncertainInput]
  /// What is looked at.
  public let outcomes: [Outcome]
  private let told: [Double?]
  private let runs: Int
  private let entryOrigin: Instant
  /// By run, and for each by outcome; no number where there is none.
  private var values: [Double] = []

  /// A result that is a number, or a truth as 0 or 1.
  public enum Outcome: Hashable, Sendable {
    /// Seconds, meters and meters inside.
    case duration, length, depth
    /// Seconds after the told start of the track.
    case entryTime
    case inside
    /// Whether a reading is supported.
    case supported(reading: Int)
  }

  /// Of no runs.
  ///
  /// - Parameters:
  ///   - design: What the runs are.
  ///   - readings: How many readings they are held against.
  ///   - told: What comes of the track as it is told.
  public init(of design: SensitivityDesign, readings: Int, told: VariationRecord) {
    (inputs, runs) = (design.inputs, design.runs)
    entryOrigin = design.track.variations.track.resolved.track.start.time
    outcomes =
      [.duration, .length, .depth, .entryTime, .inside]
      + (0..<readings).map { .supported(reading: $0) }
    let origin = entryOrigin
    self.told = outcomes.map { told.value(of: $0, since: origin) }
  }
}

extension SensitivitySummary {
  /// Adds the run that follows those added before.
  public mutating func add(_ record: VariationRecord) {
    values += outcomes.map { record.value(of: $0, since: entryOrigin) ?? .nan }
  }

  /// Adds what another summary holds of the runs that follow.
  public mutating func add(_ other: SensitivitySummary) { values += other.values }

  /// What the inputs do to one result.
  ///
  /// - Complexity: O(*n* *k*).
  public func effects(on outcome: Outcome) -> Effects {
    guard let place = outcomes.firstIndex(of: outcome) else {
      preconditionFailure("the outcome of a reading that there is not")
    }
    let columns = (0..<runs).map { run in
      stride(from: run * outcomes.count + place, to: values.count, by: runs * outcomes.count)
        .map { values[$0] }
    }
    let paired = columns.prefix(2 + inputs.count)
    let whole = columns[0].indices.filter { row in paired.allSatisfy { !$0[row].isNaN } }
    let pairs = paired.map { column in whole.map { column[$0] } }
    let varies = Spread(of: pairs[0] + pairs[1]).map {
      $0.standardDeviation > outcome.resolution
    }
    return Effects(
      told: told[place], drawn: Spread(of: (columns[0] + columns[1]).filter { !$0.isNaN }),
      numbers: whole.count,
      byInput: inputs.indices.map { index in
        .init(
          input: inputs[index],
          alone: Spread(of: columns[2 + inputs.count + index].filter { !$0.isNaN }),
          shares: varies == true
            ? VarianceShares(first: pairs[0], second: pairs[1], mixed: pairs[2 + index]) : nil)
      })
  }

  /// What the inputs do to one result.
  public struct Effects: Sendable {
    /// Of the track as it is told; nothing where it has no such result.
    public let told: Double?
    /// Everything drawn: of the first and the second runs; nothing where none has the result.
    public let drawn: Spread?
    /// Over how many numbers the shares are taken.
    public let numbers: Int
    /// In the order of ``SensitivitySummary/inputs``.
    public let byInput: [OfInput]
  }

  /// What one input does to one result.
  public struct OfInput: Sendable {
    public let input: UncertainInput
    /// The others as told: of the runs that have the result.
    public let alone: Spread?
    /// Nothing where the result does not vary.
    public let shares: VarianceShares?
  }
}

extension SensitivitySummary.Outcome {
  /// How well it is computed, in its own unit.
  fileprivate var resolution: Double {
    switch self {
    case .duration, .entryTime: 1e-5
    case .length, .depth: 1e-3
    case .inside, .supported: 0
    }
  }
}

extension VariationRecord {
  fileprivate func value(
    of outcome: SensitivitySummary.Outcome, since origin: Instant
  ) -> Double? {
    guard let figures else { return nil }
    let isInside = figures.crossings > 0
    switch outcome {
    case .duration: return figures.duration.seconds
    case .length: return figures.length.meters
    case .depth: return isInside ? figures.depth?.meters : 0
    case .entryTime: return figures.entry?.since(origin).seconds
    case .inside: return isInside ? 1 : 0
    case .supported(let reading): return readings[reading].verdict == .supported ? 1 : 0
    }
  }
}
