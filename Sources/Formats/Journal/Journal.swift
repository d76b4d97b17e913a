public import Claims

/// The records of a run as far as it has come, in a file that outlives the process.
///
/// A run that is killed and begun again finds its records here, and need not compute them. The file
/// begins with a ``JournalHeader``; behind it stand blocks, each with the records of
/// ``JournalHeader/blockLength`` numbers. ``Formats`` has the bytes.
///
/// Each block is written at once, and is on the disk a second later if another one follows, or else
/// at the end. The first block that is torn or damaged ends what is believed: it is cut off, with
/// all that stands behind it. Two processes cannot have the same journal open.
///
/// First ``next()`` gives the records that are there, until there are no more; then ``append(_:)``
/// takes those that are missing.
public final class Journal {
  public let path: String
  public let header: JournalHeader
  /// How many bytes behind the last whole block were cut off.
  public private(set) var bytesCut = 0

  private let file: LockedFile
  private let digest: String
  /// The number of the record that comes next, and where in the file its block begins.
  private var number: Int
  private var offset: Int
  private var isWriting = false
  private var lastSynchronized = ContinuousClock.now

  /// Opens a journal, or begins one where the file is missing, empty, or ends within the header.
  ///
  /// - Parameters:
  ///   - path: The file; symbolic links are followed.
  ///   - header: What the run would write.
  /// - Throws: ``JournalError``; a file that is no journal of this run is left as it is.
  public init(path: String, of header: JournalHeader) throws(JournalError) {
    (self.path, self.header) = (path, header)
    (digest, number) = (header.digest, header.range.lowerBound)
    file = try LockedFile(path)
    let expected = header.bytes
    offset = expected.count
    var found = try file.read(expected.count)
    guard found != expected else { return }
    guard expected.starts(with: found) else {
      found += try file.read(JournalHeader.readingLimit)
      guard let difference = header.difference(from: found) else {
        throw .notAJournal(path: path)
      }
      throw .ofAnotherRun(path: path, difference)
    }
    try file.cut(to: 0)
    try file.write(expected)
    try file.synchronize()
    synchronizeFolder(of: path)
    isWriting = true
  }
}

extension Journal {
  /// The records of the next block that is there; nothing where there is no whole one any more.
  ///
  /// - Throws: ``JournalError/io(path:reason:)``.
  public func next() throws(JournalError) -> [VariationRecord]? {
    guard !isWriting else { return nil }
    let count = min(JournalHeader.blockLength, header.range.upperBound - number)
    let head = try file.read(JournalBlock.headLength)
    if count > 0, let block = JournalBlock(head, first: number, count: count, digest: digest),
      let records = block.records(in: try file.read(block.length), readings: header.readings)
    {
      number += count
      offset += head.count + block.length
      return records
    }
    bytesCut = try file.size() - offset
    try file.cut(to: offset)
    isWriting = true
    return nil
  }

  /// Adds the records that follow.
  ///
  /// - Parameter records: Of whole blocks, or up to the end.
  /// - Precondition: ``next()`` has given nothing.
  /// - Throws: ``JournalError/io(path:reason:)``.
  public func append(_ records: [VariationRecord]) throws(JournalError) {
    precondition(isWriting, "a journal is read to its end first")
    var rest = records[...]
    while !rest.isEmpty {
      let block = rest.prefix(JournalHeader.blockLength)
      rest = rest.dropFirst(block.count)
      let end = number + block.count
      precondition(
        block.count == JournalHeader.blockLength || end == header.range.upperBound,
        "a block is whole, or the last one")
      try file.write(JournalBlock.bytes(of: block, first: number, digest: digest))
      number = end
    }
    if lastSynchronized.duration(to: .now) >= .seconds(1) { try synchronize() }
  }

  /// Waits until all is on the disk.
  ///
  /// - Throws: ``JournalError/io(path:reason:)``.
  public func synchronize() throws(JournalError) {
    try file.synchronize()
    lastSynchronized = .now
  }
}
