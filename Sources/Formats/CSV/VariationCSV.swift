public import Claims
import Flights
import Geodesy
public import Incidents
public import Quantities

/// Writes variants of a track as CSV, one row for each.
///
/// Columns are the variant's number from 1, a column for each parameter that varies in the base unit
/// that its name ends with, what the track does, and two for each reading: `CLAIM.READING.verdict`
/// and `CLAIM.READING.margin_UNIT`. Meters and seconds have 3 decimals, angles and factors 6,
/// margins 4. A margin is empty where nothing could be computed, and where a claim presupposes an
/// entry that the track has not.
///
/// The time and the way inside are those of all crossings together; `entry_time` is the first entry
/// and `exit_time` the last exit, `complete` is `false` where a track begins or ends inside. Depths
/// are empty for a track that is never inside, and `nearest_approach_m` for one that is; both where
/// border beyond an extract could be nearer, and the depth from the southern tip where an extract
/// does not hold that. A variant without a replay has a `remark` that says why,
/// and no numbers.
///
/// With an envelope, `flyable` says whether the aircraft could fly the track, as `flyable`,
/// `notFlyable` or `undetermined`; and `broken_limit`, `broken_time` and `broken_by` which limit it
/// breaks first, when, and by how much there and then, in the limit's unit (m/s, m, or one).
///
/// Samples of an uncertain track are written likewise, with a first column `sample`, and with the
/// radar's scan period and the time of its first scan after the track's start where one is drawn.
/// So are the paths that a search found, with a first column `path`, what was `required`, what the path
/// is among those `found`, and `apart_m`, how far it is from the given track.
public struct VariationCSV: Sendable {
  private let axes: [VariationGrid.Axis]
  private let readings: [(claim: String, reading: Claim.Reading)]
  private let rows: Rows
  private let asksFlyable: Bool

  /// What a row is.
  public enum Rows: Hashable, Sendable {
    case variants
    case samples(scanned: Bool)
    /// Paths that a search found.
    case paths
  }

  /// - Parameters:
  ///   - axes: What varies.
  ///   - readings: What each variant was held against, with the id of its claim.
  ///   - rows: What a row is.
  ///   - asksFlyable: Whether it is asked what the aircraft can fly.
  public init(
    axes: [VariationGrid.Axis], readings: [(claim: String, reading: Claim.Reading)],
    rows: Rows = .variants, asksFlyable: Bool = false
  ) {
    (self.axes, self.readings, self.rows) = (axes, readings, rows)
    self.asksFlyable = asksFlyable
  }

  public var columns: [String] {
    let first =
      switch rows {
      case .variants: ["variant"] + axes.map(\.column)
      case .samples(let scanned):
        ["sample"] + axes.map(\.column) + (scanned ? ["scan_period_s", "first_scan_s"] : [])
      case .paths: ["path", "required", "found", "apart_m"] + axes.map(\.column)
      }
    return first + Self.ofTrack + (asksFlyable ? Self.ofEnvelope : [])
      + readings.flatMap { claim, reading in
        let unit = reading.test.marginUnit
        let name = "\(claim).\(reading.id)"
        return ["\(name).verdict", unit == .one ? "\(name).margin" : "\(name).margin_\(unit.word)"]
      }
  }

  private static let ofTrack = [
    "crossings", "complete", "entry_time", "exit_time", "duration_s", "length_m", "max_depth_m",
    "southern_tip_depth_m", "entry_depth_m", "nearest_approach_m", "entry_gs_mps", "remark",
  ]

  private static let ofEnvelope = ["flyable", "broken_limit", "broken_time", "broken_by"]

  public func writeHeader(to output: inout some TextOutputStream) {
    output.writeCSVRecord(columns)
  }

