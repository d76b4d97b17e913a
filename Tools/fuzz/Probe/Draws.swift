import Quantities

extension RandomStream {
  /// The stream that belongs to one number under a seed: no run depends on those before it.
  init(seed: UInt64, number: Int) {
    var ofSeed = RandomStream(seed: seed)
    var ofNumber = RandomStream(seed: ofSeed.next() ^ UInt64(bitPattern: Int64(number)))
    self.init(seed: ofNumber.next())
  }

  /// One of 0…`count` − 1. (The standard library's own draws may change with its version.)
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// At least 0 and less than 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func double(_ low: Double, _ high: Double) -> Double { low + unit() * (high - low) }

  /// True once in `count` times.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A number of either sign between 2^low and 2^high, each power equally likely.
  mutating func power(_ low: Int, _ high: Int) -> Double {
    let value = Double(sign: .plus, exponent: int(low...high), significand: 1 + unit())
    return once(in: 2) ? value : -value
  }
}
