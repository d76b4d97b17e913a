import Geodesy
import Geometry
import Quantities

/// A leg, the geodesic between two places in degrees, whose places are quickly found.
///
/// A leg of some kilometers is one short arc. A longer one is a line, and arcs of it are made span
/// by span where many places are asked for.
struct LegCurve {
  /// In a border's own coordinates, as all places of the leg: those on the ground less the offset.
  let start: Point2
  let end: Point2
  let offset: Point2
  /// In meters.
  let length: Double
  /// The whole leg, where it is one short arc; else only its beginning.
  private let arc: ShortArc
  /// The line of a leg that is no short arc; an array, since a line is too large to be moved about
  /// for nothing.
  private let lines: [GeodesicLine]

  /// The leg between two places on the ground, asked of `border`.
  init(from a: Point2, to b: Point2, of border: PreparedBorder) {
    self.init(from: a, to: b, offset: border.offset)
  }

  /// The same, asked of a border with an offset.
  init(from a: Point2, to b: Point2, offset: Point2) {
    let found = Geodesic.wgs84.departure(
      latitude1: a.y, longitude1: a.x, latitude2: b.y, longitude2: b.x)
    (start, end) = (Self.own(a.y, a.x, offset), Self.own(b.y, b.x, offset))
    (self.offset, length) = (offset, found.meters)
    arc = ShortArc(latitude: a.y, longitude: a.x, direction: found.direction, on: .wgs84)
    if Self.isShort(found.meters, a, b) {
      lines = []
    } else {
      lines = [GeodesicLine(latitude1: a.y, longitude1: a.x, latitude2: b.y, longitude2: b.x)]
    }
  }

  /// A leg on the ground, asked of `border`.
  init(_ leg: GeodesicLeg, of border: PreparedBorder) {
    let (a, b) = (leg.start.point, leg.end.point)
    (start, end, offset) = (border.own(a), border.own(b), border.offset)
    length = leg.length.meters
    arc = ShortArc(latitude: a.y, longitude: a.x, direction: leg.line.direction, on: .wgs84)
    lines = Self.isShort(length, a, b) ? [] : [leg.line]
  }

  private static func isShort(_ length: Double, _ start: Point2, _ end: Point2) -> Bool {
    length <= ShortArc.limit(latitude: max(abs(start.y), abs(end.y)))
  }
}

extension LegCurve {
  /// The place at a distance along the leg, in degrees, with a longitude in −180…180.
  @inline(__always)
  func place(at meters: Double) -> Point2 {
    if meters == 0 { return start }
    if meters == length { return end }
    if let line = lines.first {
      let position = line.position(meters: meters)
      return Self.own(position.latitude, position.longitude, offset)
    }
    let position = arc.position(meters: meters)
    return Self.own(position.latitude, position.longitude, offset)
  }

  /// The span of the leg that begins at `from` meters, at `point`.
  ///
  /// It goes as far as a short arc does. Too near a pole for that, it has 2 km.
  func span(from meters: Double, _ point: Point2) -> LegSpan {
    guard let line = lines.first else {
      return LegSpan(
        start: 0, end: length, poleward: poleward(length, point), isShort: true, arc: arc,
        lines: [], offset: offset)
    }
    let (latitude, longitude) = (point.y + offset.y, point.x + offset.x)
    let limit = ShortArc.limit(latitude: latitude)
    let rest = length - meters
    let isShort = limit >= min(2000, rest)
    let end = isShort ? (rest <= limit ? length : meters + limit) : min(length, meters + 2000)
    return LegSpan(
      start: meters, end: end, poleward: poleward(end - meters, point), isShort: isShort,
      arc: ShortArc(
        latitude: latitude, longitude: longitude, azimuth: line.azimuth(meters: meters),
        on: .wgs84),
      lines: lines, offset: offset)
  }

  @inline(__always)
  private static func own(_ latitude: Double, _ longitude: Double, _ offset: Point2) -> Point2 {
    let x = longitude - offset.x
    return Point2(x: abs(x) <= 180 ? x : x.remainder(dividingBy: 360), y: latitude - offset.y)
  }

  private func poleward(_ length: Double, _ point: Point2) -> Double {
    abs(point.y + offset.y) + length / 111_000
  }

  /// The place at the end of a span, in degrees.
  func end(of span: LegSpan) -> Point2 {
    span.end == length ? end : span.linePoint(at: span.end)
  }
}

/// A piece of a leg whose places come from one short arc, or, near a pole, from its line.
struct LegSpan {
  /// Along the leg, in meters.
  let start: Double
  let end: Double
  /// No latitude of the span is further from the equator, in degrees.
  let poleward: Double
  /// Whether the places come from a short arc, and so the span is away from the poles.
  let isShort: Bool
  fileprivate let arc: ShortArc
  fileprivate let lines: [GeodesicLine]
  /// What places on the ground are more than those in own coordinates.
  fileprivate let offset: Point2

  /// The place at a distance along the leg, in degrees; the longitude may go on beyond ±180°.
  @inline(__always)
  func point(at meters: Double) -> Point2 {
    isShort ? arcPoint(at: meters) : linePoint(at: meters)
  }

  @inline(__always)
  private func arcPoint(at meters: Double) -> Point2 {
    let position = arc.position(meters: meters - start)
    return Point2(x: position.longitude - offset.x, y: position.latitude - offset.y)
  }

  /// The same with a longitude that continues from a sample.
  @inline(__always)
  func point(at meters: Double, near sample: LegSample) -> Point2 {
    point(at: meters).continued(from: sample.point)
  }

  /// The latitude on the ground and the direction at a distance along the leg, in degrees.
  func latitudeAndAzimuth(at meters: Double) -> (Double, Double) {
    guard let line = lines.first else { return (point(at: meters).y + offset.y, 0) }
    let position = line.position(meters: meters)
    return (position.latitude, position.azimuth)
  }

  fileprivate func linePoint(at meters: Double) -> Point2 {
    guard let line = lines.first else { return arcPoint(at: meters) }
    let position = line.position(meters: meters)
    return Point2(x: position.longitude - offset.x, y: position.latitude - offset.y)
  }
}

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
