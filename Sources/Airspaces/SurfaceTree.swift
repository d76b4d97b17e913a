import Geodesy
import Geometry
import Quantities

/// The edges of a border as short pieces in space, in a tree of boxes.
///
/// Space knows neither antimeridian nor poles, and a distance in space is a product and a root.
/// A node has eight boxes, of eight neighbours in the chain or of eight nodes below; a chain's
/// neighbours are neighbours in space, so nothing needs sorting. A tree and not a grid, because
/// it answers at any distance.
struct SurfaceTree {
  let pieces: [SurfacePiece]
  /// The first piece of each edge; of an edge that is no border, the first of the next one.
  let firstPieces: [Int32]
  /// Where the coordinates of boxes are counted from: their middle.
  let center: SpacePoint
  /// Level after level, those over the pieces first.
  let nodes: [SurfaceNode]
  /// The pieces of each node over pieces.
  let leaves: [SurfaceLeaf]
  /// Where each level begins in `nodes`, and, last, where the highest ends.
  let levels: [Int]

  /// Longer edges are cut into pieces of at most this length in meters.
  static let pieceLength = 500.0

  init(_ border: Border) {
    let polygon = border.polygon
    let points = polygon.vertices.map { SurfacePoint(latitude: $0.y, longitude: $0.x) }
    var pieces: [SurfacePiece] = []
    var firstPieces: [Int32] = []
    firstPieces.reserveCapacity(polygon.edgeCount)
    pieces.reserveCapacity(polygon.edgeCount + polygon.edgeCount / 8)
    for (edge, end) in polygon.edgeEnds().enumerated() {
      let (a, b) = (polygon.vertices[edge], polygon.vertices[end])
      firstPieces.append(Int32(pieces.count))
      if border.isCut(edge: a, b) || border.sides.seams.contains(edge) { continue }
      SurfacePiece.append(ofEdge: edge, a, points[edge], b, points[end], to: &pieces)
    }
    (self.pieces, self.firstPieces) = (pieces, firstPieces)
    var bounds = Box3.empty
    for piece in pieces { bounds.formUnion(piece.box) }
    center = pieces.isEmpty ? SpacePoint(x: 0, y: 0, z: 0) : (bounds.low + bounds.high) * 0.5
    (nodes, levels) = Self.tree(over: pieces, around: center)
    leaves = stride(from: 0, to: pieces.count, by: 8).map {
      SurfaceLeaf(pieces[$0..<min($0 + 8, pieces.count)])
    }
  }

  private static func tree(
    over pieces: [SurfacePiece], around center: SpacePoint
  ) -> ([SurfaceNode], [Int]) {
    var boxes = pieces.map(\.box)
    var nodes: [SurfaceNode] = []
    var levels = [0]
    while !boxes.isEmpty {
      var unions: [Box3] = []
      for start in stride(from: 0, to: boxes.count, by: 8) {
        let children = boxes[start..<min(start + 8, boxes.count)]
        nodes.append(SurfaceNode(children, around: center))
        unions.append(children.dropFirst().reduce(into: boxes[start]) { $0.formUnion($1) })
      }
      levels.append(nodes.count)
      if unions.count == 1 { break }
      boxes = unions
    }
    return (nodes, levels)
  }
}

/// Eight boxes in space, in meters from the tree's center.
///
/// Their numbers are rounded to single precision, outwards, so that a distance to them is never
/// above the true one by more than its own rounding: see ``SurfaceNode/slack``.
struct SurfaceNode {
  private var lowX, lowY, lowZ, highX, highY, highZ: SIMD8<Float>

  /// A distance between a point and a box may come out too large by this share of its square:
  /// each of some ten operations adds at most 2⁻²⁴.
  static let slack: Float = 1 + 0x1p-19

  init(_ boxes: ArraySlice<Box3>, around center: SpacePoint) {
    // A box that is missing is further away than anything.
    let far = SIMD8<Float>(repeating: 1e18)
    (lowX, lowY, lowZ, highX, highY, highZ) = (far, far, far, far, far, far)
    for (lane, box) in boxes.enumerated() {
      let (low, high) = (box.low - center, box.high - center)
      (lowX[lane], lowY[lane], lowZ[lane]) = (low.x.below, low.y.below, low.z.below)
      (highX[lane], highY[lane], highZ[lane]) = (high.x.above, high.y.above, high.z.above)
    }
  }

  /// The squares of the distances between all eight boxes and one box.
  @inline(__always)
  func squaredDistances(to window: SpaceWindow) -> SIMD8<Float> {
    let dx = Self.gap(lowX - window.highX, window.lowX - highX)
    let dy = Self.gap(lowY - window.highY, window.lowY - highY)
    let dz = Self.gap(lowZ - window.highZ, window.lowZ - highZ)
    return dx * dx + dy * dy + dz * dz
  }

