/// A command as a value: everything that its parsing, help, completions and manual need.
struct CommandDescription<Draft>: Sendable {
  /// One word, or two such as `scenario show`.
  let name: String
  /// What the command does, in one line, beginning with a verb and without a full stop.
  let summary: String
  /// The first is the one to try first.
  let examples: [Example]
  let positionals: [Positional<Draft>]
  let options: [Option<Draft>]
  /// Paragraphs that stand below the options.
  let notes: [String]
  /// The codes that this command can end with.
  let exitCodes: [ExitCode]

  init(
    _ name: String, summary: String, examples: [Example], positionals: [Positional<Draft>] = [],
    options: [Option<Draft>] = [], notes: [String] = [],
    exitCodes: [ExitCode] = ExitCode.allCases.filter { $0 != .failOn }
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.positionals = positionals
    self.options = options
    self.notes = notes
    self.exitCodes = exitCodes
  }
}

/// A command line, and what it shows.
struct Example: Hashable, Sendable {
  let line: String
  let shows: String

  init(_ line: String, shows: String) {
    self.line = line
    self.shows = shows
  }
}

extension CommandDescription {
  /// Reads `arguments` into a copy of `draft`.
  func parse(_ arguments: [String], into draft: Draft) throws(UsageError) -> Draft {
    var draft = draft
    try ArgumentParser(options: options, positionals: positionals).parse(arguments, into: &draft)
    return draft
  }

  /// The same description, to be read but not parsed with: no draft of it can exist.
  var readOnly: CommandDescription<Never> {
    CommandDescription<Never>(
      name, summary: summary, examples: examples, positionals: positionals.map(\.readOnly),
      options: options.map(\.readOnly), notes: notes, exitCodes: exitCodes)
  }
}
