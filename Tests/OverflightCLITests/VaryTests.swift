import Foundation
import TestSupport
import Testing

/// Variants of the small scenario's path: west through a square of a tenth of a degree, at 200 m/s,
/// from 0.2° E, where it enters at 07:24:05Z; 11 131.9 m further it leaves.
@Suite struct `The command vary` {
  private func vary(_ words: String, csv: Bool = true) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["vary", "small", "--track", "through"] + words.split(separator: " ").map(String.init)
        + (csv ? ["--csv", "-"] : []), in: writeSmall)
  }

  private func rows(_ words: String) throws -> [[String: String]] {
    let outcome = try vary(words)
    #expect(outcome.code == 0 && outcome.errors == "", "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    let columns = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(columns, fields))
    }
  }

  @Test func `has a column for each parameter and two for each reading`() throws {
    let outcome = try vary("--delay 1s --shift-north 1m --claim W1,E1")
    #expect(
      outcome.output.split(separator: "\n").first == """
        variant,shift_north_m,delay_s,crossings,complete,entry_time,exit_time,duration_s,length_m,\
        max_depth_m,southern_tip_depth_m,entry_depth_m,nearest_approach_m,entry_gs_mps,remark,\
        E1.as-stated.verdict,E1.as-stated.margin_s,W1.as-stated.verdict,W1.as-stated.margin_m
        """)
  }

  /// On the parallel of 0.05° a tenth of a degree is 11 131.9 m·cos 0.05°.
  ///
  /// The geodesic is some micrometers shorter. The path is as far from the southern side as 0.05° of
  /// meridian are, 5528.714 m.
  @Test func `tells what the path would be at other speeds`() throws {
    let rows = try rows("--speed 100m/s:400m/s:100m/s --claim E1")
    #expect(rows.map { $0["variant"] } == ["1", "2", "3", "4"])
    for (row, speed) in zip(rows, [100.0, 200, 300, 400]) {
      let length = try #require(row["length_m"].flatMap(Double.init))
      let duration = try #require(row["duration_s"].flatMap(Double.init))
      #expect(abs(length - 11_131.945) < 0.002)
      #expect(abs(duration - length / speed) < 0.001)
      #expect(row["entry_time"] == "2015-11-24T07:24:05.000Z")
      #expect(row["entry_gs_mps"].flatMap(Double.init) == speed)
      #expect(row["max_depth_m"].flatMap(Double.init).map { abs($0 - 5528.714) < 0.1 } == true)
      #expect(row["nearest_approach_m"] == "")
      // The claim is 60 s give or take half a second; 200 m/s give 55.66 s.
      let margin = try #require(row["E1.as-stated.margin_s"].flatMap(Double.init))
      #expect(abs(margin - (0.5 - abs(duration - 60))) < 0.0011)
      #expect(row["E1.as-stated.verdict"] == "contradicted")
    }
  }

  @Test func `tells how near a path comes that is never inside`() throws {
    let rows = try rows("--shift-north 0m,20km --claim W1")
    #expect(rows[0]["W1.as-stated.verdict"] == "contradicted")
    let outside = rows[1]
    #expect(outside["crossings"] == "0" && outside["duration_s"] == "0.000")
    #expect(outside["max_depth_m"] == "" && outside["entry_time"] == "")
    // 20 km less half of the square's 0.1° of meridian, 5528.7 m.
    let nearest = try #require(outside["nearest_approach_m"].flatMap(Double.init))
    #expect(abs(nearest - (20_000 - 5528.7)) < 1)
    #expect(outside["W1.as-stated.verdict"] == "supported")
  }

  @Test func `keeps a row for a variant that leaves the data`() throws {
    // The extract of the shipped border ends at 37.2° E.
    let outcome = try BuiltProgram.run(
      ["vary", "--track", "letter-depth", "--shift-east", "0m,150km", "--csv", "-"])
    #expect(outcome.code == 0)
    let rows = outcome.output.split(separator: "\n").dropFirst().map(String.init)
    #expect(rows[0].hasSuffix("162.955,"))
    #expect(rows[1].hasPrefix("2,150000.000,,,,,,,,,,,,") && rows[1].contains("window"))
  }

  @Test func `counts variants alike whatever the order of the options`() throws {
    let first = try vary("--delay 1s,2s --rotate 1deg,2deg --shift-east 5m,6m")
    let second = try vary("--shift-east 5m,6m --rotate 1deg,2deg --delay 1s,2s")
    #expect(first.output == second.output)
    #expect(first.output.split(separator: "\n").count == 9)
  }

  @Test func `gives the same bytes by any number of threads`() throws {
    let words = "--shift-north -2km:2km:200m --rotate -20deg:20deg:10deg --speed-factor 0.5:2:0.1"
    let one = try vary(words + " --claim E1 --threads 1")
    #expect(one.output.split(separator: "\n").count == 1 + 21 * 5 * 16)
    for threads in [2, 3, 7] {
      #expect(try vary(words + " --claim E1 --threads \(threads)").output == one.output)
      let file = try BuiltProgram.run(
        ["vary", "small", "--track", "through", "--csv", "out.csv", "--claim", "E1", "--threads"]
          + [String(threads)] + words.split(separator: " ").map(String.init), in: writeSmall)
      #expect(file.output == "" && file.filesLeft == ["out.csv": Data(one.output.utf8)])
    }
  }

  @Test func `writes the tracks of chosen variants, which screen sees alike`() throws {
    let border = try #require(SmallScenario().files["borders/square.geojson"])
    let outcome = try BuiltProgram.run(
      ["vary", "small", "--track", "through", "--rotate", "0deg:40deg:10deg", "--only", "2,5"]
        + ["--csv-tracks", "out"], in: writeSmall)
    #expect(outcome.code == 0 && outcome.output == "")
    #expect(outcome.filesLeft.keys.sorted() == ["out/through-2.csv", "out/through-5.csv"])
    let rows = try rows("--rotate 0deg:40deg:10deg --only 2,5")
    for (row, file) in zip(rows, outcome.filesLeft.sorted { $0.key < $1.key }) {
      let screened = try BuiltProgram.run(["screen", "--border", "b.geojson", "t.csv"]) { folder in
        try Data(border.utf8).write(to: folder.appending(path: "b.geojson"))
        try file.value.write(to: folder.appending(path: "t.csv"))
      }
      let lines = screened.output.split(separator: "\n").map { $0.split(separator: ",") }
      try #require(lines.count == 2)
      for column in ["duration_s", "length_m", "max_depth_m"] {
        let index = try #require(lines[0].firstIndex { $0 == column })
        let seen = try #require(Double(lines[1][index]))
        let told = try #require(row[column].flatMap(Double.init))
        // Places are written to 1e-7 degrees, 11 mm, and times to the millisecond.
        #expect(abs(seen - told) < 0.03, "\(column) \(seen) \(told)")
      }
    }
  }

  @Test func `is one JSON object with every variant`() throws {
    let outcome = try vary("--shift-north 0m,20km --claim W1 --json", csv: false)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "overflight/vary/1")
    #expect((object["inputs"] as? [Any])?.count == 4)
    let results = try #require(object["results"] as? [[String: Any]])
    #expect(results.map { $0["variant"] as? Int } == [1, 2])
    #expect(results.map { ($0["varied"] as? [String: Double])?["shift_north"] } == [0, 20_000])
    let readings = results.compactMap { ($0["readings"] as? [[String: Any]])?.first }
    #expect(readings.map { $0["verdict"] as? String } == ["contradicted", "supported"])
    #expect(results[1]["max_depth_m"] is NSNull)
  }

  /// Eastwards against the path's 200 m/s a wind of 20 m/s leaves 180 m/s.
  ///
  /// 11 131.945 m then take 61.844 s. Northwards the path leaves the parallel, where its entry stays.
  @Test func `flies the same headings in another wind`() throws {
    let rows = try rows("--wind-east 20m/s")
    #expect(rows.first?["wind_east_mps"] == "20.000")
    #expect(rows.first?["entry_time"] == "2015-11-24T07:24:05.000Z")
    #expect(rows.first?["entry_gs_mps"] == "180.000")
    #expect(rows.first?["duration_s"] == "61.844")
    let still = try vary("--wind-north 0m/s --wind-east 0m/s --csv-tracks out", csv: false)
    let told = try vary("--csv-tracks out", csv: false)
    #expect(still.filesLeft == told.filesLeft && still.filesLeft.count == 1)
    let table = try vary("--wind-north -10m/s,10m/s", csv: false).output
    #expect(table.contains(" −36.0 km/h") && table.contains(" +36.0 km/h"))
  }

  /// The radius at 200 m/s and 30° is 200²/(9.80665·tan 30°) = 7064.77 m, and as much is taken of both
  /// legs of a right angle; the last is 5528.7 m long.
  @Test func `has a remark where a leg is too short for a turn`() throws {
    let outcome = try BuiltProgram.run(
      ["vary", "small", "--track", "through", "--waypoints", "a.csv", "--csv", "-"]
        + ["--bank", "30deg,60deg", "--wind-east", "0m/s,1m/s"]
    ) { folder in
      try writeSmall(folder)
      try Data("lat_deg,lon_deg\n0,0.3\n0,0.1\n0.05,0.1\n".utf8)
        .write(to: folder.appending(path: "a.csv"))
    }
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines[1] == "1,0.000,30.000000,,,,,,,,,,,,"
        + "the turn at waypoint 2 takes 7065 m of a leg with 5529 m for it")
    #expect(lines[3].hasSuffix(",the turn at waypoint 2 takes 7065 m of a leg with 5529 m for it"))
    #expect(
      lines[2].hasPrefix("2,0.000,60.000000,1,") && lines[4].hasPrefix("4,1.000,60.000000,1,"))
  }

  @Test func `has a table, and says where a claim holds best`() throws {
    let outcome = try vary("--speed 170m/s:200m/s:5m/s --claim E1", csv: false)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("7 of 7 variants are inside"))
    // 11 131.945 m in 60 s are 185.5 m/s: the fourth is nearest.
    let last = outcome.output.split(separator: "\n").last.map(String.init)
    #expect(last?.contains("as-stated") == true && last?.hasSuffix("4") == true, "\(last ?? "")")
    let many = try vary("--speed 100m/s:300m/s:1m/s", csv: false)
    #expect(many.output.contains("… and 101 more; --csv FILE writes all"))
  }

  /// The Su-24M's envelope has 252 km/h CAS as its lowest speed; what the altitude of the path is
  /// counted from is not known, so that only its straightness can be judged.
  @Test func `tells whether the aircraft could fly it, by the scenario's envelope`() throws {
    let outcome = try BuiltProgram.run(
      ["vary", "--track", "letter-depth", "--flyable", "--csv", "-"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[0].hasSuffix("remark,flyable,broken_limit,broken_time,broken_by"))
    #expect(lines[1].hasSuffix(",undetermined,,,"))
    let small = try vary("--flyable")
    #expect(small.code == 64)
    #expect(small.errors.contains("--flyable: the scenario states no envelope of plane"))
    // At 6000 m above the sea 720 km/h are 149.9 m/s CAS: 200 m/s·√(ρ/ρ₀) = 146.2 m/s EAS, and some
    // meters a second more for the compression.
    let envelope = """
      "name": "A plane", "envelope": {"lowestCalibratedAirspeed": "140 m/s",
        "highestCalibratedAirspeed": "300 m/s", "largestLoadFactor": "3", "sources": ["S1"]}
      """
    let rows = try BuiltProgram.run(
      [
        "vary", "small", "--track", "through", "--flyable", "--speed", "180m/s,200m/s", "--csv",
        "-",
      ]
    ) { folder in
      try SmallScenario().changing("scenario.json", "\"name\": \"A plane\"", to: envelope)
        .write(to: folder.appending(path: "small"))
    }
    let ends = rows.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(ends[0].contains("notFlyable") && ends[0].contains("lowestCalibratedAirspeed"))
    #expect(ends[1].last == "flyable" || ends[1].contains("flyable"))
  }

  @Test(arguments: [
    ("--shift-north 5", "--shift-north \"5\" is not a length with its unit such as 500m"),
    ("--shift-north 5s", "--shift-north \"5s\" is not a length with its unit such as 500m"),
    ("--speed-factor 1.1x", "--speed-factor \"1.1x\" is not a number such as 1.1"),
    ("--rotate 1deg:2deg", "--rotate: \"1deg:2deg\" is no range A:B:STEP"),
    ("--rotate 1deg:2deg:0deg", "--rotate: the range \"1deg:2deg:0deg\" has a step of zero"),
    (
      "--rotate 2deg:1deg:1deg",
      "--rotate: the range \"2deg:1deg:1deg\" is empty: its step leads away from its end; give it "
        + "the other sign"
    ),
    (
      "--delay 0s:1s:0.0000001s",
      "--delay: a parameter has more than 1000000 values; take a longer step"
    ),
    (
      "--delay 0s:1s:0.00001s --rotate 0deg:1deg:0.00001deg",
      "the variants: there are more than 100000000 variants; vary fewer parameters, or in longer "
        + "steps"
    ),
    ("--speed 0km/h", "the variants: a path needs a speed above zero"),
    (
      "--bank 30deg,0deg",
      "the variants: a turn needs a bank above 0° and below 90°, not 0.0°"
    ),
    ("--bank 90deg", "the variants: a turn needs a bank above 0° and below 90°, not 90.0°"),
    ("--wind-east 5", "--wind-east \"5\" is not a speed with its unit such as 700km/h"),
    ("--fall-time -1s", "the variants: fall-time is a time that cannot be negative"),
    ("--speed 1m/s --speed-factor 2", "--speed and --speed-factor cannot be used together"),
    ("--only 3 --delay 1s,2s", "--only: there is no variant 3, there are 2"),
    ("--only 0", "--only \"0\" is not numbers from 1 such as 1,17"),
    ("--threads 0", "--threads \"0\" is not a number from 1 to 1024"),
    ("--about nearestApproach", "--about: the track has no nearestApproach"),
    (
      "--csv-tracks x --delay 0s:10s:1ms", "--delay \"1ms\" is not a time with its unit such as 20s"
    ),
    (
      "--csv-tracks - --delay 1s", "--csv-tracks: a folder cannot be standard output"
    ),
    (
      "--shift-north 0km,1001km", "the variants: shift-north is a move of 1000 km at most"
    ),
    (
      "--csv-tracks x --delay 0s:11s:0.001s",
      "--csv-tracks: 11001 tracks are more than 10000; choose some by --only"
    ),
  ])
  func `refuses in one sentence what makes no variants`(words: String, sentence: String) throws {
    let outcome = try vary(words)
    #expect(outcome.code == 64)
    #expect(outcome.output == "" && outcome.filesLeft.isEmpty)
    #expect(outcome.errors == "overflight: \(sentence); see overflight vary --help\n")
  }

  @Test func `knows which claims are about its track`() throws {
    let outcome = try BuiltProgram.run(
      ["vary", "small", "--track", "seen", "--claim", "W1"], in: writeSmall)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("--claim: W1 is not about track seen"))
  }
}

