import Foundation
import TestSupport
import Testing

@Suite struct `A screen` {
  @Test func `of the scenario's tracks is the golden file`() throws {
    let outcome = try Shipped.screen.get()
    #expect(outcome.errors == "")
    #expect(outcome.code == 0)
    try expectGolden(
      outcome.output, in: Shipped.folder.appending(path: "expected"), "screen.csv")
  }

  /// What the replay prints of the same path: 17.00 s, 2.770 km, 1.257 km.
  @Test func `finds what the replay found`() throws {
    let rows = try Shipped.screen.get().output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let row = try #require(rows.first { $0[0] == "letter-depth" })
    #expect(row[1...4] == ["turkey", "1", "2015-11-24T07:24:05.000Z", "2015-11-24T07:24:22.000Z"])
    #expect(row[5] == "17.000")
    #expect(row[7] == "1256.550")
    let length = try #require(Double(row[6]))
    #expect(abs(length - 2770.2) < 0.1)
    #expect(row[13] == "true")
    for track in ["letter-length", "us-two-mile", "quartz-tracing"] {
      #expect(rows.first { $0[0] == track }?[5] == "17.000")
    }
    #expect(rows.first { $0[0] == "ku-leuven" }?[5] == "7.346")
    #expect(!rows.contains { $0[0] == "russian-map" })
  }

  @Test(arguments: [["tracks.csv"], ["-"], [], ["--csv"], ["tracks.csv", "--csv"]])
  func `reads a file or standard input`(words: [String]) throws {
    let isFile = words.contains("tracks.csv")
    let outcome = try screen(tracks, words, input: isFile ? "" : tracks)
    #expect(outcome.errors == "")
    #expect(outcome.code == 0)
    #expect(outcome.output == crossings)
    #expect(outcome.filesLeft.isEmpty)
  }

  @Test func `is the same bytes again`() throws {
    #expect(try screen(tracks).output == screen(tracks).output)
  }

  @Test func `has only the header where nothing crosses`() throws {
    for text in [header, header + row("a", 0, 50), String(header.dropLast())] {
      let outcome = try screen(text)
      #expect(outcome.code == 0)
      #expect(outcome.output == columns)
    }
  }

  @Test(arguments: badTracks)
  func `of bad tracks ends with 65 and whole rows of the tracks before`(
    text: String, output: String, sentence: String
  ) throws {
    let outcome = try screen(text)
    #expect(outcome.code == 65)
    #expect(outcome.output == output)
    #expect(outcome.errors == "overflight: \(sentence)\n")
    #expect(outcome.filesLeft.isEmpty)
  }

  @Test(arguments: badBorders)
  func `against a bad border ends with 65 and nothing`(text: String, sentence: String) throws {
    let outcome = try screen(tracks, border: text)
    #expect(outcome.code == 65)
    #expect(outcome.output == "")
    #expect(outcome.errors == "overflight: \(sentence)\n")
  }

