import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// A world of 16 × 16 cells of some 111 m at the equator, small enough to be flat: the Earth's
// curvature changes its lengths by less than (2 km/6378 km)² = 1e-7 of themselves.

/// A point of the grid in degrees: a thousandth of a degree of longitude a cell, and as many
/// meters of latitude, where the meridian's radius is a(1 − e²).
private func degrees(_ point: Point2) -> Point2 {
  let f = 1 / 298.257_223_563
  return Point2(x: 20 + point.x * 1e-3, y: point.y * 1e-3 / (1 - f * (2 - f)))
}

/// The side of a cell, in meters.
private let cell = 6_378_137 * Double.pi / 180 * 1e-3

private func coordinate(_ point: Point2) throws -> GeodeticCoordinate { try place(degrees(point)) }

/// Lands on the grid: squares, triangles and hooks at random that do not meet.
private func randomParts(_ random: inout RandomStream) -> [[[Point2]]] {
  var parts: [[[Point2]]] = []
  for column in 0..<2 {
    for row in 0..<3 {
      let (x, y) = (Double(column) * 5 + 3, Double(row) * 5 - 7)
      func corner(_ dx: ClosedRange<Int>, _ dy: ClosedRange<Int>) -> Point2 {
        Point2(
          x: x + Double(Int.random(in: dx, using: &random)),
          y: y + Double(Int.random(in: dy, using: &random)))
      }
      var ring = [corner(0...1, 0...1), corner(3...4, 0...1), corner(3...4, 3...4)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: break
      case 1: ring.append(corner(0...1, 3...4))
      case 2: ring += [corner(2...2, 2...2), corner(0...1, 3...4)]
      default: continue
      }
      parts.append([ring + ring.prefix(1)])
    }
  }
  return parts
}

/// Whether the segment between two points of the plane has no point inside: it is cut where it
/// meets edges, and the middles of its pieces are located.
private func isFree(_ a: Point2, _ b: Point2, _ land: MultiPolygon) -> Bool {
  var cuts = [0.0, 1]
  let ends = land.edgeEnds()
  for (edge, end) in ends.enumerated() {
    let (c, d) = (land.vertices[edge], land.vertices[end])
    let (rx, ry, sx, sy) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y)
    let cross = rx * sy - ry * sx
    guard cross != 0 else { continue }
    let t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross
    if t > 0, t < 1 { cuts.append(t) }
  }
  for vertex in land.vertices {
    let square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
    let t = ((vertex.x - a.x) * (b.x - a.x) + (vertex.y - a.y) * (b.y - a.y)) / square
    if t > 0, t < 1 { cuts.append(t) }
  }
  cuts.sort()
  return zip(cuts, cuts.dropFirst()).allSatisfy { low, high in
    guard high - low > 1e-9 else { return true }
    let t = (low + high) / 2
    let middle = Point2(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
    // Along an edge, rounding may put a middle to either side of it.
    let isAlong = ends.enumerated().contains { edge, end in
      let (c, d) = (land.vertices[edge], land.vertices[end])
      let cross = (d.x - c.x) * (middle.y - c.y) - (d.y - c.y) * (middle.x - c.x)
      let along = (d.x - c.x) * (middle.x - c.x) + (d.y - c.y) * (middle.y - c.y)
      let square = (d.x - c.x) * (d.x - c.x) + (d.y - c.y) * (d.y - c.y)
      return abs(cross) < 1e-9 && along >= 0 && along <= square
    }
    return isAlong || land.location(of: middle) != .inside
  }
}

/// The length of the shortest way in the plane that has no point inside: every pair of vertices is
/// tried, and lengths are relaxed until none changes.
private func shortestWay(_ a: Point2, _ b: Point2, _ land: MultiPolygon) -> Double {
  let points = [a, b] + land.vertices
  var best = points.map { $0 == a ? 0 : Double.infinity }
  let steps = points.indices.flatMap { i in
    points.indices.compactMap { j -> (Int, Int, Double)? in
      guard i != j, isFree(points[i], points[j], land) else { return nil }
      let (dx, dy) = (points[i].x - points[j].x, points[i].y - points[j].y)
      return (i, j, (dx * dx + dy * dy).squareRoot())
    }
  }
  for _ in points {
    for (i, j, length) in steps { best[j] = min(best[j], best[i] + length) }
  }
  return best[1]
}

@Suite struct `Ways around lands at random` {
  @Test(arguments: UInt64(1)...40)
  func `must enter exactly if they are shorter than the shortest around`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let parts = randomParts(&random)
    guard !parts.isEmpty else { return }
    let land = try MultiPolygon(parts)
    let border = PreparedBorder(
      try Border(parts: parts.map { $0.map { $0.map(degrees) } }))
    for _ in 0..<3 {
      let a = Point2(x: 0, y: Double(Int.random(in: -8...8, using: &random)))
      let b = Point2(x: 16, y: Double(Int.random(in: -8...8, using: &random)))
      let (from, to) = (try coordinate(a), try coordinate(b))
      let around = shortestWay(a, b, land) * cell
      let straight = GeodesicLeg(from: from, to: to).length.meters
      for factor in [0.99, 1 - 1e-5, 1 + 1e-5, 1.01] where around * factor >= straight {
        let corridor = try Corridor(from: from, to: to, longestWay: .meters(around * factor))
        let found = border.meeting(with: corridor)
        #expect(found.mustEnter == (factor < 1 ? .yes : .no), "\(a) to \(b), \(factor)")
        if factor < 1 { #expect(found.canEnter == .yes) }
      }
    }
  }

