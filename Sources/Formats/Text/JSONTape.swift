/// The values of a JSON text in the order in which they stand, without nesting.
///
/// An object is followed by its keys and values in turn, an array by its elements; a
/// container knows where the tape goes on after it. A node has 16 bytes and no text.
struct JSONTape {
  var nodes: [Node] = []

  struct Node {
    /// The offset of the first byte in the lower 28 bits, the shape in the upper 4.
    private let startAndShape: UInt32

    /// The length in bytes; of a container the index after its last descendant.
    var extent: UInt32

    /// The bits of a number's double; the number of a container's elements or members.
    var payload: UInt64

    init(_ shape: Shape, start: Int, extent: Int, payload: UInt64 = 0) {
      startAndShape = UInt32(start) | UInt32(shape.rawValue) << 28
      self.extent = UInt32(extent)
      self.payload = payload
    }

    var start: Int { Int(startAndShape & 0xFFF_FFFF) }
    var shape: Shape { Shape(rawValue: UInt8(startAndShape >> 28)) ?? .null }
  }

  enum Shape: UInt8 {
    case object, array, number, yes, no, null
    /// A text in quotes that stands as it is read.
    case plainText
    /// A text in quotes with backslashes in it.
    case escapedText
    /// A key without quotes.
    case word

    var isContainer: Bool { self == .object || self == .array }
    var isText: Bool { self == .plainText || self == .escapedText || self == .word }
  }

  /// The index after the node at `index` and all that it holds.
  ///
  /// A container that is still being read reaches to the end of all tapes.
  func indexAfter(_ index: Int) -> Int {
    let node = nodes[index]
    return node.shape.isContainer ? Int(node.extent) : index + 1
  }
}

extension JSONTape {
  /// What stands between the quotes of the text at `index`, escapes read.
  func text(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let content = bytes[contentRange(index)]
    guard nodes[index].shape == .escapedText else {
      return String(decoding: content, as: UTF8.self)
    }
    return unescaped(UnsafeBufferPointer(rebasing: content))
  }

  /// Whether the text at `index` is `word`, byte by byte.
  func isText(_ index: Int, _ word: String, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if nodes[index].shape == .escapedText {
      return text(index, in: bytes).utf8.elementsEqual(word.utf8)
    }
    let range = contentRange(index)
    return range.count == word.utf8.count && bytes[range].elementsEqual(word.utf8)
  }

  private func contentRange(_ index: Int) -> Range<Int> {
    let node = nodes[index]
    let whole = node.start..<node.start + Int(node.extent)
    return node.shape == .word ? whole : whole.dropFirst().dropLast()
  }
}

/// The text of a string literal whose escapes were found to be well-formed.
private func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> String {
  var text: [UInt8] = []
  text.reserveCapacity(content.count)
  var index = 0
  while index < content.count {
    let byte = content[index]
    index += 1
    guard byte == .backslash else {
      text.append(byte)
      continue
    }
    switch JSONEscape(content, after: index) {
    case .scalar(let scalar, let length):
      text.append(contentsOf: UTF8.encode(scalar) ?? .init())
      index += length
    case .unknown, .loneSurrogate, .badDigits: preconditionFailure("the parser checks escapes")
    }
  }
  return String(decoding: text, as: UTF8.self)
}