  @Test func `stops where a track leaves an extract, and names track, airspace and time`() throws {
    let outcome = try screen(
      header + row("short", 0, 19.99) + row("short", 20, 20.01) + row("long", 0, 19.9)
        + row("long", 250, 20.15) + row("last", 0, 20),
      border: extract)
    #expect(outcome.code == 65)
    #expect(
      outcome.output == columns
        + "short,cut,1,2031-05-06T00:00:10.000Z,,10.000,1113.195,1113.195,"
        + "0.0000000,20.0000000,,,1,false\n")
    let words =
      "overflight: track \"long\": airspace \"cut\": at 2031-05-06T00:03:20.000Z, from fix 1 on, it "
      + "leaves the window of the border data, at latitude "
    #expect(outcome.errors.hasPrefix(words))
    #expect(outcome.errors.wholeMatch(of: /[^\n]+, or cut the track there\n/) != nil)
  }

  @Test(arguments: [
    (["--border", "none.geojson", "tracks.csv"], "none.geojson: there is no such file"),
    (["--border", "border.geojson", "none.csv"], "none.csv: there is no such file"),
  ])
  func `knows no file that is not there`(words: [String], sentence: String) throws {
    let outcome = try BuiltProgram.run(["screen"] + words, in: writeInputs(tracks, squares))
    #expect(outcome.code == 66)
    #expect(outcome.output == "")
    #expect(outcome.errors == "overflight: \(sentence)\n")
  }

  @Test func `needs a border`() throws {
    let outcome = try BuiltProgram.run(["screen", "tracks.csv"])
    #expect(outcome.code == 64)
    #expect(
      outcome.errors
        == "overflight: the option --border FILE.geojson is missing; see overflight screen --help\n"
    )
  }

  @Test func `waits for nobody to type tracks`() throws {
    let outcome = try BuiltProgram.run(
      ["screen", "--border", "border.geojson"], terminal: URL(filePath: "/dev/ptmx"),
      in: writeInputs(tracks, squares))
    #expect(outcome.code == 64)
    #expect(
      outcome.errors
        == "overflight: the argument TRACKS.csv is missing; see overflight screen --help\n")
  }

  @Test func `that nobody reads any more is no error`() throws {
    let many = header + (0..<2000).map { row("t\($0)", 0, 20.05) }.joined()
    let outcome = try BuiltProgram.run(
      ["screen", "--border", "border.geojson", "-"], input: many, output: .closedPipe,
      in: writeInputs("", squares))
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
  }

  @Test func `that finds a full disk ends with code 74`() throws {
    let outcome = try BuiltProgram.run(
      ["screen", "--border", "border.geojson", "tracks.csv"], output: .fullDisk,
      in: writeInputs(tracks, squares))
    #expect(outcome.code == 74)
  }
}

extension Shipped {
  /// The tracks of the replay, screened against the Turkish border.
  fileprivate static let screen = Result {
    let border = folder.appending(path: "borders/osm-2026-turkey.geojson")
    return try BuiltProgram.run(
      ["screen", "--border", border.path, "-"],
      input: try BuiltProgram.run(["replay", "--csv", "-"]).output)
  }
}

private func screen(
  _ tracks: String, _ words: [String] = ["tracks.csv"], input: String = "",
  border: String = squares
) throws -> BuiltProgram.Outcome {
  try BuiltProgram.run(
    ["screen", "--border", "border.geojson"] + words, input: input,
    in: writeInputs(tracks, border))
}

private func writeInputs(_ tracks: String, _ border: String) -> (URL) throws -> Void {
  { folder in
    try Data(tracks.utf8).write(to: folder.appending(path: "tracks.csv"))
    try Data(border.utf8).write(to: folder.appending(path: "border.geojson"))
  }
}

private let columns =
  "track_id,airspace,crossing,entry_time,exit_time,duration_s,length_m,max_depth_m,"
  + "entry_lat_deg,entry_lon_deg,exit_lat_deg,exit_lon_deg,fixes_inside,complete\n"

private let header = "track_id,time_utc,lat_deg,lon_deg\n"

/// A fix on the equator, so many seconds after midnight.
private func row(_ id: String, _ seconds: Int, _ longitude: Double) -> String {
  let time = String(format: "%02d:%02d", seconds / 60, seconds % 60)
  return "\(id),2031-05-06T00:\(time)Z,0,\(longitude)\n"
}

/// A strip of the meridians `west` to `east`, half a degree to either side of the equator.
private func feature(_ id: String, _ west: Double, _ east: Double, _ more: String = "") -> String {
  #"{"type": "Feature", "id": "\#(id)", "properties": {\#(more)}, "geometry": {"#
    + #""type": "Polygon", "coordinates": [[[\#(west), -0.5], [\#(east), -0.5], [\#(east), 0.5], "#
    + "[\(west), 0.5], [\(west), -0.5]]]}}"
}

private func collection(_ features: String...) -> String {
  #"{"type": "FeatureCollection", "features": [\#(features.joined(separator: ", "))]}"#
}

/// Two airspaces that overlap, the eastern one first.
private let squares = collection(feature("east", 20.05, 20.2), feature("west", 20, 20.1))

