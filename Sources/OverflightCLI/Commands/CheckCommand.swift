import Airspaces
import Claims
import Formats
import Geodesy
import Incidents
import Quantities

/// What the user asked of `check`.
struct CheckDraft: Sendable {
  var scenario: String?
  var parties: [String] = []
  var claims: [String] = []
  var tracks: [String] = []
  var border: String?
  var borderDisplacement: Length?
  var isJSON = false
  var failOn: [String] = []
  var allowsUnsourced = false
  var color = ColorChoice.auto
  var isQuiet = false
}

let checkDescription = CommandDescription<CheckDraft>(
  "check", summary: "Hold every party's claims against the tracks",
  examples: [
    Example("overflight check", shows: "Every reading of every claim, by track."),
    Example("overflight check --claim T3-length", shows: "One claim with all its readings."),
    Example("overflight check --party russia", shows: "The claims of one party."),
    Example("overflight check --border all", shows: "The verdicts under every border source."),
    Example("overflight check --json", shows: "The same for programs, with every input's sha256."),
  ],
  positionals: [.scenario(into: \.scenario)],
  options: [
    .list("party", "ID", help: "Only this party's claims.", into: \.parties),
    .list("claim", "ID", help: "Only this claim.", into: \.claims),
    .list("track", "ID", help: "Only against this track.", into: \.tracks),
    .text(
      "border", "ID|all", help: "The border source, or all of them beside each other.",
      initially: "the scenario's default", into: \.border),
    .parsed(
      "border-displacement", "LENGTH",
      help: "How far the line may lie from the one that is meant: half width of a 95 % interval.",
      initially: "as the scenario says", expected: "a length from zero such as 50m",
      into: \.borderDisplacement, read: readDisplacement),
    .flag("json", help: "One JSON object instead of tables.", into: \.isJSON),
    .list(
      "fail-on", "VERDICT", help: "Exit with 1 if this verdict occurs.",
      accepts: .oneOf(Verdict.allCases.map(\.rawValue)), into: \.failOn),
    .allowUnsourced(into: \.allowsUnsourced), .color(into: \.color), .quiet(into: \.isQuiet),
  ],
  notes: [
    "A verdict is supported, contradicted or undetermined. Its margin says how far the computed "
      + "value lies inside (+) or outside (−) what is claimed, in the claim's own unit; a margin "
      + "within its 95 % interval (±) is undetermined. A verdict speaks of a claim on a track: "
      + "no party is judged, and no track is said to be the one flown.",
    "Under --border all, a verdict of all borders is what every border source says, or "
      + "undetermined where they differ.",
  ],
  exitCodes: ExitCode.allCases)

func readDisplacement(_ text: String) -> Length? {
  guard let measure = typedMeasure(text, of: .length), measure.base >= 0 else { return nil }
  return Length(measure)
}

func check(_ draft: CheckDraft, on console: Console) throws -> ExitCode {
  var loaded = try openScenario(draft.scenario, allowsUnsourced: draft.allowsUnsourced)
  let scenario = loaded.scenario
  let request = try CheckRequest(draft, loaded)
  let report = try ClaimReport(of: request.claims, by: loaded.inputs(for: request))
  if draft.isJSON {
    var text = ""
    CheckJSON(
      scenario: scenario.id, inputs: try loaded.inputs(), request: request,
      allowsUnsourced: draft.allowsUnsourced
    ).write(report, to: &text)
    try console.print(text)
  } else {
    let text = CheckText(
      scenario: scenario, request: request, allowsUnsourced: draft.allowsUnsourced,
      width: console.width, style: console.style(draft.color))
    try console.print(text.text(of: report))
  }
  let occurs = report.rows.contains { draft.failOn.contains($0.judgement.verdict.rawValue) }
  return occurs ? .failOn : .done
}

/// What is to be checked: nothing in it names what is not there.
struct CheckRequest {
  let claims: [Claim]
  let tracks: [TrackDefinition]
  let borders: [String]
  let borderDisplacement: Length

  init(_ draft: CheckDraft, _ loaded: LoadedScenario) throws(Failure) {
    let scenario = loaded.scenario
    let parties = try draft.parties.checked(kind: "party", among: scenario.parties.map(\.id))
    let ids = try draft.claims.checked(kind: "claim", among: loaded.claims.map(\.id))
    let trackIDs = try draft.tracks.checked(kind: "track", among: scenario.tracks.map(\.id))
    claims = loaded.claims.filter { ids.contains($0.id) && parties.contains($0.party) }
    tracks = scenario.tracks.filter { trackIDs.contains($0.id) }
    let known = scenario.borders.map(\.id)
    borders =
      draft.border == "all"
      ? known
      : try [draft.border ?? scenario.defaultBorder].checked(kind: "border", among: known)
    borderDisplacement = draft.borderDisplacement ?? scenario.uncertainties.borderDisplacement
  }
}

extension LoadedScenario {
  /// Replays the tracks that the claims are about under every border that is asked for.
  fileprivate mutating func inputs(for request: CheckRequest) throws -> ClaimReport.Inputs {
    let definitions = request.tracks.filter { track in
      request.claims.contains { claim in
        claim.readings.contains { reading in
          switch reading.test.scope {
          case .track: claim.isAbout(track)
          case .tracks(let airspace): claim.counts(track, in: airspace)
          case .border, .numbers: false
          }
        }
      }
    }
    let resolved = try resolve(definitions)
    let replays = try request.borders.map { border in
      (border: border, replays: try self.replays(of: resolved, border: border))
    }
    var borders: [BorderKey: PreparedBorder] = [:]
    for reading in request.claims.flatMap(\.readings) {
      guard case .border(let airspace) = reading.test.scope else { continue }
      for source in request.borders {
        let key = BorderKey(airspace: airspace, source: source)
        borders[key] = try border(key)
      }
    }
    return ClaimReport.Inputs(
      replays: replays, borders: borders, places: try coordinatesOfPlaces(),
      borderDisplacement: request.borderDisplacement)
  }

  mutating func coordinatesOfPlaces() throws -> [String: GeodeticCoordinate] {
    var borders: [BorderKey: PreparedBorder] = [:]
    for key in scenario.bordersNeeded(for: []) { borders[key] = try border(key) }
    var places: [String: GeodeticCoordinate] = [:]
    for place in scenario.places {
      places[place.id] = try scenario.coordinate(ofPlace: place.id, borders: borders)
    }
    return places
  }
}
