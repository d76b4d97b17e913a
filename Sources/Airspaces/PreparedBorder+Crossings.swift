public import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a leg cannot be held against a border.
public enum CrossingError: Error, Hashable {
  /// At this place the leg leaves the window that an extract was cut to, and comes to where the
  /// whole may have border.
  case leavesWindow(at: GeodeticCoordinate)
}

extension CrossingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .leavesWindow(let place):
      "the path leaves the window of the border data at "
        + "\(place.latitude.degrees)° N \(place.longitude.degrees)° E"
    }
  }
}

extension PreparedBorder {
  /// Where `leg`, a geodesic, meets the border, and on which side each piece of it lies.
  ///
  /// No crossing is stepped over: on each stretch of at most 2 km the leg stays within a stated
  /// band around its chord in longitude and latitude; every edge that meets the band is tried,
  /// and each contact is a bracketed root on the geodesic itself. Which side a piece lies on is
  /// decided by the exact location of its middle.
  ///
  /// - Returns: At least one piece. A leg of no length has one, on the side of its place.
  /// - Throws: ``CrossingError`` where an extract's window is left.
  /// - Accuracy: Contacts lie within 0.1 µm of the exact ones along the leg where leg and edge
  ///   meet at 1° or more; the error grows as the inverse sine of the angle below. A leg that
  ///   passes a vertex within 0.1 µm touches it. Contacts closer together than 1 µm count as one.
  /// - Complexity: O(log *n* + *k*) location queries and roots a stretch, for *k* edges near it.
  public func crossings(of leg: GeodesicLeg) throws(CrossingError) -> LegCrossings {
    let length = leg.length.meters
    var finder = ContactFinder(border: self, leg: leg)
    finder.findAll()
    try refuseUnknown(leg, reach: finder.reach)
    let contacts = try distinctContacts(finder.contacts, of: leg)
    let isAtStart = { (contact: LegCrossings.Contact) in
      contact.at.meters <= ContactFinder.resolution
    }
    let isAtEnd = { (contact: LegCrossings.Contact) in
      contact.at.meters >= length - ContactFinder.resolution
    }
    let inner = contacts.filter { !isAtStart($0) && !isAtEnd($0) }
    let bounds = [0] + inner.map(\.at.meters) + [length]
    let pieces = zip(bounds, bounds.dropFirst()).map { start, end in
      let middle = leg.position(meters: start + (end - start) / 2)
      return LegCrossings.Piece(
        location: location(of: Point2(x: middle.longitude, y: middle.latitude)),
        start: .meters(start), end: .meters(end))
    }
    return LegCrossings(
      pieces: pieces, contacts: inner, atStart: contacts.first(where: isAtStart),
      atEnd: contacts.last(where: isAtEnd))
  }

  /// - Throws: ``CrossingError`` where `leg`, which stays within `reach`, comes to where an extract
  ///   knows nothing.
  private func refuseUnknown(_ leg: GeodesicLeg, reach: Box) throws(CrossingError) {
    guard let window = border.extract?.window else { return }
    guard !window.contains(reach.low) || !window.contains(reach.high) else { return }
    var first: LegCrossings.Piece?
    for region in unknown {
      for piece in try region.crossings(of: leg).pieces where piece.location == .inside {
        if piece.start < first?.start ?? .meters(.infinity) { first = piece }
      }
    }
    if let first { throw .leavesWindow(at: leg.place(at: first.start)) }
  }

  private func distinctContacts(
    _ raw: [ContactFinder.Contact], of leg: GeodesicLeg
  ) throws(CrossingError) -> [LegCrossings.Contact] {
    var contacts: [LegCrossings.Contact] = []
    for contact in raw.sorted(by: { $0.meters < $1.meters }) {
      if let last = contacts.last, contact.meters - last.at.meters <= ContactFinder.resolution {
        continue
      }
      let position = leg.position(meters: contact.meters)
      let place = GeodeticCoordinate(
        knownLatitude: position.latitude, longitude: position.longitude)
      let (a, b) = ends(ofEdge: contact.edge)
      guard !border.isCut(edge: a, b) else { throw .leavesWindow(at: place) }
      let angle = crossingAngle(azimuth: position.azimuth, at: position.latitude, edge: a, b)
      contacts.append(.init(at: .meters(contact.meters), place: place, angle: angle))
    }
    return contacts
  }

