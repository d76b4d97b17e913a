import Airspaces
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A track that is replayed in variants` {
  private func variations(
    _ change: (inout ExampleScenario) throws -> Void = { _ in }
  ) throws -> TrackVariations {
    var example = ExampleScenario()
    example.warnings = ExampleScenario.warnings(3, over: 60)
    example.events = [
      ExampleScenario.event(.launch, .after(.deepest, .seconds(1))),
      ExampleScenario.event(.hit, .afterEvent(.launch, .seconds(10))),
      ExampleScenario.event(
        .crash, .afterEvent(.hit, .seconds(30)), .ahead(of: .hit, distance: .kilometers(3))),
    ]
    try change(&example)
    return TrackVariations(
      of: try VariableTrack(example.resolve()), in: try example.scenario, borders: example.borders)
  }

  @Test func `is as the scenario tells it where nothing changes`() throws {
    let variations = try variations()
    let replay = try variations.replay(TrackChange())
    #expect(Array(replay) == Array(Replay(of: variations.track.resolved)))
  }

  /// The entry is at 1000 s; twice as fast, the deepest point 25 s after it.
  @Test func `has its warnings and events where its own moments are`() throws {
    var change = TrackChange()
    change.groundSpeed = .scaled(2)
    change.delay = .seconds(100)
    change.timeToHit = .seconds(4)
    change.fallTime = .seconds(20)
    let track = try variations().replay(change).track
    #expect(
      track.warnings.map { ($0.since(World.time(0)).seconds).rounded() } == [1040, 1060, 1080])
    let times = track.events.map { $0.time.since(World.time(0)).seconds }
    for (time, expected) in zip(times, [1126.0, 1130, 1150]) {
      #expect(abs(time - expected) < 1e-3)
    }
    // Three kilometers ahead of 29 s after the entry, at two thousandths of a degree a second.
    let crash = try #require(track.events.last?.place)
    #expect(abs(crash.longitude.degrees - (20.06 + 3000 / World.degree)) < 1e-5)
  }

  @Test func `has none of those that hang on an entry which it has not`() throws {
    var change = TrackChange()
    change.north = .kilometers(100)
    let replay = try variations().replay(change)
    #expect(replay.encounter.crossings.isEmpty && replay.encounter.nearestApproach != nil)
    #expect(replay.track.warnings.isEmpty && replay.track.events.isEmpty)
  }

  @Test func `needs an event that is timed by another to change that time`() throws {
    let variations = try variations { $0.events = [] }
    var change = TrackChange()
    change.fallTime = .seconds(20)
    #expect(throws: VariationError.change(.noSuchEvent(.crash))) {
      try variations.replay(change)
    }
  }

  /// The strip moved by a tenth of a degree of the equator east is entered 100 s later.
  @Test func `is held against a border that is moved, from where it was put in place`() throws {
    var variation = Variation()
    variation.borderChange.east = .meters(0.1 * World.degree)
    var replayer = VariationReplayer(try variations(), borders: [:])
    let replay = try replayer.replay(variation)
    // The southernmost vertex is half a degree south, where a degree of longitude is shorter: as
    // many degrees more, 0.1°/(cos 0.5°·(1 + 0.5·e²·sin² 0.5°)).
    let entry = try #require(replay.encounter.crossings.first?.entry)
    #expect(abs(entry.place.longitude.degrees - 20.100_003_808) < 1e-6)
    #expect(isAt(replay.track.warnings.last, 980))
  }

  @Test func `cannot be held against a border beyond a pole`() throws {
    var variation = Variation()
    variation.borderChange.north = .kilometers(12_000)
    var replayer = VariationReplayer(try variations(), borders: [:])
    do {
      _ = try replayer.replay(variation)
      Issue.record("a border beyond the pole was accepted")
    } catch {
      guard case .border(.outsideTheEarth) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  /// Every other path has a corner, which a steep bank rounds by some forty chords.
  private func variations(_ seed: UInt64) throws -> TrackVariations {
    try variations { example in
      guard seed.isMultiple(of: 2) else { return }
      example.course = .waypoints([
        .at(try World.place(19.8)), .at(try World.place(20.05)), .at(try World.place(20.4, 0.13)),
      ])
    }
  }

  /// Bit for bit, and with the same errors.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `has the findings of its replay, without one`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let variations = try variations(seed)
    let wedge = try World.wedge(tip: -0.1)
    var (replayer, finder) = (
      VariationReplayer(variations, borders: ["wedge": wedge]),
      VariationReplayer(variations, borders: ["wedge": wedge])
    )
    for _ in 0..<12 {
      let variation = randomVariation(&random, turns: seed.isMultiple(of: 10))
      let replay: Replay
      do throws(VariationError) { replay = try replayer.replay(variation) } catch {
        #expect(throws: error) { try finder.findings(variation) }
        continue
      }
      let encounter = replay.encounter
      let findings = try finder.findings(variation)
      #expect(findings == Findings(of: encounter, along: replay.track.track))
      #expect(findings.figures.crossings == encounter.crossings.count)
      #expect(findings.figures.duration == encounter.durationInside)
      #expect(findings.figures.length == encounter.lengthInside)
      #expect(findings.deepest?.distance == encounter.deepest?.distance)
      #expect(findings.nearest?.distance == encounter.nearestApproach?.distance)
      #expect(findings.figures.entry == encounter.crossings.first?.entry?.time)
      #expect(findings.figures.exit == encounter.crossings.last?.exit?.time)
      #expect(
        findings.figures.southernTipDepth
          == encounter.crossings.compactMap(\.depthFromSouthernTip).max())
      #expect(
        findings.figures.entryDepth == encounter.crossings.compactMap(\.depthFromEntry).max())
      let reference =
        encounter.crossings.isEmpty
        ? encounter.nearestApproach?.time : encounter.crossings.first?.entry?.time
      #expect(findings.referenceTime == reference)
      #expect(
        findings.referenceSpeed
          == reference.flatMap { replay.track.track.state(at: $0)?.groundSpeed })
    }
  }

  /// A replayer remembers; what it remembers must never be seen.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `is the same whatever was replayed before`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let variations = try variations(seed)
    let wedge = try World.wedge(tip: -0.1)
    var replayer = VariationReplayer(variations, borders: ["wedge": wedge])
    for _ in 0..<12 {
      let variation = randomVariation(&random, turns: seed.isMultiple(of: 10))
      let border = try variation.border.map { _ in wedge } ?? World.border()
      let isPlain = variation.border == nil && variation.borderChange == BorderChange()
      let plain = try variations.replay(
        variation.change, against: isPlain ? nil : try border.moved(by: variation.borderChange))
      let found = try replayer.replay(variation)
      #expect(found.encounter.crossings == plain.encounter.crossings)
      #expect(found.encounter.grazes == plain.encounter.grazes)
      #expect(found.encounter.nearestApproach == plain.encounter.nearestApproach)
      #expect(found.track.track.fixes == plain.track.track.fixes)
      #expect(Array(found) == Array(plain))
      // Times that were found anew are those of a track that was never another.
      let direct = try Encounter(of: found.track.track, with: found.border)
      #expect(direct.crossings == found.encounter.crossings)
      #expect(direct.nearestApproach == found.encounter.nearestApproach)
    }
  }

  private func randomVariation(_ random: inout RandomStream, turns: Bool) -> Variation {
    var variation = Variation()
    func pick(_ values: [Double]) -> Double {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    variation.set(.shiftNorth, to: pick([0, 0, 3000, -20_000]))
    variation.set(.rotation, to: pick([0, 0, 20]))
    variation.set(.windNorth, to: pick([0, 0, 0, 15]))
    variation.set(.windEast, to: pick([0, 0, 0, -10]))
    if turns, Bool.random(using: &random) { variation.set(.bank, to: pick([80, 85])) }
    if Bool.random(using: &random) { variation.set(.speed, to: pick([80, 200])) }
    if Bool.random(using: &random) { variation.set(.delay, to: pick([5, -60])) }
    if Int.random(in: 0..<3, using: &random) == 0 { variation.border = "wedge" }
    variation.set(.borderEast, to: pick([0, 0, 700]))
    return variation
  }
}

@Suite struct `A grid of variants` {
  @Test func `counts the last parameter fastest, in an order of its own`() throws {
    let grid = try VariationGrid([
      .numbers(.delay, [1, 2]), .starts([World.time(0)]), .numbers(.shiftNorth, [10, 20, 30]),
      .borders(["a", "b"]),
    ])
    #expect(grid.count == 12)
    #expect(
      grid.axes == [
        .borders(["a", "b"]), .numbers(.shiftNorth, [10, 20, 30]), .starts([World.time(0)]),
        .numbers(.delay, [1, 2]),
      ])
    let variants = (0..<12).map { grid[$0] }
    #expect(
      variants.map { $0.border ?? "" } == Array(repeating: "a", count: 6)
        + Array(repeating: "b", count: 6))
    #expect(variants.prefix(6).map(\.change.north.meters) == [10, 10, 20, 20, 30, 30])
    #expect(variants.prefix(4).map(\.change.delay.seconds) == [1, 2, 1, 2])
    #expect(variants.allSatisfy { $0.change.start == World.time(0) })
  }

  @Test func `of nothing is the track itself`() throws {
    let grid = try VariationGrid([])
    #expect(grid.count == 1 && grid[0] == Variation())
  }

  @Test(arguments: VariationParameter.allCases)
  func `sets each parameter, and tells what it set`(parameter: VariationParameter) throws {
    let grid = try VariationGrid([.numbers(parameter, [2.5])])
    #expect(parameter.value(in: grid[0]) == 2.5)
    #expect(grid[0] != Variation())
  }

  @Test func `refuses what is no grid`() throws {
    #expect(throws: VariationGridError.noValues) { try VariationGrid([.numbers(.delay, [])]) }
    #expect(throws: VariationGridError.parameterGivenTwice) {
      try VariationGrid([.numbers(.delay, [1]), .numbers(.delay, [2])])
    }
    #expect(throws: VariationGridError.speedNotPositive) {
      try VariationGrid([.numbers(.speed, [100, 0])])
    }
    for bank in [0.0, -1, 90, 91] {
      #expect(throws: VariationGridError.bankOutOfRange(.degrees(bank))) {
        try VariationGrid([.numbers(.bank, [30, bank])])
      }
    }
    #expect(throws: VariationGridError.negativeTime(.fallTime)) {
      try VariationGrid([.numbers(.fallTime, [-1])])
    }
    let thousands = Array(repeating: 1.0, count: 10_000)
    #expect(throws: VariationGridError.tooManyVariants(limit: 100_000_000)) {
      try VariationGrid([
        .numbers(.delay, thousands), .numbers(.shiftNorth, thousands), .numbers(.rotation, [1, 2]),
      ])
    }
  }
}
