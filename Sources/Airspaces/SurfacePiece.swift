import Geodesy
import Geometry
import Quantities

/// A piece of an edge in space: at the share t of its chord, `from + t·along + t(1 − t)·bulge`.
///
/// The parabola leaves a line that is straight in degrees by less than 0.1 µm on 500 m: what it
/// leaves out is of the third order in the length over the Earth's radius. The bulge is square to
/// the chord, so that the foot of a point of the piece is this point.
struct SurfacePiece {
  let from: SpacePoint
  let along: SpacePoint
  let bulge: SpacePoint
  /// At a share t of the chord lies the share `t − t(1 − t)·skew` of the piece in degrees.
  private let skew: Double
  private let inverseSquare: Double
  /// The edge it belongs to, and the shares of the edge at which it begins and ends.
  let edge: Int
  let start: Double
  let end: Double

  /// Cuts an edge into pieces.
  ///
  /// - Parameters:
  ///   - edge: Its number.
  ///   - a: Where it begins, in degrees.
  ///   - from: The same on the ellipsoid.
  ///   - b: Where it ends, in degrees.
  ///   - to: The same on the ellipsoid.
  ///   - pieces: What its pieces are appended to.
  static func append(
    ofEdge edge: Int, _ a: Point2, _ from: SurfacePoint, _ b: Point2, _ to: SurfacePoint,
    to pieces: inout [SurfacePiece]
  ) {
    let count = pieceCount(a, b)
    let share = 1 / Double(count)
    let (Δφ, Δλ) = ((b.y - a.y) * (.pi / 180) * share, (b.x - a.x) * (.pi / 180) * share)
    var (start, point) = (0.0, from)
    for number in 1...count {
      let end = number == count ? 1 : Double(number) * share
      let next =
        number == count
        ? to : SurfacePoint(latitude: a.y + (b.y - a.y) * end, longitude: a.x + (b.x - a.x) * end)
      pieces.append(SurfacePiece(point, next, Δφ, Δλ, edge: edge, start: start, end: end))
      (start, point) = (end, next)
    }
  }

  /// A line between two points in degrees, straight in degrees, as one piece of an edge of its own.
  init(_ a: Point2, _ b: Point2) {
    let from = SurfacePoint(latitude: a.y, longitude: a.x)
    let to = SurfacePoint(latitude: b.y, longitude: b.x)
    let (Δφ, Δλ) = ((b.y - a.y) * (.pi / 180), (b.x - a.x) * (.pi / 180))
    self.init(from, to, Δφ, Δλ, edge: 0, start: 0, end: 1)
  }

  /// The line between two points that is straight in degrees, and `Δφ` and `Δλ` radians long.
  private init(
    _ a: SurfacePoint, _ b: SurfacePoint, _ Δφ: Double, _ Δλ: Double, edge: Int, start: Double,
    end: Double
  ) {
    let along = b.space - a.space
    let inverseSquare = 1 / max(along.dot(along), .leastNormalMagnitude)
    // The mean of both ends stands for the middle.
    let bulge = (a.bulge(Δφ, Δλ) + b.bulge(Δφ, Δλ)) * 0.5
    let skew = bulge.dot(along) * inverseSquare
    self.init(
      from: a.space, along: along, bulge: bulge - along * skew, skew: skew,
      inverseSquare: inverseSquare, edge: edge, start: start, end: end)
  }

  private init(
    from: SpacePoint, along: SpacePoint, bulge: SpacePoint, skew: Double, inverseSquare: Double,
    edge: Int, start: Double, end: Double
  ) {
    (self.from, self.along, self.bulge, self.skew) = (from, along, bulge, skew)
    (self.inverseSquare, self.edge, self.start, self.end) = (inverseSquare, edge, start, end)
  }

  /// How many pieces an edge is cut into: towards the poles, where it bends more, they are
  /// shorter in proportion.
  private static func pieceCount(_ a: Point2, _ b: Point2) -> Int {
    let equatorward = a.y * b.y <= 0 ? 0 : min(abs(a.y), abs(b.y))
    let widest = equatorward > 45 ? SineCosine(degrees: equatorward).cosine : 1
    let (north, east) = (abs(b.y - a.y) * 111_700, abs(b.x - a.x) * 111_700 * widest)
    let poleward = min(max(abs(a.y), abs(b.y)), 89.99)
    // tan φ is at most 2 there.
    if poleward < 63, north + east < SurfaceTree.pieceLength / 1.4142136 { return 1 }
    let φ = SineCosine(degrees: poleward)
    let bend = max(1, φ.sine / φ.cosine).squareRoot()
    let length = (north * north + east * east).squareRoot()
    return max(1, Int((length / SurfaceTree.pieceLength * bend).rounded(.up)))
  }

