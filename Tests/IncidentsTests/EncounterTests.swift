import Airspaces
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// The seconds of a time of the example world, or nothing.
func seconds(_ time: Instant?) -> Double? { time?.since(ExampleSquare.time(0)).seconds }

/// Whether a time is the stated second, within the 10 µs of DESIGN.md section 9.
func isAt(_ time: Instant?, _ second: Double) -> Bool {
  seconds(time).map { abs($0 - second) < 1e-5 } ?? false
}

/// Whether a length is so many meters, within the 1 mm of DESIGN.md section 9.
func isAbout(_ length: Length?, _ meters: Double) -> Bool {
  length.map { abs($0.meters - meters) < 1e-3 } ?? false
}

@Suite struct `A flight across a strip between two meridians` {
  private func encounter() throws -> Encounter {
    try Encounter(of: try World.flight(), with: try World.border())
  }

  /// At a thousandth of a degree a second from 19.9° E: 20° after 100 s, 20.1° after 200 s.
  @Test func `is inside from the one meridian to the other`() throws {
    let encounter = try encounter()
    #expect(encounter.crossings.count == 1 && encounter.grazes.isEmpty)
    #expect(encounter.nearestApproach == nil)
    let crossing = try #require(encounter.crossings.first)
    let (entry, exit) = (try #require(crossing.entry), try #require(crossing.exit))
    #expect(isAt(entry.time, 100) && isAt(exit.time, 200))
    #expect(crossing.start == entry.time && crossing.end == exit.time && crossing.isComplete)
    #expect(abs(crossing.duration.seconds - 100) < 1e-5)
    for (passage, longitude) in [(entry, 20.0), (exit, 20.1)] {
      #expect(passage.place.latitude.degrees == 0)
      #expect(abs(passage.place.longitude.degrees - longitude) < 1e-11)
      #expect(abs(passage.angle.degrees - 90) < 1e-6)
      #expect(abs(passage.groundSpeed.metersPerSecond - World.degree / 1000) < 1e-9)
    }
    // A tenth of a degree of the equator.
    #expect(isAbout(crossing.length, 11_131.949_079_327))
    #expect(isAbout(encounter.lengthInside, 11_131.949_079_327))
    #expect(abs(encounter.durationInside.seconds - 100) < 1e-5)
  }

  @Test func `is deepest half way, by each of three measures`() throws {
    let encounter = try encounter()
    let crossing = try #require(encounter.crossings.first)
    let deepest = try #require(crossing.deepest)
    // Half the way is nearest to both meridians: 0.05°·111 319.490 793 m.
    #expect(isAbout(deepest.distance, 5565.974_539_664))
    #expect(abs(deepest.time.since(World.time(150)).seconds) < 1e-4)
    #expect(encounter.deepest == deepest)
    // Half a degree of meridian from the equator: GeographicLib 2.1, `Inverse(0, 20, .5, 20)`.
    #expect(isAbout(crossing.depthFromSouthernTip, 55_287.152_003_450))
    // From the entry the exit is furthest.
    #expect(isAbout(crossing.depthFromEntry, 11_131.949_079_327))
  }

  @Test(
    arguments: [
      ([0, 300], 0), ([0, 99, 300], 0), ([0, 101, 300], 1), ([0, 150, 199.999, 300], 2),
      ([0, 100.001, 110, 120, 250, 300], 3),
    ] as [([Double], Int)])
  func `counts the fixes that lie inside`(seconds: [Double], count: Int) throws {
    let track = try World.track(seconds.map { ($0, 19.9 + $0 / 1000, 0) })
    let encounter = try Encounter(of: track, with: try World.border())
    #expect(encounter.crossings.map(\.fixesInside) == [count])
    // More fixes on the same path change nothing else.
    #expect(isAt(encounter.crossings.first?.entry?.time, 100))
    #expect(isAt(encounter.crossings.first?.exit?.time, 200))
    #expect(isAbout(encounter.lengthInside, 11_131.949_079_327))
    #expect(isAbout(encounter.deepest?.distance, 5565.974_539_664))
  }

  /// Back from 20.2° to 19.9°: the mirror image in time.
  @Test func `flown the other way enters where it left`() throws {
    let track = try World.track([(0, 20.2, 0), (300, 19.9, 0)])
    let crossing = try #require(try Encounter(of: track, with: try World.border()).crossings.first)
    #expect(isAt(crossing.entry?.time, 100) && isAt(crossing.exit?.time, 200))
    #expect(abs((crossing.entry?.place.longitude.degrees ?? 0) - 20.1) < 1e-11)
  }

  /// A side that crosses the equator at 30°: it rises by tan 30°·M⁻¹ for each a⁻¹ to the east,
  /// where M = a(1 − e²) is the meridian's radius there and e² = f(2 − f).
  @Test(arguments: [10.0, 30, 60])
  func `meets a slanting side at its angle`(degrees: Double) throws {
    let f = 1 / 298.257_223_563
    let slope = Angle.degrees(degrees)
    let tangent = slope.sine / Angle.degrees(90 - degrees).sine
    let (height, reach) = (0.001, 0.001 * (1 - f * (2 - f)) / tangent)
    let border = try World.border([
      [(20 - reach, -height), (20.1, -height), (20.1, height), (20 + reach, height)]
    ])
    let crossing = try #require(
      try Encounter(of: try World.flight(), with: border).crossings.first)
    #expect(isAt(crossing.entry?.time, 100))
    #expect(abs((crossing.entry?.angle.degrees ?? 0) - degrees) < 1e-6)
  }
}

