import Quantities
import Testing

@Suite struct `A random stream` {
  /// SplitMix64 as published (Steele, Lea, Flood 2014), computed with Python's integers.
  @Test(
    arguments: [
      (
        0,
        [
          0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f,
          0xf88b_b8a8_724c_81ec,
          0x1b39_896a_51a8_749b,
        ]
      ),
      (
        1,
        [
          0x910a_2dec_8902_5cc1, 0xbeeb_8da1_658e_ec67, 0xf893_a2ee_fb32_555e,
          0x71c1_8690_ee42_c90b,
          0x71bb_54d8_d101_b5b9,
        ]
      ),
    ] as [(UInt64, [UInt64])])
  func `gives the published numbers`(seed: UInt64, numbers: [UInt64]) {
    var random = RandomStream(seed: seed)
    #expect(numbers.map { _ in random.next() } == numbers)
  }

  @Test func `is a value: a copy goes on alike`() {
    var stream = RandomStream(seed: .max)
    _ = stream.next()
    var copy = stream
    #expect(copy.next() == stream.next())
  }
}
