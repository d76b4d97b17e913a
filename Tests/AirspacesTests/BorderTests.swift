import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

private func error(
  _ parts: [[[Point2]]], edges: EdgeKind = .straightInDegrees, extract: Border.Extract? = nil
) -> BorderError? {
  do throws(BorderError) {
    _ = try Border(parts: parts, edges: edges, extract: extract)
    return nil
  } catch {
    return error
  }
}

private let window = Box(low: Point2(x: 35, y: 35), high: Point2(x: 37, y: 37))
private let extract = Border.Extract(
  window: window, whole: Box(low: Point2(x: 26, y: 35), high: Point2(x: 45, y: 42)))

@Suite struct `A border is refused` {
  @Test func `where latitude and longitude are swapped, and says so`() {
    let swapped = rectangle((36, 135), (37, 136))
    let place = VertexPlace(part: 0, ring: 0, vertex: 0, point: Point2(x: 36, y: 135))
    guard case .outsideTheEarth(let places) = error([[swapped]]) else {
      Issue.record("accepted")
      return
    }
    #expect(places.count == 5 && places.first == place)
    #expect(
      error([[swapped]])?.description
        == "part 0, ring 0, vertex 0 (36.0, 135.0) (and 4 more) is no position in degrees, "
        + "longitude first; latitude and longitude seem to be swapped")
  }

  @Test func `where a vertex is nowhere on the Earth`() {
    let ring = closedRing((0, 0), (200, 0), (200, 100))
    #expect(
      error([[ring]])?.description
        == "part 0, ring 0, vertex 1 (200.0, 0.0) (and 1 more) is no position in degrees, "
        + "longitude first")
    #expect(error([[closedRing((0, 0), (.nan, 0), (2, 1))]]) != nil)
  }

  @Test func `where vertices lie outside the window, with ten of them at most`() {
    let ring = randomStarRing(vertices: 30)
    guard case .outsideWindow(let places, window) = error([[ring]], extract: extract) else {
      Issue.record("accepted")
      return
    }
    #expect(places.count == 10 && places.allSatisfy { !window.contains($0.point) })
  }

  private func randomStarRing(vertices: Int) -> [Point2] {
    var random = RandomStream(seed: 1)
    return randomStar(
      around: Point2(x: 36, y: 36), radius: 3...4, vertices: vertices, using: &random)
  }

  @Test func `where latitude and longitude are swapped within the Earth but not the window`() {
    let window = Box(low: Point2(x: 35, y: 55), high: Point2(x: 37, y: 57))
    let found = error(
      [[rectangle((56, 36), (56.5, 36.5))]], extract: .init(window: window, whole: window))
    #expect(
      found?.description
        == "part 0, ring 0, vertex 0 (56.0, 36.0) (and 4 more) lies outside the window "
        + "35.0…37.0° E, 55.0…57.0° N; latitude and longitude seem to be swapped")
  }

  @Test(arguments: EdgeKind.allCases)
  func `where its rings are no polygon, by the numbers of the file`(edges: EdgeKind) throws {
    let bowTie = closedRing((0, 0), (4, 4), (4, 0), (0, 4))
    guard case .invalid(let defects) = error([[bowTie]], edges: edges) else {
      Issue.record("accepted")
      return
    }
    let places = [(0, 0.0, 0.0), (2, 4, 0)].map {
      VertexPlace(part: 0, ring: 0, vertex: $0.0, point: Point2(x: $0.1, y: $0.2))
    }
    #expect(defects.defects == [.edgesCross(places[0], places[1])])
  }
}

@Suite struct `Geodesic edges` {
  private static let shell = closedRing((0, 40), (2, 40), (2, 42), (0, 42))
  private static let hole = closedRing((0.5, 41), (1.5, 41), (1.5, 41.5))

