import Airspaces
import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

@testable import Claims

private typealias World = ExampleSquare

/// The flight of ``ExampleEvidence`` along the equator, 111.319 490 793 m/s fast and 6000 m high.
private func search(
  _ tests: [Claim.Test], _ free: [FreeParameter], border: PreparedBorder? = nil, points: Int = 64,
  seed: UInt64 = 1
) throws -> PathSearch {
  let replay = try ExampleEvidence.replay(border: border, warnings: 0, events: false)
  let key = BorderKey(airspace: "square", source: "map")
  return PathSearch(
    for: tests.enumerated().map { Requirement(name: "\($0.offset)", test: $0.element) },
    in: try PathSpace(free),
    of: TrackVariations(
      of: try VariableTrack(replay.track, about: .start), in: ExampleEvidence.scenario,
      borders: [key: replay.border]),
    borders: [:], places: [:], near: replay.track,
    settings: PathSearch.Settings(points: points, seed: seed))
}

private func from0(_ most: Double, _ unit: MeasureUnit) -> Claim.Expectation {
  .between(Measure(0, unit), Measure(most, unit))
}

/// One part after the other.
private func inOrder(
  _ count: Int, _ part: @Sendable (Int) -> [PathCandidate]
) -> [[PathCandidate]] { (0..<count).map { part($0) } }

@Suite struct `A search for paths` {
  /// The square is 11 131.949 079 m wide.
  ///
  /// In 50 s ± 0.5 s that is flown at 220.434 to 224.888 m/s; the
  /// guard narrows that by 2 ms, to 220.443 to 224.879 m/s. Of the range of 200 m/s it is 2.218 %.
  @Test func `computes the speeds at which a time inside holds`() throws {
    let search = try search(
      [.durationInside(about(50, 0.5, .second))], [FreeParameter(.speed, in: 100...300)])
    guard case .found(let region) = search.answer(inOrder) else {
      Issue.record("none was found")
      return
    }
    let width = 11_131.949_079_327
    #expect(abs(region.extents[0].lowerBound - width / 50.498) < 0.2)
    #expect(abs(region.extents[0].upperBound - width / 49.502) < 0.2)
    #expect(region.extents[0].lowerBound >= width / 50.5)
    #expect(region.extents[0].upperBound <= width / 49.5)
    #expect(abs(region.share.value - (width / 49.502 - width / 50.498) / 200) < 1e-5)
    #expect(region.share.standardError < 1e-9)
    // The nearest is the slowest: the flight takes 100 s.
    let nearest = try #require(region.paths.first { $0.kind == .nearest })
    let speed = VariationParameter.speed.value(in: nearest.judged.variation)
    #expect(abs((speed ?? 0) - width / 50.5) < 0.5)
  }

  /// The square reaches from 0.5° S to 0.5° N: 55 287.15 m of meridian either way.
  ///
  /// A flight stays on a parallel, nearly; where it is inside at all, it is 5.5 km deep.
  @Test func `pushes a parameter to where the border is`() throws {
    let search = try search(
      [.entered, .lengthInside(.atLeast(Measure(11, .kilometer)))],
      [FreeParameter(.shiftNorth, in: -20_000...80_000)], points: 16)
    guard case .found(let region) = search.answer(inOrder) else {
      Issue.record("none was found")
      return
    }
    #expect(region.extents[0].lowerBound == -20_000)
    #expect(abs(region.extents[0].upperBound - 55_287) < 150)
    #expect(abs(region.share.value - 0.7529) < 3 * region.share.standardError + 0.002)
  }

  /// The southern side is 55 287.15 m south of the flight, which must be moved by 712.85 m to be 56 km
  /// north of it; 5 cm more by the guard.
  @Test func `finds the nearest path, which is moved as little as it must`() throws {
    let search = try search(
      [.depth(.fromSouthernTip, .atLeast(Measure(56, .kilometer)))],
      [FreeParameter(.shiftNorth, in: -3000...3000)], points: 16)
    guard case .found(let region) = search.answer(inOrder) else {
      Issue.record("none was found")
      return
    }
    let nearest = try #require(region.paths.first { $0.kind == .nearest })
    let apart = try #require(nearest.apart).meters
    #expect(apart >= 712.85 && apart < 720)
    #expect(nearest.judged.judgements.map(\.verdict) == [.supported])
  }

  /// Outside the time, the length and the depth are 0, which both bands begin with.
  @Test(arguments: [
    (
      Claim.Test.durationInside(.atMost(Measure(3, .second))),
      Claim.Test.durationInside(from0(3, .second))
    ),
    (.lengthInside(.atMost(Measure(0.1, .kilometer))), .lengthInside(from0(0.1, .kilometer))),
    (
      .depth(.nearestBorder, .atMost(Measure(0.1, .kilometer))),
      .depth(.nearestBorder, from0(0.1, .kilometer))
    ),
    (.crossings(.atMost(Measure(0, .one))), .crossings(about(0, 0.5, .one))),
    (.durationInside(.atMost(Measure(0, .second))), .durationInside(about(0, 0, .second))),
    (.durationInside(.atMost(Measure(0.5, .second))), .durationInside(about(0, 0.5, .second))),
  ])
  func `holds on paths outside alike by a bound and by a range from zero`(
    bound: Claim.Test, range: Claim.Test
  ) throws {
    // The sides are 55.3 km from the path: 24.7 km of 100 km are outside.
    let free = [
      FreeParameter(.shiftNorth, in: -20_000...80_000), FreeParameter(.speed, in: 100...300),
    ]
    let shares = try [bound, range].map { test in
      let answer = try search([test], free, points: 16).answer(inOrder)
      guard case .found(let region) = answer else {
        Issue.record("none was found of \(test)")
        return 0.0
      }
      return region.share.value
    }
    #expect(shares[0] == shares[1])
    #expect(abs(shares[0] - 0.247) < 0.03)
  }