  /// Appends one row, as UTF-8.
  ///
  /// - Parameters:
  ///   - record: What came of the variant.
  ///   - variation: The variant.
  ///   - number: Its number, counted from 1.
  ///   - scan: When a radar saw it, if one did.
  ///   - bytes: What the row is appended to.
  public func append(
    _ record: VariationRecord, of variation: Variation, number: Int, scan: Sample.Scan? = nil,
    to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: String(number).utf8)
    append(record, variation, scan, to: &bytes)
  }

  /// Appends the row of a path that a search found, as UTF-8.
  ///
  /// - Parameters:
  ///   - record: What came of the path.
  ///   - variation: The path.
  ///   - number: Its number, counted from 1.
  ///   - required: What it was asked to satisfy.
  ///   - found: What it is among those found.
  ///   - apart: How far it is from the given track.
  ///   - bytes: What the row is appended to.
  public func append(
    _ record: VariationRecord, of variation: Variation, path number: Int, required: String,
    found: String, apart: Length?, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: String(number).utf8)
    bytes.appendField(required)
    bytes.appendField(found)
    bytes.appendField(apart?.meters, decimals: 3)
    append(record, variation, nil, to: &bytes)
  }

  /// What follows the fields that say which row it is.
  private func append(
    _ record: VariationRecord, _ variation: Variation, _ scan: Sample.Scan?,
    to bytes: inout [UInt8]
  ) {
    for axis in axes { bytes.appendField(axis, of: variation) }
    if rows == .samples(scanned: true) {
      bytes.appendField(scan?.period.seconds, decimals: 3)
      bytes.appendField(scan?.first.seconds, decimals: 3)
    }
    switch record.outcome {
    case .met(let figures): append(figures, to: &bytes)
    case .failed(let reason):
      for _ in Self.ofTrack.dropLast() { bytes.appendField(nil) }
      bytes.appendField(reason)
    }
    if asksFlyable { append(record.flyability, to: &bytes) }
    for index in readings.indices {
      let reading = record.readings.isEmpty ? nil : record.readings[index]
      bytes.appendField(reading?.verdict.rawValue)
      bytes.appendField(reading?.margin, decimals: 4)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func append(_ figures: EncounterFigures, to bytes: inout [UInt8]) {
    bytes.appendField(String(figures.crossings))
    bytes.appendField(figures.isComplete ? "true" : "false")
    bytes.appendField(figures.entry?.rfc3339)
    bytes.appendField(figures.exit?.rfc3339)
    bytes.appendField(figures.duration.seconds, decimals: 3)
    bytes.appendField(figures.length.meters, decimals: 3)
    bytes.appendField(figures.depth?.meters, decimals: 3)
    bytes.appendField(figures.southernTipDepth?.meters, decimals: 3)
    bytes.appendField(figures.entryDepth?.meters, decimals: 3)
    bytes.appendField(figures.nearestApproach?.meters, decimals: 3)
    bytes.appendField(figures.entrySpeed?.metersPerSecond, decimals: 3)
    bytes.appendField(nil)
  }
}

extension VariationCSV {
  private func append(
    _ flyability: VariationRecord.OfEnvelope?, to bytes: inout [UInt8]
  ) {
    bytes.appendField(flyability?.answer.rawValue)
    bytes.appendField(flyability?.broken?.limit.rawValue)
    bytes.appendField(flyability?.broken?.time.rfc3339)
    bytes.appendField(flyability?.broken?.by, decimals: 3)
  }
}

extension VariationGrid.Axis {
  /// The name of the column, with the unit that it is in.
  fileprivate var column: String {
    switch self {
    case .borders: "border"
    case .starts: "start_time"
    case .numbers(let parameter, _):
      String(parameter.rawValue.map { $0 == "-" ? "_" : $0 }) + parameter.kind.columnEnding
    }
  }
}

extension MeasureUnit.Kind {
  fileprivate var columnEnding: String {
    switch self {
    case .length: "_m"
    case .time: "_s"
    case .speed: "_mps"
    case .angle: "_deg"
    case .acceleration: "_mps2"
    case .count: ""
    }
  }

  fileprivate var decimals: Int {
    switch self {
    case .length, .time, .speed, .acceleration: 3
    case .angle, .count: 6
    }
  }
}

extension MeasureUnit {
  /// The unit as the ending of a column's name.
  fileprivate var word: String {
    switch self {
    case .meter, .kilometer, .foot, .statuteMile, .nauticalMile, .second, .minute, .hour, .knot,
      .milePerHour, .degree, .standardGravity, .one:
      rawValue
    case .meterPerSecond: "mps"
    case .meterPerSecondSquared: "mps2"
    case .kilometerPerHour: "kmph"
    }
  }
}

extension [UInt8] {
  /// Appends a comma and a field, which is empty where there is no text.
  fileprivate mutating func appendField(_ text: String?) {
    append(UInt8(ascii: ","))
    if let text { appendCSVField(text, to: &self) }
  }

  fileprivate mutating func appendField(_ number: Double?, decimals: Int) {
    append(UInt8(ascii: ","))
    number?.appendFixed(decimals, to: &self)
  }

  fileprivate mutating func appendField(
    _ axis: VariationGrid.Axis, of variation: Variation
  ) {
    switch axis {
    case .borders: appendField(variation.border)
    case .starts: appendField(variation.change.start?.rfc3339)
    case .numbers(let parameter, _):
      appendField(parameter.value(in: variation), decimals: parameter.kind.decimals)
    }
  }
}