  @inline(__always)
  private static func gap(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    let larger = b.replacing(with: a, where: a .> b)
    let zero = SIMD8<Float>(repeating: 0)
    return zero.replacing(with: larger, where: larger .> zero)
  }
}

/// Eight pieces as chords in single precision, in meters from a place amid them.
///
/// Their distances from a point tell which pieces need not be measured.
struct SurfaceLeaf {
  private let center: SpacePoint
  private var fromX, fromY, fromZ, alongX, alongY, alongZ, inverseSquare: SIMD8<Float>
  private let slack: Float

  init(_ pieces: ArraySlice<SurfacePiece>) {
    var bounds = Box3.empty
    for piece in pieces { bounds.formUnion(piece.box) }
    center = (bounds.low + bounds.high) * 0.5
    let extent = bounds.high - bounds.low
    // A piece leaves its chord by less than 1 cm; its ends are rounded to 2⁻²⁴ of what they are.
    let stray = 0.01 + extent.dot(extent).squareRoot() * 0x1p-22
    slack = Float(stray * stray * 0x1p18)
    // A piece that is missing is further away than anything.
    (fromX, fromY, fromZ) = (SIMD8(repeating: 1e18), SIMD8(repeating: 0), SIMD8(repeating: 0))
    (alongX, alongY, alongZ, inverseSquare) = (.zero, .zero, .zero, .zero)
    for (lane, piece) in pieces.enumerated() {
      let (from, along) = (piece.from - center, piece.along)
      (fromX[lane], fromY[lane], fromZ[lane]) = (Float(from.x), Float(from.y), Float(from.z))
      (alongX[lane], alongY[lane], alongZ[lane]) = (Float(along.x), Float(along.y), Float(along.z))
      inverseSquare[lane] = Float(1 / max(along.dot(along), 1e-12))
    }
  }

  /// The squares of the distances between all eight chords and a point.
  @inline(__always)
  func squaredDistances(to point: SpacePoint) -> SIMD8<Float> {
    let place = point - center
    let dx = Float(place.x) - fromX
    let dy = Float(place.y) - fromY
    let dz = Float(place.z) - fromZ
    let free = (dx * alongX + dy * alongY + dz * alongZ) * inverseSquare
    let (zero, one) = (SIMD8<Float>(repeating: 0), SIMD8<Float>(repeating: 1))
    let ahead = zero.replacing(with: free, where: free .> zero)
    let t = one.replacing(with: ahead, where: ahead .< one)
    let (x, y, z) = (dx - alongX * t, dy - alongY * t, dz - alongZ * t)
    return x * x + y * y + z * z
  }

  /// What ``squaredDistances(to:)`` tells at most of a piece that is nearer than another.
  ///
  /// Where a chord is off by b, so is the square by 2db ≤ εd² + b²/ε, here with ε = 2⁻¹⁸. Another
  /// 2⁻¹⁷ covers rounding and, up to 200 km, the ground's curvature, which orders distances a
  /// little otherwise than space.
  @inline(__always)
  func limit(_ square: Double) -> Float {
    min(Float(square) * (1 + 0x1p-16) + slack, 1e30)
  }
}

/// A box in space that a tree is asked about, or a point, in meters from the tree's center.
struct SpaceWindow {
  let lowX, lowY, lowZ, highX, highY, highZ: Float

  /// The box of one or two points, in meters from the center.
  init(_ a: SpacePoint, _ b: SpacePoint) {
    (lowX, highX) = (min(a.x, b.x).below, max(a.x, b.x).above)
    (lowY, highY) = (min(a.y, b.y).below, max(a.y, b.y).above)
    (lowZ, highZ) = (min(a.z, b.z).below, max(a.z, b.z).above)
  }
}

extension Double {
  /// A single-precision number at most as large.
  @inline(__always)
  fileprivate var below: Float { let near = Float(self); return near - abs(near) * 0x1p-23 }

  /// A single-precision number at least as large.
  @inline(__always)
  fileprivate var above: Float { let near = Float(self); return near + abs(near) * 0x1p-23 }
}

/// A box in space.
struct Box3 {
  var low, high: SpacePoint

  static let empty = Box3(
    low: SpacePoint(x: .infinity, y: .infinity, z: .infinity),
    high: SpacePoint(x: -.infinity, y: -.infinity, z: -.infinity))

  mutating func formUnion(_ other: Box3) {
    low = SpacePoint(
      x: min(low.x, other.low.x), y: min(low.y, other.low.y), z: min(low.z, other.low.z))
    high = SpacePoint(
      x: max(high.x, other.high.x), y: max(high.y, other.high.y), z: max(high.z, other.high.z))
  }
}
