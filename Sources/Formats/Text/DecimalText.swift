/// A decimal number at the beginning of a text.
struct DecimalText {
  /// The nearest double; infinite where the text is beyond all doubles.
  let value: Double

  /// The place after the number's last byte.
  let end: Int

  /// Reads the longest decimal number that begins at `start`, or nil where there is none.
  ///
  /// A number is a sign or none, digits with at most one point among or beside them, and an
  /// exponent or none. The result is the double nearest to the written number, always.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var index = start
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits: UInt64 = 0
    let first = index
    while index < bytes.count, bytes[index].isDigit {
      digits = digits &* 10 &+ UInt64(bytes[index] &- 0x30)
      index += 1
    }
    var digitCount = index - first
    var exponent = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let afterPoint = index
      while index < bytes.count, bytes[index].isDigit {
        digits = digits &* 10 &+ UInt64(bytes[index] &- 0x30)
        index += 1
      }
      exponent = afterPoint - index
      digitCount += index - afterPoint
    }
    guard digitCount > 0 else { return nil }
    if let (written, end) = writtenExponent(bytes, from: index) {
      exponent += written
      index = end
    }
    end = index
    // Nineteen digits fit 64 bits; with more of them `digits` has wrapped around.
    let magnitude =
      (digitCount <= 19 ? nearestDouble(digits, timesTenTo: exponent) : nil)
      ?? Double(String(decoding: bytes[first..<index], as: UTF8.self)) ?? .infinity
    value = isNegative ? -magnitude : magnitude
  }
}

private func writtenExponent(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
) -> (value: Int, end: Int)? {
  guard start < bytes.count, bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
  var index = start + 1
  var sign = 1
  if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
    sign = bytes[index] == UInt8(ascii: "-") ? -1 : 1
    index += 1
  }
  guard index < bytes.count, bytes[index].isDigit else { return nil }
  var value = 0
  while index < bytes.count, bytes[index].isDigit {
    value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000_000)
    index += 1
  }
  return (sign * value, index)
}

/// The double nearest to `digits` · 10^`exponent`, or nil where that takes longer arithmetic.
///
/// Powers of ten up to 10²² are exact doubles, and so are whole numbers up to 2⁵³: one
/// division or multiplication of two such numbers rounds once, hence correctly.
private func nearestDouble(_ digits: UInt64, timesTenTo exponent: Int) -> Double? {
  if digits == 0 { return 0 }
  if digits <= 1 << 53 {
    switch exponent {
    case -22..<0: return Double(digits) / powersOfTen[-exponent]
    case 0...22: return Double(digits) * powersOfTen[exponent]
    default: return nil
    }
  }
  switch exponent {
  case 0: return Double(digits)
  case -19..<0: return nearestDouble(digits, over: wholePowersOfTen[-exponent])
  default: return nil
  }
}

/// The double nearest to the quotient of two whole numbers that are not zero.
///
/// With both shifted to fill 64 bits, the quotient has 63 or 64 bits; a remainder sets its
/// last bit, which lies below the place where a double rounds. Hence the one rounding, of a
/// whole number to a double, is that of the exact quotient.
private func nearestDouble(_ numerator: UInt64, over denominator: UInt64) -> Double {
  let (upper, lower) = (numerator.leadingZeroBitCount, denominator.leadingZeroBitCount)
  let (n, d) = (numerator << UInt64(upper), denominator << UInt64(lower))
  let (quotient, remainder) = d.dividingFullWidth((n >> 1, n << 63))
  let scale = Double(sign: .plus, exponent: lower - upper - 63, significand: 1)
  return Double(remainder == 0 ? quotient : quotient | 1) * scale
}

private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]

private let wholePowersOfTen: [UInt64] = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]
