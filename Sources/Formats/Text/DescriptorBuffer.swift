/// Gathers bytes for a file descriptor and keeps the first error.
struct DescriptorBuffer {
  let descriptor: Int32
  private(set) var failure: SystemCalls.Failure?
  private var bytes: [UInt8] = []

  init(descriptor: Int32) {
    self.descriptor = descriptor
    bytes.reserveCapacity(Self.capacity + 4096)
  }

  private static var capacity: Int { 1 << 16 }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.capacity { flush() }
  }

  mutating func append(_ more: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: more)
    if bytes.count >= Self.capacity { flush() }
  }

  /// Writes what was gathered; after an error, drops it.
  mutating func flush() {
    defer { bytes.removeAll(keepingCapacity: true) }
    guard failure == nil else { return }
    do throws(SystemCalls.Failure) {
      try bytes.withUnsafeBufferPointer { piece throws(SystemCalls.Failure) in
        try SystemCalls.writeAll(UnsafeRawBufferPointer(piece), to: descriptor)
      }
    } catch {
      failure = error
    }
  }
}
