import Dispatch
import Formats
import Foundation
import Synchronization
import Testing

@Suite struct `A file sink` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 70_000])
  func `makes the whole file appear when it is closed`(count: Int) throws {
    let sink = try FileSink(path: folder.path("out.txt"))
    for _ in 0..<count { sink.write("é,") }
    #expect(try !folder.names.contains("out.txt"))
    try sink.close()
    #expect(try folder.names == ["out.txt"])
    #expect(try folder.read("out.txt") == String(repeating: "é,", count: count))
  }

  @Test func `leaves nothing when it is dropped`() throws {
    do {
      let sink = try FileSink(path: folder.path("out.txt"))
      sink.write("half")
    }
    #expect(try folder.names == [])
  }

  @Test func `refuses to replace a file unless told so`() throws {
    try folder.write("old", to: "out.txt")
    let path = folder.path("out.txt")
    #expect(throws: SinkError.exists(path: path)) { try FileSink(path: path) }
    let sink = try FileSink(path: path, replaces: true)
    sink.write("new")
    #expect(try folder.read("out.txt") == "old")
    try sink.close()
    #expect(try folder.read("out.txt") == "new")
    #expect(try folder.names == ["out.txt"])
  }

  @Test func `refuses to replace a file that came to be meanwhile`() throws {
    let path = folder.path("out.txt")
    let sink = try FileSink(path: path)
    sink.write("mine")
    try folder.write("theirs", to: "out.txt")
    #expect(throws: SinkError.exists(path: path)) { try sink.close() }
    #expect(try folder.read("out.txt") == "theirs")
    #expect(try folder.names == ["out.txt"])
  }

  @Test func `of two for one name lets only the first have it`() throws {
    let path = folder.path("out.txt")
    let (first, second) = (try FileSink(path: path), try FileSink(path: path))
    first.write("first")
    second.write("second")
    try first.close()
    #expect(throws: SinkError.exists(path: path)) { try second.close() }
    #expect(try folder.read("out.txt") == "first")
    #expect(try folder.names == ["out.txt"])
  }

  @Test(arguments: ["", "nowhere/out.txt", "."])
  func `cannot be made where no file can be`(name: String) throws {
    let path = folder.path(name)
    let error = #expect(throws: SinkError.self) { try FileSink(path: path, replaces: true) }
    guard case .cannotCreate(path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `never replaces a device`() throws {
    #expect(
      throws: SinkError.cannotCreate(path: "/dev/null", reason: "it is no regular file")
    ) { try FileSink(path: "/dev/null", replaces: true) }
  }

  @Test func `tells of a full disk when it is closed`() throws {
    let sink = StandardOutputSink(descriptor: open("/dev/full", O_WRONLY), name: "full")
    sink.write("x")
    let error = #expect(throws: SinkError.self) { try sink.flush() }
    #expect(error == .io(path: "full", reason: "No space left on device"))
    sink.write("y")
    #expect(sink.error == error)
  }
}

@Suite struct `A sink for standard output` {
  @Test func `writes all bytes through a narrow pipe`() throws {
    let (reading, writing) = pipes()
    let text = String(repeating: "0123456789\n", count: 50_000)
    let received = PipeReader(reading)
    let sink = StandardOutputSink(descriptor: writing, name: "pipe")
    sink.write(text)
    sink.write("end")
    try sink.flush()
    close(writing)
    #expect(received.bytes() == Array((text + "end").utf8))
  }

  @Test func `tells of a closed pipe`() {
    signal(SIGPIPE, SIG_IGN)
    let (reading, writing) = pipes()
    close(reading)
    let sink = StandardOutputSink(descriptor: writing, name: "pipe")
    sink.write("x")
    #expect(sink.error == nil)
    #expect(throws: SinkError.closedPipe) { try sink.flush() }
    close(writing)
  }

  @Test func `waits for a pipe that does not block`() throws {
    let (reading, writing) = pipes()
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let received = PipeReader(reading)
    let sink = StandardOutputSink(descriptor: writing, name: "pipe")
    for _ in 0..<30 { sink.write(String(repeating: "x", count: 10_000)) }
    try sink.flush()
    close(writing)
    #expect(received.bytes().count == 300_000)
  }
}

private func pipes() -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [0, 0]
  _ = pipe(&ends)
  return (ends[0], ends[1])
}

/// Reads a descriptor to its end, on a thread of its own: both ends of a pipe may block.
private final class PipeReader: Sendable {
  private let received = Mutex<[UInt8]>([])
  private let isDone = DispatchSemaphore(value: 0)

  init(_ descriptor: Int32) {
    Thread.detachNewThread { [self] in
      var piece = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = read(descriptor, &piece, piece.count)
        guard count > 0 else { break }
        received.withLock { $0 += piece[..<count] }
      }
      close(descriptor)
      isDone.signal()
    }
  }

  func bytes() -> [UInt8] {
    isDone.wait()
    return received.withLock { $0 }
  }
}
