public import Claims
import Flights
public import Incidents
import Quantities

/// Reads `claims.json`: who said what, and what each statement asserts.
public struct ClaimsFile {
  /// The value of the key `schema`.
  public static let schema = "overflight/claims/1"

  /// The name of the file, for error sentences.
  public let file: String

  /// Whether claims without a source are accepted.
  public let allowsUnsourced: Bool

  public init(file: String, allowsUnsourced: Bool = false) {
    (self.file, self.allowsUnsourced) = (file, allowsUnsourced)
  }

  /// Reads the claims about a scenario, whose names they use.
  public func read(
    _ bytes: [UInt8], about scenario: Scenario
  ) throws(FormatError) -> [Claim] {
    var names = ScenarioNames(
      sources: Set(scenario.sources.map(\.id)), allowsUnsourced: allowsUnsourced)
    names.parties = scenario.parties.map(\.id)
    names.airspaces = scenario.airspaces.map(\.id)
    names.aircraft = scenario.aircraft.map(\.id)
    names.places = scenario.places.map(\.id)
    let reader = ClaimReader(
      names: names, tracks: scenario.tracks.map { ($0.id, $0.aircraft) },
      aircraft: scenario.aircraft)
    let root = try JSONDocument(parsing: bytes, file: file).root.object()
    return try root.closing { root throws(FormatError) in
      _ = try root.oneOf("schema", [Self.schema])
      let node = try root.value("claims")
      let claims = try node.objects().mapThrowing(reader.claim)
      try refuseRepeats(claims.map(\.id), in: node)
      return claims
    }
  }
}

/// Reads one claim.
private struct ClaimReader {
  let names: ScenarioNames
  /// The tracks of the scenario, each with its aircraft.
  let tracks: [(id: String, aircraft: String)]
  let aircraft: [Aircraft]

  func claim(_ reader: JSONObjectReader) throws(FormatError) -> Claim {
    try reader.closing { reader throws(FormatError) in
      let named = try reader.optional("aircraft").mapThrowing { node throws(FormatError) in
        try node.oneOf(names.aircraft)
      }
      let envelope = aircraft.first { $0.id == named }?.envelope?.limits
      let readings = try reader.value("readings")
      let list = try readings.objects().mapThrowing { reader throws(FormatError) in
        try reading(reader, within: envelope)
      }
      guard !list.isEmpty else {
        throw readings.error(found: "no reading", expected: "at least one")
      }
      try refuseRepeats(list.map(\.id), in: readings)
      let needsAircraft = list.contains { $0.test.scope == .track }
      let aircraft = needsAircraft ? try reader.string("aircraft") : named
      return Claim(
        id: try reader.string("id"), party: try reader.value("party").oneOf(names.parties),
        statement: try reader.string("statement"), sources: try names.sources(&reader),
        aircraft: aircraft, tracks: try optionalTracks(&reader, of: aircraft), readings: list)
    }
  }

  /// Tracks of the claim's aircraft, if it names one; one of another would never be held against it.
  private func optionalTracks(
    _ reader: inout JSONObjectReader, of aircraft: String?
  ) throws(FormatError) -> [String]? {
    guard let node = reader.optional("tracks") else { return nil }
    let known = tracks.filter { $0.aircraft == aircraft ?? $0.aircraft }.map(\.id)
    let named = try node.array().mapThrowing { element throws(FormatError) in
      try element.oneOf(known)
    }
    guard !named.isEmpty else { throw node.error(found: "no track", expected: "at least one") }
    return named
  }

  private func reading(
    _ reader: JSONObjectReader, within envelope: FlightEnvelope?
  ) throws(FormatError) -> Claim.Reading {
    try reader.closing { reader throws(FormatError) in
      Claim.Reading(
        id: try reader.string("id"), meaning: try reader.optionalString("meaning"),
        test: try reader.object("test").closing { test throws(FormatError) in
          try self.test(&test, within: envelope)
        })
    }
  }

