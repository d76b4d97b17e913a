public import Geodesy
public import Geometry

// The same questions about many places or paths, shared out to several tasks. Each task answers
// for a part that follows the last one's, so the answers and their order are the same.

extension PreparedBorder {
  /// ``locations(of:)``, by several tasks at once.
  ///
  /// - Parameters:
  ///   - places: The places.
  ///   - tasks: How many tasks; at least 1.
  /// - Returns: The same answers, whatever the number of tasks.
  public func locations(of places: Places, tasks: Int) async -> [Location] {
    let grid = grid(for: places.count)
    return await inParts(places.count, tasks: tasks) { range in
      locations(of: places, range, grid)
    }.flatMap { $0 }
  }

  /// ``distances(to:)``, by several tasks at once.
  ///
  /// - Parameters:
  ///   - places: The places.
  ///   - tasks: How many tasks; at least 1.
  /// - Returns: The same answers, whatever the number of tasks.
  public func distances(to places: Places, tasks: Int) async -> [BorderDistance?] {
    let grid = grid(for: places.count)
    return await inParts(places.count, tasks: tasks) { range in
      distances(to: places, range, grid)
    }.flatMap { $0 }
  }

  /// ``crossings(of:)-(Paths)``, by several tasks at once.
  ///
  /// - Parameters:
  ///   - paths: The paths.
  ///   - tasks: How many tasks; at least 1.
  /// - Returns: The same stays, whatever the number of tasks.
  /// - Throws: ``CrossingError``, that of the first path that leaves an extract's window.
  public func crossings(
    of paths: Paths, tasks: Int
  ) async throws(CrossingError) -> [PathCrossing] {
    // Built before it is shared.
    _ = grid()
    let parts = await inParts(paths.count, tasks: tasks) { range in
      Result { () throws(CrossingError) in try crossings(of: paths, range) }
    }
    var found: [PathCrossing] = []
    for part in parts { found += try part.get() }
    return found
  }

  /// The stays of some of the paths.
  func crossings(of paths: Paths, _ range: Range<Int>) throws(CrossingError) -> [PathCrossing] {
    var scanner = PathScanner(self)
    for path in range { try scanner.scan(path: path, of: paths) }
    return scanner.found
  }
}

/// The answers for the parts that `count` questions are shared out in, in their order.
private func inParts<Answer: Sendable>(
  _ count: Int, tasks: Int, _ answer: @escaping @Sendable (Range<Int>) -> Answer
) async -> [Answer] {
  precondition(tasks > 0, "a question needs a task")
  let parts = (0..<tasks).map { count * $0 / tasks..<count * ($0 + 1) / tasks }
  return await withTaskGroup(of: (Int, Answer).self) { group in
    for (number, part) in parts.enumerated() { group.addTask { (number, answer(part)) } }
    var answers = [Answer?](repeating: nil, count: tasks)
    for await (number, answer) in group { answers[number] = answer }
    return answers.compactMap { $0 }
  }
}
