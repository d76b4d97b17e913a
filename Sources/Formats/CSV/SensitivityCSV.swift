public import Claims
public import Incidents
import Quantities

/// Writes which uncertain input moves a result most as CSV: a row for each result and input.
///
/// `told` is the result of the track as it is told; `mean` and `standard_deviation` are those with
/// everything drawn, and those that begin with `alone` with this input drawn and the others as told:
/// `alone_change` is the mean less what is told. `first_order` and `total` are shares of the variance
/// with their Monte Carlo errors, over so many `numbers`. A truth counts as 0 or 1, so that its mean is
/// a probability. Numbers have 6 decimals; a field is empty where there is no number.
public struct SensitivityCSV: Sendable {
  private let readings: [(claim: String, reading: Claim.Reading)]

  /// - Parameter readings: What each run was held against, with the id of its claim.
  public init(readings: [(claim: String, reading: Claim.Reading)]) { self.readings = readings }

  public static let columns = [
    "result", "input", "told", "mean", "standard_deviation", "alone_runs", "alone_mean",
    "alone_change", "alone_standard_deviation", "numbers", "first_order", "first_order_error",
    "total", "total_error",
  ]

  /// Writes the header and a row for each result and input.
  public func write(_ summary: SensitivitySummary, to output: inout some TextOutputStream) {
    output.writeCSVRecord(Self.columns)
    for outcome in summary.outcomes {
      let effects = summary.effects(on: outcome)
      for effect in effects.byInput {
        let alone = effect.alone
        let change = effects.told.flatMap { told in alone.map { $0.mean - told } }
        let ofAll = [effects.told, effects.drawn?.mean, effects.drawn?.standardDeviation]
        let shares = [effect.shares?.firstOrder, effect.shares?.total].flatMap {
          [$0?.value, $0?.standardError]
        }
        output.writeCSVRecord(
          [name(of: outcome), effect.input.name] + ofAll.map(text)
            + [String(alone?.count ?? 0)]
            + [alone?.mean, change, alone?.standardDeviation].map(text)
            + [String(effects.numbers)] + shares.map(text))
      }
    }
  }

  /// The name of a result, with its unit: `duration_s`, `T4.as-stated.supported`.
  public func name(of outcome: SensitivitySummary.Outcome) -> String {
    switch outcome {
    case .duration: "duration_s"
    case .length: "length_m"
    case .depth: "max_depth_m"
    case .entryTime: "entry_time_s"
    case .inside: "inside"
    case .supported(let index): "\(readings[index].claim).\(readings[index].reading.id).supported"
    }
  }

  private func text(_ number: Double?) -> String { number?.fixed(6) ?? "" }
}

extension UncertainInput {
  /// The name on the command line and in files: `ground-speed`, `border-displacement`, `border`.
  public var name: String {
    switch self {
    case .parameter(let parameter): parameter.name
    case .borderDisplacement: "border-displacement"
    case .borderSource: "border"
    }
  }
}

extension UncertainParameter {
  /// The name on the command line and in files: `ground-speed` for `groundSpeed`.
  public var name: String {
    rawValue.reduce("") { $0 + ($1.isUppercase ? "-" + $1.lowercased() : String($1)) }
  }
}
