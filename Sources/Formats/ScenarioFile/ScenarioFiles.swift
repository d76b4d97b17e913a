/// The files of one scenario, wherever they are kept.
public struct ScenarioFiles: Sendable {
  /// How the user names the scenario: an id of the library, or a folder.
  public let name: String
  private let contents: @Sendable (String) throws(ScenarioError) -> [UInt8]

  /// - Parameters:
  ///   - name: How the user names the scenario.
  ///   - contents: The bytes of a file, by its name relative to the scenario.
  public init(
    name: String, contents: @escaping @Sendable (String) throws(ScenarioError) -> [UInt8]
  ) {
    (self.name, self.contents) = (name, contents)
  }

  public func bytes(of file: String) throws(ScenarioError) -> [UInt8] { try contents(file) }

  /// How error sentences name a file.
  public func title(of file: String) -> String { "\(name)/\(file)" }
}

extension ScenarioFiles {
  /// The largest file that is read: 256 MiB.
  public static let sizeLimit = 1 << 28

  /// The files in a folder, which may name only each other.
  public init(folder: String) throws(ScenarioError) {
    let root: ScenarioFolder
    do throws(FileReadingError) { root = try ScenarioFolder(folder) } catch { throw .file(error) }
    self.init(name: folder) { file throws(ScenarioError) in
      let path: String
      do throws(ScenarioPathError) { path = try root.path(ofFile: file) } catch {
        if case .noSuchFile = error { throw .file(.noSuchFile(path: "\(folder)/\(file)")) }
        throw .path(file: folder, place: nil, error)
      }
      do throws(FileReadingError) {
        return try FileReading.bytes(of: path, limit: Self.sizeLimit)
      } catch {
        throw .file(error)
      }
    }
  }
}
