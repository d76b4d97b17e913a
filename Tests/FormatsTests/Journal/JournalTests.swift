import Claims
import Flights
import Foundation
import Incidents
import Quantities
import Testing

@testable import Formats

/// Records of a run of 300: two whole blocks and one of 44.
private struct ExampleRun {
  let header: JournalHeader
  let records: [VariationRecord]

  init(
    seed: UInt64, range: Range<Int> = 0..<300, readings: Int = 2, areShort: Bool = false
  ) {
    header = JournalHeader(
      [.init("tool", "a test"), .init("seed", String(seed))], range: range, readings: readings)
    var random = RandomStream(seed: seed)
    records = range.map { number in
      areShort && number < 128
        ? VariationRecord(outcome: .failed(reason: ""), readings: [])
        : VariationRecord(readings: readings, &random)
    }
  }

  /// What a journal gives, and whether it takes the rest.
  func finish(_ path: String) throws -> (found: [VariationRecord], cut: Int) {
    let journal = try Journal(path: path, of: header)
    var found: [VariationRecord] = []
    while let block = try journal.next() { found += block }
    try journal.append(Array(records[found.count...]))
    return (found, journal.bytesCut)
  }
}

extension VariationRecord {
  /// Any figures, some missing; numbers of all sizes and signs, whole bit patterns.
  fileprivate init(readings: Int, _ random: inout RandomStream) {
    func number() -> Double? {
      Bool.random(using: &random)
        ? Double(bitPattern: random.next() & 0xBFFF_FFFF_FFFF_FFFF) : nil
    }
    func instant() -> Quantities.Instant? {
      Bool.random(using: &random)
        ? Instant(nanosecondsSince1970: Int64(bitPattern: random.next())) : nil
    }
    guard Int.random(in: 0..<5, using: &random) > 0 else {
      self.init(outcome: .failed(reason: "there is no reason, but “quotes”, commas"), readings: [])
      return
    }
    var figures = EncounterFigures()
    figures.crossings = Int.random(in: 0...3, using: &random)
    figures.isComplete = Bool.random(using: &random)
    (figures.entry, figures.exit) = (instant(), instant())
    figures.duration = .seconds(number() ?? -0.0)
    figures.length = .meters(number() ?? 0)
    figures.depth = number().map(Length.meters)
    figures.southernTipDepth = number().map(Length.meters)
    figures.entryDepth = number().map(Length.meters)
    figures.nearestApproach = number().map(Length.meters)
    figures.entrySpeed = number().map(Speed.metersPerSecond)
    let verdicts = (0..<readings).map { _ in Verdict.allCases.randomElement(using: &random) }
    self.init(
      outcome: .met(figures),
      readings: verdicts.map { .init(verdict: $0 ?? .supported, margin: number()) },
      flyability: Flyability.Answer.allCases.randomElement(using: &random).flatMap { answer in
        Bool.random(using: &random)
          ? OfEnvelope(
            answer: answer,
            broken: instant().flatMap { time in
              FlightEnvelope.Limit.allCases.randomElement(using: &random).map {
                .init(limit: $0, time: time, by: number() ?? 0)
              }
            }) : nil
      })
  }
}

@Suite struct `A journal` {
  @Test(arguments: UInt64(1)...5)
  func `gives back every record as it was, whatever the range`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("j")
    for (number, range) in [0..<300, 17..<18, 1000..<1256, 3..<3].enumerated() {
      let run = ExampleRun(seed: seed, range: range, readings: number)
      try? FileManager.default.removeItem(atPath: path)
      #expect(try run.finish(path) == ([], 0))
      let bytes = try Data(contentsOf: URL(filePath: path))
      #expect(try run.finish(path) == (run.records, 0))
      #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }
  }

