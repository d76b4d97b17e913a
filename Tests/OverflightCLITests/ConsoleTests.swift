import Testing

@testable import OverflightCLI

@Suite struct `A console` {
  @Test func `writes results as they are and words with the program's name`() throws {
    let pipes = Pipes()
    let console = pipes.console()
    try console.print("π\n")
    console.say("read 3 tracks")
    console.fail("no such file: \u{1B}[31m")
    #expect(
      pipes.read()
        == Pipes.Texts(
          output: "π\n",
          errors: "overflight: read 3 tracks\noverflight: no such file: \u{FFFD}[31m\n"))
  }

  @Test func `keeps failures when it is quiet`() {
    let pipes = Pipes()
    var console = pipes.console()
    console.isQuiet = true
    console.say("read 3 tracks")
    console.fail("no such file")
    #expect(pipes.read().errors == "overflight: no such file\n")
  }

  @Test func `knows that a pipe is no terminal`() {
    let console = Pipes().console(Environment(columns: "60"))
    #expect(!console.isOutputTerminal && !console.isErrorTerminal)
    #expect(console.width == 80)
    #expect(console.style() == .plain)
    #expect(console.style(.always) == Style(isOn: true))
  }

  @Test func `tells a closed pipe apart, since that is no error`() throws {
    Console.outliveClosedPipes()
    let pipes = Pipes()
    let console = pipes.console()
    try pipes.closeReader()
    #expect(throws: OutputError.closedPipe) { try console.print("text") }
    #expect(OutputError.closedPipe.exitCode == .done)
  }

  @Test func `says why output failed`() {
    let console = Console(environment: Environment(), output: -1)
    let error = #expect(throws: OutputError.self) { try console.print("text") }
    #expect(error?.exitCode == .inputOutput)
    #expect(error?.description == "standard output cannot be written: Bad file descriptor")
  }

  @Test(arguments: widths)
  func `has a width for reading`(isTerminal: Bool, columns: String?, reported: Int?, width: Int) {
    #expect(textWidth(isTerminal: isTerminal, columns: columns, reported: reported) == width)
  }
}

@Suite struct `An exit code` {
  @Test func `has the numbers of the design`() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 70, 73, 74, 78])
  }
}

private let widths: [(Bool, String?, Int?, Int)] = [
  (false, "60", 50, 80), (true, nil, nil, 80), (true, nil, 72, 72), (true, "60", 72, 60),
  (true, "wide", 72, 72), (true, "-5", 72, 72), (true, nil, 0, 80), (true, "500", 72, 100),
  (true, "9", nil, 40),
]