  /// Whenever a place of a fine grid is within reach and inside, a way can enter; and it is no
  /// nearer to the ends than is said.
  @Test(arguments: UInt64(1)...40)
  func `can enter where a place that samples find is inside`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let parts = randomParts(&random)
    guard !parts.isEmpty else { return }
    let border = PreparedBorder(
      try Border(parts: parts.map { $0.map { $0.map(degrees) } }))
    for isLens in [false, true] {
      let a = Point2(
        x: Double.random(in: 0...16, using: &random), y: Double.random(in: -8...8, using: &random))
      let b = Point2(
        x: Double.random(in: 0...16, using: &random), y: Double.random(in: -8...8, using: &random))
      let (from, to) = (try coordinate(a), try coordinate(b))
      let length = GeodesicLeg(from: from, to: to).length
      let bound = length * Double.random(in: isLens ? 0.51...2 : 1...1.2, using: &random)
      let corridor =
        isLens
        ? try Corridor(from: from, to: to, leastRadius: bound)
        : try Corridor(from: from, to: to, longestWay: bound)
      let found = border.meeting(with: corridor)
      var (isFound, nearStart, nearEnd) = (false, Double.infinity, Double.infinity)
      for _ in 0..<1500 {
        let place = try coordinate(
          Point2(
            x: Double.random(in: -2...18, using: &random),
            y: Double.random(in: -10...10, using: &random)))
        guard corridor.contains(place), border.location(of: place) == .inside else { continue }
        isFound = true
        nearStart = min(nearStart, GeodesicLeg(from: from, to: place).length.meters)
        nearEnd = min(nearEnd, GeodesicLeg(from: place, to: to).length.meters)
      }
      if isFound {
        #expect(found.canEnter == .yes)
        let (least, leastToEnd) = (
          try #require(found.leastFromStart).meters, try #require(found.leastToEnd).meters
        )
        #expect(least <= nearStart + 1e-5 && leastToEnd <= nearEnd + 1e-5)
      }
    }
  }

  /// A way of up to four geodesics through places at random, or an arc through both ends, that is
  /// short enough and has no piece inside.
  @Test(arguments: UInt64(1)...25)
  func `need not enter where a way at random does not`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let parts = randomParts(&random)
    guard !parts.isEmpty else { return }
    let border = PreparedBorder(
      try Border(parts: parts.map { $0.map { $0.map(degrees) } }))
    let a = Point2(x: 0, y: Double(Int.random(in: -8...8, using: &random)))
    let b = Point2(x: 16, y: Double(Int.random(in: -8...8, using: &random)))
    let (from, to) = (try coordinate(a), try coordinate(b))
    let length = GeodesicLeg(from: from, to: to).length
    let ellipse = try Corridor(
      from: from, to: to, longestWay: length * Double.random(in: 1.01...1.2, using: &random))
    let lens = try Corridor(
      from: from, to: to, leastRadius: length * Double.random(in: 0.51...1.5, using: &random))
    func isOutside(_ places: [GeodeticCoordinate]) throws -> Bool {
      try zip(places, places.dropFirst()).allSatisfy { one, next in
        try border.crossings(of: GeodesicLeg(from: one, to: next)).pieces.allSatisfy {
          $0.location != .inside
        }
      }
    }
    var (ways, arcs) = (0, 0)
    for _ in 0..<30 {
      let stops = try (0..<Int.random(in: 0...3, using: &random)).map { _ in
        try coordinate(
          Point2(
            x: Double.random(in: 0...16, using: &random),
            y: Double.random(in: -8...8, using: &random)))
      }
      let places = [from] + stops + [to]
      let flown = zip(places, places.dropFirst()).reduce(0) {
        $0 + GeodesicLeg(from: $1.0, to: $1.1).length.meters
      }
      if flown <= ellipse.longestWay.meters, try isOutside(places) { ways += 1 }
      // An arc in the plane, in 200 chords.
      guard case .leastRadius(let least) = lens.bound else { return }
      let chord = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
      let half = asin(min(1, length / (2 * least))) * Double.random(in: -1...1, using: &random)
      let radius = chord / (2 * sin(half))
      let arc = (0...200).map { number -> Point2 in
        let turn = half * (Double(number) / 100 - 1)
        let along = chord / 2 + radius * sin(turn)
        let aside = radius * (cos(turn) - cos(half))
        let (ux, uy) = ((b.x - a.x) / chord, (b.y - a.y) / chord)
        return Point2(x: a.x + along * ux - aside * uy, y: a.y + along * uy + aside * ux)
      }
      if try isOutside(try arc.map(coordinate)) { arcs += 1 }
    }
    if ways > 0 { #expect(border.meeting(with: ellipse).mustEnter == .no) }
    // Arcs are told apart by a thousandth; several free ones leave room for one to be found.
    let answer = border.meeting(with: lens).mustEnter
    if arcs > 0 { #expect(answer != .yes) }
    if arcs > 1 { #expect(answer == .no) }
  }
}
