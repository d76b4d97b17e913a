import Claims
import Flights
import Incidents
import Quantities

/// Reads records from bytes; what is no record gives nothing, and never more than the bytes hold.
struct RecordReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func next() -> VariationRecord? {
    guard let outcome = outcome(), let count = integer(UInt32.self) else { return nil }
    var readings: [VariationRecord.OfReading] = []
    for _ in 0..<count {
      guard let code = integer(UInt8.self), code < 8,
        let verdict = Verdict.allCases.first(where: { $0.code == code & 3 })
      else { return nil }
      guard code & 4 != 0 else {
        readings.append(.init(verdict: verdict, margin: nil))
        continue
      }
      guard let bits = integer(UInt64.self) else { return nil }
      readings.append(.init(verdict: verdict, margin: Double(bitPattern: bits)))
    }
    guard let flyability = flyability() else { return nil }
    return VariationRecord(outcome: outcome, readings: readings, flyability: flyability)
  }

  /// What there is of an envelope; nothing where the bytes are none of a record.
  private mutating func flyability() -> VariationRecord.OfEnvelope?? {
    guard let code = integer(UInt8.self), code < 8 else { return nil }
    if code == 0 { return .some(nil) }
    guard let answer = Flyability.Answer.allCases.first(where: { $0.code == code & 3 })
    else { return nil }
    guard code & 4 != 0 else { return .some(.init(answer: answer, broken: nil)) }
    guard let limitCode = integer(UInt8.self),
      let limit = FlightEnvelope.Limit.allCases.first(where: { $0.code == limitCode }),
      let time = instant(), let by = number()
    else { return nil }
    return .some(.init(answer: answer, broken: .init(limit: limit, time: time, by: by)))
  }

  private mutating func outcome() -> VariationRecord.Outcome? {
    switch integer(UInt8.self) {
    case 0:
      guard let count = integer(UInt32.self), count <= bytes.count - offset else { return nil }
      defer { offset += Int(count) }
      return .failed(
        reason: String(decoding: bytes[offset..<offset + Int(count)], as: UTF8.self))
    case 1: return figures().map { .met($0) }
    default: return nil
    }
  }

  private mutating func figures() -> EncounterFigures? {
    guard let mask = integer(UInt16.self), let crossings = integer(UInt32.self),
      let duration = number(), let length = number()
    else { return nil }
    var figures = EncounterFigures()
    figures.crossings = Int(crossings)
    figures.isComplete = mask & 1 != 0
    (figures.duration, figures.length) = (.seconds(duration), .meters(length))
    if mask & 2 != 0 { figures.entry = instant() }
    if mask & 4 != 0 { figures.exit = instant() }
    if mask & 8 != 0 { figures.depth = number().map(Length.meters) }
    if mask & 16 != 0 { figures.southernTipDepth = number().map(Length.meters) }
    if mask & 32 != 0 { figures.entryDepth = number().map(Length.meters) }
    if mask & 64 != 0 { figures.nearestApproach = number().map(Length.meters) }
    if mask & 128 != 0 { figures.entrySpeed = number().map(Speed.metersPerSecond) }
    return mask < 256 && offset <= bytes.count ? figures : nil
  }

  private mutating func number() -> Double? {
    integer(UInt64.self).map { Double(bitPattern: $0) }
  }

  private mutating func instant() -> Instant? {
    integer(UInt64.self).map { Instant(nanosecondsSince1970: Int64(bitPattern: $0)) }
  }

  private mutating func integer<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    let end = offset + Number.bitWidth / 8
    guard end <= bytes.count else {
      // What follows is missing too.
      offset = bytes.count + 1
      return nil
    }
    defer { offset = end }
    return bytes[offset..<end].reversed().reduce(0) { ($0 << 8) | Number($1) }
  }
}
