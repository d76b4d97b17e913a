import Formats
import Quantities
import Testing

@Suite struct `The JSON writer` {
  @Test func `lays out one member a line, and what is asked for in one line`() {
    var text = ""
    text.writeJSON { json in
      json.object { json in
        json.memberArray("empty") { _ in }
        json.memberArray("list") { json in
          json.array(.oneLine) { json in
            json.number(36.15, decimals: 3)
            json.integer(-1)
          }
          json.object { _ in }
        }
        json.member("missing", nil as String?)
        json.member("on", true)
        json.member("width", -0.0001, decimals: 3)
      }
    }
    #expect(
      text == """
        {
          "empty": [],
          "list": [
            [36.150,-1],
            {}
          ],
          "missing": null,
          "on": true,
          "width": 0.000
        }

        """)
  }

  @Test func `writes one line for streams of lines`() {
    var text = ""
    for count in 1...2 {
      text.writeJSON(.oneLine) { json in
        json.object { json in
          json.memberObject("a") { json in json.member("b", count) }
          json.member("c", "x")
        }
      }
    }
    #expect(text == "{\"a\":{\"b\":1},\"c\":\"x\"}\n{\"a\":{\"b\":2},\"c\":\"x\"}\n")
  }

  @Test(arguments: [
    ("plain é", "\"plain é\""), ("\"\\/\n\r\t", "\"\\\"\\\\/\\n\\r\\t\""),
    ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ("\u{2028}\u{2029}\u{2030}", "\"\\u2028\\u2029\u{2030}\""),
    ("a\r\nb", "\"a\\r\\nb\""),
  ])
  func `escapes what must not stand in a text`(text: String, written: String) {
    var output = ""
    output.writeJSON { json in json.string(text) }
    #expect(output == written + "\n")
  }

  @Test(arguments: UInt64(1)...50, [JSONWriter<String>.Layout.indented, .oneLine])
  func `writes what the parser reads`(seed: UInt64, layout: JSONWriter<String>.Layout) throws {
    var random = RandomStream(seed: seed)
    let value = RandomValue(depth: 4, using: &random)
    var text = ""
    text.writeJSON(layout) { json in value.write(to: &json) }
    #expect(RandomValue(try parse(text).root) == value)
  }

  #if DEBUG
    @Test func `takes keys in rising order only`() async {
      await #expect(processExitsWith: .failure) {
        var text = ""
        text.writeJSON { json in
          json.object { json in
            json.member("b", 1)
            json.member("a", 1)
          }
        }
      }
    }
  #endif

  @Test func `takes finite numbers only`() async {
    await #expect(processExitsWith: .failure) {
      var text = ""
      text.writeJSON { json in json.number(.nan, decimals: 3) }
    }
  }
}

/// A JSON value to write and to read back.
private indirect enum RandomValue: Hashable {
  case object([String: RandomValue])
  case array([RandomValue])
  case string(String)
  case thousandths(Int)
  case bool(Bool)
  case null

  init(depth: Int, using random: inout RandomStream) {
    let count = Int.random(in: 0...4, using: &random)
    switch Int.random(in: depth > 0 ? 0...5 : 2...5, using: &random) {
    case 0:
      var members: [String: RandomValue] = [:]
      for _ in 0..<count {
        members[.random(using: &random)] = RandomValue(depth: depth - 1, using: &random)
      }
      self = .object(members)
    case 1:
      self = .array((0..<count).map { _ in RandomValue(depth: depth - 1, using: &random) })
    case 2: self = .string(.random(using: &random))
    case 3: self = .thousandths(Int.random(in: -1_000_000_000...1_000_000_000, using: &random))
    case 4: self = .bool(.random(using: &random))
    default: self = .null
    }
  }

  init(_ node: JSONNode) {
    switch node.kind {
    case .object:
      var members: [String: RandomValue] = [:]
      for member in node.members { members[member.key] = RandomValue(member.value) }
      self = .object(members)
    case .array: self = .array(node.elements.map { RandomValue($0) })
    case .string: self = .string((try? node.string()) ?? "")
    case .number: self = .thousandths(Int((((try? node.number()) ?? .nan) * 1000).rounded()))
    case .bool: self = .bool((try? node.bool()) ?? false)
    case .null: self = .null
    }
  }

  func write(to json: inout JSONWriter<String>) {
    switch self {
    case .object(let members):
      json.object { json in
        let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (key, value) in sorted {
          json.key(key)
          value.write(to: &json)
        }
      }
    case .array(let elements):
      json.array { json in for element in elements { element.write(to: &json) } }
    case .string(let text): json.string(text)
    case .thousandths(let count): json.number(Double(count) / 1000, decimals: 3)
    case .bool(let value): json.bool(value)
    case .null: json.null()
    }
  }
}

extension String {
  /// A short text of letters and of what is hard to write.
  fileprivate static func random(using random: inout RandomStream) -> String {
    let letters = Array("ab\"\\/\n\t\u{0}\u{1B}é🛩\u{2028}'{[,:")
    let count = Int.random(in: 0...6, using: &random)
    return String((0..<count).map { _ in letters.randomElement(using: &random) ?? "a" })
  }
}
