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
    public let name: String
    /// Nothing where there is no such line.
    public let there: String?
    public let here: String?
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
    func words(_ value: String?) -> String { value.map { "\"\($0.printable)\"" } ?? "none" }
    return "\(name) is \(words(there)) there and \(words(here)) here"
  }
}
