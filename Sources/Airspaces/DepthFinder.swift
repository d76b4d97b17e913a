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
  let space: SpacePoint
  let piece: Int
  let distance: Double
}

extension DepthFinder {
  /// The place at `meters` of a way; a piece of the border that is near it may be known.
  func probe(_ meters: Double, _ point: Point2, known: Int? = nil) -> DepthProbe? {
    let surface = SurfacePoint(latitude: point.y, longitude: point.x)
    return probe(meters, surface, known: known) { point }
  }

  /// A place of a way that lies on the border, on a piece of an edge.
  func probe(_ meters: Double, _ point: Point2, onEdge edge: Int) -> DepthProbe? {
    let surface = SurfacePoint(latitude: point.y, longitude: point.x)
    var nearest = NearestPiece()
    var piece = Int(tree.firstPieces[edge])
    while piece < tree.pieces.count, tree.pieces[piece].edge == edge {
      tree.pieces.improve(&nearest, at: surface, byPiece: piece)
      piece += 1
    }
    // A meter away it is another edge's piece: that of one that is no border.
    guard nearest.square < 1 else { return probe(meters, point) }
    return DepthProbe(meters: meters, space: surface.space, piece: nearest.number, distance: 0)
  }

  /// - Parameters:
  ///   - meters: Along the way.
  ///   - surface: The place in space.
  ///   - known: A piece of the border that is near it.
  ///   - place: The place in degrees, asked for where distances in space are not enough.
  /// - Returns: Nothing where there is no border.
  @inline(__always)
  private func probe(
    _ meters: Double, _ surface: SurfacePoint, known: Int?, _ place: () -> Point2
  ) -> DepthProbe? {
    var nearest = NearestPiece()
    if let known { tree.pieces.improve(&nearest, at: surface, byPiece: known) }
    tree.improve(&nearest, at: surface)
    guard nearest.number >= 0 else { return nil }
    if border.isMeasuredInSpace, nearest.square < SurfacePoint.chordLimit * SurfacePoint.chordLimit
    {
      return DepthProbe(
        meters: meters, space: surface.space, piece: nearest.number,
        distance: nearest.square.squareRoot())
    }
    guard let far = border.nearestPoint(to: place()) else { return nil }
    return DepthProbe(
      meters: meters, space: surface.space, piece: far.piece, distance: far.meters)
  }

