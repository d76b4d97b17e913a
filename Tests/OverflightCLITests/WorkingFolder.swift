import Foundation
import TestSupport

/// A folder in which the program is run several times; it is gone with this value.
final class WorkingFolder {
  let folder: URL

  /// - Parameter prepare: Puts files into the folder.
  /// - Throws: What that throws, or where there can be no folder.
  init(_ prepare: (_ folder: URL) throws -> Void) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "overflight-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try prepare(folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  func size(_ name: String) -> Int { (try? bytes(name).count) ?? 0 }

  /// The names in the folder, hidden ones too.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  func run(_ words: String) throws -> (code: Int32, output: String, errors: String) {
    let (output, errors) = (Pipe(), Pipe())
    let process = process(words)
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    // Words are few: they find room in the pipe until the output has ended.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let sentence = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: text, as: UTF8.self),
      String(decoding: sentence, as: UTF8.self)
    )
  }

  /// Starts the program and kills it as soon as something has come about.
  ///
  /// - Parameters:
  ///   - words: The command line behind the program's name.
  ///   - hasComeAbout: Whether it is time.
  /// - Returns: Whether it was killed before it ended.
  /// - Throws: Where it cannot be started.
  func runKilled(_ words: String, when hasComeAbout: () -> Bool) throws -> Bool {
    let process = process(words)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !hasComeAbout() { usleep(2000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  private func process(_ words: String) -> Process {
    let process = Process()
    process.executableURL = BuiltProgram.binary
    process.arguments = words.split(separator: " ").map(String.init)
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    return process
  }
}

/// Puts the small scenario into the folder, as `small`.
func writeSmall(_ folder: URL) throws {
  try SmallScenario().write(to: folder.appending(path: "small"))
}
