import Formats

/// The whole command line as a value: what it is called for, and its commands.
struct Program: Sendable {
  let version: String
  /// What the program does, in a sentence.
  let summary: String
  /// Two or three command lines to start with.
  let examples: [Example]
  let commands: [Command]

  /// A command with what it does.
  struct Command: Sendable {
    let description: CommandDescription<Never>
    /// Reads the arguments and returns the work, not yet begun.
    let prepare: @Sendable (_ arguments: [String]) throws(UsageError) -> Work
  }

  /// What a command does once its arguments are read.
  typealias Work = @Sendable (_ console: Console) throws -> ExitCode
}

extension Program.Command {
  /// - Parameters:
  ///   - description: What can be typed.
  ///   - draft: What holds when nothing is typed.
  ///   - run: Does the work for what was typed.
  init<Draft: Sendable>(
    _ description: CommandDescription<Draft>, from draft: Draft,
    run: @escaping @Sendable (_ draft: Draft, _ console: Console) throws -> ExitCode
  ) {
    self.description = description.readOnly
    prepare = { arguments throws(UsageError) in
      let typed = try description.parse(arguments, into: draft)
      return { console in try run(typed, console) }
    }
  }
}

extension Program {
  /// What a command line asks for.
  enum Request: Hashable, Sendable {
    case help
    case version
    case helpForGroup(String)
    case helpForCommand(Int)
    /// The command of this index in ``Program/commands``, with the words behind its name.
    case run(Int, [String])
  }

  /// Finds the command; what follows its name is not looked at but for `--help`.
  ///
  /// - Parameter arguments: The words behind the program's own name.
  /// - Returns: What to do.
  /// - Throws: ``UsageError``, if no command has the name.
  func request(of arguments: [String]) throws(UsageError) -> Request {
    guard let first = arguments.first else { return .help }
    if first == "help" { return try request(of: arguments.dropFirst() + ["--help"]) }
    if first == "--version" { return .version }
    if first == "--help" || first == "-h" { return .help }
    guard !first.hasPrefix("-") else { throw misplacedOption(first) }
    for (index, command) in commands.enumerated() {
      let name = command.description.name.split(separator: " ").map(String.init)
      guard arguments.starts(with: name) else { continue }
      let rest = Array(arguments.dropFirst(name.count))
      return asksForHelp(rest) ? .helpForCommand(index) : .run(index, rest)
    }
    return try groupRequest(first, arguments.dropFirst().first)
  }

  /// What is wrong with an option that stands before any command.
  private func misplacedOption(_ word: String) -> UsageError {
    let spelling = String(word.prefix { $0 != "=" })
    let isKnown = commands.contains { $0.description.options.contains { $0.isSpelled(spelling) } }
    guard !isKnown else { return .optionBeforeCommand(spelling) }
    let nearest = NearestWord.to(spelling, among: ["--help", "--version"])
    return .unknownOption(spelling, nearest: nearest)
  }

  /// What is asked when no command has the name: a group's help, or an error.
  private func groupRequest(_ first: String, _ second: String?) throws(UsageError) -> Request {
    let names = commands.map(\.description.name)
    let choices = group(first).map { String($0.name.dropFirst(first.count + 1)) }
    guard !choices.isEmpty else {
      let known = Set(names.flatMap { [$0, String($0.prefix { $0 != " " })] }).sorted()
      throw .unknownCommand(first, nearest: NearestWord.to(first, among: known))
    }
    guard let second else { throw .incompleteCommand(first, choices: choices) }
    if asksForHelp([second]) { return .helpForGroup(first) }
    guard !second.hasPrefix("-") else { throw .incompleteCommand(first, choices: choices) }
    let nearest = NearestWord.to(second, among: choices).map { "\(first) \($0)" }
    throw .unknownCommand("\(first) \(second)", nearest: nearest)
  }

  /// The commands of two words that begin with `word`.
  func group(_ word: String) -> [CommandDescription<Never>] {
    commands.map(\.description).filter { $0.name.hasPrefix(word + " ") }
  }
}
