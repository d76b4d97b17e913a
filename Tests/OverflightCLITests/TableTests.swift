import Testing

@testable import OverflightCLI

@Suite struct `A table` {
  @Test func `stands in columns, numbers by their decimal points`() {
    var table = Table([
      .init("track"), .init("inside", .decimal), .init("fixes", .right), .init("verdict"),
    ])
    table.add(["northern", "17.25 s", "9", Table.Cell("supported", .supported)])
    table.add(["south", "−9.5 s", "10", Table.Cell("contradicted", .contradicted)])
    table.add(["west", "120 s", "1234", ""])
    table.add(["east", "none", "7"])
    #expect(
      table.text() == """
        track       inside  fixes  verdict
        ───────────────────────────────────────
        northern   17.25 s      9  supported
        south      −9.5 s      10  contradicted
        west      120 s      1234
        east          none      7

        """)
  }

  @Test func `has headings between groups of rows, and rules where asked`() {
    var table = Table([.init("claim"), .init("margin", .right)])
    table.addGroup("The valley")
    table.add(["a1", "+3 s"])
    table.addGroup("The ridge")
    table.add(["b1", "−12 s"])
    table.addRule()
    table.add(["both", "−9 s"])
    #expect(
      table.text() == """
        claim  margin
        ─────────────
        The valley
        a1       +3 s

        The ridge
        b1      −12 s
        ─────────────
        both     −9 s

        """)
  }

  @Test func `wraps cells in columns that have a width, and keeps line breaks`() {
    var table = Table([.init(""), .init("", wrap: 12), .init("")])
    table.add(["a", "over the valley, unmistakably", "1"])
    table.add(["b", "one\ntwo", "2"])
    #expect(
      table.text() == """
        a  over the      1
           valley,
           unmistakably
        b  one           2
           two

        """)
  }

  @Test func `counts characters as they are read, not as they are stored`() {
    var table = Table([.init(""), .init("")])
    table.add(["Günyazı", "1"])
    table.add(["cafe\u{301}", "2"])
    #expect(table.text() == "Günyazı  1\ncafe\u{301}     2\n")
  }

  @Test func `is the same text with styles and without`() {
    var table = Table([.init("who"), .init("verdict"), .init("margin", .decimal)])
    table.addGroup("one")
    table.add(["a", Table.Cell("undetermined", .undetermined), "0.5 s"])
    let styled = table.text(Style(isOn: true))
    #expect(styled.contains("\u{1B}[2mundetermined\u{1B}[0m"))
    #expect(styled.replacing(/\u{1B}\[\d+m/, with: "") == table.text())
  }

  @Test func `shows what a terminal would obey`() {
    var table = Table([.init("")])
    table.add(["\u{1B}[2J\tname\u{202E}"])
    #expect(table.text() == "\u{FFFD}[2J name\u{FFFD}\n")
  }

  @Test(arguments: ["1 m", "12.5 m", "long words", "0.12345"])
  func `is never wider than its widest parts, whatever its titles`(cell: String) {
    var table = Table([.init("12.3456789", .decimal), .init("4", .decimal)])
    table.add([Table.Cell(cell), Table.Cell(cell)])
    table.add(["3.25 km", "3.25 km"])
    let lines = table.text().split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= lines[1].count })
  }
}
