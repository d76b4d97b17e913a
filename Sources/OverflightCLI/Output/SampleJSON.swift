import Claims
import Formats
import Incidents
import Quantities

/// `vary --samples --json`: one object with what was drawn, what it rests on, and what came of it.
struct SampleJSON {
  static let schema = "overflight/samples/1"

  let request: SampleRequest
  let inputs: [LoadedScenario.Input]
  let allowsUnsourced: Bool

  /// The shares of the samples at which quantiles are told, with their names.
  private static let shares = [
    ("p025", 0.025), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p975", 0.975),
  ]

  func write(_ summary: SampleSummary, to output: inout some TextOutputStream) {
    output.writeJSON { json in
      json.object { json in
        json.memberInputs(inputs)
        json.memberObject("parameters") { json in writeParameters(to: &json) }
        json.memberObject("results") { json in writeResults(summary, to: &json) }
        json.member("scenario", request.vary.scenario.id)
        json.member("schema", Self.schema)
        json.member("tool", "overflight")
        json.member("version", Program.overflightVersion)
      }
    }
  }

  func writeParameters(to json: inout JSONWriter<some TextOutputStream>) {
    json.member("allow_unsourced", allowsUnsourced)
    json.member(
      "border_displacement_m", request.uncertainties.borderDisplacement.meters, decimals: 3)
    json.memberArray("borders", .oneLine) { json in
      for border in request.vary.borders { json.string(border) }
    }
    json.member("first_sample", request.range.lowerBound + 1)
    json.member("last_sample", request.range.upperBound)
    json.member("samples", request.total)
    json.member("seed", String(request.seed))
    json.member("track", request.vary.track.id)
    json.memberObject("uncertain") { json in
      for parameter in UncertainParameter.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
        guard let stated = request.uncertainties.others[parameter] else { continue }
        json.memberObject(parameter.rawValue, .oneLine) { json in
          switch stated.distribution {
          case .normal(let deviation):
            writeSources(stated.sources, to: &json)
            json.member("standard_deviation", deviation, decimals: 6)
          case .uniform(let low, let high):
            json.member("from", low, decimals: 6)
            writeSources(stated.sources, to: &json)
            json.member("to", high, decimals: 6)
          }
        }
      }
    }
    request.vary.writeEdit(to: &json)
  }

  private func writeSources(
    _ sources: [String], to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.memberArray("sources") { json in for source in sources { json.string(source) } }
  }

  private func writeResults(
    _ summary: SampleSummary, to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.member("failed", summary.failed)
    json.memberObject("inside", .oneLine) { json in write(summary.inside, to: &json) }
    json.memberObject("of_those_inside") { json in
      for measured in SampleSummary.Measured.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
        let values = summary.quantiles(of: measured, at: Self.shares.map(\.1))
        json.memberObject(measured.rawValue, .oneLine) { json in
          for (index, share) in Self.shares.enumerated() {
            json.member(share.0, values?[index], decimals: 3)
          }
          json.member("samples", summary.count(of: measured))
        }
      }
    }
    json.memberArray("readings") { json in
      for (index, (claim, reading)) in request.vary.readings.enumerated() {
        json.object(.oneLine) { json in
          json.member("claim", claim.id)
          json.memberObject("contradicted") { json in
            write(summary.probability(of: .contradicted, onReading: index), to: &json)
          }
          json.member("party", claim.party)
          json.member("reading", reading.id)
          json.memberObject("supported") { json in
            write(summary.probability(of: .supported, onReading: index), to: &json)
          }
          json.memberObject("undetermined") { json in
            write(summary.probability(of: .undetermined, onReading: index), to: &json)
          }
        }
      }
    }
  }

  private func write(
    _ probability: SampledProbability, to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.member("high_95", probability.interval95?.upperBound, decimals: 6)
    json.member("low_95", probability.interval95?.lowerBound, decimals: 6)
    json.member("probability", probability.value, decimals: 6)
    json.member("standard_error", probability.standardError, decimals: 6)
  }
}
