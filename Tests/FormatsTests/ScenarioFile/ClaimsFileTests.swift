import Claims
import Flights
import Formats
import Incidents
import Quantities
import TestSupport
import Testing

@Suite struct `A claims file` {
  @Test func `is read as it is meant`() throws {
    #expect(
      try load(SmallScenario()).claims == [
        Claim(
          id: "E1", party: "east", statement: "It was inside for a minute.", sources: ["map"],
          aircraft: "plane", tracks: nil,
          readings: [
            Claim.Reading(
              id: "as-stated", meaning: nil,
              test: .durationInside(.about(Measure(60, .second), halfWidth: 0.5)))
          ]),
        Claim(
          id: "W1", party: "west", statement: "It was never inside.", sources: ["S1"],
          aircraft: "plane", tracks: ["through"],
          readings: [Claim.Reading(id: "as-stated", meaning: "at no moment", test: .keptOut)]),
      ])
  }

  @Test(arguments: tests)
  func `has a test as it is meant`(json: String, test: Claim.Test) throws {
    #expect(try read(test: json) == test)
  }

  @Test(arguments: expectations)
  func `has an expectation as it is meant`(json: String, expected: Claim.Expectation) throws {
    #expect(try read(test: #"{"kind": "lengthInside", \#(json)}"#) == .lengthInside(expected))
  }

  @Test(arguments: points)
  func `knows a moment of the timeline`(word: String, point: Claim.TimelinePoint) throws {
    let json = #"{"kind": "timeBetween", "between": ["\#(word)", "end"], "value": "1 s"}"#
    let second = Claim.Expectation.about(Measure(1, .second), halfWidth: 0.5)
    #expect(try read(test: json) == .timeBetween(point, .moment(.end), second))
  }

  @Test func `needs no aircraft where no reading is about a track`() throws {
    let claims = try load(
      SmallScenario().changing(
        "claims.json", #""aircraft": "plane", "tracks": ["through"],"#, to: ""
      )
      .changing(
        "claims.json", #"{"kind": "keptOut"}"#,
        to: #"{"kind": "fallHeight", "duration": "30 s", "value": "4500 m"}"#)
    ).claims
    #expect(claims[1].aircraft == nil)
  }

  @Test func `takes the limits of the claim's aircraft for what it can fly`() throws {
    let scenario = SmallScenario()
      .changing(
        "scenario.json", #"{"id": "plane", "name": "A plane"},"#,
        to: #"{"id": "plane", "name": "A plane", "envelope": {"highestMach": "0.9", "#
          + #""sources": ["map"]}},"#)
    let envelope = try FlightEnvelope(highestMach: 0.9)
    for isFlyable in [true, false] {
      let claims = try load(
        scenario.changing(
          "claims.json", #"{"kind": "keptOut"}"#, to: #"{"kind": "flyable", "is": \#(isFlyable)}"#)
      ).claims
      #expect(claims[1].readings[0].test == .flyable(isFlyable, within: envelope))
    }
  }

  @Test func `may count the aircraft of several tracks`() throws {
    let claims = try load(
      SmallScenario().changing(
        "claims.json", #""aircraft": "plane", "tracks": ["through"],"#,
        to: #""tracks": ["through", "seen"],"#
      ).changing(
        "claims.json", #"{"kind": "keptOut"}"#,
        to: #"{"kind": "aircraftCount", "airspace": "square", "value": 2}"#)
    ).claims
    #expect(claims[1].aircraft == nil && claims[1].tracks == ["through", "seen"])
  }

  @Test(arguments: claimErrors)
  func `is refused with one sentence at the place that is wrong`(
    old: String, new: String, sentence: String
  ) throws {
    let error = #expect(throws: ScenarioError.self) {
      try load(SmallScenario().changing("claims.json", old, to: new))
    }
    #expect(error?.description == "small/claims.json" + sentence)
  }

  @Test(arguments: testErrors)
  func `is refused for a test that is wrong`(json: String, sentence: String) throws {
    let error = #expect(throws: ScenarioError.self) { try read(test: json) }
    #expect(error?.description == "small/claims.json:15" + sentence)
  }
}

private func read(test json: String) throws -> Claim.Test {
  let changed = SmallScenario().changing("claims.json", #"{"kind": "keptOut"}"#, to: json)
  return try load(changed).claims[1].readings[0].test
}

private let km = Claim.Expectation.about(Measure(2, .kilometer), halfWidth: 0.5)
private let s = Claim.Expectation.about(Measure(17, .second), halfWidth: 0.5)

private let tests: [(json: String, test: Claim.Test)] = [
  (#"{"kind": "entered"}"#, .entered),
  (#"{"kind": "keptOut"}"#, .keptOut),
  (#"{"kind": "keptClear", "by": "1 km"}"#, .keptClear(by: Measure(1, .kilometer))),
  (#"{"kind": "durationInside", "value": "17 s"}"#, .durationInside(s)),
  (#"{"kind": "lengthInside", "value": "2 km"}"#, .lengthInside(km)),
  (
    #"{"kind": "depth", "measure": "nearestBorder", "value": "2 km"}"#, .depth(.nearestBorder, km)
  ),
  (
    #"{"kind": "depth", "measure": "fromSouthernTip", "value": "2 km"}"#,
    .depth(.fromSouthernTip, km)
  ),
  (#"{"kind": "depth", "measure": "fromEntry", "value": "2 km"}"#, .depth(.fromEntry, km)),
  (
    #"{"kind": "entryTime", "is": "1970-01-01T02:00:01+02:00", "tolerance": "0.5 s"}"#,
    .entryTime(Instant(nanosecondsSince1970: 1_000_000_000), halfWidth: .seconds(0.5))
  ),
  (
    #"{"kind": "altitude", "value": "19000 ft", "tolerance": "500 ft"}"#,
    .altitude(.about(Measure(19000, .foot), halfWidth: 500))
  ),
  (
    #"{"kind": "groundSpeed", "value": "980 km/h"}"#,
    .groundSpeed(.about(Measure(980, .kilometerPerHour), halfWidth: 0.5))
  ),
  (
    #"{"kind": "pathLength", "within": "5 min", "value": "2 km"}"#,
    .pathLength(within: .seconds(300), km)
  ),
  (#"{"kind": "insideAt", "event": "launch"}"#, .insideAt(.launch)),
  (#"{"kind": "outsideAt", "event": "hit"}"#, .outsideAt(.hit)),
  (
    #"{"kind": "distanceToBorder", "event": "crash", "value": "2 km"}"#,
    .distanceToBorder(at: .crash, km)
  ),
  (
    #"{"kind": "distanceBetween", "events": ["hit", "crash"], "value": "2 km"}"#,
    .distanceBetween(.hit, .crash, km)
  ),
  (
    #"{"kind": "timeBetween", "between": ["firstWarning", "entry"], "value": "17 s"}"#,
    .timeBetween(.firstWarning, .moment(.entry), s)
  ),
  (
    #"{"kind": "warnings", "value": 10, "over": "300 s"}"#,
    .warnings(.about(Measure(10, .one), halfWidth: 0.5), over: .seconds(300))
  ),
  (
    #"{"kind": "warnings", "value": "10", "over": "300 s"}"#,
    .warnings(.about(Measure(10, .one), halfWidth: 0.5), over: .seconds(300))
  ),
  (
    #"{"kind": "warningBeforeEntry", "atLeast": "1 min"}"#,
    .warningBeforeEntry(atLeast: Measure(1, .minute))
  ),
  (#"{"kind": "crossings", "atMost": 1}"#, .crossings(.atMost(Measure(1, .one)))),
  (
    #"{"kind": "aircraftCount", "airspace": "square", "atLeast": 2}"#,
    .aircraftCount(airspace: "square", .atLeast(Measure(2, .one)))
  ),
  (
    #"{"kind": "placeToBorder", "place": "gate", "airspace": "square", "value": "2 km"}"#,
    .placeToBorder(place: "gate", airspace: "square", km)
  ),
  (#"{"kind": "fallHeight", "duration": "30 s", "value": "2 km"}"#, .fallHeight(.seconds(30), km)),
  (
    #"{"kind": "fallTime", "from": "19000 ft", "value": "17 s"}"#,
    .fallTime(from: .feet(19000), s)
  ),
  (
    #"{"kind": "fallTime", "from": "19000 ft", "atLeast": "30 s"}"#,
    .fallTime(from: .feet(19000), .atLeast(Measure(30, .second)))
  ),
  (
    #"{"kind": "impliedSpeed", "length": "2 km", "duration": "17 s", "value": "420 km/h"}"#,
    .impliedSpeed(
      .meters(2000), .seconds(17),
      .about(Measure(420, .kilometerPerHour), halfWidth: 0.5))
  ),
  (
    #"{"kind": "impliedDuration", "length": "2 km", "speed": "720 km/h", "value": "17 s"}"#,
    .impliedDuration(.meters(2000), .kilometersPerHour(720), s)
  ),
  (
    #"{"kind": "impliedLength", "speed": "720 km/h", "duration": "17 s", "value": "2 km"}"#,
    .impliedLength(.kilometersPerHour(720), .seconds(17), km)
  ),
]

private let expectations: [(json: String, expected: Claim.Expectation)] = [
  // The digits state the precision: half a unit of the last one.
  (#""value": "1.36 mi""#, .about(Measure(1.36, .statuteMile), halfWidth: 0.005)),
  (#""value": "1.36 NM""#, .about(Measure(1.36, .nauticalMile), halfWidth: 0.005)),
  (#""value": "500 m""#, .about(Measure(500, .meter), halfWidth: 0.5)),
  (#""value": "0.50 km""#, .about(Measure(0.5, .kilometer), halfWidth: 0.005)),
  // A stated tolerance, told in the value's unit.
  (
    #""value": "80 km", "tolerance": "500 m""#, .about(Measure(80, .kilometer), halfWidth: 0.5)
  ),
  (#""value": "80 km", "tolerance": "0 m""#, .about(Measure(80, .kilometer), halfWidth: 0)),
  (#""atLeast": "1 mi""#, .atLeast(Measure(1, .statuteMile))),
  (#""atMost": "2 NM""#, .atMost(Measure(2, .nauticalMile))),
  (
    #""from": "1 km", "to": "2 mi""#, .between(Measure(1, .kilometer), Measure(2, .statuteMile))
  ),
]

private let points: [(word: String, point: Claim.TimelinePoint)] =
  TrackMoment.allCases.map { ($0.rawValue, .moment($0)) }
  + ReportedEvent.Kind.allCases.map { ($0.rawValue, .event($0)) }
  + [("firstWarning", .firstWarning), ("lastWarning", .lastWarning)]

private let claimErrors: [(old: String, new: String, sentence: String)] = [
  (
    "overflight/claims/1", "overflight/scenario/1",
    #":2:13: $.schema: found "overflight/scenario/1", expected "overflight/claims/1""#
  ),
  (
    #""id": "W1""#, #""id": "E1""#,
    #":12:13: $.claims[1].id: found "E1", expected an id that is not used twice"#
  ),
  (
    #""id": "W1", "#, "",
    #":11:5: $.claims[1]: found an object without "id", expected the key "id""#
  ),
  (
    #""party": "west""#, #""party": "wets""#,
    #":12:28: $.claims[1].party: found "wets", expected "east" or "west"; did you "#
      + #"mean "west"?"#
  ),
  (
    #""aircraft": "plane", "tracks""#, #""aircraft": "train", "tracks""#,
    #":13:38: $.claims[1].aircraft: found "train", expected "plane""#
  ),
  (
    #""aircraft": "plane", "tracks""#, #""tracks""#,
    #":11:5: $.claims[1]: found an object without "aircraft", expected the key "#
      + #""aircraft""#
  ),
  (
    #""tracks": ["through"]"#, #""tracks": ["throuhg"]"#,
    #":13:58: $.claims[1].tracks[0]: found "throuhg", expected "through" or "seen"; "#
      + #"did you mean "through"?"#
  ),
  (
    #""tracks": ["through"]"#, #""tracks": "through""#,
    #":13:57: $.claims[1].tracks: found "through", expected an array"#
  ),
  (
    #""sources": ["S1"]"#, #""sources": []"#,
    #":11:5: $.claims[1]: found no source, expected "sources" with at least one "#
      + "source's id; name a source, or use --allow-unsourced to stamp the output instead"
  ),
  (
    #""sources": ["S1"]"#, #""sources": ["S2"]"#,
    #":13:19: $.claims[1].sources[0]: found "S2", expected the id of a source in "#
      + #""sources""#
  ),
  (
    #""statement": "It was never inside.","#, "",
    #":11:5: $.claims[1]: found an object without "statement", expected the key "#
      + #""statement""#
  ),
  (
    #""meaning""#, #""meening""#,
    #":15:29: $.claims[1].readings[0].meening: found the unknown key "meening", "#
      + #"expected "id", "meaning" or "test"; did you mean "meaning"?"#
  ),
  (
    #""meaning": "at no moment""#, #""meaning": 1"#,
    ":15:40: $.claims[1].readings[0].meaning: found 1, expected a text in double "
      + "quotes"
  ),
  (
    #"{"id": "as-stated", "test": {"kind": "durationInside", "value": "60 s"}},"#, "",
    ":7:19: $.claims[0].readings: found no reading, expected at least one"
  ),
  (
    #"{"id": "as-stated", "meaning""#,
    #"{"id": "as-stated", "test": {"kind": "entered"}}, {"id": "as-stated", "meaning""#,
    #":15:66: $.claims[1].readings[1].id: found "as-stated", expected an id that is "#
      + "not used twice"
  ),
]

private let testErrors: [(json: String, sentence: String)] = [
  (
    #"{"kind": "keptIn"}"#,
    #":73: $.claims[1].readings[0].test.kind: found "keptIn", expected "entered", "#
      + #""keptOut", "keptClear", "durationInside", "lengthInside", "depth", "entryTime", "#
      + #""altitude", "groundSpeed", "pathLength", "insideAt", "outsideAt", "#
      + #""distanceToBorder", "distanceBetween", "timeBetween", "warnings", "#
      + #""warningBeforeEntry", "crossings", "flyable", "aircraftCount", "placeToBorder", "#
      + #""fallHeight", "fallTime", "impliedSpeed", "impliedDuration" or "impliedLength""#
  ),
  (
    #"{"kind": "keptOut", "by": "1 km"}"#,
    #":84: $.claims[1].readings[0].test.by: found the unknown key "by", expected "#
      + #""kind""#
  ),
  (
    #"{"kind": "keptClear"}"#,
    #":64: $.claims[1].readings[0].test: found an object without "by", expected the "#
      + #"key "by""#
  ),
  (
    #"{"kind": "keptClear", "by": "1 s"}"#,
    #":92: $.claims[1].readings[0].test.by: found "1 s", expected a length in m, km, "#
      + #"ft, mi or NM; "s" is a unit of time, not of length"#
  ),
  (
    #"{"kind": "keptClear", "by": 1}"#,
    ":92: $.claims[1].readings[0].test.by: found 1, expected a length with its unit "
      + #"such as "1 km"; write the unit"#
  ),
  (
    #"{"kind": "durationInside", "value": "17 km"}"#,
    #":100: $.claims[1].readings[0].test.value: found "17 km", expected a time in s, "#
      + #"min or h; "km" is a unit of length, not of time"#
  ),
  (
    #"{"kind": "durationInside"}"#,
    #":64: $.claims[1].readings[0].test: found an object without "value", expected "#
      + #"the key "value""#
  ),
  (
    #"{"kind": "durationInside", "value": "17 s", "tolerance": "-1 s"}"#,
    #":121: $.claims[1].readings[0].test.tolerance: found "-1 s", expected zero or "#
      + "more"
  ),
  (
    #"{"kind": "durationInside", "value": "17 s", "atLeast": "1 s"}"#,
    #":91: $.claims[1].readings[0].test.value: found the unknown key "value", "#
      + #"expected "atLeast" or "kind""#
  ),
  (
    #"{"kind": "durationInside", "atLeast": "1 s", "tolerance": "1 s"}"#,
    ":109: $.claims[1].readings[0].test.tolerance: found the unknown key "
      + #""tolerance", expected "atLeast" or "kind""#
  ),
  (
    #"{"kind": "durationInside", "from": "17 s", "to": "17 s"}"#,
    #":113: $.claims[1].readings[0].test.to: found "17 s", expected more than "from""#
  ),
  (
    #"{"kind": "durationInside", "from": "17 s"}"#,
    #":64: $.claims[1].readings[0].test: found an object without "to", expected the "#
      + #"key "to""#
  ),
  (
    #"{"kind": "depth", "value": "1 km"}"#,
    #":64: $.claims[1].readings[0].test: found an object without "measure", expected "#
      + #"the key "measure""#
  ),
  (
    #"{"kind": "depth", "measure": "fromNorthernTip", "value": "1 km"}"#,
    #":93: $.claims[1].readings[0].test.measure: found "fromNorthernTip", expected "#
      + #""nearestBorder", "fromSouthernTip" or "fromEntry"; did you mean "#
      + #""fromSouthernTip"?"#
  ),
  (
    #"{"kind": "entryTime", "is": "09:24:05", "tolerance": "1 s"}"#,
    #":92: $.claims[1].readings[0].test.is: found "09:24:05", expected a time with "#
      + #"its offset such as "2015-11-24T09:24:05+02:00"; a time is written as "#
      + "2015-11-24T09:24:05+02:00 (RFC 3339)"
  ),
  (
    #"{"kind": "entryTime", "is": "2015-11-24T09:24:05", "tolerance": "1 s"}"#,
    #":92: $.claims[1].readings[0].test.is: found "2015-11-24T09:24:05", expected a "#
      + #"time with its offset such as "2015-11-24T09:24:05+02:00"; a time needs its "#
      + "offset from UTC: end it with Z or with an offset such as +02:00"
  ),
  (
    #"{"kind": "entryTime", "is": "2015-11-24T09:24:05Z"}"#,
    #":64: $.claims[1].readings[0].test: found an object without "tolerance", "#
      + #"expected the key "tolerance""#
  ),
  (
    #"{"kind": "insideAt", "event": "lunch"}"#,
    #":94: $.claims[1].readings[0].test.event: found "lunch", expected "launch", "#
      + #""hit" or "crash"; did you mean "launch"?"#
  ),
  (
    #"{"kind": "distanceBetween", "events": ["hit"], "value": "1 km"}"#,
    ":102: $.claims[1].readings[0].test.events: found an array of 1, expected an "
      + "array of two"
  ),
  (
    #"{"kind": "timeBetween", "between": ["hit", "supper"], "value": "1 s"}"#,
    #":107: $.claims[1].readings[0].test.between[1]: found "supper", expected "#
      + #""start", "entry", "deepest", "exit", "nearestApproach", "end", "launch", "hit", "#
      + #""crash", "firstWarning" or "lastWarning""#
  ),
  (
    #"{"kind": "warnings", "value": "10 s", "over": "300 s"}"#,
    #":94: $.claims[1].readings[0].test.value: found "10 s", expected a count, a bare "#
      + #"number; "s" is a unit of time, not of count"#
  ),
  (
    #"{"kind": "warnings", "value": "10", "over": 300}"#,
    ":108: $.claims[1].readings[0].test.over: found 300, expected a time with its "
      + #"unit such as "300 s"; write the unit"#
  ),
  (
    #"{"kind": "flyable", "is": true}"#,
    #":73: $.claims[1].readings[0].test.kind: found "flyable", expected that only of an aircraft "#
      + "whose envelope states a limit"
  ),
  (
    #"{"kind": "crossings", "value": -1}"#,
    #":95: $.claims[1].readings[0].test.value: found -1, expected a whole number from "#
      + "0 to 1000000"
  ),
  (
    #"{"kind": "crossings", "atMost": "1.5"}"#,
    #":96: $.claims[1].readings[0].test.atMost: found "1.5", expected a whole number from "#
      + "0 to 1000000"
  ),
  (
    #"{"kind": "crossings", "from": 0, "to": 1000001}"#,
    #":103: $.claims[1].readings[0].test.to: found 1000001, expected a whole number from "#
      + "0 to 1000000"
  ),
  (
    #"{"kind": "warnings", "atLeast": 2.5, "over": "60 s"}"#,
    #":96: $.claims[1].readings[0].test.atLeast: found 2.5, expected a whole number from "#
      + "0 to 1000000"
  ),
  (
    #"{"kind": "aircraftCount", "airspace": "square", "value": 99999999999999999999}"#,
    #":121: $.claims[1].readings[0].test.value: found 99999999999999999999, expected a whole number from "#
      + "0 to 1000000"
  ),
  (
    #"{"kind": "aircraftCount", "airspace": "ring", "value": 2}"#,
    #":102: $.claims[1].readings[0].test.airspace: found "ring", expected "square""#
  ),
  (
    #"{"kind": "placeToBorder", "place": "gat", "airspace": "square", "value": "1 km"}"#,
    #":99: $.claims[1].readings[0].test.place: found "gat", expected "gate" or "tip"; "#
      + #"did you mean "gate"?"#
  ),
  (
    #"{"kind": "placeToBorder", "place": "gate", "airspace": "ring", "value": "1 km"}"#,
    #":119: $.claims[1].readings[0].test.airspace: found "ring", expected "square""#
  ),
  (
    #"{"kind": "fallTime", "from": "-1 m", "value": "1 s"}"#,
    #":93: $.claims[1].readings[0].test.from: found "-1 m", expected a length of zero "#
      + "or more"
  ),
  (
    #"{"kind": "impliedSpeed", "length": "2 km", "duration": "0 s", "value": "1 km/h"}"#,
    #":119: $.claims[1].readings[0].test.duration: found "0 s", expected a time above "#
      + "zero"
  ),
  (
    #"{"kind": "impliedDuration", "length": "2 km", "speed": "0 km/h", "value": "1 s"}"#,
    #":119: $.claims[1].readings[0].test.speed: found "0 km/h", expected a speed "#
      + "above zero"
  ),
  // Numbers from which no finite one could be computed.
  (
    #"{"kind": "fallHeight", "duration": "1e200 s", "value": "1 km"}"#,
    #":99: $.claims[1].readings[0].test.duration: found "1e200 s", expected a time up to 10⁹ s"#
  ),
  (
    #"{"kind": "pathLength", "within": "1e300 s", "value": "1 km"}"#,
    #":97: $.claims[1].readings[0].test.within: found "1e300 s", expected a time up to 10⁹ s"#
  ),
  (
    #"{"kind": "impliedSpeed", "length": "2 km", "duration": "1e-300 s", "value": "1 km/h"}"#,
    #":119: $.claims[1].readings[0].test.duration: found "1e-300 s", expected a time from 10⁻⁹ s"#
  ),
  (
    #"{"kind": "impliedLength", "duration": "2 s", "speed": "1e300 km/h", "value": "1 km"}"#,
    #":118: $.claims[1].readings[0].test.speed: found "1e300 km/h", expected a speed in 10⁻⁹…10⁹ m/s"#
  ),
  (
    #"{"kind": "impliedDuration", "length": "2 km", "speed": "1e-310 km/h", "value": "1 s"}"#,
    #":119: $.claims[1].readings[0].test.speed: found "1e-310 km/h", expected a speed in 10⁻⁹…10⁹ m/s"#
  ),
  (
    #"{"kind": "fallTime", "from": "1e300 m", "value": "1 s"}"#,
    #":93: $.claims[1].readings[0].test.from: found "1e300 m", expected a length up to 10⁹ m"#
  ),
]
