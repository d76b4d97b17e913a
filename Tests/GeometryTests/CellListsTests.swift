import Geometry
import Quantities
import TestSupport
import Testing

@Suite struct `Lists of edges by cell` {
  @Test(arguments: 1...8)
  func `tell of every edge that a segment meets, and of few others`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let star = randomStar(
      around: Point2(x: 30, y: 40), radius: 1...4, vertices: 40 << Int(seed % 4), using: &random)
    let polygon = try MultiPolygon([[star]])
    let (vertices, ends) = (polygon.vertices, polygon.edgeEnds())
    let lists = CellLists(polygon, ends)
    func point() -> Point2 {
      if Bool.random(using: &random) {
        return vertices[Int.random(in: 0..<vertices.count, using: &random)]
      }
      return Point2(
        x: Double.random(in: 25...35, using: &random), y: Double.random(in: 35...45, using: &random)
      )
    }
    var (meeting, told) = (0, 0)
    for _ in 0..<300 {
      let (a, b) = (point(), point())
      guard a != b else { continue }
      var found: [Int] = []
      lists.appendEdges(near: a, b, within: 1e-13, of: vertices, ends, to: &found)
      let expected = ends.indices.filter {
        SegmentMeeting.of(a, b, vertices[$0], vertices[ends[$0]]) != .apart
      }
      #expect(Set(found).isSuperset(of: expected), "\(a) \(b)")
      meeting += expected.count
      told += Set(found).count
    }
    #expect(told < 2 * meeting)
  }
}