  @Test(arguments: [
    Claim.Test.durationInside(about(-5, 0.5, .second)),
    .durationInside(.between(Measure(-9, .second), Measure(-3, .second))),
    .lengthInside(about(-5, 0.5, .kilometer)), .lengthInside(.atMost(Measure(-1, .kilometer))),
    .depth(.nearestBorder, about(-5, 0.5, .kilometer)), .crossings(about(-1, 0.5, .one)),
  ])
  func `finds no path that is inside for less than nothing`(test: Claim.Test) throws {
    let free = [FreeParameter(.shiftNorth, in: -20_000...80_000)]
    let answer = try search([test], free, points: 16).answer(inOrder)
    guard case .none(let none) = answer else {
      Issue.record("paths hold")
      return
    }
    #expect(none.closest.worst > 1)
    #expect(none.closest.judged.judgements.map(\.verdict) == [.contradicted])
  }

  @Test func `holds everywhere where zero or more is asked`() throws {
    let free = [FreeParameter(.shiftNorth, in: -20_000...80_000)]
    let test = Claim.Test.durationInside(.atLeast(Measure(0, .second)))
    guard case .found(let region) = try search([test], free, points: 16).answer(inOrder) else {
      Issue.record("none was found")
      return
    }
    #expect(region.share.value == 1)
  }

  @Test func `has the same answer however its parts are worked on`() throws {
    let free = [
      FreeParameter(.shiftNorth, in: -9000...9000), FreeParameter(.rotation, in: -40...40),
      FreeParameter(.speed, in: 50...300),
    ]
    let tests: [Claim.Test] = [
      .lengthInside(about(12, 0.05, .kilometer)), .durationInside(about(80, 0.5, .second)),
    ]
    let search = try search(tests, free, border: try World.wedge(tip: -0.3), points: 16)
    let first = search.answer(inOrder)
    let second = search.answer { count, part in (0..<count).reversed().map(part).reversed() }
    func values(_ answer: PathAnswer) -> [Variation] {
      switch answer {
      case .found(let region): region.paths.map(\.judged.variation)
      case .none(let none): [none.closest.judged.variation]
      }
    }
    #expect(!values(first).isEmpty && values(first) == values(second))
  }
}

/// Six parameters at once, each requirement a band as narrow as reports are: 10 m and half a second.
@Suite struct `A needle` {
  private static let free = [
    FreeParameter(.shiftNorth, in: -5000...5000), FreeParameter(.shiftEast, in: -5000...5000),
    FreeParameter(.rotation, in: -30...30), FreeParameter(.speed, in: 100...280),
    FreeParameter(.delay, in: -60...60), FreeParameter(.altitude, in: 5000...7000),
  ]

  /// A wedge whose tip lies 0.06° south of the flight: 0.2° wide at the top, 0.2° further north.
  private static func wedge() throws -> PreparedBorder {
    try World.border([[(20.05, -0.06), (20.16, 0.14), (19.94, 0.14)]])
  }

  @Test(arguments: UInt64(1)...6)
  func `of 10 m and half a second in six parameters is found`(seed: UInt64) throws {
    let replay = try ExampleEvidence.replay(
      border: try Self.wedge(), warnings: 0, events: false)
    let variations = TrackVariations(
      of: try VariableTrack(replay.track, about: .start), in: ExampleEvidence.scenario,
      borders: [BorderKey(airspace: "square", source: "map"): replay.border])
    var random = RandomStream(seed: seed)
    var hidden = Variation()
    var encounter = replay.encounter
    repeat {
      for free in Self.free {
        let (low, high) = (free.range.lowerBound, free.range.upperBound)
        hidden.set(free.parameter, to: Double.random(in: low...high, using: &random))
      }
      encounter = try variations.replay(hidden.change).encounter
    } while encounter.crossings.isEmpty
    let crossing = try #require(encounter.crossings.first)
    let entry = try #require(crossing.entry)
    func meters(_ length: Length) -> Claim.Expectation { about(length.meters, 10, .meter) }
    let tests: [Claim.Test] = [
      .lengthInside(meters(encounter.lengthInside)),
      .depth(.nearestBorder, meters(try #require(encounter.deepest).distance)),
      .depth(.fromSouthernTip, meters(try #require(crossing.depthFromSouthernTip))),
      .durationInside(about(encounter.durationInside.seconds, 0.5, .second)),
      .entryTime(entry.time, halfWidth: .seconds(0.5)),
      .altitude(meters(try #require(hidden.change.altitude))),
    ]
    let search = try search(
      tests, Self.free, border: try Self.wedge(), points: 64, seed: seed)
    let best = try #require(search.candidates(inOrder).first)
    #expect(best.holds, "\(best.worst) \(hidden)")
    let path = search.path(.central, best)
    #expect(path.judged.judgements.map(\.verdict) == tests.map { _ in .supported })
  }
}
