extension JSONParser {
  /// Reads a number whose sign, digit or point stands at the reading position.
  mutating func readNumber() throws(FormatError) {
    let start = position
    let hasSign = bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+")
    let first = hasSign ? start + 1 : start
    if first + 1 < bytes.count, bytes[first] == 0x30 {
      if bytes[first + 1] | 0x20 == UInt8(ascii: "x") {
        return try readHexadecimal(from: first + 2, start: start)
      }
      guard !bytes[first + 1].isDigit else {
        throw failure(
          found: literal(from: start), expected: "a number without leading zeros",
          advice: "a text stands in double quotes")
      }
    }
    guard let number = DecimalText(bytes, from: start) else {
      let word = bytes[first..<wordEnd(from: first)]
      let isNonFinite = word.elementsEqual("NaN".utf8) || word.elementsEqual("Infinity".utf8)
      throw failure(
        found: literal(from: start), expected: isNonFinite ? "a finite number" : "a number")
    }
    try accept(number.value, end: number.end, from: start)
  }

  private mutating func readHexadecimal(from first: Int, start: Int) throws(FormatError) {
    var value: UInt64 = 0
    var index = first
    while index < bytes.count, let digit = bytes[index].hexadecimalValue {
      guard value >> 60 == 0 else {
        throw failure(
          found: literal(from: start), expected: "a hexadecimal number of at most 16 digits")
      }
      value = value << 4 | UInt64(digit)
      index += 1
    }
    guard index > first else {
      throw failure(found: literal(from: start), expected: "hexadecimal digits after \"0x\"")
    }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    try accept(isNegative ? -Double(value) : Double(value), end: index, from: start)
  }

  private mutating func accept(_ value: Double, end: Int, from start: Int) throws(FormatError) {
    guard value.isFinite else {
      throw failure(
        found: literal(from: start), expected: "a number below 1.8e308 in magnitude")
    }
    guard end == wordEnd(from: end) else {
      throw failure(
        found: literal(from: start), expected: "a number",
        advice: "a text stands in double quotes")
    }
    position = end
    append(.number, from: start, payload: value.bitPattern)
  }

  /// What stands from `start` to the next blank or mark, as it is found.
  private func literal(from start: Int) -> String {
    let end = bytes[start...].firstIndex { byte in
      !byte.beginsWord && !byte.isDigit && !"+-.:/".utf8.contains(byte)
    }
    return String(decoding: bytes[start..<(end ?? bytes.count)].prefix(200), as: UTF8.self)
      .excerpt
  }
}
