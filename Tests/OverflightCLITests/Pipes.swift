import Foundation

@testable import OverflightCLI

/// A console whose words can be read again.
struct Pipes {
  /// What was written to each side.
  struct Texts: Hashable {
    let output: String
    let errors: String
  }

  private let output = Pipe()
  private let errors = Pipe()

  func console(_ environment: Environment = Environment()) -> Console {
    Console(
      environment: environment, output: output.fileHandleForWriting.fileDescriptor,
      errors: errors.fileHandleForWriting.fileDescriptor)
  }

  /// Closes the writing ends and reads all there is.
  func read() -> Texts { Texts(output: text(of: output), errors: text(of: errors)) }

  /// Closes the end that output is read from.
  func closeReader() throws { try output.fileHandleForReading.close() }

  private func text(of pipe: Pipe) -> String {
    try? pipe.fileHandleForWriting.close()
    return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
