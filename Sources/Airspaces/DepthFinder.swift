import Geodesy
import Geometry
import Quantities

/// Finds where a way is furthest from a border.
///
/// The distance to one piece of the border is nearly convex along a geodesic: it stays below the
/// line between its values at two places but for the bend of the ground and of the piece. So
/// between two places whose nearest pieces are known, the way is nowhere further from the border
/// than from the piece nearest to the one or to the other; both are equally far at the place at
/// which the way is cut next. What cannot be further than the best place known is put aside.
struct DepthFinder {
  let border: PreparedBorder
  private let tree: SurfaceTree
  /// See ``PreparedBorder/bend``.
  private let bend: Double
  private var open: [Stretch] = []
  private var probes: [DepthProbe] = []

  /// Depths are found to this many meters.
  static let tolerance = 1e-4

  init(_ border: PreparedBorder) {
    (self.border, tree, bend) = (border, border.surface, border.bend)
  }
}

/// A place of a way with the piece of the border that is nearest to it.
struct DepthProbe {
  /// Along the way.
  let meters: Double
  let point: Point2
  let surface: SurfacePoint
  let piece: Int
  let distance: Double
}

extension DepthFinder {
  /// The place at `meters` of a way; a piece of the border that is near it may be known.
  func probe(_ meters: Double, _ point: Point2, known: Int? = nil) -> DepthProbe? {
    let surface = SurfacePoint(latitude: point.y, longitude: point.x)
    var nearest = NearestPiece()
    if let known { tree.improve(&nearest, at: surface, byPiece: known) }
    return probe(meters, point, surface, &nearest)
  }

  /// A place of a way that lies on the border, on a piece of an edge.
  func probe(_ meters: Double, _ point: Point2, onEdge edge: Int) -> DepthProbe? {
    let surface = SurfacePoint(latitude: point.y, longitude: point.x)
    var nearest = NearestPiece()
    var piece = Int(tree.firstPieces[edge])
    while piece < tree.pieces.count, tree.pieces[piece].edge == edge {
      tree.improve(&nearest, at: surface, byPiece: piece)
      piece += 1
    }
    // A meter away it is another edge's piece: that of one that is no border.
    guard nearest.square < 1 else { return probe(meters, point, surface, &nearest) }
    return DepthProbe(
      meters: meters, point: point, surface: surface, piece: nearest.number, distance: 0)
  }

  @inline(__always)
  private func probe(
    _ meters: Double, _ point: Point2, _ surface: SurfacePoint, _ nearest: inout NearestPiece
  ) -> DepthProbe? {
    tree.improve(&nearest, at: surface)
    guard nearest.number >= 0 else { return nil }
    if nearest.square < SurfacePoint.chordLimit * SurfacePoint.chordLimit, border.isMeasuredInSpace
    {
      return DepthProbe(
        meters: meters, point: point, surface: surface, piece: nearest.number,
        distance: nearest.square.squareRoot())
    }
    guard let far = border.nearestPoint(to: point) else { return nil }
    return DepthProbe(
      meters: meters, point: point, surface: surface, piece: far.piece, distance: far.meters)
  }

  /// The distance of a place from one piece.
  @inline(__always)
  private func distance(_ point: Point2, _ surface: SurfacePoint, to piece: Int) -> Double {
    let square = surface.groundSquare(ofChord: tree.pieces[piece].foot(of: surface.space).gap)
    if square < SurfacePoint.chordLimit * SurfacePoint.chordLimit, border.isMeasuredInSpace {
      return square.squareRoot()
    }
    return border.nearestPoint(to: point, onPiece: piece).meters
  }

  /// A stretch of a way between two probes, by their numbers.
  private struct Stretch {
    let start: Int
    let end: Int
    /// Where it is to be cut.
    let cut: Cut
    /// No place of the stretch is further from the border.
    let bound: Double
  }

  /// A place between two probes at which their nearest pieces are about equally far.
  struct Cut {
    /// Along the way.
    let meters: Double
    let point: Point2
    let surface: SurfacePoint
    /// The distances there from the piece nearest to the start, F, and to the end, G.
    let toFirst: Double
    let toSecond: Double
  }
}

