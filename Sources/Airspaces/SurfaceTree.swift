import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A point of space, Earth-fixed, in meters; bare, for the loops that need nothing more.
struct SpacePoint {
  var x, y, z: Double

  /// The point of the ellipsoid at a position in degrees.
  init(latitude: Double, longitude: Double) {
    let (φ, λ) = (latitude * (.pi / 180), longitude * (.pi / 180))
    let ellipsoid = Ellipsoid.wgs84
    let e² = ellipsoid.flattening * (2 - ellipsoid.flattening)
    let N = ellipsoid.equatorialRadius.meters / (1 - e² * sin(φ) * sin(φ)).squareRoot()
    (x, y, z) = (N * cos(φ) * cos(λ), N * cos(φ) * sin(λ), N * (1 - e²) * sin(φ))
  }

  init(x: Double, y: Double, z: Double) { (self.x, self.y, self.z) = (x, y, z) }

  static func - (a: SpacePoint, b: SpacePoint) -> SpacePoint {
    SpacePoint(x: a.x - b.x, y: a.y - b.y, z: a.z - b.z)
  }

  func dot(_ other: SpacePoint) -> Double { x * other.x + y * other.y + z * other.z }
}

/// The edges of a border as short chords in space, in a tree of boxes.
///
/// Space knows neither antimeridian nor poles. A chord of a piece lies within ``sag`` of the
/// piece on the ellipsoid, so distances in space bound the distances on the ellipsoid from
/// below, and from above by ``surfaceDistance(ofChord:)``.
struct SurfaceTree {
  /// A piece of an edge, from fraction `start` of the edge to fraction `end`.
  struct Piece {
    let edge: Int32
    let start: Double
    let end: Double
    let from: SpacePoint
    let to: SpacePoint
  }

  /// Longer edges are cut into pieces of at most this length in meters.
  static let pieceLength = 500.0

  /// How far a piece may lie from its chord, in meters.
  ///
  /// A line of curvature κ leaves its chord of length ℓ by at most κℓ²/8. Of the two curvatures
  /// of an edge that is straight in degrees, the Earth's is at most 1/6335 km; the bend within
  /// the surface, at most tan φ / 6335 km, is as large at 45° and grows towards the poles, where
  /// pieces are shortened in proportion.
  static let sag = 2 * pieceLength * pieceLength / (8 * 6_335_439)

  let pieces: [Piece]
  private let boxes: [Box3]
  private let levels: [Int]
  private static let branching = 8

  init(_ border: Border) {
    var pieces: [Piece] = []
    let polygon = border.polygon
    pieces.reserveCapacity(polygon.edgeCount + polygon.edgeCount / 8)
    let points = polygon.vertices.map { SpacePoint(latitude: $0.y, longitude: $0.x) }
    for (edge, end) in polygon.edgeEnds().enumerated() {
      let (a, b) = (polygon.vertices[edge], polygon.vertices[end])
      if border.isCut(edge: a, b) || border.sides.seams.contains(edge) { continue }
      let count = Self.pieceCount(a, b)
      var (fraction, from) = (0.0, points[edge])
      for number in 1...count {
        let next = number == count ? 1 : Double(number) / Double(count)
        let to =
          number == count
          ? points[end]
          : SpacePoint(
            latitude: a.y + (b.y - a.y) * next, longitude: a.x + (b.x - a.x) * next)
        pieces.append(Piece(edge: Int32(edge), start: fraction, end: next, from: from, to: to))
        (fraction, from) = (next, to)
      }
    }
    self.pieces = pieces
    (boxes, levels) = Self.tree(over: pieces)
  }

  /// How many pieces an edge is cut into.
  private static func pieceCount(_ a: Point2, _ b: Point2) -> Int {
    let poleward = min(max(abs(a.y), abs(b.y)), 89.99)
    let bend = max(1, tan(poleward * (.pi / 180)))
    let (north, east) = ((b.y - a.y) * 111_700, (b.x - a.x) * 111_700)
    return max(1, Int((hypot(north, east) / pieceLength * bend.squareRoot()).rounded(.up)))
  }

  private static func tree(over pieces: [Piece]) -> ([Box3], [Int]) {
    var boxes: [Box3] = []
    boxes.reserveCapacity(pieces.count + pieces.count / 6 + 16)
    for piece in pieces { boxes.append(Box3(piece.from, piece.to)) }
    var levels = [0]
    var low = 0
    while boxes.count - low > 1 {
      let high = boxes.count
      levels.append(high)
      for start in stride(from: low, to: high, by: branching) {
        var union = boxes[start]
        for index in (start + 1)..<max(start + 1, min(start + branching, high)) {
          union.formUnion(boxes[index])
        }
        boxes.append(union)
      }
      low = high
    }
    levels.append(boxes.count)
    return (boxes, levels)
  }
}

extension SurfaceTree {
  /// The least distance in space from `point` to any chord, in meters; infinite without edges.
  func nearestChord(to point: SpacePoint) -> Double {
    var best = Double.infinity
    if !boxes.isEmpty { descend(to: point, below: 0, level: levels.count - 2, best: &best) }
    return best.squareRoot()
  }

