/// Reads a JSON text from front to back onto a tape.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  var position = 0
  var tape = JSONTape()

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
    tape.nodes.reserveCapacity(bytes.count / 8)
  }

  mutating func parse() throws(FormatError) -> JSONTape {
    position = byteOrderMarkLength(bytes)
    try skipSpace()
    guard position < bytes.count else { throw emptyFile }
    try readValue(depth: 1)
    try skipSpace()
    guard position == bytes.count else {
      throw failure(expected: "the end of the file", advice: "a file holds one value")
    }
    return tape
  }

  /// The byte at the reading position; 0 at the end, where no value goes on either.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func readValue(depth: Int) throws(FormatError) {
    switch next {
    case UInt8(ascii: "{"): try readObject(depth: depth)
    case UInt8(ascii: "["): try readArray(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try readString()
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): try readNumber()
    default: try readWord()
    }
  }

  private mutating func readArray(depth: Int) throws(FormatError) {
    let index = try open(.array, depth: depth)
    var count: UInt64 = 0
    while true {
      try skipSpace()
      if next == UInt8(ascii: "]") { break }
      guard position < bytes.count else { throw unclosed(index, expected: "a value or \"]\"") }
      try readValue(depth: depth + 1)
      count += 1
      try skipSpace()
      if next == UInt8(ascii: "]") { break }
      guard next == UInt8(ascii: ",") else {
        throw unclosed(index, expected: "\",\" or \"]\" after an element")
      }
      position += 1
    }
    close(index, count: count)
  }

  private mutating func readObject(depth: Int) throws(FormatError) {
    let index = try open(.object, depth: depth)
    var count: UInt64 = 0
    while true {
      try skipSpace()
      if next == UInt8(ascii: "}") { break }
      guard position < bytes.count else { throw unclosed(index, expected: "a key or \"}\"") }
      try readKey()
      try skipSpace()
      guard next == UInt8(ascii: ":") else {
        throw unclosed(index, expected: "\":\" after the key")
      }
      position += 1
      try skipSpace()
      try readValue(depth: depth + 1)
      count += 1
      try skipSpace()
      if next == UInt8(ascii: "}") { break }
      guard next == UInt8(ascii: ",") else {
        throw unclosed(index, expected: "\",\" or \"}\" after a member")
      }
      position += 1
    }
    close(index, count: count)
    try refuseDuplicateKeys(of: index, count: Int(count))
  }

  private mutating func open(_ shape: JSONTape.Shape, depth: Int) throws(FormatError) -> Int {
    guard depth <= JSONDocument.depthLimit else {
      throw failure(
        found: "a value nested \(depth) deep", expected: "at most \(JSONDocument.depthLimit)")
    }
    tape.nodes.append(.init(shape, start: position, extent: Int(UInt32.max)))
    position += 1
    return tape.nodes.count - 1
  }

  /// Ends the container at `index`, whose closing bracket stands at the reading position.
  private mutating func close(_ index: Int, count: UInt64) {
    position += 1
    tape.nodes[index].extent = UInt32(tape.nodes.count)
    tape.nodes[index].payload = count
  }

  mutating func append(_ shape: JSONTape.Shape, from start: Int, payload: UInt64 = 0) {
    tape.nodes.append(.init(shape, start: start, extent: position - start, payload: payload))
  }
}
