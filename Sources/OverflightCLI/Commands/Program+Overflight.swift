import ScenarioLibrary

extension Program {
  /// The version that `--version` and every result name.
  static let overflightVersion = "0.1.0"

  /// The whole command line.
  static let overflight = Program(
    version: overflightVersion,
    summary:
      "Replays a disputed airspace incident and checks what each party says against the geometry.",
    examples: [
      Example("overflight replay", shows: "The incident of 24 November 2015 as a timeline."),
      Example("overflight check --border all", shows: "Every claim under every border line."),
      Example("overflight replay --csv tracks.csv", shows: "The tracks for other tools."),
    ],
    commands: [
      .init(replayDescription, from: ReplayDraft(), run: replay),
      .init(checkDescription, from: CheckDraft(), run: check),
      .init(varyDescription, from: VaryDraft(), run: vary),
      .init(fallDescription, from: FallDraft(), run: fall),
      .init(missileDescription, from: MissileDraft(), run: missile),
      .init(solveDescription, from: SolveDraft(), run: solve),
      .init(screenDescription, from: ScreenDraft(), run: screen),
      .init(scenarioListDescription, from: ScenarioListDraft(), run: scenarioList),
      .init(scenarioShowDescription, from: ScenarioShowDraft(), run: scenarioShow),
      .init(scenarioValidateDescription, from: ScenarioValidateDraft(), run: scenarioValidate),
      .init(scenarioExportDescription, from: ScenarioExportDraft(), run: scenarioExport),
    ])
}
