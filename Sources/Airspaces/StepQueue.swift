/// A geodesic from corner to corner that a way may take; nothing stands for the start or the end.
struct Step {
  let from: Int?
  let to: Int?
  /// The way up to its end, in meters.
  let flown: Double
  /// The distance from there to the end.
  let rest: Double
  /// How much longer the way up to its beginning may be.
  let excess: Double

  /// Whether a way by this step may be shorter than by another; of two as short, the one that is
  /// further on.
  func comesBefore(_ other: Step) -> Bool {
    let (least, least2) = (flown + rest, other.flown + other.rest)
    return least == least2 ? rest < other.rest : least < least2
  }
}

/// Steps in the order in which they are tried: a binary heap.
struct StepQueue {
  private var steps: [Step] = []

  var count: Int { steps.count }

  mutating func append(_ step: Step) {
    steps.append(step)
    var index = steps.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      guard steps[index].comesBefore(steps[parent]) else { return }
      steps.swapAt(index, parent)
      index = parent
    }
  }

  mutating func takeFirst() -> Step? {
    guard let first = steps.first, let last = steps.popLast() else { return nil }
    if steps.isEmpty { return first }
    steps[0] = last
    var index = 0
    while true {
      var best = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < steps.count && steps[child].comesBefore(steps[best]) { best = child }
      if best == index { return first }
      steps.swapAt(index, best)
      index = best
    }
  }
}
