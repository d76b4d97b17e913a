import Formats
import Testing

@Suite struct `A JSON value` {
  static let source = """
    // invented
    {
      "tracks": [
        {"id": "A", "x y": [1, [2.50]]},
        {"id": "Bé", "päth": null, "z": 0x10}
      ]
    }
    """

  @Test(arguments: [
    ([], "$", 2, 1), (["tracks"], "$.tracks", 3, 13), (["tracks", "0"], "$.tracks[0]", 4, 5),
    (["tracks", "0", "x y"], "$.tracks[0][\"x y\"]", 4, 24),
    (["tracks", "0", "x y", "1", "0"], "$.tracks[0][\"x y\"][1][0]", 4, 29),
    (["tracks", "1", "päth"], "$.tracks[1][\"päth\"]", 5, 26),
    (["tracks", "1", "z"], "$.tracks[1].z", 5, 37),
  ])
  func `knows its path, line and column`(
    steps: [String], path: String, line: Int, column: Int
  ) throws {
    var node = try parse(Self.source).root
    for step in steps {
      node = node[step] ?? Array(node.elements)[Int(step) ?? 0]
    }
    #expect(node.path == path)
    #expect(node.line == line)
    #expect(node.column == column)
  }

  @Test func `keeps a number as it was written`() throws {
    let node = try parse("[36.1524300, 0x10, \"x\"]").root
    #expect(node.elements.map(\.numberText) == ["36.1524300", "0x10", nil])
  }

  @Test func `counts elements and members`() throws {
    let root = try parse("[[1, [2, 3], 4], {a: {b: 1}, c: 2}, \"xyz\", []]").root
    #expect(root.elements.map(\.count) == [3, 2, 0, 0])
    #expect(root.count == 4)
    #expect(root["a"] == nil)
  }
}

@Suite struct `An array of positions` {
  @Test(
    arguments: [
      ("[]", 2, []), ("[[1,2],[3,4]]", 2, [1, 2, 3, 4]), ("[[1,2,3],[4,5,6]]", 2, [1, 2, 4, 5]),
      ("[[1,2,3],[4,5,6,7]]", 3, [1, 2, 3, 4, 5, 6]),
    ] as [(String, Int, [Double])])
  func `is read as flat numbers`(source: String, dimension: Int, numbers: [Double]) throws {
    #expect(try parse(source).root.positions(dimension: dimension) == numbers)
  }

  @Test(arguments: [
    ("7", "f:1:1: $: found 7, expected an array of positions"),
    ("[[1,2],\n 3]", "f:2:2: $[1]: found 3, expected a position such as [36.15, 35.81]"),
    ("[[1,2],[3]]", "f:1:8: $[1]: found a position of 1 numbers, expected at least 2"),
    ("[[1,2],[]]", "f:1:8: $[1]: found a position of 0 numbers, expected at least 2"),
    ("[[1,2],[3,\"4\"]]", "f:1:11: $[1][1]: found \"4\", expected a number"),
    ("[[1,2,null]]", "f:1:7: $[0][2]: found null, expected a number"),
    ("[[[1,2],[3,4]]]", "f:1:3: $[0][0]: found an array, expected a number"),
  ])
  func `has errors at the element that is wrong`(source: String, sentence: String) {
    #expect(sentenceOfError { try parse(source).root.positions() } == sentence)
  }
}
