import Formats
import Quantities
import Testing

@Suite struct `The CSV reader` {
  @Test func `reads a header and records with their lines`() throws {
    let text = "\u{FEFF}id,note,n\r\nA,\"two\r\nlines\",1.5\n\nB,,\r\n\"C\",\"say \"\"no\"\"\",-2e1"
    var csv = try reader(text)
    #expect(csv.columns == ["id", "note", "n"])
    #expect(csv.column("note") == 1)
    #expect(csv.column("other") == nil)
    #expect(try csv.advance())
    #expect((csv.line, csv.string(1), try csv.number(2)) == (2, "two\r\nlines", 1.5))
    #expect(try csv.advance())
    #expect((csv.line, csv.string(1), try csv.number(2)) == (5, nil, nil))
    #expect(try csv.advance())
    #expect((csv.line, csv.string(1), try csv.number(2)) == (6, "say \"no\"", -20))
    #expect(try !csv.advance())
    #expect(try !csv.advance())
  }

  @Test func `reads metadata where it is asked to`() throws {
    let text = "#tool=overflight 1\r\n%note=a=b\nid\n#1\n"
    let csv = try reader(text, .init(acceptsMetadata: true))
    #expect(csv.metadata.map(\.key) == ["tool", "note"])
    #expect(csv.metadata.map(\.value) == ["overflight 1", "a=b"])
    #expect(csv.columns == ["id"])
    #expect(try csv.allRecords() == [["#1"]])
    #expect(try reader("#a=1\n").columns == ["#a=1"])
    #expect(
      sentenceOfError { try reader("#a=1\n# words\nid\n", .init(acceptsMetadata: true)) }
        == "f:2: found \"# words\", expected metadata such as \"#key=value\"")
  }

  @Test func `takes another separator and another word for missing`() throws {
    let options = CSVReader.Options(separator: 0x09, hasHeader: false, missing: "\\N")
    var csv = try reader("a,b\t\\N\t\"\\N\"\n", options)
    #expect(try csv.advance())
    #expect((0..<3).map { csv.string($0) } == ["a,b", nil, "\\N"])
  }

  @Test(arguments: [
    ("", "f: found no header, expected a line of column names"),
    ("a,,b\n", "f:1:3: found a column without a name, expected a column name"),
    (
      "a,b,a\n",
      "f:1:5: found the column \"a\" a second time, expected every column once"
    ),
    ("a,b\n1\n", "f:2: found 1 fields, expected 2 as in the header"),
    ("a,b\n1,2\n\n1,2,3\n", "f:4: found 3 fields, expected 2 as in the header"),
    ("a,b\n1,\"x\ny\n", "f:2:3: found a quote that is never closed, expected a closing quote"),
    (
      "a,b\né,\"x\"y\n",
      "f:2:6: found \"y\" after a closing quote, expected \",\" or the end of the line; a quote inside a field is doubled"
    ),
    (
      "a,b\n\"x\ny\",z\"\n",
      "f:3:5: found a quote inside a field, expected a field without quotes; put the whole field in quotes and double those inside"
    ),
    (
      "a\n1\r2\n",
      "f:2:2: found a carriage return alone, expected LF or CR LF; save the file with LF at line ends"
    ),
    (
      "a\n1\r",
      "f:2:2: found a carriage return alone, expected LF or CR LF; save the file with LF at line ends"
    ),
    ("a\n1\u{0}\n", "f:2:2: found a NUL byte, expected UTF-8 text"),
  ])
  func `refuses what is no CSV`(text: String, sentence: String) {
    #expect(sentenceOfError { try reader(text).allRecords() } == sentence)
  }

  @Test func `refuses bytes that are not UTF-8`() {
    let bytes = Array("a\nM".utf8) + [0xFC] + Array("nchen\n".utf8)
    #expect(
      sentenceOfError { try CSVReader(bytes, file: "f").allRecords() }
        == "f:2:2: found the byte 0xFC, no UTF-8, expected UTF-8 text; save the file as UTF-8")
  }

  @Test(arguments: ["nan", "inf", "1,5", "1 ", "0x10", "1e999", "--1"])
  func `refuses what is no number`(text: String) throws {
    var csv = try reader("a,n\nA,\"\(text)\"\n")
    #expect(try csv.advance())
    #expect(
      sentenceOfError { try csv.number(1) as Any }
        == "f:2:3: found \"\(text)\" in column \"n\", expected a finite number; leave a missing value empty"
    )
  }

  @Test func `refuses a time without its offset`() throws {
    var csv = try reader("t\n2015-11-24T07:24:05Z\n2015-11-24T07:24:05\n")
    #expect(try csv.advance())
    #expect(try csv.instant(0)?.rfc3339 == "2015-11-24T07:24:05.000Z")
    #expect(try csv.advance())
    #expect(sentenceOfError { try csv.instant(0) as Any }.hasPrefix("f:3:1: found \"2015"))
  }

  @Test func `refuses a record without end`() throws {
    let endless = try reader("a\n\"") { buffer throws(FormatError) in
      buffer.append(contentsOf: repeatElement(0x78, count: 1_100_000))
      return true
    }
    #expect(
      sentenceOfError { try endless.allRecords() }
        == "f:2: found a record longer than 1048576 bytes, expected a shorter one; "
        + "is a quote left open?")
  }

  @Test(arguments: 1...12)
  func `does not care how a stream is cut`(size: Int) throws {
    let text = "#k=v\n\u{FEFF}a,b\r\né,\"x\r\n\"\"🛩\"\r\n\r\n1,2\n\"\",\"\"\n3,4"
    let options = CSVReader.Options(acceptsMetadata: true)
    let whole = try reader(text, options).allRecords()
    var rest = Array(text.utf8)[...]
    let csv = try CSVReader([], file: "f", options: options) { buffer throws(FormatError) in
      buffer.append(contentsOf: rest.prefix(size))
      defer { rest = rest.dropFirst(size) }
      return !rest.isEmpty
    }
    #expect(try csv.allRecords() == whole)
    #expect(whole.count == 4)
  }
}

private func reader(
  _ text: String, _ options: CSVReader.Options = .init(), _ refill: CSVReader.Refill? = nil
) throws(FormatError) -> CSVReader {
  try CSVReader(Array(text.utf8), file: "f", options: options, refill: refill)
}