extension DepthFinder {
  /// The place of a geodesic between two probes that is furthest from the border.
  ///
  /// - Parameters:
  ///   - first: Where it begins.
  ///   - last: Where it ends.
  ///   - least: Places that are no further than this are not looked for.
  ///   - place: The place at a distance along it, in degrees.
  /// - Returns: The furthest place, or one that is within the tolerance as far.
  mutating func furthest(
    from first: DepthProbe, to last: DepthProbe, above least: Double = 0,
    place: (Double) -> Point2
  ) -> DepthProbe {
    probes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    probes.append(first)
    probes.append(last)
    var best = first.distance >= last.distance ? 0 : 1
    appendStretch(0, 1, place)
    // Each step cuts the stretch that may hold the furthest place: the limit is never met.
    for _ in 0..<100_000 {
      guard let stretch = popHighest() else { break }
      let enough = max(probes[best].distance, least) + Self.tolerance
      if stretch.bound <= enough { break }
      let cut = stretch.cut
      let (start, end) = (probes[stretch.start], probes[stretch.end])
      let known = cut.toFirst <= cut.toSecond ? start.piece : end.piece
      var nearest = NearestPiece(
        known, within: min(cut.toFirst, cut.toSecond), at: cut.surface, of: tree)
      guard let middle = probe(cut.meters, cut.point, cut.surface, &nearest) else { break }
      let number = probes.count
      probes.append(middle)
      if middle.distance > probes[best].distance { best = number }
      // The distances at the cut bound both halves already.
      let nowEnough = max(probes[best].distance, least) + Self.tolerance
      if top(start.distance, cut.toFirst, cut.meters - start.meters) > nowEnough {
        appendStretch(stretch.start, number, place)
      }
      if top(cut.toSecond, end.distance, end.meters - cut.meters) > nowEnough {
        appendStretch(number, stretch.end, place)
      }
    }
    return probes[best]
  }

  private mutating func popHighest() -> Stretch? {
    guard var highest = open.indices.first else { return nil }
    for index in open.indices where open[index].bound > open[highest].bound { highest = index }
    open.swapAt(highest, open.count - 1)
    return open.popLast()
  }

  @inline(__always)
  private mutating func appendStretch(_ start: Int, _ end: Int, _ place: (Double) -> Point2) {
    let (first, last) = (probes[start], probes[end])
    let meters = first.meters + (last.meters - first.meters) * equallyFar(first, last)
    let cut = cut(first, last, meters, place(meters))
    open.append(Stretch(start: start, end: end, cut: cut, bound: bound(first, last, cut)))
  }

  func cut(
    _ start: DepthProbe, _ end: DepthProbe, _ meters: Double, _ point: Point2
  ) -> Cut {
    let surface = SurfacePoint(latitude: point.y, longitude: point.x)
    let toFirst = distance(point, surface, to: start.piece)
    let toSecond = start.piece == end.piece ? toFirst : distance(point, surface, to: end.piece)
    return Cut(
      meters: meters, point: point, surface: surface, toFirst: toFirst, toSecond: toSecond)
  }

  /// The most that the distance can be between two probes of a way, from a place between.
  ///
  /// Up to it the distance to the first piece is at most the larger of its ends' values and what
  /// the bend adds, and after it that to the second piece.
  ///
  /// - Parameters:
  ///   - start: The one probe.
  ///   - end: The other.
  ///   - cut: The place between.
  ///   - stray: How far the way may lie from the geodesic between its ends, in meters.
  /// - Returns: Meters.
  func bound(
    _ start: DepthProbe, _ end: DepthProbe, _ cut: Cut, stray: Double = 0
  ) -> Double {
    let before = top(start.distance, cut.toFirst + stray, cut.meters - start.meters)
    let after = top(cut.toSecond + stray, end.distance, end.meters - cut.meters)
    // No way gains more distance than its length.
    let length = end.meters - start.meters
    return min(max(before, after) + stray, (start.distance + end.distance + length) / 2)
  }

  /// The most that a distance can be on a way of `length` meters between two values of it.
  ///
  /// Its second derivative is at least −κ: a geodesic at distance d from another bends towards it
  /// by d/r² and a piece that is straight in degrees by tan φ/r. So u from the higher end it is at
  /// most u(κ(ℓ − u)/2 − slope) above that, which is largest at (κℓ/2 − slope)/κ.
  private func top(_ a: Double, _ b: Double, _ length: Double) -> Double {
    guard length > 0 else { return max(a, b) }
    let r = 6_335_439.0
    let κ = bend / r + 2 * max(a, b) / (r * r)
    let excess = max(0, κ * length / 2 - abs(a - b) / length)
    return max(a, b) + excess * excess / (2 * κ)
  }

  /// The share of the way from `start` to `end` at which both their nearest pieces are equally
  /// far, about: along the chord.
  func equallyFar(_ start: DepthProbe, _ end: DepthProbe) -> Double {
    if start.piece == end.piece { return 0.5 }
    let (a, b) = (tree.pieces[start.piece], tree.pieces[end.piece])
    let chord = end.surface.space - start.surface.space
    /// By the squares: of two vertices they differ by a linear function.
    func lead(_ t: Double) -> Double {
      let point = start.surface.space + chord * t
      let (toA, toB) = (a.foot(of: point).gap, b.foot(of: point).gap)
      return toA.dot(toA) - toB.dot(toB)
    }
    var (low, high) = ((t: 0.0, lead: lead(0)), (t: 1.0, lead: lead(1)))
    guard low.lead < 0, high.lead > 0 else { return low.lead >= 0 ? 0.1 : 0.9 }
    var t = 0.5
    for _ in 0..<4 {
      t = low.t - low.lead * (high.t - low.t) / (high.lead - low.lead)
      let found = lead(t)
      // Half a meter of difference is near enough.
      if abs(found) < start.distance + end.distance { break }
      if found < 0 { low = (t, found) } else { high = (t, found) }
    }
    return min(0.999, max(0.001, t))
  }
}
