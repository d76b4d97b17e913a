import Formats
import Testing

@Suite struct `A JSON text` {
  @Test(arguments: [
    ("{}", "{}"), ("[]", "[]"), ("  null  ", "null"), ("true", "true"), ("[false,]", "[false]"),
    ("\u{FEFF}1", "1"), ("// a line\r\n[1, /* two * / */ 2]// end", "[1,2]"),
    ("{'a': \"b\", $c_1: 'd\"e',}", "{a:b,$c_1:d\"e}"),
    ("[+1, -1, .5, 5., 0x1F, -0xff, 0, 0.0, 1e3, 1E-2]", "[1,-1,.5,5,31,-255,0,0,1000,.01]"),
    (#""\"\\\/\b\f\n\r\t\'\u00e9\uD83D\uDEE9""#, "\"\\/\u{8}\u{C}\n\r\t'é🛩"),
    ("\"\u{2028}\u{7F}é🛩\"", "\u{2028}\u{7F}é🛩"),
    ("{\"\": {\"\\u0061\": []}}", "{:{a:[]}}"),
  ])
  func `is read as its values`(source: String, told: String) throws {
    let document = try parse(source)
    #expect(tell(document.root) == told)
  }

  @Test(arguments: [
    ("", "f: found an empty file, expected a JSON value"),
    (" \n ", "f:2:2: found the end of the file, expected a JSON value"),
    (
      "{\n",
      "f:2:1: found the end of the file, expected a key or \"}\"; the object that begins in line 1 is not closed"
    ),
    (
      "[1",
      "f:1:3: found the end of the file, expected \",\" or \"]\" after an element; the array that begins in line 1 is not closed"
    ),
    ("[1 2]", "f:1:4: found \"2\", expected \",\" or \"]\" after an element"),
    ("[,]", "f:1:2: found \",\", expected a value"),
    ("[1,,2]", "f:1:4: found \",\", expected a value"),
    ("{\"a\" 1}", "f:1:6: found \"1\", expected \":\" after the key"),
    ("{\"a\":}", "f:1:6: found \"}\", expected a value"),
    ("{1:2}", "f:1:2: found \"1\", expected a key in double quotes or \"}\""),
    ("{} x", "f:1:4: found \"x\", expected the end of the file; a file holds one value"),
    (
      "{\"é\": 1, \"é\": 2}",
      "f:1:10: $[\"é\"]: found the key \"é\" a second time, expected every key once"
    ),
    (
      "[{x: {a: 1, 'b': 2, \"\\u0061\": 3}}]",
      "f:1:21: $[0].x.a: found the key \"a\" a second time, expected every key once"
    ),
    ("[nul]", "f:1:2: found \"nul\", expected a value; did you mean \"null\"?"),
    ("[True]", "f:1:2: found \"True\", expected a value; did you mean \"true\"?"),
    ("[hello]", "f:1:2: found \"hello\", expected a value; a text stands in double quotes"),
    ("[NaN]", "f:1:2: found \"NaN\", expected a finite number"),
    ("[-Infinity]", "f:1:2: found \"-Infinity\", expected a finite number"),
    ("[1e999]", "f:1:2: found \"1e999\", expected a number below 1.8e308 in magnitude"),
    (
      "[007]",
      "f:1:2: found \"007\", expected a number without leading zeros; a text stands in double quotes"
    ),
    ("[980km/h]", "f:1:2: found \"980km/h\", expected a number; a text stands in double quotes"),
    ("[-]", "f:1:2: found \"-\", expected a number"),
    ("[0x]", "f:1:2: found \"0x\", expected hexadecimal digits after \"0x\""),
    (
      "\"a", "f:1:3: found the end of the file, expected a closing quote; the text begins in line 1"
    ),
    (
      "\"a\nb\"",
      "f:1:3: found the end of the line, expected a closing quote; inside a text a line break is written \\n"
    ),
    (
      "\"\t\"",
      "f:1:2: found a tab in a text, expected a character that prints; inside a text a tab is written \\t"
    ),
    ("\"\u{0}\"", "f:1:2: found a NUL byte, expected a character that prints"),
    ("\"\u{1B}\"", "f:1:2: found the control character 0x1B, expected a character that prints"),
    (
      #""C:\x""#,
      "f:1:4: found a backslash before \"x\", expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u; a backslash itself is written \\\\"
    ),
    (
      #""\u12g4""#,
      "f:1:2: found \\u without four hexadecimal digits, expected an escape such as \\u00e9"
    ),
    (
      #""\uD83D""#,
      "f:1:2: found half of a surrogate pair, expected both halves; write the character itself, as UTF-8"
    ),
    (
      #""\uDEE9\uD83D""#,
      "f:1:2: found half of a surrogate pair, expected both halves; write the character itself, as UTF-8"
    ),
    ("/* a\n", "f:2:1: found the end of the file, expected \"*/\"; the comment begins in line 1"),
    ("/ 1", "f:1:1: found \"/\", expected a comment after \"/\""),
    ("[\u{A0}1]", "f:1:2: found \"\u{A0}\", expected a value"),
    ("\u{FEFF}\u{FEFF}1", "f:1:1: found \"\\u{FEFF}\", expected a value"),
    ("[1]\r\n\rx", "f:3:1: found \"x\", expected the end of the file; a file holds one value"),
  ])
  func `is refused with the place and the reason`(source: String, sentence: String) {
    #expect(throws: FormatError.self) { try parse(source) }
    #expect(sentenceOfError { try parse(source) } == sentence)
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82], [0x2F, 0x2F, 0x80],
    ] as [[UInt8]])
  func `must be UTF-8`(bytes: [UInt8]) {
    let sentence = sentenceOfError { try JSONDocument(parsing: bytes, file: "f") }
    #expect(sentence.hasSuffix("no UTF-8, expected UTF-8; save the file as UTF-8"))
  }

  @Test func `may nest 64 deep and no deeper`() throws {
    _ = try parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
    let deeper = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(
      sentenceOfError { try parse(deeper) }
        == "f:1:65: found a value nested 65 deep, expected at most 64")
  }

  @Test func `may be no larger than the limit`() throws {
    _ = try JSONDocument(parsing: Array("[10]".utf8), file: "f", sizeLimit: 4)
    #expect(
      sentenceOfError { try JSONDocument(parsing: Array("[100]".utf8), file: "f", sizeLimit: 4) }
        == "f: found 5 bytes, expected at most 4")
  }

  @Test func `with many keys still has each of them once`() {
    let members = (0..<40).map { "\"k\($0)\": \($0)" } + ["'\\u006b7': 0"]
    #expect(
      sentenceOfError { try parse("{\(members.joined(separator: ",\n"))}") }
        == "f:41:1: $.k7: found the key \"k7\" a second time, expected every key once")
  }
}

func parse(_ source: String) throws(FormatError) -> JSONDocument {
  try JSONDocument(parsing: Array(source.utf8), file: "f")
}

/// The sentence of the error that `body` throws.
func sentenceOfError(_ body: () throws -> Any) -> String {
  do {
    return "no error, but \(try body())"
  } catch {
    return "\(error)"
  }
}

/// A value in a short form that keeps its structure.
private func tell(_ node: JSONNode) -> String {
  switch node.kind {
  case .object:
    "{" + node.members.map { "\($0.key):\(tell($0.value))" }.joined(separator: ",") + "}"
  case .array: "[" + node.elements.map { tell($0) }.joined(separator: ",") + "]"
  case .string: (try? node.string()) ?? "?"
  case .number: tell((try? node.number()) ?? .nan)
  case .bool: (try? node.bool()) == true ? "true" : "false"
  case .null: "null"
  }
}

private func tell(_ number: Double) -> String {
  if let whole = Int(exactly: number) { return String(whole) }
  return String("\(number)".drop { $0 == "0" })
}
