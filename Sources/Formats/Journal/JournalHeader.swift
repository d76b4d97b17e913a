/// What a journal is bound to: all that decides the records of a run.
///
/// The text is for people and for the check alike: a journal is of the same run if its first bytes
/// are this text. Its last line is the digest of the lines before, which every block's checksum
/// takes in, so that no block of another run can be taken for one of this.
public struct JournalHeader: Hashable, Sendable {
  /// What is recorded, in order: names of lines, each with its value.
  public let facts: [Fact]
  /// The numbers of the records, counted from 0.
  public let range: Range<Int>
  /// How many readings each record was held against.
  public let readings: Int

  /// One line of the header.
  public struct Fact: Hashable, Sendable {
    public let name: String
    public let value: String

    /// - Parameters:
    ///   - name: Without a colon.
    ///   - value: Line feeds and control characters are replaced when it is written.
    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// - Parameters:
  ///   - facts: What decides the records, each name with its value; a name may stand several times.
  ///   - range: The numbers of the records, counted from 0.
  ///   - readings: How many readings each record was held against.
  public init(_ facts: [Fact], range: Range<Int>, readings: Int) {
    (self.facts, self.range, self.readings) = (facts, range, readings)
  }
}

extension JournalHeader {
  static let firstLine = "overflight journal 1"

  /// The most bytes of a header that is looked at to say what differs.
  static let readingLimit = 1 << 16

  /// How many records a block has; the last one may have fewer.
  ///
  /// It is not the number of threads that decides where a block ends.
  public static let blockLength = 128

  private var body: String {
    let ofRange = [
      Fact("records", "\(range.lowerBound + 1) to \(range.upperBound)"),
      Fact("readings", String(readings)), Fact("block", String(Self.blockLength)),
    ]
    return Self.firstLine + "\n"
      + (facts + ofRange).map { "\($0.name): \($0.value)".printable + "\n" }.joined()
  }

  /// SHA-256 of all lines before its own, as hexadecimal digits.
  var digest: String { SHA256.hexadecimal(of: Array(body.utf8)) }

  /// The whole header, with an empty line at its end.
  var bytes: [UInt8] { Array((body + "digest: \(digest)\n\n").utf8) }

  /// What a header that is not this one says otherwise.
  ///
  /// - Parameter bytes: The first bytes of a file.
  /// - Returns: The first line that differs; nothing where they are not those of a journal.
  func difference(from bytes: [UInt8]) -> JournalError.Difference? {
    func lines(_ bytes: [UInt8]) -> [Substring] {
      let end = bytes.indices.first { bytes[$0...].starts(with: [10, 10]) } ?? bytes.count
      return String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n")
    }
    func named(_ line: Substring?) -> Fact? {
      // A name such as that of an input may have colons of its own, but none with a space after it.
      guard let line, let colon = line.firstRange(of: ": ") else { return nil }
      return Fact(String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
    }
    let (there, here) = (lines(bytes), lines(self.bytes))
    guard there.first == here.first else { return nil }
    let number = here.indices.first { $0 >= there.count || there[$0] != here[$0] } ?? here.count
    let ours = named(number < here.count ? here[number] : nil)
    let theirs = named(number < there.count ? there[number] : nil)
    guard ours != nil || theirs != nil else { return nil }
    return JournalError.Difference(there: theirs, here: ours)
  }
}
