/// What may stand as a value, for checks, help and completions.
enum Accepted: Hashable, Sendable {
  case anyText
  /// One of these words and nothing else; the parser checks it.
  case oneOf([String])
  /// Usually one of these words, but others are taken too.
  case suggesting([String])
  /// A file, or `-` for standard input or output.
  case file
  case folder
}
