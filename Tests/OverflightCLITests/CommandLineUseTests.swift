import Foundation
import TestSupport
import Testing

@Suite struct `The program's command line` {
  @Test(arguments: mistypedLines)
  func `answers a mistyped word with the nearest one`(line: String, words: String) throws {
    let outcome = try BuiltProgram.run(line.split(separator: " ").map(String.init))
    #expect(outcome.code == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors == "overflight: \(words)\n")
    #expect(outcome.filesLeft.isEmpty)
  }

  @Test(arguments: commandNames)
  func `has a help with examples before options`(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let outcome = try BuiltProgram.run(words + ["--help"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let examples = try #require(outcome.output.range(of: "\n  overflight \(command)"))
    let options = try #require(outcome.output.range(of: "\nOptions:"))
    #expect(examples.lowerBound < options.lowerBound)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [[], ["--help"], ["-h"], ["help"]])
  func `begins its own help with examples`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let examples = try #require(outcome.output.range(of: "Start with:\n  overflight replay\n"))
    let commands = try #require(outcome.output.range(of: "\nCommands:"))
    #expect(examples.lowerBound < commands.lowerBound)
    for command in commandNames { #expect(outcome.output.contains("\n  \(command) ")) }
  }

  @Test func `tells its version`() throws {
    let outcome = try BuiltProgram.run(["--version"])
    #expect(outcome.code == 0)
    #expect(outcome.output.wholeMatch(of: /overflight \d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ("nowhere", "there is no scenario \"nowhere\", neither in the library nor as a folder"),
    ("hatay-2015-11-42", "did you mean \"hatay-2015-11-24\"?"),
  ])
  func `knows no scenario of another name`(name: String, words: String) throws {
    for command in [["replay"], ["check"], ["scenario", "show"], ["scenario", "validate"]] {
      let outcome = try BuiltProgram.run(command + [name])
      #expect(outcome.code == 66)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(words))
    }
  }

  @Test(arguments: [["replay"], ["check"], ["check", "--json"], ["replay", "--csv", "-"]])
  func `uses no color where no terminal is`(command: [String]) throws {
    let outcome = try BuiltProgram.run(
      command + ["small"], environment: ["TERM": "xterm-256color"], in: writeSmall)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `uses color when told to, and the same words`() throws {
    let plain = try BuiltProgram.run(["check", "small"], in: writeSmall)
    let colored = try BuiltProgram.run(["check", "small", "--color", "always"], in: writeSmall)
    #expect(colored.output.contains("\u{1B}["))
    #expect(colored.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.output)
  }

  @Test func `points to check after a replay, unless told to be quiet`() throws {
    #expect(try Shipped.replay.get().errors.hasSuffix(": overflight check\n"))
    #expect(try BuiltProgram.run(["replay", "--quiet"]).errors == "")
  }
}

@Suite struct `The program's output` {
  @Test func `leaves a CSV file alone that is there`() throws {
    let outcome = try BuiltProgram.run(["replay", "small", "--csv", "out.csv"]) { folder in
      try writeSmall(folder)
      try Data("mine".utf8).write(to: folder.appending(path: "out.csv"))
    }
    #expect(outcome.code == 73)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        overflight: out.csv: exists already; choose another name, or replace it with --force

        """)
    #expect(outcome.filesLeft.isEmpty)
  }

  @Test(arguments: [true, false])
  func `is the CSV file alone, whether one was there or not`(wasThere: Bool) throws {
    let printed = try BuiltProgram.run(["replay", "small", "--csv", "-"], in: writeSmall)
    let outcome = try BuiltProgram.run(["replay", "small", "--csv", "out.csv", "--force"]) {
      folder in
      try writeSmall(folder)
      if wasThere { try Data("mine".utf8).write(to: folder.appending(path: "out.csv")) }
    }
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
    #expect(outcome.filesLeft == ["out.csv": Data(printed.output.utf8)])
  }

  @Test(arguments: [
    ["replay", "small", "--csv", "nowhere/out.csv"], ["replay", "small", "--csv", "small"],
    ["scenario", "export", "hatay-2015-11-24", "nowhere/copy"],
    ["scenario", "export", "hatay-2015-11-24", "small"],
    ["scenario", "export", "hatay-2015-11-24", "."],
  ])
  func `is not begun where it cannot be`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments, in: writeSmall)
    #expect(outcome.code == 73)
    #expect(outcome.output == "")
    #expect(outcome.errors.wholeMatch(of: /overflight: [^\n]+\n/) != nil)
    #expect(outcome.filesLeft.isEmpty)
  }

  @Test(arguments: [
    ["replay", "small"], ["replay", "small", "--csv", "-"], ["check", "small"],
    ["check", "small", "--json"], ["scenario", "list"], ["--help"],
  ])
  func `that finds a full disk ends with code 74`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments, output: .fullDisk, in: writeSmall)
    #expect(outcome.code == 74)
    #expect(outcome.errors.wholeMatch(of: /overflight: [^\n]+ cannot be written: [^\n]+\n/) != nil)
  }

  @Test(arguments: [
    ["replay", "small"], ["replay", "small", "--csv", "-", "--step", "0.01s"], ["check", "small"],
    ["check", "small", "--json"], ["scenario", "list"], ["--help"],
  ])
  func `that nobody reads any more is no error`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments, output: .closedPipe, in: writeSmall)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
  }
}

@Suite struct `An exported scenario` {
  @Test func `is valid and gives the same bytes as the one inside the program`() throws {
    var copied: [String: Data] = [:]
    let export = try BuiltProgram.run(["scenario", "export", "hatay-2015-11-24", "copy"])
    #expect(export.code == 0)
    #expect(export.output == "")
    copied = export.filesLeft
    #expect(copied.count > 8)

    func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
      try BuiltProgram.run(arguments) { folder in
        for (path, bytes) in copied {
          let file = folder.appending(path: path)
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try bytes.write(to: file)
        }
      }
    }
    let validated = try run(["scenario", "validate", "copy"])
    #expect(validated.code == 0)
    #expect(validated.output.hasPrefix("copy: valid; "))
    #expect(try run(["replay", "copy"]).output == Shipped.replay.get().output)
    #expect(try run(["check", "copy"]).output == Shipped.check.get().output)
  }

  @Test func `has the files of the repository's folder`() throws {
    let export = try BuiltProgram.run(["scenario", "export", "hatay-2015-11-24", "copy"])
    for (path, bytes) in export.filesLeft {
      let file = Shipped.folder.appending(path: String(path.dropFirst("copy/".count)))
      #expect(try Data(contentsOf: file) == bytes, "\(path)")
    }
  }
}

private let commandNames = [
  "replay", "check", "vary", "solve", "fall", "missile", "screen", "scenario list",
  "scenario show", "scenario validate", "scenario export",
]

private let mistypedLines = [
  ("repaly", "there is no command \"repaly\" (did you mean replay?); see overflight --help"),
  (
    "scenario exprot",
    "there is no command \"scenario exprot\" (did you mean scenario export?); "
      + "see overflight --help"
  ),
  (
    "screem --border x",
    "there is no command \"screem\" (did you mean screen?); see overflight --help"
  ),
  (
    "screen --boarder x tracks.csv",
    "there is no option --boarder (did you mean --border?); see overflight screen --help"
  ),
  (
    "replay --trak x",
    "there is no option --trak (did you mean --track?); see overflight replay --help"
  ),
  (
    "check --jsno", "there is no option --jsno (did you mean --json?); see overflight check --help"
  ),
  (
    "replay --track leter-depth",
    "there is no track \"leter-depth\"; did you mean \"letter-depth\"?; known are letter-length, "
      + "letter-depth, us-two-mile, quartz-tracing, ku-leuven, russian-map, russian-f16"
  ),
  (
    "replay --border osm-2062",
    "there is no border \"osm-2062\"; did you mean \"osm-2026\"?; known are osm-2026, osm-2018, "
      + "natural-earth-10m"
  ),
  (
    "check --border osm2018",
    "there is no border \"osm2018\"; did you mean \"osm-2018\"?; known are osm-2026, osm-2018, "
      + "natural-earth-10m"
  ),
  (
    "check --party rusia",
    "there is no party \"rusia\"; did you mean \"russia\"?; known are independent-analysts, nato, "
      + "russia, turkey, united-states"
  ),
  (
    "check --claim T3-lenght",
    "there is no claim \"T3-lenght\"; did you mean \"T3-length\"?; see overflight scenario show"
  ),
  (
    "check --fail-on contradictd",
    "--fail-on \"contradictd\" is not supported, contradicted or undetermined (did you mean "
      + "contradicted?); see overflight check --help"
  ),
  (
    "replay --step 5",
    "--step \"5\" is not a time above zero such as 1s or 0.5s; see overflight replay --help"
  ),
  (
    "replay --step 0s",
    "--step \"0s\" is not a time above zero such as 1s or 0.5s; see overflight replay --help"
  ),
  (
    "check --border-displacement -5m",
    "--border-displacement \"-5m\" is not a length from zero such as 50m; "
      + "see overflight check --help"
  ),
  ("vary", "the option --track ID is missing; see overflight vary --help"),
  (
    "vary --track letter-depth --shift-noth 1km",
    "there is no option --shift-noth (did you mean --shift-north?); see overflight vary --help"
  ),
  ("scenario validate", "the argument PATH is missing; see overflight scenario validate --help"),
]
