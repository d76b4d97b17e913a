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
/// The Illinois form of regula falsi: brackets always, and converges faster than linearly.
///
/// - Source: M. Dowell, P. Jarratt, "A modified regula falsi method for computing the root of an
///   equation", BIT 11 (1971), 168–174.
func bracketedRoot(
  from low: (meters: Double, offset: Double), to high: (meters: Double, offset: Double),
  tolerance: Double, _ function: (Double) -> Double
) -> Double {
  if low.offset == 0 { return low.meters }
  if high.offset == 0 { return high.meters }
  var (a, fa, b, fb) = (low.meters, low.offset, high.meters, high.offset)
  for _ in 0..<100 {
    let middle = b - fb * (b - a) / (fb - fa)
    let isInBracket = middle > min(a, b) && middle < max(a, b)
    let c = isInBracket ? middle : a + (b - a) / 2
    let fc = function(c)
    if fc == 0 { return c }
    if (fc > 0) == (fb > 0) {
      fa /= 2
    } else {
      (a, fa) = (b, fb)
    }
    let step = abs(c - b)
    (b, fb) = (c, fc)
    if abs(b - a) <= tolerance || step <= tolerance / 8 { break }
  }
  return b
}
