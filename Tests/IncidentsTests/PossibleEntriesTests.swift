import Airspaces
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

private typealias World = ExampleSquare

/// Whether a span is so many seconds, within the 10 µs of DESIGN.md section 9.
private func isAt(_ window: ClosedRange<Instant>?, _ first: Double, _ last: Double) -> Bool {
  isAt(window?.lowerBound, first) && isAt(window?.upperBound, last)
}

@Suite struct `Flights up to a speed` {
  /// From 0.02° to 0.01° before the meridian of 20° E, due east, in 10 s: to it and back to the
  /// second fix are 0.03°, which takes 10 s at three times the speed of the leg.
  @Test func `could have entered a land ahead and come back`() throws {
    let track = try World.track([(0, 19.98, 0), (10, 19.99, 0)])
    let border = try World.border()
    let speed = Speed.metersPerSecond(World.degree * 0.003)
    #expect(
      try track.possibleEntries(into: border, limit: .groundSpeed(speed * (1 - 1e-9))).isEmpty)
    let touching = try track.possibleEntries(
      into: border, limit: .groundSpeed(speed * (1 + 1e-9)))
    #expect(touching.count == 1 && touching[0].could == .yes && touching[0].must == .no)
    // There after 0.02° of 0.03°.
    #expect(isAt(touching[0].window, 20 / 3.0, 20 / 3.0) && touching[0].mustWindow == nil)
    // At four times the speed of the leg it is there after 5 s, and leaves 2.5 s before the end.
    let fast = try track.possibleEntries(
      into: border, limit: .groundSpeed(.metersPerSecond(World.degree * 0.004)))
    #expect(fast.count == 1 && isAt(fast[0].window, 5, 7.5))
    #expect(fast[0].number == 0 && fast[0].leg.start == track.start)
  }

  @Test func `must have entered a strip that is too long to be flown around`() throws {
    let track = try World.flight()
    let border = try World.border()
    // 0.3° in 300 s; around the strip's ends, half a degree away, are more than 1°.
    let entries = try track.possibleEntries(
      into: border, limit: .groundSpeed(World.speed * 2))
    #expect(entries.count == 1 && entries[0].could == .yes && entries[0].must == .yes)
    // The strip's sides are 0.1° from either fix: 50 s at twice the speed.
    #expect(isAt(entries[0].window, 50, 250) && isAt(entries[0].mustWindow, 50, 250))
    let faster = try track.possibleEntries(
      into: border, limit: .groundSpeed(World.speed * 5))
    #expect(faster[0].could == .yes && faster[0].must == .no && faster[0].mustWindow == nil)
    #expect(isAt(faster[0].window, 20, 280))
  }

  @Test func `at no more than the mean speed flew the leg`() throws {
    let (track, border) = (try World.flight(), try World.border())
    let entries = try track.possibleEntries(
      into: border, limit: .groundSpeed(track.legs[0].groundSpeed))
    let crossing = try #require(try Encounter(of: track, with: border).crossings.first)
    #expect(entries.count == 1 && entries[0].could == .yes && entries[0].must == .yes)
    #expect(isAt(entries[0].window, 100, 200) && isAt(crossing.start, 100))
    #expect(entries[0].mustWindow == entries[0].window)
    let beside = try World.track([(0, 19.8, 0), (10, 19.9, 0)])
    #expect(
      try beside.possibleEntries(into: border, limit: .groundSpeed(beside.legs[0].groundSpeed))
        .isEmpty)
  }

  @Test func `below the mean speed are refused`() throws {
    let track = try World.track([(0, 19.8, 0), (100, 19.85, 0), (200, 19.95, 0)])
    let limit = World.speed * (1 - 1e-9)
    #expect(
      throws: FlightLimitError.tooSlow(
        leg: 1, limit: limit, flown: track.legs[1].groundSpeed)
    ) {
      try track.possibleEntries(into: try World.border(), limit: .groundSpeed(limit))
    }
    for speed in [0.0, -1, -Double.infinity, .nan] {
      #expect(throws: FlightLimitError.self) {
        try track.possibleEntries(
          into: try World.border(), limit: .groundSpeed(.metersPerSecond(speed)))
      }
    }
  }

  @Test func `with a fix inside were inside at that fix`() throws {
    let track = try World.track([(0, 19.99, 0), (10, 20.001, 0), (20, 19.98, 0), (30, 19.9, 0)])
    let entries = try track.possibleEntries(
      into: try World.border(), limit: .groundSpeed(World.speed * 10))
    #expect(entries.map(\.number) == [0, 1])
    #expect(entries.map(\.could) == [.yes, .yes] && entries.map(\.must) == [.yes, .yes])
    // 0.01° and 0.02° to the meridian at 0.01° a second.
    #expect(isAt(entries[0].window, 1, 10) && isAt(entries[0].mustWindow, 10, 10))
    #expect(isAt(entries[1].window, 10, 18) && isAt(entries[1].mustWindow, 10, 10))
  }

  /// Ten seconds at one place, 0.01° before the meridian: there and back are 0.02°.
  @Test(arguments: [(1.999, false), (2.001, true)])
  func `from one place back to it reach half as far`(speed: Double, could: Bool) throws {
    let track = try World.track([(0, 19.99, 0), (10, 19.99, 0)])
    let entries = try track.possibleEntries(
      into: try World.border(), limit: .groundSpeed(World.speed * speed))
    #expect(entries.map(\.could) == (could ? [.yes] : []))
    if could { #expect(isAt(entries[0].window, 10 / 2.001, 10 - 10 / 2.001)) }
    let hovering = try track.possibleEntries(
      into: try World.border(), limit: .groundSpeed(.zero))
    #expect(hovering.isEmpty)
  }

  @Test func `beyond all bounds are told from what the straight flight decides`() throws {
    let border = try World.border()
    let limit = FlightLimit.groundSpeed(.metersPerSecond(1e7))
    let across = try World.flight().possibleEntries(into: border, limit: limit)
    #expect(across[0].could == .yes && across[0].must == .undetermined(.noCorridor))
    let beside = try World.track([(0, 19.8, 0), (10, 19.9, 0)])
    let entries = try beside.possibleEntries(into: border, limit: limit)
    #expect(entries[0].could == .undetermined(.noCorridor) && entries[0].must == .no)
    #expect(entries[0].window == World.time(0)...World.time(10))
  }
}

