import Flights
import Formats
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

/// The small scenario's path, along waypoints with turns instead of straight.
@Suite struct `A path with turns in a scenario file` {
  private static let straight = """
    "straight": {
                "through": "gate", "trackAngle": "270 deg true",
                "before": "30 s", "after": "120 s",
              },
    """

  private func scenario(_ course: String, altitude: Bool = true) -> SmallScenario {
    let planned = SmallScenario().changing("scenario.json", Self.straight, to: course)
    guard !altitude else { return planned }
    return planned.changing(
      "scenario.json", #""altitude": {"height": "6000 m", "reference": "msl"},"#, to: "")
  }

  private func course(_ text: String) throws -> PathDefinition.Course? {
    guard case .path(let path) = try load(scenario(text)).scenario.tracks[0].motion else {
      return nil
    }
    return path.course
  }

  private func sentence(_ course: String, altitude: Bool = true) -> String {
    do {
      var loaded = try load(scenario(course, altitude: altitude))
      _ = try loaded.resolve(loaded.scenario.tracks)
      return "read"
    } catch { return "\(error)" }
  }

  @Test func `has its turns by bank or load factor, and its changes with their units`() throws {
    let waypoints: [PathDefinition.Waypoint] = [
      .init(
        .named("gate"),
        speedChange: .init(
          to: .metersPerSecond(250), at: .metersPerSecondSquared(0.2 * 9.806_65))),
      .init(
        .named("tip"), kind: .flyOver,
        speedChange: .init(to: .metersPerSecond(100), at: .metersPerSecondSquared(2)),
        altitudeChange: .init(
          to: Altitude(.meters(7000), .msl), at: .metersPerSecond(25))),
      .init(.named("gate")),
    ]
    let text = #"""
      "waypoints": [
        {"at": "gate", "speedChange": {"to": "900 km/h", "acceleration": "0.2 g"}},
        {
          "at": "tip", "turn": "flyOver", "speedChange": {"to": "100 m/s", "acceleration": "2 m/s2"},
          "altitudeChange": {"to": "7 km", "rate": "90 km/h"},
        },
        "gate",
      ],
      """#
    let bank = try LevelTurn(bank: .degrees(30)), factor = try LevelTurn(loadFactor: 2.5)
    #expect(
      try course(text + #""turn": {"bank": "30 deg"}"#) == .planned(waypoints, turn: bank))
    #expect(
      try course(text + #""turn": {"loadFactor": "2.5"}"#) == .planned(waypoints, turn: factor))
  }

  @Test(arguments: wrongCourses)
  func `is refused in one sentence at the place that is wrong`(text: String, expected: String) {
    let found = sentence(text)
    #expect(found == "small/scenario.json" + expected)
  }

  @Test func `begins its changes of altitude at one`() {
    #expect(
      sentence(
        turn
          + #""waypoints": [{"at": "gate", "altitudeChange": {"to": "1 m", "rate": "1 m/s"}}, "tip"]"#,
        altitude: false)
        == "small/scenario.json:50:86: $.tracks[0].path.course.waypoints[0].altitudeChange: found a "
        + "change of altitude on a path without \"altitude\", expected the altitude that it begins "
        + "at; state the path's \"altitude\"")
  }
}

private let turn = #""turn": {"bank": "30 deg"}, "#

/// At 200 m/s and 30° a right angle takes 7064.8 m of each leg; a hundredth of a degree is 1113.2 m.
///
/// From 200 to 250 m/s at 0.1 m/s² the way is 225 m/s·500 s = 112.5 km, and from 6 to 7 km at 10 m/s it
/// is 20 km; a tenth of a degree is 11 132 m.
private let wrongCourses: [(text: String, expected: String)] = [
  (
    #""turn": {"bank": "90 deg"}, "waypoints": ["gate", "tip"]"#,
    ":50:28: $.tracks[0].path.course.turn.bank: found \"90 deg\", expected a bank above 0 deg and "
      + "below 90 deg"
  ),
  (
    #""turn": {"loadFactor": "1"}, "waypoints": ["gate", "tip"]"#,
    ":50:34: $.tracks[0].path.course.turn.loadFactor: found \"1\", expected a load factor above 1, in "
      + "standard gravities without a unit"
  ),
  (
    #""turn": {"bank": "30 deg", "loadFactor": "2"}, "waypoints": ["gate", "tip"]"#,
    ":50:38: $.tracks[0].path.course.turn.loadFactor: found the unknown key \"loadFactor\", expected "
      + "\"bank\""
  ),
  (
    #""turn": {}, "waypoints": ["gate", "tip"]"#,
    ":50:19: $.tracks[0].path.course.turn: found a turn without \"bank\" and \"loadFactor\", expected "
      + "one of them; such as \"bank\": \"30 deg\""
  ),
  (
    #""waypoints": [{"at": "gate"}, "tip"]"#,
    ":50:25: $.tracks[0].path.course.waypoints[0]: found a waypoint with \"at\", as of a path with "
      + "turns, expected a place; state the turns beside \"waypoints\", such as \"turn\": {\"bank\": "
      + "\"30 deg\"}"
  ),
  (
    turn + #""waypoints": ["gate"]"#,
    ":50:52: $.tracks[0].path.course.waypoints: found an array, expected two waypoints or more"
  ),
  (
    turn + #""waypoints": ["gate", {"at": "tip", "turn": "flyby"}, "gate"]"#,
    ":50:83: $.tracks[0].path.course.waypoints[1].turn: found \"flyby\", expected \"flyBy\" or "
      + "\"flyOver\"; did you mean \"flyBy\"?"
  ),
  (
    turn + #""waypoints": [{"at": "gate", "turn": "flyBy"}, "tip"]"#,
    ":50:76: $.tracks[0].path.course.waypoints[0].turn: found a turn at the first waypoint, expected "
      + "none there"
  ),
  (
    turn
      + #""waypoints": ["gate", {"at": "tip", "speedChange": {"to": "1 m/s", "acceleration": "1 g"}}]"#,
    ":50:90: $.tracks[0].path.course.waypoints[1].speedChange: found a change at the last waypoint, "
      + "expected none there; a change begins at a waypoint, on the way to the next"
  ),
  (
    turn
      + #""waypoints": [{"at": "gate", "speedChange": {"to": "9 m/s", "acceleration": "0 g"}}, "tip"]"#,
    ":50:115: $.tracks[0].path.course.waypoints[0].speedChange.acceleration: found \"0 g\", expected "
      + "an acceleration above zero, whether it rises or falls"
  ),
  (
    turn
      + #""waypoints": [{"at": "gate", "speedChange": {"to": "9 m/s", "acceleration": "1"}}, "tip"]"#,
    ":50:115: $.tracks[0].path.course.waypoints[0].speedChange.acceleration: found \"1\", expected an "
      + "acceleration with its unit such as \"1 m/s2\"; write the unit"
  ),
  (
    turn
      + #""waypoints": [{"at": "gate", "altitudeChange": {"to": "9 m", "rate": "-1 m/s"}}, "tip"]"#,
    ":50:108: $.tracks[0].path.course.waypoints[0].altitudeChange.rate: found \"-1 m/s\", expected a "
      + "speed above zero, whether it rises or falls"
  ),
  (
    turn + "\"waypoints\": [\(at(0, 0.3)), \(at(0, 0.15)), \(at(0.01, 0.15))]",
    ":50:102: $.tracks[0].path.course.waypoints[1]: found a turn that takes 7065 m of a leg with "
      + "1106 m for it, expected legs long enough for it; bank more, fly slower or move the waypoints "
      + "apart"
  ),
  (
    turn + "\"waypoints\": [\(at(0, 0.3)), \(at(0, 0.3)), \(at(0.01, 0.15))]",
    ":50:102: $.tracks[0].path.course.waypoints[1]: found the place of the waypoint before it, "
      + "expected a place at least a millimeter from it; leave one of the two out"
  ),
  (
    turn + "\"waypoints\": [{\"at\": \(at(0, 0.25)), \"speedChange\": "
      + "{\"to\": \"250 m/s\", \"acceleration\": \"0.1 m/s2\"}}, \(at(0, 0.15))]",
    ":50:53: $.tracks[0].path.course.waypoints[0]: found a change of speed that takes 112500 m of a "
      + "leg with 11132 m for it, expected a leg long enough for it; change the speed faster, or move "
      + "the waypoints apart"
  ),
  (
    turn + "\"waypoints\": [{\"at\": \(at(0, 0.25)), \"altitudeChange\": "
      + "{\"to\": \"7 km\", \"rate\": \"10 m/s\"}}, \(at(0, 0.15))]",
    ":50:53: $.tracks[0].path.course.waypoints[0]: found a change of altitude that takes 20000 m of a "
      + "leg with 11132 m for it, expected a leg long enough for it; change the altitude faster, fly "
      + "slower or move the waypoints apart"
  ),
]

private func at(_ latitude: Double, _ longitude: Double) -> String {
  #"{"latitude": "\#(latitude) deg", "longitude": "\#(longitude) deg"}"#
}
