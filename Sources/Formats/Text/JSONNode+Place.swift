extension JSONNode {
  /// The path from the outermost value: `$.tracks[0].path`.
  package var path: String {
    document.bytes.withUnsafeBufferPointer { document.tape.path(to: index, in: $0) }
  }

  /// The line of the first character, counted from 1.
  package var line: Int { textPlace.line }

  /// The column of the first character in Unicode scalars, counted from 1.
  package var column: Int { textPlace.column }

  /// The place as errors name it.
  package var place: FormatError.Place {
    let place = textPlace
    return .jsonPath(path, line: place.line, column: place.column)
  }

  /// An error about this value; without `found`, about the value as ``excerpt`` tells it.
  package func error(
    found: String? = nil, expected: String, advice: String? = nil
  ) -> FormatError {
    FormatError(
      file: document.file, place: place, found: found ?? excerpt, expected: expected,
      advice: advice)
  }

  /// This value as an error tells it: `"980"`, `980`, `an object`.
  package var excerpt: String {
    switch tapeNode.shape {
    case .object: "an object"
    case .array: "an array"
    case .number: String(numberText?.prefix(60) ?? "")
    case .yes: "true"
    case .no: "false"
    case .null: "null"
    case .plainText, .escapedText, .word: text.excerpt
    }
  }

  private var textPlace: TextPlace {
    document.bytes.withUnsafeBufferPointer { TextPlace(of: tapeNode.start, in: $0) }
  }
}
