import Testing

@testable import OverflightCLI

@Suite struct `The words behind a command` {
  @Test(arguments: [
    ([], SampleDraft()),
    (["valley"], SampleDraft(scenario: "valley")),
    (["--csv", "out.csv"], SampleDraft(csv: "out.csv")),
    (["--csv=out.csv"], SampleDraft(csv: "out.csv")),
    (["--csv=a=b"], SampleDraft(csv: "a=b")),
    (["-c", "out.csv"], SampleDraft(csv: "out.csv")),
    (["-c=out.csv"], SampleDraft(csv: "out.csv")),
    (["--csv", "-", "valley"], SampleDraft(scenario: "valley", csv: "-")),
    (["--csv=--json"], SampleDraft(csv: "--json")),
    (["-"], SampleDraft(scenario: "-")),
    (["--json", "-q"], SampleDraft(isJSON: true, isQuiet: true)),
    (["--claim", "a,b", "--claim", "c"], SampleDraft(claims: ["a", "b", "c"])),
    (["--shift-north-or-south", "-2km"], SampleDraft(north: -2)),
    (["--shift-north-or-south=-2km"], SampleDraft(north: -2)),
    (["-2km"], SampleDraft(scenario: "-2km")),
    (["-.5"], SampleDraft(scenario: "-.5")),
    (["--", "--json"], SampleDraft(scenario: "--json")),
    (["--json", "--", "--"], SampleDraft(scenario: "--", isJSON: true)),
    (["--order", "length"], SampleDraft(order: .length)),
    (["--color", "never"], SampleDraft(color: .never)),
  ])
  func `are read into the draft`(words: [String], draft: SampleDraft) throws {
    #expect(try sample.parse(words, into: SampleDraft()) == draft)
  }

  @Test(arguments: refusals)
  func `are refused with what is wrong`(words: [String], error: UsageError) {
    #expect(throws: error) { try sample.parse(words, into: SampleDraft()) }
  }

  @Test func `must hold every argument that is required`() {
    let parser = ArgumentParser<[String]>(
      options: [],
      positionals: [
        Positional("IN", help: "", isRequired: true) { $1.append($0) },
        Positional("OUT", help: "", isRequired: true) { $1.append($0) },
      ])
    var read: [String] = []
    #expect(throws: UsageError.missingArgument("OUT")) { try parser.parse(["a"], into: &read) }
  }

  @Test func `must hold every option that is required`() throws {
    let parser = ArgumentParser<String>(
      options: [.required("border", "FILE", help: "", into: \.self)],
      positionals: [Positional("IN", help: "", isRequired: false) { _, _ in }])
    var read = ""
    #expect(throws: UsageError.missingOption("--border FILE")) {
      try parser.parse(["a"], into: &read)
    }
    try parser.parse(["a", "--border", "b"], into: &read)
    #expect(read == "b")
  }

  @Test func `are checked word by word where a list of allowed words is given`() {
    let option = Option<[String]>.list(
      "format", "NAME", help: "", accepts: .oneOf(["csv", "kml"]), into: \.self)
    let parser = ArgumentParser<[String]>(options: [option], positionals: [])
    var read: [String] = []
    #expect(
      throws: UsageError.unknownWord(
        of: "--format", text: "kmz", allowed: ["csv", "kml"], nearest: "kml")
    ) { try parser.parse(["--format", "csv,kmz"], into: &read) }
  }

  @Test(arguments: [
    (["--json", "-h"], true), (["--csv", "--help"], true), (["--", "-h"], false),
    (["--csv=-h"], false), ([], false),
  ])
  func `ask for help wherever it stands among them`(words: [String], answer: Bool) {
    #expect(asksForHelp(words) == answer)
  }
}

private let refusals: [([String], UsageError)] = [
  (["--jsn"], .unknownOption("--jsn", nearest: "--json")),
  (["-json"], .unknownOption("-json", nearest: "--json")),
  (["--hlep"], .unknownOption("--hlep", nearest: "--help")),
  (["--wind=5"], .unknownOption("--wind", nearest: nil)),
  (["-x"], .unknownOption("-x", nearest: nil)),
  (["--csv"], .missingValue(option: "--csv", value: "FILE")),
  (["--csv", "--json"], .missingValue(option: "--csv", value: "FILE")),
  (["-c", "--", "out.csv"], .missingValue(option: "--csv", value: "FILE")),
  (["--json=yes"], .unexpectedValue(option: "--json", text: "yes")),
  (["--json="], .unexpectedValue(option: "--json", text: "")),
  (["--csv="], .badValue(of: "--csv", text: "", expected: "a value")),
  ([""], .badValue(of: "SCENARIO", text: "", expected: "a value")),
  (["--claim", "a,"], .badValue(of: "--claim", text: "a,", expected: "ID,ID,… without gaps")),
  (
    ["--shift-north-or-south", "far"],
    .badValue(
      of: "--shift-north-or-south", text: "far", expected: "a distance such as -2km")
  ),
  (
    ["--color", "nevr"],
    .unknownWord(
      of: "--color", text: "nevr", allowed: ["auto", "always", "never"], nearest: "never")
  ),
  (["--json", "--json"], .repeatedOption("--json")),
  (["-c", "a", "--csv", "b"], .repeatedOption("--csv")),
  (["--json", "--csv", "-"], .conflicting("--json", "--csv")),
  (["--csv", "-", "--json"], .conflicting("--csv", "--json")),
  (["valley", "ridge"], .unexpectedArgument("ridge")),
]
