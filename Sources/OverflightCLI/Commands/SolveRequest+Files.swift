import Claims
import Formats
import Incidents
import Quantities

extension SolveRequest {
  /// The paths of all answers, with the number of their problem, in the order in which they are told.
  func paths(of answers: [PathAnswer]) -> [(problem: Int, path: FoundPath)] {
    answers.enumerated().flatMap { number, answer in
      switch answer {
      case .found(let region): region.paths.map { (number, $0) }
      case .none(let none): [(number, none.closest)]
      }
    }
  }

  /// The axes as columns: the border source where there are several, and each parameter.
  var axes: [VariationGrid.Axis] {
    (borders == [scenario.defaultBorder] ? [] : [.borders(borders)])
      + parameters.map { .numbers($0.parameter, [$0.range.lowerBound, $0.range.upperBound]) }
  }

  /// Writes a row for each path.
  func writeCSV(of answers: [PathAnswer], to file: String, replaces: Bool) throws {
    let readings = requirements.map { requirement in
      let name = requirement.name
      let split = TypedTest.isTest(name) ? nil : name.lastIndex(of: ".")
      return (
        claim: split.map { String(name[..<$0]) } ?? "typed",
        reading: Claim.Reading(
          id: split.map { String(name[name.index(after: $0)...]) } ?? name, meaning: nil,
          test: requirement.test)
      )
    }
    let csv = VariationCSV(axes: axes, readings: readings, rows: .paths)
    var bytes: [UInt8] = []
    for (index, (problem, path)) in paths(of: answers).enumerated() {
      csv.append(
        VariationRecord(of: judged(path), on: readings.map(\.reading)), of: path.judged.variation,
        path: index + 1, required: problems[problem].words, found: path.kind.word,
        apart: path.apart, to: &bytes)
    }
    try writeText(to: file, replaces: replaces) { write in
      var header = ""
      csv.writeHeader(to: &header)
      try write(Array(header.utf8))
      try write(bytes)
    }
  }

  /// Writes the track CSV of each path that holds to a new folder, numbered as in the CSV of paths.
  func writeTracks(of answers: [PathAnswer], to folder: String) throws {
    let sink = try FolderSink(path: folder)
    let csv = TrackCSV(step: .seconds(1))
    for (index, (_, path)) in paths(of: answers).enumerated() where path.kind != .closestMiss {
      guard let replay = try? path.judged.replay.get() else { continue }
      var text = ""
      csv.writeHeader(to: &text)
      csv.write(replay, to: &text)
      try sink.add("\(track.id)-\(index + 1)-\(path.kind.word).csv", Array(text.utf8))
    }
    try sink.close()
  }
}

extension FoundPath.Kind {
  /// The kind in file names and columns.
  var word: String {
    switch self {
    case .nearest: "nearest"
    case .central: "central"
    case .least(let parameter): "least-" + parameter.rawValue
    case .greatest(let parameter): "greatest-" + parameter.rawValue
    case .closestMiss: "closest-miss"
    }
  }
}
