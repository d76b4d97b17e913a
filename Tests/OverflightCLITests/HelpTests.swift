import Testing

@testable import OverflightCLI

@Suite struct `The help of a command` {
  @Test func `shows examples first, then all there is to type`() {
    #expect(Help(width: 72).text(for: sample.readOnly) == sampleHelp)
  }

  @Test(arguments: [40, 60, 80, 100])
  func `keeps to its width where the words allow it`(width: Int) {
    let lines = Help(width: width).text(for: sample.readOnly).split(separator: "\n")
    let tooLong = lines.filter { $0.count > width && !$0.contains("overflight survey") }
    #expect(tooLong.isEmpty)
  }

  @Test func `says what must be given`() {
    let command = CommandDescription<String>(
      "survey", summary: "Surveys", examples: [],
      options: [.required("border", "FILE", help: "The border.", into: \.self)])
    let text = Help().text(for: command.readOnly)
    #expect(text.contains("\nUsage: overflight survey --border FILE [OPTIONS]\n"))
    #expect(text.contains("\n      --border FILE  The border. Must be given.\n"))
  }

  @Test func `is the same text with styles and without`() {
    let styled = Help(style: Style(isOn: true)).text(for: sample.readOnly)
    let bare = styled.replacing(/\u{1B}\[\d+m/, with: "")
    #expect(styled != bare)
    #expect(bare == Help().text(for: sample.readOnly))
  }
}

private let sampleHelp = """
  Surveys a border from above and lists what lies on it.

  Usage: overflight survey [SCENARIO] [OPTIONS]

  Examples:
    overflight survey
        The valley's border as a table.
    overflight survey --csv - valley | head
        The same as CSV on standard output, cut by another program after
        its tenth line.

  Arguments:
    SCENARIO  An id of the library or a folder. Default: valley.

  Options:
    -c, --csv FILE    Write the survey as CSV; - is standard output. Not
                      with --json.
        --json        Write one JSON object instead of the table.
        --claim ID    Only these claims. Can be repeated.
        --shift-north-or-south DISTANCE
                      Move the border.
        --order KEY   How to sort. One of name or length.
        --color WHEN  When text is bold, faint or italic. One of auto,
                      always or never. Default: auto.
    -q, --quiet       No hints and no progress on standard error.
    -h, --help        Print this help.

  A border that does not close is refused, and nothing is written.

  Exit codes:
    0   done, whatever the verdicts
    64  the command line was wrong
    78  the scenario is wrong

  """
