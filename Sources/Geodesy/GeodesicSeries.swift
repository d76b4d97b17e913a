/// Six coefficients of a series C₁ sin 2x + C₂ sin 4x + … + C₆ sin 12x.
struct SineSeries: Sendable {
  let c1, c2, c3, c4, c5, c6: Double

  /// The value of the series at one end of an arc, less its value at the other end.
  ///
  /// A difference of sines is a product, so nothing cancels on a short arc.
  @inline(__always)
  func difference(over arc: SineDifferences) -> Double {
    let low = c1 * arc.p1 + c2 * arc.p2
    let middle = c3 * arc.p3 + c4 * arc.p4
    let high = c5 * arc.p5 + c6 * arc.p6
    return low + (middle + high)
  }
}

/// The differences sin 2lσ₂ − sin 2lσ₁, for l from 1 to 6, over an arc from σ₁ to σ₂.
struct SineDifferences {
  let p1, p2, p3, p4, p5, p6: Double

  /// - Parameters:
  ///   - sum: σ₁ + σ₂.
  ///   - arc: σ₂ − σ₁.
  /// - Source: sin 2lσ₂ − sin 2lσ₁ = 2 cos l(σ₁ + σ₂) sin l(σ₂ − σ₁), and the recurrence
  ///   sin (l + 1)x = 2 cos x sin lx − sin (l − 1)x, likewise for the cosine.
  @inline(__always)
  init(sum: SineCosine, arc: SineCosine) {
    let (u, v) = (2 * sum.cosine, 2 * arc.cosine)
    let c2 = u * sum.cosine - 1
    let c3 = u * c2 - sum.cosine
    let c4 = u * c3 - c2
    let c5 = u * c4 - c3
    let c6 = u * c5 - c4
    let s1 = 2 * arc.sine
    let s2 = v * s1
    let s3 = v * s2 - s1
    let s4 = v * s3 - s2
    let s5 = v * s4 - s3
    let s6 = v * s5 - s4
    (p1, p2, p3) = (sum.cosine * s1, c2 * s2, c3 * s3)
    (p4, p5, p6) = (c4 * s4, c5 * s5, c6 * s6)
  }
}

/// The expansions of the geodesic integrals up to the sixth order of the flattening.
///
/// The tables are not copied from print: `Tools/geodesic-series/derive.py` derives every
/// coefficient from the integrals, in whole fractions.
///
/// - Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013) 43-55,
///   doi:10.1007/s00190-012-0578-z; the equations are named at each table.
enum GeodesicSeries {
  /// The expansion parameter ε of equation (16), from k², without cancellation.
  @inline(__always)
  static func parameter(_ k²: Double) -> Double {
    k² / (2 * (1 + (1 + k²).squareRoot()) + k²)
  }

  /// A₁ − 1 of equation (17): the length of an arc, less the arc.
  @inline(__always)
  static func distanceFactorLessOne(_ ε: Double) -> Double {
    let ε² = ε * ε
    return (ε + ε² * (1 / 4.0 + ε² * (1 / 64.0 + ε² * (1 / 256.0)))) / (1 - ε)
  }

  /// The C₁ of equation (18): from the arc σ to the distance.
  @inline(__always)
  static func distance(_ ε: Double) -> SineSeries {
    let ε² = ε * ε
    let (ε³, ε⁴) = (ε² * ε, ε² * ε²)
    return SineSeries(
      c1: ε * (-1 / 2.0 + ε² * (3 / 16.0 - ε² * (1 / 32.0))),
      c2: ε² * (-1 / 16.0 + ε² * (1 / 32.0 - ε² * (9 / 2048.0))),
      c3: ε³ * (-1 / 48.0 + ε² * (3 / 256.0)),
      c4: ε⁴ * (-5 / 512.0 + ε² * (3 / 512.0)),
      c5: ε⁴ * ε * (-7 / 1280.0),
      c6: ε⁴ * ε² * (-7 / 2048.0))
  }

