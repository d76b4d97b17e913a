extension String {
  /// This text in lines of at most `width` characters, broken at spaces.
  ///
  /// A line feed in the text stays a break; a no-break space is never broken at. Several
  /// spaces between two words count as one. Characters are grapheme clusters.
  ///
  /// - Parameters:
  ///   - width: The longest line; less than 1 counts as 1.
  ///   - breakingWords: Whether a word longer than a line is cut. If not, it stands on a
  ///     line of its own, which is then too long.
  /// - Returns: At least one line; an empty text gives one empty line.
  func wrapped(to width: Int, breakingWords: Bool = false) -> [String] {
    let width = max(1, width)
    return split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines = Lines(width: width)
      for word in paragraph.split(separator: " ") {
        for piece in breakingWords ? word.pieces(of: width) : [word] { lines.append(piece) }
      }
      return lines.finished
    }
  }
}

/// Lines that are being filled with words.
private struct Lines {
  let width: Int
  var full: [String] = []
  var last = ""
  var lastCount = 0

  init(width: Int) { self.width = width }

  var finished: [String] { full + [last] }

  mutating func append(_ word: Substring) {
    let count = word.count
    if lastCount > 0, lastCount + 1 + count <= width {
      last += " " + word
      lastCount += 1 + count
    } else {
      if lastCount > 0 { full.append(last) }
      last = String(word)
      lastCount = count
    }
  }
}

extension Substring {
  /// This word cut into pieces of at most `count` characters.
  fileprivate func pieces(of count: Int) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self
    while !rest.isEmpty {
      pieces.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return pieces
  }
}
