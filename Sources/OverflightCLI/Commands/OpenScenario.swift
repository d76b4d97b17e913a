import Formats
import ScenarioLibrary

/// Opens what the user calls a scenario: an id of the library, or a folder.
///
/// Ids come first; `./NAME` is always a folder.
func openScenario(
  _ name: String?, allowsUnsourced: Bool
) throws -> LoadedScenario {
  let name = name ?? ShippedScenario.defaultID
  if let files = ShippedScenario.files(of: name) {
    return try LoadedScenario(files, allowsUnsourced: allowsUnsourced)
  }
  let files: ScenarioFiles
  do throws(ScenarioError) {
    files = try ScenarioFiles(folder: name)
  } catch {
    guard case .file(.noSuchFile) = error else { throw error }
    throw Failure.noScenario(name, known: ShippedScenario.ids)
  }
  return try LoadedScenario(files, allowsUnsourced: allowsUnsourced)
}

extension Sequence where Element == String {
  /// The names that were asked for, or all where none was.
  ///
  /// - Throws: ``Failure/unknown(kind:name:known:)`` for a name that is not known.
  func checked(kind: String, among known: [String]) throws(Failure) -> [String] {
    for name in self where !known.contains(name) {
      throw .unknown(kind: kind, name: name, known: known)
    }
    let asked = Array(self)
    return asked.isEmpty ? known : known.filter(asked.contains)
  }
}
