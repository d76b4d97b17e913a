import Synchronization

/// Tells on standard error how far long work has come, where that is a terminal and nobody wants
/// quiet.
///
/// The line is written five times a second at most, first after a fifth of a second, and erased in
/// the end. Any thread may count.
final class Progress: Sendable {
  private let console: Console
  private let total: Int
  private let isShown: Bool
  private let done = Atomic<Int>(0)
  private let known = Atomic<Int>(0)
  private let start = ContinuousClock.now
  /// When the line was last written; nothing before the first time.
  private let written = Mutex<ContinuousClock.Instant?>(nil)

  /// - Parameters:
  ///   - total: How much is to be done.
  ///   - console: Where to tell it.
  ///   - sharesTerminal: Whether results go to standard output in the meantime, which a line that is
  ///     written again and again would spoil where that is a terminal too.
  init(of total: Int, on console: Console, sharesTerminal: Bool = false) {
    (self.total, self.console) = (total, console)
    isShown =
      console.isErrorTerminal && !console.isQuiet && console.environment.term != "dumb"
      && !(sharesTerminal && console.isOutputTerminal)
  }

  /// Counts some that are done.
  func advance(by count: Int = 1) {
    guard isShown else { return }
    done.add(count, ordering: .relaxed)
    written.withLockIfAvailable { written in
      let now = ContinuousClock.now
      guard (written ?? start).duration(to: now) >= .milliseconds(200) else { return }
      written = now
      let line = ProgressLine(
        total: total, done: done.load(ordering: .relaxed),
        known: known.load(ordering: .relaxed), seconds: start.duration(to: now) / .seconds(1))
      // The last column stays free: some terminals go to the next line after it.
      console.show("\r" + line.text(width: console.errorWidth - 1) + "\u{1B}[K")
    }
  }

  /// Counts some that were done before.
  func skip(_ count: Int) {
    done.add(count, ordering: .relaxed)
    known.add(count, ordering: .relaxed)
  }

  /// Erases the line.
  func finish() {
    written.withLock { written in
      if written != nil { console.show("\r\u{1B}[K") }
      written = nil
    }
  }

  deinit { finish() }
}
