import Flights
import Formats
import Foundation
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

@Suite struct `A track CSV as it is written` {
  @Test func `has the columns of the design`() {
    var text = ""
    TrackCSV(step: .seconds(1)).writeHeader(to: &text)
    #expect(
      text == "track_id,time_utc,lat_deg,lon_deg,alt_m,alt_ref,gs_mps,track_deg,vs_mps,"
        + "inside,border_distance_m,event,source_id\n")
  }

  @Test func `is the golden file, to the last digit`() throws {
    let golden = URL(filePath: #filePath).appending(path: "../../Golden").standardizedFileURL
    try expectGolden(text(of: replays(), step: .seconds(20)), in: golden, "small-tracks.csv")
  }

  @Test(arguments: [1, 7, 20, 60, 3600.0])
  func `has events at their exact times, whatever the step`(step: Double) throws {
    let rows = try self.rows(step: step).filter { $0[11] != "" }
    #expect(
      rows.map { [$0[0], $0[1], $0[9], $0[10], $0[11]] } == [
        ["through", "2015-11-24T07:23:35.000Z", "false", "6000.000", "start"],
        ["through", "2015-11-24T07:23:45.000Z", "false", "4000.000", "warning"],
        ["through", "2015-11-24T07:23:55.000Z", "false", "2000.000", "warning"],
        ["through", "2015-11-24T07:24:05.000Z", "border", "0.000", "entry"],
        ["through", "2015-11-24T07:24:32.830Z", "true", "-5528.712", "deepest"],
        ["through", "2015-11-24T07:24:45.000Z", "true", "-3131.945", "hit"],
        ["through", "2015-11-24T07:25:00.660Z", "border", "0.000", "exit"],
        ["through", "2015-11-24T07:26:05.000Z", "false", "12868.055", "end"],
        ["seen", "2015-11-24T07:24:00.000Z", "false", "5565.972", "start"],
        ["seen", "2015-11-24T07:24:30.000Z", "border", "0.000", "entry"],
        ["seen", "2015-11-24T07:25:00.000Z", "true", "-5528.714", "deepest"],
        ["seen", "2015-11-24T07:25:30.000Z", "border", "0.000", "exit"],
        ["seen", "2015-11-24T07:26:00.000Z", "false", "5565.972", "end"],
      ])
  }

  @Test(arguments: [0.4, 1, 7, 20, 60, 3600.0])
  func `has rows in rising time, and never one moment twice`(step: Double) throws {
    for id in ["through", "seen"] {
      let times = try rows(step: step).filter { $0[0] == id }.map { $0[1] }
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `has a row for each step between its ends`() throws {
    let samples = try rows(step: 20).filter { $0[0] == "through" && $0[11] == "" }.map { $0[1] }
    // From the start at 07:23:35; where an event falls on a step, its row is the sample.
    #expect(
      samples
        == ["24:15", "24:35", "24:55", "25:15", "25:35", "25:55"].map {
          "2015-11-24T07:\($0).000Z"
        })
  }

  @Test func `has the fields of a sample`() throws {
    let rows = try rows(step: 20)
    let row = try #require(rows.first { $0[1] == "2015-11-24T07:25:15.000Z" })
    // Due west at 200 m/s; on the equator a degree of longitude is 111 319.49 m and here, at
    // 0.05° N, 0.4 ppm less: 14.34 s · 200 m/s = 2868 m behind the exit at 0.1° E.
    #expect(row[0] == "through")
    #expect(row[3] == "0.0742358")
    #expect(row[4...5] == ["6000.000", "msl"])
    #expect(row[6...8] == ["200.000", "270.000", "0.000"])
    #expect(row[9...12] == ["false", "2868.055", "", "S1;map"])
  }

  @Test func `leaves empty what is not known`() throws {
    let row = try #require(try rows(step: 20).first { $0[0] == "seen" })
    #expect(row[4...5] == ["", ""])
    #expect(row[8] == "")
  }

  @Test func `names the source of a reported event, and else the track's sources`() throws {
    let rows = try rows(step: 20)
    #expect(rows.first { $0[11] == "hit" }?[12] == "S1")
    #expect(rows.first { $0[11] == "entry" }?[12] == "S1;map")
  }

  @Test func `is read again as the track that it was`() throws {
    for replay in try replays() {
      let track = replay.track.track
      let read = try TrackCSV.readOne(
        Array(text(of: [replay], step: .seconds(1)).utf8), file: "t.csv")
      #expect(read.start.time == track.start.time)
      #expect(read.end.time == track.end.time)
      for fix in read.fixes {
        let state = try #require(track.state(at: fix.time))
        // Half a unit of the seventh decimal is 6 mm, half a millisecond at 200 m/s is 10 cm.
        #expect(GeodesicLeg(from: fix.place, to: state.place).length < .meters(0.11))
        #expect(fix.altitude == state.altitude)
      }
    }
  }

  @Test func `is read again where two events fall on one moment`() throws {
    let changed = SmallScenario().changing(
      "scenario.json", #"{"after": "entry", "by": "40 s"}"#,
      to: #"{"after": "deepest", "by": "0 s"}"#)
    let csv = text(of: [try replays(changed)[0]], step: .seconds(20))
    #expect(csv.components(separatedBy: "07:24:32.830Z").count == 3)
    let track = try TrackCSV.readOne(Array(csv.utf8), file: "t.csv")
    #expect(track.fixes.count == csv.split(separator: "\n").count - 2)
  }

  private func rows(step: Double) throws -> [[String]] {
    try text(of: replays(), step: .seconds(step)).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

@Suite struct `A track CSV as it is read` {
  @Test func `needs time, latitude and longitude only`() throws {
    let track = try read(
      "lon_deg,lat_deg,time_utc\n0.25,0.05,2015-11-24T09:24:00+02:00\n0.15,-0.05,2015-11-24T07:25:00.5Z\n"
    )
    #expect(track.fixes.map(\.place.longitude.degrees) == [0.25, 0.15])
    #expect(track.fixes.map(\.place.latitude.degrees) == [0.05, -0.05])
    #expect(
      track.fixes.map(\.time.rfc3339) == ["2015-11-24T07:24:00.000Z", "2015-11-24T07:25:00.500Z"])
    #expect(track.fixes.allSatisfy { $0.altitude == nil })
  }

  @Test func `takes altitudes with what they are counted from`() throws {
    let track = try read(
      """
      time_utc,lat_deg,lon_deg,alt_m,alt_ref
      2015-11-24T07:24:00Z,0,0,6000,msl
      2015-11-24T07:24:01Z,0,0.01,,
      2015-11-24T07:24:02Z,0,0.02,5999.5,msl

      """)
    #expect(
      track.fixes.map(\.altitude) == [
        Altitude(.meters(6000), .msl), nil, Altitude(.meters(5999.5), .msl),
      ])
    let unknown = try read(
      "time_utc,lat_deg,lon_deg,alt_m\n2015-11-24T07:24:00Z,0,0,1\n2015-11-24T07:24:01Z,0,0,2\n")
    #expect(unknown.fixes.map(\.altitude?.reference) == [.unknown, .unknown])
  }

  @Test func `may have metadata, CR LF, and columns that are not needed`() throws {
    let track = try read(
      "#source=radar\r\ntrack_id,time_utc,lat_deg,lon_deg,gs_mps,sigma_h_m\r\n"
        + "a,2015-11-24T07:24:00Z,0,0,1,2\r\na,2015-11-24T07:24:01Z,0,1,1,2\r\n")
    #expect(track.fixes.count == 2)
  }

  @Test(arguments: badTracks)
  func `is refused with one sentence at the line that is wrong`(
    text: String, sentence: String
  ) throws {
    let error = #expect(throws: FormatError.self) { try read(text) }
    #expect(error?.description == "t.csv" + sentence)
  }

  private func read(_ text: String) throws -> Track {
    try TrackCSV.readOne(Array(text.utf8), file: "t.csv")
  }
}

private func replays(_ scenario: SmallScenario = SmallScenario()) throws -> [Replay] {
  var loaded = try load(scenario)
  return try loaded.resolve(loaded.scenario.tracks).map { Replay(of: $0) }
}

private func text(of replays: [Replay], step: TimeSpan) -> String {
  var text = ""
  let csv = TrackCSV(step: step)
  csv.writeHeader(to: &text)
  for replay in replays { csv.write(replay, to: &text) }
  return text
}

private let header = "track_id,time_utc,lat_deg,lon_deg\n"
private let first = "a,2015-11-24T07:24:00Z,0.05,0.25\n"

private let badTracks: [(text: String, sentence: String)] = [
  ("", ": found no header, expected a line of column names"),
  ("\n\n", ": found no header, expected a line of column names"),
  (header, ":1: found 0 fixes, expected a track; a track needs two fixes or more, not 0"),
  (header + first, ":2: found 1 fix, expected a track; a track needs two fixes or more, not 1"),
  (
    "track_id,time_utc,lat_deg\n",
    #":1: found no column "lon_deg", expected the columns track_id, time_utc, lat_deg "#
      + "and lon_deg"
  ),
  (
    "track_id,lat_deg,lon_deg\n",
    #":1: found no column "time_utc", expected the columns track_id, time_utc, "#
      + "lat_deg and lon_deg"
  ),
  (
    "track_id,time_utc,lat_deg,lon_deg,speed\n",
    #":1: found the unknown column "speed", expected native track columns"#
  ),
  (
    "track_id,time_utc,lat_dge,lon_deg\n",
    #":1: found the unknown column "lat_dge", expected native track columns; did you "#
      + #"mean "lat_deg"?"#
  ),
  (
    "track_id,time_utc,lat_deg,lat_deg,lon_deg\n",
    #":1:27: found the column "lat_deg" a second time, expected every column once"#
  ),
  (
    "timestamp,latitude,longitude\n",
    #":1: found the unknown column "timestamp", expected native track columns"#
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,NaN,0.15\n",
    #":3:24: found "NaN" in column "lat_deg", expected a finite number; leave a "#
      + "missing value empty"
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,0.05,inf\n",
    #":3:29: found "inf" in column "lon_deg", expected a finite number; leave a "#
      + "missing value empty"
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,0.05,1e999\n",
    #":3:29: found "1e999" in column "lon_deg", expected a finite number; leave a "#
      + "missing value empty"
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,0.05,east\n",
    #":3:29: found "east" in column "lon_deg", expected a finite number; leave a "#
      + "missing value empty"
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,,0.15\n",
    #":3:24: found no value in column "lat_deg", expected a value"#
  ),
  (
    header + first + "a,,0.05,0.15\n",
    #":3:3: found no value in column "time_utc", expected a value"#
  ),
  (
    header + first + "a,2015-11-24T07:25:00,0.05,0.15\n",
    #":3:3: found "2015-11-24T07:25:00" in column "time_utc", expected a time with "#
      + "its offset such as 2015-11-24T07:24:05.000Z; a time needs its offset from UTC: "
      + "end it with Z or with an offset such as +02:00"
  ),
  (
    header + first + "a,2015-11-24T07:23:59Z,0.05,0.15\n",
    #":3:3: found "2015-11-24T07:23:59Z" in column "time_utc", expected a time later "#
      + "than that of the line before"
  ),
  (
    header + first + "a,2015-11-24T07:24:00Z,0.05,0.15\n",
    #":3:3: found "2015-11-24T07:24:00Z" in column "time_utc", expected a time later "#
      + "than that of the line before"
  ),
  (
    header + first + "b,2015-11-24T07:25:00Z,0.05,0.15\n",
    #":3:1: found "b" in column "track_id", expected one track in the file"#
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,136.05,35.15\n",
    #":3:24: found "136.05" in column "lat_deg", expected a latitude in -90…90; are "#
      + "latitude and longitude swapped?"
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,36.05,235.15\n",
    #":3:30: found "235.15" in column "lon_deg", expected a longitude in -180…180"#
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,0.05\n",
    ":3: found 3 fields, expected 4 as in the header"
  ),
  (
    header + first + "a,2015-11-24T07:25:00Z,0.05,0.15,1\n",
    ":3: found 5 fields, expected 4 as in the header"
  ),
  (
    header + first + "\"a,2015-11-24T07:25:00Z,0.05,0.15\n",
    ":3:1: found a quote that is never closed, expected a closing quote"
  ),
  (
    "time_utc,lat_deg,lon_deg,alt_m,alt_ref\n2015-11-24T07:24:00Z,0,0,6000,mls\n",
    #":2:31: found "mls" in column "alt_ref", expected pressure, msl, ellipsoid, agl "#
      + #"or unknown; did you mean "msl"?"#
  ),
  (
    "time_utc,lat_deg,lon_deg,alt_m\n2015-11-24T07:24:00Z,0,0,high\n",
    #":2:26: found "high" in column "alt_m", expected a finite number; leave a "#
      + "missing value empty"
  ),
  (
    "time_utc,lat_deg,lon_deg,alt_m,alt_ref\n2015-11-24T07:24:00Z,0,0,1,msl\n"
      + "2015-11-24T07:24:01Z,0,0,1,agl\n",
    ":3: found 2 fixes, expected a track; the altitudes of a track must have one "
      + "reference"
  ),
]
