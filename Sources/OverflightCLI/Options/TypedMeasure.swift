import Formats
import Quantities

/// A number and its unit as they are typed, without a space between or with one: `500m`, `-2 km`.
///
/// - Parameters:
///   - text: What was typed.
///   - kind: What the unit must measure; a count has none.
/// - Returns: Nothing where the text is no such measure.
func typedMeasure(_ text: some StringProtocol, of kind: MeasureUnit.Kind) -> Measure? {
  typedReport(text, of: kind)?.measure
}

/// The same with the precision that its digits claim.
func typedReport(_ text: some StringProtocol, of kind: MeasureUnit.Kind) -> ReportedMeasure? {
  let number = text.prefix { "+-0123456789.".contains($0) }
  let unit = text.dropFirst(number.count).drop { $0 == " " }
  return try? ReportedMeasure(unit.isEmpty ? "\(number)" : "\(number) \(unit)", of: kind)
}

/// The values of a parameter that varies, as they are typed: `A`, a list `A,B,C`, or `A:B:STEP`.
enum TypedValues {
  /// The most values of one range.
  static let limit = 1_000_000

  /// Reads values in the base unit of their kind.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - kind: What the unit must measure.
  /// - Returns: The values in the order typed; a range begins with A and ends with B, or with the
  ///   last step before.
  /// - Throws: ``TypedValuesError``.
  static func read(
    _ text: String, of kind: MeasureUnit.Kind
  ) throws(TypedValuesError) -> [Double] {
    var values: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: ":", omittingEmptySubsequences: false)
      switch ends.count {
      case 1: values.append(try measure(part, kind).base)
      case 3:
        values += try range(
          from: try measure(ends[0], kind), to: try measure(ends[1], kind),
          step: try measure(ends[2], kind), part)
      default: throw .notARange(String(part))
      }
      guard values.count <= limit else { throw .tooMany(limit: limit) }
    }
    return values
  }

  /// Reads a range `A:B`, or one value, in the base unit of its kind.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - kind: What the unit must measure.
  /// - Returns: The range; one value is a range without width.
  /// - Throws: ``TypedValuesError``.
  static func readRange(
    _ text: String, of kind: MeasureUnit.Kind
  ) throws(TypedValuesError) -> ClosedRange<Double> {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count <= 2 else { throw .notEnds(text) }
    let (low, high) = (
      try measure(ends[0], kind).base, try measure(ends[ends.count - 1], kind).base
    )
    guard low <= high else { throw .reversed(text) }
    return low...high
  }

  private static func measure(
    _ text: Substring, _ kind: MeasureUnit.Kind
  ) throws(TypedValuesError) -> Measure {
    guard let measure = typedMeasure(text, of: kind) else { throw .notAMeasure(String(text)) }
    return measure
  }

  /// The values are counted in the unit of the step, where round steps are round numbers.
  private static func range(
    from first: Measure, to last: Measure, step: Measure, _ text: Substring
  ) throws(TypedValuesError) -> [Double] {
    let factor = step.unit.factor
    func inSteps(_ measure: Measure) -> Double {
      measure.unit == step.unit ? measure.value : measure.base / factor
    }
    let (start, end) = (inSteps(first), inSteps(last))
    guard step.value != 0 else { throw .noStep(String(text)) }
    // An end that is missed by rounding only is reached.
    let count = ((end - start) / step.value + 1e-9).rounded(.down)
    guard count >= 0 else { throw .stepAway(String(text)) }
    guard count < Double(limit) else { throw .tooMany(limit: limit) }
    return (0...Int(count)).map { (start + Double($0) * step.value) * factor }
  }
}

/// Why a text is no values of a parameter.
enum TypedValuesError: Error, Hashable {
  case notAMeasure(String)
  case notARange(String)
  /// Not two ends, or one value.
  case notEnds(String)
  case reversed(String)
  case noStep(String)
  /// The step leads away from the end of the range.
  case stepAway(String)
  case tooMany(limit: Int)
}

extension TypedValuesError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notAMeasure(let text): "\"\(text)\" is not"
    case .notARange(let text): "\"\(text)\" is no range A:B:STEP"
    case .notEnds(let text): "\"\(text)\" is no range A:B"
    case .reversed(let text): "the range \"\(text)\" ends before it begins"
    case .noStep(let text): "the range \"\(text)\" has a step of zero"
    case .stepAway(let text):
      "the range \"\(text)\" is empty: its step leads away from its end; give it the other sign"
    case .tooMany(let limit): "a parameter has more than \(limit) values; take a longer step"
    }
  }
}