  /// The angle between a leg and an edge, 0°…90°.
  private func crossingAngle(
    azimuth: Double, at latitude: Double, edge a: Point2, _ b: Point2
  ) -> Angle {
    let φ = Angle.degrees(latitude)
    let north = (b.y - a.y) * Ellipsoid.wgs84.meridianRadius(at: φ).meters
    let east = (b.x - a.x) * Ellipsoid.wgs84.primeVerticalRadius(at: φ).meters * cos(φ.radians)
    let edgeAzimuth = atan2(east, north) * (180 / .pi)
    let turn = abs((azimuth - edgeAzimuth).remainder(dividingBy: 180))
    return .degrees(turn)
  }
}

/// Finds the points at which a leg meets the edges of a border.
struct ContactFinder {
  struct Contact {
    let meters: Double
    let edge: Int
  }

  /// Contacts closer together than this are one, in meters.
  static let resolution = 1e-6

  /// The longest stretch that is treated as one chord, in meters.
  private static let stretchLength = 2000.0

  let border: PreparedBorder
  let leg: GeodesicLeg
  private(set) var contacts: [Contact] = []
  /// A box that holds the leg, in degrees; across the antimeridian it goes on beyond ±180°.
  private(set) var reach: Box

  init(border: PreparedBorder, leg: GeodesicLeg) {
    (self.border, self.leg) = (border, leg)
    reach = Box(leg.start.point, leg.start.point)
  }

  mutating func findAll() {
    let length = leg.length.meters
    guard length > 0 else { return }
    let count = max(1, Int((length / Self.stretchLength).rounded(.up)))
    var start = Sample(0, on: leg)
    for number in 1...count {
      let end = Sample(length * Double(number) / Double(count), on: leg)
      find(from: start, to: end)
      start = end
    }
  }

  /// A point of the leg in the plane of longitude and latitude.
  private struct Sample {
    let meters: Double
    let point: Point2

    init(_ meters: Double, on leg: GeodesicLeg) {
      let position = leg.position(meters: meters)
      (self.meters, point) = (meters, Point2(x: position.longitude, y: position.latitude))
    }

    /// The same place with a longitude that continues from `other`, beyond ±180° if need be.
    func continued(from other: Sample) -> Sample {
      let turns = ((point.x - other.point.x) / 360).rounded()
      return Sample(meters, Point2(x: point.x - 360 * turns, y: point.y))
    }

    private init(_ meters: Double, _ point: Point2) {
      (self.meters, self.point) = (meters, point)
    }
  }

  /// How far a geodesic of `length` meters strays from its chord, in degrees, at most.
  ///
  /// By arc length s, with azimuth α, latitude φ and longitude λ: φ' = cos α/M,
  /// λ' = sin α/(N cos φ), α' = sin α tan φ/N. So |φ''| ≤ tan φ/r² and |λ''| ≤ 2 tan φ/(r² cos φ)
  /// with the least radius of curvature r = 6335 km, but for terms in the eccentricity that 0.01
  /// covers; a curve leaves its chord by at most its second derivative times ℓ²/8.
  private func band(_ a: Point2, _ b: Point2, length: Double) -> Double {
    let φ = min(89.999, max(abs(a.y), abs(b.y)) + length / 111_000) * (.pi / 180)
    let second = 3 * (tan(φ) + 0.01) / (6_335_439 * 6_335_439 * cos(φ))
    return second * length * length / 8 * (180 / .pi) + 1e-13
  }

  private mutating func find(from start: Sample, to rawEnd: Sample) {
    let end = rawEnd.continued(from: start)
    let band = band(start.point, end.point, length: end.meters - start.meters)
    let window = Box(start.point, end.point).grown(by: band)
    reach.formUnion(window)
    // A stretch across the antimeridian is looked up on both sides of it.
    for shift in [0.0, 360, -360]
    where window.low.x + shift <= 180 && window.high.x + shift >= -180 {
      var near: [Int] = []
      let shifted = Box(
        low: Point2(x: window.low.x + shift, y: window.low.y),
        high: Point2(x: window.high.x + shift, y: window.high.y))
      border.edges.appendEdges(meeting: shifted, to: &near)
      for edge in near where !border.border.sides.seams.contains(edge) {
        find(edge, shift: shift, from: start, to: end, band: band)
      }
    }
  }

