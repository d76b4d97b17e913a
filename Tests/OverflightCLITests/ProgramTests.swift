import Testing

@testable import OverflightCLI

/// A program of three commands that do nothing.
private let program = Program(
  version: "0.0.1", summary: "Surveys borders.",
  examples: [Example("overflight survey", shows: "The valley.")],
  commands: [
    Program.Command(sample, from: SampleDraft()) { draft, console in
      try console.print("\(draft.scenario ?? "valley")\n")
      return .done
    },
    idle("scenario list"), idle("scenario show"),
  ])

private func idle(_ name: String) -> Program.Command {
  let description = CommandDescription<SampleDraft>(name, summary: "Rests", examples: [])
  return Program.Command(description, from: SampleDraft()) { _, _ in .done }
}

@Suite struct `A command line` {
  @Test(arguments: requests)
  func `finds its command`(words: [String], request: Program.Request) throws {
    #expect(try program.request(of: words) == request)
  }

  @Test(arguments: strayLines)
  func `without a command that exists is refused`(words: [String], error: UsageError) {
    #expect(throws: error) { try program.request(of: words) }
  }

  @Test(arguments: [
    (["survey", "ridge"], ExitCode.done, "ridge\n", ""),
    (["--version"], .done, "overflight 0.0.1\n", ""),
    (
      ["survey", "--csv"], .usage, "",
      "overflight: --csv needs a value: --csv FILE; see overflight survey --help\n"
    ),
    (["dance"], .usage, "", "overflight: there is no command \"dance\"; see overflight --help\n"),
  ])
  func `answers with output, words and exit code`(
    words: [String], code: ExitCode, output: String, errors: String
  ) throws {
    let pipes = Pipes()
    #expect(try program.run(words, on: pipes.console()) == code)
    #expect(pipes.read() == Pipes.Texts(output: output, errors: errors))
  }
}

@Suite struct `The help of a program` {
  @Test func `lists its commands after the examples`() {
    #expect(Help().text(for: program).hasPrefix(programHelp))
  }

  @Test func `lists the commands of a group`() {
    #expect(
      Help().text(forGroup: "scenario", of: program.group("scenario")) == """
        Usage: overflight scenario COMMAND [ARGUMENTS] [OPTIONS]

        Commands:
          scenario list  Rests
          scenario show  Rests

        See overflight scenario COMMAND --help for more.

        """)
  }
}

private let programHelp = """
  Surveys borders.

  Usage: overflight COMMAND [ARGUMENTS] [OPTIONS]

  Start with:
    overflight survey
        The valley.

  Commands:
    survey         Surveys a border from above and lists what lies on it
    scenario list  Rests
    scenario show  Rests

  Options:
    -h, --help     Print this help.
        --version  Print the version.

  Exit codes:
    0   done, whatever the verdicts
    1   a verdict named by --fail-on occurred
    64  the command line was wrong

  """.dropLast()

private let requests: [([String], Program.Request)] = [
  ([], .help), (["--help"], .help), (["-h"], .help), (["help"], .help),
  (["--version"], .version),
  (["survey", "valley"], .run(0, ["valley"])),
  (["survey", "--jsn", "-h"], .helpForCommand(0)),
  (["help", "survey"], .helpForCommand(0)),
  (["scenario", "show", "valley"], .run(2, ["valley"])),
  (["scenario", "show", "--help"], .helpForCommand(2)),
  (["scenario", "--help"], .helpForGroup("scenario")),
  (["help", "scenario"], .helpForGroup("scenario")),
]

private let strayLines: [([String], UsageError)] = [
  (["survye"], .unknownCommand("survye", nearest: "survey")),
  (["dance"], .unknownCommand("dance", nearest: nil)),
  (["scenario"], .incompleteCommand("scenario", choices: ["list", "show"])),
  (["scenario", "shwo"], .unknownCommand("scenario shwo", nearest: "scenario show")),
  (["--versoin"], .unknownOption("--versoin", nearest: "--version")),
  (["--color=never", "survey"], .optionBeforeCommand("--color")),
]
