import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

Console.outliveClosedPipes()
let console = Console(environment: .ofProcess())
let code: ExitCode
do {
  code = try Program.overflight.run(Array(CommandLine.arguments.dropFirst()), on: console)
} catch {
  code = ExitCode(after: error)
  if !error.isClosedPipe { console.fail("\(error)") }
}
exit(code.rawValue)
