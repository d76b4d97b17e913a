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
      let triangle = SphericalTriangle(pair: pair, longitude: pair.longitude.turned(by: δ))
      let σ12 = triangle.side
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
        let last = SphericalTriangle(pair: pair, longitude: pair.longitude.turned(by: δ))
        let lever = triangle.northing1 * triangle.northing2 / measures.reducedLength
        let eastward = arc.equatorSine * miss - lever * miss * miss / 2
        return InverseSolution(
          meters: polarRadius * measures.distance - equatorialRadius * eastward,
          azimuth1: last.azimuth1, azimuth2: last.azimuth2)
      }
    }
    return nil
  }

  /// A first guess of ω₁₂ − λ₁₂: equation (48), its root expanded, on lines short enough for it.
  private func firstExcess(of pair: CanonicalPair) -> Double {
    guard pair.isWithinQuarterTurn else { return 0 }
    let meanCosine = (pair.reduced1.cosine + pair.reduced2.cosine) / 2
    let x = eccentricitySquared * meanCosine * meanCosine
    return pair.radians * x * (1 / 2.0 + x * (3 / 8.0 + x * (5 / 16.0)))
  }
}

/// The triangle of two places and the pole on the auxiliary sphere.
struct SphericalTriangle {
  let azimuth1, azimuth2: SineCosine

  /// The side between the places, σ₁₂.
  let side: SineCosine

  /// cos α cos β at the two places: how fast the line gains height over the equator.
  let northing1, northing2: Double

  /// Solves the triangle from two sides, given by the latitudes, and the angle ω₁₂ between them.
  ///
  /// - Source: section 5 of the paper, with sin(β₂ ∓ β₁) taken as it stands in the pair, so that
  ///   nothing cancels.
  @inline(__always)
  init(pair: CanonicalPair, longitude ω12: SineCosine) {
    let (β1, β2) = (pair.reduced1, pair.reduced2)
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
    azimuth1 = SineCosine(sine: y1 / norm, cosine: x1 / norm)
    azimuth2 = SineCosine(sine: y2 / norm, cosine: x2 / norm)
    side = SineCosine(
      sine: norm, cosine: β1.sine * β2.sine + β1.cosine * β2.cosine * ω12.cosine)
    northing1 = azimuth1.cosine * β1.cosine
    northing2 = azimuth2.cosine * β2.cosine
  }

  /// The third side.
  @inline(__always)
  func arc(of pair: CanonicalPair) -> AuxiliaryArc {
    let (β1, β2) = (pair.reduced1, pair.reduced2)
    let α1 = azimuth1
    let y = α1.sine * β1.sine
    let cosine² = α1.cosine * α1.cosine + y * y
    let perCosine = 1 / cosine².squareRoot()
    return AuxiliaryArc(
      equatorSine: α1.sine * β1.cosine, equatorSquaredCosine: cosine²,
      start: SineCosine(sine: β1.sine * perCosine, cosine: northing1 * perCosine),
      end: SineCosine(sine: β2.sine * perCosine, cosine: northing2 * perCosine),
      span: side, radians: side.radians)
  }
}
