import Claims
import Formats
import Incidents
import Quantities

/// `check --json`: one object with what was asked, what it rests on, and every judged reading.
struct CheckJSON {
  static let schema = "overflight/check/1"

  let scenario: String
  let inputs: [LoadedScenario.Input]
  let request: CheckRequest
  let allowsUnsourced: Bool

  func write(_ report: ClaimReport, to output: inout some TextOutputStream) {
    output.writeJSON { json in
      json.object { json in
        json.memberInputs(inputs)
        json.memberObject("parameters") { json in
          json.member("allow_unsourced", allowsUnsourced)
          json.member(
            "border_displacement_m", request.borderDisplacement.meters, decimals: 3)
          json.memberArray("borders", .oneLine) { json in
            for border in request.borders { json.string(border) }
          }
          json.memberArray("claims", .oneLine) { json in
            for claim in request.claims { json.string(claim.id) }
          }
          json.memberArray("tracks", .oneLine) { json in
            for track in request.tracks { json.string(track.id) }
          }
        }
        json.memberArray("results") { json in
          for row in report.rows { write(row, to: &json) }
        }
        json.member("scenario", scenario)
        json.member("schema", Self.schema)
        json.member("tool", "overflight")
        json.member("version", Program.overflightVersion)
      }
    }
  }

  private func write(_ row: JudgedReading, to json: inout JSONWriter<some TextOutputStream>) {
    let judgement = row.judgement
    let unit = judgement.margin.unit
    json.object(.oneLine) { json in
      json.member("border", row.border)
      json.member("claim", row.claim.id)
      json.member("claimed", row.reading.test.words.expects)
      json.member("computed", judgement.computed?.value, decimals: 4)
      json.member("margin", judgement.margin.value, decimals: 4)
      json.member("margin_unit", unit == .one ? "1" : unit.rawValue)
      json.member("party", row.claim.party)
      json.member("reading", row.reading.id)
      json.member("remark", judgement.remark?.words)
      json.key("rests_on")
      if let basis = judgement.restsOn {
        json.object { json in
          json.member("fixes_inside", basis.fixesInside)
          json.member("interpolated_share", basis.interpolatedShare, decimals: 4)
        }
      } else {
        json.null()
      }
      json.memberArray("sources") { json in
        for source in row.claim.sources { json.string(source) }
      }
      json.member("test", row.reading.test.words.asks)
      json.member("track", row.track)
      json.member("uncertainty_95", judgement.uncertainty.value, decimals: 4)
      json.member("verdict", judgement.verdict.rawValue)
    }
  }
}
