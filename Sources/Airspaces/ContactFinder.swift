import Geodesy
import Geometry
import Quantities

/// Finds the points at which a leg meets the edges of a border.
struct ContactFinder {
  struct Contact {
    let meters: Double
    let edge: Int
  }

  /// Contacts closer together than this are one, in meters.
  static let resolution = 1e-6

  let border: PreparedBorder
  private let hasSeams: Bool
  var contacts: [Contact] = []
  /// A box that holds the leg, in degrees; across the antimeridian it goes on beyond ±180°.
  private(set) var reach = Box.empty
  /// The edges that a stretch may meet, some of them twice.
  private var near: [Int] = []
  /// The length of the leg, in meters.
  var length = 0.0

  init(_ border: PreparedBorder) {
    self.border = border
    hasSeams = !border.border.sides.seams.isEmpty
  }

  /// Finds the contacts of a leg, in no order, some of them twice: see ``contacts``.
  mutating func find(on curve: LegCurve) {
    contacts.removeAll(keepingCapacity: true)
    reach = Box(curve.start, curve.start)
    length = curve.length
    guard curve.length > 0 else { return }
    var (start, point) = (0.0, curve.start)
    while start < curve.length {
      let span = curve.span(from: start, point)
      let last = curve.end(of: span)
      find(on: span, from: point, to: last)
      (start, point) = (span.end, last)
    }
  }

  /// Puts the contacts in flying order.
  mutating func sort() {
    if contacts.count > 1 { contacts.sort { $0.meters < $1.meters } }
  }

  /// Finds the contacts of a span, stretch by stretch.
  private mutating func find(on span: LegSpan, from first: Point2, to last: Point2) {
    guard span.isShort else {
      findNearPole(on: span, from: LegSample(span.start, first), to: LegSample(span.end, last))
      return
    }
    let length = span.end - span.start
    let bend = bendAtMost(span.poleward)
    let count = max(1, Int((length / stretchLength(bend)).rounded(.up)))
    var start = LegSample(span.start, first)
    for number in 1...count {
      let meters = number == count ? span.end : span.start + length * Double(number) / Double(count)
      let point = number == count ? last : span.point(at: meters)
      let end = LegSample(meters, point).continued(from: start)
      let band = Self.band(bend, length: end.meters - start.meters)
      find(from: start, to: end, on: span, band: band)
      start = end
    }
  }

  /// How long a stretch may be to stay within the margin that the lists of edges have anyway; no
  /// longer than 4 km, or too many edges lie in the band around it.
  private func stretchLength(_ bend: Double) -> Double {
    min(4000, max(500, (8 * border.lists.margin * (.pi / 180) / bend).squareRoot()))
  }

  /// How fast a geodesic turns away from a straight line in degrees, in radians a square meter.
  ///
  /// By arc length s, with azimuth α, latitude φ and longitude λ: φ' = cos α/M,
  /// λ' = sin α/(N cos φ), α' = sin α tan φ/N. So |φ''| ≤ tan φ/r² and |λ''| ≤ 2 tan φ/(r² cos φ)
  /// with the least radius of curvature r = 6335 km, but for terms in the eccentricity that 0.01
  /// covers; a curve leaves its chord by at most its second derivative times ℓ²/8.
  private func bendAtMost(_ latitude: Double) -> Double {
    let φ = SineCosine(degrees: min(89.999_999, latitude))
    return 3 * (φ.sine / φ.cosine + 0.01) / (6_335_439 * 6_335_439 * φ.cosine)
  }

  /// The same, at a distance from a pole, in meters, that is small against the Earth.
  ///
  /// There tan φ is at most r/c, and 1/cos φ at most 1.01 r/c.
  func bendAtMost(colatitude c: Double) -> Double { 3.1 / (c * c) }

  /// How far a geodesic of `length` meters strays from its chord, in degrees, at most.
  private static func band(_ bend: Double, length: Double) -> Double {
    bend * length * length / 8 * (180 / .pi) + 1e-13
  }

