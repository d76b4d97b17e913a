/// What a backslash in a JSON string begins.
enum JSONEscape: Hashable {
  /// A character, written with this many bytes after the backslash.
  case scalar(Unicode.Scalar, length: Int)
  case unknown
  /// `\u` without four hexadecimal digits.
  case badDigits
  /// Half of a surrogate pair without the other half.
  case loneSurrogate

  /// Reads the escape whose backslash stands before `index`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, after index: Int) {
    guard index < bytes.count else {
      self = .unknown
      return
    }
    self =
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"), .backslash:
        .scalar(Unicode.Scalar(bytes[index]), length: 1)
      case UInt8(ascii: "b"): .scalar("\u{08}", length: 1)
      case UInt8(ascii: "f"): .scalar("\u{0C}", length: 1)
      case UInt8(ascii: "n"): .scalar("\n", length: 1)
      case UInt8(ascii: "r"): .scalar("\r", length: 1)
      case UInt8(ascii: "t"): .scalar("\t", length: 1)
      case UInt8(ascii: "u"): JSONEscape(unicode: bytes, at: index + 1)
      default: .unknown
      }
  }

  /// Reads four hexadecimal digits, and a second escape where they are a high surrogate.
  private init(unicode bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard let unit = fourHexadecimalDigits(bytes, at: index) else {
      self = .badDigits
      return
    }
    if let scalar = Unicode.Scalar(unit) {
      self = .scalar(scalar, length: 5)
      return
    }
    let isFollowed =
      index + 5 < bytes.count && bytes[index + 4] == .backslash
      && bytes[index + 5] == UInt8(ascii: "u")
    guard unit < 0xDC00, isFollowed, let low = fourHexadecimalDigits(bytes, at: index + 6),
      0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else {
      self = .loneSurrogate
      return
    }
    self = .scalar(scalar, length: 11)
  }
}

private func fourHexadecimalDigits(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
  guard index + 4 <= bytes.count else { return nil }
  var value: UInt32 = 0
  for byte in bytes[index..<index + 4] {
    guard let digit = byte.hexadecimalValue else { return nil }
    value = value << 4 | digit
  }
  return value
}
