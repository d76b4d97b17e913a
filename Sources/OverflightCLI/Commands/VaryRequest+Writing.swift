import Claims
import Flights
import Formats
import Incidents
import Quantities

extension VaryRequest {
  /// The most tracks that are written to a folder.
  static let trackLimit = 10_000

  /// How many variants are asked for.
  var count: Int { only?.count ?? grid.count }

  /// The number of a variant in the grid, counted from 0.
  func number(_ index: Int) -> Int { only?[index] ?? index }

  /// Judges all variants, block after block and each block by all threads.
  ///
  /// - Parameters:
  ///   - console: Where the progress goes.
  ///   - streams: Whether results go to standard output in the meantime.
  ///   - work: What is made of some of them, counted as asked for, by a judge of its own.
  ///   - take: What is done with that, in order.
  func forEachPart<Value: Sendable>(
    on console: Console, streams: Bool,
    _ work: @Sendable (Range<Int>, inout VariationJudge) -> Value,
    _ take: (Value) throws -> Void
  ) rethrows {
    let progress = Progress(of: count, on: console, sharesTerminal: streams)
    defer { progress.finish() }
    let block = 4096 * threads
    for start in stride(from: 0, to: count, by: block) {
      let size = min(block, count - start)
      let values = inParts(threads) { part in
        var judge = judge
        let range = start + size * part / threads..<start + size * (part + 1) / threads
        defer { progress.advance(by: range.count) }
        return work(range, &judge)
      }
      for value in values { try take(value) }
    }
  }

  /// Writes a row for each variant.
  ///
  /// - Parameters:
  ///   - draft: Whether there is a journal, and what may be replaced.
  ///   - file: A path, or `-`.
  ///   - console: Where hints and the progress go.
  ///   - inputs: The files that the rows rest on.
  /// - Throws: `SinkError`, `JournalError`, and what reading the inputs throws.
  func writeCSV(
    _ draft: VaryDraft, to file: String, on console: Console,
    inputs: () throws -> [LoadedScenario.Input]
  ) throws {
    let csv = VariationCSV(
      axes: grid.axes, readings: readings.map { ($0.id, $1) }, asksFlyable: envelope != nil)
    try writeText(to: file, replaces: draft.replaces) { write in
      let run = RecordRun(
        range: 0..<count, threads: threads,
        journal: try draft.journal.map { .init(path: $0, header: journalHeader(try inputs())) })
      var header = ""
      csv.writeHeader(to: &header)
      try write(Array(header.utf8))
      try run.forEachPart(judge, on: console, streams: file == "-") { judge, index in
        judge.record(of: grid[number(index)], within: envelope?.limits)
      } product: { range, records in
        var bytes: [UInt8] = []
        for (index, record) in zip(range, records) {
          let number = number(index)
          csv.append(record, of: grid[number], number: number + 1, to: &bytes)
        }
        return bytes
      } _: { bytes in
        try write(bytes)
      }
    }
  }

  /// Writes the track CSV of each variant to a new folder; one that has no replay is told and left out.
  func writeTracks(to folder: String, on console: Console) throws {
    guard count <= Self.trackLimit else {
      throw UsageError.unusable(
        of: "--csv-tracks",
        reason: "\(count) tracks are more than \(Self.trackLimit); choose some by --only")
    }
    let sink = try FolderSink(path: folder)
    let csv = TrackCSV(step: .seconds(1))
    let digits = String(grid.count).count
    var judge = judge
    for index in 0..<count {
      let number = number(index)
      let replay: Replay
      switch judge.judged(grid[number]).replay {
      case .success(let found): replay = found
      case .failure(let error):
        console.say("variant \(number + 1) has no track: \(error)")
        continue
      }
      var text = ""
      csv.writeHeader(to: &text)
      csv.write(replay, to: &text)
      let name = String(number + 1)
      let zeros = String(repeating: "0", count: digits - name.count)
      try sink.add("\(track.id)-\(zeros)\(name).csv", Array(text.utf8))
    }
    try sink.close()
  }
}
