import Claims
import Flights
import Formats
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

@Suite struct `A scenario file` {
  @Test func `is read as it is meant`() throws {
    let scenario = try load(SmallScenario()).scenario
    #expect(scenario.id == "square")
    #expect(scenario.title == "A square and a path through it")
    #expect(scenario.summary == "An invented incident for tests.")
    #expect(
      scenario.sources == [
        Source(id: "S1", title: "Invented", address: nil, confidence: .assumption),
        Source(
          id: "map", title: "A map", address: "https://example.org/map", confidence: .primary),
      ])
    // In the order of their ids, not of the file.
    #expect(
      scenario.parties == [
        Party(id: "east", name: "The East"), Party(id: "west", name: "The West"),
      ])
    #expect(scenario.airspaces == [Airspace(id: "square", name: "the square")])
    #expect(
      scenario.borders == [
        BorderSource(
          id: "drawn", title: "As drawn", licence: "CC0-1.0", sources: ["map"],
          files: ["square": "borders/square.geojson"])
      ])
    #expect(scenario.defaultBorder == "drawn")
    #expect(scenario.aircraft == [Aircraft(id: "plane", name: "A plane")])
    #expect(
      scenario.places == [
        NamedPlace(
          id: "gate", name: "A gate", definition: .at(try place(0.05, 0.2)), sources: ["map"]),
        NamedPlace(
          id: "tip", name: "The southern tip",
          definition: .southernmost(airspace: "square", border: "drawn"), sources: ["map"]),
      ])
    #expect(
      scenario.uncertainties
        == Uncertainties(borderDisplacement: .meters(50), sources: ["S1"]))
  }

  @Test func `has the tracks as they are meant`() throws {
    let tracks = try load(SmallScenario()).scenario.tracks
    #expect(tracks.map(\.id) == ["through", "seen"])
    let (through, seen) = (tracks[0], tracks[1])
    #expect(through.title == "West through the square")
    #expect(through.aircraft == "plane")
    #expect(through.airspace == "square")
    #expect(through.kind == .reconstruction)
    #expect(through.basis == "Invented.")
    #expect(through.sources == ["S1", "map"])
    #expect(
      through.warnings
        == WarningSeries(
          count: 2, over: .seconds(20), endingAt: .entry, party: "east", sources: ["S1"]))
    #expect(
      through.events == [
        ReportedEvent(
          kind: .hit, party: "west", time: .after(.entry, .seconds(40)), place: .onTrack,
          sources: ["S1"])
      ])
    #expect(seen.kind == .recorded)
    #expect(seen.warnings == nil)
    #expect(seen.events == [])
    guard case .fixes(let track) = seen.motion else {
      Issue.record("\(seen.motion)")
      return
    }
    #expect(track.fixes.map(\.place.longitude.degrees) == [0.25, 0.15, 0.05])
  }

  @Test(arguments: paths)
  func `has a path as it is meant`(old: String, new: String, path: PathDefinition) throws {
    let tracks = try load(SmallScenario().changing("scenario.json", old, to: new)).scenario.tracks
    guard case .path(let read) = tracks[0].motion else {
      Issue.record("\(tracks[0].motion)")
      return
    }
    #expect(read == path)
  }

  @Test(arguments: TrackMoment.allCases)
  func `may time a path by any moment`(moment: TrackMoment) throws {
    let changed = SmallScenario().changing(
      "scenario.json", #""at": "entry""#, to: #""at": "\#(moment.rawValue)""#)
    guard case .path(let path) = try load(changed).scenario.tracks[0].motion else { return }
    #expect(path.anchor.moment == moment)
    #expect(path.anchor.time == (try Instant(rfc3339: "2015-11-24T07:24:05Z")))
  }

  @Test(arguments: Altitude.Reference.allCases)
  func `keeps what an altitude is counted from`(reference: Altitude.Reference) throws {
    let changed = SmallScenario().changing(
      "scenario.json", #""msl""#, to: #""\#(reference.rawValue)""#)
    guard case .path(let path) = try load(changed).scenario.tracks[0].motion else { return }
    #expect(path.altitude == Altitude(.meters(6000), reference))
  }

  @Test(arguments: events)
  func `has an event as it is meant`(
    json: String, time: ReportedEvent.Time, place: ReportedEvent.Place
  ) throws {
    let changed = SmallScenario().changing(
      "scenario.json", #""time": {"after": "entry", "by": "40 s"},"#, to: ""
    )
    .changing("scenario.json", #""place": "onTrack""#, to: json)
    let event = try #require(try load(changed).scenario.tracks[0].events.first)
    #expect(event.time == time)
    #expect(event.place == place)
  }

  @Test func `may leave out sources only when that is allowed`() throws {
    let changed = SmallScenario().changing(
      "scenario.json", #""sources": ["map"], "files""#, to: #""files""#)
    #expect(throws: ScenarioError.self) { try load(changed) }
    let loaded = try LoadedScenario(files(changed), allowsUnsourced: true)
    #expect(loaded.scenario.borders[0].sources == [])
  }

  @Test func `asks for a track file by the name that it gives`() throws {
    let changed = SmallScenario().changing("scenario.json", "tracks/seen.csv", to: "a b/c.csv")
    let error = ScenarioError.file(.noSuchFile(path: "small/a b/c.csv"))
    #expect(throws: error) { try load(changed) }
  }

  @Test(arguments: scenarioErrors)
  func `is refused with one sentence at the place that is wrong`(
    old: String, new: String, sentence: String
  ) throws {
    let error = #expect(throws: ScenarioError.self) {
      try load(SmallScenario().changing("scenario.json", old, to: new))
    }
    #expect(error?.description == "small/scenario.json" + sentence)
    guard case .badScenario = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}

@Suite struct `A loaded scenario` {
  @Test func `names the files that it rests on, once they are read`() throws {
    var loaded = try load(SmallScenario())
    #expect(try loaded.inputs().map(\.file) == ["claims.json", "scenario.json", "tracks/seen.csv"])
    _ = try loaded.border(BorderKey(airspace: "square", source: "drawn"))
    let inputs = try loaded.inputs()
    #expect(
      inputs.map(\.file) == [
        "borders/square.geojson", "claims.json", "scenario.json", "tracks/seen.csv",
      ])
    for input in inputs {
      #expect(input.bytes == SmallScenario().files[input.file]?.utf8.count)
    }
  }

  @Test func `reads a border when it is asked for`() throws {
    var loaded = try load(SmallScenario().replacing("borders/square.geojson", by: ""))
    let error = ScenarioError.badData(
      FormatError(
        file: "small/borders/square.geojson", place: .wholeFile, found: "an empty file",
        expected: "a JSON value"))
    #expect(throws: error) {
      try loaded.border(BorderKey(airspace: "square", source: "drawn"))
    }
  }

  @Test func `has no border of another source or airspace`() throws {
    var loaded = try load(SmallScenario())
    for key in [
      BorderKey(airspace: "square", source: "sketched"),
      BorderKey(airspace: "circle", source: "drawn"),
    ] {
      #expect(throws: ScenarioError.borderMissing(file: "small/scenario.json", key)) {
        try loaded.border(key)
      }
    }
  }

  @Test(arguments: [
    (#""0.05 deg""#, #""2 deg""#, ResolutionError.momentMissing(.entry)),
    (
      #"{"after": "entry", "by": "40 s"}"#, #"{"afterEvent": "launch", "by": "40 s"}"#,
      .eventMissing(.launch)
    ),
    (#""onTrack""#, #"{"aheadOf": "launch", "distance": "1 km"}"#, .eventMissing(.launch)),
  ])
  func `tells which track cannot be put in place`(
    old: String, new: String, reason: ResolutionError
  ) throws {
    var loaded = try load(SmallScenario().changing("scenario.json", old, to: new))
    let error = ScenarioError.unresolved(
      file: "small/scenario.json", track: "through", reason)
    #expect(error.description == "small/scenario.json: track \"through\": \(reason)")
    #expect(throws: error) { try loaded.resolve(loaded.scenario.tracks) }
  }
}

/// The scenario's files as they would lie in a folder named `small`.
func files(_ scenario: SmallScenario) -> ScenarioFiles {
  ScenarioFiles(name: "small") { path throws(ScenarioError) in
    guard let text = scenario.files[path] else {
      throw .file(.noSuchFile(path: "small/\(path)"))
    }
    return Array(text.utf8)
  }
}

func load(_ scenario: SmallScenario) throws -> LoadedScenario {
  try LoadedScenario(files(scenario))
}

private func place(_ latitude: Double, _ longitude: Double) throws -> GeodeticCoordinate {
  try GeodeticCoordinate(latitude: .degrees(latitude), longitude: .degrees(longitude))
}

private func coordinate(_ latitude: Double, _ longitude: Double) -> PlaceDefinition {
  guard let place = try? place(latitude, longitude) else { return .named("nowhere") }
  return .at(place)
}

private let noon = Instant(nanosecondsSince1970: 1_448_366_400_000_000_000)

private func path(
  _ course: PathDefinition.Course = .straight(
    through: .named("gate"), trackAngle: .degrees(270), before: .seconds(30),
    after: .seconds(120)),
  speed: PathDefinition.GroundSpeed = .given(.kilometersPerHour(720)),
  altitude: Altitude? = Altitude(.meters(6000), .msl)
) -> PathDefinition {
  PathDefinition(
    course: course, groundSpeed: speed, altitude: altitude,
    anchor: .init(moment: .entry, time: noon.advanced(by: -.seconds(16_555))))
}

private func straight(through place: PlaceDefinition) -> PathDefinition.Course {
  .straight(
    through: place, trackAngle: .degrees(270), before: .seconds(30), after: .seconds(120))
}

private let paths: [(old: String, new: String, path: PathDefinition)] = [
  ("720 km/h", "720 km/h", path()),
  ("720 km/h", "200 m/s", path(speed: .given(.metersPerSecond(200)))),
  ("720 km/h", "388 kt", path(speed: .given(.metersPerSecond(388 * (1852.0 / 3600))))),
  (#""720 km/h""#, #"{"inside": "17 s"}"#, path(speed: .inside(.seconds(17)))),
  (
    #""720 km/h""#, #"{"length": "1.15 mi", "duration": "17 s"}"#,
    path(speed: .quotient(.meters(1.15 * 1609.344), .seconds(17)))
  ),
  ("6000 m", "19000 ft", path(altitude: Altitude(.meters(19000 * 0.3048), .msl))),
  (
    #""altitude": {"height": "6000 m", "reference": "msl"},"#, "", path(altitude: nil)
  ),
  (
    #""through": "gate""#,
    #""through": {"latitude": "35.8 deg", "longitude": "-36.15 deg"}"#,
    path(straight(through: coordinate(35.8, -36.15)))
  ),
  (
    #""through": "gate""#,
    #""through": {"from": "tip", "bearing": "0 deg true", "distance": "1.36 NM"}"#,
    path(
      straight(
        through: .from(.named("tip"), bearing: .degrees(0), distance: .meters(1.36 * 1852))))
  ),
  (
    #""through": "gate""#,
    #"""
    "through": {
      "from": {"from": "gate", "bearing": "90 deg true", "distance": "1 km"},
      "bearing": "360 deg true", "distance": "2 km"
    }
    """#,
    path(
      straight(
        through: .from(
          .from(.named("gate"), bearing: .degrees(90), distance: .meters(1000)),
          bearing: .degrees(360), distance: .meters(2000))))
  ),
  (
    #""before": "30 s", "after": "120 s""#, #""before": "0.5 min", "after": "-1 s""#,
    path(
      .straight(
        through: .named("gate"), trackAngle: .degrees(270), before: .seconds(30),
        after: .seconds(-1)))
  ),
  (
    #"""
    "straight": {
                "through": "gate", "trackAngle": "270 deg true",
                "before": "30 s", "after": "120 s",
              },
    """#,
    #""waypoints": ["gate", {"latitude": "0 deg", "longitude": "0.1 deg"}, "tip"]"#,
    path(.waypoints([.named("gate"), coordinate(0, 0.1), .named("tip")]))
  ),
]

private let events: [(json: String, time: ReportedEvent.Time, place: ReportedEvent.Place)] = [
  (
    #""time": {"at": "2015-11-24T12:00:00Z"}, "place": "unknown""#, .at(noon), .unknown
  ),
  (
    #""time": {"at": "2015-11-24T14:00:00+02:00"}, "place": {"at": "tip"}"#, .at(noon),
    .at(.named("tip"))
  ),
  (
    #""time": {"after": "nearestApproach", "by": "-10 s"}, "place": "onTrack""#,
    .after(.nearestApproach, .seconds(-10)), .onTrack
  ),
  (
    #""time": {"afterEvent": "launch", "by": "1 min"}, "place": {"at": {"latitude": "1 deg", "longitude": "2 deg"}}"#,
    .afterEvent(.launch, .seconds(60)), .at(coordinate(1, 2))
  ),
  (
    #""time": {"after": "deepest", "by": "0 s"}, "place": {"aheadOf": "hit", "distance": "8 km"}"#,
    .after(.deepest, .zero), .ahead(of: .hit, distance: .meters(8000))
  ),
]

private let scenarioErrors: [(old: String, new: String, sentence: String)] = [
  (
    "overflight/scenario/1", "overflight/scenario/2",
    #":2:13: $.schema: found "overflight/scenario/2", expected "#
      + #""overflight/scenario/1"; did you mean "overflight/scenario/1"?"#
  ),
  (
    #""schema": "overflight/scenario/1","#, "",
    #":1:1: $: found an object without "schema", expected the key "schema""#
  ),
  (
    #""id": "square",\#n  "title""#, #""title""#,
    #":1:1: $: found an object without "id", expected the key "id""#
  ),
  (
    #""title": "A square"#, #""titel": "A square"#,
    #":1:1: $: found an object without "title", expected the key "title"; is it "#
      + #"written "titel"?"#
  ),
  (
    #""summary""#, #""colour": 1, "summary""#,
    #":5:3: $.colour: found the unknown key "colour", expected "aircraft", "#
      + #""airspaces", "borders", "id", "parties", "places", "schema", "sources", "#
      + #""summary", "title", "tracks" or "uncertainties""#
  ),
  (
    #""title": "A map", "address""#, #""title": "A map", "adress""#,
    #":8:37: $.sources[1].adress: found the unknown key "adress", expected "address", "#
      + #""confidence", "id" or "title"; did you mean "address"?"#
  ),
  (
    #""primary""#, #""primry""#,
    #":8:89: $.sources[1].confidence: found "primry", expected "primary", "wire", "#
      + #""secondary", "computed" or "assumption"; did you mean "primary"?"#
  ),
  (
    #""id": "map""#, #""id": "S1""#,
    #":20:19: $.borders[0].sources[0]: found "map", expected the id of a source in "#
      + #""sources""#
  ),
  (
    #""id": "west""#, #""id": "east""#,
    #":12:12: $.parties[1].id: found "east", expected an id that is not used twice"#
  ),
  (
    #""id": "tip""#, #""id": "gate""#,
    #":32:13: $.places[1].id: found "gate", expected an id that is not used twice"#
  ),
  (
    #""id": "seen""#, #""id": "through""#,
    #":70:13: $.tracks[1].id: found "through", expected an id that is not used twice"#
  ),
  (
    #""id": "drawn", "default": true"#, #""id": "drawn""#,
    #":17:14: $.borders: found 0 borders with "default": true, expected one"#
  ),
  (
    #""id": "drawn", "default": true"#, #""id": "drawn", "default": "yes""#,
    #":19:33: $.borders[0].default: found "yes", expected true or false"#
  ),
  (
    #""licence": "CC0-1.0","#, "",
    #":18:5: $.borders[0]: found an object without "licence", expected the key "#
      + #""licence""#
  ),
  (
    #"{"square": "borders"#, #"{"sqare": "borders"#,
    #":20:46: $.borders[0].files.sqare: found a file for "sqare", expected square"#
  ),
  (
    #"{"square": "borders/square.geojson"}"#, #"{"square": 1}"#,
    ":20:47: $.borders[0].files.square: found 1, expected a text in double quotes"
  ),
  (
    #""longitude": "0.2 deg""#, #""longitude": "0.2""#,
    #":29:44: $.places[0].longitude: found "0.2", expected an angle with its unit "#
      + #"such as "0.2 deg"; write the unit"#
  ),
  (
    #""longitude": "0.2 deg""#, #""longitude": 0.2"#,
    ":29:44: $.places[0].longitude: found 0.2, expected an angle with its unit such "
      + #"as "0.2 deg"; write the unit"#
  ),
  (
    #""longitude": "0.2 deg""#, #""longitude": "200 deg""#,
    #":29:44: $.places[0].longitude: found "200 deg", expected a longitude in "#
      + "-180…180 deg"
  ),
  (
    #""latitude": "0.05 deg""#, #""latitude": "90.05 deg""#,
    #":29:19: $.places[0].latitude: found "90.05 deg", expected a latitude in -90…90 "#
      + "deg; are latitude and longitude swapped?"
  ),
  (
    #"{"airspace": "square", "border": "drawn"}"#, #"{"airspace": "ring", "border": "drawn"}"#,
    #":33:36: $.places[1].southernmost.airspace: found "ring", expected "square""#
  ),
  (
    #"{"airspace": "square", "border": "drawn"}"#, #"{"airspace": "square", "border": "dawn"}"#,
    #":33:56: $.places[1].southernmost.border: found "dawn", expected "drawn"; did "#
      + #"you mean "drawn"?"#
  ),
  (
    #""50 m""#, #""-50 m""#,
    #":37:43: $.uncertainties.borderDisplacement.halfWidth95: found "-50 m", expected "#
      + "a length of zero or more"
  ),
  (
    #""halfWidth95": "50 m", "sources": ["S1"]"#, #""halfWidth95": "50 m""#,
    #":37:27: $.uncertainties.borderDisplacement: found no source, expected "sources" "#
      + "with at least one source's id; name a source, or use --allow-unsourced to stamp "
      + "the output instead"
  ),
  (
    #""title": "West through the square","#, "",
    #":40:5: $.tracks[0]: found an object without "title", expected the key "title""#
  ),
  (
    #""kind": "recorded""#, #""kind": "recordd""#,
    #":74:15: $.tracks[1].kind: found "recordd", expected "reconstruction" or "#
      + #""recorded"; did you mean "recorded"?"#
  ),
  (
    #""sources": ["S1", "map"]"#, #""sources": ["S1", "mab"]"#,
    #":47:25: $.tracks[0].sources[1]: found "mab", expected the id of a source in "#
      + #""sources"; did you mean "map"?"#
  ),
  (
    #""sources": ["S1", "map"]"#, #""sources": "S1""#,
    #":47:18: $.tracks[0].sources: found "S1", expected an array"#
  ),
  (
    #""fixes": "tracks/seen.csv","#, "",
    #":69:5: $.tracks[1]: found an object without "path", expected the key "path""#
  ),
  (
    #""fixes": "tracks/seen.csv","#, #""fixes": 1,"#,
    ":77:16: $.tracks[1].fixes: found 1, expected a text in double quotes"
  ),
  (
    #""fixes": "tracks/seen.csv","#, #""fixes": "tracks/seen.csv", "path": {},"#,
    #":77:35: $.tracks[1].path: found the unknown key "path", expected "aircraft", "#
      + #""airspace", "basis", "events", "fixes", "id", "kind", "sources", "title" or "#
      + #""warnings""#
  ),
  (
    #""through": "gate""#, #""through": "gat""#,
    #":51:24: $.tracks[0].path.course.straight.through: found "gat", expected "gate" "#
      + #"or "tip"; did you mean "gate"?"#
  ),
  (
    #""270 deg true""#, #""270 deg""#,
    #":51:46: $.tracks[0].path.course.straight.trackAngle: found "270 deg", expected "#
      + #"a direction from true north such as "270 deg true""#
  ),
  (
    #""270 deg true""#, #""270 deg magnetic""#,
    #":51:46: $.tracks[0].path.course.straight.trackAngle: found "270 deg magnetic", "#
      + #"expected a direction from true north such as "270 deg true"; add the magnetic "#
      + "variation and write the true direction"
  ),
  (
    #""270 deg true""#, #""361 deg true""#,
    #":51:46: $.tracks[0].path.course.straight.trackAngle: found "361 deg true", "#
      + #"expected a direction from true north such as "270 deg true""#
  ),
  (
    #""before": "30 s""#, #""before": "30""#,
    #":52:23: $.tracks[0].path.course.straight.before: found "30", expected a time "#
      + #"with its unit such as "30 s"; write the unit"#
  ),
  (
    #""before": "30 s""#, #""before": 30"#,
    ":52:23: $.tracks[0].path.course.straight.before: found 30, expected a time with "
      + #"its unit such as "30 s"; write the unit"#
  ),
  (
    "720 km/h", "720 knots",
    #":55:24: $.tracks[0].path.groundSpeed: found "720 knots", expected a speed in "#
      + #"m/s, km/h, kt or mph; "knots" is no unit that is known here"#
  ),
  (
    "720 km/h", "0 km/h",
    #":55:24: $.tracks[0].path.groundSpeed: found "0 km/h", expected a speed above "#
      + "zero"
  ),
  (
    "720 km/h", "fast",
    #":55:24: $.tracks[0].path.groundSpeed: found "fast", expected a speed with its "#
      + #"unit such as "980 km/h""#
  ),
  (
    #""720 km/h""#, #"{"inside": "0 s"}"#,
    #":55:35: $.tracks[0].path.groundSpeed.inside: found "0 s", expected a time above "#
      + "zero"
  ),
  (
    #""720 km/h""#, #"{"length": "0 m", "duration": "17 s"}"#,
    #":55:35: $.tracks[0].path.groundSpeed.length: found "0 m", expected a length "#
      + "above zero"
  ),
  (
    #""720 km/h""#, #"{"length": "1 km"}"#,
    #":55:24: $.tracks[0].path.groundSpeed: found an object without "duration", "#
      + #"expected the key "duration""#
  ),
  (
    #""reference": "msl""#, #""reference": "sea""#,
    #":56:55: $.tracks[0].path.altitude.reference: found "sea", expected "pressure", "#
      + #""msl", "ellipsoid", "agl" or "unknown""#
  ),
  (
    #""at": "entry", "is""#, #""at": "enrty", "is""#,
    #":57:24: $.tracks[0].path.time.at: found "enrty", expected "start", "entry", "#
      + #""deepest", "exit", "nearestApproach" or "end"; did you mean "entry"?"#
  ),
  (
    "09:24:05+02:00", "09:24:05",
    #":57:39: $.tracks[0].path.time.is: found "2015-11-24T09:24:05", expected a time "#
      + #"with its offset such as "2015-11-24T09:24:05+02:00"; a time needs its offset "#
      + "from UTC: end it with Z or with an offset such as +02:00"
  ),
  (
    "09:24:05+02:00", "24:24:05+02:00",
    #":57:39: $.tracks[0].path.time.is: found "2015-11-24T24:24:05+02:00", expected a "#
      + #"time with its offset such as "2015-11-24T09:24:05+02:00"; the hour 24 does not "#
      + "exist"
  ),
  (
    "2015-11-24T09", "2015-02-29T09",
    #":57:39: $.tracks[0].path.time.is: found "2015-02-29T09:24:05+02:00", expected a "#
      + #"time with its offset such as "2015-11-24T09:24:05+02:00"; the day 29 of month 2 "#
      + "does not exist"
  ),
  (
    #""count": 2"#, #""count": 0"#,
    ":60:18: $.tracks[0].warnings.count: found 0, expected a count in 1…10000"
  ),
  (
    #""count": 2"#, #""count": 2.5"#,
    ":60:18: $.tracks[0].warnings.count: found 2.5, expected a whole number"
  ),
  (
    #""count": 2"#, #""count": "two""#,
    #":60:18: $.tracks[0].warnings.count: found "two", expected a whole number"#
  ),
  (
    #""over": "20 s""#, #""over": "0 s""#,
    #":60:29: $.tracks[0].warnings.over: found "0 s", expected a time above zero"#
  ),
  (
    #""endingAt": "entry", "party": "east""#, #""endingAt": "entry", "party": "eats""#,
    #":60:67: $.tracks[0].warnings.party: found "eats", expected "west" or "east"; "#
      + #"did you mean "east"?"#
  ),
  (
    #""kind": "hit""#, #""kind": "hti""#,
    #":64:19: $.tracks[0].events[0].kind: found "hti", expected "launch", "hit" or "#
      + #""crash"; did you mean "hit"?"#
  ),
  (
    #""after": "entry""#, #""afterwards": "entry""#,
    #":64:51: $.tracks[0].events[0].time: found an object without "after", expected "#
      + #"the key "after""#
  ),
  (
    #""place": "onTrack""#, #""place": "ontrack""#,
    #":65:20: $.tracks[0].events[0].place: found "ontrack", expected "onTrack" or "#
      + #""unknown"; did you mean "onTrack"?"#
  ),
  (
    #""place": "onTrack""#, #""place": {"at": "door"}"#,
    #":65:27: $.tracks[0].events[0].place.at: found "door", expected "gate" or "tip""#
  ),
  (
    #""aircraft": [\#n    {"id": "plane", "name": "A plane"},"#, #""aircraft": ["#,
    #":42:19: $.tracks[0].aircraft: found "plane", expected nothing"#
  ),
  (
    #""tracks": [\#n"#, #""tracks": [], "trakcs": [\#n"#,
    #":1:1: $: found no track, expected at least one in "tracks""#
  ),
  (
    #""basis": "Three fixes.","#, #""basis": "Three fixes.", "basis": "Four","#,
    #":75:32: $.tracks[1].basis: found the key "basis" a second time, expected every "#
      + "key once"
  ),
]
