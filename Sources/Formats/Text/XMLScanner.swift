/// Reads an XML text piece by piece, as far as files of places need it.
///
/// Tags are held to their order, names and attributes to their form; comments and instructions are
/// passed over. Refused are document type declarations, and with them entities of their own; texts
/// are given as they stand, references in them not resolved. Read is UTF-8, with one byte order mark
/// or none.
struct XMLScanner {
  /// How deep elements may be nested; the outermost has depth 1.
  static let depthLimit = 64

  /// A piece, with its place in the bytes.
  enum Piece: Hashable {
    /// The name is without its prefix.
    case start(String, at: Int)
    case text(Range<Int>)
    case end
  }

  /// An element that has begun and not ended.
  struct Element: Hashable {
    /// The name without its prefix, and as it is written.
    let name: String
    let written: ArraySlice<UInt8>
    let offset: Int
  }

  let bytes: [UInt8]
  let file: String
  /// The elements in which the piece read last stands, outermost first; a start is one itself.
  private(set) var open: [Element] = []
  private var position: Int
  private var hasRoot = false
  private var endsAtOnce = false

  init(_ bytes: [UInt8], file: String) throws(FormatError) {
    (self.bytes, self.file) = (bytes, file)
    position = bytes.withUnsafeBufferPointer { byteOrderMarkLength($0) }
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw FormatError(
        file: file, place: .wholeFile, found: "bytes that are not UTF-8, or NUL",
        expected: "UTF-8 text", advice: "save the file as UTF-8, not zipped")
    }
  }

  /// The next piece; nothing at the end.
  ///
  /// - Throws: ``FormatError`` with line and column. After an error the scanner is spent.
  mutating func next() throws(FormatError) -> Piece? {
    if endsAtOnce {
      endsAtOnce = false
      open.removeLast()
      return .end
    }
    while position < bytes.count {
      if let end = try skip("<?", to: "?>") {
        position = end
      } else if let end = try skip("<!--", to: "-->") {
        position = end
      } else if let piece = try tagOrText() {
        return piece
      }
    }
    if let element = open.last {
      throw error(
        at: position, found: "the end of the file", expected: "the end of \(element.words)",
        advice: "it begins in line \(line(of: element.offset))")
    }
    guard hasRoot else { throw error(at: position, found: "no element", expected: "one") }
    return nil
  }

  private mutating func tagOrText() throws(FormatError) -> Piece? {
    let start = position
    if open.isEmpty {
      position = bytes[start...].firstIndex { !$0.isXMLSpace } ?? bytes.count
      guard position == start else { return nil }
    }
    guard bytes[start] == UInt8(ascii: "<") else {
      guard !open.isEmpty else {
        throw error(at: start, expected: "an element", advice: "is this an XML file?")
      }
      position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return .text(start..<position)
    }
    if let end = try skip("<![CDATA[", to: "]]>"), !open.isEmpty {
      position = end
      return .text(start + 9..<end - 3)
    }
    if begins(with: "<!", at: start) {
      throw error(at: start, found: "a declaration", expected: "an element or a text")
    }
    return begins(with: "</", at: start) ? try endTag() : try startTag()
  }
}

extension XMLScanner {
  private mutating func endTag() throws(FormatError) -> Piece {
    let start = position
    position += 2
    let name = try self.name()
    skipSpace()
    try take(">")
    guard let element = open.last, element.written == name else {
      let text = String(decoding: name, as: UTF8.self)
      throw error(
        at: start, found: "the end of \(text.excerpt)",
        expected: open.last.map { "the end of \($0.words)" } ?? "nothing more")
    }
    open.removeLast()
    return .end
  }