  /// Finds the contacts of a stretch that stays within `band` degrees of its chord.
  mutating func find(from start: LegSample, to end: LegSample, on span: LegSpan, band: Double) {
    let window = Box(start.point, end.point).grown(by: band)
    reach.formUnion(window)
    let stretch = Stretch(start: start, end: end, band: band)
    // A stretch across the antimeridian is looked up on both sides of it.
    for shift in [0.0, 360, -360]
    where window.low.x + shift <= 180 && window.high.x + shift >= -180 {
      if !near.isEmpty { near.removeAll(keepingCapacity: true) }
      border.lists.appendEdges(
        near: Point2(x: start.point.x + shift, y: start.point.y),
        Point2(x: end.point.x + shift, y: end.point.y), within: band,
        of: border.border.polygon.vertices, border.edgeEnds, to: &near)
      near.sort()
      for index in near.indices where index == 0 || near[index] != near[index - 1] {
        find(near[index], shift: shift, on: stretch, span)
      }
    }
  }

  /// A stretch of a leg that is nearly straight in degrees.
  private struct Stretch {
    let start: LegSample
    let end: LegSample
    /// How far the leg may leave the straight line between both ends, in degrees.
    let band: Double
  }

  /// Finds the contacts of one stretch with one edge.
  private mutating func find(_ edge: Int, shift: Double, on stretch: Stretch, _ span: LegSpan) {
    let (start, end) = (stretch.start, stretch.end)
    var (a, b) = border.ends(ofEdge: edge)
    if shift != 0 { (a, b) = (Point2(x: a.x - shift, y: a.y), Point2(x: b.x - shift, y: b.y)) }
    guard
      isNearLine(a, b, from: start.point, to: end.point, within: stretch.band),
      !hasSeams || !border.border.sides.seams.contains(edge)
    else { return }
    find(edge, EdgeLine(a, b), on: stretch, span)
  }

  private mutating func find(
    _ edge: Int, _ line: EdgeLine, on stretch: Stretch, _ span: LegSpan
  ) {
    let (start, end) = (stretch.start, stretch.end)
    let (atStart, atEnd) = (line.offset(of: start.point), line.offset(of: end.point))
    if abs(atStart) <= Self.touchTolerance, abs(atEnd) <= Self.touchTolerance {
      if runsAlong(line, stretch, span) {
        findRun(line, edge, on: stretch, span)
      } else {
        // It bows off the line between, across the equator to both sides.
        let meters = start.meters + (end.meters - start.meters) / 2
        let middle = LegSample(meters, span.point(at: meters, near: start))
        find(edge, line, on: Stretch(start: start, end: middle, band: stretch.band), span)
        find(edge, line, on: Stretch(start: middle, end: end, band: stretch.band), span)
      }
      return
    }
    // Next to an end that is on the line but for rounding, the sign says nothing: from there the leg
    // may bow to either side.
    let isClear = min(abs(atStart), abs(atEnd)) > Self.touchTolerance
    guard isClear, atStart * atEnd < 0 else {
      findGraze(edge, line, on: stretch, span)
      return
    }
    addRoot(edge, line, from: (start.meters, atStart), to: (end.meters, atEnd), on: stretch, span)
  }

  /// Whether a stretch between two places on a line stays on it.
  private func runsAlong(_ line: EdgeLine, _ stretch: Stretch, _ span: LegSpan) -> Bool {
    let length = stretch.end.meters - stretch.start.meters
    return length <= Self.resolution
      || [0.25, 0.5, 0.75].allSatisfy { share in
        let point = span.point(at: stretch.start.meters + length * share, near: stretch.start)
        return abs(line.offset(of: point)) <= Self.touchTolerance
      }
  }

  /// Offsets below this many degrees, about 10 nm, cannot be told from zero: places of a leg are
  /// no better than that.
  private static let touchTolerance = 1e-13

