/// A number in a unit, for values whose kind is known only when a file is read.
///
/// Code that knows the kind uses ``Length``, ``TimeSpan``, ``Speed`` or ``Angle``.
public struct Measure: Hashable, Sendable {
  /// The number, in ``unit``.
  public let value: Double
  public let unit: MeasureUnit

  public init(_ value: Double, _ unit: MeasureUnit) {
    self.value = value
    self.unit = unit
  }

  /// A number given in the base unit of its kind (m, s, m/s, deg, m/s2), told in `unit`.
  public init(base: Double, in unit: MeasureUnit) {
    self.init(base / unit.factor, unit)
  }

  /// The number in the base unit of its kind: m, s, m/s, deg, m/s2 or one.
  public var base: Double { value * unit.factor }
}

extension Measure {
  /// The most that a count may be.
  private static let mostCounted = 1_000_000

  /// What ``isCount`` asks, as it completes "expected …" and "which is …".
  public static let countWords = "a whole number from 0 to \(mostCounted)"

  /// Whether it can be how many of something there are: a whole number from 0 to 1 000 000.
  public var isCount: Bool {
    unit == .one && value.rounded() == value && (0...Double(Self.mostCounted)).contains(value)
  }
}

/// Why a text is no measure.
public enum MeasureError: Error, Hashable {
  case notANumber(String)
  case notFinite(String)
  case unitMissing(String)
  case unknownUnit(String)
  case wrongKind(unit: MeasureUnit, expected: MeasureUnit.Kind)
}

extension MeasureError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notANumber(let text): "\"\(text)\" does not begin with a number"
    case .notFinite(let text): "\"\(text)\" is not a finite number"
    case .unitMissing(let text): "\"\(text)\" has no unit"
    case .unknownUnit(let text): "\"\(text)\" is no unit that is known here"
    case .wrongKind(let unit, let expected):
      "\"\(unit.rawValue)\" is a unit of \(unit.kind.rawValue), not of \(expected.rawValue)"
    }
  }
}

/// A measure as a source reports it: with the precision that its digits claim.
///
/// "17 s" claims half a second either way, "1.36 mi" half a hundredth of a mile.
public struct ReportedMeasure: Hashable, Sendable {
  public let measure: Measure

  /// Half a unit of the last written decimal, in the measure's unit.
  public let halfWidth: Double

  public init(measure: Measure, halfWidth: Double) {
    self.measure = measure
    self.halfWidth = halfWidth
  }

  /// Reads a number and a unit, such as `1.36 mi`, `17 s` or `10`.
  ///
  /// - Parameters:
  ///   - text: The number, a space, and the unit.
  ///   - kind: What the unit must measure. A count is written without a unit.
  /// - Throws: ``MeasureError``, naming what was found.
  public init(_ text: String, of kind: MeasureUnit.Kind) throws(MeasureError) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let number = parts[0]
    guard number.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      let value = Double(number)
    else {
      throw ["nan", "inf", "-inf", "+inf", "infinity"].contains(number.lowercased())
        ? .notFinite(text) : .notANumber(text)
    }
    guard value.isFinite else { throw .notFinite(text) }
    guard let unit = MeasureUnit(rawValue: parts.count > 1 ? String(parts[1]) : "") else {
      throw .unknownUnit(String(parts[1]))
    }
    guard unit != .one || kind == .count else { throw .unitMissing(text) }
    guard unit.kind == kind else { throw .wrongKind(unit: unit, expected: kind) }
    self.init(measure: Measure(value, unit), halfWidth: 0.5 * lastPlace(of: number))
    guard measure.base.isFinite, (halfWidth * unit.factor).isFinite else { throw .notFinite(text) }
  }
}

/// The worth of the last written digit: 1 in "17", 0.01 in "1.36", 100 in "1.2e3".
///
/// A `Double` has no more than 400 decimal places either way, so no more are counted.
private func lastPlace(of number: Substring) -> Double {
  let mantissa = number.prefix { $0 != "e" && $0 != "E" }
  let digits = number.dropFirst(mantissa.count + 1)
  // A million stands for every longer exponent, also for those that no `Int` holds.
  let limit = digits.first == "-" ? -1_000_000 : 1_000_000
  let exponent = digits.isEmpty ? 0 : max(-1_000_000, min(1_000_000, Int(digits) ?? limit))
  let decimals = mantissa.contains(".") ? mantissa.reversed().prefix { $0 != "." }.count : 0
  var place = 1.0
  for _ in 0..<min(abs(exponent - decimals), 400) { place *= 10 }
  return exponent - decimals < 0 ? 1 / place : place
}

extension Length {
  /// - Precondition: The measure is of a length.
  public init(_ measure: Measure) {
    precondition(measure.unit.kind == .length)
    self = .meters(measure.base)
  }
}

extension TimeSpan {
  /// - Precondition: The measure is of a time.
  public init(_ measure: Measure) {
    precondition(measure.unit.kind == .time)
    self = .seconds(measure.base)
  }
}

extension Speed {
  /// - Precondition: The measure is of a speed.
  public init(_ measure: Measure) {
    precondition(measure.unit.kind == .speed)
    self = .metersPerSecond(measure.base)
  }
}

extension Acceleration {
  /// - Precondition: The measure is of an acceleration.
  public init(_ measure: Measure) {
    precondition(measure.unit.kind == .acceleration)
    self = .metersPerSecondSquared(measure.base)
  }
}

extension Angle {
  /// - Precondition: The measure is of an angle.
  public init(_ measure: Measure) {
    precondition(measure.unit.kind == .angle)
    self = .degrees(measure.base)
  }
}
