/// Two places in the position of equation (44): φ₁ ≤ 0, φ₁ ≤ φ₂ ≤ −φ₁, 0 ≤ λ₁₂ ≤ 180°.
struct CanonicalPair {
  /// The reduced latitudes β₁ and β₂, equation (6).
  let reduced1, reduced2: SineCosine

  /// The difference of the longitudes, λ₁₂.
  let longitude: SineCosine

  /// λ₁₂ in degrees, and what was lost when it was rounded.
  private let degrees: (value: Double, correction: Double)

  /// sin(β₂ − β₁) if λ₁₂ is at most a quarter turn, else sin(β₂ + β₁).
  ///
  /// It is found from the latitudes themselves, so that it has all its digits also where the
  /// places are close together, or close to being antipodal.
  let sineOfLatitudes: Double

  @inline(__always)
  init(
    latitude1: Double, latitude2: Double, longitude degrees: (value: Double, correction: Double),
    axisRatio: Double
  ) {
    self.degrees = degrees
    longitude = SineCosine(degrees: degrees.value, correction: degrees.correction)
    let (φ1, φ2) = (SineCosine(degrees: latitude1), SineCosine(degrees: latitude2))

    // tan β = (1 − f) tan φ; the two norms serve also in
    // sin(β₂ ± β₁) = (1 − f) sin(φ₂ ± φ₁) / (norm₁ norm₂).
    let (y1, y2) = (axisRatio * φ1.sine, axisRatio * φ2.sine)
    let norm1 = (φ1.cosine * φ1.cosine + y1 * y1).squareRoot()
    let norm2 = (φ2.cosine * φ2.cosine + y2 * y2).squareRoot()
    reduced1 = SineCosine(sine: y1 / norm1, cosine: φ1.cosine / norm1)
    reduced2 = SineCosine(sine: y2 / norm2, cosine: φ2.cosine / norm2)

    let side = degrees.value <= 90 ? -latitude1 : latitude1
    let across = latitude2.addingExactly(side)
    let sine = SineCosine(degrees: across.sum, correction: across.error).sine
    sineOfLatitudes = axisRatio * sine / (norm1 * norm2)
  }

  var isWithinQuarterTurn: Bool { degrees.value <= 90 }

  var isMeridional: Bool { longitude.sine == 0 || reduced1.cosine == 0 }

  /// cos²β₂ − cos²β₁ as sin(β₁ + β₂) sin(β₁ − β₂), so that it keeps its digits when it is small.
  var gainOfSquaredCosine: Double {
    let (β1, β2) = (reduced1, reduced2)
    let other = β1.sine * β2.cosine - (isWithinQuarterTurn ? -1 : 1) * β1.cosine * β2.sine
    return (isWithinQuarterTurn ? -1 : 1) * sineOfLatitudes * other
  }

  /// Whether the equator is the shortest line.
  func isEquatorial(flattening: Double) -> Bool {
    reduced1.sine == 0 && degrees.value <= 180 * (1 - flattening)
  }

  /// λ₁₂ in radians.
  var radians: Double { (degrees.value + degrees.correction) * (.pi / 180) }

  /// 180° − λ₁₂ in radians, with all its digits.
  var radiansToHalfTurn: Double { ((180 - degrees.value) - degrees.correction) * (.pi / 180) }
}
