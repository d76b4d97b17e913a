import Formats
import Foundation
import Quantities
import Testing

@Suite struct `A number with fixed decimals` {
  @Test(arguments: [
    (0.0005, 3, "0.001"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"),
    (0.5, 0, "0"), (1e15 + 0.5, 0, "1000000000000000"), (1e15 + 0.5, 3, "1000000000000000.500"),
    (-0.0, 3, "0.000"), (-0.0004, 3, "0.000"), (-0.0006, 3, "-0.001"), (0, 0, "0"),
    (-1.5, 1, "-1.5"), (35.8059, 7, "35.8059000"), (999.9996, 3, "1000.000"),
    (0x1p53, 9, "9007199254740992.000000000"), (0x1p52 + 1, 1, "4503599627370497.0"),
    (4_503_599_627_370_495.5, 9, "4503599627370495.500000000"),
    (1e22, 2, "10000000000000000000000.00"),
    (.leastNonzeroMagnitude, 9, "0.000000000"), (1e9, 0, "1000000000"),
    (1e18, 0, "1000000000000000000"),
  ])
  func `is written correctly rounded`(value: Double, decimals: Int, text: String) {
    #expect(value.fixed(decimals) == text)
  }

  @Test(arguments: UInt64(1)...10)
  func `is written as printf writes it`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<10_000 {
      let value = Double.hardToRound(using: &random)
      let decimals = Int.random(in: 0...9, using: &random)
      var expected = String(format: "%.\(decimals)f", value)
      if expected.hasPrefix("-"), !expected.contains(where: { "123456789".contains($0) }) {
        expected.removeFirst()
      }
      let text = value.fixed(decimals)
      if text != expected { Issue.record("\(value) with \(decimals): \(text), not \(expected)") }
    }
  }

  @Test func `is appended to bytes as it is written to texts`() {
    var bytes: [UInt8] = []
    (-36.15243).appendFixed(7, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "-36.1524300")
  }

  @Test func `has 309 digits at most`() {
    #expect(
      Double.greatestFiniteMagnitude.fixed(0)
        == String(format: "%.0f", Double.greatestFiniteMagnitude))
  }
}

extension Double {
  /// A number of one of the kinds that rounding gets wrong: ties, their neighbours, all sizes.
  fileprivate static func hardToRound(using random: inout RandomStream) -> Double {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .random(in: -180...180, using: &random)
    case 1: Double(Int.random(in: -20_000_000...20_000_000, using: &random)) / 2000
    case 2: Double(Int.random(in: -1 << 30...1 << 30, using: &random)) / 1024
    case 3: (Double(Int.random(in: 0...1 << 40, using: &random)) / 2000).nextDown
    default:
      Double(
        sign: .plus, exponent: Int.random(in: -60...90, using: &random),
        significand: .random(in: 1..<2, using: &random))
    }
  }
}
