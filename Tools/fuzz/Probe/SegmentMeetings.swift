import Geometry
import Quantities

/// Two segments meet as integers say.
enum SegmentMeetings: Property {
  static let name = "meetings"
  static let statement = "SegmentMeeting says how two segments meet as integers do"
  static let questionsPerSubject = 1

  static func subject(using random: inout RandomStream) {}

  static func counterexample(
    to subject: Void, question: Int, using random: inout RandomStream
  ) -> String? {
    let scale = GridScale(
      offset: GridPoint(x: random.one(of: [0, 1 << 51]), y: random.one(of: [0, -(1 << 51)])),
      exponent: random.one(of: [0, -45, 100]))
    var points = random.nearlyCollinear(4)
    if random.once(in: 4) { points[random.below(4)] = points[random.below(4)] }
    let (one, other) = (
      GridSegment(a: points[0], b: points[1]), GridSegment(a: points[2], b: points[3])
    )
    let p = points.map(scale.point)
    let found = SegmentMeeting.of(p[0], p[1], p[2], p[3])
    // A touch is at an end that lies on the other segment.
    let ends =
      [one.a, one.b].filter(other.contains) + [other.a, other.b].filter(one.contains)
    let isRight =
      switch found {
      case .apart: !one.meets(other)
      case .crossing: one.meets(other) && ends.isEmpty
      case .touching(let point): Set(ends).count == 1 && scale.point(ends[0]) == point
      case .overlapping: one.overlaps(other)
      }
    guard !isRight else { return nil }
    return "\(found), which is not so:\n" + p.map(\.exact).joined(separator: "\n")
  }
}

extension RandomStream {
  /// Points of magnitudes up to 2⁴⁹ that lie on one line, or beside it by little, or anywhere.
  mutating func nearlyCollinear(_ count: Int) -> [GridPoint] {
    let size = 1 << one(of: [2, 3, 4, 10, 30, 49])
    func anywhere(_ random: inout RandomStream) -> GridPoint {
      GridPoint(x: random.int(-size...size), y: random.int(-size...size))
    }
    if once(in: 4) { return (0..<count).map { _ in anywhere(&self) } }
    // Whole multiples of a small step from a point: exactly collinear before they are moved.
    let reach = 1 << one(of: [2, 4, 20])
    let step = GridPoint(x: int(-size...size) / reach, y: int(-size...size) / reach)
    let origin = anywhere(&self)
    let off = one(of: [0, 0, 1, 3])
    return (0..<count).map { _ in
      let t = int((-reach / 2)...(reach / 2))
      return origin + step * t + GridPoint(x: int(-off...off), y: int(-off...off))
    }
  }
}
