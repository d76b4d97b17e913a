import Foundation
import Quantities
import Testing

@Suite struct `A moment` {
  @Test(
    arguments: [
      (1_448_349_845_000_000_000, "2015-11-24T07:24:05.000Z"),
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1970-01-01T00:00:00.000Z"),
      // Halves go away from 1970: 0.5 ms after it to 1 ms, 0.5 ms before it to −1 ms.
      (499_999, "1970-01-01T00:00:00.000Z"), (500_000, "1970-01-01T00:00:00.001Z"),
      (-499_999, "1970-01-01T00:00:00.000Z"), (-500_000, "1969-12-31T23:59:59.999Z"),
      (-1_000_000, "1969-12-31T23:59:59.999Z"), (-1_000_000_000, "1969-12-31T23:59:59.000Z"),
      // Rounding carries into the new year and over a leap day.
      (1_451_606_399_999_500_000, "2016-01-01T00:00:00.000Z"),
      (1_456_703_999_999_600_000, "2016-02-29T00:00:00.000Z"),
      (1_456_790_399_999_499_999, "2016-02-29T23:59:59.999Z"),
      (1_456_790_399_999_500_000, "2016-03-01T00:00:00.000Z"),
      // The bounds of 64 bits, as Wikipedia and pandas (Timestamp.min, Timestamp.max) state them.
      (Int64.max, "2262-04-11T23:47:16.855Z"), (Int64.min, "1677-09-21T00:12:43.145Z"),
    ] as [(Int64, String)])
  func `is written to the nearest millisecond`(nanoseconds: Int64, text: String) {
    let time = Instant(nanosecondsSince1970: nanoseconds)
    #expect(time.rfc3339 == text)
    #expect(time.timeOfDayUTC == String(text.dropFirst(11).dropLast()))
  }

  /// Foundation's calendar is the oracle: it shares no line with ours.
  @Test(arguments: UInt64(1)...100)
  func `has the date that Foundation's calendar gives it`(seed: UInt64) throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    var random = RandomStream(seed: seed)
    for _ in 0..<20 {
      let seconds = Int64.random(in: -9_214_560_000...9_214_646_399, using: &random)
      let milliseconds = Int64.random(in: 0..<1000, using: &random)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: Double(seconds)))
      let expected = String(
        format: "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", try #require(parts.year),
        try #require(parts.month), try #require(parts.day), try #require(parts.hour),
        try #require(parts.minute), try #require(parts.second), Int(milliseconds))
      let time = Instant(
        nanosecondsSince1970: seconds * 1_000_000_000 + milliseconds * 1_000_000)
      #expect(time.rfc3339 == expected)
      #expect(try Instant(rfc3339: expected) == time)
    }
  }

  /// Read with an offset, against Foundation's ISO 8601 reader, which knows offsets to 18 hours.
  @Test(arguments: UInt64(1)...50)
  func `is read as Foundation reads it`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    for _ in 0..<10 {
      let minutes = Int.random(in: -1080...1080, using: &random)
      let offset = String(
        format: "%@%02d:%02d", minutes < 0 ? "-" : "+", abs(minutes) / 60, abs(minutes) % 60)
      let text = String(
        format: "%04d-%02d-%02dT%02d:%02d:%02d", Int.random(in: 1700...2250, using: &random),
        Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random),
        Int.random(in: 0...23, using: &random), Int.random(in: 0...59, using: &random),
        Int.random(in: 0...59, using: &random))
      let date = try Date(text + offset, strategy: .iso8601)
      let time = try Instant(rfc3339: text + offset)
      #expect(time.nanosecondsSince1970 == Int64(date.timeIntervalSince1970) * 1_000_000_000)
    }
  }

  @Test(
    arguments: [
      (0.0, 0), (1, 1_000_000_000), (-1, -1_000_000_000), (1e-9, 1), (0.4e-9, 0), (0.6e-9, 1),
      (-0.6e-9, -1), (17.25, 17_250_000_000), (86_400, 86_400_000_000_000),
    ] as [(Double, Int64)])
  func `is advanced by a span, to the nanosecond`(seconds: Double, nanoseconds: Int64) {
    let start = Instant(nanosecondsSince1970: 1_448_349_845_000_000_000)
    let end = start.advanced(by: .seconds(seconds))
    #expect(end.nanosecondsSince1970 - start.nanosecondsSince1970 == nanoseconds)
    #expect(start.moment(after: .seconds(seconds)) == end)
    #expect(end.since(start).seconds == Double(nanoseconds) / 1e9)
    #expect(start.since(end).seconds == -Double(nanoseconds) / 1e9)
    #expect((start < end) == (nanoseconds > 0))
  }

  @Test(arguments: [1e30, -1e30, 9.3e9, -1.1e10, .infinity, -.infinity, .nan, 1e300] as [Double])
  func `has no moment after a span that leads out of the years`(seconds: Double) {
    let time = Instant(nanosecondsSince1970: 1_448_349_845_000_000_000)
    #expect(time.moment(after: .seconds(seconds)) == nil)
  }

  /// 18 429 206 399 s, by GNU `date`, are more than the 9.2e18 ns that 64 bits hold.
  @Test func `is as far as it is from one centuries earlier`() throws {
    let first = try Instant(rfc3339: "1678-01-01T00:00:00Z")
    let last = try Instant(rfc3339: "2261-12-31T23:59:59Z")
    #expect(abs(last.since(first).seconds - 18_429_206_399) < 1e-5)
    #expect(abs(first.since(last).seconds + 18_429_206_399) < 1e-5)
  }
}
