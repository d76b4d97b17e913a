/// The narrow strip around a straight line in which a curve between its ends stays.
struct CurveStrip {
  private let start: Point2
  private let along: Point2
  /// The middle of the line, and how far the curve's box goes from there.
  private let middle: Point2
  private let half: Point2
  /// How far the strip goes to either side, times the length of the line.
  private let breadth: Double

  /// Vertices as near as this to the end of a curve count as met, in the plane's unit: what callers
  /// take for a touch is some times less.
  private static let touch = 1e-11

  /// The strip of a curve that stays within `reach` of the line from `a` to `b`.
  init(_ a: Point2, _ b: Point2, reach: Double) {
    (start, along) = (a, Point2(x: b.x - a.x, y: b.y - a.y))
    middle = Point2(x: a.x + along.x / 2, y: a.y + along.y / 2)
    // Twice the reach covers rounding too.
    let grown = 2 * reach + Self.touch
    half = Point2(x: abs(along.x) / 2 + grown, y: abs(along.y) / 2 + grown)
    // |u| ≤ |ux| + |uy|.
    breadth = 2 * reach * (abs(along.x) + abs(along.y))
  }

  /// How far on the left of the line a point lies, times the line's length.
  @inline(__always)
  func side(_ point: Point2) -> Double {
    along.x * (point.y - start.y) - along.y * (point.x - start.x)
  }

  /// Whether two points lie beyond the strip on one side, by their values of ``side(_:)``.
  @inline(__always)
  func isBeside(_ a: Double, _ b: Double) -> Bool {
    a > breadth && b > breadth || a < -breadth && b < -breadth
  }

  /// Whether all of a block lies beyond the strip or beyond its ends.
  @inline(__always)
  func isBeside(_ block: EdgeBlock) -> Bool {
    let (dx, dy) = (block.middle.x - middle.x, block.middle.y - middle.y)
    if abs(dx) > block.half.x + half.x || abs(dy) > block.half.y + half.y { return true }
    let corner = abs(along.x) * block.half.y + abs(along.y) * block.half.x
    return abs(along.x * dy - along.y * dx) > corner + breadth
  }
}

/// A box around some edges that follow each other in a polygon, so that most of them are left out
/// by one question.
struct EdgeBlock: Sendable {
  let middle: Point2
  let half: Point2

  /// An edge's number shifted by this is that of its block: blocks have eight edges.
  static let shift: UInt32 = 3

  init(_ box: Box) {
    let (low, high) = (box.low, box.high)
    middle = Point2(x: low.x + (high.x - low.x) / 2, y: low.y + (high.y - low.y) / 2)
    // A little more covers rounding.
    half = Point2(
      x: max(high.x - middle.x, middle.x - low.x) * (1 + 0x1p-40),
      y: max(high.y - middle.y, middle.y - low.y) * (1 + 0x1p-40))
  }

  /// The blocks of all edges of a polygon.
  static func all(_ vertices: [Point2], _ ends: [Int]) -> [EdgeBlock] {
    stride(from: 0, to: ends.count, by: 1 << Int(shift)).map { first in
      var box = Box.empty
      for edge in first..<min(ends.count, first + 1 << Int(shift)) {
        box.formUnion(Box(vertices[edge], vertices[ends[edge]]))
      }
      return EdgeBlock(box)
    }
  }
}
