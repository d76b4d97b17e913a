import Formats

/// What a command could not do, in the user's words.
enum Failure: Error, Hashable {
  /// A word of the command line names nothing that the scenario has.
  case unknown(kind: String, name: String, known: [String])
  /// There is no scenario of this name, neither in the library nor as a folder.
  case noScenario(String, known: [String])
  case cannotCreate(path: String, reason: String)
  /// A track leaves the window of the border data.
  case outsideData(track: String, reason: String)
}

extension Failure: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknown(let kind, let name, let known):
      "there is no \(kind) \"\(name)\"" + suggestion(name, known)
        + (known.count > 12
          ? "; see overflight scenario show" : "; known are " + known.joined(separator: ", "))
    case .noScenario(let name, let known):
      "there is no scenario \"\(name)\", neither in the library nor as a folder"
        + suggestion(name, known) + "; see overflight scenario list"
    case .cannotCreate(let path, let reason): "\(path) cannot be created: \(reason)"
    case .outsideData(let track, let reason): "track \"\(track)\": \(reason)"
    }
  }

  private func suggestion(_ name: String, _ known: [String]) -> String {
    NearestWord.to(name, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}

extension ExitCode {
  /// The code that tells the caller of an error.
  init(after error: any Error) {
    self =
      switch error {
      case let error as OutputError: error.exitCode
      case let error as SinkError: ExitCode(error)
      case let error as ScenarioError: ExitCode(error)
      case let error as FileReadingError: ExitCode(error)
      case let error as JournalError: ExitCode(error)
      case is FormatError: .badData
      case let error as Failure:
        switch error {
        case .unknown: .usage
        case .noScenario: .noInput
        case .cannotCreate: .cannotCreate
        case .outsideData: .badData
        }
      case is UsageError: .usage
      default: .ourFault
      }
  }

  private init(_ error: SinkError) {
    self =
      switch error {
      case .cannotCreate, .exists, .folderExists: .cannotCreate
      case .io: .inputOutput
      case .closedPipe: .done
      }
  }

  private init(_ error: JournalError) {
    self =
      switch error {
      case .cannotOpen, .inUse: .cannotCreate
      case .notAJournal, .ofAnotherRun: .badData
      case .io: .inputOutput
      }
  }

  private init(_ error: ScenarioError) {
    self =
      switch error {
      case .badScenario, .path, .borderMissing, .unresolved: .badScenario
      case .badData: .badData
      case .file(let error): ExitCode(error)
      }
  }

  private init(_ error: FileReadingError) {
    self =
      switch error {
      case .noSuchFile: .noInput
      case .isDirectory, .tooLarge: .badData
      case .unreadable: .inputOutput
      }
  }
}

extension Error {
  /// Whether the error only says that nobody reads the output any more.
  var isClosedPipe: Bool {
    self as? OutputError == .closedPipe || self as? SinkError == .closedPipe
  }
}
