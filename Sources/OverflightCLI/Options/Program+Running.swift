extension Program {
  /// Does what the command line asks for: prints help or the version, or runs a command.
  ///
  /// A mistyped line is told on standard error and gives ``ExitCode/usage``.
  ///
  /// - Parameters:
  ///   - arguments: The words behind the program's own name.
  ///   - console: Where to speak.
  /// - Returns: What the process is to end with.
  /// - Throws: Whatever the command throws; also ``OutputError``.
  func run(_ arguments: [String], on console: Console) throws -> ExitCode {
    var name: String?
    let work: Work
    do throws(UsageError) {
      switch try request(of: arguments) {
      case .help: work = printing(help(on: console).text(for: self))
      case .version: work = printing("overflight \(version)\n")
      case .helpForGroup(let word):
        work = printing(help(on: console).text(forGroup: word, of: group(word)))
      case .helpForCommand(let index):
        work = printing(help(on: console).text(for: commands[index].description))
      case .run(let index, let rest):
        name = commands[index].description.name
        work = try commands[index].prepare(rest)
      }
    } catch {
      console.fail(error.sentence(for: name))
      return .usage
    }
    do {
      return try work(console)
    } catch let error as UsageError {
      console.fail(error.sentence(for: name))
      return .usage
    }
  }

  private func help(on console: Console) -> Help {
    Help(width: console.width, style: console.style())
  }

  private func printing(_ text: String) -> Work {
    { console in
      try console.print(text)
      return .done
    }
  }
}
