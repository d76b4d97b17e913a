import Claims
import Formats
import Incidents
import Quantities

/// `vary --sensitivity --json`: one object with what was drawn, and what each input does to each result.
struct SensitivityJSON {
  static let schema = "overflight/sensitivity/1"

  let request: SensitivityRequest
  let inputs: [LoadedScenario.Input]
  let allowsUnsourced: Bool

  func write(_ summary: SensitivitySummary, to output: inout some TextOutputStream) {
    let samples = SampleJSON(
      request: request.samples, inputs: inputs, allowsUnsourced: allowsUnsourced)
    let names = SensitivityCSV(readings: request.samples.vary.readings.map { ($0.id, $1) })
    output.writeJSON { json in
      json.object { json in
        json.memberInputs(inputs)
        json.memberObject("parameters") { json in samples.writeParameters(to: &json) }
        json.memberArray("results") { json in
          for outcome in summary.outcomes {
            json.object { json in
              write(summary.effects(on: outcome), named: names.name(of: outcome), to: &json)
            }
          }
        }
        json.member("runs", request.count)
        json.member("scenario", request.samples.vary.scenario.id)
        json.member("schema", Self.schema)
        json.member("tool", "overflight")
        json.member("version", Program.overflightVersion)
      }
    }
  }

  /// One result, with its inputs.
  private func write(
    _ effects: SensitivitySummary.Effects, named name: String,
    to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.memberObject("drawn", .oneLine) { json in write(effects.drawn, to: &json) }
    json.memberArray("inputs") { json in
      for effect in effects.byInput {
        json.object(.oneLine) { json in
          json.memberObject("alone") { json in write(effect.alone, to: &json) }
          json.memberObject("first_order") { json in write(effect.shares?.firstOrder, to: &json) }
          json.member("input", effect.input.name)
          json.memberObject("total") { json in write(effect.shares?.total, to: &json) }
        }
      }
    }
    json.member("numbers", effects.numbers)
    json.member("result", name)
    json.member("told", effects.told, decimals: 6)
  }

  private func write(_ spread: Spread?, to json: inout JSONWriter<some TextOutputStream>) {
    json.member("mean", spread?.mean, decimals: 6)
    json.member("runs", spread?.count ?? 0)
    json.member("standard_deviation", spread?.standardDeviation, decimals: 6)
    json.member("standard_error", spread?.standardError, decimals: 6)
  }

  private func write(
    _ share: VarianceShares.Estimate?, to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.member("share", share?.value, decimals: 6)
    json.member("standard_error", share?.standardError, decimals: 6)
  }
}
