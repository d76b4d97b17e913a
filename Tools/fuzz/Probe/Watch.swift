import Foundation

/// Looks at the clock while a property is run: says how far it came, and when time is over.
struct Watch {
  private let name: String
  private let limit: Duration
  private let runs: Range<Int>
  private let start = ContinuousClock.now
  private var lastWord = ContinuousClock.now
  private var done = 0
  /// The number of the current run in a file, so that it outlives a crash.
  private let place: UnsafeMutablePointer<Int>?

  init(_ name: String, _ options: Options) {
    self.name = name
    runs = options.runs
    limit = options.minutes.isFinite ? .seconds(options.minutes * 60) : .seconds(1_000_000_000)
    place = options.place.flatMap { file in
      let descriptor = open(file, O_RDWR)
      guard descriptor >= 0, ftruncate(descriptor, off_t(8 + name.utf8.count)) == 0 else {
        return nil
      }
      let page = mmap(
        nil, 8 + name.utf8.count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
      guard let page, page != MAP_FAILED else { return nil }
      for (index, byte) in name.utf8.enumerated() {
        page.storeBytes(of: byte, toByteOffset: 8 + index, as: UInt8.self)
      }
      return page.assumingMemoryBound(to: Int.self)
    }
  }

  /// Called before each run.
  mutating func isOver(at run: Int) -> Bool {
    place?.pointee = run
    done = run - runs.lowerBound
    guard done & 63 == 0 else { return false }
    let now = ContinuousClock.now
    if now - lastWord > .seconds(5) {
      lastWord = now
      sayRate(done, "")
    }
    return now - start > limit
  }

  mutating func sayEnd() {
    // A run that was not begun because time was over is not counted.
    let isWhole = ContinuousClock.now - start <= limit
    sayRate(isWhole ? runs.count : done, ", no counterexample")
  }

  private func sayRate(_ count: Int, _ end: String) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let rate = Int(Double(count) / max(seconds, 1e-6))
    say("\(name): \(count) runs in \(Int(seconds.rounded())) s, \(rate) a second\(end)")
  }
}

/// A line on the standard error output.
func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
