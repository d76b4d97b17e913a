/// The state and the pending text of a JSON writer, whatever its output is.
///
/// Not generic, so that the compiler makes plain code of it in every build.
struct JSONText {
  private var bytes: [UInt8] = []
  private var open: [Container]
  private var awaitsValue = false

  private struct Container {
    let isObject: Bool
    let isIndented: Bool
    var isEmpty = true
    var lastKey: String?
  }

  init(isIndented: Bool) { open = [Container(isObject: false, isIndented: isIndented)] }

  var byteCount: Int { bytes.count }

  /// The pending text, which is pending no more.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func putKey(_ key: String) {
    let last = open.count - 1
    precondition(open[last].isObject && !awaitsValue, "a key stands before a value in an object")
    assert(
      open[last].lastKey.map { $0.utf8.lexicographicallyPrecedes(key.utf8) } ?? true,
      "keys rise")
    separate()
    open[last].lastKey = key
    putQuoted(key)
    put(open[last].isIndented ? ": " : ":")
    awaitsValue = true
  }

  mutating func putString(_ value: String) {
    beginValue()
    putQuoted(value)
  }

  mutating func putNumber(_ value: Double, decimals: Int) {
    beginValue()
    value.appendFixed(decimals, to: &bytes)
  }

  mutating func putLiteral(_ text: String) {
    beginValue()
    put(text)
  }

  /// Opens a container; within one of one line every other is of one line too.
  mutating func begin(isObject: Bool, isIndented: Bool?) {
    beginValue()
    let outer = open[open.count - 1].isIndented
    put(isObject ? "{" : "[")
    open.append(Container(isObject: isObject, isIndented: outer && isIndented ?? true))
  }

  mutating func endContainer() {
    precondition(!awaitsValue, "a key has no value")
    let closed = open.removeLast()
    if !closed.isEmpty, closed.isIndented { breakLine() }
    put(closed.isObject ? "}" : "]")
  }

  mutating func end() {
    precondition(open.count == 1 && !open[0].isEmpty, "a JSON text is one value")
    put("\n")
  }

  private mutating func put(_ piece: String) { bytes.append(contentsOf: piece.utf8) }

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
    if !open[last].isEmpty { put(",") }
    open[last].isEmpty = false
    if last > 0, open[last].isIndented { breakLine() }
  }

  private mutating func breakLine() {
    put("\n")
    for _ in 1..<open.count { put("  ") }
  }

  /// Puts a text in quotes, with what must not stand in one, or breaks a script, escaped.
  private mutating func putQuoted(_ piece: String) {
    put("\"")
    let isPlain = piece.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != .doubleQuote && byte != .backslash && byte != 0xE2
    }
    put(isPlain ? piece : escaped(piece))
    put("\"")
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
