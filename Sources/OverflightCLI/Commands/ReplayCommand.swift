import Airspaces
import Flights
import Formats
import Incidents
import Quantities
import ScenarioLibrary

/// What the user asked of `replay`.
struct ReplayDraft: Sendable {
  var scenario: String?
  var tracks: [String] = []
  var border: String?
  var step: TimeSpan?
  var csv: String?
  var replaces = false
  var allowsUnsourced = false
  var color = ColorChoice.auto
  var isQuiet = false
}

let replayDescription = CommandDescription<ReplayDraft>(
  "replay", summary: "Replay an incident as a timeline, or as track CSV",
  examples: [
    Example("overflight replay", shows: "The default scenario: every track, every event."),
    Example(
      "overflight replay --track letter-depth", shows: "One track, how it was built, each warning."),
    Example(
      "overflight replay --border osm-2018", shows: "The same paths against another border line."),
    Example(
      "overflight replay --csv - --step 5s", shows: "Rows every 5 s and at each event."),
  ],
  positionals: [.scenario(into: \.scenario)],
  options: [
    .list("track", "ID", help: "Only this track; may be given several times.", into: \.tracks),
    .text(
      "border", "ID", help: "Hold the tracks against this border source.",
      initially: "the scenario's default", into: \.border),
    .parsed(
      "step", "TIME", help: "Time from row to row in the CSV.", initially: "1s",
      expected: "a time above zero such as 1s or 0.5s", into: \.step, read: readStep),
    .text(
      "csv", "FILE", help: "Write track CSV to a file, or to standard output for -.",
      accepts: .file, into: \.csv),
    .flag("force", help: "Replace the CSV file if it is there.", into: \.replaces),
    .allowUnsourced(into: \.allowsUnsourced), .color(into: \.color), .quiet(into: \.isQuiet),
  ],
  notes: [
    "Times are UTC. Border distances are positive outside and negative inside. Every path of the "
      + "Hatay scenario is a reconstruction from statements: no party published coordinates."
  ])

/// Reads `1s`, `0.5 s` or `2min`.
private func readStep(_ text: String) -> TimeSpan? {
  guard let measure = typedMeasure(text, of: .time), (1e-3...1e9).contains(measure.base) else {
    return nil
  }
  return TimeSpan(measure)
}

func replay(_ draft: ReplayDraft, on console: Console) throws -> ExitCode {
  var loaded = try openScenario(draft.scenario, allowsUnsourced: draft.allowsUnsourced)
  let scenario = loaded.scenario
  let ids = try draft.tracks.checked(kind: "track", among: scenario.tracks.map(\.id))
  let borderID = try [draft.border ?? scenario.defaultBorder]
    .checked(kind: "border", among: scenario.borders.map(\.id))[0]
  let definitions = scenario.tracks.filter { ids.contains($0.id) }
  let replays = try loaded.replays(of: loaded.resolve(definitions), border: borderID)
  try loaded.refuse(draft.csv, of: "--csv")
  if let file = draft.csv {
    try writeCSV(replays, step: draft.step ?? .seconds(1), to: file, replaces: draft.replaces)
    return .done
  }
  let text = ReplayText(
    scenario: scenario, replays: replays, border: borderID,
    isDetailed: !draft.tracks.isEmpty, allowsUnsourced: draft.allowsUnsourced,
    width: console.width, style: console.style(draft.color))
  try console.print(text.text)
  if !draft.isQuiet, draft.scenario == nil, draft.tracks.isEmpty {
    console.say("what each party says, against these tracks: overflight check")
  }
  return .done
}

extension LoadedScenario {
  /// The replays of tracks against one border source.
  mutating func replays(
    of tracks: [ResolvedTrack], border source: String
  ) throws -> [Replay] {
    if source == scenario.defaultBorder { return tracks.map { Replay(of: $0) } }
    return try tracks.map { track in
      let key = BorderKey(airspace: track.definition.airspace, source: source)
      let border = try self.border(key)
      do throws(CrossingError) {
        return try Replay(of: track, against: border)
      } catch {
        throw Failure.outsideData(track: track.definition.id, reason: "\(error)")
      }
    }
  }
}

private func writeCSV(
  _ replays: [Replay], step: TimeSpan, to file: String, replaces: Bool
) throws {
  let csv = TrackCSV(step: step)
  for replay in replays {
    let track = replay.track
    let span = track.track.end.time.since(track.track.start.time)
    guard span / step < Double(TrackCSV.sampleLimit) else {
      throw Failure.outsideData(
        track: track.definition.id,
        reason: "more than \(TrackCSV.sampleLimit) rows; choose a longer --step")
    }
  }
  if file == "-" {
    var sink = StandardOutputSink()
    csv.writeHeader(to: &sink)
    for replay in replays {
      csv.write(replay, to: &sink)
      if let error = sink.error { throw error }
    }
    try sink.flush()
  } else {
    var sink = try FileSink(path: file, replaces: replaces)
    csv.writeHeader(to: &sink)
    for replay in replays {
      csv.write(replay, to: &sink)
      if let error = sink.error { throw error }
    }
    try sink.close()
  }
}

extension Positional {
  /// `SCENARIO`, the same for every command that reads one.
  static func scenario(into place: Place<Draft, String?>) -> Positional {
    .optional(
      "SCENARIO", help: "An id of the library, or a scenario's folder.",
      initially: ShippedScenario.defaultID, accepts: .folder, into: place)
  }
}

extension Option {
  /// `--allow-unsourced`, the same for every command that reads a scenario.
  static func allowUnsourced(into place: Place<Draft, Bool>) -> Option {
    .flag(
      "allow-unsourced", help: "Accept statements without a source, and stamp the output.",
      into: place)
  }
}
