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
  /// Where the text goes.
  public private(set) var output: Output
  private var open: [Container]
  private var awaitsValue = false

  /// How a value is laid out.
  public enum Layout: Hashable, Sendable {
    /// One member or element a line, two spaces a level.
    case indented
    /// All in one line, without blanks.
    case oneLine
  }

  private struct Container {
    let isObject: Bool
    let layout: Layout
    var isEmpty = true
    var lastKey: String?
  }

  fileprivate init(_ output: Output, _ layout: Layout) {
    self.output = output
    open = [Container(isObject: false, layout: layout)]
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
    writer.end()
    self = writer.output
  }
}

extension JSONWriter {
  /// Writes an object whose members `body` writes.
  public mutating func object<E: Error>(
    _ layout: Layout? = nil, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    begin(isObject: true, layout)
    try body(&self)
    endContainer()
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array<E: Error>(
    _ layout: Layout? = nil, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    begin(isObject: false, layout)
    try body(&self)
    endContainer()
  }

  /// Writes a key; its value must follow.
  ///
  /// - Precondition: An object is open, and the key comes after the one before it.
  public mutating func key(_ key: String) {
    let last = open.count - 1
    precondition(open[last].isObject && !awaitsValue, "a key stands before a value in an object")
    assert(open[last].lastKey.map { $0.utf8.lexicographicallyPrecedes(key.utf8) } ?? true)
    separate()
    open[last].lastKey = key
    writeQuoted(key)
    output.write(open[last].layout == .oneLine ? ":" : ": ")
    awaitsValue = true
  }

  public mutating func string(_ value: String) {
    beginValue()
    writeQuoted(value)
  }

  /// Writes a number with `decimals` decimals.
  ///
  /// - Precondition: The number is finite; JSON knows no other.
  public mutating func number(_ value: Double, decimals: Int) { literal(value.fixed(decimals)) }

  public mutating func integer(_ value: Int) { literal(String(value)) }
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  public mutating func null() { literal("null") }
}

extension JSONWriter {
  fileprivate mutating func end() {
    precondition(open.count == 1 && !open[0].isEmpty, "a JSON text is one value")
    output.write("\n")
  }

  private mutating func literal(_ text: String) {
    beginValue()
    output.write(text)
  }

  private mutating func begin(isObject: Bool, _ layout: Layout?) {
    beginValue()
    let outer = open[open.count - 1].layout
    output.write(isObject ? "{" : "[")
    open.append(
      Container(isObject: isObject, layout: outer == .oneLine ? .oneLine : layout ?? outer))
  }

  private mutating func endContainer() {
    precondition(!awaitsValue, "a key has no value")
    let closed = open.removeLast()
    if !closed.isEmpty, closed.layout == .indented { breakLine() }
    output.write(closed.isObject ? "}" : "]")
  }

  private mutating func beginValue() {
    if awaitsValue {
      awaitsValue = false
      return
    }
    precondition(!open[open.count - 1].isObject, "a value of an object needs a key")
    precondition(open.count > 1 || open[0].isEmpty, "a JSON text is one value")
    separate()
  }

  private mutating func separate() {
    let last = open.count - 1
    if !open[last].isEmpty { output.write(",") }
    open[last].isEmpty = false
    if last > 0, open[last].layout == .indented { breakLine() }
  }

  private mutating func breakLine() {
    output.write("\n")
    for _ in 1..<open.count { output.write("  ") }
  }

  /// Writes a text in quotes, with what must not stand in one, or breaks a script, escaped.
  private mutating func writeQuoted(_ text: String) {
    output.write("\"")
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != .doubleQuote && byte != .backslash && byte != 0xE2
    }
    output.write(isPlain ? text : escaped(text))
    output.write("\"")
  }
}

/// The inside of a JSON string.
///
/// U+2028 and U+2029, which end a line in older JavaScript, are escaped too.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{00}"..<"\u{20}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
