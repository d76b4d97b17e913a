package import Quantities

extension CSVReader {
  /// The number of fields in the current record.
  package var count: Int { scanner.fields.count }

  /// Whether the field is empty or the word for missing values.
  package func isMissing(_ field: Int) -> Bool {
    let field = scanner.fields[field]
    if field.content.isEmpty { return true }
    guard let missing = options.missing, !field.isQuoted else { return false }
    return buffer[field.content].elementsEqual(missing.utf8)
  }

  /// The text of a field, or nil where it is missing.
  package func string(_ field: Int) -> String? {
    guard !isMissing(field) else { return nil }
    let place = scanner.fields[field]
    guard place.hasDoubledQuotes else {
      return String(decoding: buffer[place.content], as: UTF8.self)
    }
    var text: [UInt8] = []
    var isSecond = false
    for byte in buffer[place.content] {
      isSecond = byte == .doubleQuote && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a field holds `text`, without making a text of the field where the bytes agree.
  package func isText(_ field: Int, _ text: String) -> Bool {
    let place = scanner.fields[field]
    let isSame = text.utf8.withContiguousStorageIfAvailable { bytes in
      buffer.withUnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: $0[place.content]).elementsEqual(bytes)
      }
    }
    return isSame == true && !place.hasDoubledQuotes || string(field) == text
  }

  /// The number in a field, or nil where it is missing.
  ///
  /// - Throws: An error at the field where it holds anything but a finite decimal number.
  package func number(_ field: Int) throws(FormatError) -> Double? {
    guard !isMissing(field) else { return nil }
    let content = scanner.fields[field].content
    let number = buffer.withUnsafeBufferPointer { bytes in
      DecimalText(UnsafeBufferPointer(rebasing: bytes[content]), from: 0)
    }
    guard let number, number.end == content.count, number.value.isFinite else {
      throw error(field, expected: "a finite number", advice: "leave a missing value empty")
    }
    return number.value
  }

  /// The moment in a field, or nil where it is missing.
  ///
  /// - Throws: An error at the field where it holds no RFC 3339 time with its offset.
  package func instant(_ field: Int) throws(FormatError) -> Instant? {
    guard !isMissing(field) else { return nil }
    let content = scanner.fields[field].content
    do throws(InstantError) {
      return try buffer.withUnsafeBufferPointer { bytes throws(InstantError) in
        try Instant(rfc3339UTF8: UnsafeBufferPointer(rebasing: bytes[content]))
      }
    } catch {
      throw self.error(
        field, expected: "a time with its offset such as 2015-11-24T07:24:05.000Z",
        advice: error.description)
    }
  }

  /// An error about a field; without `found`, about the field as it stands.
  package func error(
    _ field: Int, found: String? = nil, expected: String, advice: String? = nil
  ) -> FormatError {
    let found = found ?? string(field)?.excerpt ?? "no value"
    let name = columns.indices.contains(field) ? " in column \(columns[field].excerpt)" : ""
    return error(
      at: scanner.fields[field].start, found: found + name, expected: expected, advice: advice)
  }

  /// An error about the byte at `offset` of the buffer, not before the current record.
  func error(
    at offset: Int, found: String, expected: String, advice: String? = nil
  ) -> FormatError {
    let before = buffer[recordStart..<offset]
    let lineStart = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? recordStart
    return FormatError(
      file: file,
      place: .line(
        line + before.count { $0 == .lineFeed },
        column: 1 + buffer[lineStart..<offset].count { $0 & 0xC0 != 0x80 }),
      found: found, expected: expected, advice: advice)
  }
}
