/// One option of the command line, with everything that is to be said of it in one place.
///
/// Parsing, help, errors and completions all read this value.
struct Option<Draft>: Sendable {
  /// The long name, without its dashes.
  let name: String
  /// The short name, without its dash: an ASCII letter.
  let letter: Character?
  /// What the help calls the value, such as `FILE`; nothing for a flag.
  let value: String?
  /// What the option does: a sentence or two.
  let help: String
  /// What holds when the option is not given, in the words the user would type.
  let initially: String?
  let isRepeatable: Bool
  /// Whether the command does nothing without it.
  let isRequired: Bool
  let accepts: Accepted
  /// The long names of options that cannot stand beside this one.
  let excludes: [String]
  /// Writes the value (for a flag, an empty text) into the draft.
  let apply: @Sendable (_ text: String, _ draft: inout Draft) throws(UsageError) -> Void

  init(
    _ name: String, letter: Character? = nil, value: String? = nil, help: String,
    initially: String? = nil, isRepeatable: Bool = false, isRequired: Bool = false,
    accepts: Accepted = .anyText, excludes: [String] = [],
    apply: @escaping @Sendable (_ text: String, _ draft: inout Draft) throws(UsageError) -> Void
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.help = help
    self.initially = initially
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
    self.accepts = accepts
    self.excludes = excludes
    self.apply = apply
  }
}

extension Option {
  /// The long name as it is typed.
  var spelling: String { "--" + name }

  /// The short name as it is typed.
  var shortSpelling: String? { letter.map { "-\($0)" } }

  /// The option and its value, as a usage line has one that must be given.
  var requiredUsage: String { ([spelling] + [value].compactMap(\.self)).joined(separator: " ") }

  func isSpelled(_ word: String) -> Bool { word == spelling || word == shortSpelling }

  /// Whether one of the two options bars the other.
  func excludes(_ other: Option) -> Bool {
    excludes.contains(other.name) || other.excludes.contains(name)
  }

  /// The same option, to be read about but not applied.
  var readOnly: Option<Never> {
    Option<Never>(
      name, letter: letter, value: value, help: help, initially: initially,
      isRepeatable: isRepeatable, isRequired: isRequired, accepts: accepts, excludes: excludes,
      apply: { _, _ in })
  }
}
