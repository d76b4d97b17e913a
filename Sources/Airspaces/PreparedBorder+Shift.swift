import Geodesy
import Geometry
public import Quantities

// A shifted border keeps its coordinates, and with them every index; what changes is where in these
// coordinates a question is asked. "Own" coordinates are the border's, before the shift.

extension PreparedBorder {
  /// The same border with every vertex moved by as many degrees.
  ///
  /// Nothing is built anew: the shifted border shares all indexes with this one. Edges that are
  /// straight in degrees stay so. A shift to the east turns the border about the Earth's axis; a
  /// shift to the north changes the lengths of its edges as the meridians converge, and distances
  /// are those of the ground where it then lies. An extract's window moves along.
  ///
  ///     let displaced = try border.shifted(north: .degrees(0.0005), east: .degrees(-0.0003))
  ///
  /// Places are moved the other way and rounded to doubles, so a side is exact but for 2⁻⁴⁵ of a
  /// degree, 3 nm. Where there is a shift to the north, distances take some times as long, and the
  /// longer the further it is: beyond some tenths of a degree a border is better prepared anew.
  ///
  /// - Parameters:
  ///   - north: Added to every latitude; shifts of a shifted border add up.
  ///   - east: Added to every longitude.
  /// - Returns: The border elsewhere.
  /// - Throws: ``BorderError/outsideTheEarth(_:)`` where a vertex would come to lie at a pole or
  ///   beyond, or where the shift is not finite.
  /// - Complexity: O(1).
  public func shifted(north: Angle, east: Angle) throws(BorderError) -> PreparedBorder {
    var shifted = self
    let x = (offset.x + east.degrees).remainder(dividingBy: 360)
    shifted.offset = Point2(x: x, y: offset.y + north.degrees)
    let isFinite = shifted.offset.x.isFinite && shifted.offset.y.isFinite
    let ends = [latitudes.lowerBound + shifted.offset.y, latitudes.upperBound + shifted.offset.y]
    let isAllowed = ends.allSatisfy { abs($0) < 90 || shifted.offset.y == 0 && abs($0) == 90 }
    guard isFinite, isAllowed else {
      throw .outsideTheEarth(placeOutside(movedBy: shifted.offset.y).map { [$0] } ?? [])
    }
    let poleward = max(abs(latitudes.lowerBound), abs(latitudes.upperBound))
    let φ = SineCosine(degrees: min(89.99, poleward + abs(shifted.offset.y)))
    shifted.bend = 1 + φ.sine / φ.cosine
    return shifted
  }

  /// The first vertex that a shift would move to a pole or beyond, or to where no number is.
  private func placeOutside(movedBy north: Double) -> VertexPlace? {
    let vertices = border.polygon.vertices
    let index = vertices.firstIndex { !(abs($0.y + north) < 90) } ?? 0
    return border.polygon.place(ofVertex: index)
  }

  /// Whether distances in own coordinates are not those on the ground: not where the border was
  /// only turned about the Earth's axis.
  var isMovedNorth: Bool { offset.y != 0 }

  /// Whether feet on chords in space, with own coordinates, find what is nearest on the ground: not
  /// where the border was moved north, and not beyond 80° of latitude.
  var isMeasuredInSpace: Bool { !isMovedNorth && bend < 6.67 }

  /// A point in own coordinates, from one on the ground.
  @inline(__always)
  func own(_ point: Point2) -> Point2 {
    if offset.x == 0 { return Point2(x: point.x, y: point.y - offset.y) }
    let x = point.x - offset.x
    return Point2(x: abs(x) <= 180 ? x : x.remainder(dividingBy: 360), y: point.y - offset.y)
  }

  /// A point on the ground, from one in own coordinates.
  @inline(__always)
  func ground(_ own: Point2) -> Point2 {
    let x = own.x + offset.x
    return Point2(x: abs(x) <= 180 ? x : x.remainder(dividingBy: 360), y: own.y + offset.y)
  }

  /// A place on the ground, from a point in own coordinates.
  func coordinate(_ own: Point2) -> GeodeticCoordinate {
    let point = ground(own)
    return GeodeticCoordinate(knownLatitude: point.y, longitude: point.x)
  }

  /// How much a distance in own coordinates may differ from that on the ground, as a share of it.
  ///
  /// A shift of both ends by Δφ to the north changes what lies between them by at most Δφ·tan φ of
  /// it across the meridians, with the latitude furthest from the equator, and by a hundredth of Δφ
  /// along them.
  func slack(at own: Point2) -> Double {
    guard isMovedNorth else { return 0 }
    let poleward = max(abs(own.y), abs(own.y + offset.y))
    let φ = SineCosine(degrees: min(89.9, poleward + abs(offset.y)))
    let steepest = max(bend, 1 + φ.sine / φ.cosine)
    return min(0.9, 1.5 * abs(offset.y) * (.pi / 180) * steepest)
  }
}
