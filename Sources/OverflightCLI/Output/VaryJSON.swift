import Claims
import Flights
import Formats
import Geodesy
import Incidents
import Quantities

/// `vary --json`: one object with what was asked, what it rests on, and every variant.
struct VaryJSON {
  static let schema = "overflight/vary/1"

  let request: VaryRequest
  let inputs: [LoadedScenario.Input]
  let allowsUnsourced: Bool
  let console: Console

  /// Keys rise.
  private var axes: [VariationGrid.Axis] { request.grid.axes.sorted { $0.key < $1.key } }

  func write(to output: inout some TextOutputStream) {
    output.writeJSON { json in
      json.object { json in
        json.memberInputs(inputs)
        json.memberObject("parameters") { json in writeParameters(to: &json) }
        json.memberArray("results") { json in
          request.forEachPart(on: console, streams: true) { range, judge in
            range.map { index in
              let number = request.number(index)
              return (number, judge.judged(request.grid[number]))
            }
          } _: { part in
            for (number, judged) in part { write(judged, number: number + 1, to: &json) }
          }
        }
        json.member("scenario", request.scenario.id)
        json.member("schema", Self.schema)
        json.member("tool", "overflight")
        json.member("version", Program.overflightVersion)
      }
    }
  }

  private func writeParameters(to json: inout JSONWriter<some TextOutputStream>) {
    json.member("allow_unsourced", allowsUnsourced)
    json.member("border_displacement_m", request.borderDisplacement.meters, decimals: 3)
    json.memberArray("borders", .oneLine) { json in
      for border in request.borders { json.string(border) }
    }
    json.memberObject("pivot", .oneLine) { json in
      json.member("lat_deg", request.pivot.latitude.degrees, decimals: 7)
      json.member("lon_deg", request.pivot.longitude.degrees, decimals: 7)
    }
    json.member("track", request.track.id)
    json.memberObject("varied") { json in
      for axis in axes {
        json.memberArray(axis.key, .oneLine) { json in axis.writeValues(to: &json) }
      }
    }
    request.writeEdit(to: &json)
  }

  private func write(
    _ judged: JudgedVariation, number: Int, to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.object(.oneLine) { json in
      let replay = try? judged.replay.get()
      let figures = replay.map { Findings(of: $0.encounter, along: $0.track.track).figures }
      if let replay, let figures { write(figures, replay.track.track, to: &json) }
      json.memberArray("readings") { json in
        for (index, judgement) in judged.judgements.enumerated() {
          write(judgement, request.readings[index], on: judged, to: &json)
        }
      }
      if case .failure(let error) = judged.replay { json.member("remark", "\(error)") }
      if let figures {
        json.member("southern_tip_depth_m", figures.southernTipDepth?.meters, decimals: 3)
      }
      json.member("variant", number)
      json.memberObject("varied") { json in
        for axis in axes {
          json.key(axis.key)
          axis.writeValue(of: judged.variation, to: &json)
        }
      }
    }
  }

  private func write(
    _ figures: EncounterFigures, _ track: Track, to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.member("complete", figures.isComplete)
    json.member("crossings", figures.crossings)
    json.member("duration_s", figures.duration.seconds, decimals: 3)
    json.member("entry_depth_m", figures.entryDepth?.meters, decimals: 3)
    json.member("entry_gs_mps", figures.entrySpeed?.metersPerSecond, decimals: 3)
    json.member("entry_time", figures.entry?.rfc3339)
    json.member("exit_time", figures.exit?.rfc3339)
    if let envelope = request.envelope {
      let flyability = track.flyability(within: envelope.limits)
      json.memberObject("flyability") { json in write(flyability, to: &json) }
    }
    json.member("length_m", figures.length.meters, decimals: 3)
    json.member("max_depth_m", figures.depth?.meters, decimals: 3)
    json.member("nearest_approach_m", figures.nearestApproach?.meters, decimals: 3)
  }

  private func write(
    _ flyability: Flyability, to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.member("answer", flyability.answer.rawValue)
    json.memberArray("limits") { json in
      for finding in flyability.findings {
        json.object { json in
          json.member("answer", finding.answer.rawValue)
          json.member("broken_time", finding.firstBroken?.time.rfc3339)
          json.member("least_margin", finding.smallest?.margin.value, decimals: 4)
          json.member("least_margin_time", finding.smallest?.time.rfc3339)
          json.member("limit", finding.limit.rawValue)
          json.member("unit", finding.limit.unit == .one ? "1" : finding.limit.unit.rawValue)
        }
      }
    }
    json.memberArray("sources") { json in
      for source in request.envelope?.sources ?? [] { json.string(source) }
    }
  }

  private func write(
    _ judgement: Judgement, _ judged: (claim: Claim, reading: Claim.Reading),
    on variant: JudgedVariation, to json: inout JSONWriter<some TextOutputStream>
  ) {
    let unit = judgement.margin.unit
    json.object { json in
      json.member("border", variant.variation.border ?? request.scenario.defaultBorder)
      json.member("claim", judged.claim.id)
      json.member("computed", judgement.computed?.value, decimals: 4)
      json.member("margin", judgement.margin.value, decimals: 4)
      json.member("margin_unit", unit == .one ? "1" : unit.rawValue)
      json.member("party", judged.claim.party)
      json.member("reading", judged.reading.id)
      json.member("remark", judgement.remark?.words)
      json.member("track", request.track.id)
      json.member("uncertainty_95", judgement.uncertainty.value, decimals: 4)
      json.member("verdict", judgement.verdict.rawValue)
    }
  }
}

extension VariationGrid.Axis {
  fileprivate var key: String {
    switch self {
    case .borders: "border"
    case .starts: "start_time"
    case .numbers(let parameter, _): parameter.rawValue.replacing("-", with: "_")
    }
  }

  fileprivate func writeValues(to json: inout JSONWriter<some TextOutputStream>) {
    switch self {
    case .borders(let ids): for id in ids { json.string(id) }
    case .starts(let times): for time in times { json.string(time.rfc3339) }
    case .numbers(_, let values): for value in values { json.number(value, decimals: 6) }
    }
  }

  fileprivate func writeValue(
    of variation: Variation, to json: inout JSONWriter<some TextOutputStream>
  ) {
    switch self {
    case .borders: if let id = variation.border { json.string(id) } else { json.null() }
    case .starts:
      if let time = variation.change.start { json.string(time.rfc3339) } else { json.null() }
    case .numbers(let parameter, _):
      if let value = parameter.value(in: variation) {
        json.number(value, decimals: 6)
      } else {
        json.null()
      }
    }
  }
}
