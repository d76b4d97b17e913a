/// Why text did not reach its place.
public enum SinkError: Error, Hashable {
  /// The file cannot be begun.
  case cannotCreate(path: String, reason: String)
  /// A file of that name is there, and nobody said that it may be replaced.
  case exists(path: String)
  /// Something of the folder's name is there; folders are never replaced.
  case folderExists(path: String)
  /// Writing failed halfway.
  case io(path: String, reason: String)
  /// Nobody reads any more: for a command line no error, but a reason to stop.
  case closedPipe
}

extension SinkError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotCreate(let path, let reason): "\(path.printable): cannot be created: \(reason)"
    case .exists(let path):
      "\(path.printable): exists already; choose another name, or replace it with --force"
    case .folderExists(let path): "\(path.printable): exists already; choose another name"
    case .io(let path, let reason): "\(path.printable): cannot be written: \(reason)"
    case .closedPipe: "the reader of the output has closed it"
    }
  }
}
