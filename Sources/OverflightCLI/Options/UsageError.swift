/// What the user typed wrong, in the user's words.
///
/// Options are named as they are typed (`--csv`), arguments as the help names them
/// (`SCENARIO`).
enum UsageError: Error, Hashable {
  case unknownCommand(String, nearest: String?)
  /// The first word of commands that have two, without the second.
  case incompleteCommand(String, choices: [String])
  case unknownOption(String, nearest: String?)
  /// An option that commands have was typed before the command.
  case optionBeforeCommand(String)
  case missingValue(option: String, value: String)
  /// A flag was given a value.
  case unexpectedValue(option: String, text: String)
  case badValue(of: String, text: String, expected: String)
  /// A value that is of the right form, and wrong for the reason given.
  case unusable(of: String, reason: String)
  case unknownWord(of: String, text: String, allowed: [String], nearest: String?)
  case repeatedOption(String)
  case conflicting(String, String)
  /// An option that means something only beside another one.
  case alone(String, needs: String)
  case missingArgument(String)
  /// An option without which the command does nothing, with its value.
  case missingOption(String)
  case unexpectedArgument(String)
}

extension UsageError: CustomStringConvertible {
  /// The sentence for an error outside any command.
  var description: String { sentence(for: nil) }

  /// What is wrong and where help is, in one sentence.
  ///
  /// - Parameter command: The command that was being read, such as `scenario show`.
  /// - Returns: The sentence, without a full stop, on one line.
  func sentence(for command: String?) -> String {
    let help = ["overflight", command, "--help"].compactMap(\.self).joined(separator: " ")
    return "\(fact.printableLine); see \(help)"
  }

  private var fact: String {
    switch self {
    case .unknownCommand(let command, let nearest):
      "there is no command \"\(command)\"" + suggestion(nearest)
    case .incompleteCommand(let command, let choices):
      "\"\(command)\" needs a second word: \(choices.joinedByOr)"
    case .unknownOption(let option, let nearest):
      "there is no option \(option)" + suggestion(nearest)
    case .optionBeforeCommand(let option):
      "\(option) stands behind the command: overflight COMMAND \(option)"
    case .missingValue(let option, let value): "\(option) needs a value: \(option) \(value)"
    case .unexpectedValue(let option, let text):
      "\(option) takes no value, but \"\(text)\" was given"
    case .badValue(let name, let text, let expected): "\(name) \"\(text)\" is not \(expected)"
    case .unusable(let name, let reason): "\(name): \(reason)"
    case .unknownWord(let name, let text, let allowed, let nearest):
      "\(name) \"\(text)\" is not \(allowed.joinedByOr)" + suggestion(nearest)
    case .repeatedOption(let option): "\(option) was given twice and can be given once"
    case .conflicting(let first, let second): "\(first) and \(second) cannot be used together"
    case .alone(let option, let other): "\(option) needs \(other)"
    case .missingArgument(let name): "the argument \(name) is missing"
    case .missingOption(let usage): "the option \(usage) is missing"
    case .unexpectedArgument(let text): "\"\(text)\" is one argument too many"
    }
  }
}

private func suggestion(_ nearest: String?) -> String {
  nearest.map { " (did you mean \($0)?)" } ?? ""
}

extension [String] {
  /// The words as a choice: "auto, always or never".
  var joinedByOr: String {
    guard let last, count > 1 else { return joined() }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
