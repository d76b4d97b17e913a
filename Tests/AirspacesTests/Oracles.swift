import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

// Slow and plain answers that the room's answers are held against.

/// A place in degrees.
func place(_ latitude: Double, _ longitude: Double) throws -> GeodeticCoordinate {
  try GeodeticCoordinate(latitude: .degrees(latitude), longitude: .degrees(longitude))
}

func place(_ point: Point2) throws -> GeodeticCoordinate { try place(point.y, point.x) }

func prepared(_ parts: [[Point2]]...) throws -> PreparedBorder {
  PreparedBorder(try Border(parts: parts))
}

extension GeodeticCoordinate {
  var point: Point2 { Point2(x: longitude.degrees, y: latitude.degrees) }
}

/// The geodesic distance in meters between two points in degrees.
func geodesicMeters(_ a: Point2, _ b: Point2) -> Double {
  Geodesic.wgs84.inverse(latitude1: a.y, longitude1: a.x, latitude2: b.y, longitude2: b.x).meters
}

/// The nearest point of the straight line in degrees from `a` to `b`: by ten samples and a search
/// by thirds around the best of them.
func nearestOnEdge(_ a: Point2, _ b: Point2, to place: Point2) -> (meters: Double, point: Point2) {
  func point(_ t: Double) -> Point2 {
    t == 1 ? b : Point2(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
  }
  func meters(_ t: Double) -> Double { geodesicMeters(place, point(t)) }
  let samples = (0...10).map { meters(Double($0) / 10) }
  let best = samples.indices.min { samples[$0] < samples[$1] } ?? 0
  var (low, high) = (max(0, Double(best - 1) / 10), min(1, Double(best + 1) / 10))
  for _ in 0..<80 {
    let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
    if meters(first) <= meters(second) { high = second } else { low = first }
  }
  let ends = [0.0, 1, (low + high) / 2].map { (meters: meters($0), point: point($0)) }
  return ends.min { $0.meters < $1.meters } ?? ends[0]
}

/// The distance in meters to the nearest point of any edge that is not on a side of the window.
///
/// Edges that are too far to matter by their two ends are passed over: no point of an edge is
/// nearer than both its ends by more than its length.
func plainDistance(_ border: Border, to place: Point2) -> Double {
  let polygon = border.polygon
  let ends = polygon.edgeEnds()
  let toVertex = polygon.vertices.map { geodesicMeters(place, $0) }
  var best = Double.infinity
  for start in ends.indices.sorted(by: { toVertex[$0] < toVertex[$1] }) {
    let (a, b) = (polygon.vertices[start], polygon.vertices[ends[start]])
    // In degrees of latitude and longitude an edge is no longer than this.
    let length = 112_000 * (abs(a.x - b.x) + abs(a.y - b.y))
    guard min(toVertex[start], toVertex[ends[start]]) - length < best else { continue }
    if let window = border.extract?.window, isOnSide(a, b, of: window) { continue }
    best = min(best, nearestOnEdge(a, b, to: place).meters)
  }
  return best
}

/// The distance in meters from a place that should lie on the border to the edges close to it;
/// infinite where there are none.
func distanceOfContact(_ border: Border, _ place: Point2) -> Double {
  let (vertices, ends) = (border.polygon.vertices, border.polygon.edgeEnds())
  let near = ends.indices.filter {
    Box(vertices[$0], vertices[ends[$0]]).grown(by: 1e-9).contains(place)
  }
  return near.map { nearestOnEdge(vertices[$0], vertices[ends[$0]], to: place).meters }.min()
    ?? .infinity
}

private func isOnSide(_ a: Point2, _ b: Point2, of window: Box) -> Bool {
  a.x == b.x && (a.x == window.low.x || a.x == window.high.x)
    || a.y == b.y && (a.y == window.low.y || a.y == window.high.y)
}

/// Everything that is wrong with the crossings of `leg`, in words; nothing if all laws hold.
///
/// - The pieces follow each other and add up to the leg.
/// - Places of each piece, many and also close to its ends, lie on the piece's side; where one
///   does not, the border must be within 2 µm.
/// - Contacts lie on the border within 1 µm.
func brokenLaws(
  _ crossings: LegCrossings, of leg: GeodesicLeg, with border: Border, samples: Int = 20
) -> [String] {
  var broken: [String] = []
  let pieces = crossings.pieces
  let bounds = [.zero] + crossings.contacts.map(\.at) + [leg.length]
  if pieces.map(\.start) != Array(bounds.dropLast())
    || pieces.map(\.end) != Array(bounds.dropFirst())
  {
    broken.append("the pieces are not those between the contacts")
  }
  if bounds != bounds.sorted() { broken.append("the contacts are not in flying order") }
  for piece in pieces where piece.length.meters > 1e-5 || pieces.count == 1 {
    let (start, length) = (piece.start.meters, piece.length.meters)
    let fractions = (1...samples).map { Double($0) / Double(samples + 1) }
    let near = [3e-6, 1e-4, 0.01, 1].filter { $0 < length / 2 }
    for meters in fractions.map({ start + $0 * length }) + near.map({ start + $0 })
      + near.map({ start + length - $0 })
    {
      let point = leg.place(at: .meters(meters)).point
      let location = border.polygon.location(of: point)
      guard location != piece.location, plainDistance(border, to: point) > 2e-6 else { continue }
      broken.append("\(meters) m of \(leg.length.meters) m: \(location), not \(piece.location)")
    }
  }
  for contact in crossings.contacts + [crossings.atStart, crossings.atEnd].compactMap({ $0 }) {
    let distance = distanceOfContact(border, contact.place.point)
    if distance > 1e-6 { broken.append("a contact is \(distance) m from the border") }
    let gap = geodesicMeters(leg.place(at: contact.at).point, contact.place.point)
    if gap > 1e-7 { broken.append("a contact is \(gap) m from its place on the leg") }
    if !(0...90).contains(contact.angle.degrees) {
      broken.append("angle \(contact.angle.degrees)°")
    }
  }
  return broken
}

/// A star of `count` vertices with its radii in meters, in degrees around `center`.
func starBorder(
  around center: Point2, meters: ClosedRange<Double>, vertices count: Int,
  using random: inout RandomStream
) throws -> PreparedBorder {
  let star = randomStar(
    around: Point2(x: 0, y: 0), radius: meters, vertices: count, using: &random)
  let ring = star.map { corner in
    Point2(
      x: center.x + corner.x / (111_320 * (center.y.degreesCosine)),
      y: center.y + corner.y / 111_320)
  }
  return try prepared([ring])
}

extension Double {
  fileprivate var degreesCosine: Double { Angle.degrees(self + 90).sine }
}
