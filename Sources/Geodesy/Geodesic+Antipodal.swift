extension Geodesic {
  /// Solves the inverse problem by searching the first azimuth, for nearly antipodal places.
  ///
  /// λ₁₂ grows with α₁ from 0 at north to 180° at south, so that there is one root, always
  /// bracketed. Newton's method is used where it stays inside the bracket, bisection elsewhere.
  ///
  /// - Source: sections 4 and 5 of the paper that ``Geodesic`` names.
  func nearlyAntipodalSolution(of pair: CanonicalPair) -> InverseSolution {
    // Just off north and south, so that a bisection of the two is a direction.
    var low = SineCosine(sine: 1e-100, cosine: 1)
    var high = SineCosine(sine: 1e-100, cosine: -1)
    var trial = AzimuthTrial(pair: pair, azimuth: firstAzimuth(of: pair), on: self)
    var best = trial
    for _ in 0..<100 {
      if abs(trial.miss) <= 2e-16 { break }
      if trial.miss > 0 { high = trial.azimuth1 } else { low = trial.azimuth1 }
      guard let next = trial.improved(between: low, high) else { break }
      trial = AzimuthTrial(pair: pair, azimuth: next, on: self)
      // Once the misses are rounding errors they no longer shrink.
      if abs(trial.miss) < abs(best.miss) { best = trial } else if abs(best.miss) < 1e-14 { break }
    }
    return best.solution(on: self)
  }

  /// A first azimuth, from the plane problem round the antipode.
  ///
  /// Lengths are measured in units of the astroid in which all geodesics from the first place
  /// come together again: x along the parallel of the antipode, y along its meridian.
  ///
  /// - Source: section 5 of the paper, equations (55) to (57).
  private func firstAzimuth(of pair: CanonicalPair) -> SineCosine {
    let (β1, β2) = (pair.reduced1, pair.reduced2)
    let ε = GeodesicSeries.parameter(secondEccentricitySquared * β1.sine * β1.sine)
    let unit = flattening * .pi * β1.cosine * longitudeSeries.factor(ε)
    let x = -pair.radiansToHalfTurn / unit
    let y = min(0, pair.sineOfLatitudes / (unit * β1.cosine))
    if y > -1e-13 && x > -1 {
      return SineCosine(sine: -x, cosine: -(1 - x * x).squareRoot())
    }
    // α₁ itself is (y / μ, −x / (1 + μ)); the triangle with the ω₁₂ that belongs to it is
    // better, since it meets both latitudes.
    let μ = astroidRoot(x, y)
    let toHalfTurn = SineCosine(radians: -x * unit * μ / (1 + μ))
    let ω12 = SineCosine(sine: toHalfTurn.sine, cosine: -toHalfTurn.cosine)
    let versine = ω12.sine * ω12.sine / (1 - ω12.cosine)
    return SineCosine(
      directionOf: β2.cosine * ω12.sine,
      pair.sineOfLatitudes - β1.sine * β2.cosine * versine)
  }

  /// The positive root μ of equation (55), which says that x / (1 + μ) and y / μ are the sine and
  /// cosine of one angle.
  ///
  /// The sum of their squares falls with μ and is convex, so that Newton's method, begun where
  /// the sum is above 1, climbs to the root without overshooting.
  private func astroidRoot(_ x: Double, _ y: Double) -> Double {
    var μ = max(abs(y), abs(x) - 1)
    for _ in 0..<30 {
      let (sine, cosine) = (x / (1 + μ), y / μ)
      let (sine², cosine²) = (sine * sine, cosine * cosine)
      let step = (sine² + cosine² - 1) / (2 * (sine² / (1 + μ) + cosine² / μ))
      μ += step
      if step < 1e-6 * μ { break }
    }
    return μ
  }
}

/// The line that leaves the first place with some azimuth and ends on the second latitude.
private struct AzimuthTrial {
  let azimuth1, azimuth2: SineCosine
  let arc: AuxiliaryArc
  let measures: ArcMeasures

  /// By how much the line ends too far east, in radians, and its derivative by α₁.
  let miss, slope: Double

  init(pair: CanonicalPair, azimuth given: SineCosine, on geodesic: Geodesic) {
    let (β1, β2, λ12) = (pair.reduced1, pair.reduced2, pair.longitude)
    // On the equator, due east must become a little south of it to be a line of its own.
    let α1 =
      β1.sine == 0 && given.cosine == 0 ? SineCosine(sine: 1, cosine: -1e-100) : given

    let y = α1.sine * β1.sine
    let sineOfα0 = α1.sine * β1.cosine
    let northing1 = α1.cosine * β1.cosine
    // Equation (45), times cos β₂.
    let northing2 = max(0, northing1 * northing1 + pair.gainOfSquaredCosine).squareRoot()
    azimuth1 = α1
    azimuth2 = SineCosine(directionOf: sineOfα0, northing2)

    // Equations (11) and (12) at both ends, then the differences of σ and of ω.
    let σ1 = SineCosine(directionOf: β1.sine, northing1)
    let σ2 = SineCosine(directionOf: β2.sine, northing2)
    let σ12 = SineCosine(
      sine: max(0, σ2.sine * σ1.cosine - σ2.cosine * σ1.sine) + 0,
      cosine: σ2.cosine * σ1.cosine + σ2.sine * σ1.sine)
    let ω12 = SineCosine(
      sine: max(0, sineOfα0 * σ12.sine) + 0,
      cosine: σ1.cosine * σ2.cosine + sineOfα0 * sineOfα0 * σ1.sine * σ2.sine)
    arc = AuxiliaryArc(
      equatorSine: sineOfα0, equatorSquaredCosine: α1.cosine * α1.cosine + y * y,
      start: σ1, end: σ2, span: σ12, radians: σ12.radians)
    measures = geodesic.measures(of: arc)

    // ω₁₂ − λ₁₂ as the angle between two directions, which does not cancel.
    let η = SineCosine(
      sine: ω12.sine * λ12.cosine - ω12.cosine * λ12.sine,
      cosine: ω12.cosine * λ12.cosine + ω12.sine * λ12.sine
    ).radians
    miss = η - measures.excess
    // Equation (46), and its limit where the line turns on the second latitude.
    slope =
      northing2 > 0
      ? measures.reducedLength / northing2
      : -2 * (1 - geodesic.eccentricitySquared * β1.cosine * β1.cosine).squareRoot() / β1.sine
  }

  /// The next azimuth to try; none when no direction is left between the two.
  func improved(between low: SineCosine, _ high: SineCosine) -> SineCosine? {
    let step = -miss / slope
    if abs(step) < 0.5 {
      let next = azimuth1 + SineCosine(radians: step)
      if low.isBefore(next) && next.isBefore(high) {
        return SineCosine(directionOf: next.sine, next.cosine)
      }
    }
    let middle = SineCosine(directionOf: low.sine + high.sine, low.cosine + high.cosine)
    return low.isBefore(middle) && middle.isBefore(high) ? middle : nil
  }

  /// The solution, with the distance moved on to where the line should have ended.
  func solution(on geodesic: Geodesic) -> InverseSolution {
    InverseSolution(
      meters: geodesic.polarRadius * measures.distance
        - geodesic.equatorialRadius * arc.equatorSine * miss,
      azimuth1: azimuth1, azimuth2: azimuth2)
  }
}

extension SineCosine {
  /// Whether this direction comes before another less than half a turn on.
  fileprivate func isBefore(_ other: SineCosine) -> Bool {
    other.sine * cosine - other.cosine * sine > 0
  }
}