  private static let kinds = [
    "entered", "keptOut", "keptClear", "durationInside", "lengthInside", "depth", "entryTime",
    "altitude", "groundSpeed", "pathLength", "insideAt", "outsideAt", "distanceToBorder",
    "distanceBetween", "timeBetween", "warnings", "warningBeforeEntry", "crossings",
    "flyable", "aircraftCount", "placeToBorder", "fallHeight", "fallTime", "impliedSpeed",
    "impliedDuration", "impliedLength",
  ]

  private func test(
    _ reader: inout JSONObjectReader, within envelope: FlightEnvelope?
  ) throws(FormatError) -> Claim.Test {
    let kind = try reader.value("kind")
    switch try kind.oneOf(Self.kinds) {
    case "entered": return .entered
    case "keptOut": return .keptOut
    case "keptClear": return .keptClear(by: try reader.measure("by", of: .length).measure)
    case "durationInside": return .durationInside(try expectation(&reader, of: .time))
    case "lengthInside": return .lengthInside(try expectation(&reader, of: .length))
    case "depth":
      return .depth(try reader.value("measure").word(), try expectation(&reader, of: .length))
    case "entryTime":
      return .entryTime(
        try reader.instant("is"), halfWidth: try span("tolerance", &reader))
    case "altitude": return .altitude(try expectation(&reader, of: .length))
    case "groundSpeed": return .groundSpeed(try expectation(&reader, of: .speed))
    case "pathLength":
      return .pathLength(
        within: try span("within", &reader), try expectation(&reader, of: .length))
    case "insideAt": return .insideAt(try reader.value("event").word())
    case "outsideAt": return .outsideAt(try reader.value("event").word())
    case "distanceToBorder":
      return .distanceToBorder(
        at: try reader.value("event").word(), try expectation(&reader, of: .length))
    case "distanceBetween":
      let pair = try self.pair("events", &reader)
      return .distanceBetween(
        try pair.0.word(), try pair.1.word(), try expectation(&reader, of: .length))
    case "timeBetween":
      let pair = try self.pair("between", &reader)
      return .timeBetween(
        try point(pair.0), try point(pair.1), try expectation(&reader, of: .time))
    case "warnings":
      return .warnings(
        try expectation(&reader, of: .count), over: try span("over", &reader))
    case "warningBeforeEntry":
      return .warningBeforeEntry(atLeast: try reader.measure("atLeast", of: .time).measure)
    case "crossings": return .crossings(try expectation(&reader, of: .count))
    case "flyable":
      guard let envelope, !envelope.limits.isEmpty else {
        throw kind.error(expected: "that only of an aircraft whose envelope states a limit")
      }
      return .flyable(try reader.bool("is"), within: envelope)
    case "aircraftCount":
      return .aircraftCount(
        airspace: try reader.value("airspace").oneOf(names.airspaces),
        try expectation(&reader, of: .count))
    case "placeToBorder":
      return .placeToBorder(
        place: try reader.value("place").oneOf(names.places),
        airspace: try reader.value("airspace").oneOf(names.airspaces),
        try expectation(&reader, of: .length))
    case "fallHeight":
      return .fallHeight(try span("duration", &reader), try expectation(&reader, of: .length))
    case "fallTime":
      return .fallTime(
        from: try length("from", &reader), try expectation(&reader, of: .time, skipping: "from"))
    case "impliedSpeed":
      return .impliedSpeed(
        try length("length", &reader), try positiveSpan("duration", &reader),
        try expectation(&reader, of: .speed))
    case "impliedDuration":
      return .impliedDuration(
        try length("length", &reader), try speed("speed", &reader),
        try expectation(&reader, of: .time))
    case "impliedLength":
      return .impliedLength(
        try speed("speed", &reader), try span("duration", &reader),
        try expectation(&reader, of: .length))
    default: throw kind.error(expected: "a kind of test")
    }
  }

