import Airspaces
import Foundation
import Geodesy
import Geometry
import Quantities

/// Distances to a border are those of its nearest point, signed by location.
enum Distances: Property {
  static let name = "distance"
  static let statement =
    "a distance is signed as the location says, is that to a point of the border, than which none "
    + "is nearer, and changes by no more than the way between two places"
  static let questionsPerSubject = 256

  typealias Subject = EarthShape

  static func subject(using random: inout RandomStream) -> EarthShape {
    random.earthShape(polar: 5000)
  }

  static func counterexample(
    to shape: EarthShape, question: Int, using random: inout RandomStream
  ) -> String? {
    guard case .success(let border) = shape.border else {
      return "a valid border was refused\n\(shape.exact)"
    }
    let place = random.place(around: shape)
    func failure(_ what: String) -> String { "\(what)\nat \(place.exact)\n\(shape.exact)" }
    guard let distance = border.distance(to: place) else { return failure("no distance") }
    let meters = abs(distance.signed.meters)
    // Half of what is promised, a millimeter; mostly it is some micrometers.
    func tolerance(_ meters: Double) -> Double { 5e-4 }

    let location = border.location(of: place)
    let isSigned =
      switch location {
      case .inside: distance.signed.meters < 0 || (meters == 0 && shape.step == 0)
      case .outside: distance.signed.meters > 0
      case .onBorder: distance.signed.meters == 0
      }
    // A place within a nanometer of the line may be 0 m away and yet not on it.
    if !isSigned, location == .onBorder || meters > 0 {
      return failure("\(location), but \(distance.signed.meters) m")
    }
    let toFoot = way(place, distance.nearest)
    if abs(toFoot - meters) > tolerance(meters) {
      return failure("\(meters) m, but \(toFoot) m to the foot")
    }
    let off = shape.metersOff(distance.nearest)
    if off > 1e-7 {
      return failure("the foot \(distance.nearest.exact) is \(off) m off the border")
    }

    for segment in [random.one(of: shape.segments), random.one(of: shape.segments)]
    where !shape.isSeam(segment) {
      let t = random.once(in: 2) ? 0 : random.unit()
      let (a, b) = (shape.point(segment.a), shape.point(segment.b))
      let point = GeodeticCoordinate(
        knownLatitude: a.y + (b.y - a.y) * t, longitude: a.x + (b.x - a.x) * t)
      let way = way(place, point)
      if way < meters - tolerance(meters) {
        return failure("\(distance.signed.meters) m, but \(way) m to \(point.exact) of an edge")
      }
    }

    let other = random.place(around: shape)
    guard let second = border.distance(to: other) else { return failure("no distance") }
    if border.distances(to: Places([place, other])) != [distance, second] {
      return failure("another distance, or another of \(other.exact), where both are asked at once")
    }
    let between = way(place, other)
    let change = abs(distance.signed.meters - second.signed.meters)
    if change > between + max(tolerance(meters), tolerance(abs(second.signed.meters))) {
      return failure(
        "\(distance.signed.meters) m here and \(second.signed.meters) m only \(between) m away, "
          + "at \(other.exact)")
    }
    return nil
  }

  private static func way(_ a: GeodeticCoordinate, _ b: GeodeticCoordinate) -> Double {
    Geodesic.wgs84.inverse(from: a, to: b).distance.meters
  }
}

extension EarthShape {
  /// Whether an edge runs along a side of the map with another beside it on the other side, or
  /// along a pole.
  func isSeam(_ segment: GridSegment) -> Bool {
    if segment.a.y == segment.b.y { return abs(segment.a.y) == quarterTurn }
    guard segment.a.x == segment.b.x, abs(segment.a.x) == halfTurn else { return false }
    // A side of which a part has nothing beside it is not asked: the parts are not told apart.
    return segments.contains { $0.a.x == -segment.a.x && $0.b.x == -segment.a.x }
  }

  /// How far a place is from the border if it is near: an upper bound, in the plane of its place.
  func metersOff(_ place: GeodeticCoordinate) -> Double {
    let parallel = cos(place.latitude.radians)
    return segments.reduce(Double.infinity) { best, segment in
      let (a, b) = (point(segment.a), point(segment.b))
      // −180° may stand for 180°.
      return [0.0, 360].reduce(best) { best, turn in
        let x = (place.longitude.degrees + turn - a.x) * parallel
        let y = place.latitude.degrees - a.y
        let (dx, dy) = ((b.x - a.x) * parallel, b.y - a.y)
        let square = dx * dx + dy * dy
        let t = square > 0 ? min(1, max(0, (x * dx + y * dy) / square)) : 0
        let (gapX, gapY) = (x - t * dx, y - t * dy)
        return min(best, (gapX * gapX + gapY * gapY).squareRoot() * 111_700)
      }
    }
  }
}

extension RandomStream {
  /// A place at, near or far from a shape.
  mutating func place(around shape: EarthShape) -> GeodeticCoordinate {
    var point = hardPoint(of: shape)
    if once(in: 4) {
      let reach = shape.step << int(2...8)
      point = shape.onMap(point + GridPoint(x: int(-reach...reach), y: int(-reach...reach)))
    }
    if once(in: 64) {
      return GeodeticCoordinate(
        knownLatitude: double(-90, 90), longitude: double(-180, 180))
    }
    return shape.place(point)
  }
}
