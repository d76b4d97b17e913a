extension JSONParser {
  /// Reads a string whose opening quote stands at the reading position.
  mutating func readString() throws(FormatError) {
    let start = position
    let quote = bytes[start]
    var shape = JSONTape.Shape.plainText
    position += 1
    while true {
      guard position < bytes.count else {
        throw failure(
          expected: "a closing quote", advice: "the text begins in line \(line(of: start))")
      }
      let byte = bytes[position]
      if byte == quote { break }
      if byte == .backslash {
        shape = .escapedText
        try skipEscape()
      } else if byte < 0x20 {
        throw controlCharacter(byte)
      } else {
        try skipCharacter()
      }
    }
    position += 1
    append(shape, from: start)
  }

  private func controlCharacter(_ byte: UInt8) -> FormatError {
    switch byte {
    case .lineFeed, .carriageReturn:
      failure(
        found: "the end of the line", expected: "a closing quote",
        advice: "inside a text a line break is written \\n")
    case 0x09:
      failure(
        found: "a tab in a text", expected: "a character that prints",
        advice: "inside a text a tab is written \\t")
    default: failure(expected: "a character that prints")
    }
  }

  private mutating func skipEscape() throws(FormatError) {
    let start = position
    switch JSONEscape(bytes, after: position + 1) {
    case .scalar(_, let length): position += 1 + length
    case .unknown:
      position += 1
      guard position < bytes.count else {
        throw failure(expected: "a character after the backslash")
      }
      throw failure(
        at: start, found: "a backslash before \(foundText(at: position))",
        expected: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u",
        advice: "a backslash itself is written \\\\")
    case .badDigits:
      throw failure(
        at: start, found: "\\u without four hexadecimal digits",
        expected: "an escape such as \\u00e9")
    case .loneSurrogate:
      throw failure(
        at: start, found: "half of a surrogate pair", expected: "both halves",
        advice: "write the character itself, as UTF-8")
    }
  }
}
