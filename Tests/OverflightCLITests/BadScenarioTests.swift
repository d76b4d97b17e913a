import Foundation
import TestSupport
import Testing

@Suite struct `A bad scenario` {
  @Test(arguments: badScenarios)
  func `gives one sentence with its place, an exit code, and nothing else`(
    bad: BadScenario
  ) throws {
    for command in [["check"], ["replay", "--csv", "out.csv"]] {
      let outcome = try BuiltProgram.run(
        [command[0], "bad"] + command.dropFirst(), in: bad.write)
      #expect(outcome.errors == "overflight: \(bad.sentence)\n", "\(command)")
      #expect(outcome.code == bad.code, "\(command)")
      #expect(outcome.output == "", "\(command)")
      #expect(outcome.filesLeft.isEmpty, "\(command) \(outcome.filesLeft.keys)")
    }
  }

  @Test(arguments: badScenarios)
  func `is refused by validate in the same words`(bad: BadScenario) throws {
    let outcome = try BuiltProgram.run(["scenario", "validate", "bad"], in: bad.write)
    #expect(outcome.errors == "overflight: \(bad.sentence)\n")
    #expect(outcome.code == bad.code)
    #expect(outcome.output == "")
    #expect(outcome.filesLeft.isEmpty)
  }

  @Test(arguments: [["check"], ["replay"], ["scenario", "validate"], ["scenario", "show"]])
  func `is good again once nothing is changed`(command: [String]) throws {
    let outcome = try BuiltProgram.run(command + ["good"]) { folder in
      try SmallScenario().write(to: folder.appending(path: "good"))
    }
    #expect(outcome.errors == "")
    #expect(outcome.code == 0)
    #expect(outcome.filesLeft.isEmpty)
  }

  @Test func `with a statement without a source is read and stamped when that is allowed`() throws {
    for command in ["check", "replay"] {
      let outcome = try BuiltProgram.run([command, "bad", "--allow-unsourced"]) { folder in
        try SmallScenario().changing("claims.json", #""sources": ["map"], "#, to: "")
          .write(to: folder.appending(path: "bad"))
      }
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("NOT EVERY STATEMENT HERE HAS A SOURCE (--allow-unsourced)"))
    }
  }
}

/// A scenario that is wrong in one place, and what the program says of it.
struct BadScenario: CustomTestStringConvertible, Sendable {
  let name: String
  let scenario: SmallScenario
  /// A file that is replaced by a symbolic link to a copy of itself outside the folder.
  var link: String?
  let code: Int32
  let sentence: String

  var testDescription: String { name }

  func write(to folder: URL) throws {
    let inside = folder.appending(path: "bad")
    try scenario.write(to: inside)
    guard let link else { return }
    let outside = folder.appending(path: "outside")
    try scenario.write(to: outside)
    try FileManager.default.removeItem(at: inside.appending(path: link))
    try FileManager.default.createSymbolicLink(
      at: inside.appending(path: link), withDestinationURL: outside.appending(path: link))
  }
}

private let small = SmallScenario()
private let ring = """
          [0.1, 0.0],
          [0.2, 0.0],
          [0.2, 0.1],
          [0.1, 0.1],
          [0.1, 0.0]
  """
private let bowTie = """
          [0.1, 0.0],
          [0.2, 0.1],
          [0.2, 0.0],
          [0.1, 0.1],
          [0.1, 0.0]
  """
private let rule = "scenario files may name only files inside their folder"

