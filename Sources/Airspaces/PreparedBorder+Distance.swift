public import Geodesy
import Geometry
public import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far a place is from a border.
public struct BorderDistance: Hashable, Sendable {
  /// The geodesic distance to the nearest point of the border; negative inside.
  public let signed: Length

  /// The nearest point of the border; one of them, where several are equally near.
  public let nearest: GeodeticCoordinate

  /// Whether no border outside the window of an extract can be nearer.
  ///
  /// Where this is false, the true distance may be smaller than ``signed`` says.
  public let isCertain: Bool
}

extension PreparedBorder {
  /// How far `place` is from the border, along the ellipsoid.
  ///
  /// - Returns: The signed distance, positive outside and negative inside, zero on the line; or
  ///   nothing where an extract holds no border at all.
  /// - Accuracy: Within 1 mm of the least geodesic distance to any point of any edge, at any
  ///   range; on 10 000 places up to 2000 km away GeographicLib's geodesic found 6 µm at worst.
  /// - Complexity: O(log *n*) within 150 km of the border; beyond, some inverse geodesics more.
  public func distance(to place: GeodeticCoordinate) -> BorderDistance? {
    let point = own(place.point)
    return distance(to: point, location(of: point))
  }

  /// The same, of a point in own coordinates on a side that is known.
  func distance(to point: Point2, _ location: Location) -> BorderDistance? {
    guard let nearest = nearestPoint(to: point) else { return nil }
    let sign =
      switch location {
      case .inside: -1.0
      case .outside: 1.0
      case .onBorder: 0.0
      }
    return BorderDistance(
      signed: .meters(sign * nearest.meters),
      nearest: coordinate(nearest.foot),
      isCertain: isCertain(nearest.meters, from: point))
  }
}

extension PreparedBorder {
  /// Whether no border that an extract leaves out can be nearer to a place than the nearest of this.
  ///
  /// - Parameters:
  ///   - distance: How far that is.
  ///   - place: The place.
  /// - Returns: What ``distance(to:)`` says of the place.
  package func isCertain(_ distance: Length, from place: GeodeticCoordinate) -> Bool {
    unknownBoxes.isEmpty || isCertain(distance.meters, from: own(place.point))
  }
}

/// The nearest point of a border, or of one piece of it.
struct NearestPoint {
  let meters: Double
  /// In own coordinates, in degrees.
  let foot: Point2
  let piece: Int
}

extension PreparedBorder {
  /// The nearest point of the border to a place in own coordinates.
  ///
  /// Up to 150 km it is found in space. Further out, every piece that may be nearest along the
  /// ground is asked.
  func nearestPoint(to place: Point2) -> NearestPoint? {
    let surfacePoint = SurfacePoint(latitude: place.y, longitude: place.x)
    var nearest = NearestPiece()
    surface.improve(&nearest, at: surfacePoint)
    guard nearest.number >= 0 else { return nil }
    let limit = SurfacePoint.chordLimit
    if nearest.square < limit * limit {
      if isMovedNorth { return nearestOfMoved(place, surfacePoint, nearest) }
      return isMeasuredInSpace
        ? nearestPoint(to: surfacePoint, nearest) : nearestNearPole(surfacePoint, nearest)
    }
    return nearestOfFar(place, surfacePoint.space, nearest)
  }

  /// The nearest point of a piece that was found.
  func nearestPoint(to place: SurfacePoint, _ nearest: NearestPiece) -> NearestPoint {
    let (share, gap) = surface.pieces[nearest.number].finerFoot(
      of: place.space, near: nearest.share)
    return NearestPoint(
      meters: place.distance(alongChord: gap), foot: foot(on: nearest.number, at: share),
      piece: nearest.number)
  }

  /// The nearest point of a border near a pole: every piece that may be the nearest, since feet on
  /// chords are not near enough to those on the pieces.
  private func nearestNearPole(_ point: SurfacePoint, _ nearest: NearestPiece) -> NearestPoint {
    // No piece leaves its chord by more than some centimeters.
    let reach = nearest.square.squareRoot() + 0.1
    var candidates: [Int] = []
    surface.appendPieces(within: reach, of: point.space, point.space, to: &candidates)
    var best = nearestPoint(to: point, nearest)
    for number in candidates {
      var piece = NearestPiece()
      surface.pieces.improve(&piece, at: point, byPiece: number)
      let found = nearestPoint(to: point, piece)
      if found.meters < best.meters { best = found }
    }
    return best
  }

