import Geometry
import Quantities
import TestSupport
import Testing

extension Orientation {
  /// The turn of three points of whole numbers, by arithmetic that does not round.
  fileprivate init(ofWhole a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) {
    let left = Int128(b.0 - a.0) * Int128(c.1 - a.1)
    let right = Int128(b.1 - a.1) * Int128(c.0 - a.0)
    self = left > right ? .counterclockwise : left < right ? .clockwise : .collinear
  }

  fileprivate var mirrored: Orientation {
    switch self {
    case .counterclockwise: .clockwise
    case .clockwise: .counterclockwise
    case .collinear: .collinear
    }
  }
}

/// The same triple in all six orders keeps the laws of a determinant.
private func expectLaws(_ a: Point2, _ b: Point2, _ c: Point2, turn: Orientation) {
  #expect(Orientation.of(a, b, c) == turn, "\(a) \(b) \(c)")
  #expect(Orientation.of(b, c, a) == turn && Orientation.of(c, a, b) == turn, "\(a) \(b) \(c)")
  let back = [Orientation.of(b, a, c), Orientation.of(a, c, b), Orientation.of(c, b, a)]
  #expect(back.allSatisfy { $0 == turn.mirrored }, "\(a) \(b) \(c)")
}

@Suite struct `An orientation` {
  @Test func `is counterclockwise for a turn to the left`() {
    expectLaws(
      Point2(x: 0, y: 0), Point2(x: 1, y: 0), Point2(x: 1, y: 1), turn: .counterclockwise)
  }

  @Test func `is collinear where points coincide`() {
    let (a, b) = (Point2(x: 0.1, y: 0.7), Point2(x: 36.15, y: 35.8))
    expectLaws(a, a, b, turn: .collinear)
    expectLaws(a, a, a, turn: .collinear)
  }

  @Test func `of every triple on a small grid is that of whole numbers, at any scale`() {
    let grid = (0..<5).flatMap { x in (0..<5).map { y in (x, y) } }
    var wrong = 0
    for scale in [1, 0x1p-40, 0x1p300] {
      let points = grid.map { Point2(x: Double($0.0) * scale, y: Double($0.1) * scale) }
      for i in grid.indices {
        for j in grid.indices {
          for k in grid.indices {
            let turn = Orientation(ofWhole: grid[i], grid[j], grid[k])
            if Orientation.of(points[i], points[j], points[k]) != turn { wrong += 1 }
          }
        }
      }
    }
    #expect(wrong == 0)
  }

  /// Points of a line through places near ±2⁵⁰, each moved by at most one unit: far beyond what
  /// rounded products can tell apart.
  @Test(arguments: UInt64(1)...20)
  func `of nearly collinear doubles is that of whole numbers`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<200 {
      let origin = (
        Int.random(in: -(1 << 50)...1 << 50, using: &random),
        Int.random(in: -(1 << 50)...1 << 50, using: &random)
      )
      let step = (
        Int.random(in: -(1 << 26)...1 << 26, using: &random),
        Int.random(in: -(1 << 26)...1 << 26, using: &random)
      )
      let places = (0..<3).map { _ -> (Int, Int) in
        let count = Int.random(in: -(1 << 24)...1 << 24, using: &random)
        return (
          origin.0 + count * step.0 + Int.random(in: -1...1, using: &random),
          origin.1 + count * step.1 + Int.random(in: -1...1, using: &random)
        )
      }
      // Whole numbers below 2⁵³ are doubles; a power of two as factor keeps every turn.
      let scale = [1.0, 0x1p-44, 0x1p-52][Int.random(in: 0..<3, using: &random)]
      let points = places.map { Point2(x: Double($0.0) * scale, y: Double($0.1) * scale) }
      expectLaws(
        points[0], points[1], points[2],
        turn: Orientation(ofWhole: places[0], places[1], places[2]))
    }
  }

  /// Three vertices of the `osm-2026` border, and one of them moved by some units in the last place
  /// to nearly where the other two's line passes: 100 000 triples.
  @Test(arguments: UInt64(1)...20)
  func `of vertices of a real border is that of whole numbers`(seed: UInt64) throws {
    let vertices = try ShippedBorder.osm2026Turkey.parts()[0][0]
    // Doubles from 32 to 64 are 2⁻⁴⁷ apart.
    func whole(_ point: Point2) -> (Int, Int) { (Int(point.x * 0x1p47), Int(point.y * 0x1p47)) }
    var random = RandomStream(seed: seed)
    var wrong = 0
    for _ in 0..<5000 {
      let first = Int.random(in: 0..<vertices.count - 2, using: &random)
      let (a, b) = (vertices[first], vertices[first + 1])
      let t = Double.random(in: -2...3, using: &random)
      let units = (0..<2).map { _ in Double(Int.random(in: -2...2, using: &random)) * 0x1p-47 }
      let near = Point2(x: a.x + (b.x - a.x) * t + units[0], y: a.y + (b.y - a.y) * t + units[1])
      let c = Bool.random(using: &random) ? near : vertices[first + 2]
      let expected = Orientation(ofWhole: whole(a), whole(b), whole(c))
      if Orientation.of(a, b, c) != expected || Orientation.of(b, a, c) != expected.mirrored {
        wrong += 1
      }
    }
    #expect(wrong == 0)
  }

  /// The classic trap: beside the diagonal of the unit square, where rounded products see
  /// collinear blocks.
  ///
  /// L. Kettner, K. Mehlhorn, S. Pion, S. Schirra, C. Yap, "Classroom examples of robustness
  /// problems in geometric computations", Computational Geometry 40 (2008), section 3.
  @Test func `is right on every double around the middle of a diagonal`() {
    let ulp = 0x1p-53
    var wrong = 0
    for i in 0..<64 {
      for j in 0..<64 {
        let p = Point2(x: 0.5 + Double(i) * ulp, y: 0.5 + Double(j) * ulp)
        let turn = Orientation.of(Point2(x: 12, y: 12), Point2(x: 24, y: 24), p)
        // Doubles from 0.5 to 1 are 2⁻⁵³ apart, so p lies i − j of them beside the line x = y.
        let expected: Orientation = i == j ? .collinear : i < j ? .counterclockwise : .clockwise
        if turn != expected { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }
}
