/// The secure hash of 256 bits by which reports name their input files.
///
/// - Source: NIST FIPS 180-4 (2015), sections 4.1.2, 4.2.2, 5.1.1, 5.3.3 and 6.2.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19,
  ]

  /// Bytes that do not fill a block yet: always fewer than 64.
  private var rest: [UInt8] = []
  private var byteCount: UInt64 = 0

  public init() {}

  /// The hash of `bytes` as 64 small hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.hexadecimal()
  }

  /// Takes in more bytes; how they are cut into pieces does not matter.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount += UInt64(bytes.count)
    var bytes = bytes[...]
    if !rest.isEmpty {
      let missing = bytes.prefix(64 - rest.count)
      rest.append(contentsOf: missing)
      bytes = bytes.dropFirst(missing.count)
      guard rest.count == 64 else { return }
      let block = rest
      block.withUnsafeBytes { takeBlocks($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.prefix(bytes.count / 64 * 64)
    takeBlocks(UnsafeRawBufferPointer(rebasing: whole))
    rest.append(contentsOf: bytes.dropFirst(whole.count))
  }

  /// The hash of `bytes` as 32 bytes.
  static func bytes(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.words().flatMap { word in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// The hash of all bytes taken in so far, as 64 small hexadecimal digits.
  public func hexadecimal() -> String {
    words().map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private func words() -> [UInt32] {
    var last = self
    let zeros = (119 - rest.count) % 64
    let length = (0..<8).map { UInt8(truncatingIfNeeded: (byteCount * 8) >> (56 - 8 * UInt64($0))) }
    ([0x80] + [UInt8](repeating: 0, count: zeros) + length).withUnsafeBytes { last.update($0) }
    return last.state
  }

  private mutating func takeBlocks(_ bytes: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      roundConstants.withUnsafeBufferPointer { constants in
        state.withUnsafeMutableBufferPointer { state in
          for offset in stride(from: 0, to: bytes.count, by: 64) {
            compress(bytes, at: offset, into: state, schedule, constants)
          }
        }
      }
    }
  }
}

/// One block's turn of section 6.2.2; the letters are the standard's.
private func compress(
  _ bytes: UnsafeRawBufferPointer, at offset: Int, into H: UnsafeMutableBufferPointer<UInt32>,
  _ W: UnsafeMutableBufferPointer<UInt32>, _ K: UnsafeBufferPointer<UInt32>
) {
  for t in 0..<16 {
    W[t] = bytes.loadUnaligned(fromByteOffset: offset + 4 * t, as: UInt32.self).bigEndian
  }
  for t in 16..<64 {
    let (w15, w2) = (W[t - 15], W[t - 2])
    let σ0 = turned(w15, 7) ^ turned(w15, 18) ^ (w15 &>> 3)
    let σ1 = turned(w2, 17) ^ turned(w2, 19) ^ (w2 &>> 10)
    W[t] = σ1 &+ W[t - 7] &+ σ0 &+ W[t - 16]
  }
  var (a, b, c, d) = (H[0], H[1], H[2], H[3])
  var (e, f, g, h) = (H[4], H[5], H[6], H[7])
  for t in 0..<64 {
    let Σ1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    let T1 = h &+ Σ1 &+ ((e & f) ^ (~e & g)) &+ K[t] &+ W[t]
    let Σ0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    let T2 = Σ0 &+ ((a & b) ^ (a & c) ^ (b & c))
    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ T1, c, b, a, T1 &+ T2)
  }
  for (index, word) in [(0, a), (1, b), (2, c), (3, d), (4, e), (5, f), (6, g), (7, h)] {
    H[index] &+= word
  }
}

/// A word turned right by `count` bits.
private func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
  (word &>> count) | (word &<< (32 &- count))
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: [UInt32] = [
  0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
  0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
  0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
  0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
  0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
  0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
  0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
  0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
  0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
  0xC671_78F2,
]
