public import Geodesy
import Geometry
public import Quantities

/// The place of a leg that is deepest inside a border, or nearest to it.
public struct LegExtreme: Hashable, Sendable {
  /// The distance along the leg.
  public let at: Length
  public let place: GeodeticCoordinate
  /// The distance from the border there, without sign.
  public let distance: Length
  /// The nearest point of the border.
  public let foot: GeodeticCoordinate
}

extension PreparedBorder {
  /// Where the piece `range` of a leg is furthest from the border, on whichever side it lies.
  ///
  /// The distance to one piece of an edge rises and falls like that to a convex set: on a
  /// stretch it stays below the line between its values at the ends. So the distance to the
  /// border stays below the two lines that belong to the pieces nearest at either end, and the
  /// stretch is cut where these meet until the bound and the best value found agree.
  ///
  /// - Parameters:
  ///   - leg: The leg, a geodesic.
  ///   - range: Distances along the leg, within its length.
  /// - Returns: The furthest place, or nothing where an extract holds no border.
  /// - Accuracy: The distance is within 0.1 mm of the largest; the place, where the largest is
  ///   flat, is one of those that have it.
  public func furthest(
    on leg: GeodesicLeg, within range: ClosedRange<Length>
  ) -> LegExtreme? {
    guard let first = Probe(range.lowerBound.meters, on: leg, of: self),
      let last = Probe(range.upperBound.meters, on: leg, of: self)
    else { return nil }
    var best = first.nearest.meters >= last.nearest.meters ? first : last
    var open = [Stretch(first, last, on: self)]
    // Every step halves a stretch near the top at least; the limit is never met on real borders.
    for _ in 0..<10_000 {
      guard let index = open.indices.max(by: { open[$0].bound < open[$1].bound }) else { break }
      let stretch = open.remove(at: index)
      if stretch.bound <= best.nearest.meters + 1e-4 { break }
      guard let middle = Probe(stretch.cut, on: leg, of: self) else { break }
      if middle.nearest.meters > best.nearest.meters { best = middle }
      open.append(Stretch(stretch.start, middle, on: self))
      open.append(Stretch(middle, stretch.end, on: self))
    }
    return best.extreme
  }

  /// Where the piece `range` of a leg comes nearest to the border.
  ///
  /// Meant for a piece that does not meet the border; of one that does, any contact is nearest.
  ///
  /// - Parameters:
  ///   - leg: The leg, a geodesic.
  ///   - range: Distances along the leg, within its length.
  /// - Returns: The nearest place, or nothing where an extract holds no border.
  /// - Accuracy: The distance is within 0.1 mm of the least.
  /// - Complexity: O(log *n*) a stretch of 500 m, and some inverse geodesics for each pair of
  ///   stretch and edge that may be the nearest.
  public func nearest(
    on leg: GeodesicLeg, within range: ClosedRange<Length>
  ) -> LegExtreme? {
    let (low, high) = (range.lowerBound.meters, range.upperBound.meters)
    guard let first = Probe(low, on: leg, of: self), let last = Probe(high, on: leg, of: self)
    else { return nil }
    var best = first.nearest.meters <= last.nearest.meters ? first : last
    let count = max(1, Int(((high - low) / SurfaceTree.pieceLength).rounded(.up)))
    var start = first
    for number in 1...count {
      let end =
        number == count
        ? last : Probe(low + (high - low) * Double(number) / Double(count), on: leg, of: self)
      guard let end else { return nil }
      improve(&best, from: start, to: end, on: leg)
      start = end
    }
    return best.extreme
  }

  /// Looks for a nearer place on one stretch of at most ``SurfaceTree/pieceLength``.
  private func improve(
    _ best: inout Probe, from start: Probe, to end: Probe, on leg: GeodesicLeg
  ) {
    // The distance changes by no more than the way flown.
    let length = end.meters - start.meters
    guard (start.nearest.meters + end.nearest.meters - length) / 2 < best.nearest.meters else {
      return
    }
    var candidates: [Int] = []
    // A stretch of a leg leaves its chord by no more than this.
    let sag = SurfaceTree.pieceLength * SurfaceTree.pieceLength / (8 * 6_335_439)
    let reach = best.nearest.meters + sag
    surface.appendPieces(within: reach, of: start.space, end.space, to: &candidates)
    // The pieces nearest at the ends first: they mostly leave nothing to try.
    for piece in [start.nearest.piece, end.nearest.piece] + candidates {
      let chord = surface.pieces[piece].leastDistance(toSegment: start.space, end.space)
      guard chord - sag < best.nearest.meters else { continue }
      let found = nearestOnPiece(piece, from: start.meters, to: end.meters, on: leg)
      if found.nearest.meters < best.nearest.meters { best = found }
    }
  }

