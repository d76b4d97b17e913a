import Geodesy
import Geometry

/// A stretch of a leg whose places in space are quickly found.
///
/// Up to 40 km they come from a cubic through four of them. A geodesic bends by 1/R, so its fourth
/// derivative is about 1/R³, and the cubic is off by ℓ⁴/81 of a 24th of that at most: 5 µm.
struct DepthWay {
  private let curve: LegCurve
  /// What lies along the leg is more than what lies along the way by this.
  private let offset: Double
  private let start: Double
  private let length: Double
  /// By the share of the way; nothing for a long way.
  private let cubic: Cubic?

  private struct Cubic {
    let constant, linear, square, cube: SpacePoint
  }

  private static let longest = 40_000.0

  /// - Parameters:
  ///   - curve: The leg.
  ///   - meters: How far along it the way begins.
  ///   - first: The beginning of the way.
  ///   - last: Its end.
  init(_ curve: LegCurve, at meters: Double, from first: DepthProbe, to last: DepthProbe) {
    self.curve = curve
    (start, length) = (first.meters, last.meters - first.meters)
    offset = meters - first.meters
    let isShort = length > 0 && length <= Self.longest
    cubic = isShort ? Self.cubic(curve, at: meters, length) : nil
  }

  /// The cubic through the ends of a stretch and two places between.
  private static func cubic(_ curve: LegCurve, at meters: Double, _ length: Double) -> Cubic {
    func sample(_ share: Double) -> SpacePoint {
      let point = curve.place(at: meters + length * share)
      return SurfacePoint(latitude: point.y, longitude: point.x).space
    }
    let (a, b, c, d) = (sample(0), sample(1 / 3.0), sample(2 / 3.0), sample(1))
    // Newton's differences over steps of a third, u of them: u(u − 1)/2 and u(u − 1)(u − 2)/6.
    let (ab, bc, cd) = (b - a, c - b, d - c)
    let (abc, bcd) = (bc - ab, cd - bc)
    let (second, third) = (abc * 0.5, (bcd - abc) * (1 / 6.0))
    return Cubic(
      constant: a, linear: (ab - second + third * 2) * 3, square: (second - third * 3) * 9,
      cube: third * 27)
  }

  /// The place at a distance along the way, in degrees.
  func place(at meters: Double) -> Point2 { curve.place(at: offset + meters) }

  /// The place at a distance along the way, in space.
  @inline(__always)
  func space(at meters: Double) -> SpacePoint {
    guard let cubic else {
      let point = place(at: meters)
      return SurfacePoint(latitude: point.y, longitude: point.x).space
    }
    let t = (meters - start) / length
    return ((cubic.cube * t + cubic.square) * t + cubic.linear) * t + cubic.constant
  }
}
