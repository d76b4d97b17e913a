import Claims
import Formats

/// Makes the records of variants or samples by all threads, and keeps them in a journal.
struct RecordRun: Sendable {
  /// The numbers of the records, counted from 0.
  let range: Range<Int>
  let threads: Int
  let journal: Place?

  /// A journal that is to be kept.
  struct Place: Sendable {
    let path: String
    let header: JournalHeader
  }

  /// Makes all records that are not in the journal, and something of all of them.
  ///
  /// - Parameters:
  ///   - worker: What makes records; each thread has a copy.
  ///   - console: Where hints and the progress go.
  ///   - streams: Whether results go to standard output in the meantime.
  ///   - record: Makes the record of a number.
  ///   - product: Makes something of the records of some numbers.
  ///   - take: What is done with that, in order.
  /// - Throws: `JournalError`, and what `take` throws.
  func forEachPart<Worker: Sendable, Product: Sendable>(
    _ worker: Worker, on console: Console, streams: Bool,
    record: @Sendable (inout Worker, Int) -> VariationRecord,
    product: @Sendable (Range<Int>, [VariationRecord]) -> Product, _ take: (Product) throws -> Void
  ) throws {
    let journal = try journal.map { try Journal(path: $0.path, of: $0.header) }
    let progress = Progress(of: range.count, on: console, sharesTerminal: streams)
    defer { progress.finish() }
    var next = range.lowerBound
    while let records = try journal?.next() {
      try take(product(next..<next + records.count, records))
      next += records.count
      progress.skip(records.count)
    }
    if let journal { tell(of: journal, resumedAt: next, on: console) }
    let isKept = journal != nil
    // Blocks are cut from what all threads have made, so that they do not depend on their number.
    // Without a journal nothing is lost where more is made at once.
    let round = JournalHeader.blockLength * threads * (isKept ? 1 : 32)
    for start in stride(from: next, to: range.upperBound, by: round) {
      let size = min(round, range.upperBound - start)
      let parts = inParts(threads) { part in
        var worker = worker
        let numbers = start + size * part / threads..<start + size * (part + 1) / threads
        let records = numbers.map { number in
          defer { progress.advance() }
          return record(&worker, number)
        }
        return (records: isKept ? records : [], product: product(numbers, records))
      }
      try journal?.append(parts.flatMap(\.records))
      for part in parts { try take(part.product) }
    }
    try journal?.synchronize()
  }

  private func tell(of journal: Journal, resumedAt next: Int, on console: Console) {
    if journal.bytesCut > 0 {
      console.say(
        "\(journal.path): its last \(journal.bytesCut) bytes were torn and are made again")
    }
    if next > range.lowerBound {
      console.say(
        "\(journal.path): \(next - range.lowerBound) of \(range.count) were there already")
    }
  }
}
