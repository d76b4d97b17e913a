public import Geometry
public import Quantities

/// A ring as files have it: the first position is repeated at the end.
public func closedRing(_ positions: (Double, Double)...) -> [Point2] {
  closedRing(positions.map { Point2(x: $0.0, y: $0.1) })
}

/// The same, of points.
public func closedRing(_ points: [Point2]) -> [Point2] { points + points.prefix(1) }

/// The rectangle between two corners, counterclockwise from the low one.
public func rectangle(
  _ low: (x: Double, y: Double), _ high: (x: Double, y: Double)
) -> [Point2] {
  closedRing((low.x, low.y), (high.x, low.y), (high.x, high.y), (low.x, high.y))
}

/// A ring around `center` with one vertex in each of `count` directions, at random distances.
public func randomStar(
  around center: Point2, radius: ClosedRange<Double>, vertices count: Int,
  using random: inout RandomStream
) -> [Point2] {
  // Directions by a rational parametrisation of the circle, so that no C library plays a part.
  let corners = (0..<count).map { number -> Point2 in
    let quarter = Double(number) / Double(count) * 4
    let t = quarter - quarter.rounded(.down)
    let (x, y) = (1 - t * t, 2 * t)
    let reach = Double.random(in: radius, using: &random) / (1 + t * t)
    let (right, up) =
      switch Int(quarter) {
      case 0: (x, y)
      case 1: (-y, x)
      case 2: (-x, -y)
      default: (y, -x)
      }
    return Point2(x: center.x + reach * right, y: center.y + reach * up)
  }
  return closedRing(corners)
}

/// A ring on whole numbers: columns under a random skyline, so full of vertices of one height,
/// horizontal and vertical edges.
public func randomSkyline(
  width: Int, height: Int, using random: inout RandomStream
) -> [Point2] {
  let tops = (0..<width).map { _ in Double(Int.random(in: 1...height, using: &random)) }
  var outline = [Point2(x: 0, y: 0), Point2(x: Double(width), y: 0)]
  outline.append(Point2(x: Double(width), y: tops[width - 1]))
  for column in (1..<width).reversed() where tops[column] != tops[column - 1] {
    outline.append(Point2(x: Double(column), y: tops[column]))
    outline.append(Point2(x: Double(column), y: tops[column - 1]))
  }
  outline.append(Point2(x: 0, y: tops[0]))
  return closedRing(outline)
}
