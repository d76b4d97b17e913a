#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the program speaks: results to standard output, words to standard error.
struct Console: Sendable {
  let environment: Environment
  let isInputTerminal: Bool
  let isOutputTerminal: Bool
  let isErrorTerminal: Bool

  /// The columns that text for reading is wrapped to.
  let width: Int

  /// The columns of the terminal that words go to; 80 where it does not tell.
  let errorWidth: Int

  /// Whether hints are left out (`--quiet`); failures are told all the same.
  var isQuiet = false

  private let output: Int32
  private let errors: Int32

  /// - Parameters:
  ///   - environment: What the user set; see ``Environment/ofProcess()``.
  ///   - input: The descriptor of standard input.
  ///   - output: The descriptor of results.
  ///   - errors: The descriptor of words.
  init(environment: Environment, input: Int32 = 0, output: Int32 = 1, errors: Int32 = 2) {
    self.environment = environment
    self.output = output
    self.errors = errors
    isInputTerminal = isatty(input) == 1
    isOutputTerminal = isatty(output) == 1
    isErrorTerminal = isatty(errors) == 1
    width = textWidth(
      isTerminal: isOutputTerminal, columns: environment.columns,
      reported: reportedColumns(of: output))
    errorWidth = reportedColumns(of: errors).flatMap { $0 > 0 ? $0 : nil } ?? 80
  }
}

extension Console {
  /// How results look, by the user's `--color`.
  func style(_ choice: ColorChoice = .auto) -> Style {
    Style(choice, environment: environment, isTerminal: isOutputTerminal)
  }

  /// Writes `text` to standard output as it is.
  func print(_ text: String) throws(OutputError) { try writeAll(text, to: output) }

  /// Tells a hint on standard error, unless the user wants quiet.
  func say(_ sentence: String) {
    if !isQuiet { fail(sentence) }
  }

  /// Tells what went wrong on standard error, always.
  ///
  /// If standard error is closed there is nobody left to tell that to.
  func fail(_ sentence: String) {
    try? writeAll("overflight: \(sentence.printable)\n", to: errors)
  }

  /// Writes `text` to standard error as it is: what is for a terminal only.
  func show(_ text: String) { try? writeAll(text, to: errors) }

  /// Lets a closed pipe show as an ``OutputError`` instead of ending the process.
  ///
  /// To be called once, first thing in `main.swift`.
  static func outliveClosedPipes() { signal(SIGPIPE, SIG_IGN) }
}

/// The width for text: the user's or the terminal's, from 40 to 100; 80 where no terminal is.
///
/// - Parameters:
///   - isTerminal: Whether the text goes to a terminal.
///   - columns: What `COLUMNS` says.
///   - reported: What the terminal says.
/// - Returns: A number of characters.
func textWidth(isTerminal: Bool, columns: String?, reported: Int?) -> Int {
  guard isTerminal else { return 80 }
  let width = [columns.flatMap { Int($0) }, reported].compactMap(\.self).first { $0 > 0 }
  return min(max(width ?? 80, 40), 100)
}

/// The columns of the terminal at `descriptor`, if it is one and tells.
private func reportedColumns(of descriptor: Int32) -> Int? {
  var size = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
  return Int(size.ws_col)
}
