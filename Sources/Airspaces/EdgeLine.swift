import Geometry

/// The straight line through an edge, in degrees.
struct EdgeLine {
  let start: Point2
  let end: Point2
  private let along: Point2
  private let length: Double

  init(_ a: Point2, _ b: Point2) {
    (start, end) = (a, b)
    along = Point2(x: b.x - a.x, y: b.y - a.y)
    length = (along.x * along.x + along.y * along.y).squareRoot()
  }

  /// The distance from the line in degrees, positive on the left.
  func offset(of point: Point2) -> Double {
    (along.x * (point.y - start.y) - along.y * (point.x - start.x)) / length
  }

  /// 0 beside the edge's start, 1 beside its end.
  func fraction(of point: Point2) -> Double {
    (along.x * (point.x - start.x) + along.y * (point.y - start.y)) / (length * length)
  }

  /// The end of the edge that the foot of a point lies beyond, if it does.
  func end(passedBy point: Point2) -> Point2? {
    let fraction = fraction(of: point)
    if fraction < 0 { return start }
    return fraction > 1 ? end : nil
  }
}

/// The root of a continuous function between two places where its signs differ.
///
/// The secant through the last two places asked, which on a nearly straight function gains more
/// digits with each step than it had; where that leaves the bracket or gains too little, the
/// bracket is halved.
func bracketedRoot(
  from low: (meters: Double, offset: Double), to high: (meters: Double, offset: Double),
  tolerance: Double, _ function: (Double) -> Double
) -> Double {
  if low.offset == 0 { return low.meters }
  if high.offset == 0 { return high.meters }
  var (a, b) = (low, high)
  var (last, current) = abs(a.offset) > abs(b.offset) ? (a, b) : (b, a)
  for step in 0..<200 {
    let slope = (current.offset - last.offset) / (current.meters - last.meters)
    var next = current.meters - current.offset / slope
    // Every third step halves, so that the bracket shrinks whatever the function is like.
    let isInBracket = next > min(a.meters, b.meters) && next < max(a.meters, b.meters)
    if !isInBracket || step > 4 && step % 3 == 2 {
      next = a.meters + (b.meters - a.meters) / 2
    }
    if abs(next - current.meters) <= tolerance { return next }
    last = current
    current = (next, function(next))
    if current.offset == 0 { return next }
    if (current.offset > 0) == (a.offset > 0) { a = current } else { b = current }
    if abs(b.meters - a.meters) <= tolerance { return next }
  }
  return current.meters
}
