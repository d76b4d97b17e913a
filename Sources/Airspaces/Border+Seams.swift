import Geometry

/// The edges of a border that reach a side of the map of degrees.
///
/// On the Earth the sides ±180° are one meridian and each side ±90° is one point. Where an area
/// lies on both sides of the antimeridian, or all around a pole, RFC 7946 has edges that are no
/// border: seams.
struct MapSeams: Sendable {
  /// The edges that run along a seam.
  let seams: Set<Int>
  /// All edges with an end at ±180° or ±90°, the seams among them.
  let edgesAtSides: [Int]

  /// - Parameter polygon: One whose edges along ±180° have been cut at each other's ends:
  ///   ``MultiPolygon/withMatchedSides()``.
  init(of polygon: MultiPolygon) {
    let (vertices, ends) = (polygon.vertices, polygon.edgeEnds())
    edgesAtSides = ends.indices.filter { vertices[$0].isAtSide || vertices[ends[$0]].isAtSide }
    var sideOfStretch: [Set<Double>: Double] = [:]
    var seams: Set<Int> = []
    for edge in edgesAtSides {
      let (a, b) = (vertices[edge], vertices[ends[edge]])
      if a.y == b.y, abs(a.y) == 90 { seams.insert(edge) }
      if a.x == b.x, abs(a.x) == 180 { sideOfStretch[[a.y, b.y], default: 0] += a.x }
    }
    // Both sides of a stretch add up to nothing; a side alone is a border.
    for edge in edgesAtSides {
      let (a, b) = (vertices[edge], vertices[ends[edge]])
      if a.x == b.x, abs(a.x) == 180, sideOfStretch[[a.y, b.y]] == 0 { seams.insert(edge) }
    }
    self.seams = seams
  }
}

extension Border {
  /// Where a point at a side of the map lies; nothing for all other points.
  ///
  /// On the border, where an edge that is no seam touches the place; inside, where only seams do.
  func locationAtSide(_ point: Point2) -> Location? {
    guard !sides.edgesAtSides.isEmpty, point.isAtSide else { return nil }
    let (vertices, ends) = (polygon.vertices, polygon.edgeEnds())
    var location = Location.outside
    for edge in sides.edgesAtSides where touches(vertices[edge], vertices[ends[edge]], point) {
      guard sides.seams.contains(edge) else { return .onBorder }
      location = .inside
    }
    return location
  }

  private func touches(_ a: Point2, _ b: Point2, _ point: Point2) -> Bool {
    if abs(point.y) == 90 { return a.y == point.y || b.y == point.y }
    return [-180.0, 180].contains { side in
      let point = Point2(x: side, y: point.y)
      return SegmentMeeting.of(a, b, point, point) != .apart
    }
  }
}

extension Point2 {
  fileprivate var isAtSide: Bool { abs(x) == 180 || abs(y) == 90 }
}

extension MultiPolygon {
  /// The same polygons with the edges along 180° cut where those along −180° end, and the other
  /// way round; nothing, where no edge needs to be cut.
  func withMatchedSides() -> [[[Point2]]]? {
    let atSides = Dictionary(grouping: vertices.filter { abs($0.x) == 180 }, by: \.x)
    guard atSides.count == 2 else { return nil }
    let parts = withVerticesAdded { start, end, positions in
      guard start.x == end.x, let others = atSides[-start.x] else { return }
      let between = Set(others.map(\.y)).filter {
        $0 > min(start.y, end.y) && $0 < max(start.y, end.y)
      }
      let sorted = start.y < end.y ? between.sorted() : between.sorted(by: >)
      positions += sorted.map { Point2(x: start.x, y: $0) }
    }
    let count = parts.joined().reduce(0) { $0 + $1.count - 1 }
    return count > edgeCount ? parts : nil
  }

  /// The polygons as closed lists of positions, with the vertices between the ends of each edge
  /// that `append` adds.
  func withVerticesAdded(
    _ append: (_ start: Point2, _ end: Point2, _ positions: inout [Point2]) -> Void
  ) -> [[[Point2]]] {
    var parts: [[[Point2]]] = []
    let ends = edgeEnds()
    for ring in rings {
      var positions: [Point2] = []
      for index in ring.start..<ring.end {
        positions.append(vertices[index])
        append(vertices[index], vertices[ends[index]], &positions)
      }
      positions.append(vertices[ring.start])
      if ring.number == 0 { parts.append([]) }
      parts[parts.count - 1].append(positions)
    }
    return parts
  }
}
