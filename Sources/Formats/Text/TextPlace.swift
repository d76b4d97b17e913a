/// A line and a column of a text, both counted from 1.
struct TextPlace: Hashable {
  let line: Int

  /// Counts Unicode scalars, not bytes; a byte order mark is not counted.
  let column: Int

  /// The place of the byte at `offset`; the byte after the last one has a place too.
  ///
  /// Lines end with LF, CR LF or CR.
  init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var (line, lineStart) = (1, byteOrderMarkLength(bytes))
    for index in lineStart..<max(lineStart, offset) {
      let isBreak =
        bytes[index] == .lineFeed
        || bytes[index] == .carriageReturn
          && !(index + 1 < bytes.count && bytes[index + 1] == .lineFeed)
      if isBreak { (line, lineStart) = (line + 1, index + 1) }
    }
    self.line = line
    column = 1 + bytes[lineStart..<max(lineStart, offset)].count { $0 & 0xC0 != 0x80 }
  }
}

/// 3 where the text begins with the byte order mark of UTF-8, else 0.
func byteOrderMarkLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
}

extension UInt8 {
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var doubleQuote: UInt8 { 0x22 }
  static var backslash: UInt8 { 0x5C }

  /// Whether this is an ASCII digit.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether a word such as a key without quotes may begin with this byte.
  var beginsWord: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x5F || self == 0x24 }

  /// The worth of a hexadecimal digit, or nil.
  var hexadecimalValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self) - 0x30
    case 0x41...0x46, 0x61...0x66: UInt32(self | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
