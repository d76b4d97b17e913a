/// Why a journal cannot be used.
public enum JournalError: Error, Hashable {
  case cannotOpen(path: String, reason: String)
  /// Another process writes it.
  case inUse(path: String)
  /// The file is something else, and is left as it is.
  case notAJournal(path: String)
  /// It was begun by a run that has other results; it is left as it is.
  case ofAnotherRun(path: String, Difference)
  case io(path: String, reason: String)

  /// The first line of a journal's header that is not what this run would write.
  public struct Difference: Hashable, Sendable {
    /// Nothing where the header has ended.
    public let there: JournalHeader.Fact?
    /// Nothing where this run's would have ended.
    public let here: JournalHeader.Fact?
  }
}

extension JournalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "\(path.printable): cannot be opened as a journal: \(reason)"
    case .inUse(let path): "\(path.printable): is the journal of a run that has not ended yet"
    case .notAJournal(let path):
      "\(path.printable): is no journal; choose a file that is one, or none yet"
    case .ofAnotherRun(let path, let difference):
      "\(path.printable): is the journal of another run: \(difference); choose another file"
    case .io(let path, let reason):
      "\(path.printable): the journal cannot be read or written: \(reason)"
    }
  }
}

extension JournalError.Difference: CustomStringConvertible {
  public var description: String {
    func words(_ value: String) -> String { "\"\(value.printable)\"" }
    if let there, let here, there.name == here.name {
      return "\(here.name) is \(words(there.value)) there and \(words(here.value)) here"
    }
    func line(_ fact: JournalHeader.Fact?) -> String {
      fact.map { words("\($0.name): \($0.value)") } ?? "nothing more"
    }
    return "it has \(line(there)) where this run has \(line(here))"
  }
}
