import Claims
import Flights
import Formats
import Incidents
import Quantities

/// What samples are to be drawn of a track, and by what.
struct SampleRequest: Sendable {
  let vary: VaryRequest
  let uncertainties: Uncertainties
  let seed: UInt64
  /// All samples, and those that are drawn here, counted from 0.
  let total: Int
  let range: Range<Int>
  let judge: SampleJudge

  init(_ draft: VaryDraft, samples: Int, of vary: VaryRequest) throws(UsageError) {
    try Self.refuseVariants(draft)
    self.vary = vary
    (seed, total) = (draft.seed ?? 1, samples)
    range = draft.shard?.part(of: samples) ?? 0..<samples
    var uncertainties = vary.scenario.uncertainties
    for text in draft.uncertain { try uncertainties.set(text) }
    if let displacement = draft.borderDisplacement {
      uncertainties.borderDisplacement = displacement
    }
    self.uncertainties = uncertainties
    let track = SampledTrack(
      vary.variations, uncertainties: uncertainties,
      borderSources: vary.borders == [vary.scenario.defaultBorder] ? [] : vary.borders)
    let readings = vary.readings.map(\.reading)
    judge = SampleJudge(
      of: readings,
      on: SampleReplayer(
        track, borders: vary.bySource, placesEvents: readings.contains { $0.test.needsEvents }),
      places: vary.places)
  }

  /// Samples are of the track as it is told.
  private static func refuseVariants(_ draft: VaryDraft) throws(UsageError) {
    if let parameter = VariationParameter.allCases.first(where: { draft.values[$0] != nil }) {
      throw .conflicting("--samples", "--" + parameter.rawValue)
    }
    if !draft.starts.isEmpty { throw .conflicting("--samples", "--start") }
    if !draft.only.isEmpty { throw .conflicting("--samples", "--only") }
    if draft.trackFolder != nil { throw .conflicting("--samples", "--csv-tracks") }
    if draft.isJSON, draft.csv != nil { throw .conflicting("--json", "--csv") }
  }
}

extension Uncertainties {
  /// Takes one parameter as it was typed: `clock=0s:20s`, `ground-speed=50km/h`, or `none`.
  fileprivate mutating func set(_ text: String) throws(UsageError) {
    if text == "none" {
      others = [:]
      borderDisplacement = .zero
      return
    }
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let names = UncertainParameter.allCases.map(\.name)
    guard let parameter = UncertainParameter.allCases.first(where: { $0.name == parts.first })
    else {
      throw .unknownWord(
        of: "--uncertain", text: parts.first ?? text, allowed: names + ["none"],
        nearest: NearestWord.to(parts.first ?? text, among: names))
    }
    let ends = (parts.count > 1 ? parts[1] : "").split(
      separator: ":", omittingEmptySubsequences: false)
    let values = ends.compactMap { typedMeasure($0, of: parameter.kind)?.base }
    guard values.count == ends.count, (1...2).contains(values.count) else {
      throw .badValue(
        of: "--uncertain", text: text,
        expected: "NAME=VALUE or NAME=A:B with units, such as clock=0s:20s")
    }
    let isPeriod = parameter == .scanPeriod
    let distribution: Distribution =
      values.count == 2 || isPeriod
      ? .uniform(values[0], values[values.count - 1]) : .normal(standardDeviation: values[0])
    if let defect = distribution.defect(of: parameter) {
      throw .unusable(of: "--uncertain \(text)", reason: "\(defect)")
    }
    others[parameter] = Uncertainty(distribution, sources: [])
  }
}

extension SampleRequest {
  /// Draws and judges all samples of the range, and writes what is asked for.
  func run(
    _ draft: VaryDraft, on console: Console, inputs: () throws -> [LoadedScenario.Input]
  ) throws -> ExitCode {
    if let file = draft.csv {
      try writeCSV(draft, to: file, on: console, inputs: inputs)
      return .done
    }
    let summary = try summary(draft, on: console, inputs: inputs)
    if draft.isJSON {
      var text = ""
      SampleJSON(request: self, inputs: try inputs(), allowsUnsourced: draft.allowsUnsourced)
        .write(summary, to: &text)
      try console.print(text)
    } else {
      let text = SampleText(
        request: self, allowsUnsourced: draft.allowsUnsourced, width: console.width,
        style: console.style(draft.color))
      try console.print(text.text(of: summary))
    }
    return .done
  }

  private func writeCSV(
    _ draft: VaryDraft, to file: String, on console: Console,
    inputs: () throws -> [LoadedScenario.Input]
  ) throws {
    let csv = csv
    try writeText(to: file, replaces: draft.replaces) { write in
      let run = try recordRun(draft, inputs)
      // Parts that follow each other make one file.
      if range.lowerBound == 0 {
        var header = ""
        csv.writeHeader(to: &header)
        try write(Array(header.utf8))
      }
      try run.forEachPart(
        judge, on: console, streams: file == "-", record: record,
        product: { range, records in
          var bytes: [UInt8] = []
          for (number, record) in zip(range, records) {
            let sample = sample(number)
            csv.append(
              record, of: sample.variation, number: number + 1, scan: sample.scan, to: &bytes)
          }
          return bytes
        }, write)
    }
  }

  private func summary(
    _ draft: VaryDraft, on console: Console, inputs: () throws -> [LoadedScenario.Input]
  ) throws -> SampleSummary {
    let empty = SampleSummary(
      readings: vary.readings.count,
      entryOrigin: vary.variations.track.resolved.track.start.time)
    var summary = empty
    try recordRun(draft, inputs).forEachPart(
      judge, on: console, streams: false, record: record,
      product: { _, records in
        var part = empty
        for record in records { part.add(record) }
        return part
      }
    ) { summary.add($0) }
    return summary
  }

  private func recordRun(
    _ draft: VaryDraft, _ inputs: () throws -> [LoadedScenario.Input]
  ) throws -> RecordRun {
    RecordRun(
      range: range, threads: vary.threads,
      journal: try draft.journal.map {
        .init(path: $0, header: vary.journalHeader(of: self, range: range, try inputs()))
      })
  }

  private func sample(_ number: Int) -> Sample {
    judge.replayer.track.sample(SampleDraw(seed: seed, sample: number))
  }

  @Sendable private func record(_ judge: inout SampleJudge, _ number: Int) -> VariationRecord {
    judge.record(of: sample(number))
  }

  private var csv: VariationCSV {
    var axes: [VariationGrid.Axis] = []
    if !judge.replayer.track.borderSources.isEmpty { axes.append(.borders([])) }
    func add(_ parameters: VariationParameter...) {
      axes += parameters.map { .numbers($0, []) }
    }
    if uncertainties.borderDisplacement > .zero { add(.borderNorth, .borderEast) }
    if uncertainties.others[.positionBias] != nil { add(.shiftNorth, .shiftEast) }
    if uncertainties.others[.trackAngle] != nil { add(.rotation) }
    if uncertainties.others[.groundSpeed] != nil { add(.speedFactor) }
    if uncertainties.others[.clock] != nil { add(.delay) }
    if uncertainties.others[.altitude] != nil { add(.altitude) }
    return VariationCSV(
      axes: axes, readings: vary.readings.map { ($0.id, $1) },
      rows: .samples(scanned: uncertainties.others[.scanPeriod] != nil))
  }
}
