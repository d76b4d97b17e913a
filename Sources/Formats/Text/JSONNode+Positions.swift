extension JSONNode {
  /// An array of positions, such as `[[36.15, 35.81], [36.16, 35.82]]`, as flat numbers.
  ///
  /// The result has `dimension` numbers for each position, in the order of the file: longitude,
  /// latitude and, for three, height. Numbers after those are checked and left out.
  ///
  /// - Throws: An error at the element that is not a number, or at the position that is not an
  ///   array or has too few numbers.
  package func positions(dimension: Int = 2) throws(FormatError) -> [Double] {
    guard kind == .array else { throw error(expected: "an array of positions") }
    var numbers: [Double] = []
    numbers.reserveCapacity(count * dimension)
    let fault = document.tape.nodes.withUnsafeBufferPointer { nodes in
      appendPositions(nodes, array: index, dimension: dimension, to: &numbers)
    }
    guard let fault else { return numbers }
    let node = JSONNode(document: document, index: fault)
    guard elements.contains(where: { $0.index == fault }) else {
      throw node.error(expected: "a number")
    }
    guard node.kind == .array else {
      throw node.error(expected: "a position such as [36.15, 35.81]")
    }
    throw node.error(
      found: "a position of \(node.count) numbers", expected: "at least \(dimension)")
  }
}

/// The hot loop; returns the index of the first node that is not as it should be.
private func appendPositions(
  _ nodes: UnsafeBufferPointer<JSONTape.Node>, array: Int, dimension: Int,
  to numbers: inout [Double]
) -> Int? {
  let end = Int(nodes[array].extent)
  var index = array + 1
  while index < end {
    let position = nodes[index]
    guard position.shape == .array else { return index }
    let count = Int(position.payload)
    for ordinal in 0..<count {
      let node = nodes[index + 1 + ordinal]
      guard node.shape == .number else { return index + 1 + ordinal }
      if ordinal < dimension { numbers.append(Double(bitPattern: node.payload)) }
    }
    guard count >= dimension else { return index }
    index += 1 + count
  }
  return nil
}
