import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// The track that is told flies along the equator at a thousandth of a degree a second, 111.319 m/s,
/// and enters at 20° E at 1000 s.
@Suite struct `A track on an edited path` {
  private func edited(
    _ path: EditedPath, _ change: (inout ExampleScenario) throws -> Void = { _ in }
  ) throws -> ResolvedTrack {
    var example = ExampleScenario()
    example.altitude = Altitude(.meters(6000), .msl)
    try change(&example)
    return try example.scenario.resolve(
      example.resolve(), along: path, from: "drawn.csv", borders: example.borders)
  }

  private func places(_ places: [(Double, Double)]) throws -> EditedPath {
    .places(try places.map { try World.place($0.0, $0.1) })
  }

  /// From 19.9° to 20° are 100 s, from there to 20.05° 50 s; a tenth of a degree of the meridian at
  /// the equator are 11 057.43 m, 99.3305 s.
  @Test func `of places enters when the told track does, at its speed and altitude`() throws {
    let track = try edited(places([(19.9, 0), (20.05, 0), (20.05, 0.1)]))
    #expect(isAt(track.encounter.crossings.first?.entry?.time, 1000))
    for (fix, second) in zip(track.track.fixes, [900, 1050, 1149.3305]) {
      #expect(abs(fix.time.since(World.time(0)).seconds - second) < 1e-4)
      #expect(fix.altitude == Altitude(.meters(6000), .msl))
    }
    #expect(track.definition.sources == ["drawn.csv"])
    #expect(track.definition.basis.hasPrefix("The path is that of drawn.csv; "))
  }

  /// The told path ends 130 s after its entry.
  @Test func `of places is timed by the moment that times the told track`() throws {
    for (moment, first) in [(TrackMoment.start, 1000.0), (.exit, 800), (.end, 700)] {
      let track = try edited(places([(19.9, 0), (20.2, 0)])) {
        $0.anchor = .init(moment: moment, time: World.time(1000))
      }
      #expect(isAt(track.track.start.time, first))
    }
  }

  /// It comes nearest at 19.8° E, where it turns back: a fifth of a degree of the equator and a
  /// tenth of the meridian away from its start, √(22 263.898² + 11 057.43²) m = 24 858.65 m; so that
  /// is 223.3085 s.
  @Test func `that stays outside comes nearest when the told track enters`() throws {
    let track = try edited(places([(19.6, -0.1), (19.8, 0), (19.6, 0.1)])) {
      $0.warnings = ExampleScenario.warnings(3, over: 60)
      $0.events = [ExampleScenario.event(.hit, .after(.entry, .seconds(1)))]
    }
    #expect(track.encounter.crossings.isEmpty)
    #expect(isAt(track.encounter.nearestApproach?.time, 1000))
    #expect(abs(track.track.start.time.since(World.time(1000 - 223.3085)).seconds) < 1e-2)
    #expect(track.warnings.isEmpty && track.events.isEmpty)
  }

  /// From 20.02° to 20.08° E along the equator it is never outside, and deepest at 20.05°.
  @Test func `that begins inside is deepest when the told track enters`() throws {
    let track = try edited(places([(20.02, 0), (20.08, 0)]))
    #expect(abs(track.track.start.time.since(World.time(970)).seconds) < 1e-3)
  }

  @Test func `with times is flown at them, with warnings at its own entry`() throws {
    let flown = try World.track([(0, 19.9, 0.1), (50, 20.2, 0.1)])
    let track = try edited(.timed(flown)) { $0.warnings = ExampleScenario.warnings(3, over: 60) }
    #expect(track.track.fixes == flown.fixes)
    // A third of 50 s; the parallel of 0.1° and the geodesic differ by a hundredth of a second.
    #expect(
      track.warnings.last.map { abs($0.since(World.time(50.0 / 3 - 20)).seconds) < 0.01 } == true)
  }

  @Test func `is not put in place where the told one stands still`() throws {
    #expect(throws: ResolutionError.path(.speedNotPositive(.zero))) {
      var example = ExampleScenario()
      example.fixes = try World.track([(0, 19.7, 0), (10, 19.7, 0)])
      _ = try example.scenario.resolve(
        example.resolve(), along: places([(19.9, 0), (20.2, 0)]), from: "x",
        borders: example.borders)
    }
  }
}
