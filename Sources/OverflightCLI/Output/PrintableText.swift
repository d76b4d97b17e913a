extension String {
  /// This text without anything that a terminal obeys instead of showing.
  ///
  /// Names come from files and from the command line; an escape sequence in one could move
  /// the cursor, and a direction override could turn a number round. Each such character
  /// becomes U+FFFD; a tab becomes a space. The text's own line breaks stay.
  var printable: String {
    guard unicodeScalars.contains(where: \.isObeyed) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      text.append(scalar == "\t" ? " " : scalar.isObeyed ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }

  /// Like ``printable``, and on one line: each line break becomes U+FFFD too.
  var printableLine: String {
    String(printable.map { $0.isNewline ? "\u{FFFD}" : $0 })
  }
}

extension Unicode.Scalar {
  /// Whether a terminal does something on seeing this, line feeds excepted.
  fileprivate var isObeyed: Bool {
    switch value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