  /// Finds the contacts of one stretch with one edge.
  private mutating func find(
    _ edge: Int, shift: Double, from start: Sample, to end: Sample, band: Double
  ) {
    let (a, b) = border.ends(ofEdge: edge)
    let line = EdgeLine(
      Point2(x: a.x - shift, y: a.y), Point2(x: b.x - shift, y: b.y))
    let (atStart, atEnd) = (line.offset(of: start.point), line.offset(of: end.point))
    // On a chord the offset is linear, and the leg stays within the band around the chord.
    if min(abs(atStart), abs(atEnd)) > 2 * band, (atStart > 0) == (atEnd > 0) { return }
    if abs(atStart) <= Self.touchTolerance, abs(atEnd) <= Self.touchTolerance {
      findRun(edge, line, from: start, to: end)
      return
    }
    guard atStart * atEnd < 0 else {
      findGraze(edge, line, from: start, to: end)
      return
    }
    // Far from the edge's own piece of its line, the exact root is not needed.
    let fraction = atStart / (atStart - atEnd)
    let guess = Point2(
      x: start.point.x + fraction * (end.point.x - start.point.x),
      y: start.point.y + fraction * (end.point.y - start.point.y))
    let slope = abs(atStart - atEnd) / line.distance(start.point, end.point)
    let slack = 2 * band * (1 + 1 / max(slope, 1e-9)) + 1e-9
    guard abs(line.excess(of: guess)) <= slack else { return }
    addRoot(edge, line, from: (start.meters, atStart), to: (end.meters, atEnd), on: (start, end))
  }

  /// Offsets below this many degrees, about 10 nm, cannot be told from zero: places of a leg are
  /// no better than that.
  private static let touchTolerance = 1e-13

  /// Brackets the root of the offset and adds it where it lies on the edge.
  private mutating func addRoot(
    _ edge: Int, _ line: EdgeLine, from low: (meters: Double, offset: Double),
    to high: (meters: Double, offset: Double), on stretch: (start: Sample, end: Sample)
  ) {
    let root = bracketedRoot(
      from: low, to: high, tolerance: Self.resolution / 20
    ) { line.offset(of: Sample($0, on: leg).continued(from: stretch.start).point) }
    add(edge, line, at: root, on: stretch)
  }

  /// Adds the contact at `meters`, where the leg meets the line of an edge, if it lies on the edge.
  ///
  /// A leg that passes a vertex must meet one of the two edges there, but rounding may put either
  /// root beyond its edge, and far beyond where the leg is nearly parallel to it. So what counts
  /// beyond an edge is how near the leg passes its end.
  private mutating func add(
    _ edge: Int, _ line: EdgeLine, at meters: Double, on stretch: (start: Sample, end: Sample)
  ) {
    let point = Sample(meters, on: leg).continued(from: stretch.start).point
    guard let end = line.end(passedBy: point) else {
      contacts.append(Contact(meters: meters, edge: edge))
      return
    }
    let passage = passage(of: end, near: meters, on: stretch)
    if passage.degrees <= Self.vertexTolerance {
      contacts.append(Contact(meters: passage.meters, edge: edge))
    }
  }

  /// Where a stretch passes a vertex, and how near in degrees, from a place close to it.
  ///
  /// The stretch is nearly straight, so each step along it leaves a small part of what was to go.
  private func passage(
    of vertex: Point2, near meters: Double, on stretch: (start: Sample, end: Sample)
  ) -> (meters: Double, degrees: Double) {
    let (start, end) = stretch
    let length = end.meters - start.meters
    let direction = Point2(
      x: (end.point.x - start.point.x) / length, y: (end.point.y - start.point.y) / length)
    let square = direction.x * direction.x + direction.y * direction.y
    var meters = meters
    var point = Sample(meters, on: leg).continued(from: start).point
    for _ in 0..<4 {
      let (dx, dy) = (vertex.x - point.x, vertex.y - point.y)
      let step = (dx * direction.x + dy * direction.y) / square
      meters = min(end.meters, max(start.meters, meters + step))
      point = Sample(meters, on: leg).continued(from: start).point
    }
    return (meters, hypot(vertex.x - point.x, vertex.y - point.y))
  }

  /// A leg that passes a vertex as near as this, in degrees, touches it: 0.1 µm.
  private static let vertexTolerance = 1e-12

