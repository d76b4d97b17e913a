/// One or several polygons of the plane, each with or without holes.
///
/// A value of this type is always valid, by the rules of OGC 06-103r4 (Simple feature access,
/// part 1, section 6.1.11): rings are closed and simple, holes lie in their shell, parts do not
/// overlap; two rings may touch at points. Shells run counterclockwise and holes clockwise, so
/// that the inside is always on the left of an edge. Nothing is repaired: a guess at what a
/// broken border meant would decide who was inside.
public struct MultiPolygon: Hashable, Sendable {
  /// The vertices of all rings, one ring after the other; no ring repeats its first vertex.
  public let vertices: [Point2]

  /// The rings, in the order in which they were given.
  public let rings: [Ring]

  /// One closed chain of edges: the vertices `start..<end`.
  public struct Ring: Hashable, Sendable {
    /// The polygon it belongs to, counted from 0.
    public let part: Int
    /// Its number within the polygon: 0 is the shell, the others are holes.
    public let number: Int
    public let start: Int
    public let end: Int
  }

  /// - Parameter parts: Polygons, each a shell and its holes, each a list of positions of which
  ///   the last repeats the first, as RFC 7946 has it. The winding is free.
  /// - Throws: ``PolygonDefects`` with everything that is wrong.
  /// - Complexity: O(*n* log *n*) for a border as they are found on maps.
  public init(_ parts: [[[Point2]]]) throws(PolygonDefects) {
    let shape = try PolygonShape(parts)
    let defects = shape.meetingDefects() + shape.nestingDefects()
    guard defects.isEmpty else { throw PolygonDefects(defects) }
    (vertices, rings) = (shape.woundVertices(), shape.rings)
  }
}

extension MultiPolygon {
  /// The number of edges; edge `i` begins at vertex `i`.
  public var edgeCount: Int { vertices.count }

  /// The number of the vertex at which each edge ends.
  public func edgeEnds() -> [Int] {
    var ends = [Int](unsafeUninitializedCapacity: vertices.count) { _, count in count = 0 }
    ends.reserveCapacity(vertices.count)
    for ring in rings {
      ends.append(contentsOf: (ring.start + 1)..<ring.end)
      ends.append(ring.start)
    }
    return ends
  }

  /// The part, ring and vertex that a vertex number stands for.
  public func place(ofVertex index: Int) -> VertexPlace? {
    guard let ring = rings.first(where: { index >= $0.start && index < $0.end }) else { return nil }
    return VertexPlace(
      part: ring.part, ring: ring.number, vertex: index - ring.start, point: vertices[index])
  }
}

extension MultiPolygon {
  /// Where `point` lies, decided exactly; a point with a coordinate that is not finite lies outside.
  ///
  /// The plain form: every edge is asked. ``EdgeBands`` answers the same from an index.
  ///
  /// - Complexity: O(*n*) in the number of edges.
  public func location(of point: Point2) -> Location {
    guard point.isFinite else { return .outside }
    var isInside = false
    for ring in rings {
      var start = vertices[ring.end - 1]
      for index in ring.start..<ring.end {
        let end = vertices[index]
        switch rayMeeting(from: point, edge: start, end) {
        case .touching: return .onBorder
        case .crossed: isInside.toggle()
        case .none: break
        }
        start = end
      }
    }
    return isInside ? .inside : .outside
  }
}

/// How the ray from a point to the east meets an edge.
enum RayMeeting { case none, crossed, touching }

/// Decides exactly how the ray from `point` to the east meets the edge `start`–`end`.
///
/// The edge owns its lower end and not its upper one, so that a ray through a vertex counts
/// once where the chain passes and twice, or never, where it turns back.
@inline(__always)
func rayMeeting(from point: Point2, edge start: Point2, _ end: Point2) -> RayMeeting {
  if (start.y > point.y) == (end.y > point.y) {
    guard start.y == point.y || end.y == point.y else { return .none }
    if start == point || end == point { return .touching }
    let isBetween = start.y == end.y && (start.x > point.x) != (end.x > point.x)
    return isBetween ? .touching : .none
  }
  if start.x < point.x, end.x < point.x { return .none }
  if start == point || end == point { return .touching }
  if start.x > point.x, end.x > point.x { return .crossed }
  let turn = Orientation.of(start, end, point)
  if turn == .collinear { return .touching }
  return (turn == .counterclockwise) == (end.y > start.y) ? .crossed : .none
}
