/// Why a file was not read.
public enum FileReadingError: Error, Hashable {
  case noSuchFile(path: String)
  case isDirectory(path: String)
  case unreadable(path: String, reason: String)
  case tooLarge(path: String, limit: Int)
}

extension FileReadingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchFile(let path): "\(path.printable): there is no such file"
    case .isDirectory(let path): "\(path.printable): is a folder, not a file"
    case .unreadable(let path, let reason): "\(path.printable): cannot be read: \(reason)"
    case .tooLarge(let path, let limit): "\(path.printable): is larger than \(limit) bytes"
    }
  }
}

/// Reads files whole.
public enum FileReading {
  /// The bytes of a regular file.
  ///
  /// - Parameters:
  ///   - path: The file; symbolic links are followed.
  ///   - limit: The most bytes to read.
  /// - Returns: All bytes of the file.
  /// - Throws: Why there are none, or not all.
  public static func bytes(
    of path: String, limit: Int = 1 << 28
  ) throws(FileReadingError) -> [UInt8] {
    let descriptor: Int32
    let status: SystemCalls.Status
    do throws(SystemCalls.Failure) {
      (descriptor, status) = try SystemCalls.openForReading(path)
    } catch {
      throw error.isNoSuchFile
        ? .noSuchFile(path: path) : .unreadable(path: path, reason: error.reason)
    }
    defer { try? SystemCalls.shut(descriptor) }
    switch status.kind {
    case .directory: throw .isDirectory(path: path)
    case .other: throw .unreadable(path: path, reason: "it is no regular file")
    case .regularFile: break
    }
    guard status.size <= limit else { throw .tooLarge(path: path, limit: limit) }
    do throws(SystemCalls.Failure) {
      return try SystemCalls.readAll(status.size, from: descriptor)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }
}
