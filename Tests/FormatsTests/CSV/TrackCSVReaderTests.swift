import Flights
import Formats
import Foundation
import Geodesy
import Quantities
import Testing

@Suite struct `A CSV of many tracks` {
  @Test func `is read track by track`() throws {
    let tracks = try read(
      header + row("a", 0) + row("a", 1, "0.5", "-0.25") + row("b", 0) + row("c", 5) + row("c", 7))
    #expect(tracks.map(\.id) == ["a", "b", "c"])
    #expect(tracks.map(\.fixes.count) == [2, 1, 2])
    #expect(tracks[0].fixes.places.latitudes == [0.05, 0.5])
    #expect(tracks[0].fixes.places.longitudes == [0.25, -0.25])
    #expect(
      tracks[2].fixes.times.map(\.rfc3339)
        == ["2015-11-24T07:24:05.000Z", "2015-11-24T07:24:07.000Z"])
  }

  @Test func `may have its columns in any order, and others among them`() throws {
    let tracks = try read(
      "callsign,lon_deg,time_utc,#squawk,lat_deg,track_id\n"
        + "X,0.25,2015-11-24T09:24:00+02:00,7000,0.05,a\n"
        + "X,0.26,2015-11-24T07:24:01.5Z,,0.05,a\n")
    #expect(tracks.map(\.id) == ["a"])
    #expect(tracks[0].fixes.places.longitudes == [0.25, 0.26])
    #expect(tracks[0].fixes.times[0].rfc3339 == "2015-11-24T07:24:00.000Z")
  }

  @Test(arguments: [
    "\u{FEFF}" + header + row("a", 0) + row("a", 1),
    (header + row("a", 0) + row("a", 1)).replacing("\n", with: "\r\n"),
    String((header + row("a", 0) + row("a", 1)).dropLast()),
    "#source=radar\n" + header + row("a", 0) + "\n\n" + row("a", 1) + "\n",
    header + row("\"a\"", 0) + "\"a\",\"2015-11-24T07:24:01Z\",\"0.05\",\"0.25\"\n",
  ])
  func `may be written in the usual ways`(text: String) throws {
    let tracks = try read(text)
    #expect(tracks.map(\.id) == ["a"])
    #expect(tracks.first?.fixes.count == 2)
  }

  @Test func `may have ids with commas, quotes and line breaks`() throws {
    let tracks = try read(
      header + row("\"x, \"\"y\"\"\nz\"", 0) + row("\"x, \"\"y\"\"\nz\"", 1) + row("\"x\"", 0))
    #expect(tracks.map(\.id) == ["x, \"y\"\nz", "x"])
    #expect(tracks.map(\.fixes.count) == [2, 1])
  }

  @Test func `may have a header and no rows`() throws {
    #expect(try read(header).isEmpty)
    #expect(try read(String(header.dropLast())).isEmpty)
  }

  @Test func `may tell a fix twice`() throws {
    #expect(try read(header + row("a", 0) + row("a", 0) + row("a", 1))[0].fixes.count == 2)
  }

  @Test func `may tell events of one moment, as replays are written`() throws {
    let tracks = try read(
      "track_id,time_utc,lat_deg,lon_deg,event\n"
        + "a,2015-11-24T07:24:00Z,0,0.1000000,entry\n"
        + "a,2015-11-24T07:24:00Z,0,0.1000001,warning\n" + "a,2015-11-24T07:24:01Z,0,0.2,\n")
    #expect(tracks[0].fixes.places.longitudes == [0.1, 0.2])
  }

  @Test func `may go to the limits of the map`() throws {
    let tracks = try read(
      header + row("a", 0, "90", "180") + row("a", 1, "-90", "-180") + row("a", 2, "0", "-0"))
    #expect(tracks[0].fixes.count == 3)
  }

  @Test(arguments: badFiles)
  func `is refused in one sentence with line and column`(text: String, sentence: String) throws {
    let error = #expect(throws: FormatError.self) { try read(text) }
    #expect(error?.description == "t.csv" + sentence)
  }

  @Test func `gives the tracks before the one that is wrong`() throws {
    var reader = try TrackCSVReader(
      Array((header + row("a", 0) + row("b", 1) + row("b", 0)).utf8), file: "t.csv")
    #expect(try reader.next()?.id == "a")
    #expect(throws: FormatError.self) { try reader.next() }
  }
}