private let badScenarios: [BadScenario] = [
  BadScenario(
    name: "a wrong unit in the scenario",
    scenario: small.changing("scenario.json", "720 km/h", to: "720 kmh"), code: 78,
    sentence:
      #"bad/scenario.json:55:24: $.tracks[0].path.groundSpeed: found "720 kmh", expected a "#
      + #"speed in m/s, km/h, kt or mph; did you mean "km/h"?"#),
  BadScenario(
    name: "a turn for which a leg is too short",
    scenario: small.changing(
      "scenario.json",
      """
      "straight": {
                  "through": "gate", "trackAngle": "270 deg true",
                  "before": "30 s", "after": "120 s",
                },
      """,
      to: #""waypoints": ["gate", "tip", "gate"], "turn": {"bank": "30 deg"}"#), code: 78,
    sentence:
      #"bad/scenario.json:50:33: $.tracks[0].path.course.waypoints[1]: found a turn that takes "#
      + "endlessly much of a leg with 12429 m for it, expected legs long enough for it; bank more, "
      + "fly slower or move the waypoints apart"),
  BadScenario(
    name: "a unit of another kind",
    scenario: small.changing("scenario.json", "720 km/h", to: "720 km"), code: 78,
    sentence:
      #"bad/scenario.json:55:24: $.tracks[0].path.groundSpeed: found "720 km", expected a "#
      + #"speed in m/s, km/h, kt or mph; "km" is a unit of length, not of speed"#),
  BadScenario(
    name: "a wrong unit in the claims",
    scenario: small.changing("claims.json", "60 s", to: "60 sec"), code: 78,
    sentence:
      #"bad/claims.json:8:73: $.claims[0].readings[0].test.value: found "60 sec", expected "#
      + #"a time in s, min or h; "sec" is no unit that is known here"#),
  BadScenario(
    name: "a bare number",
    scenario: small.changing("claims.json", #""60 s""#, to: "60"), code: 78,
    sentence:
      "bad/claims.json:8:73: $.claims[0].readings[0].test.value: found 60, expected a time "
      + #"with its unit such as "60 s"; write the unit"#),
  BadScenario(
    name: "a naive time",
    scenario: small.changing("scenario.json", "09:24:05+02:00", to: "09:24:05"), code: 78,
    sentence:
      #"bad/scenario.json:57:39: $.tracks[0].path.time.is: found "2015-11-24T09:24:05", "#
      + #"expected a time with its offset such as "2015-11-24T09:24:05+02:00"; a time needs "#
      + "its offset from UTC: end it with Z or with an offset such as +02:00"),
  BadScenario(
    name: "a naive time in a track",
    scenario: small.changing("tracks/seen.csv", "07:25:00Z", to: "07:25:00"), code: 65,
    sentence:
      #"bad/tracks/seen.csv:3:6: found "2015-11-24T07:25:00" in column "time_utc", expected "#
      + "a time with its offset such as 2015-11-24T07:24:05.000Z; a time needs its offset "
      + "from UTC: end it with Z or with an offset such as +02:00"),
  BadScenario(
    name: "an unknown key in the scenario",
    scenario: small.changing(
      "scenario.json", #""sources": ["map"], "files""#,
      to: #""sources": ["map"], "colour": "x", "files""#),
    code: 78,
    sentence:
      #"bad/scenario.json:20:27: $.borders[0].colour: found the unknown key "colour", "#
      + #"expected "default", "files", "id", "licence", "sources" or "title""#),
  BadScenario(
    name: "a mistyped key in the claims",
    scenario: small.changing("claims.json", #""tracks""#, to: #""trakcs""#), code: 78,
    sentence:
      #"bad/claims.json:13:47: $.claims[1].trakcs: found the unknown key "trakcs", expected "#
      + #""aircraft", "id", "party", "readings", "sources", "statement" or "tracks"; did you "#
      + #"mean "tracks"?"#),
  BadScenario(
    name: "a missing source of a border",
    scenario: small.changing("scenario.json", #""sources": ["map"], "files""#, to: #""files""#),
    code: 78,
    sentence:
      #"bad/scenario.json:18:5: $.borders[0]: found no source, expected "sources" with at "#
      + "least one source's id; name a source, or use --allow-unsourced to stamp the output "
      + "instead"),
  BadScenario(
    name: "a missing source of a claim",
    scenario: small.changing("claims.json", #""sources": ["map"], "#, to: ""), code: 78,
    sentence:
      #"bad/claims.json:4:5: $.claims[0]: found no source, expected "sources" with at least "#
      + "one source's id; name a source, or use --allow-unsourced to stamp the output instead"),
  BadScenario(
    name: "an empty list of sources",
    scenario: small.changing("claims.json", #"["S1"]"#, to: "[]"), code: 78,
    sentence:
      #"bad/claims.json:11:5: $.claims[1]: found no source, expected "sources" with at "#
      + "least one source's id; name a source, or use --allow-unsourced to stamp the output "
      + "instead"),
  BadScenario(
    name: "a source that nobody lists",
    scenario: small.changing("claims.json", #"["S1"]"#, to: #"["mpa"]"#), code: 78,
    sentence:
      #"bad/claims.json:13:19: $.claims[1].sources[0]: found "mpa", expected the id of a "#
      + #"source in "sources"; did you mean "map"?"#),
  BadScenario(
    name: "a ring that crosses itself",
    scenario: small.changing("borders/square.geojson", ring, to: bowTie),
    code: 65,
    sentence:
      "bad/borders/square.geojson:9:9: $.geometry.coordinates[0][0]: found the edges from "
      + "part 0, ring 0, vertex 0 (0.1, 0.0) and from part 0, ring 0, vertex 2 (0.2, 0.0) "
      + "cross, expected a border that is valid"),
  BadScenario(
    name: "a ring that is not closed",
    scenario: small.changing("borders/square.geojson", "[0.1, 0.0]\n", to: "[0.1, 0.01]\n"),
    code: 65,
    sentence:
      "bad/borders/square.geojson:13:9: $.geometry.coordinates[0][4]: found part 0, ring "
      + "0, vertex 4 (0.1, 0.01), the last of its ring, does not repeat the first, (0.1, "
      + "0.0), expected a border that is valid"),
  BadScenario(
    name: "latitude and longitude swapped in a border with a window",
    scenario: small.changing("borders/square.geojson", "0, -1, 1, 1", to: "0.05, -0.1, 0.3, 0.15")
      .changing(
        "borders/square.geojson", ring,
        to: ring.replacing(/\[(.*), (.*)\]/) { "[\($0.2), \($0.1)]" }),
    code: 65,
    sentence:
      "bad/borders/square.geojson:9:9: $.geometry.coordinates[0][0]: found part 0, ring 0, "
      + "vertex 0 (0.0, 0.1) (and 3 more) lies outside the window 0.05…0.3° E, -0.1…0.15° N; "
      + "latitude and longitude seem to be swapped, expected positions inside the file's "
      + "window"),
  BadScenario(
    name: "latitude and longitude swapped in a border, beyond the pole",
    scenario: small.changing("borders/square.geojson", "[0.2, 0.1]", to: "[0.1, 100.2]"),
    code: 65,
    sentence:
      "bad/borders/square.geojson:11:9: $.geometry.coordinates[0][2]: found part 0, ring "
      + "0, vertex 2 (0.1, 100.2) is no position in degrees, longitude first; latitude and "
      + "longitude seem to be swapped, expected positions on the Earth"),
  BadScenario(
    name: "latitude and longitude swapped in a track",
    scenario: small.changing("tracks/seen.csv", "0.05,0.15", to: "100.15,0.05"), code: 65,
    sentence:
      #"bad/tracks/seen.csv:3:27: found "100.15" in column "lat_deg", expected a latitude "#
      + "in -90…90; are latitude and longitude swapped?"),
  BadScenario(
    name: "latitude and longitude swapped in a place",
    scenario: small.changing("scenario.json", #""0.05 deg""#, to: #""100.2 deg""#), code: 78,
    sentence:
      #"bad/scenario.json:29:19: $.places[0].latitude: found "100.2 deg", expected a "#
      + "latitude in -90…90 deg; are latitude and longitude swapped?"),
  BadScenario(
    name: "NaN in a border",
    scenario: small.changing("borders/square.geojson", "[0.2, 0.1]", to: "[0.2, NaN]"), code: 65,
    sentence: #"bad/borders/square.geojson:11:15: found "NaN", expected a finite number"#),
  BadScenario(
    name: "NaN in a track",
    scenario: small.changing("tracks/seen.csv", "0.05,0.15", to: "0.05,nan"), code: 65,
    sentence:
      #"bad/tracks/seen.csv:3:32: found "nan" in column "lon_deg", expected a finite "#
      + "number; leave a missing value empty"),
  BadScenario(
    name: "NaN in the scenario",
    scenario: small.changing("scenario.json", "6000 m", to: "nan m"), code: 78,
    sentence:
      #"bad/scenario.json:56:32: $.tracks[0].path.altitude.height: found "nan m", expected "#
      + #"a length with its unit such as "1.36 km""#),
  BadScenario(
    name: "NaN in the claims",
    scenario: small.changing("claims.json", #""60 s""#, to: "NaN"), code: 78,
    sentence: #"bad/claims.json:8:73: found "NaN", expected a finite number"#),
  BadScenario(
    name: "a border file above the folder",
    scenario: small.changing("scenario.json", "borders/square.geojson", to: "../square.geojson"),
    code: 78,
    sentence:
      #"bad/scenario.json: $.borders[0].files.square: "../square.geojson" leads upwards by "#
      + #"".."; "# + rule),
  BadScenario(
    name: "a track file above the folder",
    scenario: small.changing("scenario.json", "tracks/seen.csv", to: "tracks/../../seen.csv"),
    code: 78,
    sentence:
      #"bad/scenario.json: $.tracks[1].fixes: "tracks/../../seen.csv" leads upwards by "#
      + #"".."; "# + rule),
  BadScenario(
    name: "an absolute border file",
    scenario: small.changing("scenario.json", "borders/square.geojson", to: "/etc/passwd"),
    code: 78,
    sentence:
      #"bad/scenario.json: $.borders[0].files.square: "/etc/passwd" is an absolute path; "# + rule),
  BadScenario(
    name: "an absolute track file",
    scenario: small.changing("scenario.json", "tracks/seen.csv", to: "/etc/passwd"), code: 78,
    sentence:
      #"bad/scenario.json: $.tracks[1].fixes: "/etc/passwd" is an absolute path; "# + rule),
  BadScenario(
    name: "a border file that is a link out of the folder", scenario: small,
    link: "borders/square.geojson", code: 78,
    sentence:
      #"bad/scenario.json: $.borders[0].files.square: "borders/square.geojson" leads "#
      + "outside by a symbolic link; " + rule),
  BadScenario(
    name: "a track file that is a link out of the folder", scenario: small,
    link: "tracks/seen.csv", code: 78,
    sentence:
      #"bad/scenario.json: $.tracks[1].fixes: "tracks/seen.csv" leads outside by a symbolic "#
      + "link; " + rule),
  BadScenario(
    name: "claims that are a link out of the folder", scenario: small, link: "claims.json",
    code: 78, sentence: #"bad: "claims.json" leads outside by a symbolic link; "# + rule),
  BadScenario(
    name: "a border file that is not there",
    scenario: small.changing(
      "scenario.json", "borders/square.geojson", to: "borders/round.geojson"),
    code: 66, sentence: "bad/borders/round.geojson: there is no such file"),
  BadScenario(
    name: "a track file that is not there",
    scenario: small.changing("scenario.json", "tracks/seen.csv", to: "tracks/unseen.csv"),
    code: 66, sentence: "bad/tracks/unseen.csv: there is no such file"),
  BadScenario(
    name: "an empty scenario", scenario: small.replacing("scenario.json", by: ""), code: 78,
    sentence: "bad/scenario.json: found an empty file, expected a JSON value"),
  BadScenario(
    name: "empty claims", scenario: small.replacing("claims.json", by: ""), code: 78,
    sentence: "bad/claims.json: found an empty file, expected a JSON value"),
  BadScenario(
    name: "an empty border", scenario: small.replacing("borders/square.geojson", by: ""), code: 65,
    sentence: "bad/borders/square.geojson: found an empty file, expected a JSON value"),
  BadScenario(
    name: "an empty track", scenario: small.replacing("tracks/seen.csv", by: ""), code: 65,
    sentence: "bad/tracks/seen.csv: found no header, expected a line of column names"),
  BadScenario(
    name: "a truncated scenario", scenario: small.cutting("scenario.json", to: 1000), code: 78,
    sentence:
      "bad/scenario.json:33:38: found the end of the file, expected a closing quote; the "
      + "text begins in line 33"),
  BadScenario(
    name: "truncated claims", scenario: small.cutting("claims.json", to: 300), code: 78,
    sentence:
      #"bad/claims.json:10:7: found the end of the file, expected a value or "]"; the array "#
      + "that begins in line 3 is not closed"),
  BadScenario(
    name: "a truncated border", scenario: small.cutting("borders/square.geojson", to: 200),
    code: 65,
    sentence:
      "bad/borders/square.geojson:11:9: found the end of the file, expected a value or "
      + #""]"; the array that begins in line 8 is not closed"#),
  BadScenario(
    name: "a truncated track", scenario: small.cutting("tracks/seen.csv", to: 100), code: 65,
    sentence: "bad/tracks/seen.csv:3: found 3 fields, expected 4 as in the header"),
  BadScenario(
    name: "a track cut off behind its first fix",
    scenario: small.cutting("tracks/seen.csv", to: 70),
    code: 65,
    sentence:
      "bad/tracks/seen.csv:2: found 1 fix, expected a track; a track needs two fixes or more, "
      + "not 1"),
]