private let extract = collection(
  feature("cut", 20, 20.1, #""window": [19, -1, 20.1, 1], "whole_bounds": [20, -0.5, 20.2, 0.5]"#))

/// At a thousandth of a degree a second: one track through both airspaces, one into the western one
/// and back twice, one that begins and ends inside of it.
private let tracks =
  header + row("through", 0, 19.9) + row("through", 400, 20.3)
  + row("twice", 0, 19.98) + row("twice", 40, 20.02) + row("twice", 80, 19.98)
  + row("twice", 110, 20.01) + row("twice", 130, 19.99)
  + row("within", 0, 20.01) + row("within", 30, 20.04)

/// In meters, a thousandth of a degree of the equator is 6 378 137·π/180 000 = 111.319 490 793.
private let crossings =
  columns
  + "through,east,1,2031-05-06T00:02:30.000Z,2031-05-06T00:05:00.000Z,150.000,16697.924,8348.962,"
  + "0.0000000,20.0500000,0.0000000,20.2000000,0,true\n"
  + "through,west,1,2031-05-06T00:01:40.000Z,2031-05-06T00:03:20.000Z,100.000,11131.949,5565.975,"
  + "0.0000000,20.0000000,0.0000000,20.1000000,0,true\n"
  + "twice,west,1,2031-05-06T00:00:20.000Z,2031-05-06T00:01:00.000Z,40.000,4452.780,2226.390,"
  + "0.0000000,20.0000000,0.0000000,20.0000000,1,true\n"
  + "twice,west,2,2031-05-06T00:01:40.000Z,2031-05-06T00:02:00.000Z,20.000,2226.390,1113.195,"
  + "0.0000000,20.0000000,0.0000000,20.0000000,1,true\n"
  + "within,west,1,,,30.000,3339.585,4452.780,,,,,2,false\n"

private let within = "within,west,1,,,30.000,3339.585,4452.780,,,,,2,false\n"
private let withinRows = row("within", 0, 20.01) + row("within", 30, 20.04)

private let badTracks: [(text: String, output: String, sentence: String)] = [
  (
    header + withinRows + row("b", 0, 30) + row("within", 40, 20.05),
    columns + within,
    #"tracks.csv:5:1: found "within" in column "track_id", expected a track that has not ended "#
      + "before; the rows of a track must stand together"
  ),
  (
    header + withinRows + row("b", 10, 30) + row("b", 9, 30) + row("c", 0, 30),
    columns + within,
    #"tracks.csv:5:3: found "2031-05-06T00:00:09Z" in column "time_utc", expected a time later "#
      + #"than 2031-05-06T00:00:10.000Z, the one before of track "b"; the rows of a track must "#
      + "stand in rising time"
  ),
  (
    header + withinRows + row("b", 0, 30) + "b,2031-05-06T00:00:01Z,nan,30\n",
    columns + within,
    #"tracks.csv:5:24: found "nan" in column "lat_deg", expected a finite number; leave a "#
      + "missing value empty"
  ),
  (
    header + withinRows + "within,2031-05-06T00:00:40Z,91,30\n", "",
    #"tracks.csv:4:29: found "91" in column "lat_deg", expected a latitude in -90…90; are "#
      + "latitude and longitude swapped?"
  ),
  (
    "id;time;lat;lon\n", "",
    #"tracks.csv:1: found no column "track_id", expected the columns track_id, time_utc, "#
      + "lat_deg and lon_deg"
  ),
  ("", "", "tracks.csv: found no header, expected a line of column names"),
]

private let badBorders: [(text: String, sentence: String)] = [
  (
    collection(feature("x", 20, 21), feature("x", 22, 23)),
    #"border.geojson:1:214: $.features[1]: found a second airspace "x", after $.features[0] in "#
      + #"line 1, expected airspaces of different names; give each feature an "id" of its own, or "#
      + "make them one MultiPolygon"
  ),
  (
    #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}"#,
    #"border.geojson:1:42: $.geometry.type: found "Point", expected "Polygon" or "MultiPolygon""#
  ),
  (
    #"{"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}"#,
    "border.geojson:1:38: $.coordinates[0][0]: found the edges from part 0, ring 0, vertex 0 "
      + "(0.0, 0.0) and from part 0, ring 0, vertex 2 (1.0, 0.0) cross, expected a border that is "
      + "valid"
  ),
  (
    "border",
    #"border.geojson:1:1: found "border", expected a value; a text stands in double quotes"#
  ),
]
