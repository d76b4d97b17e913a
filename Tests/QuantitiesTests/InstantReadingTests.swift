import Quantities
import Testing

@Suite struct `A time read from text` {
  /// Seconds since 1970, from `date -u -d TEXT +%s` of GNU coreutils 9.1.
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2015-11-24T07:24:05Z", 1_448_349_845), ("2015-11-24T09:24:05+02:00", 1_448_349_845),
    ("2015-11-24T02:54:05-04:30", 1_448_349_845), ("2015-11-24t07:24:05z", 1_448_349_845),
    ("2015-11-24 07:24:05Z", 1_448_349_845), ("2015-11-24T07:24:05-00:00", 1_448_349_845),
    ("2015-11-25T07:23:05+23:59", 1_448_349_845), ("2015-11-23T07:25:05-23:59", 1_448_349_845),
    ("1969-12-31T23:59:59Z", -1), ("1678-01-01T00:00:00Z", -9_214_560_000),
    ("2261-12-31T23:59:59Z", 9_214_646_399), ("2000-02-29T12:00:00Z", 951_825_600),
    ("1900-03-01T00:00:00Z", -2_203_891_200), ("2016-12-31T23:59:59Z", 1_483_228_799),
    ("2017-01-01T01:59:59+02:00", 1_483_228_799), ("1980-01-06T00:00:00Z", 315_964_800),
  ])
  func `is the moment it names`(text: String, seconds: Int64) throws {
    #expect(try Instant(rfc3339: text).nanosecondsSince1970 == seconds * 1_000_000_000)
  }

  @Test(arguments: [
    ("0", 0), ("5", 500_000_000), ("05", 50_000_000), ("123", 123_000_000),
    ("000001", 1000), ("123456789", 123_456_789), ("1234567899", 123_456_789),
    ("999999999999", 999_999_999), ("000000000999", 0), ("000000000", 0),
    ("500000000000000000000000000000", 500_000_000),
  ])
  func `has a fraction to the nanosecond, further digits cut off`(
    digits: String, nanoseconds: Int64
  ) throws {
    let time = try Instant(rfc3339: "1970-01-01T00:00:01.\(digits)Z")
    #expect(time.nanosecondsSince1970 == 1_000_000_000 + nanoseconds)
    let before = try Instant(rfc3339: "1969-12-31T23:59:59.\(digits)Z")
    #expect(before.nanosecondsSince1970 == -1_000_000_000 + nanoseconds)
  }

  /// The last day of each month, 2015 and, as leap years, 2000 and 2016; 1900 was none.
  @Test(arguments: [
    (2015, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
    (2016, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
    (2000, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
    (1900, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
    (2100, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
  ])
  func `knows how long the months are`(year: Int, lastDays: [Int]) throws {
    for (month, last) in zip(1..., lastDays) {
      let name = month < 10 ? "0\(month)" : "\(month)"
      let start = try Instant(rfc3339: "\(year)-\(name)-01T00:00:00Z")
      let end = try Instant(rfc3339: "\(year)-\(name)-\(last)T00:00:00Z")
      #expect(end.since(start) == .seconds(Double(last - 1) * 86_400))
      #expect(throws: InstantError.fieldOutOfRange("day \(last + 1) of month \(month)")) {
        try Instant(rfc3339: "\(year)-\(name)-\(last + 1)T00:00:00Z")
      }
    }
  }

  @Test(arguments: [
    ("2015-11-24T24:00:00Z", "hour 24"), ("2015-11-24T07:60:00Z", "minute 60"),
    ("2015-11-24T07:24:61Z", "second 61"), ("2015-00-24T07:24:05Z", "month 0"),
    ("2015-13-24T07:24:05Z", "month 13"), ("2015-11-00T07:24:05Z", "day 0 of month 11"),
    ("2015-11-24T07:24:05+24:00", "offset +24:00"), ("2015-11-24T07:24:05-02:60", "offset -02:60"),
  ])
  func `is refused where a field does not exist, which is named`(text: String, field: String) {
    #expect(throws: InstantError.fieldOutOfRange(field)) { try Instant(rfc3339: text) }
  }

  @Test(arguments: ["2016-12-31T23:59:60Z", "2017-01-01T01:59:60+02:00", "2015-11-24T07:24:60Z"])
  func `is refused at a leap second`(text: String) {
    #expect(throws: InstantError.leapSecond) { try Instant(rfc3339: text) }
  }

  @Test(arguments: ["2015-11-24T09:24:05", "2015-11-24T09:24:05.25", "2015-11-24 09:24:05"])
  func `is refused without an offset`(text: String) {
    #expect(throws: InstantError.offsetMissing) { try Instant(rfc3339: text) }
  }

  @Test(arguments: [1677, 2262, 0, 9999])
  func `is refused in a year that nanoseconds do not reach`(year: Int) {
    let digits = String(repeating: "0", count: 4 - "\(year)".count) + "\(year)"
    #expect(throws: InstantError.yearOutOfRange(year)) {
      try Instant(rfc3339: "\(digits)-06-01T00:00:00Z")
    }
  }

  @Test(arguments: [
    "", " ", "2015", "2015-11-24", "2015-11-24T", "2015-11-24T09", "2015-11-24T09:24Z",
    "2015-11-24T09:24:05Z ", " 2015-11-24T09:24:05Z", "2015-11-24T09:24:05Zulu",
    "2015-11-24T09:24:05+02:00x", "2015-11-24T09:24:05+0200", "2015-11-24T09:24:05+02",
    "2015-11-24T09:24:05 +02:00", "2015-11-24T09:24:05.Z", "2015-11-24T09:24:05,5Z",
    "2015-11-24T9:24:05Z", "15-11-24T09:24:05Z", "2015/11/24T09:24:05Z", "20151124T092405Z",
    "+2015-11-24T09:24:05Z", "-2015-11-24T09:24:05Z", "2015-11-24T09:24:5Z", "24.11.2015 09:24:05Z",
    "2015-11-24T09:24:05\u{2212}02:00", "２０１５-11-24T09:24:05Z", "2015-11-24T09:24:05Z\0",
    "1448349845", "now",
  ])
  func `is refused where it is no RFC 3339 time`(text: String) {
    #expect(throws: InstantError.notRFC3339) { try Instant(rfc3339: text) }
  }

  @Test(arguments: [
    InstantError.notRFC3339, .offsetMissing, .fieldOutOfRange("hour 24"), .leapSecond,
    .yearOutOfRange(1677),
  ])
  func `is refused in one sentence`(error: InstantError) {
    #expect(!error.description.isEmpty && !error.description.contains("\n"))
  }
}
