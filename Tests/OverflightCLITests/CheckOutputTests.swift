import Foundation
import TestSupport
import Testing

@Suite struct `check --json` {
  @Test func `names schema, tool, version, scenario and parameters`() throws {
    let report = try Report(Shipped.checkJSON.get().output)
    #expect(report.object["schema"] as? String == "overflight/check/1")
    #expect(report.object["tool"] as? String == "overflight")
    #expect(report.object["scenario"] as? String == "hatay-2015-11-24")
    let version = try BuiltProgram.run(["--version"]).output
    #expect(version == "overflight \(report.object["version"] as? String ?? "")\n")
    let parameters = try #require(report.object["parameters"] as? [String: Any])
    #expect(parameters["border_displacement_m"] as? Double == 50)
    #expect(parameters["allow_unsourced"] as? Bool == false)
    #expect(parameters["borders"] as? [String] == allBorders)
    #expect((parameters["tracks"] as? [String])?.count == 7)
    #expect((parameters["claims"] as? [String])?.isEmpty == false)
  }

  @Test func `names every file that it rests on, with its sum`() throws {
    let report = try Report(Shipped.checkJSON.get().output)
    let inputs = try #require(report.object["inputs"] as? [[String: Any]])
    let files = inputs.compactMap { $0["file"] as? String }
    #expect(
      files
        == allBorders.flatMap { ["borders/\($0)-syria.geojson", "borders/\($0)-turkey.geojson"] }
        .sorted() + ["claims.json", "scenario.json"])
    for (input, file) in zip(inputs, files) {
      let path = Shipped.folder.appending(path: file)
      #expect(input["bytes"] as? Int == (try Data(contentsOf: path)).count)
      let sum = try sha256sum(path)
      #expect(input["sha256"] as? String == sum, "\(file)")
    }
  }

  @Test func `tells of every result what it is about and how it was judged`() throws {
    let report = try Report(Shipped.checkJSON.get().output)
    #expect(!report.results.isEmpty)
    for result in report.results {
      for key in ["party", "claim", "reading", "verdict", "margin_unit", "claimed", "test"] {
        #expect((result[key] as? String)?.isEmpty == false, "\(key) of \(result)")
      }
      #expect(result["margin"] is Double)
      #expect(result["uncertainty_95"] is Double)
      #expect((result["sources"] as? [String])?.isEmpty == false)
      for key in ["computed", "remark", "rests_on", "track", "border"] {
        #expect(result[key] != nil, "\(key) of \(result)")
      }
    }
  }

  @Test func `judges every claim under every border`() throws {
    let report = try Report(Shipped.checkJSON.get().output)
    let claims = try JSONSerialization.jsonObject(
      with: Data(contentsOf: Shipped.folder.appending(path: "claims.json")))
    let list = try #require((claims as? [String: Any])?["claims"] as? [[String: Any]])
    for claim in list {
      let readings = try #require(claim["readings"] as? [[String: Any]])
      for reading in readings {
        let results = report.results.filter {
          $0["claim"] as? String == claim["id"] as? String
            && $0["reading"] as? String == reading["id"] as? String
        }
        // Stated numbers alone need no border; all else is judged under each.
        let borders = Set(results.map { $0["border"] as? String })
        #expect(borders == Set(allBorders) || borders == [nil], "\(claim["id"] ?? "")")
        #expect(Set(results.map { $0["party"] as? String }) == [claim["party"] as? String])
        for track in Set(results.map { $0["track"] as? String }) {
          #expect(
            results.count { $0["track"] as? String == track } == borders.count,
            "\(claim["id"] ?? "") \(track ?? "")")
        }
      }
    }
  }

  @Test func `has all three verdicts, of four parties or more`() throws {
    let report = try Report(Shipped.checkJSON.get().output)
    #expect(
      Set(report.results.compactMap { $0["verdict"] as? String })
        == ["supported", "contradicted", "undetermined"])
    #expect(Set(report.results.compactMap { $0["party"] as? String }).count >= 4)
  }

  @Test func `agrees with itself on margin, uncertainty and verdict`() throws {
    for result in try Report(Shipped.checkJSON.get().output).results {
      guard let margin = result["margin"] as? Double, result["remark"] is NSNull,
        let uncertainty = result["uncertainty_95"] as? Double
      else { continue }
      // Printed to four decimals, so a margin that near to its uncertainty tells nothing.
      if margin - uncertainty > 1e-4 { #expect(result["verdict"] as? String == "supported") }
      if margin + uncertainty < -1e-4 { #expect(result["verdict"] as? String == "contradicted") }
      if uncertainty - abs(margin) > 1e-4 {
        #expect(result["verdict"] as? String == "undetermined")
      }
    }
  }

  @Test func `is the same bytes again`() throws {
    let again = try BuiltProgram.run(["check", "--border", "all", "--json"])
    #expect(try Shipped.checkJSON.get().output == again.output)
  }

  @Test func `is about the claim, the party and the track that are asked for`() throws {
    let outcome = try BuiltProgram.run([
      "check", "--json", "--claim", "T4", "--party", "turkey", "--track", "letter-depth",
    ])
    let results = try Report(outcome.output).results
    #expect(results.count == 1)
    #expect(results.first?["claim"] as? String == "T4")
    #expect(results.first?["track"] as? String == "letter-depth")
    #expect(results.first?["border"] as? String == "osm-2026")
  }
}

@Suite struct `The numbers that are quoted most` {
  // 1.36 statute miles north of the tip are 1.36 · 1609.344 m = 2188.7 m. The chord between the
  // entry and exit rows of the CSV lies on a parallel, but for the geodesic's sagitta of some
  // centimeters, so that its length is Δλ · cos φ · N with N = a/√(1 − e² sin² φ).
  @Test func `the letter's depth gives a chord of 2.77 km, and 17 s ask for 587 km/h`() throws {
    let csv = try Shipped.tracks.get().output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func row(_ event: String) throws -> [Double] {
      let fields = try #require(csv.first { $0[0] == "letter-depth" && $0[11] == event })
      return [2, 3, 6].compactMap { Double(fields[$0]) }
    }
    let (entry, exit) = (try row("entry"), try row("exit"))
    let φ = (entry[0] + exit[0]) / 2 * .pi / 180
    let e² = 0.006_694_379_990_14
    let N = 6_378_137 / (1 - e² * sin(φ) * sin(φ)).squareRoot()
    let chord = abs(entry[1] - exit[1]) * .pi / 180 * cos(φ) * N
    #expect(abs(chord - 2770) < 10)
    #expect(abs(chord / 17 * 3.6 - 587) < 3)
    #expect(abs(entry[2] * 3.6 - chord / 17 * 3.6) < 0.1)

    let report = try Report(Shipped.checkJSON.get().output)
    func computed(_ test: String, _ unit: String) throws -> Double {
      let result = report.results.first {
        $0["test"] as? String == test && $0["margin_unit"] as? String == unit
          && $0["track"] as? String == "letter-depth" && $0["border"] as? String == "osm-2026"
      }
      return try #require(result?["computed"] as? Double, "\(test) in \(unit)")
    }
    #expect(abs(try computed("depth from the southern tip", "mi") * 1609.344 - 2188.7) < 0.2)
    #expect(abs(try computed("way flown inside", "km") * 1000 - chord) < 1)
    #expect(abs(try computed("way flown inside", "km") - 2.77) < 0.01)
    #expect(abs(try computed("ground speed", "km/h") - 587) < 3)
  }

  // By hand: 980 km/h are 272.22 m/s. 2000 m / 272.22 m/s = 7.347 s; 300 s · 272.22 m/s =
  // 81.667 km; 2 km / 17 s = 117.65 m/s = 423.53 km/h; 1.15 · 1.609344 km / 17 s · 3600 s/h =
  // 391.92 km/h; 1.15 · 1.852 km / 17 s · 3600 s/h = 451.02 km/h.
  @Test(arguments: [
    ("A1f", "s", 7.347), ("A1h", "km", 81.667), ("A1g", "km/h", 423.53),
    ("A2", "km/h", 391.92), ("A2", "km/h", 451.02),
  ])
  func `are computed from what the analysts state`(
    claim: String, unit: String, value: Double
  ) throws {
    let computed = try Report(Shipped.checkJSON.get().output).results.filter {
      $0["claim"] as? String == claim && $0["margin_unit"] as? String == unit
        && $0["track"] is NSNull
    }.compactMap { $0["computed"] as? Double }
    #expect(computed.contains { abs($0 - value) < 0.005 }, "\(computed)")
  }

  // The same numbers on the tracks that are built from them.
  @Test(arguments: [
    ("ku-leuven", "time inside", "s", 7.347), ("ku-leuven", "way flown inside", "km", 2.0),
    ("letter-length", "ground speed", "km/h", 391.92),
    ("letter-length", "way flown inside", "mi", 1.15),
  ])
  func `are those of the tracks on the default border`(
    track: String, test: String, unit: String, value: Double
  ) throws {
    let computed = try Report(Shipped.checkJSON.get().output).results.filter {
      $0["track"] as? String == track && $0["test"] as? String == test
        && $0["margin_unit"] as? String == unit && $0["border"] as? String == "osm-2026"
    }.compactMap { $0["computed"] as? Double }
    #expect(!computed.isEmpty)
    #expect(computed.allSatisfy { abs($0 - value) < value * 5e-4 }, "\(computed)")
  }
}

@Suite struct `check --fail-on` {
  @Test(arguments: [
    (["contradicted"], Int32(1)), (["supported"], Int32(1)), (["undetermined"], Int32(0)),
    (["undetermined", "supported"], Int32(1)), ([String](), Int32(0)),
  ])
  func `sets the exit code, and nothing else`(verdicts: [String], code: Int32) throws {
    let options = verdicts.flatMap { ["--fail-on", $0] }
    func run(_ options: [String]) throws -> BuiltProgram.Outcome {
      try BuiltProgram.run(["check", "small"] + options) { folder in
        try SmallScenario().write(to: folder.appending(path: "small"))
      }
    }
    let outcome = try run(options)
    #expect(outcome.code == code)
    #expect(outcome.errors == "")
    #expect(outcome.output == (try run([])).output)
  }

  @Test func `is needed for a code other than 0`() throws {
    #expect(try Shipped.check.get().code == 0)
    #expect(try Shipped.checkUnderAll.get().code == 0)
    #expect(try Shipped.checkJSON.get().code == 0)
  }
}

@Suite struct `What the program says` {
  @Test func `has no word of blame, and no sides`() throws {
    let texts =
      [
        try Shipped.replay.get().output, try Shipped.check.get().output,
        try Shipped.checkUnderAll.get().output, try Shipped.checkJSON.get().output,
        try Shipped.tracks.get().output,
      ]
      + (try [[], ["replay"], ["check"], ["scenario"], ["scenario", "show"]].map {
        try BuiltProgram.run($0 + ["--help"]).output
      })
    for text in texts {
      #expect(!text.isEmpty)
      let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
      #expect(words.intersection(blame).sorted() == [])
    }
  }

  @Test func `is mirrored when two parties change their names`() throws {
    var mirrored = SmallScenario()
    for file in ["scenario.json", "claims.json"] {
      mirrored = mirrored.replacing(
        file, by: swapped(mirrored.files[file, default: ""]))
    }
    func results(_ scenario: SmallScenario) throws -> [String] {
      let outcome = try BuiltProgram.run(["check", "small", "--json"]) { folder in
        try scenario.write(to: folder.appending(path: "small"))
      }
      return outcome.output.split(separator: "\n").filter { $0.contains("\"verdict\"") }
        .map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
    }
    let (one, other) = (try results(SmallScenario()), try results(mirrored))
    #expect(one.count == 3)
    #expect(one != other)
    #expect(one.map(swapped).sorted() == other.sorted())
  }

  private func swapped(_ text: String) -> String {
    text.replacing(/"(east|west)"/) { $0.1 == "east" ? "\"west\"" : "\"east\"" }
  }
}

@Suite struct `The shipped scenario's outputs` {
  @Test func `are those that are kept beside it`() throws {
    let expected = Shipped.folder.appending(path: "expected")
    try expectGolden(Shipped.replay.get().output, in: expected, "replay.txt")
    try expectGolden(Shipped.check.get().output, in: expected, "check.txt")
    try expectGolden(Shipped.tracks.get().output, in: expected, "tracks.csv")
  }
}

private let allBorders = ["osm-2026", "osm-2018", "natural-earth-10m"]

private let blame: Set<String> = [
  "aggression", "aggressive", "aggressor", "attacker", "blame", "blamed", "blue", "cheat",
  "crime", "criminal", "culprit", "deceive", "deceived", "deception", "dishonest", "enemies",
  "enemy", "friendly", "guilt", "guilty", "hero", "honest", "hostile", "illegal", "innocent",
  "liar", "liars", "lied", "loser", "lying", "murder", "offender", "perpetrator",
  "propaganda", "provocation", "provoked", "red", "responsible", "terrorist", "treacherous",
  "truthful", "unlawful", "victim", "victory", "villain", "winner", "winners", "won",
]

/// What `check --json` prints, as Foundation reads it.
private struct Report {
  let object: [String: Any]
  let results: [[String: Any]]

  init(_ text: String) throws {
    object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    results = try #require(object["results"] as? [[String: Any]])
  }
}

/// The sum of a file by the system's own tool.
private func sha256sum(_ file: URL) throws -> String {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  #if os(macOS)
    process.arguments = ["shasum", "-a", "256", file.path]
  #else
    process.arguments = ["sha256sum", file.path]
  #endif
  process.standardOutput = output
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return String(text.prefix { $0 != " " })
}
