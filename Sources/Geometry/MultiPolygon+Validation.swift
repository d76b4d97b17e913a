/// Rings that are closed and finite, on the way to a ``MultiPolygon``.
///
/// The vertices stand as they were given, so that a defect is named by the numbers of the file.
struct PolygonShape {
  private var vertices: [Point2] = []
  private(set) var rings: [MultiPolygon.Ring] = []
  private var edgeEnds: [Int] = []
  private var ringOfEdge: [Int32] = []

  /// The most vertices that are accepted: 2²⁶, about 67 million.
  static let vertexLimit = 1 << 26

  /// - Throws: The defects that can be seen ring by ring.
  init(_ parts: [[[Point2]]]) throws(PolygonDefects) {
    let count = parts.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    guard count <= Self.vertexLimit else {
      throw PolygonDefects([.tooManyVertices(count: count, limit: Self.vertexLimit)])
    }
    var defects: [PolygonDefect] = parts.isEmpty ? [.empty(part: nil)] : []
    vertices.reserveCapacity(count)
    for (part, rings) in parts.enumerated() {
      if rings.isEmpty { defects.append(.empty(part: part)) }
      for (number, positions) in rings.enumerated() {
        let found = ringDefects(positions, part: part, ring: number)
        defects += found
        if found.isEmpty { append(positions, part: part, ring: number) }
      }
    }
    guard defects.isEmpty else { throw PolygonDefects(defects) }
  }

  private mutating func append(_ positions: [Point2], part: Int, ring number: Int) {
    let start = vertices.count
    vertices.append(contentsOf: positions.dropLast())
    let end = vertices.count
    edgeEnds.append(contentsOf: (start + 1)..<end)
    edgeEnds.append(start)
    ringOfEdge.append(contentsOf: repeatElement(Int32(rings.count), count: end - start))
    rings.append(.init(part: part, number: number, start: start, end: end))
  }
}

extension PolygonShape {
  /// The vertices with every shell counterclockwise and every hole clockwise.
  func woundVertices() -> [Point2] {
    var wound = vertices
    for ring in rings
    where isCounterclockwise(vertices[ring.start..<ring.end]) != (ring.number == 0) {
      wound[ring.start..<ring.end].reverse()
    }
    return wound
  }
}

/// What is wrong with one ring by itself, apart from edges that meet.
private func ringDefects(_ positions: [Point2], part: Int, ring: Int) -> [PolygonDefect] {
  func place(_ index: Int) -> VertexPlace {
    VertexPlace(part: part, ring: ring, vertex: index, point: positions[index])
  }
  let infinite = positions.indices.filter { !positions[$0].isFinite }
  guard infinite.isEmpty else { return infinite.map { .notFinite(place($0)) } }
  guard let first = positions.first, positions.count >= 4 else {
    return [.tooFewVertices(part: part, ring: ring, count: positions.count)]
  }
  let last = positions.count - 1
  guard positions[last] == first else { return [.notClosed(last: place(last), first: first)] }
  return positions.indices.dropFirst().filter { positions[$0] == positions[$0 - 1] }
    .map { .repeatedVertex(place($0)) }
}

/// Which way a ring winds, by the exact turn at its lowest, then leftmost, vertex.
///
/// Meaningless for a ring that crosses itself.
private func isCounterclockwise(_ ring: ArraySlice<Point2>) -> Bool {
  var lowest = ring.startIndex
  for index in ring.indices {
    let (point, best) = (ring[index], ring[lowest])
    if point.y < best.y || (point.y == best.y && point.x < best.x) { lowest = index }
  }
  let before = lowest == ring.startIndex ? ring.endIndex - 1 : lowest - 1
  let after = lowest == ring.endIndex - 1 ? ring.startIndex : lowest + 1
  return Orientation.of(ring[before], ring[lowest], ring[after]) == .counterclockwise
}

extension PolygonShape {
  private func place(_ index: Int) -> VertexPlace {
    let ring = rings[Int(ringOfEdge[index])]
    return VertexPlace(
      part: ring.part, ring: ring.number, vertex: index - ring.start, point: vertices[index])
  }

  private func previous(_ index: Int) -> Int {
    let ring = rings[Int(ringOfEdge[index])]
    return index == ring.start ? ring.end - 1 : index - 1
  }

  /// All pairs of edges that meet as they must not.
  ///
  /// Two edges that follow each other share their vertex and nothing else; rings of their own
  /// may touch at points without crossing there.
  func meetingDefects() -> [PolygonDefect] {
    var defects: [PolygonDefect] = []
    let tree = EdgeTree(vertices.indices.map { Box(vertices[$0], vertices[edgeEnds[$0]]) })
    for (edge, other) in tree.meetingPairs() {
      if let defect = meetingDefect(edge, other) { defects.append(defect) }
    }
    return defects
  }