  private func descend(to point: SpacePoint, below index: Int, level: Int, best: inout Double) {
    guard level > 0 else {
      best = min(best, pieces[index].squaredDistance(to: point))
      return
    }
    let count = levels[level] - levels[level - 1]
    let first = index * Self.branching
    // The nearest child first, so that the others are mostly never opened.
    var nearest = first
    var nearestDistance = Double.infinity
    let children = first..<min(first + Self.branching, count)
    for child in children {
      let distance = boxes[levels[level - 1] + child].squaredDistance(to: point)
      if distance < nearestDistance { (nearest, nearestDistance) = (child, distance) }
    }
    guard nearestDistance < best else { return }
    descend(to: point, below: nearest, level: level - 1, best: &best)
    for child in children where child != nearest {
      if boxes[levels[level - 1] + child].squaredDistance(to: point) < best {
        descend(to: point, below: child, level: level - 1, best: &best)
      }
    }
  }

  /// Appends the numbers of all pieces whose chord lies within `reach` of the segment `a`–`b`,
  /// and possibly some that do not.
  func appendPieces(
    within reach: Double, of a: SpacePoint, _ b: SpacePoint, to result: inout [Int]
  ) {
    guard !boxes.isEmpty else { return }
    let window = Box3(a, b)
    collect(
      window: window, squaredReach: reach * reach, below: 0, level: levels.count - 2, to: &result)
  }

  private func collect(
    window: Box3, squaredReach: Double, below index: Int, level: Int, to result: inout [Int]
  ) {
    guard boxes[levels[level] + index].squaredDistance(to: window) <= squaredReach else { return }
    guard level > 0 else {
      result.append(index)
      return
    }
    let count = levels[level] - levels[level - 1]
    let first = index * Self.branching
    for child in first..<min(first + Self.branching, count) {
      collect(
        window: window, squaredReach: squaredReach, below: child, level: level - 1, to: &result)
    }
  }
}

extension SurfaceTree.Piece {
  func squaredDistance(to point: SpacePoint) -> Double {
    let (along, offset) = (to - from, point - from)
    let squaredLength = along.dot(along)
    let fraction = squaredLength > 0 ? min(1, max(0, offset.dot(along) / squaredLength)) : 0
    let gap = SpacePoint(
      x: offset.x - fraction * along.x, y: offset.y - fraction * along.y,
      z: offset.z - fraction * along.z)
    return gap.dot(gap)
  }
}

extension SurfaceTree.Piece {
  /// The least distance in space between the chord and the segment `a`–`b`.
  ///
  /// Two segments are nearest at an end of one of them, or where both feet of the common
  /// perpendicular lie on them.
  func distance(toSegment a: SpacePoint, _ b: SpacePoint) -> Double {
    let other = SurfaceTree.Piece(edge: edge, start: 0, end: 1, from: a, to: b)
    var least = min(
      squaredDistance(to: a), squaredDistance(to: b), other.squaredDistance(to: from),
      other.squaredDistance(to: to))
    let (u, v, w) = (to - from, b - a, from - a)
    let (uu, uv, vv, uw, vw) = (u.dot(u), u.dot(v), v.dot(v), u.dot(w), v.dot(w))
    let determinant = uu * vv - uv * uv
    if determinant > 0 {
      let (s, t) = ((uv * vw - vv * uw) / determinant, (uu * vw - uv * uw) / determinant)
      if (0...1).contains(s), (0...1).contains(t) {
        let gap = SpacePoint(
          x: w.x + s * u.x - t * v.x, y: w.y + s * u.y - t * v.y, z: w.z + s * u.z - t * v.z)
        least = min(least, gap.dot(gap))
      }
    }
    return least.squareRoot()
  }
}

/// An upper bound of the geodesic distance of two points of WGS 84 that are `chord` meters apart
/// in space.
///
/// A geodesic is nowhere more curved than 1/6335 km (the meridian at the equator), so its chord
/// is no shorter than that of a circle with this curvature (Schur's theorem): `2r·asin(c/2r)`, bounded here by
/// `c(1 + c²/20r²)` up to `c = r`, and by half the longest circumference beyond.
func surfaceDistance(ofChord chord: Double) -> Double {
  let r = 6_335_439.0
  return chord < r ? chord * (1 + chord * chord / (20 * r * r)) : min(1.6 * chord, 20_040_000)
}

/// A box in space.
struct Box3 {
  var low, high: SpacePoint

  init(_ a: SpacePoint, _ b: SpacePoint) {
    low = SpacePoint(x: min(a.x, b.x), y: min(a.y, b.y), z: min(a.z, b.z))
    high = SpacePoint(x: max(a.x, b.x), y: max(a.y, b.y), z: max(a.z, b.z))
  }

  mutating func formUnion(_ other: Box3) {
    low = SpacePoint(
      x: min(low.x, other.low.x), y: min(low.y, other.low.y), z: min(low.z, other.low.z))
    high = SpacePoint(
      x: max(high.x, other.high.x), y: max(high.y, other.high.y), z: max(high.z, other.high.z))
  }

  func squaredDistance(to point: SpacePoint) -> Double {
    let dx = max(0, low.x - point.x, point.x - high.x)
    let dy = max(0, low.y - point.y, point.y - high.y)
    let dz = max(0, low.z - point.z, point.z - high.z)
    return dx * dx + dy * dy + dz * dz
  }

  func squaredDistance(to other: Box3) -> Double {
    let dx = max(0, low.x - other.high.x, other.low.x - high.x)
    let dy = max(0, low.y - other.high.y, other.low.y - high.y)
    let dz = max(0, low.z - other.high.z, other.low.z - high.z)
    return dx * dx + dy * dy + dz * dz
  }
}
