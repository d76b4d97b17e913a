package import Quantities

/// Reads the members of a JSON object by name and remembers which were asked for.
///
/// Every required member has a method, and each method a twin for members that may be left
/// out. At the end ``finish()`` refuses the members that nobody asked for, so that a mistyped
/// key is never passed over.
package struct JSONObjectReader: Sendable {
  package let node: JSONNode
  private var asked: [String] = []

  package init(_ node: JSONNode) throws(FormatError) {
    guard node.kind == .object else { throw node.error(expected: "an object") }
    self.node = node
  }

  /// The value of a member that may be left out.
  package mutating func optional(_ key: String) -> JSONNode? {
    asked.append(key)
    return node[key]
  }

  /// The value of a member that must be there.
  package mutating func value(_ key: String) throws(FormatError) -> JSONNode {
    guard let value = optional(key) else {
      let similar = node.members.map(\.key).filter { !asked.contains($0) }
      throw node.error(
        found: "an object without \(key.excerpt)", expected: "the key \(key.excerpt)",
        advice: NearestWord.to(key, among: similar).map { "is it written \($0.excerpt)?" })
    }
    return value
  }

  /// Refuses the first member that was not asked for.
  package func finish() throws(FormatError) {
    guard let key = node.memberNodes.first(where: { !asked.contains($0.text) }) else { return }
    let known = Set(asked).sorted()
    let missing = known.filter { node[$0] == nil }
    throw key.error(
      found: "the unknown key \(key.text.excerpt)",
      expected: known.isEmpty ? "no key" : alternatives(known.map(\.excerpt)),
      advice: NearestWord.question(key.text, among: missing)
        ?? NearestWord.question(key.text, among: known))
  }
}

extension JSONObjectReader {
  package mutating func string(_ key: String) throws(FormatError) -> String {
    try value(key).string()
  }

  package mutating func bool(_ key: String) throws(FormatError) -> Bool { try value(key).bool() }

  package mutating func number(_ key: String) throws(FormatError) -> Double {
    try value(key).number()
  }

  package mutating func integer(_ key: String) throws(FormatError) -> Int {
    try value(key).integer()
  }

  package mutating func array(_ key: String) throws(FormatError) -> [JSONNode] {
    try value(key).array()
  }

  package mutating func strings(_ key: String) throws(FormatError) -> [String] {
    try value(key).strings()
  }

  package mutating func object(_ key: String) throws(FormatError) -> JSONObjectReader {
    try value(key).object()
  }

  package mutating func objects(_ key: String) throws(FormatError) -> [JSONObjectReader] {
    try value(key).objects()
  }

  package mutating func measure(
    _ key: String, of kind: MeasureUnit.Kind
  ) throws(FormatError) -> ReportedMeasure {
    try value(key).measure(of: kind)
  }

  package mutating func instant(_ key: String) throws(FormatError) -> Instant {
    try value(key).instant()
  }

  package mutating func oneOf(
    _ key: String, _ names: [String]
  ) throws(FormatError) -> String {
    try value(key).oneOf(names)
  }
}