  /// How far a place of a way is from one piece, at most; off by less than a tenth of the tolerance.
  @inline(__always)
  private func distance(
    _ chord: Double, _ space: SpacePoint, to piece: Int, _ place: () -> Point2
  ) -> Double {
    guard border.isMeasuredInSpace, chord < SurfacePoint.chordLimit * SurfacePoint.chordLimit
    else { return border.nearestPoint(to: place(), onPiece: piece).meters }
    // Up to 10 km the direction makes no difference of 20 µm.
    if chord < 1e8 { return mostOnGround(ofChordSquare: chord).squareRoot() }
    let gap = tree.pieces[piece].foot(of: space).gap
    return SurfacePoint(space).groundSquare(ofChord: gap).squareRoot()
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
    /// The distances there from the piece nearest to the start, F, and to the end, G, at most.
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
  ///   - way: The geodesic.
  /// - Returns: The furthest place, or one that is within the tolerance as far.
  mutating func furthest(
    from first: DepthProbe, to last: DepthProbe, above least: Double = 0, on way: DepthWay
  ) -> DepthProbe {
    probes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    probes.append(first)
    probes.append(last)
    var best = first.distance >= last.distance ? 0 : 1
    appendStretch(0, 1, way)
    // Each step cuts the stretch that may hold the furthest place: the limit is never met.
    for _ in 0..<100_000 {
      guard let stretch = popHighest() else { break }
      let enough = max(probes[best].distance, least) + Self.tolerance
      if stretch.bound <= enough { break }
      let cut = stretch.cut
      let (start, end) = (probes[stretch.start], probes[stretch.end])
      let known = cut.toFirst <= cut.toSecond ? start.piece : end.piece
      let surface = SurfacePoint(way.space(at: cut.meters))
      let middle = probe(cut.meters, surface, known: known) { way.place(at: cut.meters) }
      guard let middle else { break }
      let number = probes.count
      probes.append(middle)
      if middle.distance > probes[best].distance { best = number }
      // The distances at the cut bound both halves already.
      let nowEnough = max(probes[best].distance, least) + Self.tolerance
      if top(start.distance, cut.toFirst, cut.meters - start.meters) > nowEnough {
        appendStretch(stretch.start, number, way)
      }
      if top(cut.toSecond, end.distance, end.meters - cut.meters) > nowEnough {
        appendStretch(number, stretch.end, way)
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
  private mutating func appendStretch(_ start: Int, _ end: Int, _ way: DepthWay) {
    let (first, last) = (probes[start], probes[end])
    let cut = cut(first, last, way)
    open.append(Stretch(start: start, end: end, cut: cut, bound: bound(first, last, cut)))
  }

  /// Where a stretch of a way is to be cut: half way where one piece is nearest to both ends, else
  /// where their pieces are about equally far, and the nearer to it the less the stretch may hold.
  private func cut(_ start: DepthProbe, _ end: DepthProbe, _ way: DepthWay) -> Cut {
    func cut(_ meters: Double, _ space: SpacePoint, _ toA: Double, _ toB: Double) -> Cut {
      let first = distance(toA, space, to: start.piece) { way.place(at: meters) }
      let second =
        start.piece == end.piece
        ? first : distance(toB, space, to: end.piece) { way.place(at: meters) }
      return Cut(meters: meters, toFirst: first, toSecond: second)
    }
    let length = end.meters - start.meters
    let (a, b) = (tree.pieces[start.piece], tree.pieces[end.piece])
    if start.piece == end.piece {
      let meters = start.meters + length / 2
      let space = way.space(at: meters)
      let square = a.chordSquare(to: space)
      return cut(meters, space, square, square)
    }
    // By the squares: of two vertices they differ by a linear function.
    var low = (t: 0.0, lead: a.chordSquare(to: start.space) - b.chordSquare(to: start.space))
    var high = (t: 1.0, lead: a.chordSquare(to: end.space) - b.chordSquare(to: end.space))
    let isBracket = low.lead < 0 && high.lead > 0
    var step = 0
    while true {
      let secant = low.t - low.lead * (high.t - low.t) / (high.lead - low.lead)
      let t = isBracket ? min(0.999, max(0.001, secant)) : low.lead >= 0 ? 0.1 : 0.9
      let meters = start.meters + length * t
      let space = way.space(at: meters)
      let (toA, toB) = (a.chordSquare(to: space), b.chordSquare(to: space))
      let lead = toA - toB
      let d = toA.squareRoot()
      let enough = 2e-5 + 1e-3 * max(0, d - max(start.distance, end.distance))
      // A lead in squares is that in meters times twice the distance.
      if step == 5 || !isBracket || abs(lead) < 2 * d * enough {
        return cut(meters, space, toA, toB)
      }
      if lead < 0 { low = (t, lead) } else { high = (t, lead) }
      step += 1
    }
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
    let chord = end.space - start.space
    /// By the squares: of two vertices they differ by a linear function.
    func lead(_ t: Double) -> Double {
      let point = start.space + chord * t
      return a.chordSquare(to: point) - b.chordSquare(to: point)
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

  /// A cut at a place that is given.
  func cut(
    _ start: DepthProbe, _ end: DepthProbe, at meters: Double, _ point: Point2
  ) -> Cut {
    let space = SurfacePoint(latitude: point.y, longitude: point.x).space
    func distance(to piece: Int) -> Double {
      let chord = tree.pieces[piece].chordSquare(to: space)
      return self.distance(chord, space, to: piece) { point }
    }
    let first = distance(to: start.piece)
    let second = start.piece == end.piece ? first : distance(to: end.piece)
    return Cut(meters: meters, toFirst: first, toSecond: second)
  }
}
