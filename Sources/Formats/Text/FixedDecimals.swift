extension Double {
  /// This number with `decimals` decimals: `35.8059000` for seven of them.
  ///
  /// The text is that of the exact binary value, correctly rounded, halves to even, as
  /// `printf("%.nf")` writes it; only zero never has a sign: `0.000`, not `-0.000`.
  ///
  /// - Precondition: The number is finite and `decimals` lies in 0...9.
  public func fixed(_ decimals: Int) -> String {
    withFixedText(decimals) { String(decoding: $0, as: UTF8.self) }
  }

  /// Appends ``fixed(_:)`` to a buffer, as UTF-8.
  package func appendFixed(_ decimals: Int, to buffer: inout [UInt8]) {
    withFixedText(decimals) { buffer.append(contentsOf: $0) }
  }

  private func withFixedText<Result>(
    _ decimals: Int, _ body: (UnsafeMutableBufferPointer<UInt8>.SubSequence) -> Result
  ) -> Result {
    precondition(isFinite, "a number that is not finite has no decimals")
    precondition((0...9).contains(decimals), "0 to 9 decimals can be written")
    // The greatest double has 309 digits before its point.
    return withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: magnitude < 0x1p53 ? 40 : 330
    ) { buffer in
      var writer = BackwardWriter(buffer: buffer)
      let isZero = writer.writeMagnitude(of: self, decimals: decimals)
      if self < 0, !isZero { writer.put(UInt8(ascii: "-")) }
      return body(buffer[writer.start...])
    }
  }
}

/// Writes a number's digits from the last to the first.
private struct BackwardWriter {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  var start: Int

  init(buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
    start = buffer.count
  }

  mutating func put(_ byte: UInt8) {
    start -= 1
    buffer[start] = byte
  }

  /// Writes digits and point, and tells whether all digits are zero.
  mutating func writeMagnitude(of value: Double, decimals: Int) -> Bool {
    // The value is the significand over 2^shift, exactly.
    let bits = value.magnitude.bitPattern
    let biased = Int(bits >> 52)
    let fraction = bits & 0xF_FFFF_FFFF_FFFF
    let significand = biased == 0 ? fraction : fraction | 1 << 52
    let shift = 1075 - max(biased, 1)
    guard shift > 0 else {
      for _ in 0..<decimals { put(0x30) }
      if decimals > 0 { put(UInt8(ascii: ".")) }
      writeWhole(significand, timesTwoTo: -shift)
      return false
    }
    let scaled = rounded(significand, times: tens[decimals], overTwoTo: shift)
    if let small = UInt64(exactly: scaled) {
      writeDigits(small, decimals: decimals)
    } else {
      writeDigits(scaled, decimals: decimals)
    }
    return scaled == 0
  }

  private mutating func writeDigits<Whole: FixedWidthInteger & UnsignedInteger>(
    _ whole: Whole, decimals: Int
  ) {
    var rest = whole
    for _ in 0..<decimals {
      put(0x30 &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    if decimals > 0 { put(UInt8(ascii: ".")) }
    repeat {
      put(0x30 &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
  }

  /// Writes a whole number of any size, by limbs of nine digits, the last limb first.
  private mutating func writeWhole(_ significand: UInt64, timesTwoTo power: Int) {
    let base: UInt64 = 1_000_000_000
    var limbs = [significand % base, significand / base]
    var left = power
    while left > 0 {
      let step = min(left, 29)
      left -= step
      var carry: UInt64 = 0
      for index in limbs.indices {
        (carry, limbs[index]) = (limbs[index] << UInt64(step) + carry).quotientAndRemainder(
          dividingBy: base)
      }
      if carry > 0 { limbs.append(carry) }
    }
    while limbs.count > 1, limbs.last == 0 { limbs.removeLast() }
    for (index, limb) in limbs.enumerated() {
      var rest = limb
      var written = 0
      while index < limbs.count - 1 ? written < 9 : rest > 0 || written == 0 {
        put(0x30 &+ UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
        written += 1
      }
    }
  }
}

/// The whole number nearest to `significand` · `factor` / 2^`shift`, halves to even.
private func rounded(
  _ significand: UInt64, times factor: UInt64, overTwoTo shift: Int
) -> UInt128 {
  let (high, low) = significand.multipliedFullWidth(by: factor)
  let product = UInt128(high) << 64 | UInt128(low)
  // The product is below 2^83, so that beyond this shift it is less than a quarter.
  guard shift < 86 else { return 0 }
  let quotient = product &>> UInt128(shift)
  let remainder = product & ((1 &<< UInt128(shift)) &- 1)
  let half: UInt128 = 1 &<< UInt128(shift - 1)
  let roundsUp = remainder > half || remainder == half && quotient & 1 == 1
  return roundsUp ? quotient + 1 : quotient
}

private let tens: [UInt64] = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
]
