import Claims
import Formats
import Geodesy
import Incidents
import Quantities

/// `solve --json`: one object with what was asked, what it rests on, and every answer.
struct SolveJSON {
  static let schema = "overflight/solve/1"

  let request: SolveRequest
  let inputs: [LoadedScenario.Input]
  let allowsUnsourced: Bool

  func write(_ answers: [PathAnswer], to output: inout some TextOutputStream) {
    output.writeJSON { json in
      json.object { json in
        json.memberInputs(inputs)
        json.memberObject("parameters") { json in writeParameters(to: &json) }
        json.memberArray("results") { json in
          for (problem, answer) in zip(request.problems, answers) {
            json.object { json in write(answer, to: problem, &json) }
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
    json.memberArray("borders", .oneLine) { json in
      for border in request.borders { json.string(border) }
    }
    json.member("extreme_tolerance", PathSearch.extremeTolerance, decimals: 6)
    json.memberObject("free") { json in
      for free in request.parameters.sorted(by: { $0.parameter.rawValue < $1.parameter.rawValue }) {
        write(free.range, as: free.parameter, to: &json)
      }
    }
    json.member("initial_ranges", request.isInitial)
    json.member("near", request.near.id)
    json.memberObject("pivot", .oneLine) { json in
      json.member("lat_deg", request.pivot.latitude.degrees, decimals: 7)
      json.member("lon_deg", request.pivot.longitude.degrees, decimals: 7)
    }
    json.member("points", request.settings.points)
    json.member("seed", String(request.settings.seed))
    json.member("track", request.track.id)
  }

  private func write(
    _ range: ClosedRange<Double>, as parameter: VariationParameter,
    to json: inout JSONWriter<some TextOutputStream>
  ) {
    json.memberArray(parameter.key, .oneLine) { json in
      json.number(range.lowerBound, decimals: 6)
      json.number(range.upperBound, decimals: 6)
    }
  }

  /// Keys rise.
  private func write(
    _ answer: PathAnswer, to problem: SolveRequest.Problem,
    _ json: inout JSONWriter<some TextOutputStream>
  ) {
    let sorted = problem.search.space.free.enumerated().sorted {
      $0.element.parameter.rawValue < $1.element.parameter.rawValue
    }
    switch answer {
    case .found(let region):
      json.member("answer", "found")
      json.member("border", problem.border)
      json.memberObject("extents") { json in
        for (axis, free) in sorted {
          write(region.extents[axis], as: free.parameter, to: &json)
        }
      }
      json.memberArray("paths") { json in
        for path in region.paths { write(path, to: problem, sorted.map(\.element), &json) }
      }
      writeRequired(of: problem, &json)
      json.memberObject("share", .oneLine) { json in
        json.member("points", region.share.points)
        // Parts per billion: needles have small shares, and numbers have nine decimals.
        json.member("standard_error_ppb", region.share.standardError * 1e9, decimals: 6)
        json.member("value_ppb", region.share.value * 1e9, decimals: 6)
      }
    case .none(let none):
      json.member("answer", none.answer)
      json.member("border", problem.border)
      json.memberArray("paths") { json in
        write(none.closest, to: problem, sorted.map(\.element), &json)
      }
      json.member("proof", none.proof?.words(saying: none.answer))
      writeRequired(of: problem, &json)
    }
  }

  private func writeRequired(
    of problem: SolveRequest.Problem, _ json: inout JSONWriter<some TextOutputStream>
  ) {
    json.memberArray("required") { json in
      for requirement in problem.requirements { json.string(requirement.name) }
    }
  }

  private func write(
    _ path: FoundPath, to problem: SolveRequest.Problem, _ free: [FreeParameter],
    _ json: inout JSONWriter<some TextOutputStream>
  ) {
    let encounter = try? path.judged.replay.get().encounter
    json.object(.oneLine) { json in
      json.member("apart_m", path.apart?.meters, decimals: 3)
      json.member("duration_s", encounter?.durationInside.seconds, decimals: 3)
      json.member("length_m", encounter?.lengthInside.meters, decimals: 3)
      json.member("max_depth_m", encounter?.deepest?.distance.meters, decimals: 3)
      json.member("path", path.kind.word)
      json.memberArray("readings") { json in
        for (requirement, judgement) in zip(problem.requirements, path.judged.judgements) {
          let unit = judgement.margin.unit
          json.object { json in
            json.member("computed", judgement.computed?.value, decimals: 4)
            json.member("margin", judgement.margin.value, decimals: 4)
            json.member("margin_base", judgement.margin.base, decimals: 3)
            json.member("margin_unit", unit == .one ? "1" : unit.rawValue)
            json.member("remark", judgement.remark?.words)
            json.member("required", requirement.name)
          }
        }
      }
      json.memberObject("values") { json in
        for parameter in free.map(\.parameter) {
          json.member(
            parameter.key, parameter.value(in: path.judged.variation), decimals: 6)
        }
      }
    }
  }
}

extension VariationParameter {
  fileprivate var key: String { rawValue.replacing("-", with: "_") }
}
