/// A folder whose files may name other files, but only inside the folder.
public struct ScenarioFolder: Hashable, Sendable {
  /// The folder without symbolic links.
  public let path: String

  /// - Throws: Where there is no such folder.
  public init(_ path: String) throws(FileReadingError) {
    do throws(SystemCalls.Failure) {
      self.path = try SystemCalls.realPath(path)
    } catch {
      throw error.isNoSuchFile
        ? .noSuchFile(path: path) : .unreadable(path: path, reason: error.reason)
    }
  }

  /// The path of the file that a file of the folder calls `name`.
  ///
  /// The result has no symbolic links, lies inside the folder, and exists.
  ///
  /// - Throws: Where `name` is absolute, climbs with `..`, or leads outside by a symbolic link.
  public func path(ofFile name: String) throws(ScenarioPathError) -> String {
    guard !name.isEmpty, !name.utf8.contains(0) else { throw .noName(name) }
    guard !name.hasPrefix("/") else { throw .absolute(name) }
    guard !name.split(separator: "/").contains("..") else { throw .climbs(name) }
    let resolved: String
    do throws(SystemCalls.Failure) {
      resolved = try SystemCalls.realPath("\(path)/\(name)")
    } catch {
      throw error.isNoSuchFile ? .noSuchFile(name) : .unreadable(name, reason: error.reason)
    }
    let inside = path == "/" ? path : path + "/"
    guard resolved.utf8.starts(with: inside.utf8) else { throw .leadsOutside(name) }
    return resolved
  }
}

/// Why a scenario may not name a file.
public enum ScenarioPathError: Error, Hashable {
  case noName(String)
  case absolute(String)
  case climbs(String)
  case leadsOutside(String)
  case noSuchFile(String)
  case unreadable(String, reason: String)
}

extension ScenarioPathError: CustomStringConvertible {
  public var description: String {
    let rule = "scenario files may name only files inside their folder"
    return switch self {
    case .noName(let name): "\(name.excerpt) is no file name"
    case .absolute(let name): "\(name.excerpt) is an absolute path; \(rule)"
    case .climbs(let name): "\(name.excerpt) leads upwards by \"..\"; \(rule)"
    case .leadsOutside(let name): "\(name.excerpt) leads outside by a symbolic link; \(rule)"
    case .noSuchFile(let name): "there is no file \(name.excerpt) in the scenario's folder"
    case .unreadable(let name, let reason): "\(name.excerpt) cannot be read: \(reason)"
    }
  }
}
