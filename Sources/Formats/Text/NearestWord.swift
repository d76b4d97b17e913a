/// Guesses which word was meant by one that was mistyped.
public enum NearestWord {
  /// The word of `words` nearest to `typed`, or nil where none is near.
  ///
  /// The distance counts letters inserted, left out, replaced, and neighbours swapped,
  /// without regard to capitals. Near is up to one such slip for three letters of the longer
  /// word, and three at most; among equally near words the first one wins.
  public static func to(_ typed: some StringProtocol, among words: some Sequence<String>)
    -> String?
  {
    let typed = Array(typed.lowercased().unicodeScalars.prefix(65))
    guard typed.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    for word in words {
      let letters = Array(word.lowercased().unicodeScalars)
      let limit = min(max(typed.count, letters.count) / 3, 3)
      guard abs(typed.count - letters.count) <= limit else { continue }
      let distance = distance(typed, letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// `did you mean "path"?`, or nil where no word is near.
  package static func question(
    _ typed: some StringProtocol, among words: some Sequence<String>
  ) -> String? {
    to(typed, among: words).map { "did you mean \($0.excerpt)?" }
  }
}

/// The Damerau-Levenshtein distance in its restricted form: no letter is touched twice.
private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var current = [i + 1]
    for (j, other) in b.enumerated() {
      let replaced = previous[j] + (letter == other ? 0 : 1)
      var least = min(replaced, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other {
        least = min(least, beforePrevious[j - 1] + 1)
      }
      current.append(least)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
