/// What stands at a place of a text that should be UTF-8.
enum UTF8Check: Hashable {
  /// A well-formed sequence of this many bytes.
  case wellFormed(length: Int)
  /// The beginning of a sequence, cut off by the end of the bytes.
  case cutOff
  case malformed

  /// Checks the sequence that begins at `index`.
  ///
  /// - Source: The Unicode Standard 16.0, table 3-7, "Well-Formed UTF-8 Byte Sequences".
  /// - Precondition: `index` lies in `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let first = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0x00...0x7F: (1, 0x80...0xBF)
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0 else {
      self = .malformed
      return
    }
    for offset in 1..<max(length, 1) {
      guard index + offset < bytes.count else {
        self = .cutOff
        return
      }
      guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[index + offset]) else {
        self = .malformed
        return
      }
    }
    self = .wellFormed(length: length)
  }
}
