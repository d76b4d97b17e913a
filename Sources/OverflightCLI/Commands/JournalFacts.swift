import Claims
import Formats
import Incidents
import Quantities

/// What a journal is bound to: everything that decides a record, in words.
extension VaryRequest {
  /// What variants and samples of a track have in common.
  ///
  /// - Parameters:
  ///   - kind: What is recorded.
  ///   - inputs: The files that it rests on.
  /// - Returns: The first lines of a header.
  private func facts(
    _ kind: String, _ inputs: [LoadedScenario.Input]
  ) -> [JournalHeader.Fact] {
    [.init("tool", "overflight \(Program.overflightVersion)"), .init("of", kind)]
      + [.init("scenario", scenario.id)]
      + inputs.map { .init("input \($0.file)", "\($0.bytes) bytes, sha256 \($0.sha256)") }
      + (edit.map { [.init("waypoints", $0.file)] } ?? [])
      + [.init("track", track.id), .init("about", about?.rawValue ?? "deepest or nearest")]
      + borders.map { .init("border", $0) }
      + readings.map { .init("reading", "\($0.id).\($1.id)") }
  }

  /// The header of a journal of variants.
  func journalHeader(_ inputs: [LoadedScenario.Input]) -> JournalHeader {
    JournalHeader(
      facts("variants", inputs)
        + [.init("border displacement", "\(borderDisplacement.meters) m")]
        + (envelope == nil ? [] : [.init("envelope", track.aircraft)])
        + grid.axes.map { .init("varied", $0.words) }
        + (only.map { [.init("only", digested($0.map { String($0 + 1) }))] } ?? []),
      range: 0..<count, readings: readings.count)
  }

  /// The header of a journal of samples.
  ///
  /// - Parameters:
  ///   - request: What is drawn.
  ///   - kind: What is recorded.
  ///   - range: The numbers of the records.
  ///   - inputs: The files that it rests on.
  /// - Returns: The header.
  func journalHeader(
    of request: SampleRequest, as kind: String = "samples", range: Range<Int>,
    _ inputs: [LoadedScenario.Input]
  ) -> JournalHeader {
    let drawn = UncertainParameter.allCases.compactMap { parameter in
      request.uncertainties.others[parameter].map {
        JournalHeader.Fact("uncertain", "\(parameter.name) \($0.distribution.exactWords)")
      }
    }
    return JournalHeader(
      facts(kind, inputs) + drawn + [
        .init(
          "border displacement", "\(request.uncertainties.borderDisplacement.meters) m at 95 %"),
        .init("seed", String(request.seed)), .init("samples", String(request.total)),
      ], range: range, readings: readings.count)
  }
}

/// Few texts as they are; of many, the first, the last and a digest of all.
private func digested(_ texts: [String]) -> String {
  guard texts.count > 8 else { return texts.joined(separator: ",") }
  let sum = SHA256.hexadecimal(of: Array(texts.joined(separator: ",").utf8))
  return "\(texts[0]),…,\(texts[texts.count - 1]) (\(texts.count)), sha256 \(sum)"
}

extension VariationGrid.Axis {
  /// The parameter with its values, in the base unit and exactly.
  fileprivate var words: String {
    switch self {
    case .borders: "border"
    case .numbers(let parameter, let values):
      "\(parameter.rawValue) \(digested(values.map { "\($0)" }))"
    case .starts(let times): "start \(digested(times.map(\.rfc3339)))"
    }
  }
}

extension Distribution {
  /// In the base unit and exactly.
  fileprivate var exactWords: String {
    switch self {
    case .normal(let deviation): "normal \(deviation)"
    case .uniform(let low, let high): "uniform \(low) to \(high)"
    }
  }
}
