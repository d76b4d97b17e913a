import Geometry
import Quantities
import TestSupport
import Testing

/// A square with a square hole, and a part of its own to the right.
private let parts = [
  [rectangle((0, 0), (8, 8)), rectangle((2, 2), (6, 6))], [rectangle((10, 4), (12, 8))],
]

/// Where a point lies, by the sum of the angles under which it sees the edges, for points that are
/// not on one; exact on whole numbers, since only quarter turns are counted.
///
/// Not the way of the product, which counts crossings of one ray.
private func windingLocation(of point: Point2, in rings: [[Point2]]) -> Location {
  var quarterTurns = 0
  for ring in rings {
    for (a, b) in zip(ring, ring.dropFirst()) {
      let (u, v) = ((a.x - point.x, a.y - point.y), (b.x - point.x, b.y - point.y))
      let cross = u.0 * v.1 - u.1 * v.0
      let dot = u.0 * v.0 + u.1 * v.1
      if cross == 0, dot <= 0 { return .onBorder }
      var turn = quadrant(v) - quadrant(u)
      if turn == 3 { turn = -1 }
      if turn == -3 { turn = 1 }
      if abs(turn) == 2 { turn = cross > 0 ? 2 : -2 }
      quarterTurns += turn
    }
  }
  return quarterTurns == 0 ? .outside : .inside
}

private func quadrant(_ u: (Double, Double)) -> Int {
  if u.0 > 0, u.1 >= 0 { return 0 }
  if u.0 <= 0, u.1 > 0 { return 1 }
  return u.0 < 0 && u.1 <= 0 ? 2 : 3
}

@Suite struct `A location` {
  private static let table: [(x: Double, y: Double, Location)] = [
    (1, 1, .inside), (7, 4, .inside), (11, 6, .inside),
    (4, 4, .outside), (9, 6, .outside), (-1, 4, .outside), (4, 9, .outside), (4, -1, .outside),
    // Vertices of shells and of the hole.
    (0, 0, .onBorder), (8, 8, .onBorder), (2, 2, .onBorder), (6, 6, .onBorder), (10, 4, .onBorder),
    // Horizontal and vertical edges.
    (4, 0, .onBorder), (4, 8, .onBorder), (4, 2, .onBorder), (4, 6, .onBorder),
    (0, 4, .onBorder), (8, 4, .onBorder), (2, 4, .onBorder), (6, 4, .onBorder),
    // Beside edges, at the heights of vertices and horizontal edges.
    (-1, 0, .outside), (9, 0, .outside), (-1, 8, .outside), (9, 8, .outside),
    (1, 2, .inside), (7, 2, .inside), (1, 6, .inside), (9, 4, .outside), (13, 4, .outside),
    // The doubles next to a line.
    (8.0.nextDown, 4, .inside), (8.0.nextUp, 4, .outside), (4, 8.0.nextDown, .inside),
    (4, 8.0.nextUp, .outside), (2.0.nextUp, 4, .outside), (2.0.nextDown, 4, .inside),
    (4, (0.0).nextDown, .outside), (4, (0.0).nextUp, .inside),
    // Far away, and nowhere.
    (.infinity, 4, .outside), (-.infinity, 4, .outside), (4, .infinity, .outside),
    (.nan, 4, .outside), (4, .nan, .outside),
  ]

  @Test(arguments: table.indices)
  func `is one of three`(row: Int) throws {
    let (x, y, expected) = Self.table[row]
    let polygon = try MultiPolygon(parts)
    #expect(polygon.location(of: Point2(x: x, y: y)) == expected, "(\(x), \(y))")
    #expect(
      EdgeBands(polygon).location(of: Point2(x: x, y: y)) == expected, "(\(x), \(y)) in bands")
  }

  @Test(arguments: UInt64(1)...50)
  func `on whole numbers is that of the winding number`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let ring = randomSkyline(width: 8, height: 5, using: &random)
    let polygon = try MultiPolygon([[ring]])
    for x in -1...9 {
      for y in -1...6 {
        let point = Point2(x: Double(x), y: Double(y))
        #expect(polygon.location(of: point) == windingLocation(of: point, in: [ring]), "\(point)")
      }
    }
  }

  @Test(arguments: UInt64(1)...200)
  func `in bands is that of the plain form`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let polygon = try MultiPolygon(randomParts(using: &random))
    let bands = EdgeBands(polygon)
    var probes = polygon.vertices
    for (start, end) in polygon.edgeEnds().enumerated() {
      let (a, b) = (polygon.vertices[start], polygon.vertices[end])
      probes.append(Point2(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2))
    }
    for _ in 0..<50 {
      let x = Double.random(in: -10...20, using: &random)
      let y = polygon.vertices.randomElement(using: &random)?.y ?? 0
      probes.append(Point2(x: x, y: y))
      probes.append(Point2(x: x.rounded(), y: y.rounded()))
      probes.append(Point2(x: x, y: Double.random(in: -10...10, using: &random)))
    }
    for probe in probes {
      #expect(bands.location(of: probe) == polygon.location(of: probe), "\(probe)")
    }
  }

  /// A star with a hole and a second part, or a skyline.
  private func randomParts(using random: inout RandomStream) -> [[[Point2]]] {
    if Bool.random(using: &random) {
      return [[randomSkyline(width: 12, height: 6, using: &random)]]
    }
    let center = Point2(x: 0, y: 0)
    let count = Int.random(in: 5...60, using: &random)
    let shell = randomStar(around: center, radius: 3...8, vertices: count, using: &random)
    let hole = randomStar(around: center, radius: 0.5...2, vertices: 7, using: &random)
    let other = randomStar(
      around: Point2(x: 14, y: 1), radius: 1...5, vertices: 9, using: &random)
    return [[shell, hole], [other]]
  }

  @Test func `in bands is right where all vertices but two have one height`() throws {
    let polygon = try MultiPolygon([[closedRing((0, 0), (1, 0), (2, 0), (3, 0), (2, 1e-300))]])
    let bands = EdgeBands(polygon)
    for point in polygon.vertices + [Point2(x: 2, y: 5e-301), Point2(x: 9, y: 0)] {
      #expect(bands.location(of: point) == polygon.location(of: point), "\(point)")
    }
  }

  /// An edge from (0, 0) to (3, 1): doubles lie on it only where y is exactly x/3.
  @Test func `is on a slanted edge only where the doubles are`() throws {
    let polygon = try MultiPolygon([[closedRing((0, 0), (3, 1), (0, 1))]])
    #expect(polygon.location(of: Point2(x: 1.5, y: 0.5)) == .onBorder)
    #expect(polygon.location(of: Point2(x: 0x3p-30, y: 0x1p-30)) == .onBorder)
    // 1/3 rounded down to a double lies below the edge, the next one above it.
    #expect(polygon.location(of: Point2(x: 1, y: 1.0 / 3)) == .outside)
    #expect(polygon.location(of: Point2(x: 1, y: (1.0 / 3).nextUp)) == .inside)
  }
}