  /// Brackets the root of the offset and adds it where it lies on the edge.
  private mutating func addRoot(
    _ edge: Int, _ line: EdgeLine, from low: (meters: Double, offset: Double),
    to high: (meters: Double, offset: Double), on stretch: Stretch, _ span: LegSpan
  ) {
    if let (root, point) = parabolicRoot(line, from: low, to: high, on: stretch, span) {
      add(edge, line, at: root, point, on: stretch, span)
      return
    }
    let root = bracketedRoot(from: low, to: high, tolerance: Self.resolution / 20) {
      line.offset(of: span.point(at: $0, near: stretch.start))
    }
    add(edge, line, at: root, on: stretch, span)
  }

  /// The root of the offset and the place there, if two places are enough to find it.
  ///
  /// A leg of some kilometers is so nearly a parabola in degrees that the slope of one through both
  /// ends and the chord's root leads to the root within nanometers; what is left is seen there. Where
  /// it is more, as under a very small angle, this is no answer.
  private func parabolicRoot(
    _ line: EdgeLine, from low: (meters: Double, offset: Double),
    to high: (meters: Double, offset: Double), on stretch: Stretch, _ span: LegSpan
  ) -> (meters: Double, point: Point2)? {
    let chord = (high.offset - low.offset) / (high.meters - low.meters)
    let first = low.meters - low.offset / chord
    let nearRoot = span.point(at: first, near: stretch.start)
    let offset = line.offset(of: nearRoot)
    let slope =
      (offset - low.offset) / (first - low.meters) + (high.offset - offset) / (high.meters - first)
      - chord
    let second = first - offset / slope
    // This is false too where there is no slope because the chord's root is at one of the ends.
    guard second > low.meters, second < high.meters else { return nil }
    let point = span.point(at: second, near: stretch.start)
    let rest = line.offset(of: point) / slope
    guard abs(rest) <= Self.resolution / 20 else { return nil }
    let (start, end) = (stretch.start, stretch.end)
    let share = rest / (end.meters - start.meters)
    return (
      second - rest,
      Point2(
        x: point.x - (end.point.x - start.point.x) * share,
        y: point.y - (end.point.y - start.point.y) * share)
    )
  }

  /// Adds the contact at `meters`, where the leg meets the line of an edge, if it lies on the edge.
  ///
  /// A leg that passes a vertex must meet one of the two edges there, but rounding may put either
  /// root beyond its edge, and far beyond where the leg is nearly parallel to it. So what counts
  /// beyond an edge is how near the leg passes its end.
  private mutating func add(
    _ edge: Int, _ line: EdgeLine, at meters: Double, on stretch: Stretch, _ span: LegSpan
  ) {
    add(edge, line, at: meters, span.point(at: meters, near: stretch.start), on: stretch, span)
  }

  /// The same, where the place there is known.
  private mutating func add(
    _ edge: Int, _ line: EdgeLine, at meters: Double, _ point: Point2, on stretch: Stretch,
    _ span: LegSpan
  ) {
    guard let end = line.end(passedBy: point) else {
      contacts.append(Contact(meters: meters, edge: edge))
      return
    }
    let passage = passage(of: end, near: meters, point, on: stretch, span)
    if passage.degrees <= Self.vertexTolerance {
      contacts.append(Contact(meters: passage.meters, edge: edge))
    }
  }

  /// Where a stretch passes a vertex, and how near in degrees, from a place close to it.
  ///
  /// The stretch is nearly straight, so each step along it leaves a small part of what was to go: a
  /// distance that a step does not halve is one to the side.
  private func passage(
    of vertex: Point2, near meters: Double, _ point: Point2, on stretch: Stretch, _ span: LegSpan
  ) -> (meters: Double, degrees: Double) {
    let (start, end) = (stretch.start, stretch.end)
    let length = end.meters - start.meters
    let direction = Point2(
      x: (end.point.x - start.point.x) / length, y: (end.point.y - start.point.y) / length)
    let square = direction.x * direction.x + direction.y * direction.y
    var meters = meters
    var (dx, dy) = (vertex.x - point.x, vertex.y - point.y)
    var distance² = dx * dx + dy * dy
    for _ in 0..<4 {
      let step = (dx * direction.x + dy * direction.y) / square
      meters = min(end.meters, max(start.meters, meters + step))
      let point = span.point(at: meters, near: start)
      (dx, dy) = (vertex.x - point.x, vertex.y - point.y)
      let last² = distance²
      distance² = dx * dx + dy * dy
      if distance² > max(last² / 4, Self.farFromVertex * Self.farFromVertex) { break }
    }
    return (meters, distance².squareRoot())
  }

