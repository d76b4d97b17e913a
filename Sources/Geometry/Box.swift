/// A closed rectangle with sides along the axes.
public struct Box: Hashable, Sendable {
  public var low: Point2
  public var high: Point2

  public init(low: Point2, high: Point2) {
    self.low = low
    self.high = high
  }

  /// The smallest box around a segment.
  public init(_ a: Point2, _ b: Point2) {
    low = Point2(x: min(a.x, b.x), y: min(a.y, b.y))
    high = Point2(x: max(a.x, b.x), y: max(a.y, b.y))
  }

  /// The box that holds nothing and grows from nothing.
  public static let empty = Box(
    low: Point2(x: .infinity, y: .infinity), high: Point2(x: -.infinity, y: -.infinity))
}

extension Box {
  public func contains(_ point: Point2) -> Bool {
    point.x >= low.x && point.x <= high.x && point.y >= low.y && point.y <= high.y
  }

  /// Whether the boxes share a point; boxes that only touch do.
  public func meets(_ other: Box) -> Bool {
    other.low.x <= high.x && other.high.x >= low.x && other.low.y <= high.y
      && other.high.y >= low.y
  }

  /// The box moved outwards on every side.
  public func grown(by margin: Double) -> Box {
    Box(
      low: Point2(x: low.x - margin, y: low.y - margin),
      high: Point2(x: high.x + margin, y: high.y + margin))
  }

  public mutating func formUnion(_ other: Box) {
    low = Point2(x: min(low.x, other.low.x), y: min(low.y, other.low.y))
    high = Point2(x: max(high.x, other.high.x), y: max(high.y, other.high.y))
  }
}
