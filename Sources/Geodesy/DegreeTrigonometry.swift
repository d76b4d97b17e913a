#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The sine and the cosine of one angle, kept together.
///
/// Written with additions, products and quotients only, so that a sine is the same number on
/// every machine; the way back, ``degrees``, asks the C library's `atan2`.
///
/// These functions and those of the series are marked for inlining: a hundred kilometers took
/// 410 ns to measure without and 300 ns with it.
package struct SineCosine: Sendable {
  package var sine, cosine: Double

  package init(sine: Double, cosine: Double) {
    (self.sine, self.cosine) = (sine, cosine)
  }
}

extension SineCosine {
  /// The sine and cosine of an angle in degrees.
  ///
  /// Multiples of 90° give 0, 1 and −1 exactly; a sine of zero has the sign of the angle, a
  /// cosine of zero is positive.
  ///
  /// - Parameters:
  ///   - degrees: Any finite number of degrees; anything else gives NaN.
  ///   - correction: A small angle to add, in degrees: what was lost when `degrees` was rounded.
  /// - Accuracy: Within 2.5e-16 of the C library's sine and cosine, as the tests hold.
  /// - Source: Taylor's series up to the 17th power; on ±45° the terms left out are below 3e-18.
  @inline(__always)
  package init(degrees: Double, correction: Double = 0) {
    let x = abs(degrees) <= 360 ? degrees : degrees.remainder(dividingBy: 360)
    let quadrant = x.inNearest(90)
    let r = (x - 90 * quadrant.count) + correction
    let turned = SineCosine(withinEighthTurn: r * (.pi / 180)).turned(byQuadrants: quadrant.bits)
    sine = turned.sine == 0 ? Double(signOf: x, magnitudeOf: 0) : turned.sine
    cosine = turned.cosine + 0
  }

  /// The sine and cosine of an angle in radians.
  ///
  /// - Accuracy: Within 2.5e-16 for angles up to one turn, and in proportion beyond.
  @inline(__always)
  package init(radians: Double) {
    let x = abs(radians) < 1e5 ? radians : radians.remainder(dividingBy: 2 * .pi)
    let quadrant = x.inNearest(.pi / 2)
    // π/2 in two parts, the first with so few digits that its small multiples are exact.
    let r = (x - quadrant.count * 0x1.921f_b544p0) - quadrant.count * 0x1.0b46_11a6_2633_1p-34
    self = SineCosine(withinEighthTurn: r).turned(byQuadrants: quadrant.bits)
  }

  /// The sine and cosine of an angle within ±π/4 radians.
  @inline(__always)
  private init(withinEighthTurn x: Double) {
    let x² = x * x
    var s = x² * (1 / 355_687_428_096_000.0) - 1 / 1_307_674_368_000.0
    s = x² * s + 1 / 6_227_020_800.0
    s = x² * s - 1 / 39_916_800.0
    s = x² * s + 1 / 362_880.0
    s = x² * s - 1 / 5_040.0
    s = x² * s + 1 / 120.0
    s = x² * s - 1 / 6.0
    var c = x² * (1 / 20_922_789_888_000.0) - 1 / 87_178_291_200.0
    c = x² * c + 1 / 479_001_600.0
    c = x² * c - 1 / 3_628_800.0
    c = x² * c + 1 / 40_320.0
    c = x² * c - 1 / 720.0
    c = x² * c + 1 / 24.0
    sine = x + x * (x² * s)
    cosine = 1 - (x² / 2 - x² * (x² * c))
  }

  /// The same angle after `quadrants` quarter turns; only the last two bits count.
  ///
  /// Done on the bits, since a branch here is as often guessed wrongly as rightly.
  @inline(__always)
  private func turned(byQuadrants quadrants: UInt64) -> SineCosine {
    let (s, c) = (sine.bitPattern, cosine.bitPattern)
    let isOdd = quadrants & 1 != 0
    return SineCosine(
      sine: Double(bitPattern: (isOdd ? c : s) ^ (quadrants & 2) << 62),
      cosine: Double(bitPattern: (isOdd ? s : c) ^ ((quadrants &+ 1) & 2) << 62))
  }

