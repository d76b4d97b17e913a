public import Foundation
public import Testing

/// Holds `text` against a golden file anywhere, such as a scenario's `expected/replay.txt`.
///
/// As for ``expectGolden(_:_:filePath:sourceLocation:)``, `UPDATE_GOLDEN=1` writes the file anew,
/// and its folder where that is missing.
public func expectGolden(
  _ text: String, in folder: URL, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  guard FileManager.default.fileExists(atPath: file.path) else {
    Issue.record("there is no \(file.path)", sourceLocation: sourceLocation)
    return
  }
  let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  guard text != golden else { return }
  let pairs = zip(text.split(separator: "\n"), golden.split(separator: "\n"))
  let difference = pairs.first { $0 != $1 }.map { "\($0) instead of \($1)" } ?? "another length"
  Issue.record("differs from \(file.path): \(difference)", sourceLocation: sourceLocation)
}
