#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few calls of the operating system that files need, with errors as texts.
enum SystemCalls {
  /// A failed call: its error number and the system's words for it.
  struct Failure: Error {
    let code: Int32
    var reason: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
  }

  /// Creates a file that does not exist yet, and opens it for writing.
  static func create(_ path: String) throws(Failure) -> Int32 {
    try check(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
  }

  /// Creates a file without a name, and opens it for writing; it goes when its process goes.
  ///
  /// - Returns: Nothing where the system or the folder's file system has no such files.
  static func createUnnamed(inFolder folder: String) -> Int32? {
    #if os(Linux)
      // O_TMPFILE, which is no plain number to the importer.
      let flags = O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20_000_000
      let descriptor = open(folder, flags, 0o666)
      guard descriptor >= 0 else { return nil }
      if access("/proc/self/fd/\(descriptor)", F_OK) == 0 { return descriptor }
      _ = close(descriptor)
    #endif
    return nil
  }

  /// Gives an open file without a name one, which must not exist yet.
  static func addName(to descriptor: Int32, as name: String) throws(Failure) {
    try check(
      linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW))
  }

  /// Opens a file for reading; only where it `waits`, a pipe without a writer blocks.
  static func openForReading(
    _ path: String, waits: Bool = false
  ) throws(Failure) -> (descriptor: Int32, status: Status) {
    try opened(check(open(path, O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK))))
  }

  /// Opens a file for reading and writing, and makes an empty one where there is none.
  static func openForUpdate(
    _ path: String
  ) throws(Failure) -> (descriptor: Int32, status: Status) {
    try opened(check(open(path, O_RDWR | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o666)))
  }

  private static func opened(
    _ descriptor: Int32
  ) throws(Failure) -> (descriptor: Int32, status: Status) {
    do throws(Failure) { return (descriptor, try status(of: descriptor)) } catch {
      try? shut(descriptor)
      throw error
    }
  }

  /// Keeps other processes from locking the file until it is closed; false where one has done so.
  static func lock(_ descriptor: Int32) throws(Failure) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return true }
    guard errno == EWOULDBLOCK else { throw Failure(code: errno) }
    return false
  }

  /// Cuts off what stands behind the first `count` bytes, and goes there.
  static func cut(_ descriptor: Int32, to count: Int) throws(Failure) {
    try check(ftruncate(descriptor, off_t(count)))
    guard lseek(descriptor, off_t(count), SEEK_SET) >= 0 else { throw Failure(code: errno) }
  }

  /// Writes all bytes, however many calls that takes.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let written = write(descriptor, piece.baseAddress, piece.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }

  /// Reads up to as many bytes as `buffer` holds; 0 at the end.
  static func readSome(
    into buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32
  ) throws(Failure) -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }

  /// Waits until the file's bytes are on the disk.
  static func synchronize(_ descriptor: Int32) throws(Failure) { try check(fsync(descriptor)) }

  /// Closes a descriptor; it is closed also where this throws.
  static func shut(_ descriptor: Int32) throws(Failure) { try check(close(descriptor)) }

  /// Gives a file a second name, which must not exist yet.
  static func addName(to path: String, as name: String) throws(Failure) {
    try check(link(path, name))
  }

  /// Gives a file another name; a file of that name is replaced in the same moment.
  static func move(_ path: String, to name: String) throws(Failure) {
    try check(rename(path, name))
  }

  /// Removes a name, where it exists.
  static func remove(_ path: String) { _ = unlink(path) }

  /// Reads so many bytes; fewer only at the end.
  static func readAll(_ count: Int, from descriptor: Int32) throws(Failure) -> [UInt8] {
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(Failure) {
        while filled < count {
          let rest = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          let more = try readSome(into: rest, from: descriptor)
          guard more > 0 else { break }
          filled += more
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// What an open file is.
  static func status(of descriptor: Int32) throws(Failure) -> Status {
    var status = stat()
    try check(fstat(descriptor, &status))
    return Status(status)
  }

  /// What a path leads to, symbolic links followed.
  static func status(of path: String) throws(Failure) -> Status {
    var status = stat()
    try check(stat(path, &status))
    return Status(status)
  }

  /// The path without symbolic links, `.` and `..`.
  static func realPath(_ path: String) throws(Failure) -> String {
    guard let resolved = realpath(path, nil) else { throw Failure(code: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static var processNumber: Int32 { getpid() }

  struct Status {
    let kind: Kind
    let size: Int
    /// What a file has alone, whatever its names.
    let identity: Identity

    struct Identity: Hashable {
      let device: UInt64
      let number: UInt64
    }

    enum Kind { case regularFile, directory, other }

    fileprivate init(_ status: stat) {
      kind =
        switch status.st_mode & S_IFMT {
        case S_IFREG: .regularFile
        case S_IFDIR: .directory
        default: .other
        }
      size = Int(status.st_size)
      identity = Identity(
        device: UInt64(truncatingIfNeeded: status.st_dev),
        number: UInt64(truncatingIfNeeded: status.st_ino))
    }
  }

  @discardableResult
  private static func check(_ result: Int32) throws(Failure) -> Int32 {
    guard result >= 0 else { throw Failure(code: errno) }
    return result
  }
}

extension SystemCalls.Failure {
  var isNoSuchFile: Bool { code == ENOENT || code == ENOTDIR }
  var isExistingFile: Bool { code == EEXIST }
  var isClosedPipe: Bool { code == EPIPE }
}
