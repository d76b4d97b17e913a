extension JSONTape {
  /// The path from the outermost value to the node at `target`: `$.tracks[0]["x y"]`.
  ///
  /// Walks down from the root, so that no node needs to know its parent.
  func path(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    var path = "$"
    var index = 0
    while index < target, nodes[index].shape.isContainer {
      let isObject = nodes[index].shape == .object
      var child = index + 1
      var ordinal = 0
      // In an object the child is a key, which leads to its value.
      while indexAfter(isObject ? child + 1 : child) <= target {
        child = indexAfter(isObject ? child + 1 : child)
        ordinal += 1
      }
      path += isObject ? pathStep(text(child, in: bytes)) : "[\(ordinal)]"
      index = isObject ? child + 1 : child
    }
    return path
  }
}

/// `.key`, or `["a key"]` where the key is not a plain word.
private func pathStep(_ key: String) -> String {
  let isWord =
    key.utf8.first?.beginsWord == true && key.utf8.allSatisfy { $0.beginsWord || $0.isDigit }
    && key.utf8.count <= 60
  return isWord ? ".\(key)" : "[\(key.excerpt)]"
}
