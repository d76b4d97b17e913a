/// A file that is read and written by this process alone, until the value is dropped.
final class LockedFile {
  private let path: String
  private let descriptor: Int32

  /// Opens a file, and makes an empty one where there is none.
  init(_ path: String) throws(JournalError) {
    self.path = path
    let status: SystemCalls.Status
    do throws(SystemCalls.Failure) {
      (descriptor, status) = try SystemCalls.openForUpdate(path)
    } catch {
      throw .cannotOpen(path: path, reason: error.reason)
    }
    guard status.kind == .regularFile else {
      throw .cannotOpen(path: path, reason: "it is no regular file")
    }
    let descriptor = descriptor
    let isOurs = try checked { () throws(SystemCalls.Failure) in
      try SystemCalls.lock(descriptor)
    }
    guard isOurs else { throw .inUse(path: path) }
  }

  deinit { try? SystemCalls.shut(descriptor) }

  /// The bytes that follow: fewer than `count` only at the end of the file.
  func read(_ count: Int) throws(JournalError) -> [UInt8] {
    try checked { () throws(SystemCalls.Failure) in
      try SystemCalls.readAll(count, from: descriptor)
    }
  }

  func write(_ bytes: [UInt8]) throws(JournalError) {
    try checked { () throws(SystemCalls.Failure) in
      try bytes.withUnsafeBufferPointer { bytes throws(SystemCalls.Failure) in
        try SystemCalls.writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
      }
    }
  }

  /// Cuts off what stands behind the first `count` bytes, and goes there.
  func cut(to count: Int) throws(JournalError) {
    try checked { () throws(SystemCalls.Failure) in try SystemCalls.cut(descriptor, to: count) }
  }

  func size() throws(JournalError) -> Int {
    try checked { () throws(SystemCalls.Failure) in try SystemCalls.status(of: descriptor).size }
  }

  func synchronize() throws(JournalError) {
    try checked { () throws(SystemCalls.Failure) in try SystemCalls.synchronize(descriptor) }
  }

  private func checked<Value>(
    _ body: () throws(SystemCalls.Failure) -> Value
  ) throws(JournalError) -> Value {
    do throws(SystemCalls.Failure) { return try body() } catch {
      throw .io(path: path, reason: error.reason)
    }
  }
}
