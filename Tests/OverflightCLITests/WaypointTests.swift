import Foundation
import TestSupport
import Testing

/// Paths edited by hand, for the small scenario's track: west through a square of a tenth of a degree
/// at 200 m/s, entering at 0.2° E at 07:24:05Z.
@Suite struct `The command vary, along a path of a file,` {
  private func vary(_ words: String, _ files: [String: String]) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["vary", "small", "--track", "through"] + words.split(separator: " ").map(String.init)
    ) { folder in
      try writeSmall(folder)
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
    }
  }

  private func row(_ outcome: BuiltProgram.Outcome) throws -> [String: String] {
    #expect(outcome.code == 0 && outcome.errors == "", "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(lines.count == 2)
    return Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
  }

  /// Places are written to 1e-7 degrees, 11 mm, and times to the millisecond.
  private func expectSame(_ found: [String: String], _ told: [String: String]) throws {
    for column in ["duration_s", "length_m", "max_depth_m"] {
      let seen = try #require(found[column].flatMap(Double.init))
      let expected = try #require(told[column].flatMap(Double.init))
      #expect(abs(seen - expected) < 0.03, "\(column) \(seen) \(expected)")
    }
    #expect(found["crossings"] == "1" && found["complete"] == told["complete"])
    #expect(found["entry_time"]?.prefix(21) == told["entry_time"]?.prefix(21))
  }

  @Test func `reads back what replay and vary wrote, and sees the same crossing`() throws {
    let told = try row(vary("--csv -", [:]))
    let all = try BuiltProgram.run(["replay", "small", "--csv", "-"], in: writeSmall).output
    #expect(all.contains("\nseen,"))
    try expectSame(row(vary("--waypoints all.csv --csv -", ["all.csv": all])), told)

    let turned = try vary("--rotate 20deg --csv-tracks out", [:])
    let text = try #require(turned.filesLeft["out/through-1.csv"])
    let files = ["turned.csv": String(decoding: text, as: UTF8.self)]
    try expectSame(
      row(vary("--waypoints turned.csv --csv -", files)), row(vary("--rotate 20deg --csv -", [:])))
    // All other options are of that path: turned back, it is what was told.
    let back = try row(vary("--waypoints turned.csv --rotate -20deg --csv -", files))
    let length = try #require(back["length_m"].flatMap(Double.init))
    #expect(abs(length - 11_131.945) < 0.05)
  }

  /// Straight west at 0.025° N, a tenth of a degree is 11 131.949·cos 0.025° = 11 131.948 m.
  ///
  /// Along the geodesic it is some millimeters less. At 200 m/s that is 55.660 s.
  @Test(arguments: [
    ("a.csv", "lat_deg,lon_deg\n0.025,0.25\n0.025,0.05\n"),
    (
      "a.geojson",
      #"{"type": "LineString", "coordinates": [[0.25, 0.025], [0.05, 0.025]]}"#
    ),
    (
      "a.kml",
      "<kml><Placemark><LineString><coordinates>0.25,0.025 0.05,0.025</coordinates></LineString>"
        + "</Placemark></kml>"
    ),
  ])
  func `flies places at the speed and entry time of the track`(name: String, text: String) throws {
    let row = try row(vary("--waypoints \(name) --csv -", [name: text]))
    #expect(row["entry_time"] == "2015-11-24T07:24:05.000Z")
    #expect(row["entry_gs_mps"] == "200.000")
    #expect(row["duration_s"] == "55.660")
    #expect(row["length_m"].flatMap(Double.init).map { abs($0 - 11_131.948) < 0.005 } == true)
    // 0.025° of the meridian there are 2764.357 m.
    #expect(row["max_depth_m"].flatMap(Double.init).map { abs($0 - 2764.357) < 0.1 } == true)
  }

  @Test func `names the file and its sum in every output`() throws {
    let text = "lat_deg,lon_deg\n0.025,0.25\n0.025,0.05\n"
    // sha256sum of these 38 bytes.
    let sum = "65a6d4f46ce537b3820cacea8950667269a6a243ce1d69529ce4bd81291f0ab6"
    for words in ["--json", "--samples 5 --json"] {
      let outcome = try vary("--waypoints a.csv \(words)", ["a.csv": text])
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let inputs = try #require(object["inputs"] as? [[String: Any]])
      let input = inputs.first { $0["file"] as? String == "a.csv" }
      #expect(input?["sha256"] as? String == sum && input?["bytes"] as? Int == text.utf8.count)
      let parameters = try #require(object["parameters"] as? [String: Any])
      let waypoints = try #require(parameters["waypoints"] as? [String: Any])
      #expect(waypoints["timed_by"] as? String == "entry" && waypoints["gs_mps"] as? Double == 200)
    }
    for words in ["", "--samples 5"] {
      let outcome = try vary("--waypoints a.csv \(words)", ["a.csv": text])
      let flat = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        flat.contains("Path: a.csv, flown at 720.0 km/h, timed by its entry at 07:24:05"), "\(flat)"
      )
    }
    let tracks = try vary("--waypoints a.csv --csv-tracks out", ["a.csv": text])
    let track = try #require(tracks.filesLeft["out/through-1.csv"])
    let lines = String(decoding: track, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(lines.allSatisfy { $0.hasSuffix(",a.csv") || $0.hasSuffix(",S1") })
  }

  @Test func `refuses the journal of another path`() throws {
    let folder = try WorkingFolder(writeSmall)
    let file = folder.folder.appending(path: "a.csv")
    let words = "vary small --track through --waypoints a.csv --delay 1s,2s --journal j --csv "
    try Data("lat_deg,lon_deg\n0.025,0.25\n0.025,0.05\n".utf8).write(to: file)
    #expect(try folder.run(words + "1.csv").code == 0)
    #expect(try folder.run(words + "2.csv").code == 0)
    #expect(try folder.bytes("1.csv") == folder.bytes("2.csv"))
    try Data("lat_deg,lon_deg\n0.035,0.25\n0.035,0.05\n".utf8).write(to: file)
    let other = try folder.run(words + "3.csv")
    #expect(other.code == 65 && other.errors.contains("input a.csv"))
    #expect(folder.size("3.csv") == 0)
  }

  @Test(arguments: [
    (
      "a.txt", "", 64,
      "--waypoints: \"a.txt\" does not end in .csv, .geojson, .json or .kml, by which its form is "
        + "known; name or convert it so; see overflight vary --help"
    ),
    ("b.csv", "", 66, "b.csv: there is no such file"),
    (
      "a.csv", "lat_deg,lon_deg\n0.1,0.2\n", 65,
      "a.csv:2: found 1 place, expected a path of two places or more"
    ),
  ])
  func `refuses in one sentence what is no path`(
    name: String, text: String, code: Int32, sentence: String
  ) throws {
    let outcome = try vary(
      "--waypoints \(name) --csv out.csv", text.isEmpty ? [:] : [name: text])
    #expect(outcome.code == code)
    #expect(outcome.output == "" && outcome.filesLeft.isEmpty)
    #expect(outcome.errors.hasPrefix("overflight: \(sentence)"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `refuses a path that leaves the border data`() throws {
    let outcome = try BuiltProgram.run(
      ["vary", "small", "--track", "through", "--waypoints", "a.csv"]
    ) { folder in
      try SmallScenario().changing(
        "borders/square.geojson", "[0, -1, 1, 1]",
        to: "[0, -1, 1, 1], \"whole_bounds\": [0, -1, 3, 1]"
      ).write(to: folder.appending(path: "small"))
      try Data("lat_deg,lon_deg\n0,0.5\n0,2\n".utf8).write(to: folder.appending(path: "a.csv"))
    }
    #expect(outcome.code == 65 && outcome.output == "")
    #expect(
      outcome.errors
        == "overflight: track \"through, along a.csv\": the path leaves the window of the border data "
        + "at 0.0° N 1.0° E\n")
  }
}
