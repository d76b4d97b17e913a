/// The bytes of a file, a pipe or standard input, piece by piece.
///
/// An error of the system ends the bytes and is kept in ``failure``; who reads must look at it
/// before the end is believed.
public final class FileInput {
  /// How errors name it.
  public let name: String

  /// Is called before each read, which may wait for what is not there yet.
  public var beforeReading: () -> Void = {}

  /// Why nothing more was read.
  public private(set) var failure: FileReadingError?

  private let descriptor: Int32
  private let isOurs: Bool
  private var piece = [UInt8](repeating: 0, count: 1 << 17)

  /// Opens a file; symbolic links are followed, and a named pipe is waited for.
  ///
  /// - Throws: ``FileReadingError`` where the file cannot be opened or is a folder.
  public init(path: String) throws(FileReadingError) {
    let status: SystemCalls.Status
    do throws(SystemCalls.Failure) {
      (descriptor, status) = try SystemCalls.openForReading(path, waits: true)
    } catch {
      throw error.readingError(of: path)
    }
    (name, isOurs) = (path, true)
    guard status.kind != .directory else { throw .isDirectory(path: path) }
  }

  private init(descriptor: Int32, name: String) {
    (self.descriptor, self.name) = (descriptor, name)
    isOurs = false
  }

  public static func standardInput() -> FileInput {
    FileInput(descriptor: 0, name: "standard input")
  }

  deinit { if isOurs { try? SystemCalls.shut(descriptor) } }

  /// Appends what follows; false, and nothing appended, at the end or after an error.
  func read(into buffer: inout [UInt8]) -> Bool {
    guard failure == nil else { return false }
    beforeReading()
    do throws(SystemCalls.Failure) {
      let count = try piece.withUnsafeMutableBufferPointer { bytes throws(SystemCalls.Failure) in
        try SystemCalls.readSome(
          into: UnsafeMutableRawBufferPointer(bytes), from: descriptor)
      }
      buffer.append(contentsOf: piece[..<count])
      return count > 0
    } catch {
      failure = error.readingError(of: name)
      return false
    }
  }
}

extension SystemCalls.Failure {
  fileprivate func readingError(of path: String) -> FileReadingError {
    isNoSuchFile ? .noSuchFile(path: path) : .unreadable(path: path, reason: reason)
  }
}
