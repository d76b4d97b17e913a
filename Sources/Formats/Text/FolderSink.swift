#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of files that appears whole or not at all.
///
/// The files go to a hidden folder beside the one that is wanted, which takes its place in
/// ``close()``. A sink that is dropped without it leaves nothing behind.
public final class FolderSink {
  public let path: String
  private let temporaryPath: String
  private var files: [String] = []
  private var folders: [String] = []
  private var isOpen = true

  /// Begins a folder.
  ///
  /// - Throws: ``SinkError/folderExists(path:)`` where anything is there already, or
  ///   ``SinkError/cannotCreate(path:reason:)``.
  public init(path: String) throws(SinkError) {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    let name = trimmed.split(separator: "/").last
    guard let name, name != "..", name != "." else {
      throw .cannotCreate(path: path, reason: "it names no new folder")
    }
    if (try? SystemCalls.status(of: String(trimmed))) != nil {
      throw .folderExists(path: path)
    }
    self.path = String(trimmed)
    temporaryPath = "\(trimmed.dropLast(name.count)).\(name).\(SystemCalls.processNumber).part"
    try makeFolder(temporaryPath)
  }

  deinit { discard() }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - name: A path inside the folder; folders on the way are made.
  ///   - bytes: The file's contents.
  /// - Throws: ``SinkError`` where the file or a folder on the way cannot be made.
  public func add(_ name: String, _ bytes: [UInt8]) throws(SinkError) {
    let steps = name.split(separator: "/")
    precondition(!steps.isEmpty && !steps.contains("..") && !name.hasPrefix("/"))
    for count in 1..<max(1, steps.count) {
      let folder = steps.prefix(count).joined(separator: "/")
      if !folders.contains(folder) { try makeFolder("\(temporaryPath)/\(folder)") }
      if !folders.contains(folder) { folders.append(folder) }
    }
    let sink = try FileSink(path: "\(temporaryPath)/\(name)")
    files.append(name)
    bytes.withUnsafeBytes { sink.write($0) }
    try sink.close()
  }

  /// Puts the folder in its place.
  public func close() throws(SinkError) {
    precondition(isOpen, "a sink is closed once")
    guard rename(temporaryPath, path) == 0 else {
      let reason = String(cString: strerror(errno))
      discard()
      throw .cannotCreate(path: path, reason: reason)
    }
    isOpen = false
  }

  private func makeFolder(_ folder: String) throws(SinkError) {
    guard mkdir(folder, 0o777) == 0 else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private func discard() {
    guard isOpen else { return }
    isOpen = false
    for file in files { unlink("\(temporaryPath)/\(file)") }
    for folder in folders.reversed() { rmdir("\(temporaryPath)/\(folder)") }
    rmdir(temporaryPath)
  }
}
