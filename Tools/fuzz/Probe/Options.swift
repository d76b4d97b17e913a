/// What the command line says.
struct Options {
  private(set) var property = "all"
  private(set) var runs = 0..<100_000
  private(set) var seed: UInt64 = 1
  private(set) var isListOnly = false
  /// How long each property is run at most.
  private(set) var minutes = Double.infinity
  /// A file that always holds the number of the current run, for the case of a crash.
  private(set) var place: String?

  init(_ words: ArraySlice<String>) throws(OptionError) {
    var words = words
    while let word = words.popFirst() {
      switch word {
      case "--list": isListOnly = true
      case "--property": property = try Self.value(of: word, &words) { $0 }
      case "--runs": runs = 0..<(try Self.value(of: word, &words) { Int($0).flatMap(positive) })
      case "--seed": seed = try Self.value(of: word, &words) { UInt64($0) }
      case "--run":
        let run = try Self.value(of: word, &words) { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
        runs = run..<(run + 1)
      case "--minutes":
        minutes = try Self.value(of: word, &words) { Double($0).flatMap { $0 > 0 ? $0 : nil } }
        if runs == 0..<100_000 { runs = 0..<Int.max }
      case "--place": place = try Self.value(of: word, &words) { $0 }
      default: throw OptionError(option: word, text: nil)
      }
    }
  }

  private static func value<Value>(
    of option: String, _ words: inout ArraySlice<String>, _ parse: (String) -> Value?
  ) throws(OptionError) -> Value {
    let text = words.popFirst()
    guard let text, let value = parse(text) else {
      throw OptionError(option: option, text: text ?? "nothing")
    }
    return value
  }
}

private func positive(_ number: Int) -> Int? { number > 0 ? number : nil }

/// What was typed wrong.
struct OptionError: Error, CustomStringConvertible {
  let option: String
  let text: String?

  var description: String {
    let usage = "see the head of Tools/fuzz/fuzz"
    return text.map { "\(option) \($0): that is no value for \(option); \(usage)" }
      ?? "there is no option \(option); \(usage)"
  }
}
