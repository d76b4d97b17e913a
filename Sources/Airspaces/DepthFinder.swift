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
  private let border: PreparedBorder
  /// See ``PreparedBorder/bend``.
  private let bend: Double
  private var open: [Stretch] = []

  /// Depths are found to this many meters.
  static let tolerance = 1e-4

  init(_ border: PreparedBorder) {
    (self.border, bend) = (border, border.bend)
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
  /// The place at `meters` of a way, where it is at most as far from the border as from `known`.
  func probe(_ meters: Double, _ point: Point2, known: Int? = nil, _ other: Int? = nil) -> DepthProbe? {
    let surface = SurfacePoint(latitude: point.y, longitude: point.x)
    return probe(meters, point, surface, known, other)
  }

  private func probe(
    _ meters: Double, _ point: Point2, _ surface: SurfacePoint, _ known: Int?, _ other: Int?
  ) -> DepthProbe? {
    var nearest = NearestPiece()
    if let known { border.surface.improve(&nearest, at: surface, byPiece: known) }
    if let other { border.surface.improve(&nearest, at: surface, byPiece: other) }
    border.surface.improve(&nearest, at: surface)
    guard nearest.number >= 0 else { return nil }
    if nearest.square < SurfacePoint.chordLimit * SurfacePoint.chordLimit {
      return DepthProbe(
        meters: meters, point: point, surface: surface, piece: nearest.number,
        distance: nearest.square.squareRoot())
    }
    guard let far = border.nearestPoint(to: point) else { return nil }
    return DepthProbe(
      meters: meters, point: point, surface: surface, piece: far.piece, distance: far.meters)
  }

  /// The distance of a place from one piece.
  private func distance(_ point: Point2, _ surface: SurfacePoint, to piece: Int) -> Double {
    var nearest = NearestPiece()
    border.surface.improve(&nearest, at: surface, byPiece: piece)
    if nearest.square < SurfacePoint.chordLimit * SurfacePoint.chordLimit {
      return nearest.square.squareRoot()
    }
    return border.nearestPoint(to: point, onPiece: piece).meters
  }

  /// A stretch of a way between two probes.
  private struct Stretch {
    let start: DepthProbe
    let end: DepthProbe
    /// Where it is to be cut.
    let cut: Cut
    /// No place of the stretch is further from the border.
    let bound: Double
  }

  /// A place of a way that has not been asked about yet.
  private struct Cut {
    /// Along the way.
    let meters: Double
    let point: Point2
    let surface: SurfacePoint

    init(_ meters: Double, _ point: Point2) {
      (self.meters, self.point) = (meters, point)
      surface = SurfacePoint(latitude: point.y, longitude: point.x)
    }
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
  mutating func furthest(
    from first: DepthProbe, to last: DepthProbe, above least: Double = 0,
    place: (Double) -> Point2
  ) -> DepthProbe {
    var best = first.distance >= last.distance ? first : last
    open.removeAll(keepingCapacity: true)
    open.append(stretch(first, last, place))
    // Each step cuts the stretch that may hold the furthest place: the limit is never met.
    for _ in 0..<100_000 {
      guard let stretch = popHighest() else { break }
      if stretch.bound <= max(best.distance, least) + Self.tolerance { break }
      let cut = stretch.cut
      guard
        let middle = probe(
          cut.meters, cut.point, cut.surface, stretch.start.piece, stretch.end.piece)
      else { break }
      if middle.distance > best.distance { best = middle }
      open.append(self.stretch(stretch.start, middle, place))
      open.append(self.stretch(middle, stretch.end, place))
    }
    return best
  }

  private mutating func popHighest() -> Stretch? {
    guard var highest = open.indices.first else { return nil }
    for index in open.indices where open[index].bound > open[highest].bound { highest = index }
    open.swapAt(highest, open.count - 1)
    return open.popLast()
  }

  private func stretch(
    _ start: DepthProbe, _ end: DepthProbe, _ place: (Double) -> Point2
  ) -> Stretch {
    let meters = start.meters + (end.meters - start.meters) * equallyFar(start, end)
    let cut = Cut(meters, place(meters))
    return Stretch(
      start: start, end: end, cut: cut, bound: bound(start, end, cut.meters, cut.point, cut.surface))
  }

  /// The most that the distance can be between two probes of a geodesic, from a place between.
  ///
  /// There the distances to both nearest pieces are F and G. Up to it the distance to the first
  /// piece is at most the larger of its ends' values and what the bend adds, and after it that to
  /// the second piece.
  ///
  /// - Parameter stray: How far the way may lie from the geodesic between its ends, in meters.
  func bound(
    _ start: DepthProbe, _ end: DepthProbe, _ meters: Double, _ point: Point2,
    _ surface: SurfacePoint, stray: Double = 0
  ) -> Double {
    let F = distance(point, surface, to: start.piece) + stray
    let G = start.piece == end.piece ? F : distance(point, surface, to: end.piece) + stray
    let before = top(start.distance, F, meters - start.meters)
    let after = top(G, end.distance, end.meters - meters)
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
    let (a, b) = (border.surface.pieces[start.piece], border.surface.pieces[end.piece])
    let chord = end.surface.space - start.surface.space
    func lead(_ t: Double) -> Double {
      let point = start.surface.space + chord * t
      let (toA, toB) = (a.foot(of: point).gap, b.foot(of: point).gap)
      return toA.dot(toA).squareRoot() - toB.dot(toB).squareRoot()
    }
    var (low, high) = ((t: 0.0, lead: lead(0)), (t: 1.0, lead: lead(1)))
    guard low.lead < 0, high.lead > 0 else { return low.lead >= 0 ? 0.1 : 0.9 }
    var t = 0.5
    for _ in 0..<5 {
      t = low.t - low.lead * (high.t - low.t) / (high.lead - low.lead)
      let found = lead(t)
      if abs(found) < 1e-3 { break }
      if found < 0 { low = (t, found) } else { high = (t, found) }
    }
    return min(0.999, max(0.001, t))
  }
}
