import Quantities

/// A short piece of a geodesic as a power series in the distance: a place in some nanoseconds.
///
/// Latitude and longitude are polynomials of degree 8 in the distance over the equatorial radius.
/// What is left out is of the ninth order: below 1 nm on arcs up to ``limit(latitude:)``, where
/// the tests hold the places against ``GeodesicLine`` within 20 nm.
@usableFromInline
package struct ShortArc: Sendable {
  /// The eight coefficients of a pair of series, in rising powers.
  @usableFromInline
  typealias Powers = (
    SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>,
    SIMD2<Double>, SIMD2<Double>
  )

  /// Latitude and longitude of the start, in degrees.
  @usableFromInline let start: SIMD2<Double>
  /// The coefficients of the powers 1 to 8 for latitude and longitude, in degrees.
  @usableFromInline let powers: Powers
  @usableFromInline let radiiPerMeter: Double

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
  ///   - ellipsoid: What it lies on.
  package init(latitude: Double, longitude: Double, azimuth: Double, on ellipsoid: Ellipsoid) {
    self.init(
      latitude: latitude, longitude: longitude, direction: SineCosine(degrees: azimuth),
      on: ellipsoid)
  }

  /// The same, with the azimuth as sine and cosine.
  package init(
    latitude: Double, longitude: Double, direction: SineCosine, on ellipsoid: Ellipsoid
  ) {
    start = SIMD2(latitude, longitude)
    radiiPerMeter = 1 / ellipsoid.equatorialRadius.meters
    powers = Self.series(
      SineCosine(degrees: latitude), direction,
      e²: ellipsoid.flattening * (2 - ellipsoid.flattening))
  }

  /// The place `meters` from the start, which may be behind it, in degrees; the longitude goes on
  /// beyond ±180.
  @inlinable
  @inline(__always)
  package func position(meters: Double) -> (latitude: Double, longitude: Double) {
    let x = meters * radiiPerMeter
    let x² = x * x
    let x⁴ = x² * x²
    let low = (powers.0 + x * powers.1) + x² * (powers.2 + x * powers.3)
    let high = (powers.4 + x * powers.5) + x² * (powers.6 + x * powers.7)
    let place = start + x * (low + x⁴ * high)
    return (place.x, place.y)
  }

  /// The coefficients of φ and λ, in degrees.
  ///
  /// With x the distance over the equatorial radius, w² = 1 − e² sin² φ and α the azimuth, a
  /// geodesic has φ' = cos α · w³/(1 − e²), λ' = sin α · w/cos φ and α' = sin φ · λ'. Each power of
  /// every quantity follows from the lower ones, by products of power series.
  ///
  /// - Source: W. Torge, J. Müller, *Geodesy* (4th ed. 2012), section 6.3.3, for the equations of
  ///   the geodesic; the radii M = a(1 − e²)/w³ and N = a/w are put in.
  private static func series(_ φ: SineCosine, _ α: SineCosine, e²: Double) -> Powers {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 11 * 9) { memory in
      series(φ, α, e²: e², PowerSeries.all(in: memory))
    }
  }

  private static func series(
    _ φ: SineCosine, _ α: SineCosine, e²: Double, _ all: PowerSeries.All
  ) -> Powers {
    let (S, C, p, q) = (all.0, all.1, all.2, all.3)
    let (w², w, w³, φʹ, λʹ, αʹ, qw) = (all.4, all.5, all.6, all.7, all.8, all.9, all.10)
    (S[0], C[0], p[0], q[0]) = (φ.sine, φ.cosine, α.cosine, α.sine)
    // At a pole the azimuth is all that the arc has: the longitude does not change.
    let (perC, perRatio) = (1 / max(C[0], 1e-9), 1 / (1 - e²))
    w[0] = (1 - e² * (S[0] * S[0])).squareRoot()
    let per2w = 0.5 / w[0]
    var (northings, eastings) = (SIMD8<Double>(), SIMD8<Double>())
    // Where meridians converge slowly, six powers leave out as little as eight do elsewhere.
    for k in 0..<(C[0] > 0.6 ? 6 : 8) {
      w²[k] = (k == 0 ? 1 : 0) - e² * PowerSeries.product(S, S, k)
      // w·w = w²: the two outermost products hold what is sought.
      if k > 0 { w[k] = (w²[k] - PowerSeries.product(w, w, k, 1..<k)) * per2w }
      w³[k] = PowerSeries.product(w, w², k)
      φʹ[k] = PowerSeries.product(p, w³, k) * perRatio
      qw[k] = PowerSeries.product(q, w, k)
      λʹ[k] = (qw[k] - PowerSeries.product(C, λʹ, k, 1..<(k + 1))) * perC
      αʹ[k] = PowerSeries.product(S, λʹ, k)
      let perNext = 1 / Double(k + 1)
      S[k + 1] = PowerSeries.product(C, φʹ, k) * perNext
      C[k + 1] = -PowerSeries.product(S, φʹ, k) * perNext
      q[k + 1] = PowerSeries.product(p, αʹ, k) * perNext
      p[k + 1] = -PowerSeries.product(q, αʹ, k) * perNext
      northings[k] = φʹ[k] * perNext * (180 / .pi)
      eastings[k] = λʹ[k] * perNext * (180 / .pi)
    }
    func power(_ k: Int) -> SIMD2<Double> { SIMD2(northings[k], eastings[k]) }
    return (power(0), power(1), power(2), power(3), power(4), power(5), power(6), power(7))
  }
}

/// The coefficients of power series, nine to each, in memory that others own.
private enum PowerSeries {
  typealias Powers = UnsafeMutablePointer<Double>
  typealias All = (
    Powers, Powers, Powers, Powers, Powers, Powers, Powers, Powers, Powers, Powers, Powers
  )

  /// Eleven series, one after the other.
  static func all(in memory: UnsafeMutableBufferPointer<Double>) -> All {
    guard let base = memory.baseAddress, memory.count >= 99 else {
      preconditionFailure("eleven series of nine coefficients")
    }
    return (
      base, base + 9, base + 18, base + 27, base + 36, base + 45, base + 54, base + 63, base + 72,
      base + 81, base + 90
    )
  }

  /// The coefficient of power `k` in the product of two series.
  ///
  /// The factors found last come last, so that the rest need not wait for them.
  @inline(__always)
  static func product(_ a: Powers, _ b: Powers, _ k: Int) -> Double {
    k == 0 ? a[0] * b[0] : product(a, b, k, 1..<k) + (a[0] * b[k] + a[k] * b[0])
  }

  /// The part of it that comes from the powers `range` of `a`.
  @inline(__always)
  static func product(_ a: Powers, _ b: Powers, _ k: Int, _ range: Range<Int>) -> Double {
    var sum = 0.0
    var j = range.lowerBound
    while j < range.upperBound {
      sum += a[j] * b[k - j]
      j += 1
    }
    return sum
  }
}