  /// The nearest point of a border that has been moved to the north: every piece that may be the
  /// nearest on the ground is asked there.
  private func nearestOfMoved(
    _ place: Point2, _ point: SurfacePoint, _ nearest: NearestPiece
  ) -> NearestPoint {
    let slack = slack(at: place)
    let reach = nearest.square.squareRoot() * (1 + slack) / (1 - slack) + 1e-3
    var candidates: [Int] = []
    surface.appendPieces(within: reach, of: point.space, point.space, to: &candidates)
    var best = nearestOnGround(place, onPiece: nearest.number)
    for piece in candidates where piece != nearest.number {
      let gap = surface.pieces[piece].foot(of: point.space).gap
      guard gap.dot(gap) <= reach * reach else { continue }
      let found = nearestOnGround(place, onPiece: piece)
      if found.meters < best.meters { best = found }
    }
    return best
  }

  /// The nearest point of one piece where it lies on the ground, up to the limit of chords.
  private func nearestOnGround(_ place: Point2, onPiece number: Int) -> NearestPoint {
    let piece = surface.pieces[number]
    let (a, b) = ends(ofEdge: piece.edge)
    func point(_ share: Double) -> Point2 {
      Point2(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
    }
    let (from, to) = (ground(point(piece.start)), ground(point(piece.end)))
    let moved = SurfacePiece(from, to.continued(from: from))
    let target = ground(place)
    let surfacePoint = SurfacePoint(latitude: target.y, longitude: target.x)
    let start = moved.foot(of: surfacePoint.space).share
    let (share, gap) = moved.finerFoot(of: surfacePoint.space, near: start)
    return NearestPoint(
      meters: surfacePoint.distance(alongChord: gap), foot: foot(on: number, at: share),
      piece: number)
  }

  /// The nearest point where the border is so far that directions matter.
  private func nearestOfFar(
    _ place: Point2, _ space: SpacePoint, _ nearest: NearestPiece
  ) -> NearestPoint {
    // The nearest point on the ellipsoid is no further in space than along the ground.
    let slack = slack(at: place)
    let reach = surfaceDistance(ofChord: nearest.square.squareRoot()) * (1 + slack) / (1 - slack)
    var candidates: [Int] = []
    surface.appendPieces(within: reach, of: space, space, to: &candidates)
    var best = nearestByGeodesics(to: place, onPiece: nearest.number)
    for piece in candidates where piece != nearest.number {
      let gap = surface.pieces[piece].foot(of: space).gap
      guard gap.dot(gap) <= reach * reach else { continue }
      let found = nearestByGeodesics(to: place, onPiece: piece)
      if found.meters < best.meters { best = found }
    }
    return best
  }

  /// The point of a piece at a share of it, in own coordinates.
  func foot(on number: Int, at share: Double) -> Point2 {
    let piece = surface.pieces[number]
    let (a, b) = ends(ofEdge: piece.edge)
    let t = piece.start + share * (piece.end - piece.start)
    if t == 0 { return a }
    return t == 1 ? b : Point2(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
  }

  /// The nearest point of one piece of an edge, at any distance.
  func nearestPoint(to place: Point2, onPiece number: Int) -> NearestPoint {
    let surfacePoint = SurfacePoint(latitude: place.y, longitude: place.x)
    let (share, gap) = surface.pieces[number].foot(of: surfacePoint.space)
    let square = gap.dot(gap)
    if square < SurfacePoint.chordLimit * SurfacePoint.chordLimit {
      if isMovedNorth { return nearestOnGround(place, onPiece: number) }
      var nearest = NearestPiece()
      (nearest.number, nearest.share, nearest.square) = (number, share, square)
      return nearestPoint(to: surfacePoint, nearest)
    }
    return nearestByGeodesics(to: place, onPiece: number)
  }

  /// The nearest point of one piece of an edge, by geodesics to it.
  ///
  /// Along so short a piece the distance falls and then rises. It falls by the cosine of the angle
  /// between the edge and the geodesic back, so the nearest point is where that has its root, or an
  /// end.
  private func nearestByGeodesics(to place: Point2, onPiece number: Int) -> NearestPoint {
    let piece = surface.pieces[number]
    let (a, b) = ends(ofEdge: piece.edge)
    let there = ground(place)
    func point(_ t: Double) -> Point2 {
      if t == 0 { return a }
      return t == 1 ? b : Point2(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
    }
    func geodesic(_ t: Double) -> (meters: Double, slope: Double) {
      let onGround = ground(point(t))
      let arc = Geodesic.wgs84.inverse(
        latitude1: onGround.y, longitude1: onGround.x, latitude2: there.y, longitude2: there.x)
      let foot = SurfacePoint(latitude: onGround.y, longitude: onGround.x)
      let α = SineCosine(degrees: arc.azimuth1)
      let north = (b.y - a.y) * foot.meridianRadius
      let east = (b.x - a.x) * foot.primeVerticalRadius * foot.latitude.cosine
      return (arc.meters, -(east * α.sine + north * α.cosine))
    }
    let (first, last) = (geodesic(piece.start), geodesic(piece.end))
    var best = first.meters <= last.meters ? (piece.start, first.meters) : (piece.end, last.meters)
    if first.slope < 0, last.slope > 0 {
      let t = bracketedRoot(
        from: (piece.start, first.slope), to: (piece.end, last.slope),
        tolerance: 1e-6 * (piece.end - piece.start)
      ) { geodesic($0).slope }
      let meters = geodesic(t).meters
      if meters < best.1 { best = (t, meters) }
    }
    return NearestPoint(meters: best.1, foot: point(best.0), piece: number)
  }

  /// Whether no border beyond the window of an extract can be nearer than `meters`, which is
  /// known to 1 mm.
  ///
  /// Border that is not in the extract lies within the bounds of the whole and beyond the window.
  func isCertain(_ meters: Double, from place: Point2) -> Bool {
    for box in unknownBoxes {
      let (least, most) = roughDistance(from: place, to: box)
      let beyond = (meters + 0.001) * (1 + slack(at: place))
      if beyond <= least { continue }
      if meters * (1 - slack(at: place)) > most || beyond > leastDistance(from: place, to: box) {
        return false
      }
    }
    return true
  }

  /// Bounds of the distance from a place to a rectangle of degrees, quickly found, in meters.
  ///
  /// A degree of latitude is 110.5 to 111.7 km, and no way from the one latitude to the other is
  /// shorter. The way along the parallel, or along both, is no shorter than the nearest; and a
  /// place Δλ away from a meridian is at least r·sin Δλ·cos φ from it.
  private func roughDistance(
    from place: Point2, to box: Box
  ) -> (least: Double, most: Double) {
    let north = max(0, box.low.y - place.y, place.y - box.high.y)
    let east = max(0, box.low.x - place.x, place.x - box.high.x)
    let φ = SineCosine(degrees: place.y)
    let around = east < 90 ? SineCosine(degrees: east).sine * φ.cosine * 6_335_000 : 0
    return (max(north * 110_500, around * 0.99), north * 111_700 + east * 111_700 * φ.cosine)
  }

  /// A lower bound of the distance from a place to a rectangle of degrees, in meters.
  ///
  /// The nearest place of a parallel lies on the same meridian; the nearest of a meridian is
  /// taken on a sphere, and 1 % off covers the ellipsoid.
  private func leastDistance(from place: Point2, to box: Box) -> Double {
    func distance(to point: Point2) -> Double {
      Geodesic.wgs84.inverse(
        latitude1: place.y, longitude1: place.x, latitude2: point.y, longitude2: point.x
      ).meters
    }
    if place.x >= box.low.x, place.x <= box.high.x {
      return distance(to: Point2(x: place.x, y: min(box.high.y, max(box.low.y, place.y))))
    }
    let toSides = [box.low.x, box.high.x].map { side in
      let apart = (place.x - side) * (.pi / 180)
      let foot = atan2(tan(place.y * (.pi / 180)), cos(apart)) * (180 / .pi)
      return 0.99 * distance(to: Point2(x: side, y: min(box.high.y, max(box.low.y, foot))))
    }
    return min(toSides[0], toSides[1])
  }
}
