@testable import OverflightCLI

/// What can be typed behind the sample command.
struct SampleDraft: Hashable, Sendable {
  var scenario: String?
  var csv: String?
  var isJSON = false
  var claims: [String] = []
  var north: Int?
  var order: SampleOrder?
  var color = ColorChoice.auto
  var isQuiet = false
}

/// In what order the sample command lists.
enum SampleOrder: String, CaseIterable, Sendable { case name, length }

/// A command with an option of every kind, for tests only.
let sample = CommandDescription<SampleDraft>(
  "survey",
  summary: "Surveys a border from above and lists what lies on it",
  examples: [
    Example("overflight survey", shows: "The valley's border as a table."),
    Example(
      "overflight survey --csv - valley | head",
      shows: "The same as CSV on standard output, cut by another program after its tenth line."),
  ],
  positionals: [
    .optional(
      "SCENARIO", help: "An id of the library or a folder.", initially: "valley",
      accepts: .folder, into: \.scenario)
  ],
  options: [
    .text(
      "csv", letter: "c", "FILE", help: "Write the survey as CSV; - is standard output.",
      accepts: .file, excludes: ["json"], into: \.csv),
    .flag("json", help: "Write one JSON object instead of the table.", into: \.isJSON),
    .list("claim", "ID", help: "Only these claims.", into: \.claims),
    .parsed(
      "shift-north-or-south", "DISTANCE", help: "Move the border.",
      expected: "a distance such as -2km", into: \.north,
      read: { $0.hasSuffix("km") ? Int($0.dropLast(2)) : nil }),
    .choice("order", "KEY", help: "How to sort.", into: \.order),
    .color(into: \.color),
    .quiet(into: \.isQuiet),
  ],
  notes: ["A border that does not close is refused, and nothing is written."],
  exitCodes: [.done, .usage, .badScenario])
