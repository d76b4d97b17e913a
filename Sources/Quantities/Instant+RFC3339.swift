/// Why a text is no moment.
public enum InstantError: Error, Hashable {
  /// Not `YYYY-MM-DDThh:mm:ss[.fraction]` with an offset.
  case notRFC3339
  /// A time of day without `Z` or an offset such as `+02:00`.
  case offsetMissing
  /// A month, day, hour, minute, second or offset that does not exist.
  case fieldOutOfRange(String)
  /// A second numbered 60.
  case leapSecond
  /// A year before 1678 or after 2261.
  case yearOutOfRange(Int)
}

extension InstantError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notRFC3339: "a time is written as 2015-11-24T09:24:05+02:00 (RFC 3339)"
    case .offsetMissing:
      "a time needs its offset from UTC: end it with Z or with an offset such as +02:00"
    case .fieldOutOfRange(let field): "the \(field) does not exist"
    case .leapSecond: "leap seconds (:60) are refused; write the second before or after"
    case .yearOutOfRange(let year): "the year \(year) lies outside 1678 to 2261"
    }
  }
}

extension Instant {
  /// Reads an RFC 3339 time, such as `2015-11-24T09:24:05+02:00`.
  ///
  /// The letters `T` and `Z` may be small, and a space may stand for `T`, as RFC 3339 allows.
  /// Fractions are read to the nanosecond; further digits are cut off.
  ///
  /// - Throws: ``InstantError/offsetMissing`` for a naive time, and the other cases
  ///   of ``InstantError`` for what is no time at all.
  public init(rfc3339 text: some StringProtocol) throws(InstantError) {
    self = try Array(text.utf8).withUnsafeBufferPointer { bytes throws(InstantError) in
      try Instant(rfc3339UTF8: bytes)
    }
  }

  /// The same, of a text in UTF-8.
  package init(rfc3339UTF8 bytes: UnsafeBufferPointer<UInt8>) throws(InstantError) {
    var reader = DigitReader(bytes)
    let (year, month, day) = try reader.date()
    guard reader.take(oneOf: "Tt ") != nil else { throw .notRFC3339 }
    let (hour, minute, second, nanoseconds) = try reader.time()
    let offset = try reader.offset()
    guard reader.isAtEnd else { throw .notRFC3339 }
    guard (1678...2261).contains(year) else { throw .yearOutOfRange(year) }
    let days = daysSince1970(year: year, month: month, day: day)
    let seconds = ((days * 24 + hour) * 60 + minute - offset) * 60 + second
    self.init(nanosecondsSince1970: Int64(seconds) * 1_000_000_000 + Int64(nanoseconds))
  }

  /// The moment in UTC with three decimals: `2015-11-24T07:24:05.000Z`.
  ///
  /// Rounded to the nearest millisecond, halves away from 1970.
  public var rfc3339: String {
    let (days, millisecondOfDay) = roundedMilliseconds.quotientAndRemainder(
      flooredBy: 86_400_000)
    let (year, month, day) = civilDate(daysSince1970: days)
    return "\(year)-\(padded(month))-\(padded(day))T\(timeOfDay(millisecondOfDay))Z"
  }

  /// The time of day in UTC with three decimals: `07:24:05.000`.
  public var timeOfDayUTC: String {
    timeOfDay(roundedMilliseconds.quotientAndRemainder(flooredBy: 86_400_000).remainder)
  }

  private var roundedMilliseconds: Int {
    let (quotient, remainder) = Int(nanosecondsSince1970).quotientAndRemainder(
      dividingBy: 1_000_000)
    return abs(remainder) >= 500_000 ? quotient + remainder.signum() : quotient
  }
}

/// `07:24:05.000` for the milliseconds of a day.
private func timeOfDay(_ milliseconds: Int) -> String {
  let (seconds, fraction) = milliseconds.quotientAndRemainder(dividingBy: 1000)
  return "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    + ".\(padded(fraction, to: 3))"
}

