import Foundation
import Testing

/// The program as its users have it: a process of its own in a folder of its own.
///
/// The binary lies beside the bundle of these tests.
struct BuiltProgram {
  /// What is left when the process has ended.
  struct Outcome: Sendable {
    let code: Int32
    let output: String
    let errors: String
    /// The files of the folder that are new or not what they were, by path, in order.
    let filesLeft: [String: Data]
  }

  /// Where standard output goes.
  enum Output {
    case read
    /// A device that is always full.
    case fullDisk
    /// A pipe of which the reader is gone.
    case closedPipe
  }

  /// Runs the program in an empty folder that is gone afterwards.
  ///
  /// - Parameters:
  ///   - arguments: The words behind the program's own name.
  ///   - environment: The variables besides `PATH`.
  ///   - input: What standard input gives.
  ///   - terminal: A terminal that is standard input instead.
  ///   - output: Where standard output goes.
  ///   - prepare: Puts files into the folder beforehand.
  /// - Returns: What is left when it has ended.
  /// - Throws: Where the process cannot be started, or its folder not be made.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = "",
    terminal: URL? = nil, output: Output = .read,
    in prepare: (_ folder: URL) throws -> Void = { _ in }
  ) throws -> Outcome {
    let outside = FileManager.default.temporaryDirectory
      .appending(path: "overflight-\(UUID().uuidString)")
    let folder = outside.appending(path: "work")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: outside) }
    try prepare(folder)
    let before = try files(in: folder)

    let streams = ["input", "output", "errors"].map { outside.appending(path: $0) }
    try Data(input.utf8).write(to: streams[0])
    for stream in streams.dropFirst() { try Data().write(to: stream) }
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    process.environment = environment.merging(["PATH": path]) { given, _ in given }
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: terminal ?? streams[0])
    process.standardOutput = try handle(for: output, file: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()

    let after = try files(in: folder)
    return Outcome(
      code: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self),
      filesLeft: after.filter { before[$0.key] != $0.value })
  }

  static let binary = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "overflight")

  private static func handle(for output: Output, file: URL) throws -> FileHandle {
    switch output {
    case .read: return try FileHandle(forWritingTo: file)
    case .fullDisk: return try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    case .closedPipe:
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      return pipe.fileHandleForWriting
    }
  }

  /// All files below a folder, hidden ones too; symbolic links are followed.
  private static func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }
}

/// Outputs of the built program that several tests look at, made once.
enum Shipped {
  static let replay = Result { try BuiltProgram.run(["replay"]) }
  static let tracks = Result { try BuiltProgram.run(["replay", "--csv", "-", "--step", "10s"]) }
  static let check = Result { try BuiltProgram.run(["check"]) }
  static let checkUnderAll = Result { try BuiltProgram.run(["check", "--border", "all"]) }
  static let checkJSON = Result {
    try BuiltProgram.run(["check", "--border", "all", "--json"])
  }

  /// The scenario's folder in the repository.
  static let folder = URL(filePath: #filePath)
    .appending(path: "../../../Scenarios/hatay-2015-11-24").standardizedFileURL
}
