package import Quantities

extension JSONNode {
  package func string() throws(FormatError) -> String {
    guard kind == .string else { throw error(expected: "a text in double quotes") }
    return text
  }

  package func bool() throws(FormatError) -> Bool {
    guard kind == .bool else { throw error(expected: "true or false") }
    return tapeNode.shape == .yes
  }

  /// The number: the double nearest to what is written.
  package func number() throws(FormatError) -> Double {
    guard kind == .number else { throw error(expected: "a number") }
    return Double(bitPattern: tapeNode.payload)
  }

  /// The number, where it is whole and exact in a double: below 2⁵³ in magnitude.
  package func integer() throws(FormatError) -> Int {
    guard kind == .number, let whole = Int(exactly: Double(bitPattern: tapeNode.payload)),
      whole.magnitude < 1 << 53
    else { throw error(expected: "a whole number") }
    return whole
  }

  package func array() throws(FormatError) -> [JSONNode] {
    guard kind == .array else { throw error(expected: "an array") }
    return Array(elements)
  }

  package func strings() throws(FormatError) -> [String] {
    var strings: [String] = []
    for element in try array() { strings.append(try element.string()) }
    return strings
  }

  package func object() throws(FormatError) -> JSONObjectReader { try JSONObjectReader(self) }

  /// The readers of an array of objects.
  package func objects() throws(FormatError) -> [JSONObjectReader] {
    var objects: [JSONObjectReader] = []
    for element in try array() { objects.append(try element.object()) }
    return objects
  }

  /// A moment, written as RFC 3339 has it, with its offset.
  package func instant() throws(FormatError) -> Instant {
    let text = try string()
    do {
      return try Instant(rfc3339: text)
    } catch {
      throw self.error(
        expected: "a time with its offset such as \"2015-11-24T09:24:05+02:00\"",
        advice: error.description)
    }
  }

  /// One of the words in `names`.
  package func oneOf(_ names: [String]) throws(FormatError) -> String {
    let text = kind == .string ? text : ""
    guard kind == .string, names.contains(text) else {
      throw error(
        expected: alternatives(names.map(\.excerpt)),
        advice: NearestWord.question(text, among: names))
    }
    return text
  }
}

/// `a, b or c`.
func alternatives(_ words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "nothing" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
