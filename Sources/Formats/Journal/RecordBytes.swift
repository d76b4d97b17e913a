import Claims
import Flights
import Incidents
import Quantities

/// Records as bytes, little-endian: a number is its bits, so that what is read back is the same.
extension [UInt8] {
  mutating func append(_ record: VariationRecord) {
    switch record.outcome {
    case .failed(let reason):
      append(0)
      append(bitsOf: UInt32(reason.utf8.count))
      append(contentsOf: reason.utf8)
    case .met(let figures):
      append(1)
      append(figures)
    }
    append(bitsOf: UInt32(record.readings.count))
    for reading in record.readings {
      append(reading.verdict.code | (reading.margin == nil ? 0 : 4))
      if let margin = reading.margin { append(bitsOf: margin.bitPattern) }
    }
    append(record.flyability)
  }

  /// Zero where it was not asked; else the answer, with what is broken after it.
  private mutating func append(_ flyability: VariationRecord.OfEnvelope?) {
    guard let flyability else { return append(0) }
    append(flyability.answer.code | (flyability.broken == nil ? 0 : 4))
    guard let broken = flyability.broken else { return }
    append(broken.limit.code)
    append(bitsOf: UInt64(bitPattern: broken.time.nanosecondsSince1970))
    append(bitsOf: broken.by.bitPattern)
  }

  /// A mask of what is there, the number of crossings, then what is there in the order of the mask.
  private mutating func append(_ figures: EncounterFigures) {
    let optional = figures.optionalBits
    var mask: UInt16 = figures.isComplete ? 1 : 0
    for (index, bits) in optional.enumerated() where bits != nil { mask |= 2 << UInt16(index) }
    append(bitsOf: mask)
    append(bitsOf: UInt32(figures.crossings))
    append(bitsOf: figures.duration.seconds.bitPattern)
    append(bitsOf: figures.length.meters.bitPattern)
    for case .some(let bits) in optional { append(bitsOf: bits) }
  }

  mutating func append(bitsOf number: some FixedWidthInteger) {
    var number = number.littleEndian
    Swift.withUnsafeBytes(of: &number) { append(contentsOf: $0) }
  }
}

extension EncounterFigures {
  /// The figures that may be missing, in the order of the mask.
  fileprivate var optionalBits: [UInt64?] {
    [
      entry.map { UInt64(bitPattern: $0.nanosecondsSince1970) },
      exit.map { UInt64(bitPattern: $0.nanosecondsSince1970) },
      depth?.meters.bitPattern, southernTipDepth?.meters.bitPattern,
      entryDepth?.meters.bitPattern, nearestApproach?.meters.bitPattern,
      entrySpeed?.metersPerSecond.bitPattern,
    ]
  }
}

extension Verdict {
  /// What stands for it in a journal.
  var code: UInt8 {
    switch self {
    case .supported: 0
    case .contradicted: 1
    case .undetermined: 2
    }
  }
}

extension Flyability.Answer {
  /// What stands for it in a journal; zero stands for none.
  var code: UInt8 {
    switch self {
    case .flyable: 1
    case .notFlyable: 2
    case .undetermined: 3
    }
  }
}

extension FlightEnvelope.Limit {
  /// What stands for it in a journal.
  var code: UInt8 {
    switch self {
    case .lowestCalibratedAirspeed: 0
    case .highestCalibratedAirspeed: 1
    case .lowestMach: 2
    case .highestMach: 3
    case .loadFactor: 4
    case .climbRate: 5
    case .descentRate: 6
    case .ceiling: 7
    }
  }
}
