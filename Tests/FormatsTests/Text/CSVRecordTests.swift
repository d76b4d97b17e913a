import Formats
import Quantities
import Testing

@Suite struct `A CSV record` {
  @Test(arguments: [
    (["a", "", "c"], "a,,c\n"),
    (["a,b", "say \"no\"", "x\ny", "x\r\ny"], "\"a,b\",\"say \"\"no\"\"\",\"x\ny\",\"x\r\ny\"\n"),
    (["#1", "2#"], "\"#1\",2#\n"), ([""], "\"\"\n"), (["", ""], ",\n"), ([" a "], " a \n"),
  ])
  func `is written with quotes where they are needed`(fields: [String], line: String) {
    var text = ""
    text.writeCSVRecord(fields)
    #expect(text == line)
  }

  @Test func `is written with another separator`() {
    var text = ""
    text.writeCSVRecord(["a,b", "c\td"], separator: "\t")
    #expect(text == "a,b\t\"c\td\"\n")
  }

  @Test(arguments: UInt64(1)...100)
  func `is read as it was written`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let width = Int.random(in: 1...4, using: &random)
    let records = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<width).map { _ in String.field(using: &random) }
    }
    var text = ""
    for record in records { text.writeCSVRecord(record) }
    let csv = try CSVReader(Array(text.utf8), file: "f", options: .init(hasHeader: false))
    #expect(try csv.allRecords() == records)
  }
}

extension CSVReader {
  /// All records that are left, a missing field as an empty text.
  func allRecords() throws -> [[String]] {
    var reader = self
    var records: [[String]] = []
    while try reader.advance() {
      records.append((0..<reader.count).map { reader.string($0) ?? "" })
    }
    return records
  }
}

extension String {
  fileprivate static func field(using random: inout RandomStream) -> String {
    let letters = Array("ab1,;\"\n#é🛩 ")
    let count = Int.random(in: 0...4, using: &random)
    return String((0..<count).map { _ in letters.randomElement(using: &random) ?? "a" })
  }
}
