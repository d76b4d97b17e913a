import Foundation
import Testing

@testable import OverflightCLI

@Suite struct `A line of progress` {
  @Test(arguments: [
    (
      ProgressLine(total: 100_000, done: 41_000, known: 0, seconds: 8),
      "████████████▎░░░░░░░░░░░░░░░░░  41 %  41000/100000  5125/s  12 s left"
    ),
    (
      ProgressLine(total: 1000, done: 20, known: 0, seconds: 10),
      "▌░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   2 %  20/1000  2.0/s  8 min 10 s left"
    ),
    // What was known before does not make it look fast: 10 in 10 s, 90 000 left.
    (
      ProgressLine(total: 100_000, done: 10_000, known: 9_990, seconds: 10),
      "███░░░░░░░░░░░░░░░░░░░░░░░░░░░  10 %  10000/100000  1.0/s  25 h 00 min left"
    ),
    (
      ProgressLine(total: 10, done: 10, known: 0, seconds: 2),
      "██████████████████████████████ 100 %  10/10  5.0/s  0 s left"
    ),
    (
      ProgressLine(total: 10, done: 5, known: 5, seconds: 0),
      "███████████████░░░░░░░░░░░░░░░  50 %  5/10"
    ),
  ])
  func `has a bar, what is done, how fast, and how long still`(line: ProgressLine, text: String) {
    #expect(line.text(width: 79) == text)
  }

  @Test(arguments: 1...120)
  func `is no wider than its terminal`(width: Int) {
    for done in stride(from: 0, through: 3000, by: 100) {
      let line = ProgressLine(total: 3000, done: done, known: 100, seconds: 0.5)
      #expect(line.text(width: width).count <= width)
    }
  }

  @Test func `is not written where words do not go to a terminal`() {
    let pipes = Pipes()
    let progress = Progress(of: 3, on: pipes.console())
    for _ in 0..<3 {
      usleep(210_000)
      progress.advance()
    }
    progress.finish()
    #expect(pipes.read().errors == "")
  }

  /// The terminal is the other end of a pseudoterminal.
  @Test(arguments: [false, true])
  func `is erased in the end, and is not there for who wants quiet`(isQuiet: Bool) throws {
    let terminal = try #require(openTerminal())
    defer {
      close(terminal.program)
      close(terminal.user)
    }
    var console = Console(environment: Environment(), errors: terminal.program)
    console.isQuiet = isQuiet
    let progress = Progress(of: 1000, on: console)
    for index in 0..<3 {
      if index > 0 { usleep(210_000) }
      progress.advance()
      progress.advance()
    }
    progress.finish()
    // Six steps, but only two of them a fifth of a second apart.
    let pieces = written(to: terminal.user).split(separator: "\r")
    try #require(pieces.count == (isQuiet ? 0 : 3), "\(pieces)")
    guard !isQuiet else { return }
    #expect(pieces[0].contains("3/1000") && pieces[1].contains("5/1000"))
    #expect(pieces[2] == "\u{1B}[K")
  }

  /// All that comes within a moment.
  private func written(to terminal: Int32) -> String {
    _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
    var (all, bytes) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
    for _ in 0..<20 {
      let count = read(terminal, &bytes, bytes.count)
      if count > 0 { all += bytes[..<count] } else { usleep(5000) }
    }
    return String(decoding: all, as: UTF8.self)
  }

  /// A pseudoterminal: `posix_openpt` and what belongs to it are not in Swift's Glibc.
  private func openTerminal() -> (user: Int32, program: Int32)? {
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var (locked, number): (Int32, UInt32) = (0, 0)
    let user = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard user >= 0, ioctl(user, unlock, &locked) == 0, ioctl(user, getNumber, &number) == 0
    else { return nil }
    let program = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    return program >= 0 ? (user, program) : nil
  }
}
