package import Quantities

extension JSONNode {
  /// A number with its unit in one text, such as `"980 km/h"`.
  ///
  /// A bare number is refused, but for a count, which has no unit: `10` and `"10"` are equal.
  package func measure(of kind: MeasureUnit.Kind) throws(FormatError) -> ReportedMeasure {
    if self.kind == .number, kind != .count { throw unitMissing(kind, number: excerpt) }
    guard let text = self.kind == .string ? text : numberText else {
      throw error(expected: kind.expected(number: nil))
    }
    do {
      return try ReportedMeasure(text, of: kind)
    } catch {
      switch error {
      case .unitMissing: throw unitMissing(kind, number: text)
      case .notANumber, .notFinite: throw self.error(expected: kind.expected(number: nil))
      case .unknownUnit(let unit):
        let units = kind.units.map(\.rawValue)
        throw self.error(
          expected: kind.expected,
          advice: NearestWord.question(unit, among: units) ?? error.description)
      case .wrongKind: throw self.error(expected: kind.expected, advice: error.description)
      }
    }
  }

  private func unitMissing(_ kind: MeasureUnit.Kind, number: String) -> FormatError {
    error(expected: kind.expected(number: number), advice: "write the unit")
  }
}

extension MeasureUnit.Kind {
  fileprivate var units: [MeasureUnit] { MeasureUnit.allCases.filter { $0.kind == self } }

  /// `a speed in m/s, km/h, kt or mph`.
  fileprivate var expected: String {
    self == .count ? "a count, a bare number" : "\(name) in \(alternatives(units.map(\.rawValue)))"
  }

  /// `a speed with its unit such as "980 km/h"`, with the user's own number where it has one.
  fileprivate func expected(number: String?) -> String {
    switch self {
    case .length: "\(name) with its unit such as \"\(number ?? "1.36") km\""
    case .time: "\(name) with its unit such as \"\(number ?? "17") s\""
    case .speed: "\(name) with its unit such as \"\(number ?? "980") km/h\""
    case .angle: "\(name) with its unit such as \"\(number ?? "20") deg\""
    case .acceleration: "\(name) with its unit such as \"\(number ?? "2") m/s2\""
    case .count: "\(name) such as 10"
    }
  }

  private var name: String {
    self == .angle || self == .acceleration ? "an \(rawValue)" : "a \(rawValue)"
  }
}
