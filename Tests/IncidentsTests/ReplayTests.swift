import Airspaces
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A replay` {
  private func replay(_ change: (inout ExampleScenario) throws -> Void = { _ in }) throws -> Replay
  {
    var example = ExampleScenario()
    try change(&example)
    return Replay(of: try example.resolve())
  }

  /// The entry is at 1000 s; the track begins 120 s before it and ends 130 s after it.
  @Test func `tells what happened in rising time`() throws {
    let events = Array(
      try replay {
        $0.anchor = .init(moment: .entry, time: World.time(1000))
        $0.warnings = ExampleScenario.warnings(2, over: 60)
        $0.events = [
          ExampleScenario.event(.hit, .after(.exit, .seconds(5))),
          ExampleScenario.event(.launch, .after(.entry, .seconds(20))),
        ]
      })
    let kinds: [Event.Kind] = [
      .trackStarts, .warning(number: 1), .warning(number: 2), .entered(crossing: 1),
      .reported(.launch), .deepest(crossing: 1), .left(crossing: 1), .reported(.hit), .trackEnds,
    ]
    #expect(events.map(\.kind) == kinds)
    let times: [Double] = [880, 940, 970, 1000, 1020, 1050, 1100, 1105, 1130]
    for (event, time) in zip(events, times) {
      #expect(abs(event.time.since(World.time(time)).seconds) < 1e-4, "\(event.kind)")
    }
    // Thousandths of a degree from the nearer side, of 111.319 490 793 m; inside they are negative.
    let distances: [Double] = [120, 60, 30, 0, -20, -50, 0, 5, 30]
    for (event, distance) in zip(events, distances) {
      let meters = try #require(event.borderDistance?.meters)
      #expect(abs(meters - distance * World.degree / 1000) < 1e-2, "\(event.kind)")
    }
    #expect(
      events.map(\.kind.word) == [
        "start", "warning", "warning", "entry", "launch", "deepest", "exit", "hit", "end",
      ])
    #expect(
      events.map(\.party) == [nil, "north", "north", nil, "south", nil, nil, "south", nil])
    #expect(events[1].sources == ["radio"] && events[4].sources == ["book"])
  }

  @Test func `numbers its crossings`() throws {
    let events = Array(
      try replay {
        $0.border = try World.border([World.rectangle(20, 20.02), World.rectangle(20.04, 20.06)])
        $0.course = .straight(
          through: .at(try World.place(20.01)), trackAngle: .degrees(90), before: .seconds(20),
          after: .seconds(100))
      })
    #expect(
      events.map(\.kind) == [
        .trackStarts, .entered(crossing: 1), .deepest(crossing: 1), .left(crossing: 1),
        .entered(crossing: 2), .deepest(crossing: 2), .left(crossing: 2), .trackEnds,
      ])
  }

  @Test func `tells a graze and a nearest approach`() throws {
    let events = Array(
      try replay {
        $0.border = try World.wedge(tip: 0)
        $0.anchor = .init(moment: .nearestApproach, time: World.time(1000))
      })
    #expect(events.map(\.kind) == [.trackStarts, .touchedBorder, .cameNearest, .trackEnds])
    #expect(events[1].borderDistance == .zero)
    #expect(events.map(\.kind.word) == ["start", "graze", "nearest", "end"])
  }

  /// At one moment events come in the order of their kinds, and reported ones as they are listed.
  @Test func `keeps the order of kinds at one moment`() throws {
    let events = Array(
      try replay {
        $0.warnings = ExampleScenario.warnings(1, over: 0)
        $0.events = [
          ExampleScenario.event(.hit, .after(.entry, .zero)),
          ExampleScenario.event(.launch, .after(.entry, .zero)),
          ExampleScenario.event(.crash, .after(.end, .zero)),
          ExampleScenario.event(.crash, .after(.start, .zero)),
        ]
      })
    #expect(
      events.map(\.kind) == [
        .trackStarts, .reported(.crash), .warning(number: 1), .entered(crossing: 1),
        .reported(.hit), .reported(.launch), .deepest(crossing: 1), .left(crossing: 1),
        .reported(.crash), .trackEnds,
      ])
  }

  @Test func `of a track that begins inside tells no entry`() throws {
    let track = try World.track([(0, 20.03, 0), (20, 20.05, 0)])
    let example = ExampleScenario()
    let definition = TrackDefinition(
      id: "t", title: "", aircraft: "glider", airspace: "square", kind: .recorded, basis: "",
      sources: [], motion: .fixes(track), warnings: nil, events: [])
    let resolved = try example.scenario.resolve(definition, borders: example.borders)
    #expect(
      Replay(of: resolved).map(\.kind) == [.trackStarts, .deepest(crossing: 1), .trackEnds])
    #expect(Replay(of: resolved).time(of: .entry) == nil)
    #expect(Replay(of: resolved).time(of: .exit) == nil)
  }

  @Test func `says no distance that border beyond the data could make smaller`() throws {
    // The window ends at 20.15°, the whole goes on: from 20.13° the side at 20.1° is 0.03° away
    // and what lies beyond the window perhaps 0.02°.
    let events = Array(
      try replay {
        $0.border = try World.border(
          [World.rectangle(20, 20.1)],
          extract: .init(
            window: Box(low: Point2(x: 19, y: -1), high: Point2(x: 20.15, y: 1)),
            whole: Box(low: Point2(x: 19, y: -1), high: Point2(x: 21, y: 1))))
        $0.course = .straight(
          through: .named("middle"), trackAngle: .degrees(90), before: .seconds(60),
          after: .seconds(130))
      })
    #expect(events.first?.borderDistance != nil && events.last?.borderDistance == nil)
  }
}