  /// A stretch whose ends are on one side, or on the line: it may still bend over the edge's line
  /// and back.
  private mutating func findGraze(
    _ edge: Int, _ line: EdgeLine, from start: Sample, to end: Sample
  ) {
    let (atStart, atEnd) = (line.offset(of: start.point), line.offset(of: end.point))
    if abs(atStart) <= Self.touchTolerance { add(edge, line, at: start.meters, on: (start, end)) }
    if abs(atEnd) <= Self.touchTolerance { add(edge, line, at: end.meters, on: (start, end)) }
    let sign = (abs(atStart) > abs(atEnd) ? atStart : atEnd) > 0 ? 1.0 : -1.0
    // The offset of a geodesic from a straight line has one extreme on so short a stretch.
    var (low, high) = (start.meters, end.meters)
    func offset(_ meters: Double) -> Double {
      sign * line.offset(of: Sample(meters, on: leg).continued(from: start).point)
    }
    for _ in 0..<60 where high - low > Self.resolution / 2 {
      let (first, second) = (low + (high - low) * 0.382, low + (high - low) * 0.618)
      if offset(first) < offset(second) { high = second } else { low = first }
    }
    let lowest = low + (high - low) / 2
    let least = offset(lowest)
    if least < 0 {
      let bottom = (lowest, sign * least)
      if sign * atStart > 0 {
        addRoot(edge, line, from: (start.meters, atStart), to: bottom, on: (start, end))
      }
      if sign * atEnd > 0 {
        addRoot(edge, line, from: bottom, to: (end.meters, atEnd), on: (start, end))
      }
    } else if least <= Self.touchTolerance {
      add(edge, line, at: lowest, on: (start, end))
    }
  }

  /// A stretch that runs along the edge's line: its contacts are the ends of the shared piece.
  private mutating func findRun(
    _ edge: Int, _ line: EdgeLine, from start: Sample, to end: Sample
  ) {
    for vertex in [line.start, line.end] {
      let passage = passage(of: vertex, near: start.meters, on: (start, end))
      // A vertex before or behind the stretch is as far from its nearest place.
      if passage.degrees <= Self.vertexTolerance {
        contacts.append(Contact(meters: passage.meters, edge: edge))
      }
    }
  }
}

/// The straight line through an edge, in degrees.
private struct EdgeLine {
  let start: Point2
  let end: Point2
  private let along: Point2
  private let length: Double

  init(_ a: Point2, _ b: Point2) {
    (start, end) = (a, b)
    along = Point2(x: b.x - a.x, y: b.y - a.y)
    length = hypot(along.x, along.y)
  }

  /// The distance from the line in degrees, positive on the left.
  func offset(of point: Point2) -> Double {
    (along.x * (point.y - start.y) - along.y * (point.x - start.x)) / length
  }

  /// 0 beside the edge's start, 1 beside its end.
  func fraction(of point: Point2) -> Double {
    (along.x * (point.x - start.x) + along.y * (point.y - start.y)) / (length * length)
  }

  /// How far, in degrees, the foot of a point lies before the edge, negative, or beyond it.
  func excess(of point: Point2) -> Double {
    let foot = fraction(of: point) * length
    return foot < 0 ? foot : max(0, foot - length)
  }

  /// The end of the edge that the foot of a point lies beyond, if it does.
  func end(passedBy point: Point2) -> Point2? {
    let fraction = fraction(of: point)
    if fraction < 0 { return start }
    return fraction > 1 ? end : nil
  }

  func distance(_ a: Point2, _ b: Point2) -> Double {
    max(hypot(b.x - a.x, b.y - a.y), .leastNormalMagnitude)
  }
}

/// The root of a continuous function between two places where its signs differ.
///
/// The Illinois form of regula falsi: brackets always, and converges faster than linearly.
///
/// - Source: M. Dowell, P. Jarratt, "A modified regula falsi method for computing the root of an
///   equation", BIT 11 (1971), 168–174.
func bracketedRoot(
  from low: (meters: Double, offset: Double), to high: (meters: Double, offset: Double),
  tolerance: Double, _ function: (Double) -> Double
) -> Double {
  if low.offset == 0 { return low.meters }
  if high.offset == 0 { return high.meters }
  var (a, fa, b, fb) = (low.meters, low.offset, high.meters, high.offset)
  for _ in 0..<100 {
    let middle = b - fb * (b - a) / (fb - fa)
    let isInBracket = middle > min(a, b) && middle < max(a, b)
    let c = isInBracket ? middle : a + (b - a) / 2
    let fc = function(c)
    if fc == 0 { return c }
    if (fc > 0) == (fb > 0) {
      fa /= 2
    } else {
      (a, fa) = (b, fb)
    }
    let step = abs(c - b)
    (b, fb) = (c, fc)
    if abs(b - a) <= tolerance || step <= tolerance / 8 { break }
  }
  return b
}