@Suite struct `A flight that begins or ends inside` {
  @Test func `has no entry where it begins inside`() throws {
    let track = try World.track([(0, 20.02, 0), (20, 20.04, 0), (180, 20.2, 0)])
    let crossing = try #require(try Encounter(of: track, with: try World.border()).crossings.first)
    #expect(crossing.entry == nil && crossing.depthFromEntry == nil && !crossing.isComplete)
    #expect(crossing.start == World.time(0) && isAt(crossing.exit?.time, 80))
    #expect(crossing.fixesInside == 2)
    // From 20.02° to 20.1°.
    #expect(isAbout(crossing.length, 0.08 * World.degree))
  }

  @Test func `has no exit where it ends inside`() throws {
    let track = try World.track([(0, 19.9, 0), (120, 20.02, 0), (130, 20.03, 0)])
    let crossing = try #require(try Encounter(of: track, with: try World.border()).crossings.first)
    #expect(isAt(crossing.entry?.time, 100) && crossing.exit == nil && !crossing.isComplete)
    #expect(crossing.end == World.time(130) && crossing.fixesInside == 2)
    #expect(isAbout(crossing.deepest?.distance, 0.03 * World.degree))
    #expect(isAbout(crossing.depthFromEntry, 0.03 * World.degree))
  }

  @Test func `is all one stay where it never leaves`() throws {
    let track = try World.track([(0, 20.02, 0), (10, 20.03, 0), (20, 20.04, 0)])
    let encounter = try Encounter(of: track, with: try World.border())
    #expect(encounter.crossings.count == 1 && encounter.crossings[0].fixesInside == 3)
    #expect(encounter.durationInside == .seconds(20))
  }

  @Test(arguments: [(20.05, 1), (19.95, 0)])
  func `that hovers is inside for all its time or none`(longitude: Double, stays: Int) throws {
    let track = try World.track([(0, longitude, 0), (60, longitude, 0)])
    let encounter = try Encounter(of: track, with: try World.border())
    #expect(encounter.crossings.count == stays)
    #expect(encounter.durationInside == .seconds(Double(stays) * 60))
    #expect(encounter.lengthInside == .zero)
    // Either place is 0.05° from the western side.
    let approach = encounter.deepest ?? encounter.nearestApproach
    #expect(isAbout(approach?.distance, 0.05 * World.degree))
  }

  @Test func `on the line and leaves it inwards begins inside`() throws {
    let track = try World.track([(0, 20, 0), (200, 20.2, 0)])
    let encounter = try Encounter(of: track, with: try World.border())
    #expect(encounter.crossings.count == 1 && encounter.grazes.isEmpty)
    #expect(encounter.crossings[0].entry == nil && isAt(encounter.crossings[0].exit?.time, 100))
    #expect(encounter.crossings[0].fixesInside == 0)
  }
}

