import Foundation
import TestSupport
import Testing

@Suite struct `The command vary, keeping a journal,` {
  private static let uncertain = "--uncertain none,clock=0s:20s,ground-speed=20km/h"
  private static let samples =
    "vary small --track through --claim E1 --samples 600 --seed 3 \(uncertain)"
  private static let grid =
    "vary small --track through --claim E1 --speed-factor 0.5:2:0.0025 --rotate 0deg,1deg"

  private func folder() throws -> WorkingFolder {
    try WorkingFolder { try SmallScenario().write(to: $0.appending(path: "small")) }
  }

  /// Killed when the journal holds some blocks, and once more later on; then run to the end.
  @Test(arguments: [
    (samples, 1, 2), (samples + " --json", 2, 1), (samples + " --csv -", 1, 1),
    (grid + " --csv -", 2, 1),
  ])
  func `ends with the same bytes after it was killed`(
    words: String, first: Int, second: Int
  ) throws {
    let folder = try folder()
    for (size, threads) in [(1_500, first), (14_000, second)] {
      let isKilled = try folder.runKilled(words + " --journal j --threads \(threads)") {
        folder.size("j") > size
      }
      #expect(isKilled && folder.size("j") > size)
    }
    // Torn in the middle of a block besides, as by a failure of power.
    let torn = try folder.bytes("j").dropLast(77)
    try torn.write(to: folder.folder.appending(path: "j"))
    let resumed = try folder.run(words + " --journal j")
    #expect(resumed.code == 0 && resumed.errors.contains("were there already"))
    let whole = try folder.run(words)
    #expect(resumed.output == whole.output && whole.errors == "")

    let finished = try folder.bytes("j")
    #expect(try folder.run(words + " --journal j --quiet --threads 1") == whole)
    #expect(try folder.bytes("j") == finished)
    #expect(try folder.run(words + " --journal k --threads 3") == whole)
    #expect(try folder.bytes("k") == finished)
  }

  @Test func `leaves no output while it is not whole`() throws {
    let folder = try folder()
    let words = Self.samples + " --journal j --csv out.csv"
    #expect(try folder.runKilled(words) { folder.size("j") > 1_500 })
    // Neither under its own name nor under a hidden one.
    #expect(try !folder.names.contains { $0.contains("out.csv") })
    #expect(try folder.run(words).code == 0)
    let whole = try folder.run(Self.samples + " --csv -")
    #expect(try folder.bytes("out.csv") == Data(whole.output.utf8))
  }

  @Test func `tells one journal in every form, and shards in journals of their own`() throws {
    let folder = try folder()
    let parts = try (0..<3).map {
      try folder.run(Self.samples + " --csv - --shard \($0)/3 --journal j\($0)").output
    }
    let again = try (0..<3).map {
      try folder.run(Self.samples + " --csv - --shard \($0)/3 --journal j\($0) --quiet").output
    }
    let whole = try folder.run(Self.samples + " --csv -").output
    #expect(parts.joined() == whole && again == parts)
    let text = try folder.run(Self.samples + " --shard 1/3")
    #expect(try folder.run(Self.samples + " --shard 1/3 --journal j1 --quiet") == text)
    let other = try folder.run(Self.samples + " --shard 1/3 --journal j2")
    #expect(other.code == 65 && other.output == "")
  }

  @Test(arguments: [
    ("--seed 4", "seed is \"3\" there and \"4\" here"),
    ("--samples 599", "samples is \"600\" there and \"599\" here"),
    (
      "--uncertain none",
      "it has \"uncertain: clock uniform 0.0 to 20.0\" where this run has "
        + "\"border displacement: 0.0 m at 95 %\""
    ),
    ("--claim W1", "reading is \"E1.as-stated\" there and \"W1.as-stated\" here"),
    ("--track seen", "track is \"through\" there and \"seen\" here"),
    (
      "--border-displacement 51m",
      "border displacement is \"50.0 m at 95 %\" there and \"51.0 m at 95 %\" here"
    ),
    (
      "--uncertain clock=0s:21s",
      "uncertain is \"clock uniform 0.0 to 20.0\" there and \"clock uniform 0.0 to 21.0\" here"
    ),
  ])
  func `refuses the journal of another run`(word: String, difference: String) throws {
    let folder = try folder()
    var words = [
      "--track": "through", "--claim": "E1", "--samples": "600", "--seed": "3",
      "--uncertain": "clock=0s:20s",
    ]
    func line() -> String {
      "vary small --journal j "
        + words.sorted { $0 < $1 }.map { "\($0) \($1)" }.joined(separator: " ")
    }
    #expect(try folder.runKilled(line()) { folder.size("j") > 1_500 })
    let before = try folder.bytes("j")
    let parts = word.split(separator: " ").map(String.init)
    words[parts[0]] = parts[1]
    let outcome = try folder.run(line())
    #expect(outcome.code == 65 && outcome.output == "")
    #expect(
      outcome.errors
        == "overflight: j: is the journal of another run: \(difference); choose another file\n")
    #expect(try folder.bytes("j") == before)
  }

  @Test func `refuses a journal of other inputs, and one in use`() throws {
    let folder = try folder()
    #expect(try folder.run(Self.samples + " --journal j").code == 0)
    let before = try folder.bytes("j")
    let descriptor = open(folder.folder.appending(path: "j").path, O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let inUse = try folder.run(Self.samples + " --journal j")
    close(descriptor)
    #expect(inUse.code == 73)
    #expect(inUse.errors == "overflight: j: is the journal of a run that has not ended yet\n")

    try SmallScenario().changing("scenario.json", "720 km/h", to: "721 km/h")
      .write(to: folder.folder.appending(path: "small"))
    let outcome = try folder.run(Self.samples + " --journal j")
    #expect(outcome.code == 65 && outcome.errors.contains("input scenario.json is"))
    #expect(try folder.bytes("j") == before)
  }

  @Test(arguments: [
    ("--journal j", "--journal needs --samples or --csv"),
    ("--samples 5 --journal -", "--journal: a journal is a file of its own"),
    ("--samples 5 --journal j --csv j", "--journal: a journal is a file of its own"),
  ])
  func `says what a journal needs`(words: String, sentence: String) throws {
    let folder = try folder()
    let outcome = try folder.run("vary small --track through \(words)")
    #expect(outcome.code == 64 && outcome.output == "")
    #expect(outcome.errors == "overflight: \(sentence); see overflight vary --help\n")
    #expect(try folder.names == ["small"])
  }
}