  private mutating func startTag() throws(FormatError) -> Piece {
    let start = position
    guard !open.isEmpty || !hasRoot else {
      throw error(at: start, found: "a second outermost element", expected: "one")
    }
    guard open.count < Self.depthLimit else {
      throw error(
        at: start, found: "elements nested deeper than \(Self.depthLimit)", expected: "fewer")
    }
    position += 1
    let name = try self.name()
    while true {
      let isSpaced = skipSpace()
      if begins(with: "/>", at: position) {
        position += 2
        endsAtOnce = true
        break
      }
      if begins(with: ">", at: position) {
        position += 1
        break
      }
      guard isSpaced else { throw error(at: position, expected: "a space, > or />") }
      try attribute()
    }
    hasRoot = true
    let local = name.split(separator: UInt8(ascii: ":")).last ?? name
    let element = Element(
      name: String(decoding: local, as: UTF8.self), written: name, offset: start)
    open.append(element)
    return .start(element.name, at: start)
  }

  /// Passes over `name="value"`.
  private mutating func attribute() throws(FormatError) {
    _ = try name()
    skipSpace()
    try take("=")
    skipSpace()
    let quote = position < bytes.count ? bytes[position] : 0
    guard quote == .doubleQuote || quote == UInt8(ascii: "'") else {
      throw error(at: position, expected: "a value in quotes")
    }
    let rest = bytes[(position + 1)...]
    guard let end = rest.firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }),
      bytes[end] == quote
    else {
      throw error(at: position, found: "a value without its end", expected: "a closing quote")
    }
    position = end + 1
  }

  private mutating func name() throws(FormatError) -> ArraySlice<UInt8> {
    let end = bytes[position...].firstIndex { !$0.isXMLName } ?? bytes.count
    let name = bytes[position..<end]
    guard let first = name.first, first.beginsXMLName else {
      throw error(at: position, expected: "a name")
    }
    position = end
    return name
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let end = bytes[position...].firstIndex { !$0.isXMLSpace } ?? bytes.count
    defer { position = end }
    return end > position
  }

  private mutating func take(_ mark: String) throws(FormatError) {
    guard begins(with: mark, at: position) else { throw error(at: position, expected: mark) }
    position += mark.utf8.count
  }

  private func begins(with mark: String, at index: Int) -> Bool {
    bytes[index...].starts(with: mark.utf8)
  }

  /// The place after what begins here with one mark and ends with another; nothing for anything else.
  private func skip(_ mark: String, to ending: String) throws(FormatError) -> Int? {
    guard begins(with: mark, at: position) else { return nil }
    let last = Array(ending.utf8)
    var index = position + mark.utf8.count
    while index + last.count <= bytes.count {
      if bytes[index] == last[0], bytes[index...].starts(with: last) { return index + last.count }
      index += 1
    }
    throw error(at: position, found: "\(mark) without its end", expected: ending)
  }
}

extension XMLScanner {
  /// An error at a place of the bytes; without `found`, about what stands there.
  func error(
    at offset: Int, found: String? = nil, expected: String, advice: String? = nil
  ) -> FormatError {
    let standing = bytes.withUnsafeBufferPointer { bytes in
      offset < bytes.count ? describeCharacter(bytes, at: offset) : "the end of the file"
    }
    return FormatError(
      file: file, place: place(of: offset), found: found ?? standing, expected: expected,
      advice: advice)
  }

  func place(of offset: Int) -> FormatError.Place {
    let place = bytes.withUnsafeBufferPointer { TextPlace(of: offset, in: $0) }
    return .line(place.line, column: place.column)
  }

  func line(of offset: Int) -> Int {
    bytes.withUnsafeBufferPointer { TextPlace(of: offset, in: $0).line }
  }
}

extension XMLScanner.Element {
  fileprivate var words: String { String(decoding: written, as: UTF8.self).excerpt }
}

extension UInt8 {
  /// Whether XML takes this byte as space.
  var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  fileprivate var beginsXMLName: Bool {
    (self | 0x20) &- 0x61 < 26 || self == 0x5F || self == 0x3A || self >= 0x80
  }

  fileprivate var isXMLName: Bool {
    beginsXMLName || isDigit || self == 0x2D || self == 0x2E
  }
}
