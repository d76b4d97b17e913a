extension JSONParser {
  /// An error at `offset`, or at the reading position, about `found`, or what stands there.
  func failure(
    at offset: Int? = nil, found: String? = nil, expected: String, advice: String? = nil
  ) -> FormatError {
    let offset = offset ?? position
    let place = TextPlace(of: offset, in: bytes)
    return FormatError(
      file: file, place: .line(place.line, column: place.column),
      found: found ?? foundText(at: offset), expected: expected, advice: advice)
  }

  var emptyFile: FormatError {
    bytes.isEmpty
      ? FormatError(
        file: file, place: .wholeFile, found: "an empty file", expected: "a JSON value")
      : failure(expected: "a JSON value")
  }

  /// The container at `index` does not go on as it should.
  func unclosed(_ index: Int, expected: String) -> FormatError {
    let node = tape.nodes[index]
    let name = node.shape == .object ? "object" : "array"
    return failure(
      expected: expected,
      advice: position < bytes.count
        ? nil : "the \(name) that begins in line \(line(of: node.start)) is not closed")
  }

  func line(of offset: Int) -> Int { TextPlace(of: offset, in: bytes).line }

  /// What stands at `offset`, in words or in quotes.
  func foundText(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the file" }
    let word = wordEnd(from: offset)
    if word > offset { return String(decoding: bytes[offset..<word], as: UTF8.self).excerpt }
    return describeCharacter(bytes, at: offset)
  }

  func refuseDuplicateKeys(of object: Int, count: Int) throws(FormatError) {
    guard count > 1 else { return }
    var seen = Set<[UInt8]>()
    var earlier: [Int] = []
    var key = object + 1
    while key < tape.nodes.count {
      // Few keys are compared with each other, many are looked up.
      let isNew =
        count <= 16
        ? !earlier.contains { haveSameText($0, key) }
        : seen.insert(Array(tape.text(key, in: bytes).utf8)).inserted
      guard isNew else { throw duplicateKey(key) }
      earlier.append(key)
      key = tape.indexAfter(key + 1)
    }
  }

  private func haveSameText(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (tape.nodes[a], tape.nodes[b])
    guard first.shape == .plainText, second.shape == .plainText else {
      return tape.isText(a, tape.text(b, in: bytes), in: bytes)
    }
    // Both have quotes, but one may have single quotes and the other double ones.
    guard first.extent == second.extent else { return false }
    for offset in 1..<Int(first.extent) - 1
    where bytes[first.start + offset] != bytes[second.start + offset] {
      return false
    }
    return true
  }

  private func duplicateKey(_ key: Int) -> FormatError {
    let place = TextPlace(of: tape.nodes[key].start, in: bytes)
    return FormatError(
      file: file,
      place: .jsonPath(
        tape.path(to: key + 1, in: bytes), line: place.line, column: place.column),
      found: "the key \(tape.text(key, in: bytes).excerpt) a second time",
      expected: "every key once")
  }
}

/// What stands at `index`: a character in quotes, or in words what does not print.
func describeCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> String {
  switch (bytes[index], UTF8Check(bytes, at: index)) {
  case (0, _): "a NUL byte"
  case (.lineFeed, _), (.carriageReturn, _): "the end of the line"
  case (0x01..<0x20, _), (0x7F, _): "the control character 0x\(hexadecimal(bytes[index]))"
  case (_, .wellFormed(let length)):
    String(decoding: bytes[index..<index + length], as: UTF8.self).excerpt
  case (_, .cutOff), (_, .malformed): "the byte 0x\(hexadecimal(bytes[index])), no UTF-8"
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
