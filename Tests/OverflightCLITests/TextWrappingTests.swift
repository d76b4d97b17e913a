import Testing

@testable import OverflightCLI

@Suite struct `A wrapped text` {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 13, ["one two three"]),
    ("one two three", 1, ["one", "two", "three"]),
    ("  one   two  ", 20, ["one two"]),
    ("a\n\nb c", 9, ["a", "", "b c"]),
    ("", 9, [""]),
    ("10\u{A0}km far", 5, ["10\u{A0}km", "far"]),
    ("e\u{301}e\u{301}e\u{301} x", 3, ["e\u{301}e\u{301}e\u{301}", "x"]),
    ("one", 0, ["one"]),
  ])
  func `is broken at spaces`(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(to: width) == lines)
  }

  @Test(arguments: [
    ("a unmistakably", 5, ["a", "unmis", "takab", "ly"]),
    ("abcde fg", 5, ["abcde", "fg"]),
  ])
  func `is broken in words where that is asked`(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(to: width, breakingWords: true) == lines)
  }
}
