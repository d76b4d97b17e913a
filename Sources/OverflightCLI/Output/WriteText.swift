import Formats

/// Writes text in UTF-8 to a file, or to standard output for `-`, piece by piece.
///
/// - Parameters:
///   - file: The file's path; it appears whole or not at all.
///   - replaces: Whether it may replace one that is there.
///   - body: Is given what takes each piece, which throws where no more can be written.
/// - Throws: ``Formats/SinkError``, and what `body` throws.
func writeText(
  to file: String, replaces: Bool, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
) throws {
  if file == "-" {
    let sink = StandardOutputSink()
    try body { bytes in
      bytes.withUnsafeBytes { sink.write($0) }
      if let error = sink.error { throw error }
    }
    try sink.flush()
  } else {
    let sink = try FileSink(path: file, replaces: replaces)
    try body { bytes in
      bytes.withUnsafeBytes { sink.write($0) }
      if let error = sink.error { throw error }
    }
    try sink.close()
  }
}
