/// Text for standard output, gathered and written in large pieces.
///
/// As a `TextOutputStream` cannot throw, the first error is kept; ``flush()`` throws it. What is
/// not flushed is lost when the sink is dropped.
///
/// - Important: A process that writes to a closed pipe is killed by the signal SIGPIPE, unless
///   it ignores that signal. Only then is ``SinkError/closedPipe`` ever seen.
public final class StandardOutputSink: TextOutputStream {
  private let name: String
  private var buffer: DescriptorBuffer

  public convenience init() { self.init(descriptor: 1, name: "standard output") }

  /// Writes to an open descriptor, which stays open.
  package init(descriptor: Int32, name: String) {
    self.name = name
    buffer = DescriptorBuffer(descriptor: descriptor)
  }

  public func write(_ string: String) { buffer.append(string) }

  /// Writes bytes that are text in UTF-8.
  public func write(_ bytes: UnsafeRawBufferPointer) { buffer.append(bytes) }

  /// The first error so far: a reason to stop, since text written after it is lost.
  public var error: SinkError? {
    buffer.failure.map { failure in
      failure.isClosedPipe ? .closedPipe : .io(path: name, reason: failure.reason)
    }
  }

  /// Writes what was gathered.
  ///
  /// - Throws: The first error since the sink was made.
  public func flush() throws(SinkError) {
    buffer.flush()
    if let error { throw error }
  }
}
