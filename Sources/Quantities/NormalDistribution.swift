#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The normal distribution of mean zero and standard deviation one.
public enum NormalDistribution {
  /// The half width of the interval that holds 95 %, in standard deviations.
  public static let halfWidth95 = quantile(0.975)

  /// The probability of a value below `x`.
  ///
  /// - Returns: ½ erfc(−x/√2), by the C library: within some units in the last place.
  public static func probability(below x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  /// The value below which a share of the probability lies: the inverse of ``probability(below:)``.
  ///
  /// Found by Halley's method on the C library's `erfc`, from a start within 0.0005: Abramowitz and
  /// Stegun, *Handbook of Mathematical Functions* (1964), 26.2.23.
  ///
  /// - Parameter probability: 0…1; the ends give infinities.
  /// - Returns: Within 1e-14 of the exact value, and of its size where it is larger than 1.
  public static func quantile(_ probability: Double) -> Double {
    guard probability > 0 else { return -.infinity }
    guard probability < 1 else { return .infinity }
    // The smaller tail, whose digits are all there.
    let tail = min(probability, 1 - probability)
    let t = (-2 * log(tail)).squareRoot()
    var x =
      t - (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<2 {
      let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
      let step = (Self.probability(below: -x) - tail) / density
      x += step / (1 - x * step / 2)
    }
    return probability < 0.5 ? -x : x
  }
}
