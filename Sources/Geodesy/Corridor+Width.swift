public import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Corridor {
  /// How far the corridor reaches to either side of the geodesic, by the plane's formula.
  ///
  /// With the ends c apart, at x from the start: for a radius r, the gap between chord and arc,
  /// √(r² − (x − c/2)²) − √(r² − c²/4); for ways up to L, ½√(L² − c²)·√(1 − (2x − c)²/L²).
  ///
  /// - Parameter distance: The distance along the geodesic from the start. An ellipse goes on
  ///   beyond the ends; where there is no corridor, the answer is zero.
  /// - Returns: The half width, across the geodesic.
  /// - Accuracy: Within the share (L/R)² of itself, with the Earth's radius R: 2.5e-6 for 10 km.
  public func halfWidth(at distance: Length) -> Length {
    let (c, x) = (leg.length.meters, distance.meters)
    switch bound {
    case .longestWay:
      let L = longestWay.meters
      guard L > 0 else { return .zero }
      let share = (2 * x - c) / L
      return .meters((max(0, L * L - c * c) * max(0, 1 - share * share)).squareRoot() / 2)
    case .leastRadius(let radius):
      guard x > 0, x < c else { return .zero }
      let arc = Arc(chord: c, radius: radius.meters)
      return .meters(arc.gap(at: x))
    }
  }

  /// The half width where the corridor is widest, half way.
  public var greatestHalfWidth: Length { halfWidth(at: leg.length / 2) }
}

/// The shorter arc of a radius over a chord in the plane, in meters.
struct Arc {
  let chord: Double
  let radius: Double

  var length: Length { .meters(2 * radius * asin(min(1, chord / (2 * radius)))) }

  /// The gap between chord and arc at a distance along the chord.
  ///
  /// The difference of the two roots as a quotient, so that nothing cancels: x(c − x) over their
  /// sum.
  func gap(at x: Double) -> Double {
    let half = chord / 2
    let toArc = (radius * radius - (x - half) * (x - half)).squareRoot()
    let toChord = max(0, radius * radius - half * half).squareRoot()
    return x * (chord - x) / (toArc + toChord)
  }
}
