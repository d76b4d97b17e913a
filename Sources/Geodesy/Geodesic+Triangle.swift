extension Geodesic {
  /// Solves the inverse problem where the two places are not nearly antipodal.
  ///
  /// The unknown is the small excess δ = ω₁₂ − λ₁₂ of the longitude on the auxiliary sphere.
  /// Two latitudes and ω₁₂ are a spherical triangle, solved in closed form; equation (8) then
  /// gives the excess that the triangle's third side has. Newton's method makes the two equal.
  /// Its derivative is the ratio of the reduced lengths on ellipsoid and sphere, equation (46). A
  /// hundred kilometers take one step, ten thousand take two or three.
  ///
  /// - Returns: Nothing if the places are nearly antipodal: there a triangle is no steady
  ///   function of ω₁₂.
  func triangleSolution(of pair: CanonicalPair) -> InverseSolution? {
    var δ = firstExcess(of: pair)
    for _ in 0..<5 {
      let triangle = SphericalTriangle(pair: pair, ω12: pair.λ12.turned(by: δ))
      let σ12 = triangle.σ12
      if σ12.cosine < 0 && σ12.sine <= 20 * thirdFlattening { return nil }
      let arc = triangle.arc(of: pair)
      let measures = measures(of: arc)
      let miss = δ - measures.excess  // by how much the third side ends too far east
      let step = -miss * σ12.sine / measures.reducedLength
      δ += step
      let relative = step / σ12.sine
      if flattening * relative * relative < 1e-16 {
        // The triangle with the last δ has the azimuths. The distance follows from the triangle
        // measured by its first two derivatives by λ₁₂, a sin α₀ and the change of that.
        let last = SphericalTriangle(pair: pair, ω12: pair.λ12.turned(by: δ))
        let lever = triangle.northing1 * triangle.northing2 / measures.reducedLength
        let eastward = arc.α0.sine * miss - lever * miss * miss / 2
        return InverseSolution(
          meters: polarRadius * measures.distance - equatorialRadius * eastward,
          azimuth1: last.α1, azimuth2: last.α2)
      }
    }
    return nil
  }

  /// A first guess of ω₁₂ − λ₁₂: equation (48) on lines short enough for it.
  private func firstExcess(of pair: CanonicalPair) -> Double {
    guard pair.isWithinQuarterTurn else { return 0 }
    let meanCosine = (pair.β1.cosine + pair.β2.cosine) / 2
    let e² = eccentricitySquared * meanCosine * meanCosine
    let w = (1 - e²).squareRoot()
    return pair.radians * e² / (w * (1 + w))
  }
}

/// The triangle of two places and the pole on the auxiliary sphere.
struct SphericalTriangle {
  let α1, α2, σ12: SineCosine

  /// cos α cos β at the two places: how fast the line gains height over the equator.
  let northing1, northing2: Double

  /// Solves the triangle from two sides, given by the latitudes, and the angle ω₁₂ between them.
  ///
  /// - Source: equations (49) to (51) of the paper, with sin(β₂ ∓ β₁) taken as it stands in the
  ///   pair, so that nothing cancels.
  init(pair: CanonicalPair, ω12: SineCosine) {
    let (β1, β2) = (pair.β1, pair.β2)
    let (y1, y2) = (β2.cosine * ω12.sine, β1.cosine * ω12.sine)
    let (x1, x2): (Double, Double)
    if pair.isWithinQuarterTurn {
      let versine = ω12.sine * ω12.sine / (1 + ω12.cosine)
      x1 = pair.sineOfLatitudes + β1.sine * β2.cosine * versine
      x2 = pair.sineOfLatitudes - β1.cosine * β2.sine * versine
    } else {
      let versine = ω12.sine * ω12.sine / (1 - ω12.cosine)
      x1 = pair.sineOfLatitudes - β1.sine * β2.cosine * versine
      x2 = β1.cosine * β2.sine * versine - pair.sineOfLatitudes
    }
    let norm = (x1 * x1 + y1 * y1).squareRoot()
    α1 = SineCosine(sine: y1 / norm, cosine: x1 / norm)
    α2 = SineCosine(sine: y2 / norm, cosine: x2 / norm)
    σ12 = SineCosine(
      sine: norm, cosine: β1.sine * β2.sine + β1.cosine * β2.cosine * ω12.cosine)
    northing1 = α1.cosine * β1.cosine
    northing2 = α2.cosine * β2.cosine
  }

  /// The third side.
  func arc(of pair: CanonicalPair) -> AuxiliaryArc {
    let (β1, β2) = (pair.β1, pair.β2)
    let y = α1.sine * β1.sine
    let cosine = (α1.cosine * α1.cosine + y * y).squareRoot()
    let perCosine = 1 / cosine
    return AuxiliaryArc(
      α0: SineCosine(sine: α1.sine * β1.cosine, cosine: cosine),
      σ1: SineCosine(sine: β1.sine * perCosine, cosine: northing1 * perCosine),
      σ2: SineCosine(sine: β2.sine * perCosine, cosine: northing2 * perCosine),
      σ12: σ12, length: σ12.radians)
  }
}
