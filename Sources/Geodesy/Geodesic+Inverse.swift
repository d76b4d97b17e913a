public import Quantities

/// The shortest line between two places: how long, and in which directions.
public struct GeodesicArc: Hashable, Sendable {
  public let distance: Length

  /// The direction of travel at the first place, clockwise from north, in −180°…180°.
  public let initialAzimuth: Angle

  /// The direction of travel at the second place, onwards, clockwise from north, in −180°…180°.
  public let finalAzimuth: Angle
}

extension Geodesic {
  /// The shortest line from one place to another.
  ///
  /// Every pair has an answer.
  /// - Where two lines are equally short, it is one of them: between antipodes the line over the
  ///   pole that is nearer to the first place, between places on the equator the northern line.
  /// - Coincident places (less than 1e-114 m apart) are 0 m apart, with both azimuths 0°; two
  ///   coordinates of one pole are 0 m apart too.
  /// - An azimuth at a pole is told against the meridian of the pole's stated longitude.
  ///
  /// - Accuracy: As ``Geodesic`` says.
  public func inverse(from start: GeodeticCoordinate, to end: GeodeticCoordinate) -> GeodesicArc {
    let solution = inverse(
      latitude1: start.latitude.degrees, longitude1: start.longitude.degrees,
      latitude2: end.latitude.degrees, longitude2: end.longitude.degrees)
    return GeodesicArc(
      distance: .meters(solution.meters), initialAzimuth: .degrees(solution.azimuth1),
      finalAzimuth: .degrees(solution.azimuth2))
  }

  /// The same, in bare degrees and meters, for hot loops: nothing is allocated or checked twice.
  ///
  /// - Returns: What ``inverse(from:to:)`` says; NaN in all three if a latitude is beyond ±90 or
  ///   a number is not finite. Longitudes may be outside ±180.
  package func inverse(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double
  ) -> (meters: Double, azimuth1: Double, azimuth2: Double) {
    let solution = solution(
      latitude1: latitude1, longitude1: longitude1, latitude2: latitude2, longitude2: longitude2)
    return (solution.meters, solution.azimuth1.degrees, solution.azimuth2.degrees)
  }

  /// The length of the shortest line and its direction at the first place, as sine and cosine.
  ///
  /// - Returns: What ``inverse(latitude1:longitude1:latitude2:longitude2:)`` says, but for the
  ///   rounding of an azimuth in degrees.
  package func departure(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double
  ) -> (meters: Double, direction: SineCosine) {
    let solution = solution(
      latitude1: latitude1, longitude1: longitude1, latitude2: latitude2, longitude2: longitude2)
    return (solution.meters, solution.azimuth1)
  }

  /// The solution with its azimuths as sine and cosine, which lose nothing.
  func solution(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double
  ) -> InverseSolution {
    guard
      abs(latitude1) <= 90, abs(latitude2) <= 90, abs(longitude1) < .infinity,
      abs(longitude2) < .infinity
    else { return .none }
    let λ12 = longitudeDifference(from: longitude1, to: longitude2)
    if abs(latitude1 - latitude2) < 1e-120 && abs(λ12.value) < 1e-120 { return .coincident }

    // The pair is brought to φ₁ ≤ 0, φ₁ ≤ φ₂ ≤ −φ₁, 0 ≤ λ₁₂ ≤ 180°, equation (44), by mirroring
    // it at the equator or at a meridian, or by walking it backwards.
    let westward = λ12.value < 0
    let backwards = abs(latitude1) < abs(latitude2)
    let (far, near) = backwards ? (latitude2, latitude1) : (latitude1, latitude2)
    let mirrored = far >= 0
    let pair = CanonicalPair(
      latitude1: (mirrored ? -far : far) + 0, latitude2: (mirrored ? -near : near) + 0,
      longitude: westward ? (-λ12.value, -λ12.correction) : λ12, axisRatio: axisRatio)
    let found = solution(of: pair)

    let eastSign = westward ? -1.0 : 1.0
    let northSign = mirrored == backwards ? 1.0 : -1.0
    let (first, last) =
      backwards ? (found.azimuth2, found.azimuth1) : (found.azimuth1, found.azimuth2)
    // Adding zero makes a negative zero positive, so that due south is 180°, never −180°.
    return InverseSolution(
      meters: found.meters,
      azimuth1: SineCosine(sine: eastSign * first.sine + 0, cosine: northSign * first.cosine),
      azimuth2: SineCosine(sine: eastSign * last.sine + 0, cosine: northSign * last.cosine))
  }

  /// The cases, easiest first; each is complete in itself.
  private func solution(of pair: CanonicalPair) -> InverseSolution {
    if pair.isMeridional { return meridionalSolution(of: pair) }
    if pair.isEquatorial(flattening: flattening) { return equatorialSolution(of: pair) }
    return triangleSolution(of: pair) ?? nearlyAntipodalSolution(of: pair)
  }

  /// Along a meridian, perhaps over the southern pole.
  private func meridionalSolution(of pair: CanonicalPair) -> InverseSolution {
    let (β1, β2) = (pair.reduced1, pair.reduced2)
    let headsNorth = pair.isWithinQuarterTurn
    let side = headsNorth ? 1.0 : -1.0
    let σ12 = SineCosine(
      sine: side * pair.sineOfLatitudes + 0,
      cosine: β1.sine * β2.sine + side * β1.cosine * β2.cosine)
    let measures = measures(
      of: AuxiliaryArc(
        equatorSine: 0, equatorSquaredCosine: 1,
        start: SineCosine(sine: β1.sine, cosine: side * β1.cosine), end: β2, span: σ12,
        radians: σ12.radians))
    return InverseSolution(
      meters: polarRadius * measures.distance, azimuth1: pair.longitude,
      azimuth2: SineCosine(sine: 0, cosine: 1))
  }

  /// Along the equator, which is the shortest line up to (1 − f) · 180°.
  private func equatorialSolution(of pair: CanonicalPair) -> InverseSolution {
    let east = SineCosine(sine: 1, cosine: 0)
    return InverseSolution(
      meters: equatorialRadius * pair.radians, azimuth1: east, azimuth2: east)
  }
}

/// An answer to the inverse problem, with its azimuths as sine and cosine.
struct InverseSolution {
  let meters: Double
  let azimuth1, azimuth2: SineCosine

  static var none: InverseSolution {
    let unknown = SineCosine(sine: .nan, cosine: .nan)
    return InverseSolution(meters: .nan, azimuth1: unknown, azimuth2: unknown)
  }

  static var coincident: InverseSolution {
    let north = SineCosine(sine: 0, cosine: 1)
    return InverseSolution(meters: 0, azimuth1: north, azimuth2: north)
  }
}