  /// A leg that passes a vertex as near as this, in degrees, touches it: 0.1 µm.
  private static let vertexTolerance = 1e-12

  /// A thousand times as much, in degrees.
  private static let farFromVertex = 1e-9

  /// A stretch whose ends are on one side, or on the line: it may still bend over the edge's line
  /// and back.
  private mutating func findGraze(
    _ edge: Int, _ line: EdgeLine, on stretch: Stretch, _ span: LegSpan
  ) {
    let (start, end) = (stretch.start, stretch.end)
    let (atStart, atEnd) = (line.offset(of: start.point), line.offset(of: end.point))
    if abs(atStart) <= Self.touchTolerance { add(edge, line, at: start.meters, on: stretch, span) }
    if abs(atEnd) <= Self.touchTolerance { add(edge, line, at: end.meters, on: stretch, span) }
    // The curve is no further than the band from its chord, whose offset is between both ends'.
    guard min(abs(atStart), abs(atEnd)) <= 2 * stretch.band else { return }
    let sign = (abs(atStart) > abs(atEnd) ? atStart : atEnd) > 0 ? 1.0 : -1.0
    func sample(_ meters: Double) -> (meters: Double, offset: Double) {
      (meters, sign * line.offset(of: span.point(at: meters, near: start)))
    }
    // The offset of a geodesic from a straight line has one extreme on so short a stretch.
    let (lowest, least) = golden(between: start.meters, end.meters, sample)
    if least < 0 {
      let bottom = (lowest, sign * least)
      if sign * atStart > 0 {
        addRoot(edge, line, from: (start.meters, atStart), to: bottom, on: stretch, span)
      }
      if sign * atEnd > 0 {
        addRoot(edge, line, from: bottom, to: (end.meters, atEnd), on: stretch, span)
      }
    } else if least <= Self.touchTolerance {
      add(edge, line, at: lowest, on: stretch, span)
    }
  }

  /// The least of a function that falls and then rises, by golden section.
  private func golden(
    between low: Double, _ high: Double, _ sample: (Double) -> (meters: Double, offset: Double)
  ) -> (meters: Double, offset: Double) {
    let ratio = 0.618_033_988_749_895
    var (low, high) = (low, high)
    var first = sample(high - ratio * (high - low))
    var second = sample(low + ratio * (high - low))
    while high - low > Self.resolution / 2 {
      if first.offset < second.offset {
        (high, second) = (second.meters, first)
        first = sample(high - ratio * (high - low))
      } else {
        (low, first) = (first.meters, second)
        second = sample(low + ratio * (high - low))
      }
    }
    return sample(low + (high - low) / 2)
  }

  /// A stretch that runs along the edge's line: its contacts are the ends of the shared piece.
  private mutating func findRun(
    _ line: EdgeLine, _ edge: Int, on stretch: Stretch, _ span: LegSpan
  ) {
    // The leg itself may begin or end on the edge.
    for end in [stretch.start, stretch.end] where end.meters == 0 || end.meters == length {
      add(edge, line, at: end.meters, on: stretch, span)
    }
    for vertex in [line.start, line.end] {
      let passage = passage(
        of: vertex, near: stretch.start.meters, stretch.start.point, on: stretch, span)
      // A vertex before or behind the stretch is as far from its nearest place.
      if passage.degrees <= Self.vertexTolerance {
        contacts.append(Contact(meters: passage.meters, edge: edge))
      }
    }
  }
}
