import Airspaces
import Formats
import Foundation

// Does what Tools/bench/operations.py names, as often as it is told on stdin:
//
//     Bench location|distance|inverse|direct DATA [BORDER AIRSPACE]
//     Bench crossings DATA BORDER AIRSPACE PLACES_PER_PATH
//     Bench variants|samples DATA SCENARIO TRACK
//
// DATA holds columns of binary doubles of this machine, BORDER is a file of Scenarios/*/borders,
// SCENARIO a folder of Scenarios.
// The first line on stdout says how many questions the data hold. Then, line by line:
//
//     run COUNT SALT       → NANOSECONDS SUM    of the answers to the first COUNT questions
//     answers COUNT FILE   → done               after writing them to FILE as binary doubles
//
// SALT, in degrees, is added to the longitudes before the clock starts; to rotations and to the seed of
// samples, where there are no longitudes.

private func operation(_ words: [String]) throws -> (any BatchOperation)? {
  guard words.count >= 2 else { return nil }
  let bytes = try Data(contentsOf: URL(filePath: words[1]))
  let numbers = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
  func border() throws -> PreparedBorder {
    let bytes = try Data(contentsOf: URL(filePath: words[2]))
    return PreparedBorder(
      try BorderGeoJSON(file: words[2], airspace: words[3]).read(Array(bytes)))
  }
  switch (words[0], words.count) {
  case ("location", 4):
    return LocationOperation(border: try border(), data: Columns(numbers, width: 2))
  case ("distance", 4):
    return DistanceOperation(border: try border(), data: Columns(numbers, width: 2))
  case ("crossings", 5):
    guard let places = Int(words[4]), places > 0 else { return nil }
    return CrossingsOperation(
      border: try border(), data: Columns(numbers, width: 2), placesPerPath: places)
  case ("inverse", 2): return InverseOperation(data: Columns(numbers, width: 4))
  case ("direct", 2): return DirectOperation(data: Columns(numbers, width: 4))
  case ("variants", 4):
    return VariantsOperation(
      track: try BenchedTrack(words[3], in: words[2]), data: Columns(numbers, width: 4))
  case ("samples", 4):
    return SamplesOperation(
      track: try BenchedTrack(words[3], in: words[2]), data: Columns(numbers, width: 1))
  default: return nil
  }
}

/// What one line of stdin asks for; nothing where the line is no such thing.
private func reply(to line: String, by operation: some BatchOperation) throws -> String? {
  let words = line.split(separator: " ", maxSplits: 2).map(String.init)
  guard words.count == 3, let count = Int(words[1]), 0...operation.count ~= count else {
    return nil
  }
  switch words[0] {
  case "run":
    guard let salt = Double(words[2]) else { return nil }
    let (nanoseconds, sum) = try operation.run(count, salt: salt)
    return "\(nanoseconds) \(sum)"
  case "answers":
    let questions = try operation.questions(count, salt: 0)
    let numbers = operation.numbers(of: try operation.answer(questions))
    try numbers.withUnsafeBytes { Data($0) }.write(to: URL(filePath: words[2]))
    return "done"
  default: return nil
  }
}

/// Not buffered: whoever asked waits for it.
private func say(_ line: String) {
  FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}

private func fail(_ sentence: String) -> Never {
  FileHandle.standardError.write(Data("Bench: \(sentence)\n".utf8))
  exit(64)
}

guard let operation = try operation(Array(CommandLine.arguments.dropFirst())) else {
  fail("usage: Bench OPERATION DATA [BORDER AIRSPACE [PLACES] | SCENARIO TRACK]; see main.swift")
}
say("\(operation.count)")
while let line = readLine() {
  guard let reply = try reply(to: line, by: operation) else { fail("cannot do: \(line)") }
  say(reply)
}
