import Formats

/// Reads the words after a command into a draft; touches no file and starts nothing.
///
/// An option's value is the next word (`--name value`) or stands behind a sign of equality
/// (`--name=value`). A word with a dash and a digit is a value (`-2km`), a dash alone is an
/// ordinary word, and after `--` every word is an argument. A value that begins with a dash
/// and a letter needs the sign of equality.
struct ArgumentParser<Draft> {
  let options: [Option<Draft>]
  let positionals: [Positional<Draft>]

  /// Reads `arguments` from left to right and stops at the first that is wrong.
  func parse(_ arguments: [String], into draft: inout Draft) throws(UsageError) {
    var rest = arguments[...]
    var given: [Option<Draft>] = []
    var waiting = positionals[...]
    var isOver = false
    while let word = rest.popFirst() {
      if isOver || !isOption(word) {
        try take(word, as: waiting.popFirst(), into: &draft)
      } else if word == "--" {
        isOver = true
      } else {
        let option = try readOption(word, &rest, into: &draft)
        try check(option, beside: given)
        given.append(option)
      }
    }
    for option in options where option.isRequired {
      guard given.contains(where: { $0.name == option.name }) else {
        throw .missingOption(option.requiredUsage)
      }
    }
    if let missing = waiting.first(where: \.isRequired) { throw .missingArgument(missing.name) }
  }

  private func readOption(
    _ word: String, _ rest: inout ArraySlice<String>, into draft: inout Draft
  ) throws(UsageError) -> Option<Draft> {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let (spelling, attached) = (String(parts[0]), parts.dropFirst().first.map(String.init))
    guard let option = options.first(where: { $0.isSpelled(spelling) }) else {
      throw .unknownOption(spelling, nearest: nearestOption(to: spelling))
    }
    guard let value = option.value else {
      if let attached { throw .unexpectedValue(option: option.spelling, text: attached) }
      try option.apply("", &draft)
      return option
    }
    if attached == nil, rest.first.map(isOption) ?? true {
      throw .missingValue(option: option.spelling, value: value)
    }
    let text = attached ?? rest.popFirst() ?? ""
    try option.accepts.check(text, of: option.spelling, isList: option.isRepeatable)
    try option.apply(text, &draft)
    return option
  }

  private func check(_ option: Option<Draft>, beside given: [Option<Draft>]) throws(UsageError) {
    for earlier in given {
      if earlier.name == option.name {
        guard option.isRepeatable else { throw .repeatedOption(option.spelling) }
      } else if earlier.excludes(option) {
        throw .conflicting(earlier.spelling, option.spelling)
      }
    }
  }

  private func take(
    _ word: String, as positional: Positional<Draft>?, into draft: inout Draft
  ) throws(UsageError) {
    guard let positional else { throw .unexpectedArgument(word) }
    try positional.accepts.check(word, of: positional.name, isList: false)
    try positional.apply(word, &draft)
  }

  private func nearestOption(to spelling: String) -> String? {
    let name = String(spelling.drop { $0 == "-" })
    return NearestWord.to(name, among: options.map(\.name) + ["help"]).map { "--" + $0 }
  }
}

/// Whether a word is an option rather than a value: a dash, and no number behind it.
private func isOption(_ word: String) -> Bool {
  guard word.hasPrefix("-"), let second = word.dropFirst().first else { return false }
  return !("0"..."9").contains(second) && second != "."
}

/// Whether the words ask for help instead of work.
func asksForHelp(_ arguments: [String]) -> Bool {
  arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
}

extension Accepted {
  /// Refuses an empty text, and a word that is not among those allowed.
  fileprivate func check(_ text: String, of name: String, isList: Bool) throws(UsageError) {
    guard !text.isEmpty else {
      throw .badValue(of: name, text: text, expected: "a value")
    }
    guard case .oneOf(let allowed) = self else { return }
    let words = isList ? text.split(separator: ",").map(String.init) : [text]
    for word in words where !allowed.contains(word) {
      throw .unknownWord(
        of: name, text: word, allowed: allowed, nearest: NearestWord.to(word, among: allowed))
    }
  }
}
