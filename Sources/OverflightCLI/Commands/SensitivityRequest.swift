import Claims
import Formats
import Incidents

/// Which uncertain input moves what: the runs that tell it.
struct SensitivityRequest: Sendable {
  let samples: SampleRequest
  let design: SensitivityDesign

  /// The most samples: their results are kept in memory, some 100 bytes a run.
  static let limit = 100_000

  init(_ draft: VaryDraft, of samples: SampleRequest) throws(UsageError) {
    if draft.shard != nil { throw .conflicting("--sensitivity", "--shard") }
    guard samples.total <= Self.limit else {
      throw .unusable(
        of: "--sensitivity", reason: "\(samples.total) samples are more than \(Self.limit)")
    }
    self.samples = samples
    design = SensitivityDesign(samples.judge.replayer.track, seed: samples.seed)
    guard !design.inputs.isEmpty else {
      throw .unusable(of: "--sensitivity", reason: "nothing is uncertain")
    }
  }

  /// How many runs there are.
  var count: Int { samples.total * design.runs }

  /// Makes all runs, and writes what is asked for.
  func run(
    _ draft: VaryDraft, on console: Console, inputs: () throws -> [LoadedScenario.Input]
  ) throws -> ExitCode {
    if let file = draft.csv {
      try writeText(to: file, replaces: draft.replaces) { write in
        var text = ""
        SensitivityCSV(readings: samples.vary.readings.map { ($0.id, $1) })
          .write(try summary(draft, on: console, inputs: inputs), to: &text)
        try write(Array(text.utf8))
      }
    } else if draft.isJSON {
      let summary = try summary(draft, on: console, inputs: inputs)
      var text = ""
      SensitivityJSON(request: self, inputs: try inputs(), allowsUnsourced: draft.allowsUnsourced)
        .write(summary, to: &text)
      try console.print(text)
    } else {
      let text = SensitivityText(
        request: self, allowsUnsourced: draft.allowsUnsourced, width: console.width,
        style: console.style(draft.color))
      try console.print(text.text(of: try summary(draft, on: console, inputs: inputs)))
    }
    return .done
  }

  private func summary(
    _ draft: VaryDraft, on console: Console, inputs: () throws -> [LoadedScenario.Input]
  ) throws -> SensitivitySummary {
    let vary = samples.vary
    let run = RecordRun(
      range: 0..<count, threads: vary.threads,
      journal: try draft.journal.map {
        .init(
          path: $0,
          header: vary.journalHeader(
            of: samples, as: "sensitivity runs", range: 0..<count, try inputs()))
      })
    let readings = samples.judge.readings
    var judge = samples.judge
    let empty = SensitivitySummary(
      of: design, readings: readings.count, told: judge.record(of: design.told))
    var summary = empty
    try run.forEachPart(
      samples.judge, on: console, streams: false,
      record: { judge, index in
        judge.record(of: design.sample(index))
      },
      product: { _, records in
        var part = empty
        for record in records { part.add(record) }
        return part
      }, { summary.add($0) })
    return summary
  }
}
