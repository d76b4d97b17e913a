import Foundation
import TestSupport
import Testing

@Suite struct `The command scenario show` {
  private func lines(of scenario: SmallScenario, _ words: [String] = []) throws -> [String] {
    let outcome = try BuiltProgram.run(["scenario", "show", "small"] + words) { folder in
      try scenario.write(to: folder.appending(path: "small"))
    }
    #expect(outcome.code == 0 && outcome.errors == "", "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
  }

  /// 136 kt are 136·1.852 = 251.872 km/h, and 50 000 ft are 15 240 m.
  @Test func `lists what an aircraft can fly, and how near the source is`() throws {
    let scenario = SmallScenario().changing(
      "scenario.json", #"{"id": "plane", "name": "A plane"},"#,
      to: """
        {"id": "plane", "name": "A plane", "envelope": {
          "lowestCalibratedAirspeed": "136 kt", "highestMach": "1.35", "largestLoadFactor": "6.5",
          "largestClimbRate": "150 m/s", "ceiling": "50000 ft", "sources": ["map", "S1"]}},
        """)
    let lines = try lines(of: scenario)
    for line in [
      "plane lowest calibrated airspeed 251.9 km/h primary, assumption map, S1",
      "highest Mach number 1.35 primary, assumption map, S1",
      "largest load factor 6.50 primary, assumption map, S1",
      "largest rate of climb 150.0 m/s primary, assumption map, S1",
      "ceiling, pressure altitude 15240 m primary, assumption map, S1",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(try self.lines(of: SmallScenario()).contains("plane no limit stated"))
  }

  /// 0.25 NM are 463 m, and 5 m/s are 18 km/h.
  @Test func `lists what is uncertain, and names what is assumed`() throws {
    let scenario = SmallScenario().changing(
      "scenario.json", #""borderDisplacement": {"halfWidth95": "50 m", "sources": ["S1"]},"#,
      to: """
        "borderDisplacement": {"halfWidth95": "50 m", "sources": ["S1"]},
        "positionBias": {"standardDeviation": "0.25 NM", "sources": ["map"]},
        "groundSpeed": {"standardDeviation": "5 m/s", "sources": ["S1"]},
        "clock": {"from": "0 s", "to": "20 s", "sources": []},
        """)
    let lines = try lines(of: scenario, ["--allow-unsourced"])
    for line in [
      "position-bias standard deviation 463.0 m primary map",
      "clock 0.00 s to 20.00 s no source",
      "ground-speed standard deviation 18.0 km/h assumption S1",
      "border-displacement ±50.0 m at 95 % assumption S1",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }
}
