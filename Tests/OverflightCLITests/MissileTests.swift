import Foundation
import TestSupport
import Testing

/// The small scenario's path goes west at 200 m/s along 0.05° N and enters across a meridian.
///
/// It enters at 07:24:05, is hit 40 s later, and leaves 55.66 s after the entry. It begins 30 s before.
@Suite struct `The command missile` {
  private func missile(_ words: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["missile", "small", "--track", "through"] + words.split(separator: " ").map(String.init),
      in: writeSmall)
  }

  private func lines(_ outcome: BuiltProgram.Outcome) -> [String] {
    #expect(outcome.code == 0 && outcome.errors == "", "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
  }

  /// 20 s before the hit it is 20 s or 4 km inside, 45 s before it is 5 s or 1 km outside.
  ///
  /// The line's 50 m are 0.25 s, of a band of 25 s 1 %.
  @Test func `seeks the launch of the hit that the scenario reports`() throws {
    let lines = lines(try missile("--time 20s:45s"))
    #expect(lines.contains { $0.hasPrefix("Hit at the reported hit, by west (S1); the missile") })
    for (start, end) in [
      ("launch 20.00 s 07:24:25.000 ", " −4.000 km inside"),
      ("launch 45.00 s 07:24:00.000 ", " +1.000 km outside"),
    ] {
      #expect(lines.contains { $0.hasPrefix(start) && $0.hasSuffix(end) })
    }
    #expect(
      lines.contains(
        "drawn inside 20.00 s 40.00 s 80.00 % ± 1.00 % the entry at 07:24:05.000 ± 0.25 s"))
    #expect(lines.contains("outside 40.00 s 45.00 s 20.00 % ± 1.00 % the end of the band"))
  }

  /// 6 km to 9 km at 300 m/s to 400 m/s take 15 s to 30 s.
  ///
  /// Launched 10 s before the entry, it is hit 5 s or 1 km inside at least, and 20 s or 4 km at most.
  @Test func `takes a way and a mean speed, and tells programs`() throws {
    let outcome = try missile(
      "--range 6km:9km --speed 300m/s:400m/s --launch entry-10s --json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "overflight/missile/1")
    let parameters = try #require(object["parameters"] as? [String: Any])
    #expect(parameters["flight_s"] as? [Double] == [15, 30])
    let results = try #require(object["results"] as? [[String: Any]])
    let ends = try #require(results.first?["ends"] as? [[String: Any]])
    for (end, (flown, distance)) in zip(ends, [(3000.0, -1000.0), (6000, -4000)]) {
      let hit = try #require(end["hit"] as? [String: Any])
      #expect(abs(try #require(end["flown_m"] as? Double) - flown) < 0.01)
      #expect(abs(try #require(hit["border_distance_m"] as? Double) - distance) < 0.01)
      #expect(hit["side"] as? String == "inside")
    }
    let changes = try #require(results.first?["changes"] as? [[String: Any]])
    #expect(changes.map { $0["in_band"] as? Bool } == [false, false])
    #expect(changes.map { $0["at"] as? String } == ["entry", "exit"])
  }

  @Test(arguments: [
    ("", "the option --time A:B, or --range A:B with --speed A:B, is missing"),
    ("--range 5km", "--range needs --speed"),
    ("--speed 600m/s", "--speed needs --range"),
    ("--time 5s --range 5km", "--time and --range cannot be used together"),
    ("--time 5s --launch entry --hit exit", "--launch and --hit cannot be used together"),
    ("--time 5", "--time \"5\" is not a time or a range of times such as 5s:17s"),
    ("--time 17s:5s", "--time: the range \"17s:5s\" ends before it begins"),
    ("--time 0s:5s", "the flight: a missile flies for a finite time above zero, not 0.0 s"),
    (
      "--time 5s --launch noon",
      "--launch \"noon\" is not a moment: start, entry, deepest, exit, nearestApproach, end, launch, "
        + "hit or crash, with or without a time such as entry+2s, or a time such as "
        + "2015-11-24T07:24:07Z"
    ),
    (
      "--time 5s --launch launch",
      "--launch: track through has no such moment as the reported launch under border drawn"
    ),
    (
      "--time 5s --launch entry-31s",
      "--launch: 2015-11-24T07:23:34.000Z is not a time of track through, which lasts from "
        + "2015-11-24T07:23:35.000Z to 2015-11-24T07:26:05.000Z"
    ),
  ])
  func `refuses in one sentence what it cannot tell`(words: String, sentence: String) throws {
    let outcome = try missile(words)
    #expect(outcome.code == 64 && outcome.output == "")
    #expect(outcome.errors == "overflight: \(sentence); see overflight missile --help\n")
  }

  @Test func `asks for a moment where none is reported`() throws {
    let outcome = try BuiltProgram.run(
      ["missile", "small", "--track", "seen", "--time", "5s"], in: writeSmall)
    #expect(outcome.code == 64)
    #expect(
      outcome.errors.hasPrefix(
        "overflight: --track: no launch and no hit is reported on track seen; give --launch or "))
  }
}