@Suite struct `A flight that comes back` {
  /// Two strips: 20° to 20.02° and 20.04° to 20.06°.
  @Test func `has a crossing for each stay`() throws {
    let border = try World.border([World.rectangle(20, 20.02), World.rectangle(20.04, 20.06)])
    let encounter = try Encounter(of: try World.flight(), with: border)
    #expect(encounter.crossings.count == 2 && encounter.grazes.isEmpty)
    for (crossing, bounds) in zip(encounter.crossings, [(100.0, 120.0), (140, 160)]) {
      #expect(isAt(crossing.entry?.time, bounds.0) && isAt(crossing.exit?.time, bounds.1))
      #expect(isAbout(crossing.deepest?.distance, 0.01 * World.degree))
      #expect(isAbout(crossing.depthFromEntry, 0.02 * World.degree))
    }
    #expect(abs(encounter.durationInside.seconds - 40) < 2e-5)
    #expect(isAbout(encounter.lengthInside, 0.04 * World.degree))
  }

  /// In to 20.05°, then north along that meridian to 1° N in 1000 s.
  ///
  /// Half a degree of meridian is
  /// 55 287.152 003 450 m of 110 574.388 557 799 m (GeographicLib 2.1), and so 500.000 377 5 s.
  @Test func `with a turn inside is one crossing`() throws {
    let track = try World.track([(0, 19.9, 0), (150, 20.05, 0), (1150, 20.05, 1)])
    let encounter = try Encounter(of: track, with: try World.border())
    #expect(encounter.crossings.count == 1)
    let crossing = encounter.crossings[0]
    let north = 55_287.152_003_450_48
    #expect(isAt(crossing.entry?.time, 100))
    #expect(isAt(crossing.exit?.time, 150 + 1000 * north / 110_574.388_557_798_78))
    #expect(isAbout(crossing.length, 0.05 * World.degree + north))
    // North of the equator the meridians draw together: the turn is the deepest place.
    #expect(isAbout(crossing.deepest?.distance, 0.05 * World.degree))
    #expect(crossing.fixesInside == 1)
    // From the southern side to the northern: twice the half degree.
    #expect(isAbout(crossing.depthFromSouthernTip, 2 * north))
    #expect(abs((crossing.exit?.angle.degrees ?? 0) - 90) < 1e-6)
  }

  /// Strips and zigzags at random; the times inside follow from intervals of numbers.
  @Test(arguments: UInt64(1)...60)
  func `has the crossings that intervals of longitude have`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    // Strips on even hundredths of a degree, turns and ends on odd thousandths: no touches.
    let strips = (0..<6).filter { _ in Bool.random(using: &random) }.map { 20 + Double($0) * 0.02 }
    guard !strips.isEmpty else { return }
    let border = try World.border(strips.map { World.rectangle($0, $0 + 0.01) })
    var fixes: [(Double, Double, Double)] = []
    var second = 0.0
    for _ in 0..<5 {
      let thousandths = 2 * Int.random(in: -10..<70, using: &random) + 1
      let longitude = 20 + Double(thousandths) / 1000
      guard longitude != fixes.last?.1 else { continue }
      fixes.append((second, longitude, 0))
      second += Double(Int.random(in: 20...200, using: &random))
    }
    guard fixes.count > 1 else { return }
    var stays: [(start: Double, end: Double)] = []
    for ((t0, x0, _), (t1, x1, _)) in zip(fixes, fixes.dropFirst()) {
      let inside = strips.compactMap { west -> (Double, Double)? in
        let (low, high) = (max(min(x0, x1), west), min(max(x0, x1), west + 0.01))
        guard low < high else { return nil }
        let times = [low, high].map { t0 + (t1 - t0) * ($0 - x0) / (x1 - x0) }.sorted()
        return (times[0], times[1])
      }
      for (start, end) in inside.sorted(by: { $0.0 < $1.0 }) {
        if let last = stays.last, abs(last.end - start) < 1e-6 {
          stays[stays.count - 1].end = end
        } else {
          stays.append((start, end))
        }
      }
    }
    let encounter = try Encounter(of: try World.track(fixes), with: border)
    #expect(encounter.crossings.count == stays.count)
    for (crossing, stay) in zip(encounter.crossings, stays) {
      #expect(isAt(crossing.start, stay.start) && isAt(crossing.end, stay.end))
      #expect(crossing.fixesInside == fixes.count { $0.0 >= stay.start && $0.0 <= stay.end })
      #expect((crossing.entry == nil) == (stay.start == 0))
    }
    #expect((encounter.nearestApproach == nil) == !stays.isEmpty)
  }
}

