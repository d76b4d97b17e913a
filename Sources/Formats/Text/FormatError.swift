/// What is wrong with a file, where, and what should stand there instead.
///
/// The error carries facts; ``description`` is the one place that makes a sentence of them.
public struct FormatError: Error, Hashable {
  /// The file as the user named it.
  public let file: String
  public let place: Place

  /// What stands there: `"980"`, `the end of the file`.
  public let found: String

  /// What should stand there: `a speed with its unit such as "980 km/h"`.
  public let expected: String

  /// What the user may do about it.
  public let advice: String?

  public init(
    file: String, place: Place, found: String, expected: String, advice: String? = nil
  ) {
    self.file = file
    self.place = place
    self.found = found
    self.expected = expected
    self.advice = advice
  }
}

extension FormatError {
  /// Where in a file something is wrong.
  ///
  /// Lines and columns count from 1; a column counts Unicode scalars.
  public enum Place: Hashable, Sendable {
    /// A value of a JSON file, such as `$.tracks[0].path`.
    case jsonPath(String, line: Int, column: Int)
    case line(Int, column: Int?)
    case wholeFile
  }
}

extension FormatError.Place {
  /// The line, where there is one.
  public var line: Int? {
    switch self {
    case .jsonPath(_, let line, _), .line(let line, _): line
    case .wholeFile: nil
    }
  }
}

extension FormatError: CustomStringConvertible {
  /// One sentence that fits one line of a terminal and moves no cursor.
  public var description: String {
    let advice = self.advice.map { "; \($0)" } ?? ""
    return "\(file.printable)\(place): found \(found), expected \(expected)\(advice)"
  }
}

extension FormatError.Place: CustomStringConvertible {
  /// The place as it follows a file's name: `:12:17: $.tracks[0]`.
  public var description: String {
    switch self {
    case .jsonPath(let path, let line, let column): ":\(line):\(column): \(path)"
    case .line(let line, let column): ":\(line)" + (column.map { ":\($0)" } ?? "")
    case .wholeFile: ""
    }
  }
}
