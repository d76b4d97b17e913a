/// A geodesic, seen as an arc of a great circle on the auxiliary sphere.
///
/// The paper's letters: β is the reduced latitude, σ the arc from the equator, α₀ the azimuth at
/// the equator, ω the longitude on the sphere, λ that on the ellipsoid. Azimuths are the same on
/// both.
///
/// - Source: section 2 of the paper that ``Geodesic`` names.
struct AuxiliaryArc {
  /// The sine and the squared cosine of α₀.
  let equatorSine, equatorSquaredCosine: Double

  /// σ at both ends, and the difference.
  let start, end, span: SineCosine

  /// The difference in radians.
  let radians: Double
}

/// What the geodesic integrals say of an arc.
struct ArcMeasures {
  /// The length of the line in units of the polar radius, s₁₂ / b: equation (7).
  let distance: Double

  /// By how much the longitude on the sphere exceeds that on the ellipsoid, ω₁₂ − λ₁₂, in
  /// radians: equation (8).
  let excess: Double

  /// The reduced length in units of the equatorial radius, m₁₂ / a: equation (38).
  ///
  /// Two lines that leave one place an angle dα apart are m₁₂ dα apart at the other end.
  let reducedLength: Double
}

extension Geodesic {
  /// Evaluates the geodesic integrals over an arc.
  @inline(__always)
  func measures(of arc: AuxiliaryArc) -> ArcMeasures {
    let (σ1, σ2, σ12) = (arc.start, arc.end, arc.span)
    let k² = secondEccentricitySquared * arc.equatorSquaredCosine
    let ε = GeodesicSeries.parameter(k²)
    let sum = σ1 + σ2
    let differences = SineDifferences(sum: sum, arc: σ12)

    // Every term is of the size of the arc or smaller by the flattening, so that a short arc is
    // measured to its last digit.
    let a1 = GeodesicSeries.distanceFactorLessOne(ε)
    let b1 = (1 + a1) * GeodesicSeries.distance(ε).difference(over: differences)
    let a2 = GeodesicSeries.reducedLengthFactorLessOne(ε)
    let b2 = (1 + a2) * GeodesicSeries.reducedLength(ε).difference(over: differences)
    let b3 = longitudeSeries.sines(ε).difference(over: differences)
    let a3 = flattening * arc.equatorSine * longitudeSeries.factor(ε)

    // Equation (38) with J from (40); the difference of its two roots is written as a product.
    let root1 = (1 + k² * σ1.sine * σ1.sine).squareRoot()
    let root2 = (1 + k² * σ2.sine * σ2.sine).squareRoot()
    let J = (a1 - a2) * arc.radians + (b1 - b2)
    let roots = k² * sum.sine * σ1.cosine * σ2.sine / (root1 + root2)
    let bend = σ1.cosine * σ2.cosine * J
    return ArcMeasures(
      distance: arc.radians + (a1 * arc.radians + b1),
      excess: a3 * (arc.radians + b3),
      reducedLength: axisRatio * (σ12.sine * (root1 + roots) - bend))
  }
}
