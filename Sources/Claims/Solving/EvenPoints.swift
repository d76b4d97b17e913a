import Quantities

/// Points that fill the unit cube evenly, however many are taken: an additive recurrence.
///
/// - Source: M. Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences" (2018): the steps
///   are the powers of 1/φ, where φ is the root of xᵈ⁺¹ = x + 1 in *d* dimensions.
struct EvenPoints: Sendable {
  private let offsets: [Double]
  private let steps: [Double]

  /// - Parameters:
  ///   - dimensions: Of the cube; without any, all points are the empty one.
  ///   - seed: Where the sequence begins.
  init(dimensions: Int, seed: UInt64) {
    var random = RandomStream(seed: seed)
    offsets = (0..<dimensions).map { _ in Double(random.next() >> 11) * 0x1p-53 }
    // Newton's method from above the root, by arithmetic that is the same on every machine.
    var root = 2.0
    for _ in 0..<60 {
      let power = (0..<dimensions).reduce(1.0) { product, _ in product * root }
      root -= (power * root - root - 1) / (Double(dimensions + 1) * power - 1)
    }
    steps = (0..<dimensions).map { axis in (0...axis).reduce(1.0) { step, _ in step / root } }
  }

  /// A point of the sequence, counted from 0.
  subscript(number: Int) -> [Double] {
    zip(offsets, steps).map { offset, step in
      let place = offset + Double(number) * step
      return place - place.rounded(.down)
    }
  }
}
