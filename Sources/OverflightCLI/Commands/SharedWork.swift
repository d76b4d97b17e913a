import Dispatch
import Synchronization

/// Works on several tasks at once, and helps with the parts of one where no other is left to begin.
///
/// What comes out depends neither on the number of threads nor on who did which part.
final class SharedWork: Sendable {
  private struct State {
    var unfinished: Int
    var parted: [any PartedWork] = []
    /// How many threads wait for news.
    var waiting = 0
  }

  private let state: Mutex<State>
  private let news = DispatchSemaphore(value: 0)

  private init(tasks: Int) { state = Mutex(State(unfinished: tasks)) }

  /// Does tasks by so many threads.
  ///
  /// - Parameters:
  ///   - count: How many tasks there are.
  ///   - threads: The most that work at once.
  ///   - task: Does one of them by its number, in ``parts(_:_:)`` where it can.
  /// - Returns: What the tasks make, in their order.
  static func results<Value: Sendable>(
    of count: Int, threads: Int, _ task: @Sendable (_ number: Int, _ work: SharedWork) -> Value
  ) -> [Value] {
    let work = SharedWork(tasks: count)
    let begun = Atomic(0)
    let results = Mutex<[Int: Value]>([:])
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
      while true {
        let number = begun.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { break }
        let value = task(number, work)
        results.withLock { $0[number] = value }
        work.finishTask()
      }
      work.help()
    }
    let values = results.withLock { $0 }
    return (0..<count).compactMap { values[$0] }
  }

  /// Does the parts of a task, together with the threads that have none of their own left.
  ///
  /// - Parameters:
  ///   - count: How many parts there are.
  ///   - part: Does one of them by its number.
  /// - Returns: What the parts make, in their order.
  func parts<Value: Sendable>(
    _ count: Int, _ part: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    guard count > 1 else { return (0..<count).map(part) }
    let parts = Parts(count: count, part: part)
    wake { $0.parted.append(parts) }
    parts.work()
    parts.finished.wait()
    state.withLock { state in state.parted.removeAll { $0 === parts } }
    return parts.values
  }

  private func finishTask() {
    let isLast = state.withLock { state in
      state.unfinished -= 1
      return state.unfinished == 0
    }
    if isLast { wake { _ in } }
  }

  /// Tells every thread that waits that something has changed.
  private func wake(_ change: (inout sending State) -> Void) {
    let waiting = state.withLock { state in
      change(&state)
      defer { state.waiting = 0 }
      return state.waiting
    }
    for _ in 0..<waiting { news.signal() }
  }

  /// Does parts of others until all tasks are finished.
  private func help() {
    while true {
      let (isFinished, parted) = state.withLock { state -> (Bool, (any PartedWork)?) in
        let isFinished = state.unfinished == 0
        let parted = state.parted.first { !$0.isBegun }
        if !isFinished, parted == nil { state.waiting += 1 }
        return (isFinished, parted)
      }
      if isFinished { return }
      if let parted { parted.work() } else { news.wait() }
    }
  }
}

/// The parts of a task, of whatever they make.
private protocol PartedWork: AnyObject, Sendable {
  /// Whether every part has been begun.
  var isBegun: Bool { get }

  /// Does parts until every one has been begun.
  func work()
}

private final class Parts<Value: Sendable>: PartedWork {
  let finished = DispatchSemaphore(value: 0)
  private let count: Int
  private let part: @Sendable (Int) -> Value
  private let begun = Atomic(0)
  private let results = Mutex<[Int: Value]>([:])

  init(count: Int, part: @escaping @Sendable (Int) -> Value) {
    (self.count, self.part) = (count, part)
  }

  var isBegun: Bool { begun.load(ordering: .relaxed) >= count }

  func work() {
    while true {
      let number = begun.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let value = part(number)
      let isLast = results.withLock { results in
        results[number] = value
        return results.count == count
      }
      if isLast { finished.signal() }
    }
  }

  /// What the parts made, in their order.
  var values: [Value] {
    let results = results.withLock { $0 }
    return (0..<count).compactMap { results[$0] }
  }
}
