extension StringProtocol {
  /// This text in double quotes, fit to stand in a sentence.
  ///
  /// At most 60 characters are shown. Quotes and backslashes are escaped, and so is what
  /// a terminal would obey instead of print.
  package var excerpt: String {
    let shown = unicodeScalars.prefix(60)
    let ending = shown.endIndex == unicodeScalars.endIndex ? "" : "…"
    return "\"" + escaped(shown, alsoQuotes: true) + ending + "\""
  }

  /// This text without characters that a terminal would obey: they are written `\u{1B}`.
  package var printable: String { escaped(unicodeScalars, alsoQuotes: false) }
}

private func escaped(
  _ scalars: some Sequence<Unicode.Scalar>, alsoQuotes: Bool
) -> String {
  var text = ""
  for scalar in scalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
      if alsoQuotes, scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
  }
  return text
}
