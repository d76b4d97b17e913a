import Claims
import Formats
import Incidents
import Quantities

/// A test as it is typed: `durationInside=17 s`, `lengthInside>=1 mi`, `depth.nearestBorder=1 km..2 km`.
enum TypedTest {
  /// The tests that can be typed, by their names.
  static let names =
    [
      "durationInside", "lengthInside", "depth.nearestBorder", "depth.fromSouthernTip",
      "depth.fromEntry", "entryTime", "altitude", "groundSpeed", "crossings", "keptClear",
    ]

  /// Whether a text is a test and not the name of a claim.
  static func isTest(_ text: String) -> Bool { text.contains("=") }

  /// Reads a test.
  ///
  /// - Parameter text: A name, `=`, `>=` or `<=`, and a value with its unit, or two after `=`.
  /// - Returns: The test, with the precision that the digits of a single value claim.
  /// - Throws: `UsageError`.
  static func read(_ text: String) throws(UsageError) -> Claim.Test {
    let test = try anyTest(text)
    guard let expected = test.expectation, test.isNeverNegative else { return test }
    let bounds = expected.statedMeasures
    if expected.unit.kind == .count, !bounds.allSatisfy(\.isCount) {
      throw .badValue(
        of: "--require", text: text,
        expected: "a test of a count, which is \(Measure.countWords), such as crossings=1")
    }
    if bounds.contains(where: { $0.base < 0 }) {
      let name = text.prefix { !"<>= ".contains($0) }
      throw .unusable(of: "--require", reason: "in \"\(text)\", \(name) is never negative")
    }
    return test
  }

  /// The test, whatever its numbers are.
  private static func anyTest(_ text: String) throws(UsageError) -> Claim.Test {
    let name = text.prefix { !"<>= ".contains($0) }
    let rest = text.dropFirst(name.count).drop { $0 == " " }
    guard names.contains(String(name)) else {
      throw .unknownWord(
        of: "--require", text: String(name), allowed: names,
        nearest: NearestWord.to(String(name), among: names))
    }
    let sign = rest.hasPrefix(">=") || rest.hasPrefix("<=") ? rest.prefix(2) : rest.prefix(1)
    let value = rest.dropFirst(sign.count).drop { $0 == " " }
    func expectation(_ kind: MeasureUnit.Kind) throws(UsageError) -> Claim.Expectation {
      guard let expected = Self.expectation(String(sign), value, kind) else {
        throw .badValue(of: "--require", text: text, expected: kind.exampleOfTest(String(name)))
      }
      return expected
    }
    switch name {
    case "durationInside": return .durationInside(try expectation(.time))
    case "lengthInside": return .lengthInside(try expectation(.length))
    case "depth.nearestBorder": return .depth(.nearestBorder, try expectation(.length))
    case "depth.fromSouthernTip": return .depth(.fromSouthernTip, try expectation(.length))
    case "depth.fromEntry": return .depth(.fromEntry, try expectation(.length))
    case "altitude": return .altitude(try expectation(.length))
    case "groundSpeed": return .groundSpeed(try expectation(.speed))
    case "crossings": return .crossings(try expectation(.count))
    case "keptClear":
      guard case .atLeast(let distance) = try expectation(.length) else {
        throw .badValue(of: "--require", text: text, expected: "a bound such as keptClear>=1km")
      }
      guard distance.base >= 0 else {
        throw .unusable(of: "--require", reason: "in \"\(text)\", keptClear is never negative")
      }
      return .keptClear(by: distance)
    default:
      guard sign == "=", let (time, halfWidth) = entryTime(value) else {
        throw .badValue(
          of: "--require", text: text,
          expected: "a time with its offset such as entryTime=2015-11-24T07:24:05Z")
      }
      return .entryTime(time, halfWidth: halfWidth)
    }
  }

  private static func expectation(
    _ sign: String, _ value: Substring, _ kind: MeasureUnit.Kind
  ) -> Claim.Expectation? {
    if sign == ">=" { return typedMeasure(value, of: kind).map { .atLeast($0) } }
    if sign == "<=" { return typedMeasure(value, of: kind).map { .atMost($0) } }
    guard sign == "=" else { return nil }
    guard let dots = value.firstRange(of: "..") else {
      return typedReport(value, of: kind).map { .about($0.measure, halfWidth: $0.halfWidth) }
    }
    guard let low = typedMeasure(value[..<dots.lowerBound], of: kind),
      let high = typedMeasure(value[dots.upperBound...], of: kind), low.base < high.base
    else { return nil }
    return .between(low, high)
  }

  /// A time of day whose last digit claims half of its unit: half a second, or of its last decimal.
  private static func entryTime(_ text: Substring) -> (Instant, TimeSpan)? {
    guard let time = try? Instant(rfc3339: text) else { return nil }
    let decimals = text.split(separator: ".").dropFirst().first?.prefix { $0.isNumber }.count ?? 0
    return (time, .seconds((0..<decimals).reduce(0.5) { width, _ in width / 10 }))
  }
}

extension Claim.Expectation {
  /// The numbers that it states.
  fileprivate var statedMeasures: [Measure] {
    switch self {
    case .about(let measure, _), .atLeast(let measure), .atMost(let measure): [measure]
    case .between(let least, let most): [least, most]
    }
  }
}

extension MeasureUnit.Kind {
  /// What a typed test must be, as it completes "is not …".
  fileprivate func exampleOfTest(_ name: String) -> String {
    let value =
      switch self {
      case .length: "2km"
      case .time: "17s"
      case .speed: "600km/h"
      case .angle: "15deg"
      case .acceleration: "1m/s2"
      case .count: "1"
      }
    return "a test such as \(name)=\(value), \(name)>=\(value) or \(name)=\(value)..\(rangeEnd)"
  }

  private var rangeEnd: String {
    switch self {
    case .length: "3km"
    case .time: "20s"
    case .speed: "700km/h"
    case .angle: "20deg"
    case .acceleration: "2m/s2"
    case .count: "2"
    }
  }
}