@Suite struct `A flight that only touches` {
  @Test func `a tip is a graze, and no crossing`() throws {
    let encounter = try Encounter(of: try World.flight(), with: try World.wedge(tip: 0))
    #expect(encounter.crossings.isEmpty && encounter.grazes.count == 1)
    #expect(isAt(encounter.grazes.first?.time, 150))
    #expect(isAbout(encounter.nearestApproach?.distance, 0))
    #expect(isAt(encounter.nearestApproach?.time, 150))
  }

  @Test func `a tip at a fix is one graze`() throws {
    let track = try World.track([(0, 19.9, 0), (150, 20.05, 0), (300, 20.2, 0)])
    let encounter = try Encounter(of: track, with: try World.wedge(tip: 0))
    #expect(encounter.crossings.isEmpty && encounter.grazes.count == 1)
    #expect(isAt(encounter.grazes.first?.time, 150))
  }

  @Test func `a side at a fix and turns back is one graze`() throws {
    let track = try World.track([(0, 19.9, 0), (100, 20, 0), (200, 19.9, 0)])
    let encounter = try Encounter(of: track, with: try World.border())
    #expect(encounter.crossings.isEmpty && encounter.grazes.count == 1)
    #expect(isAt(encounter.grazes.first?.time, 100))
    #expect(isAbout(encounter.nearestApproach?.distance, 0))
  }

  /// The land surrounds a gore whose tip lies on the path: touched from inside.
  @Test func `from inside stays inside`() throws {
    let border = try World.border([
      [(20, -0.5), (20.1, -0.5), (20.1, 0.5), (20.06, 0.5), (20.05, 0), (20.04, 0.5), (20, 0.5)]
    ])
    let encounter = try Encounter(of: try World.flight(), with: border)
    #expect(encounter.crossings.count == 1 && encounter.grazes.count == 1)
    #expect(isAt(encounter.grazes.first?.time, 150))
    #expect(isAt(encounter.crossings[0].start, 100) && isAt(encounter.crossings[0].end, 200))
  }

  /// A land from the equator to 0.5° N, along whose southern side the flight runs.
  @Test func `and runs along the border is one graze, at its beginning`() throws {
    let border = try World.border([[(20, 0), (20.1, 0), (20.1, 0.5), (20, 0.5)]])
    let encounter = try Encounter(of: try World.flight(), with: border)
    #expect(encounter.crossings.isEmpty && encounter.grazes.count == 1)
    #expect(isAt(encounter.grazes.first?.time, 100))
    #expect(isAbout(encounter.nearestApproach?.distance, 0))
  }

  /// Along the western side from 1° S to 1° N: half of it on the line, no moment inside.
  ///
  /// Half a degree takes 500 s · 55 287.152 m/110 574.389 m (GeographicLib 2.1).
  @Test func `and runs along a meridian is never inside`() throws {
    let track = try World.track([(0, 20, -1), (1000, 20, 1)])
    let encounter = try Encounter(of: track, with: try World.border())
    let halfDegree = 500 * 55_287.152_003_450_48 / 110_574.388_557_798_78
    #expect(encounter.crossings.isEmpty)
    #expect(isAt(encounter.grazes.first?.time, 500 - halfDegree))
    #expect(isAbout(encounter.nearestApproach?.distance, 0))
  }

