import Geometry
import Quantities
import Testing

@Suite struct `A tree of edges` {
  @Test(arguments: [0, 1, 2, 7, 8, 9, 63, 64, 65, 511, 513])
  func `finds the edges of a plain scan, in rising order`(count: Int) {
    var random = RandomStream(seed: UInt64(count))
    func point() -> Point2 {
      Point2(
        x: Double(Int.random(in: 0...20, using: &random)),
        y: Double(Int.random(in: 0...20, using: &random)))
    }
    let boxes = (0..<count).map { _ in Box(point(), point()) }
    let tree = EdgeTree(boxes)
    for _ in 0..<40 {
      let window = Box(point(), point())
      var found: [Int] = []
      tree.appendEdges(meeting: window, to: &found)
      #expect(found == boxes.indices.filter { boxes[$0].meets(window) }, "\(window)")
    }
  }

  @Test(arguments: [0, 1, 2, 7, 8, 9, 63, 64, 65, 511, 513])
  func `finds the pairs of a plain scan that meet, each once`(count: Int) {
    var random = RandomStream(seed: UInt64(count))
    func box() -> Box {
      let (x, y) = (Int.random(in: 0...60, using: &random), Int.random(in: 0...60, using: &random))
      let low = Point2(x: Double(x), y: Double(y))
      return Box(low, Point2(x: low.x + Double(x % 4), y: low.y + Double(y % 5)))
    }
    let boxes = (0..<count).map { _ in box() }
    let found = EdgeTree(boxes).meetingPairs().sorted { $0 < $1 }
    let expected = boxes.indices.flatMap { first in
      boxes[(first + 1)...].indices.filter { boxes[first].meets(boxes[$0]) }.map { (first, $0) }
    }
    #expect(found.elementsEqual(expected, by: ==))
  }

  @Test func `has bounds around everything`() {
    let tree = EdgeTree([
      Box(Point2(x: 0, y: 3), Point2(x: 1, y: -2)), Box(Point2(x: 5, y: 0), Point2(x: 4, y: 0)),
    ])
    #expect(tree.bounds == Box(low: Point2(x: 0, y: -2), high: Point2(x: 5, y: 3)))
    #expect(EdgeTree([]).bounds == .empty)
  }

  @Test func `adds to what is there already`() {
    let tree = EdgeTree([Box(Point2(x: 0, y: 0), Point2(x: 1, y: 1))])
    var found = [7]
    tree.appendEdges(meeting: Box(Point2(x: 1, y: 1), Point2(x: 2, y: 2)), to: &found)
    #expect(found == [7, 0])
  }
}

@Suite struct `A box` {
  @Test func `meets a box that only touches it, and not one beside it`() {
    let box = Box(Point2(x: 0, y: 0), Point2(x: 1, y: 1))
    #expect(box.meets(Box(Point2(x: 1, y: 1), Point2(x: 2, y: 2))))
    #expect(!box.meets(Box(Point2(x: 1.5, y: 0), Point2(x: 2, y: 2))))
    #expect(!Box.empty.meets(box) && !box.meets(.empty))
  }

  @Test func `contains its sides and no number that is not one`() {
    let box = Box(Point2(x: 0, y: 0), Point2(x: 1, y: 1))
    #expect(box.contains(Point2(x: 1, y: 0.5)))
    #expect(!box.contains(Point2(x: .nan, y: 0.5)))
  }

  @Test func `grows on every side, and to hold another`() {
    var box = Box(Point2(x: 0, y: 0), Point2(x: 1, y: 1)).grown(by: 0.5)
    #expect(box == Box(low: Point2(x: -0.5, y: -0.5), high: Point2(x: 1.5, y: 1.5)))
    box.formUnion(Box(Point2(x: 9, y: -9), Point2(x: 9, y: -9)))
    #expect(box == Box(low: Point2(x: -0.5, y: -9), high: Point2(x: 9, y: 1.5)))
  }
}