  @Test func `are chords within half a millimeter of the shortest line`() throws {
    let border = try Border(parts: [[Self.shell, Self.hole]], edges: .geodesic)
    let vertices = border.polygon.vertices
    // The chords of the first edge stand first.
    let end = try #require(vertices.firstIndex(of: Self.shell[1]))
    let line = GeodesicLeg(from: try place(Self.shell[0]), to: try place(Self.shell[1]))
    var widest = 0.0
    for index in stride(from: 0, to: end, by: 5) {
      let (a, b) = (vertices[index], vertices[index + 1])
      for t in [0.3, 0.5, 0.7] {
        let on = Point2(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
        widest = max(widest, distance(from: on, to: line))
      }
    }
    #expect(end > 500)
    #expect(widest <= 0.0005 && widest > 0.00005)
  }

  /// The distance of a place that lies close to a geodesic: by thirds around the place of the
  /// line that is as far from its start.
  private func distance(from point: Point2, to line: GeodesicLeg) -> Double {
    let fromStart = geodesicMeters(line.start.point, point)
    var (low, high) = (fromStart - 0.5, fromStart + 0.5)
    func meters(_ s: Double) -> Double { geodesicMeters(point, line.place(at: .meters(s)).point) }
    for _ in 0..<25 {
      let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
      if meters(first) <= meters(second) { high = second } else { low = first }
    }
    return meters((low + high) / 2)
  }

  @Test func `leave meridians, short edges and the order of vertices alone`() throws {
    let border = try Border(parts: [[Self.shell, Self.hole]], edges: .geodesic)
    let given = border.polygon.vertices.filter { (Self.shell + Self.hole).contains($0) }
    let plain = try Border(parts: [[Self.shell, Self.hole]])
    #expect(given == plain.polygon.vertices)
    #expect(border.polygon.vertices.count { $0.x == 2 } == 2)
    let tiny = rectangle((36, 36), (36.0001, 36.0001))
    #expect(try Border(parts: [[tiny]], edges: .geodesic).polygon == MultiPolygon([[tiny]]))
  }

  /// Halfway between 0° and 2° E the shortest line between two places of 40° N runs 0.0044°
  /// north of that parallel: ℓ² tan φ / 8R, with ℓ = 171 km.
  @Test func `move what lies inside`() throws {
    let straight = try Border(parts: [[Self.shell]])
    let geodesic = try Border(parts: [[Self.shell]], edges: .geodesic)
    for (latitude, location) in [(40.0040, Location.outside), (40.0048, .inside)] {
      let between = Point2(x: 1, y: latitude)
      #expect(straight.polygon.location(of: between) == .inside)
      #expect(geodesic.polygon.location(of: between) == location)
    }
  }
}

@Suite struct `The shipped border osm-2026` {
  /// The southernmost vertex of osm-2026: research/border-sources.md and the README beside the
  /// border files.
  @Test func `has its southernmost vertex where the sources say`() throws {
    let tip = try ShippedBorder.hatay().southernmostVertex
    #expect(tip.latitude.degrees == 35.805897)
    #expect(abs(tip.longitude.degrees - 36.15243) < 1e-5)
  }

  /// The counts of the README beside the border files.
  @Test(arguments: [
    (ShippedBorder.osm2026Turkey, 2, 21360), (.osm2018Turkey, 1, 2262),
    (.naturalEarthTurkey, 2, 219),
  ])
  func `and its fellows are valid and have the counts of their README`(
    source: ShippedBorder, parts: Int, vertices: Int
  ) throws {
    let border = try source.border()
    #expect(border.polygon.rings.count == parts && border.polygon.vertices.count == vertices)
  }

  @Test func `has Antakya inside and Latakia outside`() throws {
    let border = try ShippedBorder.hatay()
    #expect(border.location(of: try place(36.2025, 36.1606)) == .inside)
    #expect(border.location(of: try place(35.5236, 35.7876)) == .outside)
    #expect(border.location(of: border.southernmostVertex) == .onBorder)
  }
}

@Suite struct `The southernmost vertex of an extract` {
  /// The strip from 0.5° S on, seen through windows, as a piece of wholes of several bounds.
  @Test(arguments: [
    (-1.0, -0.5, 0.5, true), (-1, -0.6, 0.5, true), (-0.5, -0.6, 0.5, false),
    (-1, -0.4, 30, true), (-1, -0.5, 30, true), (-1, -0.6, 30, false),
  ])
  func `is that of the whole unless the whole goes further south beyond the window`(
    windowSouth: Double, wholeSouth: Double, wholeEast: Double, isCertain: Bool
  ) throws {
    func box(_ south: Double, _ east: Double) -> Box {
      Box(low: Point2(x: 0, y: south), high: Point2(x: east, y: 1))
    }
    let strip = [(0.1, -0.5), (0.2, -0.5), (0.2, 0.5), (0.1, 0.5), (0.1, -0.5)]
    let border = PreparedBorder(
      try Border(
        parts: [[strip.map { Point2(x: $0.0, y: $0.1) }]],
        extract: .init(window: box(windowSouth, 0.5), whole: box(wholeSouth, wholeEast))))
    #expect(border.isSouthernmostCertain == isCertain)
    #expect(border.southernmostVertex.latitude == .degrees(-0.5))
  }
}