  @Test func `begins with what it is bound to, in words`() throws {
    let folder = try TemporaryFolder()
    _ = try ExampleRun(seed: 4).finish(folder.path("j"))
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.path("j"))))
    let words = """
      overflight journal 1
      tool: a test
      seed: 4
      records: 1 to 300
      readings: 2
      block: 128

      """
    // The digest by `sha256sum`, which the tests of SHA256 hold it against.
    let header = words + "digest: \(SHA256.hexadecimal(of: Array(words.utf8)))\n\nBLK\n"
    #expect(String(decoding: bytes.prefix(header.utf8.count), as: UTF8.self) == header)
  }

  /// A whole journal of two small blocks, cut off behind each of its bytes.
  ///
  /// What is there of whole blocks is believed, the rest is made again, and the bytes end the same.
  @Test func `goes on wherever it was torn`() throws {
    let folder = try TemporaryFolder()
    let run = ExampleRun(seed: 7, range: 0..<129, readings: 0, areShort: true)
    _ = try run.finish(folder.path("j"))
    let whole = try Data(contentsOf: URL(filePath: folder.path("j")))
    let header = run.header.bytes.count
    let first =
      header
      + JournalBlock.bytes(
        of: run.records[..<128], first: 0, digest: run.header.digest
      ).count
    // Every byte of the header, of the last block and of two heads, and some of the rest.
    let cuts =
      (0..<header + 60).map(\.self) + Array(stride(from: header, to: first, by: 177))
      + (first - 3..<whole.count).map(\.self)
    for cut in cuts {
      try whole.prefix(cut).write(to: URL(filePath: folder.path("j")))
      let found = try run.finish(folder.path("j"))
      #expect(found.found.count == (cut >= first ? 128 : 0), "\(cut)")
      #expect(found.cut == (cut >= first ? cut - first : max(0, cut - header)), "\(cut)")
      #expect(try Data(contentsOf: URL(filePath: folder.path("j"))) == whole, "\(cut)")
    }
  }

  /// One bit turned at each byte: in the header it is refused and left, behind it it is made again.
  @Test(arguments: UInt64(1)...2)
  func `never believes a bit that was turned`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let run = ExampleRun(seed: seed, range: 0..<129, readings: 0, areShort: true)
    _ = try run.finish(folder.path("j"))
    let whole = try Data(contentsOf: URL(filePath: folder.path("j")))
    let header = run.header.bytes.count
    var random = RandomStream(seed: seed)
    let places =
      (0..<header + 60).map(\.self)
      + (0..<40).map { _ in Int.random(in: header..<whole.count, using: &random) }
    for place in places {
      var bad = whole
      bad[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      try bad.write(to: URL(filePath: folder.path("j")))
      if place < header {
        #expect(throws: JournalError.self) { try run.finish(folder.path("j")) }
        #expect(try Data(contentsOf: URL(filePath: folder.path("j"))) == bad)
      } else {
        #expect(try run.finish(folder.path("j")).cut > 0)
        #expect(try Data(contentsOf: URL(filePath: folder.path("j"))) == whole)
      }
    }
  }

  @Test func `does not take a block of another run for its own`() throws {
    let folder = try TemporaryFolder()
    let (run, other) = (ExampleRun(seed: 1), ExampleRun(seed: 2))
    _ = try other.finish(folder.path("other"))
    let blocks = try Data(contentsOf: URL(filePath: folder.path("other"))).dropFirst(
      other.header.bytes.count)
    try (Data(run.header.bytes) + blocks).write(to: URL(filePath: folder.path("j")))
    #expect(try run.finish(folder.path("j")).found.isEmpty)
  }

  @Test func `of another run is refused with what differs, and is left as it is`() throws {
    let folder = try TemporaryFolder()
    _ = try ExampleRun(seed: 1).finish(folder.path("j"))
    let bytes = try Data(contentsOf: URL(filePath: folder.path("j")))
    func error(_ run: ExampleRun) -> JournalError? {
      #expect(throws: JournalError.self) { try run.finish(folder.path("j")) }
    }
    #expect(
      error(ExampleRun(seed: 2))?.description.hasSuffix(
        "is the journal of another run: seed is \"1\" there and \"2\" here; choose another file")
        == true)
    #expect(
      error(ExampleRun(seed: 1, range: 0..<5))
        == .ofAnotherRun(
          path: folder.path("j"),
          .init(there: .init("records", "1 to 300"), here: .init("records", "1 to 5"))))
    #expect(try Data(contentsOf: URL(filePath: folder.path("j"))) == bytes)
  }

  @Test(arguments: [
    "text\n", "overflight journal 2\n\n", "\n\n", String(repeating: "x", count: 99999),
  ])
  func `is not made of a file that is something else`(text: String) throws {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: URL(filePath: folder.path("j")))
    #expect(throws: JournalError.notAJournal(path: folder.path("j"))) {
      try ExampleRun(seed: 1).finish(folder.path("j"))
    }
    #expect(try Data(contentsOf: URL(filePath: folder.path("j"))) == Data(text.utf8))
  }

  @Test func `is one process's, or one run's, at a time`() throws {
    let folder = try TemporaryFolder()
    let run = ExampleRun(seed: 1)
    var journal: Journal? = try Journal(path: folder.path("j"), of: run.header)
    #expect(throws: JournalError.inUse(path: folder.path("j"))) {
      try run.finish(folder.path("j"))
    }
    #expect(journal?.bytesCut == 0)
    journal = nil
    #expect(try run.finish(folder.path("j")).found.isEmpty)
  }

  @Test func `needs a regular file in a folder that is there`() throws {
    let folder = try TemporaryFolder()
    for path in ["/dev/null", folder.path("none/j"), folder.path("")] {
      let error = #expect(throws: JournalError.self) { try ExampleRun(seed: 1).finish(path) }
      guard case .cannotOpen = error else {
        Issue.record("\(path): \(error.map { "\($0)" } ?? "no error")")
        continue
      }
    }
  }
}
