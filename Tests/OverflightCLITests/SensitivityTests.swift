import Foundation
import Quantities
import TestSupport
import Testing

/// The small scenario's path crosses a straight border at a right angle and leaves it so, 11 131.945 m
/// further; its entry keeps its time at any speed.
///
/// So the time inside is that over the speed, 200 m/s with a deviation of 20 km/h, and the clock, 0 s to
/// 20 s late, moves the entry alone.
@Suite struct `The command vary, telling what moves a result,` {
  private static let words =
    "vary small --track through --samples 400 --sensitivity --claim E1 "
    + "--uncertain none,clock=0s:20s,ground-speed=20km/h"

  /// The claim is 56 s there, give or take half a second.
  private func folder() throws -> WorkingFolder {
    try WorkingFolder {
      try SmallScenario().changing("claims.json", "\"60 s\"", to: "\"56 s\"")
        .write(to: $0.appending(path: "small"))
    }
  }

  private func rows(_ words: String) throws -> [String: [String: Double]] {
    let outcome = try folder().run(words + " --csv -")
    #expect(outcome.code == 0 && outcome.errors == "", "\(outcome.errors)")
    let lines = outcome.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { fields in
        let numbers = zip(lines[0], fields).compactMap { name, field in
          Double(field).map { (name, $0) }
        }
        return ("\(fields[0]) \(fields[1])", Dictionary(uniqueKeysWithValues: numbers))
      })
  }

  @Test func `finds that only the speed counts for a time inside`() throws {
    let rows = try rows(Self.words)
    let speed = try #require(rows["duration_s ground-speed"])
    let clock = try #require(rows["duration_s clock"])
    #expect(abs((speed["told"] ?? 0) - 55.659_725) < 1e-5)
    for share in ["first_order", "total"] {
      let error = try #require(speed[share + "_error"])
      #expect(abs((speed[share] ?? 0) - 1) < 4 * error && error < 0.1)
      #expect(clock[share] == 0 && clock[share + "_error"] == 0)
    }
    #expect(clock["alone_change"] == 0 && clock["alone_standard_deviation"] == 0)
    // To first order 55.66 s · 5.5556/200; four deviations of such a spread, 4/√800.
    let spread = try #require(speed["alone_standard_deviation"])
    #expect(abs(spread / (55.66 * 5.5556 / 200) - 1) < 0.15)
    #expect(rows["length_m ground-speed"]?["numbers"] == 400)
  }

  @Test func `finds that only the clock counts for an entry`() throws {
    let rows = try rows(Self.words)
    let clock = try #require(rows["entry_time_s clock"])
    let error = try #require(clock["first_order_error"])
    #expect(abs((clock["first_order"] ?? 0) - 1) < 4 * error && error < 0.1)
    #expect(rows["entry_time_s ground-speed"]?["total"] == 0)
    // Uniform from 0 s to 20 s: mean 10 s, deviation 20/√12 s, with errors of 0.29 s and 0.13 s.
    #expect(abs((clock["alone_change"] ?? 0) - 10) < 1.2)
    #expect(abs((clock["alone_standard_deviation"] ?? 0) - 20 / 12.0.squareRoot()) < 0.6)
  }

  /// 55.5 s to 56.5 s are 11 131.945 m at 200.576 to 197.026 m/s, from −0.535 to 0.104 deviations.
  @Test func `finds what moves the support of a reading, and that all runs are inside`() throws {
    let rows = try rows(Self.words)
    let speed = try #require(rows["E1.as-stated.supported ground-speed"])
    let p =
      NormalDistribution.probability(below: 0.1037)
      - NormalDistribution.probability(below: -0.5353)
    #expect(speed["told"] == 1)
    #expect(abs((speed["alone_mean"] ?? 0) - p) < 4 * (p * (1 - p) / 400).squareRoot())
    #expect(abs((speed["mean"] ?? 0) - p) < 4 * (p * (1 - p) / 800).squareRoot())
    #expect(rows["E1.as-stated.supported clock"]?["total"] == 0)
    let inside = try #require(rows["inside ground-speed"])
    #expect(inside["mean"] == 1 && inside["first_order"] == nil)
  }

  /// Three inputs that all move the depth, and each other's effect on it.
  @Test func `has first-order shares whose sum is not above 1`() throws {
    let rows = try rows(
      "vary small --track through --samples 150 --sensitivity "
        + "--uncertain none,position-bias=2km,track-angle=20deg,ground-speed=20km/h")
    for result in ["duration_s", "length_m", "max_depth_m"] {
      let ofResult = rows.filter { $0.key.hasPrefix(result + " ") }.values
      #expect(ofResult.count == 3)
      let sum = ofResult.compactMap { $0["first_order"] }.reduce(0, +)
      let errors = ofResult.compactMap { $0["first_order_error"] }.reduce(0, +)
      #expect(sum < 1 + 2 * errors)
      // A total share has the first order in it.
      for row in ofResult {
        let (first, total) = (row["first_order"] ?? 0, row["total"] ?? 0)
        let error = (row["first_order_error"] ?? 0) + (row["total_error"] ?? 0)
        #expect(first <= total + 3 * error)
      }
    }
    #expect(rows["max_depth_m ground-speed"]?["total"] == 0)
  }

  @Test func `gives the same bytes by any number of threads, and from a journal`() throws {
    let folder = try folder()
    let words = Self.words.replacing("400", with: "60")
    for form in ["", " --json", " --csv -"] {
      let one = try folder.run(words + form + " --threads 1")
      #expect(one.code == 0)
      #expect(try folder.run(words + form + " --threads 2") == one)
      #expect(try folder.run(words + form + " --journal j --quiet") == one)
    }
    #expect(try folder.run("vary small --track through --samples 60 --journal j").code == 65)
  }

  @Test func `is a table with bars, which are the shares`() throws {
    let outcome = try folder().run(Self.words)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("400 samples, seed 1, 2400 runs") })
    let heading = try #require(lines.firstIndex { $0.hasPrefix("time inside: told 55.66 s") })
    #expect(
      lines[heading + 1].hasPrefix("ground-speed") && lines[heading + 1].hasSuffix("████████"))
    // The clock moves the entry alone, and is left out elsewhere.
    #expect(!lines[heading + 2].hasPrefix("clock"))
    #expect(lines.count { $0.hasPrefix("clock") && $0.contains("█") } == 1)
    #expect(lines.contains { $0.hasSuffix("nothing moves it") })
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `is one JSON object`() throws {
    let outcome = try folder().run(Self.words.replacing("400", with: "20") + " --json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "overflight/sensitivity/1")
    #expect(object["runs"] as? Int == 120)
    let results = try #require(object["results"] as? [[String: Any]])
    #expect(
      results.map { $0["result"] as? String } == [
        "duration_s", "length_m", "max_depth_m", "entry_time_s", "inside",
        "E1.as-stated.supported",
      ])
    #expect(results.allSatisfy { ($0["inputs"] as? [Any])?.count == 2 })
  }

  @Test(arguments: [
    ("--sensitivity", "--sensitivity needs --samples"),
    ("--samples 5 --sensitivity --shard 0/2", "--sensitivity and --shard cannot be used together"),
    (
      "--samples 100001 --sensitivity",
      "--sensitivity: 100001 samples are more than 100000"
    ),
    ("--samples 5 --sensitivity --uncertain none", "--sensitivity: nothing is uncertain"),
  ])
  func `says in one sentence what it needs`(words: String, sentence: String) throws {
    let outcome = try folder().run("vary small --track through \(words)")
    #expect(outcome.code == 64 && outcome.output == "")
    #expect(outcome.errors == "overflight: \(sentence); see overflight vary --help\n")
  }
}
