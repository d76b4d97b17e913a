import Airspaces
import Claims
import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// The flight of ``ExampleEvidence``, 100 s inside, 11 131.949 m long and 5565.975 m deep, held
/// against two readings while its speed and place vary.
@Suite struct `Readings held against variants` {
  private static let readings = [
    Claim.Reading(
      id: "time", meaning: nil,
      test: .durationInside(.about(Measure(50, .second), halfWidth: 0.5))),
    Claim.Reading(id: "out", meaning: nil, test: .keptOut),
  ]

  private func judge() throws -> VariationJudge {
    let resolved = try ExampleEvidence.replay().track
    return VariationJudge(
      of: Self.readings,
      on: VariationReplayer(
        TrackVariations(
          of: try VariableTrack(resolved), in: ExampleEvidence.scenario,
          borders: [BorderKey(airspace: "square", source: "map"): try World.border()]),
        borders: [:]),
      places: [:], borderDisplacement: .zero)
  }

  @Test func `are judged as on a track of the scenario`() throws {
    var judge = try judge()
    var variation = Variation()
    variation.set(.speedFactor, to: 2)
    let judged = judge.judged(variation)
    let replay = try judged.replay.get()
    let evidence = Evidence(
      replay: replay, border: replay.border, places: [:], borderDisplacement: .zero)
    #expect(judged.judgements == Self.readings.map { $0.test.judged(by: evidence) })
    #expect(judged.judgements.map(\.verdict) == [.supported, .contradicted])
    #expect(abs(judged.judgements[0].margin.value - 0.5) < 1e-6)
  }

  @Test func `are not judged on a variant that cannot be flown`() throws {
    var judge = try judge()
    var variation = Variation()
    variation.set(.speed, to: 0)
    let judged = judge.judged(variation)
    #expect(judged.judgements.isEmpty)
    #expect(throws: VariationError.change(.speedNotPositive)) { try judged.replay.get() }
  }

  /// Readings that findings are enough for, and, every other time, one that takes a replay.
  @Test(arguments: [false, true])
  func `are recorded as they are judged`(takesReplay: Bool) throws {
    let resolved = try ExampleEvidence.replay().track
    let half = Claim.Expectation.about(Measure(100, .second), halfWidth: 20)
    let tests: [Claim.Test] =
      [
        .entered, .keptOut, .keptClear(by: Measure(1, .nauticalMile)), .durationInside(half),
        .lengthInside(.atLeast(Measure(2, .kilometer))),
        .depth(.nearestBorder, .atMost(Measure(1, .statuteMile))),
        .depth(.fromSouthernTip, .atLeast(Measure(1, .statuteMile))),
        .depth(.fromEntry, .atLeast(Measure(1, .kilometer))),
        .entryTime(World.time(1000), halfWidth: .seconds(5)),
        .groundSpeed(.between(Measure(100, .meterPerSecond), Measure(200, .meterPerSecond))),
        .crossings(.about(Measure(1, .one), halfWidth: 0.5)),
      ] + (takesReplay ? [.pathLength(within: .seconds(10), .atLeast(Measure(1, .kilometer)))] : [])
    let readings = tests.enumerated().map {
      Claim.Reading(id: String($0.offset), meaning: nil, test: $0.element)
    }
    var judge = VariationJudge(
      of: readings,
      on: VariationReplayer(
        TrackVariations(
          of: try VariableTrack(resolved), in: ExampleEvidence.scenario,
          borders: [BorderKey(airspace: "square", source: "map"): try World.border()]),
        borders: [:]),
      places: [:], borderDisplacement: .meters(50))
    let grid = try VariationGrid([
      .numbers(.shiftNorth, [0, 55_270, 57_000]), .numbers(.rotation, [0, 45]),
      .numbers(.speedFactor, [0.5, 1, 3]), .numbers(.delay, [0, 7]),
    ])
    var verdicts = Set<Verdict>()
    for number in 0..<grid.count {
      let record = judge.record(of: grid[number])
      #expect(record == VariationRecord(of: judge.judged(grid[number]), on: readings))
      verdicts.formUnion(record.readings.map(\.verdict))
    }
    #expect(verdicts == Set(Verdict.allCases))
  }

  /// Factors 1 to 4 give 100, 50, 33.3 and 25 s inside; shifted by 100 km the flight stays outside.
  @Test(arguments: [0, 1, 2, 5, 8])
  func `are summed up alike however they are shared out`(cut: Int) throws {
    let grid = try VariationGrid([
      .numbers(.shiftNorth, [0, 100_000]), .numbers(.speedFactor, [1, 2, 3, 4]),
    ])
    var judge = try judge()
    var parts = [VariationSummary(on: Self.readings), VariationSummary(on: Self.readings)]
    for number in 0..<grid.count {
      parts[number < cut ? 0 : 1].add(judge.record(of: grid[number]), number: number + 1)
    }
    var summary = parts[0]
    summary.add(parts[1])
    #expect(summary.count == 8 && summary.failed == 0 && summary.inside == 4)
    let duration = try #require(summary.duration)
    #expect(abs(duration.lowerBound.seconds - 25) < 1e-5)
    #expect(abs(duration.upperBound.seconds - 100) < 1e-5)
    #expect(summary.readings[0].verdicts[.supported] == 1)
    #expect(summary.readings[0].verdicts[.contradicted] == 7)
    #expect(summary.readings[0].greatest?.variant == 2)
    #expect(summary.readings[1].verdicts[.supported] == 4)
    #expect(summary.readings[1].verdicts[.contradicted] == 4)
    // All four that stay outside do so by as much: the first of them is told.
    #expect(summary.readings[1].greatest?.variant == 5)
  }
}
