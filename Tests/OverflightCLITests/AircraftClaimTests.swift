import Foundation
import TestSupport
import Testing

@Suite struct `A claim about aircraft` {
  /// The path through the square is flown at 720 km/h, 200 m/s, at 6000 m above mean sea level.
  ///
  /// These are 6000·6356766/6362766 = 5994.34 m of geopotential, where the air has 249.187 K and sound
  /// 316.452 m/s: the Mach number is 0.63201, 0.06799 below 0.7.
  @Test func `is told by check with what it rests on`() throws {
    let scenario = SmallScenario()
      .changing(
        "scenario.json", #"{"id": "plane", "name": "A plane"},"#,
        to: #"{"id": "plane", "name": "A plane", "envelope": {"highestMach": "0.7", "#
          + #""sources": ["map"]}},"#
      ).changing(
        "claims.json", #""meaning": "at no moment", "test": {"kind": "keptOut"}},"#,
        to: """
          "test": {"kind": "flyable", "is": true}},
          {"id": "one", "test": {"kind": "aircraftCount", "airspace": "square", "atLeast": 1}},
          """)
    let outcome = try BuiltProgram.run(["check", "small", "--claim", "W1"]) { folder in
      try scenario.write(to: folder.appending(path: "small"))
    }
    #expect(outcome.code == 0 && outcome.errors == "", "\(outcome.errors)")
    let words = outcome.output.split { " \n".contains($0) }.joined(separator: " ")
    #expect(words.contains("flyable by the stated every limit"))
    #expect(words.contains("supported"))
    #expect(words.contains("aircraft inside square: 1 of the aircraft"))
    let json = try BuiltProgram.run(["check", "small", "--claim", "W1", "--json"]) { folder in
      try scenario.write(to: folder.appending(path: "small"))
    }
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let results = try #require(object["results"] as? [[String: Any]])
    #expect(results.map { $0["verdict"] as? String } == ["supported", "supported"])
    let margin = try #require(results[0]["margin"] as? Double)
    #expect(abs(margin - 0.06799) < 6e-5)
    #expect(
      results[0]["remark"] as? String == "highest Mach number: 0.63 of 0.70 at 07:23:35.000")
    #expect(results[1]["computed"] as? Double == 1 && results[1]["track"] is NSNull)
  }
}
