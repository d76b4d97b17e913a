import Airspaces
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A straight path put in place` {
  /// At a thousandth of a degree a second the path is at 20° 50 s before the middle, and at 20.1°
  /// 50 s after it; `before` is 120 s, `after` 130 s.
  @Test(arguments: [
    (TrackMoment.entry, -120.0, 130.0, 50.0), (.deepest, -120, 130, 0), (.exit, -120, 130, -50),
    // Timed at its start or end, the path has its 250 s around the middle.
    (.start, 0, 250, 120), (.end, -250, 0, -130),
  ])
  func `has the timed moment at its time, on the default border`(
    moment: TrackMoment, start: Double, end: Double, passage: Double
  ) throws {
    var example = ExampleScenario()
    example.anchor = .init(moment: moment, time: World.time(1000))
    let resolved = try example.resolve()
    #expect(isAt(resolved.track.start.time, 1000 + start))
    #expect(isAt(resolved.track.end.time, 1000 + end))
    // The deepest place is where a flat maximum is: known to 0.1 mm of depth, and so 0.1 ms.
    let time = try #require(Replay(of: resolved).time(of: moment))
    #expect(abs(time.since(World.time(1000)).seconds) < 1e-4)
    let middle = try #require(resolved.track.state(at: World.time(1000 + passage)))
    #expect(abs(middle.place.longitude.degrees - 20.05) < 1e-7)
    #expect(abs(middle.groundSpeed.metersPerSecond - World.speed.metersPerSecond) < 1e-6)
  }

  @Test func `outside is timed by its nearest approach`() throws {
    var example = ExampleScenario()
    example.border = try World.wedge(tip: 0.02)
    example.anchor = .init(moment: .nearestApproach, time: World.time(1000))
    example.course = .straight(
      through: .at(try World.place(20)), trackAngle: .degrees(90), before: .seconds(100),
      after: .seconds(100))
    let resolved = try example.resolve()
    // The tip is over 20.05°; the path begins 100 s before that, at 19.95°.
    #expect(abs(resolved.track.start.place.longitude.degrees - 19.95) < 1e-5)
    #expect(isAt(resolved.track.start.time, 900) && isAt(resolved.track.end.time, 1100))
    let nearest = try #require(Replay(of: resolved).time(of: .nearestApproach))
    #expect(abs(nearest.since(World.time(1000)).seconds) < 0.01)
    #expect(isAbout(resolved.encounter.nearestApproach?.distance, 2211.485_517_334))
  }

  /// 0.1° of the equator, 11 131.949 079 327 m, in 17 s: 654.820 534 078 m/s.
  @Test(arguments: [(17.0, 654.820_534_078), (100, 111.319_490_793), (0.5, 22_263.898_158_655)])
  func `is so long inside as its speed is asked to make it`(span: Double, speed: Double) throws {
    var example = ExampleScenario()
    example.groundSpeed = .inside(.seconds(span))
    let resolved = try example.resolve()
    #expect(abs(resolved.encounter.durationInside.seconds - span) < 1e-5)
    #expect(abs(resolved.track.legs[0].groundSpeed.metersPerSecond - speed) < 1e-6 * speed)
    #expect(isAt(resolved.encounter.crossings.first?.entry?.time, 1000))
  }

  @Test func `has the speed of a stated length over a stated time`() throws {
    var example = ExampleScenario()
    example.groundSpeed = .quotient(.nauticalMiles(1), .seconds(10))
    let speed = try example.resolve().track.legs[0].groundSpeed
    #expect(abs(speed.metersPerSecond - 185.2) < 1e-6)
  }

  /// The tip is the south-western corner: half a degree of meridian north of it lies 20° E on the
  /// equator, and 0.03° of the equator east of that 20.03°.
  @Test func `starts from a place that is told by bearings and distances`() throws {
    var example = ExampleScenario()
    let corner = PlaceDefinition.from(
      .named("tip"), bearing: .degrees(0), distance: .meters(55_287.152_003_450_48))
    example.course = .straight(
      through: .from(corner, bearing: .degrees(90), distance: .meters(0.03 * World.degree)),
      trackAngle: .degrees(90), before: .zero, after: .seconds(10))
    example.anchor = .init(moment: .start, time: World.time(0))
    let start = try example.resolve().track.start
    #expect(start.time == World.time(0))
    #expect(abs(start.place.longitude.degrees - 20.03) < 1e-12)
    #expect(abs(start.place.latitude.degrees) < 1e-12)
  }

  /// `Direct(-0.5, 20, 30, 20000)` of GeographicLib 2.1: −0.343 358 143 788 604 63,
  /// 20.089 833 019 533 7.
  @Test func `passes a place off a named one`() throws {
    var example = ExampleScenario()
    example.course = .straight(
      through: .from(.named("tip"), bearing: .degrees(30), distance: .kilometers(20)),
      trackAngle: .degrees(0), before: .zero, after: .seconds(1))
    example.anchor = .init(moment: .start, time: World.time(0))
    let place = try example.resolve().track.start.place
    #expect(abs(place.latitude.degrees + 0.343_358_143_788_604_63) < 1e-13)
    #expect(abs(place.longitude.degrees - 20.089_833_019_533_7) < 1e-12)
  }

  @Test func `keeps its altitude and its reference`() throws {
    var example = ExampleScenario()
    example.altitude = Altitude(.feet(19_000), .unknown)
    #expect(try example.resolve().track.fixes.allSatisfy { $0.altitude == example.altitude })
  }

  /// Three strips within 20 km: the moments are those of the one that the place is in or nearest to.
  @Test(arguments: [(19.9, 19.92), (19.93, 19.92), (19.96, 19.92), (20.05, 20), (20.2, 20.11)])
  func `is timed by the stay nearest to the place it passes`(
    longitude: Double, west: Double
  ) throws {
    var example = ExampleScenario()
    example.border = try World.border([
      World.rectangle(19.92, 19.94), World.rectangle(20, 20.1), World.rectangle(20.11, 20.13),
    ])
    example.course = .straight(
      through: .at(try World.place(longitude)), trackAngle: .degrees(90), before: .seconds(5),
      after: .seconds(5))
    let resolved = try example.resolve()
    // 5 s before the entry over the western side of that strip.
    #expect(abs(resolved.track.start.place.longitude.degrees - (west - 0.005)) < 1e-9)
    #expect(isAt(resolved.track.start.time, 995))
  }

  @Test func `gives the same when asked twice`() throws {
    var example = ExampleScenario()
    example.groundSpeed = .inside(.seconds(17))
    example.warnings = ExampleScenario.warnings(10, over: 60)
    example.events = [ExampleScenario.event(.hit, .after(.exit, .seconds(1)))]
    let (first, second) = (try example.resolve(), try example.resolve())
    #expect(first.track.fixes == second.track.fixes)
    #expect(first.warnings == second.warnings && first.events == second.events)
    #expect(Array(Replay(of: first)) == Array(Replay(of: second)))
    let replay = Replay(of: first)
    #expect(Array(replay) == Array(replay))
  }

  /// The same path on another border: the path stays, the entry moves with the line.
  @Test func `is held against another border without moving`() throws {
    let resolved = try ExampleScenario().resolve()
    let other = try World.border([World.rectangle(20.01, 20.07)])
    let replay = try Replay(of: resolved, against: other)
    #expect(isAt(replay.time(of: .entry), 1010) && isAt(replay.time(of: .exit), 1070))
    #expect(isAt(Replay(of: resolved).time(of: .entry), 1000))
    #expect(replay.time(of: .start) == resolved.track.start.time)
  }
}

@Suite struct `Warnings` {
  @Test func `ten over five minutes are half a minute apart, the first at its beginning`() throws {
    var example = ExampleScenario()
    example.warnings = ExampleScenario.warnings(10, over: 300)
    let resolved = try example.resolve()
    #expect(resolved.warnings.count == 10)
    for (number, time) in resolved.warnings.enumerated() {
      #expect(isAt(time, 1000 - 300 + 30 * Double(number)))
    }
  }

  @Test(arguments: [
    (TrackMoment.start, 880.0), (.entry, 1000), (.deepest, 1050), (.exit, 1100), (.end, 1130),
  ])
  func `are counted back from a moment`(moment: TrackMoment, second: Double) throws {
    var example = ExampleScenario()
    example.course = .straight(
      through: .named("middle"), trackAngle: .degrees(90), before: .seconds(120),
      after: .seconds(130))
    example.warnings = ExampleScenario.warnings(1, over: 60, endingAt: moment)
    let first = try #require(try example.resolve().warnings.first)
    #expect(abs(first.since(World.time(second - 60)).seconds) < 1e-4)
  }

  @Test(arguments: [0, -1])
  func `of no number are refused`(count: Int) {
    var example = ExampleScenario()
    example.warnings = ExampleScenario.warnings(count, over: 60)
    #expect(throws: ResolutionError.warningCountNotPositive(count)) { try example.resolve() }
  }
}

@Suite struct `A reported event` {
  private func resolve(_ events: [ReportedEvent]) throws -> [LocatedEvent] {
    var example = ExampleScenario()
    example.events = events
    return try example.resolve().events
  }

  /// Entry at 1000 s, exit at 1100 s, the launch 40 s after the entry, at 20.04°, and so on.
  @Test func `is timed by the clock, by a moment or by an event before it`() throws {
    let events = try resolve([
      ExampleScenario.event(.launch, .after(.entry, .seconds(40))),
      ExampleScenario.event(.hit, .afterEvent(.launch, .seconds(30))),
      ExampleScenario.event(.crash, .at(World.time(1120))),
    ])
    #expect(events.map(\.kind) == [.launch, .hit, .crash])
    #expect(events.allSatisfy { $0.party == "south" && $0.sources == ["book"] })
    for (event, second) in zip(events, [1040.0, 1070, 1120]) {
      #expect(isAt(event.time, second))
      // 20° is passed at 1000 s.
      let longitude = event.place?.longitude.degrees ?? 0
      #expect(abs(longitude - (20 + (second - 1000) / 1000)) < 1e-9)
    }
  }

  @Test func `before a moment has a negative span`() throws {
    let events = try resolve([ExampleScenario.event(.launch, .after(.exit, .seconds(-25)))])
    #expect(isAt(events.first?.time, 1075))
  }

  /// Along the course of the moment of the hit, due east: 2 km of the equator further.
  @Test func `may lie ahead of an event, at a place, or nowhere`() throws {
    let events = try resolve([
      ExampleScenario.event(.hit, .after(.entry, .zero)),
      ExampleScenario.event(
        .crash, .afterEvent(.hit, .seconds(60)), .ahead(of: .hit, distance: .kilometers(2))),
      ExampleScenario.event(.launch, .at(World.time(0)), .unknown),
      ExampleScenario.event(.launch, .at(World.time(0)), .at(.named("tip"))),
    ])
    let crash = try #require(events[1].place)
    #expect(abs(crash.longitude.degrees - (20 + 2000 / World.degree)) < 1e-9)
    #expect(abs(crash.latitude.degrees) < 1e-9)
    #expect(events[2].place == nil)
    #expect(try events[3].place == World.place(20, -0.5))
  }

  @Test func `on the track before it begins or after it ends has no place`() throws {
    let events = try resolve([
      ExampleScenario.event(.launch, .after(.start, .seconds(-1))),
      ExampleScenario.event(.crash, .after(.end, .seconds(1))),
      ExampleScenario.event(.hit, .afterEvent(.crash, .zero), .ahead(of: .crash, distance: .zero)),
    ])
    #expect(events.map(\.place) == [nil, nil, nil])
  }
}

@Suite struct `A track is refused` {
  private func expect(
    _ error: ResolutionError, sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout ExampleScenario) throws -> Void
  ) throws {
    var example = ExampleScenario()
    try change(&example)
    #expect(throws: error, sourceLocation: sourceLocation) { try example.resolve() }
    #expect(!error.description.isEmpty && !error.description.contains("\n"))
  }

  @Test func `without its places and borders`() throws {
    let square = BorderKey(airspace: "square", source: "map")
    let isle = BorderKey(airspace: "isle", source: "map")
    try expect(.borderMissing(square)) { $0.border = nil }
    try expect(.borderMissing(isle)) { $0.airspace = "isle" }
    try expect(.unknownPlace("nowhere")) {
      $0.course = .waypoints([.named("middle"), .named("nowhere")])
      $0.anchor = .init(moment: .start, time: World.time(0))
    }
    try expect(.borderMissing(isle)) {
      $0.events = [ExampleScenario.event(.hit, .after(.entry, .zero), .at(.named("far")))]
    }
  }

  @Test func `without the moment that it is timed by`() throws {
    let outside = PathDefinition.Course.straight(
      through: .at(try World.place(19.7)), trackAngle: .degrees(0), before: .seconds(10),
      after: .seconds(10))
    for moment in [TrackMoment.entry, .deepest, .exit] {
      try expect(.momentMissing(moment)) {
        $0.course = outside
        $0.anchor = .init(moment: moment, time: World.time(0))
      }
    }
    try expect(.momentMissing(.nearestApproach)) {
      $0.anchor = .init(moment: .nearestApproach, time: World.time(0))
    }
    try expect(.momentMissing(.entry)) {
      $0.course = outside
      $0.groundSpeed = .inside(.seconds(17))
      $0.anchor = .init(moment: .start, time: World.time(0))
    }
    // A stay that is longer than the 40 km around the place that is searched has no ends there.
    try expect(.momentMissing(.entry)) {
      $0.border = try World.border([World.rectangle(19.5, 20.6)])
      $0.groundSpeed = .inside(.seconds(17))
    }
  }

  @Test func `where warnings or events have no moment or event to follow`() throws {
    let outside = PathDefinition.Course.straight(
      through: .at(try World.place(19.7)), trackAngle: .degrees(0), before: .seconds(10),
      after: .seconds(10))
    try expect(.momentMissing(.entry)) {
      $0.course = outside
      $0.anchor = .init(moment: .start, time: World.time(0))
      $0.warnings = ExampleScenario.warnings(10, over: 300)
    }
    try expect(.momentMissing(.deepest)) {
      $0.course = outside
      $0.anchor = .init(moment: .end, time: World.time(0))
      $0.events = [ExampleScenario.event(.hit, .after(.deepest, .zero))]
    }
    try expect(.eventMissing(.launch)) {
      $0.events = [
        ExampleScenario.event(.hit, .afterEvent(.launch, .zero)),
        ExampleScenario.event(.launch, .after(.entry, .zero)),
      ]
    }
    try expect(.eventMissing(.hit)) {
      $0.events = [
        ExampleScenario.event(
          .crash, .after(.entry, .zero), .ahead(of: .hit, distance: .kilometers(2)))
      ]
    }
  }

  @Test func `along waypoints without a speed of numbers, or without its moment`() throws {
    try expect(.waypointsNeedSpeed) {
      $0.course = .waypoints([.at(try World.place(19.9)), .at(try World.place(20.2))])
      $0.groundSpeed = .inside(.seconds(17))
    }
    try expect(.momentMissing(.entry)) {
      $0.course = .waypoints([.at(try World.place(19.8)), .at(try World.place(19.9))])
    }
  }

  @Test(arguments: [0.0, -1])
  func `at a speed that is not above zero`(speed: Double) throws {
    for moment in [TrackMoment.entry, .start] {
      try expect(.path(.speedNotPositive(.metersPerSecond(speed)))) {
        $0.groundSpeed = .given(.metersPerSecond(speed))
        $0.anchor = .init(moment: moment, time: World.time(0))
      }
    }
  }

  @Test func `where it takes no time`() throws {
    try expect(.path(.noDuration)) {
      $0.course = .straight(
        through: .named("middle"), trackAngle: .degrees(90), before: .seconds(5),
        after: .seconds(-5))
    }
  }

  @Test func `where its times leave the calendar, or its speed is endless`() throws {
    let centuries = TimeSpan.seconds(1e15)
    try expect(.path(.beyondRange)) {
      $0.course = .straight(
        through: .named("middle"), trackAngle: .degrees(90), before: centuries, after: .zero)
    }
    try expect(.timeOutOfRange) {
      $0.course = .straight(
        through: .named("middle"), trackAngle: .degrees(90), before: centuries, after: .zero)
      $0.anchor = .init(moment: .start, time: World.time(0))
    }
    try expect(.timeOutOfRange) { $0.groundSpeed = .given(.metersPerSecond(1e-300)) }
    try expect(.path(.beyondRange)) { $0.groundSpeed = .quotient(.meters(1e10), .seconds(1e-300)) }
    try expect(.timeOutOfRange) { $0.warnings = ExampleScenario.warnings(10, over: 1e300) }
    try expect(.timeOutOfRange) {
      $0.events = [ExampleScenario.event(.hit, .after(.entry, centuries))]
    }
    try expect(.timeOutOfRange) {
      $0.events = [
        ExampleScenario.event(.launch, .after(.entry, .zero)),
        ExampleScenario.event(.hit, .afterEvent(.launch, -centuries)),
      ]
    }
  }

  /// An extract cut at 20.05° E, in the middle of the square.
  private func extract() throws -> PreparedBorder {
    try World.border(
      [World.rectangle(20, 20.05)],
      extract: .init(
        window: Box(low: Point2(x: 19, y: -1), high: Point2(x: 20.05, y: 1)),
        whole: Box(low: Point2(x: 19, y: -1), high: Point2(x: 21, y: 1))))
  }

  @Test func `where it leaves the window of an extract`() throws {
    var example = ExampleScenario()
    example.border = try extract()
    do {
      _ = try example.resolve()
      Issue.record("nothing was thrown")
    } catch ResolutionError.crossing(.leavesWindow(let place)) {
      #expect(abs(place.longitude.degrees - 20.05) < 1e-9)
    }
  }

  @Test func `only there: what lies beyond the path plays no part`() throws {
    var example = ExampleScenario()
    example.border = try extract()
    example.course = .straight(
      through: .at(try World.place(20)), trackAngle: .degrees(90), before: .seconds(10),
      after: .seconds(10))
    example.anchor = .init(moment: .start, time: World.time(0))
    #expect(isAt(try example.resolve().encounter.crossings.first?.entry?.time, 10))
  }
}

@Suite struct `A scenario` {
  @Test func `lists its sources and parties by id, however they are given`() {
    func scenario(_ ids: [String]) -> Scenario {
      Scenario(
        id: "", title: "", summary: "",
        sources: ids.map { Source(id: $0, title: "", address: nil, confidence: .primary) },
        parties: ids.map { Party(id: $0, name: $0) }, airspaces: [], borders: [],
        defaultBorder: "", places: [], aircraft: [], tracks: [],
        uncertainties: Uncertainties(borderDisplacement: .zero, sources: []))
    }
    for ids in [["b", "a", "c"], ["c", "b", "a"]] {
      #expect(scenario(ids).parties.map(\.id) == ["a", "b", "c"])
      #expect(scenario(ids).sources.map(\.id) == ["a", "b", "c"])
    }
  }

  @Test func `knows the borders that its tracks and places need`() throws {
    let example = ExampleScenario()
    let track = try example.resolve().definition
    #expect(
      try example.scenario.bordersNeeded(for: [track])
        == [
          BorderKey(airspace: "square", source: "map"), BorderKey(airspace: "isle", source: "map"),
        ])
  }

  @Test func `knows the coordinates of its places`() throws {
    let example = ExampleScenario()
    let scenario = try example.scenario
    #expect(
      try scenario.coordinate(ofPlace: "middle", borders: [:]) == World.place(20.05))
    #expect(
      try scenario.coordinate(ofPlace: "tip", borders: example.borders) == World.place(20, -0.5))
    #expect(throws: ResolutionError.unknownPlace("x")) {
      try scenario.coordinate(ofPlace: "x", borders: [:])
    }
  }
}
