@testable import Formats
import Quantities
import Testing

@Suite struct `A decimal text` {
  @Test(arguments: UInt64(1)...10)
  func `is the nearest double, as the standard library has it`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    for _ in 0..<5000 {
      let text = String.decimal(using: &random)
      let number = try #require(read(text))
      if number.value.bitPattern != Double(text)?.bitPattern || number.end != text.utf8.count {
        Issue.record("\(text) was read as \(number.value)")
      }
    }
  }

  @Test(arguments: [
    ("9007199254740993", 9_007_199_254_740_992), ("9007199254740993.1", 9_007_199_254_740_994),
    ("0.3", 0.3), ("36.152430000000003", 36.152430000000003), ("1e22", 1e22), ("1e23", 1e23),
    ("18446744073709551615", 0x1p64), ("0.00000000000000000000000000000012", 1.2e-31),
    (".5e-300", 5e-301), ("5.e300", 5e300), ("1e999999999999999999999", .infinity),
    ("1e-999999999999999999999", 0), ("4.9e-324", .leastNonzeroMagnitude),
    ("2.2250738585072011e-308", .leastNormalMagnitude.nextDown),
  ])
  func `is read exactly where it is hard`(text: String, value: Double) {
    #expect(read(text)?.value == value)
  }

  @Test(arguments: [("12abc", 2), ("1e", 1), ("1e+", 1), ("1.2.3", 3), ("-.5-", 3)])
  func `ends where the number ends`(text: String, end: Int) {
    #expect(read(text)?.end == end)
  }

  @Test(arguments: ["", "-", ".", "+.", "e5", "nan", "inf", "- 1"])
  func `is nothing without digits`(text: String) { #expect(read(text) == nil) }
}

private func read(_ text: String) -> (value: Double, end: Int)? {
  Array(text.utf8).withUnsafeBufferPointer { bytes in
    DecimalText(bytes, from: 0).map { ($0.value, $0.end) }
  }
}

extension String {
  /// Digits with a point among them, and sometimes an exponent.
  fileprivate static func decimal(using random: inout RandomStream) -> String {
    let count = Int.random(in: 1...22, using: &random)
    var text = (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }
    if Bool.random(using: &random) {
      text.insert(".", at: Int.random(in: 1...count, using: &random))
      if text.last == "." { text.append("0") }
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      text.append("e\(Int.random(in: -330...310, using: &random))")
    }
    return (Bool.random(using: &random) ? "-" : "") + text.joined()
  }
}
