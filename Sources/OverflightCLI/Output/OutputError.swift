#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why standard output took no more.
enum OutputError: Error, Hashable {
  /// The reader has gone, as `head` does; no error to the user.
  case closedPipe
  /// The number that the system gave (`errno`).
  case failed(code: Int32)
}

extension OutputError: CustomStringConvertible {
  var description: String {
    switch self {
    case .closedPipe: "the reader of standard output has gone"
    case .failed(let code):
      "standard output cannot be written: \(String(cString: strerror(code)))"
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .closedPipe: .done
    case .failed: .inputOutput
    }
  }
}

/// Writes all of `text` to a file descriptor, however many calls that takes.
func writeAll(_ text: String, to descriptor: Int32) throws(OutputError) {
  var text = text
  let failure: Int32? = text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
  if let failure { throw failure == EPIPE ? .closedPipe : .failed(code: failure) }
}
