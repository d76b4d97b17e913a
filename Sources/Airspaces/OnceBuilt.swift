import Synchronization

/// A value that is built when it is first asked for, once for all copies and all threads.
final class OnceBuilt<Value: Sendable>: Sendable {
  private let built = Mutex<Value?>(nil)
  private let build: @Sendable () -> Value

  init(_ build: @escaping @Sendable () -> Value) { self.build = build }

  func value() -> Value {
    built.withLock { built in
      if let built { return built }
      let value = build()
      built = value
      return value
    }
  }

  /// The value, if it has been built.
  func known() -> Value? { built.withLock { $0 } }
}
