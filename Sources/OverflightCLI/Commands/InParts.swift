import Dispatch
import Synchronization

/// Does work in parts, as many at once as there are cores, and gives the results in the order of the
/// parts.
func inParts<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
  let results = Mutex<[Int: Value]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { part in
    let value = work(part)
    results.withLock { $0[part] = value }
  }
  let values = results.withLock { $0 }
  return (0..<count).compactMap { values[$0] }
}
