extension CSVReader {
  /// The place of a column in the header, or nil where there is no such column.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  mutating func readHeader() throws(FormatError) {
    guard try advance() else {
      throw FormatError(
        file: file, place: .wholeFile, found: "no header", expected: "a line of column names")
    }
    for index in scanner.fields.indices {
      guard let name = string(index) else {
        throw error(index, found: "a column without a name", expected: "a column name")
      }
      guard !columns.contains(name) else {
        throw error(
          index, found: "the column \(name.excerpt) a second time",
          expected: "every column once")
      }
      columns.append(name)
    }
  }

  mutating func readMetadata() throws(FormatError) {
    let marks = [UInt8(ascii: "#"), UInt8(ascii: "%")]
    while let text = try takeLine(beginningWith: marks) {
      let parts = text.dropFirst().split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw FormatError(
          file: file, place: .line(line, column: nil), found: text.excerpt,
          expected: "metadata such as \"#key=value\"")
      }
      metadata.append((String(parts[0]), String(parts[1])))
    }
  }
}