  private func meetingDefect(_ edge: Int, _ other: Int) -> PolygonDefect? {
    let (a, b) = (vertices[edge], vertices[edgeEnds[edge]])
    let (c, d) = (vertices[other], vertices[edgeEnds[other]])
    // Edges that follow each other share a vertex, and more only where the second turns back.
    if edgeEnds[edge] == other, Orientation.of(a, b, d) != .collinear { return nil }
    if edgeEnds[other] == edge, Orientation.of(c, d, b) != .collinear { return nil }
    switch SegmentMeeting.of(a, b, c, d) {
    case .apart: return nil
    case .crossing: return .edgesCross(place(edge), place(other))
    case .overlapping: return .edgesOverlap(place(edge), place(other))
    case .touching(let point):
      if ringOfEdge[edge] != ringOfEdge[other] {
        return ringsCross(edge, other, at: point) ? .edgesCross(place(edge), place(other)) : nil
      }
      if edgeEnds[edge] == other && point == c { return nil }
      if edgeEnds[other] == edge && point == a { return nil }
      return .ringTouchesItself(place(edge), place(other), at: point)
    }
  }

  /// Whether the chain through `other` passes from one side of the chain through `edge` to the
  /// other at `point`, where the two edges touch.
  private func ringsCross(_ edge: Int, _ other: Int, at point: Point2) -> Bool {
    // Where a vertex lies at the point, two edges of its ring touch there: the one that begins
    // there speaks for both.
    let (before, after) = neighbors(of: edge, at: point)
    let (otherBefore, otherAfter) = neighbors(of: other, at: point)
    guard let before, let after, let otherBefore, let otherAfter else { return false }
    return isLeft(otherBefore, of: before, point, after)
      != isLeft(otherAfter, of: before, point, after)
  }

  /// The points before and after `point` on the chain through `edge`, or nothing where the edge
  /// only ends there.
  private func neighbors(of edge: Int, at point: Point2) -> (Point2?, Point2?) {
    if vertices[edge] == point { return (vertices[previous(edge)], vertices[edgeEnds[edge]]) }
    if vertices[edgeEnds[edge]] == point { return (nil, nil) }
    return (vertices[edge], vertices[edgeEnds[edge]])
  }

  /// Whether the direction from `corner` to `point` lies on the left of the path
  /// `before`–`corner`–`after`.
  private func isLeft(
    _ point: Point2, of before: Point2, _ corner: Point2, _ after: Point2
  ) -> Bool {
    let ofAfter = Orientation.of(corner, after, point)
    let ofBefore = Orientation.of(corner, before, point)
    return switch Orientation.of(corner, after, before) {
    case .counterclockwise: ofAfter == .counterclockwise && ofBefore == .clockwise
    case .clockwise: !(ofBefore == .counterclockwise && ofAfter == .clockwise)
    case .collinear: ofAfter == .counterclockwise
    }
  }

  /// Holes outside their shell and parts inside others.
  ///
  /// Meaningful only where no edges cross: then one vertex off the other ring decides.
  func nestingDefects() -> [PolygonDefect] {
    var defects: [PolygonDefect] = []
    let bounds = rings.map { ring in
      vertices[ring.start..<ring.end].reduce(into: Box.empty) { $0.formUnion(Box($1, $1)) }
    }
    for inner in rings.indices {
      for outer in rings.indices where inner != outer {
        let (a, b) = (rings[inner], rings[outer])
        let isHoleInShell = a.part == b.part && b.number == 0
        guard isHoleInShell || bounds[outer].meets(bounds[inner]) else { continue }
        guard let (index, location) = decisiveVertex(of: a, in: b) else { continue }
        if isHoleInShell {
          if location == .outside { defects.append(.holeOutsideShell(place(index))) }
        } else if a.part == b.part {
          let isHoleInHole = a.number > 0 && b.number > 0 && location == .inside
          if isHoleInHole { defects.append(.holeOutsideShell(place(index))) }
        } else if a.number == 0, b.number == 0, location == .inside, !liesInHole(a, of: b.part) {
          defects.append(.partsOverlap(place(index), part: b.part))
        }
      }
    }
    return defects
  }

  private func liesInHole(_ shell: MultiPolygon.Ring, of part: Int) -> Bool {
    rings.contains { hole in
      hole.part == part && hole.number > 0 && decisiveVertex(of: shell, in: hole)?.1 == .inside
    }
  }

  /// The first vertex of `ring` that is not on `other`, and its side; where all vertices are,
  /// the first edge of which the middle is not.
  private func decisiveVertex(
    of ring: MultiPolygon.Ring, in other: MultiPolygon.Ring
  ) -> (Int, Location)? {
    for index in ring.start..<ring.end {
      let location = location(of: vertices[index], in: other)
      if location != .onBorder { return (index, location) }
    }
    for index in ring.start..<ring.end {
      let (a, b) = (vertices[index], vertices[edgeEnds[index]])
      let middle = Point2(x: a.x + (b.x - a.x) / 2, y: a.y + (b.y - a.y) / 2)
      let location = location(of: middle, in: other)
      if location != .onBorder { return (index, location) }
    }
    return nil
  }

  private func location(of point: Point2, in ring: MultiPolygon.Ring) -> Location {
    var isInside = false
    for index in ring.start..<ring.end {
      switch rayMeeting(from: point, edge: vertices[index], vertices[edgeEnds[index]]) {
      case .touching: return .onBorder
      case .crossed: isInside.toggle()
      case .none: break
      }
    }
    return isInside ? .inside : .outside
  }
}
