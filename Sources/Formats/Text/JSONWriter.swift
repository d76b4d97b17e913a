/// Writes one JSON value, piece by piece.
///
/// The same calls give the same bytes, always: keys stand in the order in which the caller
/// writes them, which must be their sorted order (by UTF-8 bytes; checked in debug builds), and
/// a number has the decimals that the caller states.
///
/// ```swift
/// output.writeJSON { json in
///   json.object { json in
///     json.member("duration_s", 17.25, decimals: 3)
///     json.key("place")
///     json.array(.oneLine) { json in json.number(36.15, decimals: 7) }
///   }
/// }
/// ```
public struct JSONWriter<Output: TextOutputStream> {
  private var text: JSONText
  private var output: Output

  /// How a value is laid out.
  public enum Layout: Hashable, Sendable {
    /// One member or element a line, two spaces a level.
    case indented
    /// All in one line, without blanks.
    case oneLine
  }

  fileprivate init(_ output: Output, _ layout: Layout) {
    text = JSONText(isIndented: layout == .indented)
    self.output = output
  }
}

extension TextOutputStream {
  /// Writes the one value that `body` writes, and a line feed after it.
  ///
  /// - Parameters:
  ///   - layout: The layout of the value and of all within that do not ask for another.
  ///   - body: Writes exactly one value.
  /// - Throws: What `body` throws; then nothing is promised of the text.
  public mutating func writeJSON<E: Error>(
    _ layout: JSONWriter<Self>.Layout = .indented,
    _ body: (inout JSONWriter<Self>) throws(E) -> Void
  ) throws(E) {
    var writer = JSONWriter(self, layout)
    try body(&writer)
    self = writer.finished()
  }
}

extension JSONWriter {
  /// Writes an object whose members `body` writes.
  public mutating func object<E: Error>(
    _ layout: Layout? = nil, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    text.begin(isObject: true, isIndented: layout.map { $0 == .indented })
    try body(&self)
    text.endContainer()
    drain()
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array<E: Error>(
    _ layout: Layout? = nil, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    text.begin(isObject: false, isIndented: layout.map { $0 == .indented })
    try body(&self)
    text.endContainer()
    drain()
  }

  /// Writes a key; its value must follow.
  ///
  /// - Precondition: An object is open, and the key comes after the one before it.
  public mutating func key(_ key: String) { text.putKey(key) }

  public mutating func string(_ value: String) {
    text.putString(value)
    drain()
  }

  /// Writes a number with `decimals` decimals.
  ///
  /// - Precondition: The number is finite; JSON knows no other.
  public mutating func number(_ value: Double, decimals: Int) {
    text.putNumber(value, decimals: decimals)
    drain()
  }

  public mutating func integer(_ value: Int) { text.putLiteral(String(value)) }
  public mutating func bool(_ value: Bool) { text.putLiteral(value ? "true" : "false") }
  public mutating func null() { text.putLiteral("null") }

  /// Hands on what was written, in large pieces.
  private mutating func drain() {
    if text.byteCount >= 1 << 14 { output.write(text.take()) }
  }

  fileprivate mutating func finished() -> Output {
    text.end()
    output.write(text.take())
    return output
  }
}
