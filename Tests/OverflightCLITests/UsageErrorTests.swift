import Testing

@testable import OverflightCLI

@Suite struct `A usage error` {
  @Test(arguments: sentences)
  func `is one sentence that ends with where help is`(error: UsageError, sentence: String) {
    #expect(error.sentence(for: "x") == sentence)
  }

  @Test func `outside a command points to the program's help`() {
    #expect("\(UsageError.missingArgument("IN"))".hasSuffix("; see overflight --help"))
  }

  @Test func `shows what was typed without letting the terminal obey it`() {
    let typed = "a\u{1B}[2Jb\nc"
    #expect(
      UsageError.unexpectedArgument(typed).sentence(for: nil)
        == "\"a\u{FFFD}[2Jb\u{FFFD}c\" is one argument too many; see overflight --help")
  }
}

private let sentences: [(UsageError, String)] = [
  (
    .unknownCommand("rplay", nearest: "replay"),
    "there is no command \"rplay\" (did you mean replay?); see overflight x --help"
  ),
  (
    .unknownCommand("dance", nearest: nil),
    "there is no command \"dance\"; see overflight x --help"
  ),
  (
    .incompleteCommand("scenario", choices: ["list", "show", "export"]),
    "\"scenario\" needs a second word: list, show or export; see overflight x --help"
  ),
  (
    .unknownOption("--trakc", nearest: "--track"),
    "there is no option --trakc (did you mean --track?); see overflight x --help"
  ),
  (
    .optionBeforeCommand("--json"),
    "--json stands behind the command: overflight COMMAND --json; see overflight x --help"
  ),
  (
    .missingValue(option: "--csv", value: "FILE"),
    "--csv needs a value: --csv FILE; see overflight x --help"
  ),
  (
    .unexpectedValue(option: "--json", text: "yes"),
    "--json takes no value, but \"yes\" was given; see overflight x --help"
  ),
  (
    .badValue(of: "--step", text: "1", expected: "a time such as 1s"),
    "--step \"1\" is not a time such as 1s; see overflight x --help"
  ),
  (
    .unknownWord(of: "--color", text: "nevr", allowed: ["auto", "never"], nearest: "never"),
    "--color \"nevr\" is not auto or never (did you mean never?); see overflight x --help"
  ),
  (
    .repeatedOption("--csv"),
    "--csv was given twice and can be given once; see overflight x --help"
  ),
  (
    .conflicting("--csv", "--json"),
    "--csv and --json cannot be used together; see overflight x --help"
  ),
  (.missingOption("--border FILE"), "the option --border FILE is missing; see overflight x --help"),
  (.missingArgument("OUT"), "the argument OUT is missing; see overflight x --help"),
  (
    .unexpectedArgument("ridge"),
    "\"ridge\" is one argument too many; see overflight x --help"
  ),
]
