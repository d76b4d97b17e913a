extension TextOutputStream {
  /// Writes one record as RFC 4180 has it, but ended by LF: fields joined by `separator`.
  ///
  /// A field stands in quotes where it must, and where its first character is `#`, which some
  /// readers take for a comment. An empty field means a missing value; a record of one empty
  /// field is written `""`, since an empty line is no record.
  ///
  /// - Precondition: `separator` is neither a quote nor a line break.
  public mutating func writeCSVRecord(
    _ fields: some Sequence<String>, separator: Unicode.Scalar = ","
  ) {
    precondition(!["\"", "\n", "\r"].contains(separator), "no separator")
    var count = 0
    var isEmpty = true
    for field in fields {
      if count > 0 { write(String(separator)) }
      write(csvField(field, separator: separator))
      count += 1
      isEmpty = field.isEmpty
    }
    write(count == 1 && isEmpty ? "\"\"\n" : "\n")
  }
}

private func csvField(_ field: String, separator: Unicode.Scalar) -> String {
  let needsQuotes =
    field.utf8.first == UInt8(ascii: "#")
    || field.unicodeScalars.contains {
      $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
  guard needsQuotes else { return field }
  var quoted = "\""
  for scalar in field.unicodeScalars {
    if scalar == "\"" { quoted += "\"" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}