  /// What a number must be: `value` with or without `tolerance`, `atLeast`, `atMost`, or `from`
  /// with `to`.
  private func expectation(
    _ reader: inout JSONObjectReader, of kind: MeasureUnit.Kind, skipping taken: String? = nil
  ) throws(FormatError) -> Claim.Expectation {
    if let atLeast = reader.optional("atLeast") {
      return .atLeast(try number(atLeast, of: kind).measure)
    }
    if let atMost = reader.optional("atMost") {
      return .atMost(try number(atMost, of: kind).measure)
    }
    if taken != "from", let from = reader.optional("from") {
      let to = try reader.value("to")
      let (low, high) = (
        try number(from, of: kind).measure, try number(to, of: kind).measure
      )
      guard low.base < high.base else { throw to.error(expected: "more than \"from\"") }
      return .between(low, high)
    }
    let reported = try number(try reader.value("value"), of: kind)
    guard let tolerance = reader.optional("tolerance") else {
      return .about(reported.measure, halfWidth: reported.halfWidth)
    }
    let stated = try tolerance.measure(of: kind).measure
    guard stated.base >= 0 else { throw tolerance.error(expected: "zero or more") }
    return .about(reported.measure, halfWidth: stated.base / reported.measure.unit.factor)
  }

  /// A number that a claim states; a count is checked to be one.
  private func number(
    _ node: JSONNode, of kind: MeasureUnit.Kind
  ) throws(FormatError) -> ReportedMeasure {
    let reported = try node.measure(of: kind)
    guard kind != .count || reported.measure.isCount else {
      throw node.error(expected: Measure.countWords)
    }
    return reported
  }

  private func pair(
    _ key: String, _ reader: inout JSONObjectReader
  ) throws(FormatError) -> (JSONNode, JSONNode) {
    let node = try reader.value(key)
    let pair = try node.array()
    guard pair.count == 2 else {
      throw node.error(found: "an array of \(pair.count)", expected: "an array of two")
    }
    return (pair[0], pair[1])
  }

  private func point(_ node: JSONNode) throws(FormatError) -> Claim.TimelinePoint {
    let moments = TrackMoment.allCases.map(\.rawValue)
    let events = ReportedEvent.Kind.allCases.map(\.rawValue)
    let text = try node.oneOf(moments + events + ["firstWarning", "lastWarning"])
    if let moment = TrackMoment(rawValue: text) { return .moment(moment) }
    if let event = ReportedEvent.Kind(rawValue: text) { return .event(event) }
    return text == "firstWarning" ? .firstWarning : .lastWarning
  }

  private func span(
    _ key: String, _ reader: inout JSONObjectReader
  ) throws(FormatError) -> TimeSpan {
    let node = try reader.value(key)
    let span = TimeSpan(try node.measure(of: .time).measure)
    guard span >= .zero else { throw node.error(expected: "a time of zero or more") }
    guard span.seconds <= limit else { throw node.error(expected: "a time up to 10⁹ s") }
    return span
  }

  private func positiveSpan(
    _ key: String, _ reader: inout JSONObjectReader
  ) throws(FormatError) -> TimeSpan {
    let span = try span(key, &reader)
    guard span > .zero else { throw try reader.value(key).error(expected: "a time above zero") }
    guard span.seconds >= 1 / limit else {
      throw try reader.value(key).error(expected: "a time from 10⁻⁹ s")
    }
    return span
  }

  private func length(
    _ key: String, _ reader: inout JSONObjectReader
  ) throws(FormatError) -> Length {
    let node = try reader.value(key)
    let length = Length(try node.measure(of: .length).measure)
    guard length >= .zero else { throw node.error(expected: "a length of zero or more") }
    guard length.meters <= limit else { throw node.error(expected: "a length up to 10⁹ m") }
    return length
  }

  private func speed(
    _ key: String, _ reader: inout JSONObjectReader
  ) throws(FormatError) -> Speed {
    let node = try reader.value(key)
    let speed = Speed(try node.measure(of: .speed).measure)
    guard speed > .zero else { throw node.error(expected: "a speed above zero") }
    guard (1 / limit...limit).contains(speed.metersPerSecond) else {
      throw node.error(expected: "a speed in 10⁻⁹…10⁹ m/s")
    }
    return speed
  }
}

/// The most that a number from which others are computed may be, in the base unit of its kind,
/// and its inverse the least, so that no result is beyond a `Double`.
private let limit = 1e9
