/// Writes the help of commands, examples first, wrapped to a width.
struct Help: Sendable {
  let width: Int
  let style: Style

  init(width: Int = 80, style: Style = .plain) {
    self.width = width
    self.style = style
  }

  /// All that `overflight NAME --help` prints.
  func text(for command: CommandDescription<Never>) -> String {
    let usage =
      ["overflight", command.name] + command.options.filter(\.isRequired).map(\.requiredUsage)
      + command.positionals.map(\.usage) + ["[OPTIONS]"]
    let sections = [
      [command.summary + "."].flatMap { $0.wrapped(to: width) },
      [style(.heading, "Usage:") + " " + usage.joined(separator: " ")],
      examples("Examples:", command.examples),
      list("Arguments:", command.positionals.map { ($0.name, $0.words) }),
      list("Options:", command.options.map { ($0.usage, $0.words) } + [helpEntry]),
      command.notes.map { $0.wrapped(to: width).joined(separator: "\n") },
      exitCodes(command.exitCodes),
    ]
    return joined(sections)
  }

  /// All that `overflight --help` prints.
  func text(for program: Program) -> String {
    let version = ("    --version", "Print the version.")
    let sections = [
      program.summary.wrapped(to: width),
      [style(.heading, "Usage:") + " overflight COMMAND [ARGUMENTS] [OPTIONS]"],
      examples("Start with:", program.examples),
      list("Commands:", program.commands.map { ($0.description.name, $0.description.summary) }),
      list("Options:", [helpEntry, version]),
      exitCodes(ExitCode.allCases),
      "See overflight COMMAND --help for a command's examples and options.".wrapped(to: width),
    ]
    return joined(sections)
  }

  /// All that `overflight NAME --help` prints where `name` is the first of two words.
  func text(forGroup name: String, of commands: [CommandDescription<Never>]) -> String {
    let entries = commands.map { ($0.name, $0.summary) }
    return joined([
      [style(.heading, "Usage:") + " overflight \(name) COMMAND [ARGUMENTS] [OPTIONS]"],
      examples("Examples:", commands.compactMap(\.examples.first)),
      list("Commands:", entries),
      "See overflight \(name) COMMAND --help for more.".wrapped(to: width),
    ])
  }
}

extension Help {
  private var helpEntry: (String, String) { ("-h, --help", "Print this help.") }

  /// The sections with an empty line between any two, empty ones left out.
  private func joined(_ sections: [[String]]) -> String {
    sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func examples(_ title: String, _ examples: [Example]) -> [String] {
    section(
      title,
      examples.flatMap { example in
        ["  " + example.line]
          + example.shows.wrapped(to: width - 6).map { style(.dim, "      " + $0) }
      })
  }

  private func exitCodes(_ codes: [ExitCode]) -> [String] {
    list("Exit codes:", codes.map { ("\($0.rawValue)", $0.meaning) })
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [style(.heading, title)] + lines
  }

  /// Names to the left, their words to the right, wrapped; under a name that is too long.
  private func list(_ title: String, _ entries: [(name: String, words: String)]) -> [String] {
    let widest = entries.map(\.name.count).filter { $0 <= width / 3 }.max() ?? 0
    let column = 2 + widest + 2
    let lines = entries.flatMap { name, words in
      let text = words.wrapped(to: width - column)
        .map { String(repeating: " ", count: column) + $0 }
      guard name.count <= widest, let first = text.first else { return ["  " + name] + text }
      return ["  " + name + first.dropFirst(2 + name.count)] + text.dropFirst()
    }
    return section(title, lines)
  }
}

extension Option {
  /// How the option is typed, both names and the value.
  fileprivate var usage: String {
    let names = (shortSpelling.map { $0 + ", " } ?? "    ") + spelling
    return value.map { "\(names) \($0)" } ?? names
  }

  /// The help, with what the value says of itself.
  fileprivate var words: String {
    ([help, isRequired ? "Must be given." : nil, accepts.words]
      + [isRepeatable ? "Can be repeated." : nil]
      + [initially.map { "Default: \($0)." }]
      + [excludes.isEmpty ? nil : "Not with \(excludes.map { "--" + $0 }.joinedByOr)."])
      .compactMap(\.self).joined(separator: " ")
  }
}

extension Positional {
  fileprivate var words: String {
    [help, accepts.words, initially.map { "Default: \($0)." }]
      .compactMap(\.self).joined(separator: " ")
  }
}

extension Accepted {
  /// The words that may stand, as a sentence; nothing where any text may.
  fileprivate var words: String? {
    switch self {
    case .oneOf(let words): "One of \(words.joinedByOr)."
    case .anyText, .suggesting, .file, .folder: nil
    }
  }
}
