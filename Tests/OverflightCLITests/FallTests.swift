import Foundation
import Testing

@Suite struct `The command fall` {
  private func fall(_ words: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["fall"] + words.split(separator: " ").map(String.init))
  }

  /// 9.80665·30²/2 = 4412.9925 m and 9.80665·45²/2 = 9929.2331 m.
  ///
  /// 8 km in 30 s are 960 km/h, in 45 s 640 km/h. From 5791.2 m to 700 m are 5091.2 m.
  @Test func `tells what a fall of so many seconds needs`() throws {
    let outcome = try fall("--duration 30s,45s --distance 8km --height 19000ft --terrain 700m")
    #expect(outcome.code == 0 && outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("30.00 s 4413.0 m 960.0 km/h +678.2 m"))
    #expect(lines.contains("45.00 s 9929.2 m 640.0 km/h −4838.0 m"))
    // √(2·5091.2/9.80665) = 32.223 s, and 9.80665·32.223 = 316.0 m/s, straight down.
    #expect(lines.contains("none 32.22 s 0.000 km 0 km/h 1138 km/h 90.0°"))
  }

  /// √(2·6000/9.80665) = 34.981 s; 980 km/h are 272.2222 m/s, so 9522.6 m; 343.043 m/s down.
  @Test func `tells how a fall ends, for programs`() throws {
    let outcome = try fall("--height 6000m --speed 980km/h --drag 500kg/m2,2000kg/m2 --json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "overflight/fall/1")
    let results = try #require(object["results"] as? [String: Any])
    let falls = try #require(results["from_height"] as? [[String: Any]])
    try #require(falls.count == 3)
    #expect(falls[0]["ballistic_coefficient_kgpm2"] is NSNull)
    for (key, value) in [
      ("duration_s", 34.981), ("distance_m", 9522.6), ("impact_speed_mps", 437.93),
      ("impact_angle_deg", 51.565),
    ] {
      let found = try #require(falls[0][key] as? Double)
      #expect(abs(found - value) < 2e-5 * value, "\(key) \(found)")
    }
    // Drag lengthens a fall and shortens its way, the more the lighter the body.
    let durations = falls.compactMap { $0["duration_s"] as? Double }
    let distances = falls.compactMap { $0["distance_m"] as? Double }
    #expect(durations[0] < durations[2] && durations[2] < durations[1])
    #expect(distances[0] > distances[2] && distances[2] > distances[1])
  }

  @Test(arguments: [
    ("", "the option --duration TIMES or --height LENGTH is missing"),
    ("--duration 30", "--duration \"30\" is not times with their unit such as 30s,45s"),
    ("--duration -3s", "--duration \"-3s\" is not times above zero"),
    ("--duration 30s --drag 500kg/m2", "--drag needs --height"),
    ("--duration 30s --terrain 700m", "--terrain needs --height"),
    ("--duration 30s --speed 500km/h", "--speed needs --height"),
    ("--height 6000m --distance 8km", "--distance needs --duration"),
    ("--height 6000m --drag 500", "--drag \"500\" is not a ballistic coefficient such as 500kg/m2"),
    (
      "--height 600m --terrain 700m",
      "the fall: a body at 600.0 m cannot fall on terrain at 700.0 m"
    ),
    (
      "--height 600m --drag -5kg/m2",
      "the fall: a falling body needs a finite ballistic coefficient of 0.1 kg/m² or more, not "
        + "-5.0 kg/m²"
    ),
  ])
  func `refuses in one sentence what is no fall`(words: String, sentence: String) throws {
    let outcome = try fall(words)
    #expect(outcome.code == 64 && outcome.output == "")
    #expect(outcome.errors == "overflight: \(sentence); see overflight fall --help\n")
  }
}
