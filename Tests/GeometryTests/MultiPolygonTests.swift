import Geometry
import TestSupport
import Testing

/// The defects that keep `parts` from being a polygon; none if it is one.
private func defects(_ parts: [[[Point2]]]) -> [PolygonDefect] {
  do throws(PolygonDefects) {
    _ = try MultiPolygon(parts)
    return []
  } catch {
    return error.defects
  }
}

private func place(
  _ part: Int, _ ring: Int, _ vertex: Int, _ x: Double, _ y: Double
) -> VertexPlace {
  VertexPlace(part: part, ring: ring, vertex: vertex, point: Point2(x: x, y: y))
}

private let square = rectangle((0, 0), (8, 8))

@Suite struct `A valid polygon` {
  @Test func `keeps its vertices and knows its rings, parts and edges`() throws {
    let hole = Array(rectangle((2, 2), (3, 3)).reversed())
    let other = rectangle((20, 0), (21, 1))
    let polygon = try MultiPolygon([[square, hole], [other]])
    #expect(polygon.vertices == Array(square.dropLast() + hole.dropLast() + other.dropLast()))
    #expect(polygon.rings.map(\.part) == [0, 0, 1])
    #expect(polygon.rings.map(\.number) == [0, 1, 0])
    #expect(polygon.rings.map(\.start) == [0, 4, 8] && polygon.rings.map(\.end) == [4, 8, 12])
    #expect(polygon.edgeEnds() == [1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8])
    #expect(polygon.place(ofVertex: 9) == place(1, 0, 1, 21, 0))
    #expect(polygon.place(ofVertex: 12) == nil)
  }

  @Test func `has its inside on the left of its edges, whichever way it was wound`() throws {
    let hole = rectangle((2, 2), (3, 3))
    let polygon = try MultiPolygon([[square.reversed(), hole]])
    for (start, end) in polygon.edgeEnds().enumerated() {
      let (a, b) = (polygon.vertices[start], polygon.vertices[end])
      let left = Point2(
        x: (a.x + b.x) / 2 - (b.y - a.y) / 16, y: (a.y + b.y) / 2 + (b.x - a.x) / 16)
      #expect(polygon.location(of: left) == .inside, "edge \(start)")
    }
  }

  private static let valid: [(String, [[[Point2]]])] = [
    ("a hole that touches its shell at a vertex", [[square, closedRing((0, 0), (3, 2), (2, 3))]]),
    (
      "a hole that touches its shell in the middle of an edge",
      [[square, closedRing((0, 4), (3, 3), (3, 5))]]
    ),
    (
      "two holes that touch at a vertex",
      [[square, rectangle((1, 1), (3, 3)), rectangle((3, 3), (5, 5))]]
    ),
    ("two parts that touch at a vertex", [[square], [rectangle((8, 8), (9, 9))]]),
    (
      "two parts of which one's vertex touches the other's edge",
      [[square], [closedRing((8, 4), (9, 3), (9, 5))]]
    ),
    (
      "an island in a lake",
      [[square, rectangle((2, 2), (6, 6))], [rectangle((3, 3), (5, 5))]]
    ),
    (
      "an island that touches the shore of its lake at its four corners",
      [[square, rectangle((2, 2), (6, 6))], [closedRing((4, 2), (6, 4), (4, 6), (2, 4))]]
    ),
    (
      "a lake in an island in a lake",
      [
        [square, rectangle((1, 1), (7, 7))],
        [rectangle((2, 2), (6, 6)), rectangle((3, 3), (5, 5))],
      ]
    ),
    ("vertices on a straight line", [[closedRing((0, 0), (4, 0), (8, 0), (8, 8))]]),
  ]

  @Test(arguments: valid.indices)
  func `may have these`(row: Int) {
    let (words, parts) = Self.valid[row]
    #expect(defects(parts) == [], "\(words)")
  }
}

