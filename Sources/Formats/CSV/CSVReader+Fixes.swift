import Geodesy
import Quantities

/// Fields of track files that must be there.
extension CSVReader {
  /// The place of a column that a track file must have.
  func neededColumn(_ name: String) throws(FormatError) -> Int {
    guard let column = column(name) else {
      let others = columns.filter { !TrackCSV.columns.contains($0) }
      throw FormatError(
        file: file, place: .line(line, column: nil), found: "no column \(name.excerpt)",
        expected: "the columns track_id, time_utc, lat_deg and lon_deg",
        advice: NearestWord.to(name, among: others).map { "is it written \($0.excerpt)?" })
    }
    return column
  }

  /// The number in a field that must have one.
  func neededNumber(_ field: Int) throws(FormatError) -> Double {
    guard let number = try number(field) else { throw missingValue(field) }
    return number
  }

  /// The moment in a field that must have one.
  func neededInstant(_ field: Int) throws(FormatError) -> Instant {
    guard let instant = try instant(field) else { throw missingValue(field) }
    return instant
  }

  func missingValue(_ field: Int) -> FormatError { error(field, expected: "a value") }

  /// Degrees north and east, in −90…90 and −180…180.
  func degrees(
    latitude: Int, longitude: Int
  ) throws(FormatError) -> (north: Double, east: Double) {
    let north = try neededNumber(latitude)
    let east = try neededNumber(longitude)
    guard abs(east) <= 180 else { throw error(longitude, expected: "a longitude in -180…180") }
    guard abs(north) <= 90 else {
      throw error(
        latitude, expected: "a latitude in -90…90",
        advice: "are latitude and longitude swapped?")
    }
    return (north, east)
  }

  func place(latitude: Int, longitude: Int) throws(FormatError) -> GeodeticCoordinate {
    let (north, east) = try degrees(latitude: latitude, longitude: longitude)
    return GeodeticCoordinate(knownLatitude: north, longitude: east)
  }
}
