/// Reads CSV records one after the other, without holding more than a piece of the file.
///
/// Read is RFC 4180 in UTF-8, with LF or CR LF. One byte order mark is skipped, and so are empty
/// lines. Every record has as many fields as the first one. An empty field is a missing value.
///
/// ```swift
/// var csv = try CSVReader(bytes, file: "track.csv")
/// while try csv.advance() { print(csv.line, csv.string(0) ?? "") }
/// ```
package struct CSVReader {
  /// The longest record that is read, in bytes: an open quote must not swallow a whole stream.
  package static let recordLimit = 1 << 20

  /// Appends more bytes to the buffer; false, and nothing appended, where there are none.
  package typealias Refill = (inout [UInt8]) throws(FormatError) -> Bool

  package let file: String

  /// The fields of the header; empty where the options say that there is none.
  package internal(set) var columns: [String] = []

  /// The lines `#key=value` or `%key=value` above the header.
  package internal(set) var metadata: [(key: String, value: String)] = []

  /// The line where the current record begins, counted from 1.
  package private(set) var line = 0

  let options: Options
  private let refill: Refill?
  private(set) var buffer: [UInt8]
  private(set) var scanner: CSVScanner
  private(set) var recordStart = 0
  private var position = 0
  private var nextLine = 1
  private var isComplete: Bool
  private var fieldCount: Int?

  /// Begins to read: takes in metadata and header.
  ///
  /// - Parameters:
  ///   - bytes: The text, or its beginning.
  ///   - file: The file's name for error sentences.
  ///   - options: What the text is like.
  ///   - refill: Gives what follows `bytes`.
  /// - Throws: What is wrong with metadata or header.
  package init(
    _ bytes: [UInt8], file: String, options: Options = Options(), refill: Refill? = nil
  ) throws(FormatError) {
    self.file = file
    self.options = options
    self.refill = refill
    buffer = bytes
    isComplete = refill == nil
    scanner = CSVScanner(separator: options.separator)
    while buffer.count < 3, !isComplete { try fill() }
    position = buffer.withUnsafeBufferPointer { byteOrderMarkLength($0) }
    recordStart = position
    if options.acceptsMetadata { try readMetadata() }
    if options.hasHeader { try readHeader() }
  }

  /// Goes on to the next record; false where there is none.
  ///
  /// - Throws: What is wrong with the record, with its line. After an error the reader is spent.
  package mutating func advance() throws(FormatError) -> Bool {
    repeat {
      guard try readRecord() else { return false }
    } while isEmptyLine
    let expected = fieldCount ?? scanner.fields.count
    guard scanner.fields.count == expected else {
      throw FormatError(
        file: file, place: .line(line, column: nil), found: "\(scanner.fields.count) fields",
        expected: "\(expected) as in the \(options.hasHeader ? "header" : "first record")")
    }
    fieldCount = expected
    return true
  }

  private var isEmptyLine: Bool {
    scanner.fields.count == 1 && scanner.fields[0].content.isEmpty && !scanner.fields[0].isQuoted
  }

  /// Scans the next line or record; false at the end.
  private mutating func readRecord() throws(FormatError) -> Bool {
    recordStart = position
    line = nextLine
    while true {
      if recordStart == buffer.count, isComplete { return false }
      if let end = try scan() {
        let lineBreaks = buffer[recordStart..<end].count { $0 == .lineFeed }
        (position, nextLine) = (end, nextLine + lineBreaks)
        return true
      }
      guard buffer.count - recordStart <= Self.recordLimit else {
        throw FormatError(
          file: file, place: .line(line, column: nil),
          found: "a record longer than \(Self.recordLimit) bytes", expected: "a shorter one",
          advice: "is a quote left open?")
      }
      try fill()
    }
  }

  private mutating func scan() throws(FormatError) -> Int? {
    var scanner = self.scanner
    self.scanner = CSVScanner(separator: options.separator)
    defer { self.scanner = scanner }
    do {
      return try buffer.withUnsafeBufferPointer { bytes throws(CSVScanner.Fault) in
        try scanner.scan(bytes, from: recordStart, isComplete: isComplete)
      }
    } catch {
      throw self.error(
        at: error.offset, found: error.found, expected: error.expected, advice: error.advice)
    }
  }

  /// Drops what was read and appends what follows.
  private mutating func fill() throws(FormatError) {
    buffer.removeSubrange(..<recordStart)
    (position, recordStart) = (position - recordStart, 0)
    isComplete = try refill.map { more throws(FormatError) in try !more(&buffer) } ?? true
  }

  /// Takes the line at the reading position, where it begins with one of `marks`.
  mutating func takeLine(beginningWith marks: [UInt8]) throws(FormatError) -> String? {
    recordStart = position
    while true {
      if position < buffer.count, !marks.contains(buffer[position]) { return nil }
      let end = buffer[position...].firstIndex(of: .lineFeed)
      guard let end = end ?? (isComplete ? buffer.count : nil) else {
        guard buffer.count - recordStart <= Self.recordLimit else { return nil }
        try fill()
        continue
      }
      guard end > position else { return nil }
      line = nextLine
      var content = buffer[position..<end]
      if content.last == .carriageReturn { content.removeLast() }
      guard let text = String(validating: content, as: UTF8.self), !content.contains(0) else {
        throw error(
          at: position, found: "bytes that are not UTF-8, or NUL", expected: "UTF-8 text")
      }
      (position, nextLine) = (min(end + 1, buffer.count), nextLine + 1)
      return text
    }
  }
}

extension CSVReader {
  /// What a CSV text is like.
  package struct Options: Hashable, Sendable {
    /// What stands between fields: an ASCII character.
    package var separator: UInt8
    package var hasHeader: Bool

    /// Whether lines such as `#key=value` may stand above the header.
    package var acceptsMetadata: Bool

    /// A field that means a missing value, such as `\N`; an empty field always does.
    package var missing: String?

    package init(
      separator: UInt8 = UInt8(ascii: ","), hasHeader: Bool = true,
      acceptsMetadata: Bool = false, missing: String? = nil
    ) {
      precondition(separator < 0x80 && separator > 0, "a separator is an ASCII character")
      self.separator = separator
      self.hasHeader = hasHeader
      self.acceptsMetadata = acceptsMetadata
      self.missing = missing
    }
  }
}
