/// The piece of a border that is nearest to a point of the ellipsoid.
struct NearestPiece {
  var number: Int
  /// The share of the piece's chord at which its nearest point lies.
  var share: Double
  /// The square of the distance in space, in square meters, made as much longer as the ground is
  /// curved in that direction: what orders the pieces as the geodesic distance does.
  var square: Double

  /// No piece yet.
  init() { (number, share, square) = (-1, 0, .infinity) }
}

extension SurfaceTree {
  /// Improves `best` to the piece nearest to `point`, if there is one nearer.
  ///
  /// - Complexity: O(log *n*) near the border; more boxes are opened the further the point is.
  @inline(__always)
  func improve(_ best: inout NearestPiece, at point: SurfacePoint) {
    guard !nodes.isEmpty else { return }
    let relative = point.space - center
    let window = SpaceWindow(relative, relative)
    nodes.withUnsafeBufferPointer { nodes in
      pieces.withUnsafeBufferPointer { pieces in
        levels.withUnsafeBufferPointer { levels in
          leaves.withUnsafeBufferPointer { leaves in
            let search = NearestSearch(
              nodes: nodes, leaves: leaves, pieces: pieces, levels: levels, window: window,
              point: point)
            search.descend(0, level: levels.count - 2, &best)
          }
        }
      }
    }
  }

  /// Appends the numbers of all pieces that lie within `reach` of the box of `a` and `b`, and
  /// possibly some that do not.
  func appendPieces(
    within reach: Double, of a: SpacePoint, _ b: SpacePoint, to result: inout [Int]
  ) {
    guard !nodes.isEmpty else { return }
    let window = SpaceWindow(a - center, b - center)
    let limit = Float(reach * reach) * SurfaceNode.slack * SurfaceNode.slack
    collect(0, level: levels.count - 2, window, limit, to: &result)
  }

  private func collect(
    _ index: Int, level: Int, _ window: SpaceWindow, _ limit: Float, to result: inout [Int]
  ) {
    let squares = nodes[levels[level] + index].squaredDistances(to: window)
    for lane in 0..<8 where squares[lane] <= limit {
      if level > 0 {
        collect(index * 8 + lane, level: level - 1, window, limit, to: &result)
      } else {
        result.append(index * 8 + lane)
      }
    }
  }
}

/// The hot loop of a search for the nearest piece, over bare memory.
private struct NearestSearch {
  let nodes: UnsafeBufferPointer<SurfaceNode>
  let leaves: UnsafeBufferPointer<SurfaceLeaf>
  let pieces: UnsafeBufferPointer<SurfacePiece>
  let levels: UnsafeBufferPointer<Int>
  let window: SpaceWindow
  let point: SurfacePoint

  /// Opens the children that may hold a nearer piece, the nearest first, so that the others are
  /// mostly never opened.
  ///
  /// The ground's curvature moves the order of two squares by less than the slack up to 200 km;
  /// beyond, whoever asks looks around the nearest once more.
  func descend(_ index: Int, level: Int, _ best: inout NearestPiece) {
    guard level > 0 else { return ask(leaf: index, &best) }
    let squares = nodes[levels[level] + index].squaredDistances(to: window)
    var rest = Self.lanes(of: squares, upTo: Self.limit(best))
    while rest != 0 {
      let lane = Self.takeLeast(of: &rest, squares)
      if squares[lane] > Self.limit(best) { return }
      descend(index * 8 + lane, level: level - 1, &best)
    }
  }

  /// Measures the pieces of a leaf that may be nearer.
  @inline(__always)
  private func ask(leaf index: Int, _ best: inout NearestPiece) {
    let leaf = leaves[index]
    let squares = leaf.squaredDistances(to: point.space)
    var rest = Self.lanes(of: squares, upTo: leaf.limit(best.square))
    while rest != 0 {
      let lane = Self.takeLeast(of: &rest, squares)
      if squares[lane] > leaf.limit(best.square) { return }
      let number = index * 8 + lane
      pieces[number].improve(&best, at: point, number: number)
    }
  }

  /// Takes the lane of the least square out of the rest.
  @inline(__always)
  private static func takeLeast(of rest: inout UInt32, _ squares: SIMD8<Float>) -> Int {
    var lane = rest.trailingZeroBitCount
    var others = rest & (rest &- 1)
    while others != 0 {
      let other = others.trailingZeroBitCount
      if squares[other] < squares[lane] { lane = other }
      others &= others &- 1
    }
    rest &= ~(1 << UInt32(lane))
    return lane
  }

  /// The largest square of a box that may hold a nearer piece.
  @inline(__always)
  private static func limit(_ best: NearestPiece) -> Float {
    // A missing box is further than any: 1e36.
    min(Float(best.square) * SurfaceNode.slack, 1e30)
  }

  /// The lanes with squares up to a limit, as bits; without a branch that could be foretold
  /// wrongly.
  @inline(__always)
  private static func lanes(of squares: SIMD8<Float>, upTo limit: Float) -> UInt32 {
    let weights = SIMD8<UInt32>(1, 2, 4, 8, 16, 32, 64, 128)
    let none = SIMD8<UInt32>(repeating: 0)
    return none.replacing(with: weights, where: squares .<= limit).wrappedSum()
  }
}

extension [SurfacePiece] {
  /// Improves `best` to one piece, if that is nearer.
  @inline(__always)
  func improve(_ best: inout NearestPiece, at point: SurfacePoint, byPiece number: Int) {
    self[number].improve(&best, at: point, number: number)
  }
}

extension SurfacePiece {
  /// Improves `best` to this piece, if that is nearer; of two as near, the first.
  @inline(__always)
  func improve(_ best: inout NearestPiece, at point: SurfacePoint, number: Int) {
    let (share, gap) = foot(of: point.space)
    // The ground is no shorter than the chord.
    guard gap.dot(gap) <= best.square else { return }
    let square = point.groundSquare(ofChord: gap)
    if square < best.square || square == best.square && number < best.number {
      (best.number, best.share, best.square) = (number, share, square)
    }
  }
}
