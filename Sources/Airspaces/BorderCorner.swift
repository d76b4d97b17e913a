import Geodesy
import Geometry
import Quantities

/// A point of a border around which a shortest way outside may bend.
struct BorderCorner {
  /// On the ground, in degrees.
  let point: Point2
  /// The edge that begins or goes on here, and its piece that begins here.
  let edge: Int
  private let piece: Int
  private let isVertex: Bool
  private let surface: SurfacePoint
  /// The directions of the border from here, ahead and back, east and north; nothing where the
  /// border goes on across a seam or a cut.
  private let sides: (ahead: Direction, back: Direction)?

  /// A unit vector of the local level.
  private struct Direction {
    let east, north: Double

    init?(_ vector: SpacePoint, at surface: SurfacePoint) {
      let (x, y) = (vector.dot(surface.east), vector.dot(surface.north))
      let length = (x * x + y * y).squareRoot()
      guard length > 0 else { return nil }
      (east, north) = (x / length, y / length)
    }

    /// The sine of the turn to the left from this direction to another.
    func turn(to other: Direction) -> Double { east * other.north - north * other.east }

    var reversed: Direction { Direction(east: -east, north: -north) }

    private init(east: Double, north: Double) { (self.east, self.north) = (east, north) }
  }

  /// Turns smaller than this count as none, in radians: chords of pieces and geodesics between
  /// corners differ from the lines they stand for by less.
  private static let slack = 1e-3

  /// The corner at which a piece begins; nothing where the inside bends away from it.
  ///
  /// The inside is on the left of the border, so a way outside can bend only where the border turns
  /// left, or goes straight on.
  init?(atStartOf number: Int, of border: PreparedBorder) {
    let piece = border.surface.pieces[number]
    (edge, self.piece, isVertex) = (piece.edge, number, piece.start == 0)
    point = border.ground(border.foot(on: number, at: 0))
    let surface = SurfacePoint(latitude: point.y, longitude: point.x)
    self.surface = surface
    func direction(to own: Point2) -> Direction? {
      let other = border.ground(own)
      let there = SurfacePoint(latitude: other.y, longitude: other.x)
      return Direction(there.space - surface.space, at: surface)
    }
    guard let last = border.piece(before: number),
      let back = direction(to: border.foot(on: last, at: 0)),
      let ahead = direction(to: border.foot(on: number, at: 1))
    else {
      sides = nil
      return
    }
    if ahead.turn(to: back) < -Self.slack { return nil }
    sides = (ahead, back)
  }

  /// Whether the straight way through here, to or from another place, cuts into the inside, so
  /// that no shortest way bends here on it.
  func isCut(byWayTo other: SpacePoint) -> Bool {
    guard let sides, let way = Direction(other - surface.space, at: surface) else { return false }
    return [way, way.reversed].contains { way in
      sides.ahead.turn(to: way) > Self.slack && way.turn(to: sides.back) > Self.slack
    }
  }

  /// Whether a shortest way that goes on from here to another corner passes one between them.
  ///
  /// Along one edge it does, unless it only touches the edge's ends.
  func isApart(from other: BorderCorner) -> Bool {
    edge == other.edge && !(isVertex && other.isVertex) && abs(piece - other.piece) > 1
  }

  var space: SpacePoint { surface.space }
}

extension PreparedBorder {
  /// The piece of the border that ends where one begins; nothing across a seam or a cut.
  fileprivate func piece(before number: Int) -> Int? {
    let edge = surface.pieces[number].edge
    if number > 0, surface.pieces[number - 1].edge == edge { return number - 1 }
    let previous = self.edge(before: edge)
    let next =
      previous + 1 < surface.firstPieces.count
      ? Int(surface.firstPieces[previous + 1]) : surface.pieces.count
    guard next > 0, surface.pieces[next - 1].edge == previous else { return nil }
    return next - 1
  }

  /// The edge that ends where one begins.
  ///
  /// - Complexity: O(log *n*) in the number of rings.
  func edge(before edge: Int) -> Int {
    let rings = border.polygon.rings
    var (low, high) = (0, rings.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if rings[middle].start <= edge { low = middle } else { high = middle - 1 }
    }
    return edge == rings[low].start ? rings[low].end - 1 : edge - 1
  }
}
