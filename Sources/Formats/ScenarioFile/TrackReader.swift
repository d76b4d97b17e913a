import Flights
import Geodesy
import Incidents
import Quantities

/// Reads one track of `scenario.json`.
struct TrackReader {
  let names: ScenarioNames
  let fixes: (String) throws(ScenarioError) -> Track

  func track(_ start: JSONObjectReader) throws -> TrackDefinition {
    var reader = start
    let id = try reader.string("id")
    let definition = TrackDefinition(
      id: id, title: try reader.string("title"),
      aircraft: try reader.value("aircraft").oneOf(names.aircraft),
      airspace: try reader.value("airspace").oneOf(names.airspaces),
      kind: try reader.value("kind").word(), basis: try reader.string("basis"),
      sources: try names.sources(&reader), motion: try motion(&reader),
      warnings: try reader.optionalObject("warnings").mapThrowing(warnings),
      events: try (reader.optionalObjects("events") ?? []).mapThrowing(event))
    try reader.finish()
    return definition
  }

  private func motion(_ reader: inout JSONObjectReader) throws -> TrackDefinition.Motion {
    guard let file = reader.optional("fixes") else {
      return .path(try path(try reader.object("path")))
    }
    do {
      return .fixes(try fixes(try file.string()))
    } catch let error as ScenarioError {
      throw error.named(in: file.document.file, at: file.path)
    }
  }

  private func path(_ reader: JSONObjectReader) throws(FormatError) -> PathDefinition {
    try reader.closing { reader throws(FormatError) in
      let altitude = try reader.optionalObject("altitude").mapThrowing {
        inner throws(FormatError) in
        try inner.closing { inner throws(FormatError) in
          Altitude(
            Length(try inner.measure("height", of: .length).measure),
            try inner.value("reference").word())
        }
      }
      let course = try self.course(try reader.object("course"), from: altitude?.reference)
      return PathDefinition(
        course: course, groundSpeed: try groundSpeed(try reader.value("groundSpeed")),
        altitude: altitude,
        anchor: try reader.object("time").closing { inner throws(FormatError) in
          PathDefinition.Anchor(
            moment: try inner.value("at").word(), time: try inner.instant("is"))
        })
    }
  }

  /// A course; changes of altitude on it are counted from the `reference` of the path's altitude.
  private func course(
    _ reader: JSONObjectReader, from reference: Altitude.Reference?
  ) throws(FormatError) -> PathDefinition.Course {
    try reader.closing { reader throws(FormatError) in
      guard let straight = try reader.optionalObject("straight") else {
        let node = try reader.value("waypoints")
        let nodes = try node.array()
        let course: PathDefinition.Course
        if let turn = try reader.optionalObject("turn") {
          let plan = PlanReader(place: place, reference: reference)
          course = try .planned(
            plan.waypoints(nodes), turn: plan.turn(turn))
        } else {
          course = .waypoints(try nodes.mapThrowing(plainWaypoint))
        }
        guard nodes.count >= 2 else { throw node.error(expected: "two waypoints or more") }
        return course
      }
      return try straight.closing { inner throws(FormatError) in
        .straight(
          through: try place(try inner.value("through")),
          trackAngle: try inner.value("trackAngle").direction(),
          before: try span("before", &inner), after: try span("after", &inner))
      }
    }
  }

  /// A waypoint of a path without turns.
  private func plainWaypoint(_ node: JSONNode) throws(FormatError) -> PlaceDefinition {
    guard node["at"] == nil else {
      throw node.error(
        found: "a waypoint with \"at\", as of a path with turns", expected: "a place",
        advice: "state the turns beside \"waypoints\", such as \"turn\": {\"bank\": \"30 deg\"}")
    }
    return try place(node)
  }

  private func groundSpeed(_ node: JSONNode) throws(FormatError) -> PathDefinition.GroundSpeed {
    guard node.kind == .object else {
      let speed = Speed(try node.measure(of: .speed).measure)
      guard speed > .zero else { throw node.error(expected: "a speed above zero") }
      return .given(speed)
    }
    return try node.object().closing { reader throws(FormatError) in
      if let inside = reader.optional("inside") { return .inside(try positiveSpan(inside)) }
      let length = try reader.value("length")
      let meters = Length(try length.measure(of: .length).measure)
      guard meters > .zero else { throw length.error(expected: "a length above zero") }
      return .quotient(meters, try positiveSpan(try reader.value("duration")))
    }
  }

  private func span(
    _ key: String, _ reader: inout JSONObjectReader
  ) throws(FormatError) -> TimeSpan {
    TimeSpan(try reader.measure(key, of: .time).measure)
  }

  private func positiveSpan(_ node: JSONNode) throws(FormatError) -> TimeSpan {
    let span = TimeSpan(try node.measure(of: .time).measure)
    guard span > .zero else { throw node.error(expected: "a time above zero") }
    return span
  }

  /// A place: the id of a named one, coordinates, or a bearing and distance from another place.
  private func place(_ node: JSONNode) throws(FormatError) -> PlaceDefinition {
    guard node.kind == .object else { return .named(try node.oneOf(names.places)) }
    return try node.object().closing { reader throws(FormatError) in
      guard let base = reader.optional("from") else { return .at(try reader.coordinate()) }
      return .from(
        try place(base), bearing: try reader.value("bearing").direction(),
        distance: Length(try reader.measure("distance", of: .length).measure))
    }
  }

  private func warnings(_ reader: JSONObjectReader) throws(FormatError) -> WarningSeries {
    try reader.closing { reader throws(FormatError) in
      let node = try reader.value("count")
      let count = try node.integer()
      guard (1...10_000).contains(count) else {
        throw node.error(expected: "a count in 1…10000")
      }
      return WarningSeries(
        count: count, over: try positiveSpan(try reader.value("over")),
        endingAt: try reader.value("endingAt").word(),
        party: try reader.value("party").oneOf(names.parties),
        sources: try names.sources(&reader))
    }
  }

  private func event(_ reader: JSONObjectReader) throws(FormatError) -> ReportedEvent {
    try reader.closing { reader throws(FormatError) in
      ReportedEvent(
        kind: try reader.value("kind").word(),
        party: try reader.value("party").oneOf(names.parties),
        time: try eventTime(try reader.object("time")),
        place: try eventPlace(try reader.value("place")), sources: try names.sources(&reader))
    }
  }

  private func eventTime(_ reader: JSONObjectReader) throws(FormatError) -> ReportedEvent.Time {
    try reader.closing { reader throws(FormatError) in
      if let at = try reader.optionalInstant("at") { return .at(at) }
      if let event = reader.optional("afterEvent") {
        return .afterEvent(try event.word(), try span("by", &reader))
      }
      return .after(try reader.value("after").word(), try span("by", &reader))
    }
  }

  private func eventPlace(_ node: JSONNode) throws(FormatError) -> ReportedEvent.Place {
    guard node.kind == .object else {
      return try node.oneOf(["onTrack", "unknown"]) == "onTrack" ? .onTrack : .unknown
    }
    return try node.object().closing { reader throws(FormatError) in
      if let at = reader.optional("at") { return .at(try place(at)) }
      return .ahead(
        of: try reader.value("aheadOf").word(),
        distance: Length(try reader.measure("distance", of: .length).measure))
    }
  }
}
