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

extension LoadedScenario {
  /// Refuses an output that would take the place of a file that the run rests on.
  ///
  /// - Parameters:
  ///   - output: The path of an output, or `-`; nothing where there is none.
  ///   - option: The option that names it.
  ///   - others: More files that the run rests on or keeps.
  /// - Throws: `UsageError.unusable(of:reason:)`.
  func refuse(
    _ output: String?, of option: String, amongst others: [String?] = []
  ) throws(UsageError) {
    guard let output, output != "-" else { return }
    for file in others.compactMap(\.self) + titlesRead where FilePaths.areSame(output, file) {
      throw .unusable(
        of: option, reason: "\(output) is a file of this run, \(file); choose another one")
    }
  }
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