@Suite struct `Flights up to a bank` {
  /// Due north across the equator at 250 m/s, so long that an arc of 60° leaves the chord by the
  /// stated gap; the land begins at the meridian that much to the east, and a little.
  @Test(
    arguments: [
      (60.0, 4.0, 34.129_514), (60, 12, 319.622_933), (30, 4, 11.329_558), (30, 12, 102.388_542),
    ])
  func `could have entered what the gap between chord and arc reaches`(
    bank: Double, seconds: Double, gap: Double
  ) throws {
    let half = seconds / 2 * 250
    for (excess, could) in [(-1e-3, false), (1e-3, true)] {
      let longitude = 20 - (gap - excess) / World.degree
      let middle = try World.place(longitude)
      let fixes = zip([0, seconds], [180.0, 0]).map { second, azimuth in
        Fix(
          time: World.time(second),
          place: GeodesicLine(from: middle, azimuth: .degrees(azimuth)).place(at: .meters(half)))
      }
      let entries = try Track(fixes).possibleEntries(
        into: try World.border(), limit: .turn(try LevelTurn(bank: .degrees(bank))))
      #expect(entries.map(\.could) == (could ? [.yes] : []))
      guard could else { continue }
      #expect(entries[0].must == .no)
      // The top of the arc is passed half way. By its distance from the fixes it could be passed
      // sooner, by up to a tenth of a second where the arc is 43 m longer than both chords.
      for time in [entries[0].window.lowerBound, entries[0].window.upperBound] {
        #expect(abs((IncidentsTests.seconds(time) ?? 0) - seconds / 2) < 0.1)
      }
    }
  }