@Suite struct `A CSV of many tracks in a file` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// More than one piece of what is read at a time, so that pieces end within rows.
  @Test func `is read the same in pieces`() throws {
    let text =
      header
      + (0..<3000).map { track in (0..<5).map { row("track-\(track)", $0) }.joined() }.joined()
    try folder.write(text, to: "t.csv")
    var reader = try TrackCSVReader(FileInput(path: folder.path("t.csv")))
    var read: [TrackCSVReader.Entry] = []
    while let track = try reader.next() { read.append(track) }
    #expect(read.count == 3000)
    let whole = try FormatsTests.read(text)
    #expect(read == whole)
  }

  @Test func `tells before each read that it may wait`() throws {
    try folder.write(header + row("a", 0), to: "t.csv")
    let input = try FileInput(path: folder.path("t.csv"))
    var reads = 0
    input.beforeReading = { reads += 1 }
    var reader = try TrackCSVReader(input)
    #expect(reads > 0)
    let before = reads
    #expect(try reader.next() != nil)
    #expect(reads > before)
  }

  @Test func `must be there and be no folder`() throws {
    let (path, missing) = (folder.path, folder.path("nothing"))
    #expect(throws: FileReadingError.isDirectory(path: path)) { try FileInput(path: path) }
    #expect(throws: FileReadingError.noSuchFile(path: missing)) { try FileInput(path: missing) }
  }

  @Test func `may be a pipe`() throws {
    let path = folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      try? (header + row("a", 0)).write(toFile: path, atomically: false, encoding: .utf8)
    }
    writer.start()
    var reader = try TrackCSVReader(FileInput(path: path))
    #expect(try reader.next()?.id == "a")
    #expect(try reader.next() == nil)
  }
}

private func read(_ text: String) throws -> [TrackCSVReader.Entry] {
  var reader = try TrackCSVReader(Array(text.utf8), file: "t.csv")
  var tracks: [TrackCSVReader.Entry] = []
  while let track = try reader.next() { tracks.append(track) }
  return tracks
}

private let header = "track_id,time_utc,lat_deg,lon_deg\n"

/// A row at a second after 07:24.
private func row(
  _ id: String, _ second: Int, _ latitude: String = "0.05", _ longitude: String = "0.25"
) -> String {
  "\(id),2015-11-24T07:24:\(second < 10 ? "0" : "")\(second)Z,\(latitude),\(longitude)\n"
}

private let badFiles: [(text: String, sentence: String)] = [
  ("", ": found no header, expected a line of column names"),
  ("\u{FEFF}", ": found no header, expected a line of column names"),
  ("\n\n", ": found no header, expected a line of column names"),
  (
    "hello\n",
    #":1: found no column "track_id", expected the columns track_id, time_utc, lat_deg and "#
      + "lon_deg"
  ),
  (
    "\ntrack_id,time_utc,latdeg,lon_deg\n",
    #":2: found no column "lat_deg", expected the columns track_id, time_utc, lat_deg and "#
      + #"lon_deg; is it written "latdeg"?"#
  ),
  (
    header + row("a", 0) + row("b", 0) + row("a", 1),
    #":4:1: found "a" in column "track_id", expected a track that has not ended before; the rows "#
      + "of a track must stand together"
  ),
  (
    header + row("a", 5) + row("a", 4),
    #":3:3: found "2015-11-24T07:24:04Z" in column "time_utc", expected a time later than "#
      + #"2015-11-24T07:24:05.000Z, the one before of track "a"; the rows of a track must stand "#
      + "in rising time"
  ),
  (
    header + row("a", 5) + row("a", 5, "0.06"),
    #":3:3: found "2015-11-24T07:24:05Z" in column "time_utc", expected a time later than "#
      + #"2015-11-24T07:24:05.000Z, the one before of track "a", or the same place again; the "#
      + "rows of a track must stand in rising time"
  ),
  (
    header + row("", 5),
    #":2:1: found no value in column "track_id", expected a value"#
  ),
  (
    header + row("a", 5) + row("", 6),
    #":3:1: found no value in column "track_id", expected a value"#
  ),
  (
    header + "a,,0.05,0.25\n",
    #":2:3: found no value in column "time_utc", expected a value"#
  ),
  (
    header + row("a", 5, "", "0.25"),
    #":2:24: found no value in column "lat_deg", expected a value"#
  ),
  (
    header + row("a", 5, "NaN"),
    #":2:24: found "NaN" in column "lat_deg", expected a finite number; leave a missing value "#
      + "empty"
  ),
  (
    header + row("a", 5, "0", "-inf"),
    #":2:26: found "-inf" in column "lon_deg", expected a finite number; leave a missing value "#
      + "empty"
  ),
  (
    header + row("a", 5, "0", "1e400"),
    #":2:26: found "1e400" in column "lon_deg", expected a finite number; leave a missing value "#
      + "empty"
  ),
  (
    header + row("a", 5, "90.0000001"),
    #":2:24: found "90.0000001" in column "lat_deg", expected a latitude in -90…90; are "#
      + "latitude and longitude swapped?"
  ),
  (
    header + row("a", 5, "0", "180.1"),
    #":2:26: found "180.1" in column "lon_deg", expected a longitude in -180…180"#
  ),
  (
    header + "a,2015-11-24T07:24:05,0,0\n",
    #":2:3: found "2015-11-24T07:24:05" in column "time_utc", expected a time with its offset "#
      + "such as 2015-11-24T07:24:05.000Z; a time needs its offset from UTC: end it with Z or "
      + "with an offset such as +02:00"
  ),
  (
    header + "a,1448349845,0,0\n",
    #":2:3: found "1448349845" in column "time_utc", expected a time with its offset such as "#
      + "2015-11-24T07:24:05.000Z; a time is written as 2015-11-24T09:24:05+02:00 (RFC 3339)"
  ),
  (header + row("a", 0) + "a,2015\n", ":3: found 2 fields, expected 4 as in the header"),
  (header + "\"a,2015\n", ":2:1: found a quote that is never closed, expected a closing quote"),
]
