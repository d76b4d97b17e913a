/// A moment in UTC, kept as whole nanoseconds since 1970-01-01T00:00:00Z.
///
/// Leap seconds are not counted, as in POSIX time. Whole nanoseconds make equal
/// moments equal, and a moment read and written back the same; the range is the
/// years 1678 to 2261.
public struct Instant: Hashable, Comparable, Sendable {
  public let nanosecondsSince1970: Int64

  public init(nanosecondsSince1970: Int64) { self.nanosecondsSince1970 = nanosecondsSince1970 }

  public static func < (a: Instant, b: Instant) -> Bool {
    a.nanosecondsSince1970 < b.nanosecondsSince1970
  }
}

extension Instant {
  /// The moment `span` after this one, rounded to a nanosecond.
  ///
  /// - Precondition: The sum lies in the years 1678 to 2261.
  public func advanced(by span: TimeSpan) -> Instant {
    Instant(
      nanosecondsSince1970: nanosecondsSince1970 + Int64((span.seconds * 1e9).rounded()))
  }

  /// The moment `span` after this one, or nothing where that is out of range or no number.
  public func moment(after span: TimeSpan) -> Instant? {
    guard let nanoseconds = Int64(exactly: (span.seconds * 1e9).rounded()) else { return nil }
    let (sum, overflow) = nanosecondsSince1970.addingReportingOverflow(nanoseconds)
    return overflow ? nil : Instant(nanosecondsSince1970: sum)
  }

  /// The span from `earlier` to this moment.
  ///
  /// Exact below 104 days, where nanoseconds fit a `Double`; rounded beyond.
  public func since(_ earlier: Instant) -> TimeSpan {
    let (span, overflow) = nanosecondsSince1970.subtractingReportingOverflow(
      earlier.nanosecondsSince1970)
    // The range of years is twice as long as the longest span of whole nanoseconds.
    let nanoseconds =
      overflow
      ? Double(nanosecondsSince1970) - Double(earlier.nanosecondsSince1970) : Double(span)
    return .seconds(nanoseconds / 1e9)
  }
}
