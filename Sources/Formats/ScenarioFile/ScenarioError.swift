public import Incidents

/// Why a scenario cannot be used.
public enum ScenarioError: Error, Hashable {
  /// `scenario.json` or `claims.json` is not as it must be.
  case badScenario(FormatError)
  /// A border or track file is not as it must be.
  case badData(FormatError)
  /// A file that the scenario needs is not there or cannot be read.
  case file(FileReadingError)
  /// A file lies where it may not lie; `file` is the folder, or names it at a JSON path.
  case path(file: String, place: String?, ScenarioPathError)
  /// A border source has no file for an airspace that is asked for.
  case borderMissing(file: String, BorderKey)
  /// A track cannot be put in place.
  case unresolved(file: String, track: String, ResolutionError)
}

extension ScenarioError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badScenario(let error), .badData(let error): error.description
    case .file(let error): error.description
    case .path(let file, let place, let error):
      "\(file.printable): " + (place.map { "\($0): " } ?? "") + error.description
    case .borderMissing(let file, let key):
      "\(file.printable): \(ResolutionError.borderMissing(key))"
    case .unresolved(let file, let track, let error):
      "\(file.printable): track \(track.excerpt): \(error)"
    }
  }
}

extension ScenarioError {
  /// The same error; one about a file's name tells where it is named.
  func named(in file: String, at place: String) -> ScenarioError {
    guard case .path(_, _, let error) = self else { return self }
    return .path(file: file, place: place, error)
  }
}
