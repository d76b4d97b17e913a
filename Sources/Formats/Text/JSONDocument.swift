/// A JSON text that was read whole and found well-formed.
///
/// Read is RFC 8259, and of JSON5 what people who write by hand ask for: comments, trailing
/// commas, strings in single quotes, keys without quotes, numbers such as `+1`, `.5`, `5.` and
/// `0x1F`. Refused are `NaN` and `Infinity`, duplicate keys, lone surrogates, and bytes that
/// are not UTF-8. One byte order mark is skipped.
package final class JSONDocument: Sendable {
  /// The most bytes that are read, 256 MiB.
  package static let sizeLimit = 1 << 28

  /// How deep values may be nested; the outermost has depth 1.
  package static let depthLimit = 64

  /// The file as the user named it.
  package let file: String
  let bytes: [UInt8]
  let tape: JSONTape

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: The text as UTF-8.
  ///   - file: The file's name for error sentences.
  ///   - sizeLimit: The most bytes to read; at most ``sizeLimit``.
  /// - Throws: The first thing that is wrong, with line and column.
  package init(
    parsing bytes: [UInt8], file: String, sizeLimit: Int = JSONDocument.sizeLimit
  ) throws(FormatError) {
    guard bytes.count <= min(sizeLimit, Self.sizeLimit) else {
      throw FormatError(
        file: file, place: .wholeFile, found: "\(bytes.count) bytes",
        expected: "at most \(sizeLimit)")
    }
    tape = try bytes.withUnsafeBufferPointer { buffer throws(FormatError) in
      var parser = JSONParser(buffer, file: file)
      return try parser.parse()
    }
    self.file = file
    self.bytes = bytes
  }

  /// The outermost value.
  package var root: JSONNode { JSONNode(document: self, index: 0) }
}