  /// The direction of a vector, which need not have unit length.
  ///
  /// - Precondition: One component at least is above 1e-150 in magnitude.
  @inline(__always)
  init(directionOf y: Double, _ x: Double) {
    let length = (y * y + x * x).squareRoot()
    (sine, cosine) = (y / length, x / length)
  }

  /// The sum of two angles.
  @inline(__always)
  static func + (a: SineCosine, b: SineCosine) -> SineCosine {
    SineCosine(
      sine: a.sine * b.cosine + a.cosine * b.sine,
      cosine: a.cosine * b.cosine - a.sine * b.sine)
  }

  /// The angle turned further by a small angle, within ±1/16 radian.
  @inline(__always)
  func turned(by x: Double) -> SineCosine {
    let x² = x * x
    var s = x² * (1 / 362_880.0) - 1 / 5_040.0
    s = x² * s + 1 / 120.0
    s = x² * s - 1 / 6.0
    var c = x² * (1 / 40_320.0) - 1 / 720.0
    c = x² * c + 1 / 24.0
    let (sineOfX, versine) = (x + x * (x² * s), x² / 2 - x² * (x² * c))
    return SineCosine(
      sine: sine + (cosine * sineOfX - sine * versine),
      cosine: cosine - (sine * sineOfX + cosine * versine))
  }

  /// The angle in degrees, in −180°…180°; the two numbers need not have unit length.
  ///
  /// Multiples of 90° are exact. An angle of zero has the sign of the sine.
  package var degrees: Double {
    let perRadian = 180 / Double.pi
    if abs(sine) > abs(cosine) {
      let fromQuarter = atan2(cosine, abs(sine)) * perRadian
      return sine < 0 ? fromQuarter - 90 : 90 - fromQuarter
    }
    let fromAxis = atan2(sine, abs(cosine)) * perRadian
    return cosine < 0 ? Double(signOf: sine, magnitudeOf: 180) - fromAxis : fromAxis
  }

  /// The angle in radians, in −π…π; the two numbers need not have unit length.
  var radians: Double { atan2(sine, cosine) }
}

extension Double {
  /// How often `unit` goes into this number, rounded to the nearest whole number.
  ///
  /// Adding 1.5·2⁵² leaves the whole number in the last bits, for magnitudes below 2⁵⁰.
  @inline(__always)
  fileprivate func inNearest(_ unit: Double) -> (count: Double, bits: UInt64) {
    let shifted = self * (1 / unit) + 0x1.8p52
    return (shifted - 0x1.8p52, shifted.bitPattern)
  }

  /// The rounded sum of two numbers and what the rounding lost, exactly.
  ///
  /// - Source: D. E. Knuth, The Art of Computer Programming, volume 2, section 4.2.2, theorem B.
  @inline(__always)
  func addingExactly(_ other: Double) -> (sum: Double, error: Double) {
    let sum = self + other
    let part = sum - self
    return (sum, (self - (sum - part)) + (other - part))
  }
}

/// The shorter way round from one longitude to another, in degrees, exactly.
///
/// - Returns: A value in −180…180, and what was lost when it was rounded.
func longitudeDifference(
  from start: Double, to end: Double
) -> (value: Double, correction: Double) {
  let start = abs(start) <= 180 ? start : start.remainder(dividingBy: 360)
  let end = abs(end) <= 180 ? end : end.remainder(dividingBy: 360)
  let difference = end.addingExactly(-start)
  var (whole, part) = (difference.sum, difference.error)
  if whole > 180 || (whole == 180 && part > 0) {
    (whole, part) = (whole - 360).addingExactly(part)
  } else if whole < -180 || (whole == -180 && part < 0) {
    (whole, part) = (whole + 360).addingExactly(part)
  }
  return (whole, part)
}
