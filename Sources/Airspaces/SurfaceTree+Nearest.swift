/// The piece of a border that is nearest to a point of space.
struct NearestPiece {
  var number: Int
  /// The share of the piece at which its nearest point lies.
  var share: Double
  /// The way from that point to the place asked for.
  var gap: SpacePoint
  /// The square of the distance in space.
  var square: Double

  static let none = NearestPiece(
    number: -1, share: 0, gap: SpacePoint(x: 0, y: 0, z: 0), square: .infinity)
}

extension SurfaceTree {
  /// Improves `best` to the piece nearest to `point` in space, if there is one nearer.
  ///
  /// - Complexity: O(log *n*) near the border; more boxes are opened the further the point is.
  @inline(__always)
  func improve(_ best: inout NearestPiece, at point: SpacePoint) {
    guard !nodes.isEmpty else { return }
    let relative = point - center
    let window = SpaceWindow(relative, relative)
    nodes.withUnsafeBufferPointer { nodes in
      pieces.withUnsafeBufferPointer { pieces in
        levels.withUnsafeBufferPointer { levels in
          let search = NearestSearch(nodes: nodes, pieces: pieces, levels: levels)
          search.descend(0, level: levels.count - 2, window, point, &best)
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
  let pieces: UnsafeBufferPointer<SurfacePiece>
  let levels: UnsafeBufferPointer<Int>

  func descend(
    _ index: Int, level: Int, _ window: SpaceWindow, _ point: SpacePoint,
    _ best: inout NearestPiece
  ) {
    var squares = nodes[levels[level] + index].squaredDistances(to: window)
    // The nearest first, so that the others are mostly never opened.
    while true {
      let least = squares.min()
      guard Double(least) <= best.square * Double(SurfaceNode.slack), least < 1e30 else { return }
      var lane = 0
      while squares[lane] != least { lane += 1 }
      squares[lane] = .infinity
      let child = index * 8 + lane
      if level > 0 {
        descend(child, level: level - 1, window, point, &best)
      } else {
        let (share, gap) = pieces[child].foot(of: point)
        let square = gap.dot(gap)
        if square < best.square {
          best = NearestPiece(number: child, share: share, gap: gap, square: square)
        }
      }
    }
  }
}