  @Test func `the border with its last fix touches nothing that goes on`() throws {
    let track = try World.track([(0, 19.9, 0), (100, 20, 0)])
    let encounter = try Encounter(of: track, with: try World.border())
    #expect(encounter.crossings.isEmpty && encounter.grazes.isEmpty)
    #expect(isAbout(encounter.nearestApproach?.distance, 0))
    #expect(isAt(encounter.nearestApproach?.time, 100))
  }
}

@Suite struct `A flight that stays outside` {
  /// A hundredth of the way: 0.02° of meridian is 2211.485 517 334 m (GeographicLib 2.1).
  @Test func `comes nearest below a tip`() throws {
    let encounter = try Encounter(of: try World.flight(), with: try World.wedge(tip: 0.02))
    #expect(encounter.crossings.isEmpty && encounter.grazes.isEmpty)
    let nearest = try #require(encounter.nearestApproach)
    #expect(isAbout(nearest.distance, 2211.485_517_334))
    #expect(abs(nearest.time.since(World.time(150)).seconds) < 0.01)
    #expect(abs(nearest.foot.longitude.degrees - 20.05) < 1e-12)
    #expect(abs(nearest.foot.latitude.degrees - 0.02) < 1e-12)
    #expect(encounter.durationInside == .zero && encounter.lengthInside == .zero)
    #expect(encounter.deepest == nil)
  }

  @Test(arguments: [(19.8, 19.9, 50.0, 0.1), (20.2, 20.3, 0, 0.1)])
  func `comes nearest at the end that is nearest`(
    from: Double, to: Double, second: Double, degrees: Double
  ) throws {
    let track = try World.track([(0, from, 0), (50, to, 0)])
    let nearest = try Encounter(of: track, with: try World.border()).nearestApproach
    #expect(isAt(nearest?.time, second))
    #expect(isAbout(nearest?.distance, degrees * World.degree))
  }

  /// An extract cut at 20.05° E: the land goes on, the data do not.
  @Test func `of the window of an extract is refused where it leaves it`() throws {
    let border = try World.border(
      [World.rectangle(20, 20.05)],
      extract: .init(
        window: Box(low: Point2(x: 19, y: -1), high: Point2(x: 20.05, y: 1)),
        whole: Box(low: Point2(x: 19, y: -1), high: Point2(x: 21, y: 1))))
    do {
      _ = try Encounter(of: try World.flight(), with: border)
      Issue.record("nothing was thrown")
    } catch CrossingError.leavesWindow(let place) {
      #expect(abs(place.longitude.degrees - 20.05) < 1e-9 && place.latitude.degrees == 0)
    }
    let short = try World.track([(0, 19.9, 0), (140, 20.04, 0)])
    #expect(isAt(try Encounter(of: short, with: border).crossings.first?.entry?.time, 100))
  }
}

@Suite struct `The depth from the southern tip` {
  /// 48° N from 10° to 12° E: the geodesic turns at 48.004 352 700 065° N, 11° E, which lies
  /// 111 664.564 842 577 m north of 47° N (GeographicLib 2.1, `InverseLine` and `Inverse`).
  @Test func `is taken where the course turns from north to south`() throws {
    let border = try World.border([[(9, 47), (13, 47), (13, 49), (9, 49)]])
    let track = try World.track([(0, 10, 48), (600, 12, 48)])
    let crossing = try #require(try Encounter(of: track, with: border).crossings.first)
    #expect(isAbout(crossing.depthFromSouthernTip, 111_664.564_842_577))
  }

  /// The tip is 0.5° S at 20.1° E, the stay is south of no tip but the land's only one.
  @Test func `is zero at the tip's own latitude`() throws {
    // A land north of the equator, entered along the equator's own latitude: its southern side.
    let border = try World.border([[(20, 0), (20.1, -0.001), (20.1, 0.5), (20, 0.5)]])
    let crossing = try #require(
      try Encounter(of: try World.flight(), with: border).crossings.first)
    // 0.001° of meridian at the equator: M·π/180/1000 with M = a(1 − e²) = 6 335 439.327 m.
    #expect(isAbout(crossing.depthFromSouthernTip, 6_335_439.327 * .pi / 180_000))
  }
}
