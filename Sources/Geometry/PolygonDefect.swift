/// Where a vertex stands in a list of polygons: all numbers count from 0.
public struct VertexPlace: Hashable, Sendable {
  public let part: Int
  /// 0 is the shell of the part, the others are its holes.
  public let ring: Int
  public let vertex: Int
  public let point: Point2

  public init(part: Int, ring: Int, vertex: Int, point: Point2) {
    (self.part, self.ring, self.vertex, self.point) = (part, ring, vertex, point)
  }
}

/// One thing that keeps lists of positions from being polygons.
///
/// An edge is named by the vertex at which it begins.
public enum PolygonDefect: Hashable, Sendable {
  /// There is no polygon, or a polygon without a ring.
  case empty(part: Int?)
  case notFinite(VertexPlace)
  /// The last position differs from the first.
  case notClosed(last: VertexPlace, first: Point2)
  /// A ring needs three different vertices and the repeated first one.
  case tooFewVertices(part: Int, ring: Int, count: Int)
  /// A vertex equals the one before it.
  case repeatedVertex(VertexPlace)
  case edgesCross(VertexPlace, VertexPlace)
  /// Two edges share a piece of positive length.
  case edgesOverlap(VertexPlace, VertexPlace)
  /// A ring touches itself.
  case ringTouchesItself(VertexPlace, VertexPlace, at: Point2)
  /// A hole lies outside its shell, or inside another hole.
  case holeOutsideShell(VertexPlace)
  /// A part lies inside another.
  case partsOverlap(VertexPlace, part: Int)
  /// More vertices than the stated limit.
  case tooManyVertices(count: Int, limit: Int)
}

extension PolygonDefect: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty(let part): part.map { "part \($0) has no ring" } ?? "there is no polygon"
    case .notFinite(let place): "\(place) is not finite"
    case .notClosed(let last, let first):
      "\(last), the last of its ring, does not repeat the first, \(first.text)"
    case .tooFewVertices(let part, let ring, let count):
      "part \(part), ring \(ring) has \(count) positions; a ring needs 4, the last like the first"
    case .repeatedVertex(let place): "\(place) repeats the vertex before it"
    case .edgesCross(let a, let b): "the edges from \(a) and from \(b) cross"
    case .edgesOverlap(let a, let b): "the edges from \(a) and from \(b) run along each other"
    case .ringTouchesItself(let a, let b, let point):
      "the edges from \(a) and from \(b) touch at \(point.text)"
    case .holeOutsideShell(let place): "\(place), of a hole, lies outside its shell or in a hole"
    case .partsOverlap(let place, let part): "\(place) lies inside part \(part)"
    case .tooManyVertices(let count, let limit):
      "\(count) vertices are more than the limit of \(limit)"
    }
  }
}

extension VertexPlace: CustomStringConvertible {
  public var description: String {
    "part \(part), ring \(ring), vertex \(vertex) \(point.text)"
  }
}

extension Point2 {
  /// The coordinates as text, in the order of the files: x, which is longitude on maps, first.
  var text: String { "(\(x), \(y))" }
}

/// Everything that keeps lists of positions from being polygons; never empty.
public struct PolygonDefects: Error, Hashable {
  public let defects: [PolygonDefect]

  init(_ defects: [PolygonDefect]) {
    precondition(!defects.isEmpty)
    self.defects = defects
  }
}

extension PolygonDefects: CustomStringConvertible {
  public var description: String {
    let shown = defects.prefix(5).map(\.description).joined(separator: "; ")
    return defects.count > 5 ? shown + "; and \(defects.count - 5) more" : shown
  }
}
