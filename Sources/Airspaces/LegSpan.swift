import Geodesy
import Geometry
import Quantities

/// A point of a leg in the plane of longitude and latitude.
struct LegSample {
  /// Along the leg.
  let meters: Double
  let point: Point2

  init(_ meters: Double, _ point: Point2) { (self.meters, self.point) = (meters, point) }

  /// The same place with a longitude that continues from `other`, beyond ±180° if need be.
  func continued(from other: LegSample) -> LegSample {
    LegSample(meters, point.continued(from: other.point))
  }
}

extension Point2 {
  /// The same place with a longitude within half a turn of that of `other`.
  @inline(__always)
  func continued(from other: Point2) -> Point2 {
    let difference = x - other.x
    if abs(difference) <= 180 { return self }
    return Point2(x: x - 360 * (difference / 360).rounded(), y: y)
  }
}

/// A piece of a leg whose places are quickly found.
struct LegSpan {
  /// Along the leg, in meters.
  let start: Double
  let end: Double
  private let line: GeodesicLine
  private let arc: ShortArc?

  /// The span that begins at `start` meters, at `point`: up to the end of the leg, or as far as a
  /// short arc reaches. Too near a pole for that it has 2 km.
  init(of leg: GeodesicLeg, from start: Double, _ point: Point2, length: Double) {
    (self.start, line) = (start, leg.line)
    let limit = ShortArc.limit(latitude: point.y)
    if limit >= min(2000, length - start) {
      end = length - start <= limit ? length : start + limit
      let azimuth = leg.line.azimuth(meters: start)
      arc = ShortArc(latitude: point.y, longitude: point.x, azimuth: azimuth, on: .wgs84)
    } else {
      end = min(length, start + 2000)
      arc = nil
    }
    poleward = abs(point.y) + (end - start) / 111_000
  }

  /// No latitude of the span is further from the equator, in degrees.
  let poleward: Double

  /// Whether the places come from a short arc, and so the span is away from the poles.
  var isShort: Bool { arc != nil }

  /// The place at a distance along the leg, in degrees; the longitude may go on beyond ±180°.
  @inline(__always)
  func point(at meters: Double) -> Point2 {
    guard let arc else { return linePoint(at: meters) }
    let position = arc.position(meters: meters - start)
    return Point2(x: position.longitude, y: position.latitude)
  }

  /// The same with a longitude that continues from a sample.
  @inline(__always)
  func point(at meters: Double, near sample: LegSample) -> Point2 {
    point(at: meters).continued(from: sample.point)
  }

  func linePoint(at meters: Double) -> Point2 {
    let position = line.position(meters: meters)
    return Point2(x: position.longitude, y: position.latitude)
  }
}

/// A leg whose places are quickly found.
struct LegCurve {
  private let leg: GeodesicLeg
  private let span: LegSpan?

  init(_ leg: GeodesicLeg) {
    self.leg = leg
    let length = leg.length.meters
    let span = LegSpan(of: leg, from: 0, leg.start.point, length: length)
    self.span = span.isShort && span.end == length ? span : nil
  }

  /// The place at a distance along the leg, in meters, in degrees.
  @inline(__always)
  func point(at meters: Double) -> Point2 {
    let point: Point2
    if let span {
      point = span.point(at: meters)
    } else {
      let position = leg.position(meters: meters)
      point = Point2(x: position.longitude, y: position.latitude)
    }
    return abs(point.x) <= 180
      ? point : Point2(x: point.x.remainder(dividingBy: 360), y: point.y)
  }
}
