import Quantities

/// A short piece of a geodesic as a power series in the distance: a place in some nanoseconds.
///
/// Latitude and longitude are polynomials of degree 8 in the distance over the equatorial radius.
/// What is left out is of the ninth order: below 1 nm on arcs up to ``limit(latitude:)``, where
/// the tests hold the places against ``GeodesicLine`` within 20 nm.
package struct ShortArc: Sendable {
  private let latitude, longitude: Double
  /// The coefficients of the powers 1 to 8, in degrees.
  private let northings, eastings: SIMD8<Double>
  private let radiiPerMeter: Double

  /// The longest arc, in meters, to or from a place of a latitude in degrees: 30 km, and less in
  /// proportion to the distance from the poles' axis beyond 60°.
  package static func limit(latitude: Double) -> Double {
    let colatitude = 90 - abs(latitude)
    return min(30_000, colatitude * 1000)
  }

  /// The arc that leaves a place in a direction.
  ///
  /// - Parameters:
  ///   - latitude: In degrees, short of the poles: see ``limit(latitude:)``.
  ///   - longitude: In degrees.
  ///   - azimuth: In degrees, clockwise from north.
  package init(latitude: Double, longitude: Double, azimuth: Double, on ellipsoid: Ellipsoid) {
    (self.latitude, self.longitude) = (latitude, longitude)
    radiiPerMeter = 1 / ellipsoid.equatorialRadius.meters
    (northings, eastings) = Self.series(
      SineCosine(degrees: latitude), SineCosine(degrees: azimuth),
      e²: ellipsoid.flattening * (2 - ellipsoid.flattening))
  }

  /// The place `meters` from the start, which may be behind it, in degrees; the longitude goes on
  /// beyond ±180.
  @inline(__always)
  package func position(meters: Double) -> (latitude: Double, longitude: Double) {
    let x = meters * radiiPerMeter
    let x² = x * x
    let x⁴ = x² * x²
    func sum(_ c: SIMD8<Double>) -> Double {
      let low = (c[0] + x * c[1]) + x² * (c[2] + x * c[3])
      let high = (c[4] + x * c[5]) + x² * (c[6] + x * c[7])
      return x * (low + x⁴ * high)
    }
    return (latitude + sum(northings), longitude + sum(eastings))
  }

  /// The coefficients of φ and λ, in degrees.
  ///
  /// With x the distance over the equatorial radius, w² = 1 − e² sin² φ and α the azimuth, a
  /// geodesic has φ' = cos α · w³/(1 − e²), λ' = sin α · w/cos φ and α' = sin φ · λ'. Each power of
  /// every quantity follows from the lower ones, by products of power series.
  ///
  /// - Source: W. Torge, J. Müller, *Geodesy* (4th ed. 2012), section 6.3.3, for the equations of
  ///   the geodesic; the radii M = a(1 − e²)/w³ and N = a/w are put in.
  private static func series(
    _ φ: SineCosine, _ α: SineCosine, e²: Double
  ) -> (SIMD8<Double>, SIMD8<Double>) {
    typealias Powers = SIMD16<Double>
    var (S, C, p, q) = (Powers(), Powers(), Powers(), Powers())
    (S[0], C[0], p[0], q[0]) = (φ.sine, φ.cosine, α.cosine, α.sine)
    var (w², w, w³, φʹ, λʹ, αʹ, qw) = (
      Powers(), Powers(), Powers(), Powers(), Powers(), Powers(), Powers()
    )
    var (northings, eastings) = (SIMD8<Double>(), SIMD8<Double>())
    /// The coefficient of power `k` in the product of two series.
    func product(_ a: Powers, _ b: Powers, _ k: Int) -> Double {
      var sum = 0.0
      for j in 0...k { sum += a[j] * b[k - j] }
      return sum
    }
    for k in 0..<8 {
      w²[k] = (k == 0 ? 1 : 0) - e² * product(S, S, k)
      if k == 0 {
        w[0] = w²[0].squareRoot()
      } else {
        // w·w = w²: the two outermost products hold what is sought.
        var inner = 0.0
        for j in 1..<max(1, k) { inner += w[j] * w[k - j] }
        w[k] = (w²[k] - inner) / (2 * w[0])
      }
      w³[k] = product(w, w², k)
      φʹ[k] = product(p, w³, k) / (1 - e²)
      qw[k] = product(q, w, k)
      λʹ[k] = (qw[k] - (k == 0 ? 0 : product(C, λʹ, k))) / C[0]
      αʹ[k] = product(S, λʹ, k)
      let next = Double(k + 1)
      S[k + 1] = product(C, φʹ, k) / next
      C[k + 1] = -product(S, φʹ, k) / next
      q[k + 1] = product(p, αʹ, k) / next
      p[k + 1] = -product(q, αʹ, k) / next
      northings[k] = φʹ[k] / next * (180 / .pi)
      eastings[k] = λʹ[k] / next * (180 / .pi)
    }
    return (northings, eastings)
  }
}
