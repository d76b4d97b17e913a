extension JSONParser {
  /// Reads `true`, `false` or `null`; says what other words may have meant.
  mutating func readWord() throws(FormatError) {
    let start = position
    let word = wordEnd(from: start)
    let shape: JSONTape.Shape
    switch bytes[start..<word] {
    case let text where text.elementsEqual("true".utf8): shape = .yes
    case let text where text.elementsEqual("false".utf8): shape = .no
    case let text where text.elementsEqual("null".utf8): shape = .null
    default: throw noValue(in: start..<word)
    }
    position = word
    append(shape, from: start)
  }

  private func noValue(in range: Range<Int>) -> FormatError {
    guard !range.isEmpty else { return failure(expected: "a value") }
    let text = String(decoding: bytes[range], as: UTF8.self)
    if ["NaN", "Infinity"].contains(text) { return failure(expected: "a finite number") }
    return failure(
      expected: "a value",
      advice: NearestWord.question(text, among: ["true", "false", "null"])
        ?? "a text stands in double quotes")
  }

  /// Reads a key, with quotes or without.
  mutating func readKey() throws(FormatError) {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return try readString() }
    let start = position
    position = wordEnd(from: start)
    guard position > start else { throw failure(expected: "a key in double quotes or \"}\"") }
    append(.word, from: start)
  }

  /// The end of the word that begins at `start`, which is `start` where none begins.
  func wordEnd(from start: Int) -> Int {
    guard start < bytes.count, bytes[start].beginsWord else { return start }
    return bytes[start...].firstIndex { !$0.beginsWord && !$0.isDigit } ?? bytes.count
  }

  /// Goes on to what is neither blank nor comment.
  mutating func skipSpace() throws(FormatError) {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, .lineFeed, .carriageReturn: position += 1
      case UInt8(ascii: "/"): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(FormatError) {
    let start = position
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "/"):
      position += 2
      while position < bytes.count, bytes[position] != .lineFeed,
        bytes[position] != .carriageReturn
      {
        try skipCharacter()
      }
    case UInt8(ascii: "*"):
      position += 2
      while !(next == UInt8(ascii: "*") && position + 1 < bytes.count
        && bytes[position + 1] == UInt8(ascii: "/"))
      {
        guard position < bytes.count else {
          throw failure(
            expected: "\"*/\"", advice: "the comment begins in line \(line(of: start))")
        }
        try skipCharacter()
      }
      position += 2
    default: throw failure(expected: "a comment after \"/\"")
    }
  }

  /// Goes over one character, which must be UTF-8.
  mutating func skipCharacter() throws(FormatError) {
    guard bytes[position] >= 0x80 else {
      position += 1
      return
    }
    guard case .wellFormed(let length) = UTF8Check(bytes, at: position) else {
      throw failure(expected: "UTF-8", advice: "save the file as UTF-8")
    }
    position += length
  }
}