  /// Golden section on the distance to one piece, which falls and then rises.
  private func nearestOnPiece(
    _ piece: Int, from start: Double, to end: Double, on leg: GeodesicLeg
  ) -> Probe {
    let ratio = 0.618_033_988_749_895
    var (low, high) = (start, end)
    func probe(_ meters: Double) -> Probe { Probe(meters, on: leg, of: self, piece: piece) }
    var (first, second) = (probe(high - ratio * (high - low)), probe(low + ratio * (high - low)))
    // The distance is flat at its least: a place within 1 cm gives it to 0.1 mm from 0.5 m on,
    // and nearer than that the search goes on to 1 µm.
    while high - low > (first.nearest.meters > 1 ? 0.01 : 1e-6) {
      if first.nearest.meters <= second.nearest.meters {
        (high, second) = (second.meters, first)
        first = probe(high - ratio * (high - low))
      } else {
        (low, first) = (first.meters, second)
        second = probe(low + ratio * (high - low))
      }
    }
    return first.nearest.meters <= second.nearest.meters ? first : second
  }
}

/// A place of a leg with the nearest point of the border, or of one piece of it.
private struct Probe {
  let meters: Double
  let point: Point2
  let space: SpacePoint
  let nearest: NearestPoint

  init?(_ meters: Double, on leg: GeodesicLeg, of border: PreparedBorder) {
    let position = leg.position(meters: meters)
    let point = Point2(x: position.longitude, y: position.latitude)
    guard let nearest = border.nearestPoint(to: point) else { return nil }
    self.init(meters, point, nearest)
  }

  init(_ meters: Double, on leg: GeodesicLeg, of border: PreparedBorder, piece: Int) {
    let position = leg.position(meters: meters)
    let point = Point2(x: position.longitude, y: position.latitude)
    self.init(meters, point, border.nearestPoint(to: point, onPiece: piece))
  }

  private init(_ meters: Double, _ point: Point2, _ nearest: NearestPoint) {
    (self.meters, self.point, self.nearest) = (meters, point, nearest)
    space = SurfacePoint(latitude: point.y, longitude: point.x).space
  }

  var extreme: LegExtreme {
    LegExtreme(
      at: .meters(meters),
      place: GeodeticCoordinate(knownLatitude: point.y, longitude: point.x),
      distance: .meters(nearest.meters),
      foot: GeodeticCoordinate(knownLatitude: nearest.foot.y, longitude: nearest.foot.x))
  }
}

/// A stretch of a leg with an upper bound of the distance to the border on it.
private struct Stretch {
  let start: Probe
  let end: Probe
  let bound: Double
  /// Where the bound is met, in meters along the leg, and where the stretch is best cut.
  let cut: Double

  init(_ start: Probe, _ end: Probe, on border: PreparedBorder) {
    (self.start, self.end) = (start, end)
    let length = end.meters - start.meters
    let (a, b) = (start.nearest.meters, end.nearest.meters)
    // The distances at one end from the piece that is nearest at the other.
    let rising = border.nearestPoint(to: end.point, onPiece: start.nearest.piece).meters
    let falling = border.nearestPoint(to: start.point, onPiece: end.nearest.piece).meters
    let (up, down) = (max(0, rising - a), max(0, falling - b))
    // The lines a + up·t and falling − down·t meet at t.
    let t = up + down > 0 ? min(1, max(0, (falling - a) / (up + down))) : 0.5
    // On the ellipsoid the distance to a piece is convex but for the bend of the surface over
    // the stretch and of the edge over its piece: below d·ℓ²/8r² and ℓ²/8r each.
    let r = 6_335_439.0
    let bend = min(length, SurfaceTree.pieceLength)
    let slack = max(a, b) * length * length / (8 * r * r) + 2 * bend * bend / (8 * r)
    bound = max(a, b, min(a + up * t, falling - down * t)) + slack
    cut = start.meters + length * min(0.9, max(0.1, t))
  }
}
