import Formats

/// How far long work has come, as one line of text.
struct ProgressLine: Hashable, Sendable {
  let total: Int
  let done: Int
  /// How many of those were done before, by another run: they tell nothing of how fast it goes.
  let known: Int
  let seconds: Double

  /// The line: a bar, done and total, the rate, and the time left.
  ///
  /// - Parameter width: The columns that there are; what finds no room is left out, the time left
  ///   last.
  /// - Returns: Not wider than that.
  func text(width: Int) -> String {
    let share = total > 0 ? Double(done) / Double(total) : 1
    let percent = "\(Int(share * 100)) %"
    var words = String(repeating: " ", count: 5 - percent.count) + percent
    let rate = seconds > 0 ? Double(done - known) / seconds : 0
    var parts = ["\(done)/\(total)"]
    if rate > 0 {
      parts.append("\(rate.fixed(rate < 10 ? 1 : 0))/s")
      parts.append(Self.words(seconds: Double(total - done) / rate) + " left")
    }
    while parts.count > 1, words.count + parts.width > width { parts.removeFirst() }
    words += parts.map { "  " + $0 }.joined()
    let room = width - words.count - 1
    return (room < 10 ? "" : Self.bar(share, width: min(room, 30)) + " ") + words.prefix(width)
  }

  /// A bar of eighths of columns.
  private static func bar(_ share: Double, width: Int) -> String {
    let eighths = Int(share * Double(8 * width))
    var bar = String(repeating: "█", count: eighths / 8)
    if eighths % 8 > 0 { bar += ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8 - 1] }
    return bar + String(repeating: "░", count: width - bar.count)
  }

  /// `12 s`, `3 min 05 s`, `2 h 10 min`.
  private static func words(seconds: Double) -> String {
    let seconds = Int(min(seconds, 1e9).rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(two(seconds % 60)) s" }
    return "\(seconds / 3600) h \(two(seconds / 60 % 60)) min"
  }
}

extension [String] {
  /// The columns of the words with the gaps before them.
  fileprivate var width: Int { reduce(0) { $0 + $1.count + 2 } }
}