  /// A strip of 0.01° across the way, with half its length above and below the gap of some 319 m.
  @Test(arguments: [(0.002, CorridorAnswer.no), (0.004, .yes)])
  func `must have entered what bars the lens`(height: Double, must: CorridorAnswer) throws {
    // 3000 m along the equator in 12 s, the middle of which is 20.005° E.
    let half = 1500 / World.degree
    let track = try World.track([(0, 20.005 - half, 0), (12, 20.005 + half, 0)])
    let border = try World.border([
      [(20, -height), (20.01, -height), (20.01, height), (20, height)]
    ])
    let entries = try track.possibleEntries(
      into: border, limit: .turn(try LevelTurn(bank: .degrees(60))))
    #expect(entries.count == 1 && entries[0].could == .yes && entries[0].must == must)
    // 1500 m less 0.005° at the speed of an arc of 2r·asin(c/2r): r = 3679.584 m, 3086.25 m.
    let arc = 2 * 3679.583_937_9 * asin(3000 / (2 * 3679.583_937_9))
    let first = 12 * (1500 - 0.005 * World.degree) / arc
    #expect(isAt(entries[0].window, first, 12 - first))
    #expect(entries[0].mustWindow == (must == .yes ? entries[0].window : nil))
  }

  @Test func `shrink to the leg as the fixes draw together`() throws {
    let border = try World.border()
    var widest = Double.infinity
    for steps in [10, 20, 40, 80, 160] {
      let shares = (0...steps).map { Double($0) / Double(steps) }
      let track = try World.track(shares.map { (300 * $0, 19.9 + 0.3 * $0, 0) })
      let entries = try track.possibleEntries(
        into: border, limit: .turn(try LevelTurn(bank: .degrees(20))))
      let first = try #require(entries.first?.window.lowerBound)
      let last = try #require(entries.last?.window.upperBound)
      let excess = max(100 - (seconds(first) ?? 0), (seconds(last) ?? 0) - 200)
      #expect(excess >= -1e-6 && excess <= widest)
      widest = excess
    }
    #expect(widest < 1e-3)
  }

  /// At 111 m/s and 60° the radius is 730 m: legs of 0.02°, 2226 m, have no lens, but they are no
  /// longer than half a circle over them, 3497 m.
  @Test func `between fixes too far apart are told from the straight flight`() throws {
    let border = try World.border()
    let limit = FlightLimit.turn(try LevelTurn(bank: .degrees(60)))
    let track = try World.track([
      (0, 19.905, 0), (20, 19.925, 0), (70, 19.975, 0), (90, 19.995, 0), (110, 20.015, 0),
      (130, 19.995, 0),
    ])
    let entries = try track.possibleEntries(into: border, limit: limit)
    // To 20° and back to 19.995° are 0.03°, 3340 m. A fix inside decides, and nothing reaches
    // 20° before the third leg.
    #expect(entries.map(\.number) == [2, 3, 4])
    #expect(entries.map(\.could) == [.undetermined(.noCorridor), .yes, .yes])
    #expect(entries.map(\.must) == [.no, .yes, .yes])
    let across = try World.track([(0, 19.95, 0), (200, 20.15, 0)])
    #expect(
      try across.possibleEntries(into: border, limit: limit).map(\.must) == [.yes])
    let low = try World.border([[(20, -0.01), (20.1, -0.01), (20.1, 0.01), (20, 0.01)]])
    let around = try across.possibleEntries(into: low, limit: limit)
    #expect(around.map(\.could) == [.yes] && around.map(\.must) == [.undetermined(.noCorridor)])
  }

  @Test(arguments: [(20.05, true), (19.95, false), (20, false)])
  func `that hover are where they are`(longitude: Double, isInside: Bool) throws {
    let track = try World.track([(0, longitude, 0), (60, longitude, 0)])
    let entries = try track.possibleEntries(
      into: try World.border(), limit: .turn(try LevelTurn(bank: .degrees(30))))
    #expect(entries.map(\.could) == (isInside ? [.yes] : []))
    #expect(entries.map(\.must) == (isInside ? [.yes] : []))
  }
}
