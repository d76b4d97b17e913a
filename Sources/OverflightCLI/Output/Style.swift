/// When styles are used, as `--color` says it.
enum ColorChoice: String, CaseIterable, Hashable, Sendable {
  case auto, always, never
}

/// How text looks, by what it means.
///
/// Weight and slant only, no color: a color would take a side, or be taken for one. A style
/// never carries a meaning alone; the words do, and without styles they are the same.
struct Style: Hashable, Sendable {
  let isOn: Bool

  /// What a piece of text is.
  enum Role: CaseIterable, Hashable, Sendable {
    case plain, heading, dim, event
    case supported, contradicted, undetermined
  }
}

extension Style {
  /// Decides from all that counts, and from nothing else.
  ///
  /// - Parameters:
  ///   - choice: What the user said on the command line.
  ///   - environment: What the user said before.
  ///   - isTerminal: Whether the text goes to a terminal.
  init(_ choice: ColorChoice, environment: Environment, isTerminal: Bool) {
    isOn =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && environment.noColor ?? "" == "" && environment.term != "dumb"
      }
  }

  /// No styles: the text as it is.
  static let plain = Style(isOn: false)

  /// `text` in the look of `role`, or as it is when styles are off.
  func callAsFunction(_ role: Role, _ text: String) -> String {
    guard isOn, !text.isEmpty, let code = role.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Style.Role {
  /// The number that ECMA-48 gives the look: 1 bold, 2 faint, 3 italic.
  var code: Int? {
    switch self {
    case .plain: nil
    case .heading, .event, .supported: 1
    case .dim, .undetermined: 2
    case .contradicted: 3
    }
  }
}
