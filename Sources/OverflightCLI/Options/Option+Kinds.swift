/// Where a draft keeps a value.
typealias Place<Draft, Value> = any WritableKeyPath<Draft, Value> & Sendable

extension Option {
  /// An option without a value.
  static func flag(
    _ name: String, letter: Character? = nil, help: String, excludes: [String] = [],
    into place: Place<Draft, Bool>
  ) -> Option {
    Option(name, letter: letter, help: help, excludes: excludes) { _, draft in
      draft[keyPath: place] = true
    }
  }

  /// An option whose value is kept as it was typed.
  static func text(
    _ name: String, letter: Character? = nil, _ value: String, help: String,
    initially: String? = nil, accepts: Accepted = .anyText, excludes: [String] = [],
    into place: Place<Draft, String?>
  ) -> Option {
    Option(
      name, letter: letter, value: value, help: help, initially: initially, accepts: accepts,
      excludes: excludes
    ) { text, draft in draft[keyPath: place] = text }
  }

  /// An option that must be given, whose value is kept as it was typed.
  static func required(
    _ name: String, letter: Character? = nil, _ value: String, help: String,
    accepts: Accepted = .anyText, into place: Place<Draft, String>
  ) -> Option {
    Option(name, letter: letter, value: value, help: help, isRequired: true, accepts: accepts) {
      text, draft in draft[keyPath: place] = text
    }
  }

  /// An option that may be given several times, or once with commas; every value is kept.
  static func list(
    _ name: String, letter: Character? = nil, _ value: String, help: String,
    initially: String? = nil, accepts: Accepted = .anyText, excludes: [String] = [],
    into place: Place<Draft, [String]>
  ) -> Option {
    Option(
      name, letter: letter, value: value, help: help, initially: initially, isRepeatable: true,
      accepts: accepts, excludes: excludes
    ) { text, draft throws(UsageError) in
      let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard !words.contains("") else {
        throw .badValue(of: "--" + name, text: text, expected: "\(value),\(value),… without gaps")
      }
      draft[keyPath: place] += words
    }
  }

  /// An option whose value is one of the words of `Word`; something holds without it.
  static func choice<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, letter: Character? = nil, _ value: String, help: String, initially: String,
    excludes: [String] = [], into place: Place<Draft, Word>
  ) -> Option {
    choice(
      name, letter: letter, value: value, help: help, initially: initially, excludes: excludes
    ) { word, draft in draft[keyPath: place] = word }
  }

  /// An option whose value is one of the words of `Word`; nothing holds without it.
  static func choice<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, letter: Character? = nil, _ value: String, help: String,
    excludes: [String] = [], into place: Place<Draft, Word?>
  ) -> Option {
    choice(name, letter: letter, value: value, help: help, initially: nil, excludes: excludes) {
      word, draft in draft[keyPath: place] = word
    }
  }

  private static func choice<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, letter: Character?, value: String, help: String, initially: String?,
    excludes: [String], keep: @escaping @Sendable (Word, inout Draft) -> Void
  ) -> Option {
    let words = Word.allCases.map(\.rawValue)
    return Option(
      name, letter: letter, value: value, help: help, initially: initially,
      accepts: .oneOf(words), excludes: excludes
    ) { text, draft throws(UsageError) in
      guard let word = Word(rawValue: text) else {
        throw .unknownWord(of: "--" + name, text: text, allowed: words, nearest: nil)
      }
      keep(word, &draft)
    }
  }

  /// An option whose value is read from its text.
  ///
  /// `expected` says what `read` takes, as it completes "is not …": "a time such as 1s".
  /// `read` gives nothing when the text is not that. What holds without the option is for
  /// the request to say: the draft only keeps what was typed.
  static func parsed<Value: Sendable>(
    _ name: String, letter: Character? = nil, _ value: String, help: String,
    initially: String? = nil, excludes: [String] = [], expected: String,
    into place: Place<Draft, Value?>, read: @escaping @Sendable (String) -> Value?
  ) -> Option {
    Option(
      name, letter: letter, value: value, help: help, initially: initially, excludes: excludes
    ) { text, draft throws(UsageError) in
      guard let found = read(text) else {
        throw .badValue(of: "--" + name, text: text, expected: expected)
      }
      draft[keyPath: place] = found
    }
  }
}

extension Option {
  /// `--color`, the same for every command.
  static func color(into place: Place<Draft, ColorChoice>) -> Option {
    .choice(
      "color", "WHEN", help: "When text is bold, faint or italic.", initially: "auto", into: place)
  }

  /// `--quiet`, the same for every command.
  static func quiet(into place: Place<Draft, Bool>) -> Option {
    .flag("quiet", letter: "q", help: "No hints and no progress on standard error.", into: place)
  }
}