/// The small scenario says how far its border may be displaced, and nothing else.
@Suite struct `The command vary, drawing samples,` {
  private func draw(_ words: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["vary", "small", "--track", "through"] + words.split(separator: " ").map(String.init),
      in: writeSmall)
  }

  private static let uncertain =
    "--uncertain position-noise=50m,position-bias=300m,clock=0s:20s,ground-speed=20km/h "
    + "--uncertain track-angle=5deg,altitude=-100m:100m,scan-period=4s:12s"

  @Test func `tells what was uncertain and by which source`() throws {
    let outcome = try draw("--samples 20 --uncertain clock=0s:20s --claim E1")
    #expect(outcome.code == 0 && outcome.errors == "")
    #expect(outcome.output.contains("20 of 20 samples, seed 1."))
    #expect(outcome.output.contains("clock                0.00 s to 20.00 s  --uncertain\n"))
    #expect(outcome.output.contains("border-displacement  ±50.0 m at 95 %    S1\n"))
    #expect(outcome.output.contains("Inside at some moment: 100.00 % ± 0.00 %"))
  }

  @Test func `gives the same bytes by any number of threads and in parts`() throws {
    let words = "--samples 400 --seed 7 --claim E1 \(Self.uncertain)"
    let whole = try draw(words + " --csv - --threads 1").output
    #expect(whole.split(separator: "\n").count == 401)
    let text = try draw(words + " --threads 1").output
    for threads in [2, 5] {
      #expect(try draw(words + " --csv - --threads \(threads)").output == whole)
      #expect(try draw(words + " --threads \(threads)").output == text)
    }
    let parts = try (0..<3).map { try draw(words + " --csv - --shard \($0)/3").output }
    #expect(parts.joined() == whole)
    #expect(try draw("--samples 400 --seed 8 --csv - \(Self.uncertain)").output != whole)
  }

  @Test func `has a column for each thing that is drawn`() throws {
    let outcome = try draw("--samples 1 --csv - \(Self.uncertain)")
    #expect(
      outcome.output.hasPrefix(
        "sample,border_north_m,border_east_m,shift_north_m,shift_east_m,rotate_deg,speed_factor,"
          + "delay_s,altitude_m,scan_period_s,first_scan_s,crossings,"))
    let none = try draw("--samples 1 --csv - --uncertain none")
    #expect(none.output.hasPrefix("sample,crossings,"))
  }

  @Test func `is one JSON object`() throws {
    let outcome = try draw("--samples 50 --json --claim W1,E1 \(Self.uncertain)")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "overflight/samples/1")
    let results = try #require(object["results"] as? [String: Any])
    let inside = try #require(results["inside"] as? [String: Double])
    #expect(inside["probability"] == 1)
    #expect((results["readings"] as? [Any])?.count == 2)
    let parameters = try #require(object["parameters"] as? [String: Any])
    #expect((parameters["uncertain"] as? [String: Any])?.count == 7)
  }

  @Test(arguments: [
    ("--samples 0", "--samples \"0\" is not a number from 1 to 100000000"),
    ("--samples 5 --seed -1", "--seed \"-1\" is not a whole number from 0"),
    ("--samples 5 --shard 3/3", "--shard \"3/3\" is not a part such as 0/3"),
    ("--samples 5 --delay 1s", "--samples and --delay cannot be used together"),
    ("--samples 5 --only 1", "--samples and --only cannot be used together"),
    ("--samples 5 --json --csv -", "--json and --csv cannot be used together"),
    (
      "--samples 5 --uncertain clok=1s",
      "--uncertain \"clok\" is not position-noise, position-bias, clock, ground-speed, "
        + "track-angle, altitude, scan-period or none (did you mean clock?)"
    ),
    (
      "--samples 5 --uncertain clock=1m",
      "--uncertain \"clock=1m\" is not NAME=VALUE or NAME=A:B with units, such as clock=0s:20s"
    ),
    (
      "--samples 5 --uncertain clock=2s:1s",
      "--uncertain clock=2s:1s: the range ends before it begins"
    ),
    (
      "--samples 5 --uncertain position-bias=0m:1m",
      "--uncertain position-bias=0m:1m: position errors have a standard deviation, not a range"
    ),
    (
      "--samples 5 --uncertain position-bias=101km",
      "--uncertain position-bias=101km: position errors have a standard deviation of 100 km at most"
    ),
    (
      "--samples 5 --uncertain scan-period=0s",
      "--uncertain scan-period=0s: a scan period is a tenth of a second or more"
    ),
    (
      "--samples 5 --uncertain ground-speed=-5km/h",
      "--uncertain ground-speed=-5km/h: a standard deviation is zero or more"
    ),
    ("--seed 4", "--seed needs --samples"),
    ("--shard 0/2", "--shard needs --samples"),
    ("--uncertain none", "--uncertain needs --samples"),
  ])
  func `refuses in one sentence what cannot be drawn`(words: String, sentence: String) throws {
    let outcome = try draw(words)
    #expect(outcome.code == 64)
    #expect(outcome.output == "" && outcome.filesLeft.isEmpty)
    #expect(outcome.errors == "overflight: \(sentence); see overflight vary --help\n")
  }
}
