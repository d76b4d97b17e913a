package import Quantities

/// Distances between places close to each other and to one latitude, in some nanoseconds each.
///
/// The radii that turn differences of latitude and longitude into meters are polynomials in the
/// latitude, of degree 5 around the middle: what they leave out is below 10⁻¹² of them.
package struct ShortDistances: Sendable {
  /// The latitude, in degrees, around which they are meant, and how far from it they hold.
  private let middle: Double
  private static let reach = 0.5
  /// The longest change of latitude or longitude, in degrees.
  package static let span = 0.03

  // The coefficients of M and of N cos φ, and of 1/MN, in powers of the latitude in radians.
  private let meridian: (Double, Double, Double, Double)
  private let parallel: (Double, Double, Double, Double, Double, Double)
  private let perSquare: Double

  /// - Parameters:
  ///   - latitude: The middle, in degrees.
  ///   - geodesic: The ellipsoid's geodesics.
  package init(around latitude: Double, on geodesic: Geodesic = .wgs84) {
    middle = latitude
    let (a, e²) = (geodesic.equatorialRadius, geodesic.eccentricitySquared)
    let φ = SineCosine(degrees: latitude)
    let (s, c) = (φ.sine, φ.cosine)
    let w² = 1 - e² * s * s
    let w = w².squareRoot()
    let (N, M) = (a / w, a * (1 - e²) / (w² * w))
    // u = e² sin² φ/(1 − e² sin² φ) grows by these powers of δ: e²(2sc δ + (c² − s²)δ² − …)/w².
    let (g1, g2, g3) = (2 * e² * s * c / w², e² * (c * c - s * s) / w², -4 * e² * s * c / (3 * w²))
    // M = M₀(1 − g)^(−3/2) and N = N₀(1 − g)^(−1/2), g = g₁δ + g₂δ² + g₃δ³.
    meridian = (
      M, M * 1.5 * g1, M * (1.5 * g2 + 1.875 * g1 * g1),
      M * (1.5 * g3 + 3.75 * g1 * g2 + 2.1875 * g1 * g1 * g1)
    )
    let n = (
      N, N * 0.5 * g1, N * (0.5 * g2 + 0.375 * g1 * g1),
      N * (0.5 * g3 + 0.75 * g1 * g2 + 0.3125 * g1 * g1 * g1)
    )
    // cos(φ + δ) = c − sδ − cδ²/2 + sδ³/6 + cδ⁴/24 − sδ⁵/120.
    let k = (c, -s, -c / 2, s / 6, c / 24, -s / 120)
    parallel = (
      n.0 * k.0, n.0 * k.1 + n.1 * k.0, n.0 * k.2 + n.1 * k.1 + n.2 * k.0,
      n.0 * k.3 + n.1 * k.2 + n.2 * k.1 + n.3 * k.0, n.0 * k.4 + n.1 * k.3 + n.2 * k.2 + n.3 * k.1,
      n.0 * k.5 + n.1 * k.4 + n.2 * k.3 + n.3 * k.2
    )
    perSquare = 1 / (12 * M * N)
  }

  /// Whether a latitude, in degrees, is near enough to the middle.
  @inline(__always)
  package func hold(at latitude: Double) -> Bool { abs(latitude - middle) < Self.reach }

  /// The degrees that a way north and east is at a latitude near the middle.
  ///
  /// - Parameters:
  ///   - north: In meters.
  ///   - east: In meters.
  ///   - latitude: In degrees.
  /// - Returns: What ``Ellipsoid/degrees(north:east:atLatitude:)`` says, to 10⁻¹¹ of it.
  @inline(__always)
  package func degrees(
    north: Double, east: Double, atLatitude latitude: Double
  ) -> (latitude: Double, longitude: Double) {
    let δ = (latitude - middle) * (.pi / 180)
    return (
      north / meters(ofMeridianAt: δ) * (180 / .pi), east / meters(ofParallelAt: δ) * (180 / .pi)
    )
  }

  /// The meters of a radian along the meridian, so many radians from the middle.
  @inline(__always)
  private func meters(ofMeridianAt δ: Double) -> Double {
    let m = meridian
    return m.0 + δ * (m.1 + δ * (m.2 + δ * m.3))
  }

  /// The meters of a radian along the parallel, so many radians from the middle.
  @inline(__always)
  private func meters(ofParallelAt δ: Double) -> Double {
    let p = parallel
    return p.0 + δ * (p.1 + δ * (p.2 + δ * (p.3 + δ * (p.4 + δ * p.5))))
  }

  /// The geodesic distance in meters between two places at most ``span`` degrees apart in latitude
  /// and in longitude, near the middle.
  ///
  /// The sine formula of the sphere, sin² s/2 = sin² Δφ/2 (1 − sin² Δλ/2) + cos² φ sin² Δλ/2 with φ
  /// half way, to the fourth order in the differences, with the radius of the meridian for Δφ and
  /// that of the parallel for Δλ. What the ellipsoid changes in the terms of the fourth order is a
  /// hundredth of them.
  ///
  /// - Returns: The distance in meters.
  /// - Accuracy: Within 1 µm + 10⁻⁹ of the distance up to 80° of latitude, as the tests hold.
  package func meters(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double
  ) -> Double {
    let (Δφ, Δλ) = (
      (latitude2 - latitude1) * (.pi / 180), (longitude2 - longitude1) * (.pi / 180)
    )
    let δ = ((latitude1 - middle) + (latitude2 - middle)) * (.pi / 360)
    let (north, east) = (Δφ * meters(ofMeridianAt: δ), Δλ * meters(ofParallelAt: δ))
    let (north², east², Δλ²) = (north * north, east * east, Δλ * Δλ)
    let square = north² + east²
    let corrected =
      square - north² * (Δφ * Δφ / 12 + Δλ² / 4) - east² * (Δλ² / 12) + square * square * perSquare
    return (corrected > 0 ? corrected : 0).squareRoot()
  }
}

extension ShortDistances {
  /// The geodesic distance between any two places; the middle moves where that is worth it.
  ///
  /// - Returns: By the series where the places are close enough, else by ``Geodesic``.
  package mutating func distance(
    from a: GeodeticCoordinate, to b: GeodeticCoordinate
  ) -> Length {
    let (φ, λ) = (a.latitude.degrees, a.longitude.degrees)
    let isShort =
      abs(b.latitude.degrees - φ) < Self.span && abs(b.longitude.degrees - λ) < Self.span
    guard isShort, abs(φ) < 80 else { return Geodesic.wgs84.inverse(from: a, to: b).distance }
    if !hold(at: φ) { self = ShortDistances(around: φ) }
    return .meters(
      meters(
        latitude1: φ, longitude1: λ, latitude2: b.latitude.degrees,
        longitude2: b.longitude.degrees))
  }
}