  /// The C₁′ of equation (21): from the distance, as the angle τ, back to the arc σ.
  @inline(__always)
  static func arc(_ ε: Double) -> SineSeries {
    let ε² = ε * ε
    let (ε³, ε⁴) = (ε² * ε, ε² * ε²)
    return SineSeries(
      c1: ε * (1 / 2.0 + ε² * (-9 / 32.0 + ε² * (205 / 1536.0))),
      c2: ε² * (5 / 16.0 + ε² * (-37 / 96.0 + ε² * (1335 / 4096.0))),
      c3: ε³ * (29 / 96.0 - ε² * (75 / 128.0)),
      c4: ε⁴ * (539 / 1536.0 - ε² * (2391 / 2560.0)),
      c5: ε⁴ * ε * (3467 / 7680.0),
      c6: ε⁴ * ε² * (38081 / 61440.0))
  }

  /// A₂ − 1 of equation (42).
  @inline(__always)
  static func reducedLengthFactorLessOne(_ ε: Double) -> Double {
    let ε² = ε * ε
    let sum = ε² * (1 / 4.0 + ε² * (9 / 64.0 + ε² * (25 / 256.0)))
    return sum - ε * (1 + sum)
  }

  /// The C₂ of equation (43).
  @inline(__always)
  static func reducedLength(_ ε: Double) -> SineSeries {
    let ε² = ε * ε
    let (ε³, ε⁴) = (ε² * ε, ε² * ε²)
    return SineSeries(
      c1: ε * (1 / 2.0 + ε² * (1 / 16.0 + ε² * (1 / 32.0))),
      c2: ε² * (3 / 16.0 + ε² * (1 / 32.0 + ε² * (35 / 2048.0))),
      c3: ε³ * (5 / 48.0 + ε² * (5 / 256.0)),
      c4: ε⁴ * (35 / 512.0 + ε² * (7 / 512.0)),
      c5: ε⁴ * ε * (63 / 1280.0),
      c6: ε⁴ * ε² * (77 / 2048.0))
  }
}

/// The expansion of the longitude integral I₃ for one ellipsoid.
///
/// Its coefficients are polynomials in the third flattening n; those are worked out once.
///
/// - Source: equations (24) and (25) of the paper, as in ``GeodesicSeries``.
struct LongitudeSeries: Sendable {
  private let a: (Double, Double, Double, Double, Double)
  private let c1: (Double, Double, Double, Double, Double)
  private let c2: (Double, Double, Double, Double)
  private let c3: (Double, Double, Double)
  private let c4: (Double, Double)
  private let c5: Double

  init(thirdFlattening n: Double) {
    a = (
      -1 / 2.0 + n / 2, -1 / 4.0 + n * (-1 / 8.0 + n * (3 / 8.0)),
      -1 / 16.0 + n * (-3 / 16.0 - n / 16), -3 / 64.0 - n / 32, -3 / 128.0
    )
    c1 = (
      1 / 4.0 - n / 4, 1 / 8.0 - n * n / 8, 3 / 64.0 + n * (3 / 64.0 - n / 64),
      5 / 128.0 + n / 64, 3 / 128.0
    )
    c2 = (
      1 / 16.0 + n * (-3 / 32.0 + n / 32), 3 / 64.0 + n * (-1 / 32.0 - n * (3 / 64.0)),
      3 / 128.0 + n / 128, 5 / 256.0
    )
    c3 = (5 / 192.0 + n * (-3 / 64.0 + n * (5 / 192.0)), 3 / 128.0 - n * (5 / 192.0), 7 / 512.0)
    c4 = (7 / 512.0 - n * (7 / 256.0), 7 / 512.0)
    c5 = 21 / 2560.0
  }

  /// A₃ of equation (24).
  @inline(__always)
  func factor(_ ε: Double) -> Double {
    1 + ε * (a.0 + ε * (a.1 + ε * (a.2 + ε * (a.3 + ε * a.4))))
  }

  /// The C₃ of equation (25); the sixth is zero, since I₃ is multiplied by the flattening.
  @inline(__always)
  func sines(_ ε: Double) -> SineSeries {
    let ε² = ε * ε
    let (ε³, ε⁴) = (ε² * ε, ε² * ε²)
    return SineSeries(
      c1: ε * (c1.0 + ε * (c1.1 + ε * (c1.2 + ε * (c1.3 + ε * c1.4)))),
      c2: ε² * (c2.0 + ε * (c2.1 + ε * (c2.2 + ε * c2.3))),
      c3: ε³ * (c3.0 + ε * (c3.1 + ε * c3.2)),
      c4: ε⁴ * (c4.0 + ε * c4.1),
      c5: ε⁴ * ε * c5,
      c6: 0)
  }
}