private func padded(_ number: Int, to width: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int {
  /// Division that rounds down, so that the remainder is never negative.
  fileprivate func quotientAndRemainder(flooredBy divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
///
/// Years are counted from March, so that the leap day ends a year; a cycle of 400 years has
/// 146 097 days, and 719 468 days lie between 0000-03-01 and 1970-01-01.
private func daysSince1970(year: Int, month: Int, day: Int) -> Int {
  let marchYear = month > 2 ? year : year - 1
  let monthFromMarch = (month + 9) % 12
  let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
  return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
}

/// The date that many days after 1970-01-01: the inverse of ``daysSince1970(year:month:day:)``.
private func civilDate(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
  let (cycle, dayOfCycle) = (days + 719_468).quotientAndRemainder(flooredBy: 146_097)
  let yearOfCycle =
    (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
  let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
}

private func daysInMonth(_ month: Int, year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: 31
  }
}

/// Takes the parts of a time from its text, front to back.
private struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(oneOf letters: StaticString) -> UInt8? {
    guard !isAtEnd else { return nil }
    let first = bytes[index]
    guard letters.withUTF8Buffer({ $0.contains(first) }) else { return nil }
    index += 1
    return first
  }

  mutating func digit() -> Int? {
    guard !isAtEnd, bytes[index] &- 0x30 < 10 else { return nil }
    defer { index += 1 }
    return Int(bytes[index] &- 0x30)
  }

  mutating func number(digits: Int) throws(InstantError) -> Int {
    var value = 0
    for _ in 0..<digits {
      guard let next = digit() else { throw .notRFC3339 }
      value = value * 10 + next
    }
    return value
  }

  mutating func separator(_ letter: StaticString) throws(InstantError) {
    guard take(oneOf: letter) != nil else { throw .notRFC3339 }
  }

  mutating func date() throws(InstantError) -> (year: Int, month: Int, day: Int) {
    let year = try number(digits: 4)
    try separator("-")
    let month = try number(digits: 2)
    try separator("-")
    let day = try number(digits: 2)
    guard (1...12).contains(month) else { throw .fieldOutOfRange("month \(month)") }
    guard day >= 1, day <= daysInMonth(month, year: year) else {
      throw .fieldOutOfRange("day \(day) of month \(month)")
    }
    return (year, month, day)
  }

  mutating func time() throws(InstantError) -> (Int, Int, Int, nanoseconds: Int) {
    let hour = try number(digits: 2)
    try separator(":")
    let minute = try number(digits: 2)
    try separator(":")
    let second = try number(digits: 2)
    guard hour < 24 else { throw .fieldOutOfRange("hour \(hour)") }
    guard minute < 60 else { throw .fieldOutOfRange("minute \(minute)") }
    guard second != 60 else { throw .leapSecond }
    guard second < 60 else { throw .fieldOutOfRange("second \(second)") }
    return (hour, minute, second, try fraction())
  }

  private mutating func fraction() throws(InstantError) -> Int {
    guard take(oneOf: ".") != nil else { return 0 }
    guard var nanoseconds = digit() else { throw .notRFC3339 }
    var count = 1
    while let next = digit() {
      if count < 9 { nanoseconds = nanoseconds * 10 + next }
      count += 1
    }
    while count < 9 {
      nanoseconds *= 10
      count += 1
    }
    return nanoseconds
  }

  /// The offset from UTC in minutes, positive to the east.
  mutating func offset() throws(InstantError) -> Int {
    if take(oneOf: "Zz") != nil { return 0 }
    if isAtEnd { throw .offsetMissing }
    guard let sign = take(oneOf: "+-") else { throw .notRFC3339 }
    let hours = try number(digits: 2)
    try separator(":")
    let minutes = try number(digits: 2)
    let isWest = sign == UInt8(ascii: "-")
    guard hours < 24, minutes < 60 else {
      let offset = "\(isWest ? "-" : "+")\(padded(hours)):\(padded(minutes))"
      throw .fieldOutOfRange("offset \(offset)")
    }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }
}
