import Geodesy
import Incidents

extension EditedPathFile {
  func csvPath(_ bytes: [UInt8]) throws(FormatError) -> EditedPath {
    let header = try CSVReader(bytes, file: file, options: .init(acceptsMetadata: true))
    let rows = try rowsTaken(bytes)
    guard header.column("time_utc") != nil else {
      return .places(try places(bytes, ofTrack: rows))
    }
    return .timed(try TrackCSV.readOne(bytes, file: file, ofTrack: rows))
  }

  /// The id of the rows that are taken; nothing where the file has one track.
  private func rowsTaken(_ bytes: [UInt8]) throws(FormatError) -> String? {
    var csv = try CSVReader(bytes, file: file, options: .init(acceptsMetadata: true))
    guard let column = csv.column("track_id") else { return nil }
    var ids: Set<String> = []
    var first: [String] = []
    while try csv.advance() {
      let id = csv.string(column) ?? ""
      if ids.insert(id).inserted, first.count < 3 { first.append(id) }
      if ids.count > 1, ids.contains(track) { return track }
    }
    guard ids.count > 1 else { return nil }
    let named = first.map(\.excerpt).joined(separator: ", ") + (ids.count > 3 ? ", …" : "")
    throw FormatError(
      file: file, place: .wholeFile, found: "several tracks, \(named)",
      expected: "one track, or one of the id \(track.excerpt)",
      advice: "keep the rows of one track only")
  }

  private func places(
    _ bytes: [UInt8], ofTrack id: String?
  ) throws(FormatError) -> [GeodeticCoordinate] {
    var csv = try CSVReader(bytes, file: file, options: .init(acceptsMetadata: true))
    let columns = (
      latitude: try csv.placeColumn("lat_deg"), longitude: try csv.placeColumn("lon_deg"),
      id: csv.column("track_id")
    )
    if let unknown = csv.columns.first(where: { !TrackCSV.knownColumns.contains($0) }) {
      throw FormatError(
        file: file, place: .line(csv.line, column: nil),
        found: "the unknown column \(unknown.excerpt)", expected: "native track columns",
        advice: NearestWord.question(unknown, among: TrackCSV.knownColumns))
    }
    var list = PlaceList(file: file)
    var lastLine = csv.line
    while try csv.advance() {
      if let id, let column = columns.id, !csv.isText(column, id) { continue }
      let place = try csv.place(latitude: columns.latitude, longitude: columns.longitude)
      lastLine = csv.line
      try list.append(place) { .line(lastLine, column: nil) }
    }
    return try list.checked { .line(lastLine, column: nil) }
  }
}

extension CSVReader {
  /// The place of a column that a path without times must have.
  fileprivate func placeColumn(_ name: String) throws(FormatError) -> Int {
    guard let column = column(name) else {
      let others = columns.filter { !TrackCSV.columns.contains($0) }
      throw FormatError(
        file: file, place: .line(line, column: nil), found: "no column \(name.excerpt)",
        expected: "the columns lat_deg and lon_deg, and time_utc where the path has times",
        advice: NearestWord.to(name, among: others).map { "is it written \($0.excerpt)?" }
          ?? "name the columns so in the first line")
    }
    return column
  }
}
