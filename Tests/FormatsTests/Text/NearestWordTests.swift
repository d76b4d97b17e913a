import Formats
import Testing

@Suite struct `The nearest word` {
  static let commands = ["replay", "check", "vary", "solve", "report", "screen", "convert"]

  @Test(arguments: [
    ("replya", "replay"), ("chek", "check"), ("REPORT", "report"), ("scren", "screen"),
    ("slove", "solve"), ("covnert", "convert"), ("repotr", "report"), ("vray", "vary"),
  ])
  func `is found for a slip`(typed: String, word: String) {
    #expect(NearestWord.to(typed, among: Self.commands) == word)
  }

  @Test(arguments: ["", "x", "exit", "simulate", "ry", String(repeating: "check", count: 20)])
  func `is not found for another word`(typed: String) {
    #expect(NearestWord.to(typed, among: Self.commands) == nil)
  }

  @Test func `is the first among equally near ones`() {
    #expect(NearestWord.to("cat", among: ["car", "bat"]) == "car")
    #expect(NearestWord.to("cat", among: [String]()) == nil)
  }

  @Test func `is found for short words by their capitals only`() {
    #expect(NearestWord.to("nm", among: ["mi", "NM"]) == "NM")
    #expect(NearestWord.to("kn", among: ["km", "kt"]) == nil)
  }
}
