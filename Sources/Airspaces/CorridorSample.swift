import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A piece of a border, as a search along it needs it.
struct CorridorPiece {
  let number: Int
  /// An upper bound of its length on the ground, in meters.
  let length: Double
  /// How fast a distance from a fixed place can bend down along it: the least second derivative
  /// by the share of the piece, with its sign turned.
  let bend: Double

  /// - Parameters:
  ///   - number: The piece's number.
  ///   - border: What it is a piece of.
  init(_ number: Int, of border: PreparedBorder) {
    let piece = border.surface.pieces[number]
    let (a, b) = border.ends(ofEdge: piece.edge)
    let share = piece.end - piece.start
    let poleward = min(89.99, max(abs(a.y), abs(b.y)) + abs(border.offset.y))
    let φ = SineCosine(degrees: poleward)
    let equatorward = a.y * b.y <= 0 ? 0 : min(abs(a.y), abs(b.y)) - abs(border.offset.y)
    let widest = SineCosine(degrees: max(0, equatorward)).cosine
    // A degree is 111.7 km at most.
    let (north, east) = (abs(b.y - a.y) * 111_700, abs(b.x - a.x) * 111_700 * widest)
    self.number = number
    length = (north * north + east * east).squareRoot() * share
    // A distance up to a quarter round the Earth is convex along a geodesic. A line that is straight
    // in degrees, passed in proportion to its degrees, is off that by an acceleration (Christoffel's
    // symbols) of at most 1.16 tan φ·ℓ²/R, but for terms in the eccentricity.
    bend = 1.5 * (1 + φ.sine / φ.cosine) * length * length / 6_335_439
  }
}

/// A point of a border with its distances from up to four places.
///
/// Those are the two ends of a corridor and the centers of its circles.
struct CorridorSample {
  /// The share of the piece, 0…1.
  let share: Double
  /// In meters; zero for places that there are not.
  private(set) var distances = SIMD4<Double>(repeating: 0)
  /// How the distances grow with the share.
  private(set) var slopes = SIMD4<Double>(repeating: 0)

  /// - Parameters:
  ///   - share: The share of the piece.
  ///   - piece: The piece.
  ///   - border: What it is a piece of.
  ///   - places: The ends and the centers, on the ground, in degrees.
  init(_ share: Double, of piece: Int, _ border: PreparedBorder, from places: [Point2]) {
    self.share = share
    let surfacePiece = border.surface.pieces[piece]
    let (a, b) = border.ends(ofEdge: surfacePiece.edge)
    let span = (surfacePiece.end - surfacePiece.start) * (.pi / 180)
    let point = border.ground(border.foot(on: piece, at: share))
    let surface = SurfacePoint(latitude: point.y, longitude: point.x)
    let north = (b.y - a.y) * span * surface.meridianRadius
    let east = (b.x - a.x) * span * surface.primeVerticalRadius * surface.latitude.cosine
    for (index, place) in places.enumerated() {
      let found = Geodesic.wgs84.departure(
        latitude1: point.y, longitude1: point.x, latitude2: place.y, longitude2: place.x)
      distances[index] = found.meters
      slopes[index] = -(east * found.direction.sine + north * found.direction.cosine)
    }
  }

  /// A lower bound of a sum of distances between two samples of a piece.
  ///
  /// With f'' ≥ −m, f + m/2·(t − t̄)² is convex, lies above its tangents at both ends, and is no
  /// more than mh²/8 above f.
  ///
  /// - Parameters:
  ///   - start: The first sample.
  ///   - end: The second.
  ///   - piece: What both are of.
  ///   - which: 1 for each distance that is added, 0 for the others.
  /// - Returns: Meters.
  static func least(
    between start: CorridorSample, _ end: CorridorSample, of piece: CorridorPiece,
    _ which: SIMD4<Double>
  ) -> Double {
    let h = end.share - start.share
    let m = piece.bend * which.sum()
    let lift = m * h * h / 8
    let (low, high) = (
      (start.distances * which).sum() + lift, (end.distances * which).sum() + lift
    )
    let first = (start.steepest(falling: true, piece) * which).sum() - m * h / 2
    let last = (end.steepest(falling: false, piece) * which).sum() + m * h / 2
    // Distances are known to some nanometers, and so is what follows from them.
    let slack = lift + 2e-8
    if first >= 0 { return low - slack }
    if last <= 0 { return high - slack }
    let x = (high - low - last * h) / (first - last)
    return low + first * min(h, max(0, x)) - slack
  }

  /// The slopes, but for places closer than 1 mm, whose direction is not well known: there the
  /// steepest that any distance can have.
  private func steepest(falling: Bool, _ piece: CorridorPiece) -> SIMD4<Double> {
    let steepest = SIMD4(repeating: falling ? -piece.length : piece.length)
    return slopes.replacing(with: steepest, where: distances .< 1e-3)
  }
}
