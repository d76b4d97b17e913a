import Claims

/// Some records of a journal as bytes, as the page of this room describes them.
struct JournalBlock {
  static let headLength = 52

  /// More bytes than any block takes; a length beyond is no length.
  private static let lengthLimit = 1 << 26

  /// How many bytes the records take.
  let length: Int
  private let count: Int
  private let checksum: [UInt8]
  private let summed: [UInt8]

  /// Reads the head of a block; nothing where the bytes are no head of this block.
  init?(_ head: [UInt8], first: Int, count: Int, digest: String) {
    guard head.count == Self.headLength, head.starts(with: Self.start(first, count)) else {
      return nil
    }
    length = head[16..<20].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.lengthLimit else { return nil }
    self.count = count
    checksum = Array(head[20...])
    summed = Array(digest.utf8) + head[..<20]
  }

  /// The records; nothing where the bytes are not those that were written.
  func records(in bytes: [UInt8], readings: Int) -> [VariationRecord]? {
    guard bytes.count == length, SHA256.bytes(of: summed + bytes) == checksum else { return nil }
    var reader = RecordReader(bytes)
    var records: [VariationRecord] = []
    records.reserveCapacity(count)
    for _ in 0..<count {
      guard let record = reader.next(),
        record.readings.count == (record.figures == nil ? 0 : readings)
      else { return nil }
      records.append(record)
    }
    return reader.isAtEnd ? records : nil
  }

  static func bytes(
    of records: some Collection<VariationRecord>, first: Int, digest: String
  ) -> [UInt8] {
    var payload: [UInt8] = []
    for record in records { payload.append(record) }
    var head = start(first, records.count)
    head.append(bitsOf: UInt32(payload.count))
    return head + SHA256.bytes(of: Array(digest.utf8) + head + payload) + payload
  }

  private static func start(_ first: Int, _ count: Int) -> [UInt8] {
    var bytes = Array("BLK\n".utf8)
    bytes.append(bitsOf: UInt64(first))
    bytes.append(bitsOf: UInt32(count))
    return bytes
  }
}
