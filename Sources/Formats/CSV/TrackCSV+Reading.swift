public import Flights
import Geodesy
import Quantities

extension TrackCSV {
  /// The most fixes that a track file may hold: 10 million.
  public static let fixLimit = 10_000_000

  /// Reads a file in native columns that holds one track.
  ///
  /// Needed are `time_utc`, `lat_deg` and `lon_deg`; `track_id`, `alt_m` and `alt_ref` are taken
  /// notice of; the other native columns are skipped, and unknown ones refused. Rows of one moment,
  /// as ``write(_:to:)`` has them where two events fall together, are one fix.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - file: The file's name for error sentences.
  ///   - wanted: The id of the rows that are read; without it the file must hold one track.
  /// - Returns: The track.
  /// - Throws: ``FormatError`` with line and column.
  public static func readOne(
    _ bytes: [UInt8], file: String, ofTrack wanted: String? = nil
  ) throws(FormatError) -> Track {
    var csv = try CSVReader(bytes, file: file, options: .init(acceptsMetadata: true))
    if let unknown = csv.columns.first(where: { !knownColumns.contains($0) }) {
      throw FormatError(
        file: file, place: .line(1, column: nil), found: "the unknown column \(unknown.excerpt)",
        expected: "native track columns",
        advice: NearestWord.question(unknown, among: knownColumns))
    }
    let columns = (
      time: try csv.neededColumn("time_utc"), latitude: try csv.neededColumn("lat_deg"),
      longitude: try csv.neededColumn("lon_deg")
    )
    let optional = (
      id: csv.column("track_id"), height: csv.column("alt_m"), reference: csv.column("alt_ref"),
      event: csv.column("event")
    )
    var fixes: [Fix] = []
    var lines: [Int] = []
    var trackID: String?
    while try csv.advance() {
      if let wanted, let column = optional.id, !csv.isText(column, wanted) { continue }
      let time = try csv.neededInstant(columns.time)
      let place = try csv.place(latitude: columns.latitude, longitude: columns.longitude)
      if let column = optional.id {
        let id = csv.string(column)
        guard fixes.isEmpty || id == trackID else {
          throw csv.error(column, expected: "one track in the file")
        }
        trackID = id
      }
      let isEvent = optional.event.map { !csv.isMissing($0) } ?? false
      if isEvent, time == fixes.last?.time { continue }
      if let last = fixes.last, time <= last.time {
        throw csv.error(columns.time, expected: "a time later than that of the line before")
      }
      guard fixes.count < fixLimit else {
        throw csv.error(columns.time, expected: "at most \(fixLimit) fixes")
      }
      let altitude = try csv.altitude(height: optional.height, reference: optional.reference)
      fixes.append(Fix(time: time, place: place, altitude: altitude))
      lines.append(csv.line)
    }
    do throws(TrackError) {
      return try Track(fixes)
    } catch {
      throw FormatError(
        file: file, place: .line(lines.last ?? 1, column: nil),
        found: fixes.count == 1 ? "1 fix" : "\(fixes.count) fixes", expected: "a track",
        advice: error.description)
    }
  }

  /// The columns that are read or skipped.
  static let knownColumns = columns + ["sigma_h_m", "sigma_v_m"]
}

extension CSVReader {
  fileprivate func altitude(height: Int?, reference: Int?) throws(FormatError) -> Altitude? {
    guard let height, let meters = try number(height) else { return nil }
    guard let reference, let word = string(reference) else {
      return Altitude(.meters(meters), .unknown)
    }
    guard let known = Altitude.Reference(rawValue: word) else {
      throw error(
        reference, expected: alternatives(Altitude.Reference.allCases.map(\.rawValue)),
        advice: NearestWord.question(word, among: Altitude.Reference.allCases.map(\.rawValue)))
    }
    return Altitude(.meters(meters), known)
  }
}
