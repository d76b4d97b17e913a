/// The boxes of a chain of edges, and the boxes of those, eight to one.
///
/// Neighbours in a chain are neighbours in the plane, so the tree needs no sorting: level 0
/// holds one box an edge, in the chain's own order, and each higher level one box for eight of
/// the level below.
public struct EdgeTree: Sendable {
  /// All boxes, level after level, the edges' own first.
  private let boxes: [Box]
  /// Where each level begins in `boxes`, and, last, where the highest ends.
  private let levels: [Int]

  private static let branching = 8

  /// - Complexity: O(*n*) time; about 1.15 boxes of memory an edge.
  public init(_ edges: [Box]) {
    var boxes: [Box] = []
    boxes.reserveCapacity(edges.count + edges.count / 6 + 16)
    boxes += edges
    var levels = [0]
    var low = 0
    while boxes.count - low > 1 {
      let high = boxes.count
      levels.append(high)
      for start in stride(from: low, to: high, by: Self.branching) {
        var union = Box.empty
        for index in start..<min(start + Self.branching, high) { union.formUnion(boxes[index]) }
        boxes.append(union)
      }
      low = high
    }
    levels.append(boxes.count)
    self.boxes = boxes
    self.levels = levels
  }

  /// The box around everything, or ``Box/empty`` for no edges.
  public var bounds: Box { boxes.last ?? .empty }

  /// Appends the numbers of all edges whose box meets `window`, in rising order.
  ///
  /// - Complexity: O(log *n* + *k*) where the chain is a border as they are found on maps;
  ///   O(*n*) at worst.
  public func appendEdges(meeting window: Box, to result: inout [Int]) {
    guard !boxes.isEmpty else { return }
    appendEdges(meeting: window, below: 0, level: levels.count - 2, to: &result)
  }

  private func appendEdges(
    meeting window: Box, below index: Int, level: Int, to result: inout [Int]
  ) {
    guard boxes[levels[level] + index].meets(window) else { return }
    guard level > 0 else {
      result.append(index)
      return
    }
    let count = levels[level] - levels[level - 1]
    let first = index * Self.branching
    for child in first..<min(first + Self.branching, count) {
      appendEdges(meeting: window, below: child, level: level - 1, to: &result)
    }
  }
}

extension EdgeTree {
  /// All pairs of edges whose boxes meet, the smaller number first, each pair once.
  ///
  /// Two groups are opened only where their boxes meet, so that a chain is compared with itself
  /// in one descent.
  ///
  /// - Complexity: O(*n* + *k*) for *k* pairs where the chain is a border as they are found on
  ///   maps; O(*n*²) at worst.
  public func meetingPairs() -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    guard boxes.count > 1 else { return pairs }
    pairs.reserveCapacity(2 * levels[1])
    appendPairs(0, 0, level: levels.count - 2, to: &pairs)
    return pairs
  }

  private func appendPairs(_ a: Int, _ b: Int, level: Int, to pairs: inout [(Int, Int)]) {
    let (low, count) = (levels[level - 1], levels[level] - levels[level - 1])
    for first in a * Self.branching..<min((a + 1) * Self.branching, count) {
      let box = boxes[low + first]
      let start = a == b ? (level == 1 ? first + 1 : first) : b * Self.branching
      for second in start..<min((b + 1) * Self.branching, count)
      where box.meets(boxes[low + second]) {
        if level == 1 {
          pairs.append((first, second))
        } else {
          appendPairs(first, second, level: level - 1, to: &pairs)
        }
      }
    }
  }
}
