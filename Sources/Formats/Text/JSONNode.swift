/// A value of a JSON document.
package struct JSONNode: Sendable {
  package let document: JSONDocument

  /// The place on the document's tape.
  let index: Int
}

extension JSONNode {
  package enum Kind: Hashable, Sendable {
    case object, array, string, number, bool, null
  }

  package var kind: Kind {
    switch tapeNode.shape {
    case .object: .object
    case .array: .array
    case .number: .number
    case .yes, .no: .bool
    case .null: .null
    case .plainText, .escapedText, .word: .string
    }
  }

  /// The elements of an array or members of an object; 0 for all other values.
  package var count: Int { tapeNode.shape.isContainer ? Int(tapeNode.payload) : 0 }

  /// The elements of an array; of all other values none.
  package var elements: some Sequence<JSONNode> {
    sequence(state: index + 1) { [self, end = end(of: .array)] child -> JSONNode? in
      guard child < end else { return nil }
      defer { child = document.tape.indexAfter(child) }
      return JSONNode(document: document, index: child)
    }
  }

  /// The members of an object in the order of the file; of all other values none.
  package var members: some Sequence<(key: String, value: JSONNode)> {
    memberNodes.lazy.map { (key: $0.text, value: $0.next) }
  }

  /// The value of an object's member, or nil where there is none.
  package subscript(key: String) -> JSONNode? {
    memberNodes.first { $0.isText(key) }?.next
  }

  /// The source text of a number, as it was written: `36.1524300`.
  package var numberText: String? {
    guard kind == .number else { return nil }
    let start = tapeNode.start
    return String(
      decoding: document.bytes[start..<start + Int(tapeNode.extent)], as: UTF8.self)
  }
}

extension JSONNode {
  var tapeNode: JSONTape.Node { document.tape.nodes[index] }

  /// The keys of an object; ``next`` leads from a key to its value.
  var memberNodes: some Sequence<JSONNode> {
    sequence(state: index + 1) { [self, end = end(of: .object)] key -> JSONNode? in
      guard key < end else { return nil }
      defer { key = document.tape.indexAfter(key + 1) }
      return JSONNode(document: document, index: key)
    }
  }

  var next: JSONNode { JSONNode(document: document, index: index + 1) }

  /// The text of a string or of a key.
  var text: String {
    document.bytes.withUnsafeBufferPointer { document.tape.text(index, in: $0) }
  }

  func isText(_ word: String) -> Bool {
    document.bytes.withUnsafeBufferPointer { document.tape.isText(index, word, in: $0) }
  }

  private func end(of kind: Kind) -> Int {
    self.kind == kind ? document.tape.indexAfter(index) : 0
  }
}
