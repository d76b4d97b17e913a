/// Finds the fields of one CSV record in a buffer.
struct CSVScanner {
  let separator: UInt8

  /// The fields of the record scanned last.
  private(set) var fields: [Field] = []

  struct Field {
    /// Where the field begins, its quote included.
    var start: Int
    var content: Range<Int>
    var isQuoted = false
    var hasDoubledQuotes = false
  }

  /// What is wrong, and where in the buffer.
  struct Fault: Error {
    let offset: Int
    let found: String
    let expected: String
    var advice: String?
  }

  init(separator: UInt8) { self.separator = separator }

  /// Scans the record that begins at `start`.
  ///
  /// Where more bytes may follow, that is unless `isComplete`, the record must be seen to end.
  ///
  /// The result is the place after its line break, or nil where the bytes end too early.
  mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isComplete: Bool
  ) throws(Fault) -> Int? {
    fields.removeAll(keepingCapacity: true)
    var index = start
    while true {
      let isQuoted = index < bytes.count && bytes[index] == .doubleQuote
      let end =
        isQuoted
        ? try scanQuoted(bytes, from: index, isComplete: isComplete)
        : try scanPlain(bytes, from: index, isComplete: isComplete)
      guard let end else { return nil }
      guard end < bytes.count else { return isComplete ? end : nil }
      switch bytes[end] {
      case separator: index = end + 1
      case .lineFeed: return end + 1
      case .carriageReturn:
        guard end + 1 < bytes.count || isComplete else { return nil }
        guard end + 1 < bytes.count, bytes[end + 1] == .lineFeed else {
          throw Fault(
            offset: end, found: "a carriage return alone", expected: "LF or CR LF",
            advice: "save the file with LF at line ends")
        }
        return end + 2
      default:
        throw Fault(
          offset: end, found: describeCharacter(bytes, at: end) + " after a closing quote",
          expected: "\(describe(separator)) or the end of the line",
          advice: "a quote inside a field is doubled")
      }
    }
  }

  /// Scans a field without quotes; returns the place after it.
  private mutating func scanPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isComplete: Bool
  ) throws(Fault) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == separator || byte == .lineFeed || byte == .carriageReturn { break }
      if byte == .doubleQuote {
        throw Fault(
          offset: index, found: "a quote inside a field", expected: "a field without quotes",
          advice: "put the whole field in quotes and double those inside")
      }
      guard let next = try indexAfterCharacter(bytes, index, isComplete) else { return nil }
      index = next
    }
    fields.append(Field(start: start, content: start..<index))
    return index
  }

  /// Scans a field in quotes; returns the place after the closing quote.
  private mutating func scanQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isComplete: Bool
  ) throws(Fault) -> Int? {
    var field = Field(start: start, content: start..<start, isQuoted: true)
    var index = start + 1
    while index < bytes.count {
      guard bytes[index] == .doubleQuote else {
        guard let next = try indexAfterCharacter(bytes, index, isComplete) else { return nil }
        index = next
        continue
      }
      guard index + 1 < bytes.count || isComplete else { return nil }
      guard index + 1 < bytes.count, bytes[index + 1] == .doubleQuote else {
        field.content = start + 1..<index
        fields.append(field)
        return index + 1
      }
      field.hasDoubledQuotes = true
      index += 2
    }
    guard isComplete else { return nil }
    throw Fault(
      offset: start, found: "a quote that is never closed", expected: "a closing quote")
  }

  private func indexAfterCharacter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ isComplete: Bool
  ) throws(Fault) -> Int? {
    let byte = bytes[index]
    if byte &- 1 < 0x7F { return index + 1 }
    let check = UTF8Check(bytes, at: index)
    if case .wellFormed(let length) = check, byte != 0 { return index + length }
    if check == .cutOff, !isComplete { return nil }
    throw Fault(
      offset: index, found: describeCharacter(bytes, at: index), expected: "UTF-8 text",
      advice: byte == 0 ? nil : "save the file as UTF-8")
  }

  private func describe(_ separator: UInt8) -> String {
    separator == 0x09 ? "a tab" : String(Unicode.Scalar(separator)).excerpt
  }
}