@Suite struct `A polygon is refused` {
  @Test func `where there is none`() {
    #expect(defects([]) == [.empty(part: nil)])
    #expect(defects([[square], []]) == [.empty(part: 1)])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `for a coordinate that is not finite`(bad: Double) throws {
    let found = defects([[square, closedRing((1, 1), (2, bad), (2, 2))]])
    guard case .notFinite(let place) = try #require(found.first) else {
      Issue.record("\(found)")
      return
    }
    #expect(found.count == 1)
    #expect((place.part, place.ring, place.vertex, place.point.x) == (0, 1, 1, 2))
  }

  @Test func `for an open ring`() {
    #expect(
      defects([[square], [Array(rectangle((9, 0), (10, 1)).dropLast())]])
        == [.notClosed(last: place(1, 0, 3, 9, 1), first: Point2(x: 9, y: 0))])
  }

  @Test(arguments: [0, 1, 2, 3])
  func `for a ring of fewer than four positions`(count: Int) {
    #expect(
      defects([[Array(square.prefix(count))]])
        == [.tooFewVertices(part: 0, ring: 0, count: count)])
  }

  @Test func `for a repeated vertex, also beside the closing one`() {
    #expect(
      defects([[closedRing((0, 0), (8, 0), (8, 0), (8, 8))]])
        == [.repeatedVertex(place(0, 0, 2, 8, 0))])
    #expect(
      defects([[closedRing((0, 0), (8, 0), (8, 8), (0, 0))]])
        == [.repeatedVertex(place(0, 0, 4, 0, 0))])
  }

  @Test func `for edges that cross, named by where they begin`() {
    #expect(
      defects([[closedRing((0, 0), (4, 4), (4, 0), (0, 4))]])
        == [.edgesCross(place(0, 0, 0, 0, 0), place(0, 0, 2, 4, 0))])
  }

  /// The same bow tie from the other end: the places are those of the file, though the product
  /// keeps rings wound the other way.
  @Test(arguments: 0..<4, [false, true])
  func `for edges that cross, by the numbers of the file`(shift: Int, isReversed: Bool) {
    var corners = [(0.0, 0.0), (4, 4), (4, 0), (0, 4)].map { Point2(x: $0.0, y: $0.1) }
    corners = Array(corners[shift...] + corners[..<shift])
    if isReversed { corners.reverse() }
    let steep = corners.indices.filter { index in
      corners[index].x != corners[(index + 1) % 4].x
    }
    let places = steep.map { place(0, 0, $0, corners[$0].x, corners[$0].y) }
    #expect(defects([[closedRing(corners)]]) == [.edgesCross(places[0], places[1])])
  }

  @Test func `for rings that cross`() {
    #expect(
      defects([[square, closedRing((6, 3), (10, 4), (6, 5))]])
        == [
          .edgesCross(place(0, 0, 1, 8, 0), place(0, 1, 0, 6, 3)),
          .edgesCross(place(0, 0, 1, 8, 0), place(0, 1, 1, 10, 4)),
        ])
  }

  @Test func `for a spike, where edges run along each other`() throws {
    let found = defects([[closedRing((0, 0), (8, 0), (8, 8), (8, 4), (0, 4))]])
    #expect(found.contains(.edgesOverlap(place(0, 0, 1, 8, 0), place(0, 0, 2, 8, 8))))
    #expect(
      Set(found) == [
        .edgesOverlap(place(0, 0, 1, 8, 0), place(0, 0, 2, 8, 8)),
        .ringTouchesItself(
          place(0, 0, 1, 8, 0), place(0, 0, 3, 8, 4), at: Point2(x: 8, y: 4)),
      ])
  }

  @Test func `for parts that share a piece of an edge`() {
    #expect(
      defects([[square], [rectangle((8, 2), (9, 4))]])
        == [.edgesOverlap(place(0, 0, 1, 8, 0), place(1, 0, 3, 8, 4))])
  }

  @Test func `for a ring that touches itself`() {
    // Two squares that share the corner (4, 4), drawn as one ring.
    let ring = closedRing((0, 0), (4, 0), (4, 4), (8, 4), (8, 8), (4, 8), (4, 4), (0, 4))
    let found = defects([[ring]])
    let corner = Point2(x: 4, y: 4)
    #expect(
      Set(found) == [
        .ringTouchesItself(place(0, 0, 1, 4, 0), place(0, 0, 5, 4, 8), at: corner),
        .ringTouchesItself(place(0, 0, 1, 4, 0), place(0, 0, 6, 4, 4), at: corner),
        .ringTouchesItself(place(0, 0, 2, 4, 4), place(0, 0, 5, 4, 8), at: corner),
        .ringTouchesItself(place(0, 0, 2, 4, 4), place(0, 0, 6, 4, 4), at: corner),
      ])
  }

  @Test func `for a ring whose vertex touches an edge of its own`() {
    let ring = closedRing((0, 0), (8, 0), (8, 8), (4, 0), (0, 8))
    #expect(
      Set(defects([[ring]])) == [
        .ringTouchesItself(
          place(0, 0, 0, 0, 0), place(0, 0, 2, 8, 8), at: Point2(x: 4, y: 0)),
        .ringTouchesItself(
          place(0, 0, 0, 0, 0), place(0, 0, 3, 4, 0), at: Point2(x: 4, y: 0)),
      ])
  }

  @Test(arguments: [false, true])
  func `for a hole outside its shell, by the vertex number of the file`(isReversed: Bool) {
    var hole = closedRing((8, 4), (12, 3), (12, 5))
    // The first vertex lies on the shell and decides nothing.
    if isReversed { hole.reverse() }
    #expect(
      defects([[square, hole]])
        == [.holeOutsideShell(place(0, 1, 1, hole[1].x, hole[1].y))])
  }

  @Test func `for a hole around its shell`() {
    #expect(
      defects([[square, rectangle((-1, -1), (9, 9))]])
        == [.holeOutsideShell(place(0, 1, 0, -1, -1))])
  }

  @Test func `for a hole in a hole`() {
    #expect(
      defects([[square, rectangle((1, 1), (7, 7)), rectangle((3, 3), (4, 4))]])
        == [.holeOutsideShell(place(0, 2, 0, 3, 3))])
  }

  @Test func `for a part inside another`() {
    #expect(
      defects([[rectangle((3, 3), (4, 4))], [square]])
        == [.partsOverlap(place(0, 0, 0, 3, 3), part: 1)])
  }

  @Test func `for a part that fills a lake and more`() {
    #expect(
      defects([[square, rectangle((3, 3), (4, 4))], [rectangle((2, 2), (5, 5))]])
        == [.partsOverlap(place(1, 0, 0, 2, 2), part: 0)])
  }

  @Test func `for a part given twice`() {
    let found = defects([[square], [square]])
    #expect(found.count == 4)
    #expect(found.contains(.edgesOverlap(place(0, 0, 2, 8, 8), place(1, 0, 2, 8, 8))))
  }

  @Test func `for rings that cross at a vertex of both`() {
    // The hole's corner at (8, 4) pokes through the shell's vertex there.
    let shell = closedRing((0, 0), (8, 0), (8, 4), (8, 8), (0, 8))
    let hole = closedRing((4, 4), (8, 4), (9, 5), (7, 7))
    let found = defects([[shell, hole]])
    #expect(found.contains(.edgesCross(place(0, 0, 2, 8, 4), place(0, 1, 1, 8, 4))))
  }

  @Test func `for rings that cross at a vertex of one`() {
    let hole = closedRing((4, 3), (8, 4), (9, 5), (7, 7))
    let found = defects([[square, hole]])
    #expect(found.contains(.edgesCross(place(0, 0, 1, 8, 0), place(0, 1, 1, 8, 4))))
  }

  @Test func `with everything that is wrong, and tells five of it`() {
    let bad = [closedRing((0, 0), (1, 0), (1, 0), (1, 1))]
    let found = defects(Array(repeating: bad, count: 7))
    #expect(found == (0..<7).map { .repeatedVertex(place($0, 0, 2, 1, 0)) })
    do throws(PolygonDefects) {
      _ = try MultiPolygon(Array(repeating: bad, count: 7))
    } catch {
      #expect("\(error)".hasSuffix("(1.0, 0.0) repeats the vertex before it; and 2 more"))
    }
  }

  private static let sentences: [(PolygonDefect, String)] = [
    (.empty(part: nil), "there is no polygon"),
    (.empty(part: 2), "part 2 has no ring"),
    (
      .notClosed(last: place(0, 0, 3, 0, 8), first: Point2(x: 0, y: 0)),
      "part 0, ring 0, vertex 3 (0.0, 8.0), the last of its ring, does not repeat the first, "
        + "(0.0, 0.0)"
    ),
    (
      .tooFewVertices(part: 0, ring: 1, count: 3),
      "part 0, ring 1 has 3 positions; a ring needs 4, the last like the first"
    ),
    (
      .partsOverlap(place(0, 0, 0, 3, 3), part: 1),
      "part 0, ring 0, vertex 0 (3.0, 3.0) lies inside part 1"
    ),
    (
      .tooManyVertices(count: 9, limit: 8), "9 vertices are more than the limit of 8"
    ),
  ]

  @Test(arguments: sentences.indices)
  func `in a sentence that names the place`(row: Int) {
    #expect("\(Self.sentences[row].0)" == Self.sentences[row].1)
  }
}
