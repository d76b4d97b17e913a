public import Flights
import Geodesy
import Quantities

/// Reads a file of many tracks in native columns, one track after the other.
///
/// Needed are `track_id`, `time_utc`, `lat_deg` and `lon_deg`, in any order; other columns are
/// passed over. The rows of a track stand together and in rising time. A row that tells the moment
/// and place of the one before it once more is the same fix; and so is one of the same moment with
/// an `event`, as `TrackCSV` writes it where two events fall together.
///
/// One track is held at a time, and the ids of all that were read: 24 bytes a fix, and some 50 an
/// id of up to 15 bytes.
public struct TrackCSVReader {
  /// A track of the file: its id and its fixes.
  public struct Entry: Hashable, Sendable {
    public let id: String
    public let fixes: TimedPlaces
  }

  private let input: FileInput?
  private var csv: CSVReader
  private let columns: Columns
  /// Whether the reader stands on a row that was not taken yet.
  private var isOnRow = false
  private var ids: Set<String> = []

  /// Takes in the header.
  ///
  /// - Throws: ``FormatError`` at what is wrong with it, or ``FileReadingError``.
  public init(_ input: FileInput) throws {
    do {
      let csv = try CSVReader([], file: input.name, options: .init(acceptsMetadata: true)) {
        buffer in input.read(into: &buffer)
      }
      try self.init(csv, input)
    } catch {
      throw input.failure ?? error
    }
  }

  /// The same, of a text in memory.
  package init(_ bytes: [UInt8], file: String) throws(FormatError) {
    try self.init(
      try CSVReader(bytes, file: file, options: .init(acceptsMetadata: true)), nil)
  }

  private init(_ csv: CSVReader, _ input: FileInput?) throws(FormatError) {
    columns = try Columns(csv)
    self.csv = csv
    self.input = input
  }

  /// The next track; nothing at the end.
  ///
  /// A track whose last row is followed by one that is wrong but names another track is given
  /// first; the error comes at the next call. After an error the reader is spent.
  ///
  /// - Throws: ``FormatError`` with line and column, or ``FileReadingError``.
  public mutating func next() throws -> Entry? {
    do {
      let entry = try readTrack()
      // A read that failed looks like the end of the file, and so of the track.
      if !isOnRow, let failure = input?.failure { throw failure }
      return entry
    } catch {
      throw input?.failure ?? error
    }
  }

  private mutating func readTrack() throws(FormatError) -> Entry? {
    if !isOnRow { isOnRow = try csv.advance() }
    guard isOnRow else { return nil }
    guard let id = csv.string(columns.id) else { throw csv.missingValue(columns.id) }
    guard ids.insert(id).inserted else {
      throw csv.error(
        columns.id, expected: "a track that has not ended before",
        advice: "the rows of a track must stand together")
    }
    var fixes = Fixes()
    repeat {
      try fixes.append(csv, columns, ofTrack: id)
      isOnRow = try csv.advance()
    } while isOnRow && csv.isText(columns.id, id)
    return Entry(id: id, fixes: fixes.checked())
  }
}

/// Where the columns are.
private struct Columns {
  let id: Int
  let time: Int
  let latitude: Int
  let longitude: Int
  let event: Int?

  init(_ csv: CSVReader) throws(FormatError) {
    id = try csv.neededColumn("track_id")
    time = try csv.neededColumn("time_utc")
    latitude = try csv.neededColumn("lat_deg")
    longitude = try csv.neededColumn("lon_deg")
    event = csv.column("event")
  }
}

/// The fixes of a track while it is read.
private struct Fixes {
  private var times: [Instant] = []
  private var latitudes: [Double] = []
  private var longitudes: [Double] = []

  mutating func append(
    _ csv: borrowing CSVReader, _ columns: Columns, ofTrack id: String
  ) throws(FormatError) {
    let time = try csv.neededInstant(columns.time)
    let (north, east) = try csv.degrees(latitude: columns.latitude, longitude: columns.longitude)
    if let last = times.last, time <= last {
      let isSameFix =
        columns.event.map { !csv.isMissing($0) } ?? false
        || north == latitudes.last && east == longitudes.last
      guard time == last, isSameFix else {
        let orAgain = time == last ? ", or the same place again" : ""
        throw csv.error(
          columns.time,
          expected: "a time later than \(last.rfc3339), the one before of track \(id.excerpt)"
            + orAgain,
          advice: "the rows of a track must stand in rising time")
      }
      return
    }
    guard times.count < TrackCSV.fixLimit else {
      throw csv.error(
        columns.time, expected: "at most \(TrackCSV.fixLimit) fixes in track \(id.excerpt)")
    }
    times.append(time)
    latitudes.append(north)
    longitudes.append(east)
  }

  /// The fixes as a value that is valid, since each of them was looked at.
  func checked() -> TimedPlaces {
    do {
      return try TimedPlaces(
        times: times, places: Places(latitudes: latitudes, longitudes: longitudes))
    } catch {
      preconditionFailure("every fix was checked when it was read: \(error)")
    }
  }
}