  private func point(at t: Double) -> SpacePoint {
    from + along * t + bulge * (t * (1 - t))
  }

  /// The share of the chord at the foot of a point of space, and the way to the point from the
  /// place of the piece there.
  ///
  /// The foot is that on the chord. The bulge moves the true foot along by up to 1.4 m for a
  /// place 50 km away, and the distance by that square over twice the distance, 20 µm: see
  /// ``finerFoot(of:near:)``.
  @inline(__always)
  func foot(of point: SpacePoint) -> (share: Double, gap: SpacePoint) {
    let offset = point - from
    let free = offset.dot(along) * inverseSquare
    let t = free > 0 ? (free < 1 ? free : 1) : 0
    return (t, offset - along * t - bulge * (t * (1 - t)))
  }

  /// The square of the distance in space from a point to its foot.
  @inline(__always)
  func chordSquare(to point: SpacePoint) -> Double {
    let gap = foot(of: point).gap
    return gap.dot(gap)
  }

  /// The foot of a point on the bent piece, from that on its chord, by Newton's method: the share
  /// of the piece in degrees, and the way from there to the point.
  ///
  /// Half the square of the distance has the slope −gap·X' and the second derivative
  /// X'² + 2 gap·bulge along the piece. Near a pole the second term is as large as the first.
  func finerFoot(of point: SpacePoint, near share: Double) -> (share: Double, gap: SpacePoint) {
    func gap(_ t: Double) -> SpacePoint { point - self.point(at: t) }
    var best = (share: share, gap: gap(share))
    var t = share
    for _ in 0..<4 {
      let tangent = along + bulge * (1 - 2 * t)
      let gap = gap(t)
      let curvature = tangent.dot(tangent) + 2 * gap.dot(bulge)
      let slope = gap.dot(tangent)
      // Where the piece bends away, an end is nearest.
      let free = curvature > 0 ? t + slope / curvature : slope > 0 ? 1 : 0
      let next = min(1, max(0, free))
      let moved = abs(next - t)
      t = next
      if moved < 1e-7 { break }
    }
    for candidate in [t, 0, 1] {
      let gap = gap(candidate)
      if gap.dot(gap) < best.gap.dot(best.gap) { best = (candidate, gap) }
    }
    return (best.share - skew * (best.share * (1 - best.share)), best.gap)
  }

  /// A box that holds the piece.
  var box: Box3 {
    let to = from + along
    var box = Box3(low: from, high: from)
    box.formUnion(Box3(low: to, high: to))
    // The bulge is a quarter of its vector at most.
    func grow(_ low: inout Double, _ high: inout Double, _ bulge: Double) {
      (low, high) = (low + min(0, bulge) / 4, high + max(0, bulge) / 4)
    }
    grow(&box.low.x, &box.high.x, bulge.x)
    grow(&box.low.y, &box.high.y, bulge.y)
    grow(&box.low.z, &box.high.z, bulge.z)
    return box
  }

  /// A lower bound of the distance in space between the piece and the segment `a`–`b`.
  ///
  /// Two segments are nearest at an end of one of them, or where both feet of the common
  /// perpendicular lie on them.
  func leastDistance(toSegment a: SpacePoint, _ b: SpacePoint) -> Double {
    let other = SurfacePiece(
      from: a, along: b - a, bulge: SpacePoint(x: 0, y: 0, z: 0), skew: 0,
      inverseSquare: 1 / max((b - a).dot(b - a), .leastNormalMagnitude), edge: edge, start: 0,
      end: 1)
    let straight = SurfacePiece(
      from: from, along: along, bulge: other.bulge, skew: 0, inverseSquare: inverseSquare,
      edge: edge, start: start, end: end)
    func square(_ gap: SpacePoint) -> Double { gap.dot(gap) }
    var least = min(
      square(straight.foot(of: a).gap), square(straight.foot(of: b).gap),
      square(other.foot(of: from).gap), square(other.foot(of: from + along).gap))
    let (u, v, w) = (along, b - a, from - a)
    let (uu, uv, vv, uw, vw) = (u.dot(u), u.dot(v), v.dot(v), u.dot(w), v.dot(w))
    let determinant = uu * vv - uv * uv
    if determinant > 0 {
      let (s, t) = ((uv * vw - vv * uw) / determinant, (uu * vw - uv * uw) / determinant)
      if (0...1).contains(s), (0...1).contains(t) { least = min(least, square(w + u * s - v * t)) }
    }
    return least.squareRoot() - square(bulge).squareRoot() / 4
  }
}
