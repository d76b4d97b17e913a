import Formats
import Testing

@Suite struct `A format error` {
  @Test(arguments: [
    (
      FormatError.Place.jsonPath("$.tracks[0].path.groundSpeed", line: 12, column: 17),
      "scenario.json:12:17: $.tracks[0].path.groundSpeed: found \"980\", expected a speed; help"
    ),
    (.line(3, column: 4), "scenario.json:3:4: found \"980\", expected a speed; help"),
    (.line(3, column: nil), "scenario.json:3: found \"980\", expected a speed; help"),
    (.wholeFile, "scenario.json: found \"980\", expected a speed; help"),
  ])
  func `is told in one sentence`(place: FormatError.Place, sentence: String) {
    let error = FormatError(
      file: "scenario.json", place: place, found: "\"980\"", expected: "a speed",
      advice: "help")
    #expect(error.description == sentence)
  }

  @Test func `moves no cursor, whatever the file is called`() {
    let error = FormatError(
      file: "a\u{1B}[2J.json", place: .wholeFile, found: "nothing", expected: "something")
    #expect(error.description == "a\\u{1B}[2J.json: found nothing, expected something")
  }

  @Test(arguments: [
    ("980", "\"980\""), ("", "\"\""), ("say \"no\"", "\"say \\\"no\\\"\""),
    ("a\nb\u{202E}c", "\"a\\u{A}b\\u{202E}c\""), ("Köln 🛩", "\"Köln 🛩\""),
    (String(repeating: "x", count: 60), "\"\(String(repeating: "x", count: 60))\""),
    (String(repeating: "x", count: 61), "\"\(String(repeating: "x", count: 60))\"…"),
  ])
  func `quotes a text so that it can be read`(text: String, excerpt: String) {
    #expect(
      text.excerpt == (excerpt.hasSuffix("…") ? String(excerpt.dropLast(2)) + "…\"" : excerpt))
  }
}
