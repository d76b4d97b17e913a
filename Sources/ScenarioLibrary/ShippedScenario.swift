import EmbeddedScenarios
public import Formats

/// The scenarios that ship inside the program.
public enum ShippedScenario {
  /// The scenario that commands use when none is named.
  public static let defaultID = "hatay-2015-11-24"

  /// The ids of all scenarios, in order.
  public static var ids: [String] { Set(files.map(\.scenario)).sorted() }

  /// The paths of a scenario's files inside its folder, in order.
  public static func paths(of id: String) -> [String] {
    files.filter { $0.scenario == id }.map(\.path).sorted()
  }

  /// The files of a scenario, or nothing where the library has no such id.
  public static func files(of id: String) -> ScenarioFiles? {
    guard ids.contains(id) else { return nil }
    return ScenarioFiles(name: id) { path throws(ScenarioError) in
      guard let file = files.first(where: { $0.scenario == id && $0.path == path }) else {
        throw .file(.noSuchFile(path: "\(id)/\(path)"))
      }
      return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
  }

  private static var files:
    [(scenario: String, path: String, bytes: UnsafePointer<UInt8>, count: Int)]
  {
    (0..<overflight_embedded_file_count()).map { number in
      let file = overflight_embedded_file_at(number)
      return (String(cString: file.scenario), String(cString: file.path), file.bytes, file.count)
    }
  }
}
