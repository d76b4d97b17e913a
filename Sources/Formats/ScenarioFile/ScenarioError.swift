public import Incidents

/// Why a scenario cannot be used.
public enum ScenarioError: Error, Hashable {
  /// `scenario.json` or `claims.json` is not as it must be.
  case badScenario(FormatError)
  /// A border or track file is not as it must be.
  case badData(FormatError)
  /// A file that the scenario needs is not there or cannot be read.
  case file(FileReadingError)
  /// The scenario names a file that it may not name.
  case path(ScenarioPathError)
  /// A track cannot be put in place.
  case unresolved(track: String, ResolutionError)
}

extension ScenarioError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badScenario(let error), .badData(let error): error.description
    case .file(let error): error.description
    case .path(let error): error.description
    case .unresolved(let track, let error): "track \"\(track)\": \(error)"
    }
  }
}
