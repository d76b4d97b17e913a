extension TextOutputStream {
  /// Writes one record as RFC 4180 has it, but ended by LF: fields joined by `separator`.
  ///
  /// A field stands in quotes where it must, and where its first character is `#`, which some
  /// readers take for a comment. An empty field means a missing value; a record of one empty
  /// field is written `""`, since an empty line is no record.
  ///
  /// - Precondition: `separator` is an ASCII character, but neither a quote nor a line break.
  public mutating func writeCSVRecord(_ fields: [String], separator: Character = ",") {
    guard let separator = separator.asciiValue, separator != .doubleQuote,
      separator != .lineFeed, separator != .carriageReturn
    else { preconditionFailure("no separator") }
    write(csvRecord(fields, separator: separator))
  }
}

/// Appends one field of a record whose fields are joined by commas.
func appendCSVField(_ field: String, to record: inout [UInt8]) {
  var field = field
  field.withUTF8 { appendField($0, separator: UInt8(ascii: ","), to: &record) }
}

private func csvRecord(_ fields: [String], separator: UInt8) -> String {
  if fields.count == 1, fields[0].isEmpty { return "\"\"\n" }
  var record: [UInt8] = []
  record.reserveCapacity(128)
  for (index, var field) in fields.enumerated() {
    if index > 0 { record.append(separator) }
    field.withUTF8 { appendField($0, separator: separator, to: &record) }
  }
  record.append(.lineFeed)
  return String(decoding: record, as: UTF8.self)
}

private func appendField(
  _ field: UnsafeBufferPointer<UInt8>, separator: UInt8, to record: inout [UInt8]
) {
  let needsQuotes =
    field.first == UInt8(ascii: "#")
    || field.contains { byte in
      byte == separator || byte == .doubleQuote || byte == .lineFeed || byte == .carriageReturn
    }
  guard needsQuotes else {
    record.append(contentsOf: field)
    return
  }
  record.append(.doubleQuote)
  for byte in field {
    if byte == .doubleQuote { record.append(.doubleQuote) }
    record.append(byte)
  }
  record.append(.doubleQuote)
}
