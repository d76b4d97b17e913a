#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The variables of the environment that change how text looks; there are no others.
struct Environment: Hashable, Sendable {
  /// `NO_COLOR`: present and not empty means no styles.
  var noColor: String?
  /// `TERM`: `dumb` means no styles.
  var term: String?
  /// `COLUMNS`: the terminal's width, if the user says it.
  var columns: String?
}

extension Environment {
  /// What the process was started with.
  static func ofProcess() -> Environment {
    Environment(
      noColor: variable("NO_COLOR"), term: variable("TERM"), columns: variable("COLUMNS"))
  }
}

private func variable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
