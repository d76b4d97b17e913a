/// A text file that appears whole or not at all.
///
/// The text goes to a file without a name in the same folder, which gets its name in ``close()``. A
/// sink that is dropped without it, that had an error, or whose process is killed leaves nothing behind;
/// but where the file system has no files without names, it is a hidden file, which a killed process
/// leaves.
/// As a `TextOutputStream` cannot throw, the first error is kept until then.
///
/// A file of the same name is refused when the sink is made; one that comes to be
/// afterwards is refused by ``close()`` in the same step that would have made the new one.
public final class FileSink: TextOutputStream {
  public let path: String
  private let replaces: Bool
  /// The name that the file has until it is closed, if it has one.
  private var temporaryPath: String?
  private var buffer: DescriptorBuffer
  private var isOpen = true

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: Where the file shall be. A symbolic link there is replaced, not followed.
  ///   - replaces: Whether it may replace a regular file that is there.
  /// - Throws: ``SinkError/exists(path:)`` or ``SinkError/cannotCreate(path:reason:)``.
  public init(path: String, replaces: Bool = false) throws(SinkError) {
    if let status = try? SystemCalls.status(of: path) {
      guard status.kind == .regularFile else {
        throw .cannotCreate(path: path, reason: "it is no regular file")
      }
      guard replaces else { throw .exists(path: path) }
    }
    self.path = path
    self.replaces = replaces
    let (folder, name) = folderAndName(path)
    guard !name.isEmpty else { throw .cannotCreate(path: path, reason: "it names no file") }
    if let descriptor = SystemCalls.createUnnamed(inFolder: folder.isEmpty ? "." : String(folder)) {
      buffer = DescriptorBuffer(descriptor: descriptor)
      return
    }
    let (descriptor, temporaryPath) = try withTemporaryName(beside: path) {
      name throws(SystemCalls.Failure) in (try SystemCalls.create(name), name)
    }
    self.temporaryPath = temporaryPath
    buffer = DescriptorBuffer(descriptor: descriptor)
  }

  deinit { discard() }

  public func write(_ string: String) { buffer.append(string) }

  /// Writes bytes that are text in UTF-8.
  public func write(_ bytes: UnsafeRawBufferPointer) { buffer.append(bytes) }

  /// The first error so far; text written after it is lost.
  public var error: SinkError? { buffer.failure.map(sinkError) }

  /// Ends the file and puts it in its place.
  ///
  /// - Precondition: The sink was not closed before.
  /// - Throws: The first error since the sink was made; there is no file then.
  public func close() throws(SinkError) {
    precondition(isOpen, "a sink is closed once")
    buffer.flush()
    if let error {
      discard()
      throw error
    }
    do throws(SystemCalls.Failure) { try SystemCalls.synchronize(buffer.descriptor) } catch {
      discard()
      throw sinkError(error)
    }
    try place()
    discard()
    synchronizeFolder(of: path)
  }

  /// Gives the file the name that is wanted.
  private func place() throws(SinkError) {
    // Only a file with a name can replace another.
    if replaces, temporaryPath == nil {
      let descriptor = buffer.descriptor
      temporaryPath = try withTemporaryName(beside: path) { name throws(SystemCalls.Failure) in
        try SystemCalls.addName(to: descriptor, as: name)
        return name
      }
    }
    do throws(SystemCalls.Failure) {
      if let temporaryPath, replaces {
        try SystemCalls.move(temporaryPath, to: path)
      } else if let temporaryPath {
        try SystemCalls.addName(to: temporaryPath, as: path)
      } else {
        try SystemCalls.addName(to: buffer.descriptor, as: path)
      }
    } catch {
      discard()
      throw sinkError(error)
    }
  }

  /// Closes the file and removes its hidden name; the other one, if it has one, stays.
  private func discard() {
    guard isOpen else { return }
    isOpen = false
    try? SystemCalls.shut(buffer.descriptor)
    if let temporaryPath { SystemCalls.remove(temporaryPath) }
  }

  private func sinkError(_ failure: SystemCalls.Failure) -> SinkError {
    failure.isExistingFile ? .exists(path: path) : .io(path: path, reason: failure.reason)
  }
}

/// Does something with `.NAME.PROCESS-NUMBER.part`, with a number that is free.
private func withTemporaryName<Value>(
  beside path: String, _ body: (String) throws(SystemCalls.Failure) -> Value
) throws(SinkError) -> Value {
  let (folder, name) = folderAndName(path)
  for number in 0..<1000 {
    do throws(SystemCalls.Failure) {
      return try body("\(folder).\(name).\(SystemCalls.processNumber)-\(number).part")
    } catch {
      guard error.isExistingFile else { throw .cannotCreate(path: path, reason: error.reason) }
    }
  }
  throw .cannotCreate(path: path, reason: "too many unfinished files beside it")
}

/// Makes the new name last through a power failure, where the file system can.
func synchronizeFolder(of path: String) {
  let (folder, _) = folderAndName(path)
  guard
    let (descriptor, _) = try? SystemCalls.openForReading(folder.isEmpty ? "." : String(folder))
  else { return }
  try? SystemCalls.synchronize(descriptor)
  try? SystemCalls.shut(descriptor)
}

/// The folder with its last slash, or nothing, and the rest.
func folderAndName(_ path: String) -> (folder: Substring, name: Substring) {
  let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  return (path[..<split], path[split...])
}
