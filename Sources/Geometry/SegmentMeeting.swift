/// How two segments meet.
///
/// Decided by exact orientations only; where the segments cross is not computed, since that
/// point is rarely a pair of doubles.
public enum SegmentMeeting: Hashable, Sendable {
  /// The segments share no point.
  case apart
  /// They cross at one point that is an end of neither.
  case crossing
  /// They share one point, an end of at least one of them: this one.
  case touching(Point2)
  /// They share a piece of positive length.
  case overlapping

  /// Decides how the segments `a`–`b` and `c`–`d` meet, exactly, for all finite inputs.
  ///
  /// A segment may be a single point.
  ///
  /// Postcondition: swapping the segments, or the ends of one, changes nothing but which of
  /// several equal points is named.
  public static func of(_ a: Point2, _ b: Point2, _ c: Point2, _ d: Point2) -> SegmentMeeting {
    guard Box(a, b).meets(Box(c, d)) else { return .apart }
    let (turnC, turnD) = (Orientation.of(a, b, c), Orientation.of(a, b, d))
    let (turnA, turnB) = (Orientation.of(c, d, a), Orientation.of(c, d, b))
    if turnC == .collinear, turnD == .collinear, turnA == .collinear, turnB == .collinear {
      return ofCollinear(a, b, c, d)
    }
    if turnC != .collinear, turnD != .collinear, turnA != .collinear, turnB != .collinear {
      return turnC != turnD && turnA != turnB ? .crossing : .apart
    }
    if turnC == .collinear, Box(a, b).contains(c) { return .touching(c) }
    if turnD == .collinear, Box(a, b).contains(d) { return .touching(d) }
    if turnA == .collinear, Box(c, d).contains(a) { return .touching(a) }
    if turnB == .collinear, Box(c, d).contains(b) { return .touching(b) }
    return .apart
  }

  /// Four points on one line: compared along the axis on which the line is longer.
  private static func ofCollinear(
    _ a: Point2, _ b: Point2, _ c: Point2, _ d: Point2
  ) -> SegmentMeeting {
    let box = Box(low: Box(a, b).low, high: Box(a, b).high)
    let alongX = max(box.high.x, c.x, d.x) - min(box.low.x, c.x, d.x)
    let alongY = max(box.high.y, c.y, d.y) - min(box.low.y, c.y, d.y)
    func less(_ p: Point2, _ q: Point2) -> Bool { alongX >= alongY ? p.x < q.x : p.y < q.y }
    let (first, second) = (less(b, a) ? (b, a) : (a, b), less(d, c) ? (d, c) : (c, d))
    let start = less(first.0, second.0) ? second.0 : first.0
    let end = less(first.1, second.1) ? first.1 : second.1
    if less(end, start) { return .apart }
    return less(start, end) ? .overlapping : .touching(start)
  }
}
