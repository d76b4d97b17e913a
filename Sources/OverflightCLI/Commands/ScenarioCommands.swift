import Claims
import Formats
import Incidents
import Quantities
import ScenarioLibrary

struct ScenarioListDraft: Sendable {
  var color = ColorChoice.auto
}

let scenarioListDescription = CommandDescription<ScenarioListDraft>(
  "scenario list", summary: "List the scenarios that ship with the program",
  examples: [Example("overflight scenario list", shows: "Ids and titles.")],
  options: [.color(into: \.color)])

func scenarioList(_ draft: ScenarioListDraft, on console: Console) throws -> ExitCode {
  var table = Table([
    .init("id"), .init("tracks", .right), .init("claims", .right), .init("title"),
  ])
  for id in ShippedScenario.ids {
    let loaded = try openScenario(id, allowsUnsourced: false)
    table.add([
      .init(id), "\(loaded.scenario.tracks.count)", "\(loaded.claims.count)",
      .init(loaded.scenario.title),
    ])
  }
  try console.print(table.text(console.style(draft.color)))
  return .done
}

struct ScenarioShowDraft: Sendable {
  var scenario: String?
  var allowsUnsourced = false
  var color = ColorChoice.auto
}

let scenarioShowDescription = CommandDescription<ScenarioShowDraft>(
  "scenario show", summary: "Show what a scenario holds, and every source",
  examples: [
    Example("overflight scenario show", shows: "The default scenario."),
    Example("overflight scenario show my-incident", shows: "A scenario in a folder."),
  ],
  positionals: [.scenario(into: \.scenario)],
  options: [.allowUnsourced(into: \.allowsUnsourced), .color(into: \.color)])

func scenarioShow(_ draft: ScenarioShowDraft, on console: Console) throws -> ExitCode {
  let loaded = try openScenario(draft.scenario, allowsUnsourced: draft.allowsUnsourced)
  let text = ScenarioText(
    loaded: loaded, width: console.width, style: console.style(draft.color))
  try console.print(text.text)
  return .done
}

struct ScenarioValidateDraft: Sendable {
  var folder = ""
  var allowsUnsourced = false
}

let scenarioValidateDescription = CommandDescription<ScenarioValidateDraft>(
  "scenario validate", summary: "Check a scenario's files, down to every vertex and source",
  examples: [
    Example("overflight scenario validate my-incident", shows: "The first thing that is wrong.")
  ],
  positionals: [
    .required("PATH", help: "A scenario's folder.", accepts: .folder, into: \.folder)
  ],
  options: [.allowUnsourced(into: \.allowsUnsourced)],
  notes: [
    "Reads every file that the scenario names, checks every border, and puts every track in "
      + "place against every border source."
  ])

func scenarioValidate(_ draft: ScenarioValidateDraft, on console: Console) throws -> ExitCode {
  var loaded = try openScenario(draft.folder, allowsUnsourced: draft.allowsUnsourced)
  let scenario = loaded.scenario
  let resolved = try loaded.resolve(scenario.tracks)
  for source in scenario.borders {
    for airspace in source.files.keys.sorted() {
      _ = try loaded.border(BorderKey(airspace: airspace, source: source.id))
    }
    _ = try loaded.replays(of: resolved, border: source.id)
  }
  let readings = loaded.claims.reduce(0) { $0 + $1.readings.count }
  try console.print(
    "\(draft.folder.printableLine): valid; \(scenario.tracks.count) tracks, "
      + "\(loaded.claims.count) claims with \(readings) readings, "
      + "\(scenario.borders.count) border sources, \(scenario.sources.count) sources\n")
  return .done
}

struct ScenarioExportDraft: Sendable {
  var id = ""
  var folder = ""
}

let scenarioExportDescription = CommandDescription<ScenarioExportDraft>(
  "scenario export", summary: "Write a shipped scenario's files to a new folder",
  examples: [
    Example(
      "overflight scenario export hatay-2015-11-24 my-copy",
      shows: "A copy to change; then overflight replay my-copy.")
  ],
  positionals: [
    .required("ID", help: "An id of the library.", into: \.id),
    .required("DIR", help: "The folder to make; it must not be there.", into: \.folder),
  ],
  notes: ["The folder appears whole or not at all."])

func scenarioExport(_ draft: ScenarioExportDraft, on console: Console) throws -> ExitCode {
  guard let files = ShippedScenario.files(of: draft.id) else {
    throw Failure.noScenario(draft.id, known: ShippedScenario.ids)
  }
  let folder = try FolderSink(path: draft.folder)
  for path in ShippedScenario.paths(of: draft.id) {
    try folder.add(path, try files.bytes(of: path))
  }
  try folder.close()
  console.say("wrote \(draft.folder)")
  return .done
}
