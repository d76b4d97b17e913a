import Geometry
import Quantities
import Testing

/// A place of whole numbers.
private struct Whole: Hashable, CustomStringConvertible {
  let x, y: Int
  var point: Point2 { Point2(x: Double(x), y: Double(y)) }
  var description: String { "(\(x), \(y))" }

  static func - (a: Whole, b: Whole) -> Whole { Whole(x: a.x - b.x, y: a.y - b.y) }
  func cross(_ other: Whole) -> Int { x * other.y - y * other.x }
  func dot(_ other: Whole) -> Int { x * other.x + y * other.y }
}

/// How two segments of whole numbers meet, by solving for the two parameters of the common point.
///
/// Not the way of the product, which asks for four orientations.
private func meeting(_ a: Whole, _ b: Whole, _ c: Whole, _ d: Whole) -> SegmentMeeting {
  let (u, v, w) = (b - a, d - c, c - a)
  let denominator = u.cross(v)
  guard denominator != 0 else { return parallelMeeting(a, b, c, d) }
  let sign = denominator.signum()
  let (s, t, one) = (w.cross(v) * sign, w.cross(u) * sign, abs(denominator))
  guard (0...one).contains(s), (0...one).contains(t) else { return .apart }
  if t == 0 { return .touching(c.point) }
  if t == one { return .touching(d.point) }
  if s == 0 { return .touching(a.point) }
  if s == one { return .touching(b.point) }
  return .crossing
}

private func parallelMeeting(_ a: Whole, _ b: Whole, _ c: Whole, _ d: Whole) -> SegmentMeeting {
  let direction = a != b ? b - a : d - c
  guard direction.cross(c - a) == 0 else { return .apart }
  if a == b, c == d { return a == c ? .touching(a.point) : .apart }
  // Along the common line, by the distance in units of its direction.
  func along(_ p: Whole) -> Int { direction.dot(p - a) }
  let start = max(min(along(a), along(b)), min(along(c), along(d)))
  let end = min(max(along(a), along(b)), max(along(c), along(d)))
  if start > end { return .apart }
  if start < end { return .overlapping }
  return [a, b, c, d].first { along($0) == start }.map { .touching($0.point) } ?? .apart
}

/// The product's answer, which must be the same in all eight orders.
private func meetingInEveryOrder(
  _ a: Whole, _ b: Whole, _ c: Whole, _ d: Whole
) -> Set<SegmentMeeting> {
  let (a, b, c, d) = (a.point, b.point, c.point, d.point)
  return [
    .of(a, b, c, d), .of(b, a, c, d), .of(a, b, d, c), .of(b, a, d, c),
    .of(c, d, a, b), .of(d, c, a, b), .of(c, d, b, a), .of(d, c, b, a),
  ]
}

@Suite struct `A meeting of two segments` {
  private static let table: [(String, Whole, Whole, Whole, Whole, SegmentMeeting)] = [
    (
      "cross", .init(x: 0, y: 0), .init(x: 2, y: 2), .init(x: 0, y: 2), .init(x: 2, y: 0), .crossing
    ),
    (
      "share an end", .init(x: 0, y: 0), .init(x: 2, y: 1), .init(x: 2, y: 1), .init(x: 3, y: 5),
      .touching(Point2(x: 2, y: 1))
    ),
    (
      "make a T", .init(x: 0, y: 0), .init(x: 4, y: 2), .init(x: 2, y: 1), .init(x: 2, y: 9),
      .touching(Point2(x: 2, y: 1))
    ),
    (
      "run along each other", .init(x: 0, y: 0), .init(x: 3, y: 3), .init(x: 1, y: 1),
      .init(x: 5, y: 5), .overlapping
    ),
    (
      "are one", .init(x: 0, y: 1), .init(x: 3, y: 1), .init(x: 0, y: 1), .init(x: 3, y: 1),
      .overlapping
    ),
    (
      "continue each other", .init(x: 0, y: 0), .init(x: 1, y: 2), .init(x: 1, y: 2),
      .init(x: 2, y: 4), .touching(Point2(x: 1, y: 2))
    ),
    (
      "lie apart on one line", .init(x: 0, y: 0), .init(x: 1, y: 1), .init(x: 2, y: 2),
      .init(x: 3, y: 3), .apart
    ),
    (
      "are parallel", .init(x: 0, y: 0), .init(x: 3, y: 1), .init(x: 0, y: 1), .init(x: 3, y: 2),
      .apart
    ),
    (
      "miss, though their boxes meet", .init(x: 0, y: 0), .init(x: 4, y: 4), .init(x: 3, y: 0),
      .init(x: 4, y: 1), .apart
    ),
    (
      "are a point on a segment", .init(x: 1, y: 1), .init(x: 1, y: 1), .init(x: 0, y: 0),
      .init(x: 3, y: 3), .touching(Point2(x: 1, y: 1))
    ),
    (
      "are a point beside a segment", .init(x: 1, y: 2), .init(x: 1, y: 2), .init(x: 0, y: 0),
      .init(x: 3, y: 3), .apart
    ),
    (
      "are one point", .init(x: 1, y: 2), .init(x: 1, y: 2), .init(x: 1, y: 2), .init(x: 1, y: 2),
      .touching(Point2(x: 1, y: 2))
    ),
    (
      "are two points", .init(x: 1, y: 2), .init(x: 1, y: 2), .init(x: 1, y: 3), .init(x: 1, y: 3),
      .apart
    ),
  ]

  @Test(arguments: table.indices)
  func `is what the table says`(row: Int) {
    let (words, a, b, c, d, expected) = Self.table[row]
    #expect(meetingInEveryOrder(a, b, c, d) == [expected], "segments that \(words)")
    #expect(meeting(a, b, c, d) == expected, "the oracle, of segments that \(words)")
  }

  @Test func `is that of whole numbers for all quadruples of a grid of nine`() {
    let grid = (0..<3).flatMap { x in (0..<3).map { Whole(x: x, y: $0) } }
    var wrong: [String] = []
    for a in grid {
      for b in grid {
        for c in grid {
          for d in grid
          where SegmentMeeting.of(a.point, b.point, c.point, d.point)
            != meeting(a, b, c, d)
          { wrong.append("\(a)–\(b) \(c)–\(d)") }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: UInt64(1)...20)
  func `is that of whole numbers, in every order`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    func place() -> Whole {
      Whole(x: .random(in: 0...7, using: &random), y: .random(in: 0...7, using: &random))
    }
    for _ in 0..<100 {
      let (a, b, c, d) = (place(), place(), place(), place())
      #expect(
        meetingInEveryOrder(a, b, c, d) == [meeting(a, b, c, d)], "\(a)–\(b) \(c)–\(d)")
    }
  }
}
