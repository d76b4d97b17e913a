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
  /// - Parameters:
  ///   - leg: The leg, a geodesic.
  ///   - range: Distances along the leg, within its length.
  /// - Returns: The furthest place, or nothing where an extract holds no border.
  /// - Accuracy: The distance is within 0.5 mm of the largest; the place, where the largest is
  ///   flat, is one of those that have it.
  /// - Complexity: Some ten distances from the border; more where the leg follows an equally far
  ///   border.
  public func furthest(
    on leg: GeodesicLeg, within range: ClosedRange<Length>
  ) -> LegExtreme? {
    let curve = LegCurve(leg, of: self)
    var finder = DepthFinder(self)
    let (low, high) = (range.lowerBound.meters, range.upperBound.meters)
    guard let first = finder.probe(low, curve.place(at: low)),
      let last = finder.probe(high, curve.place(at: high), known: first.piece)
    else { return nil }
    let way = DepthWay(curve, at: low, from: first, to: last)
    let best = finder.furthest(from: first, to: last, on: way)
    return Probe(best.meters, on: leg, of: self)?.extreme(of: self)
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
  /// - Complexity: O(log *n*) for each of some places, the closer together the nearer the border, and
  ///   some inverse geodesics for each pair of 500 m of the leg and edge that may be the nearest.
  public func nearest(
    on leg: GeodesicLeg, within range: ClosedRange<Length>
  ) -> LegExtreme? {
    let (low, high) = (range.lowerBound.meters, range.upperBound.meters)
    guard let first = Probe(low, on: leg, of: self), let last = Probe(high, on: leg, of: self)
    else { return nil }
    var best = first.nearest.meters <= last.nearest.meters ? first : last
    let count = max(1, Int(((high - low) / SurfaceTree.pieceLength).rounded(.up)))
    /// Looks between two of the `count` + 1 places that cut the way into equal stretches.
    func search(_ i: Int, _ start: Probe, _ j: Int, _ end: Probe) {
      guard mayHold(nearerThan: best, start, end) else { return }
      if j == i + 1 { return improve(&best, from: start, to: end, on: leg) }
      let middle = (i + j) / 2
      let meters = low + (high - low) * Double(middle) / Double(count)
      guard let cut = Probe(meters, on: leg, of: self) else { return }
      if start.nearest.meters <= end.nearest.meters {
        search(i, start, middle, cut)
        search(middle, cut, j, end)
      } else {
        search(middle, cut, j, end)
        search(i, start, middle, cut)
      }
    }
    search(0, first, count, last)
    return best.extreme(of: self)
  }

  /// Whether a place between two others can be nearer than the nearest known: the distance changes
  /// by no more than the way flown.
  private func mayHold(nearerThan best: Probe, _ start: Probe, _ end: Probe) -> Bool {
    let length = end.meters - start.meters
    return (start.nearest.meters + end.nearest.meters - length) / 2 < best.nearest.meters
  }

  /// Looks for a nearer place on one stretch of at most ``SurfaceTree/pieceLength``.
  private func improve(
    _ best: inout Probe, from start: Probe, to end: Probe, on leg: GeodesicLeg
  ) {
    var candidates: [Int] = []
    // A stretch of a leg leaves its chord by no more than this.
    let sag = SurfaceTree.pieceLength * SurfaceTree.pieceLength / (8 * 6_335_439)
    let slack = slack(at: start.point)
    let reach = best.nearest.meters * (1 + slack) / (1 - slack) + sag
    surface.appendPieces(within: reach, of: start.space, end.space, to: &candidates)
    // The pieces nearest at the ends first: they mostly leave nothing to try.
    for piece in [start.nearest.piece, end.nearest.piece] + candidates {
      let chord = surface.pieces[piece].leastDistance(toSegment: start.space, end.space)
      guard (chord - sag) * (1 - slack) < best.nearest.meters else { continue }
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
    let point = border.own(Point2(x: position.longitude, y: position.latitude))
    guard let nearest = border.nearestPoint(to: point) else { return nil }
    self.init(meters, point, nearest)
  }

  init(_ meters: Double, on leg: GeodesicLeg, of border: PreparedBorder, piece: Int) {
    let position = leg.position(meters: meters)
    let point = border.own(Point2(x: position.longitude, y: position.latitude))
    self.init(meters, point, border.nearestPoint(to: point, onPiece: piece))
  }

  private init(_ meters: Double, _ point: Point2, _ nearest: NearestPoint) {
    (self.meters, self.point, self.nearest) = (meters, point, nearest)
    space = SurfacePoint(latitude: point.y, longitude: point.x).space
  }

  func extreme(of border: PreparedBorder) -> LegExtreme {
    LegExtreme(
      at: .meters(meters), place: border.coordinate(point), distance: .meters(nearest.meters),
      foot: border.coordinate(nearest.foot))
  }
}
