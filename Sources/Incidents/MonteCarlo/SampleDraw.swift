import Quantities

/// What one sample takes for everything that is uncertain.
///
/// Every number depends on the seed, the sample's number and what is drawn, and on nothing else: not
/// on who draws it, in which order, or what else is uncertain. So a sample can be drawn again alone,
/// and two runs that differ in one uncertainty share all other draws.
public struct SampleDraw: Hashable, Sendable {
  public let seed: UInt64
  /// Counted from 0.
  public let sample: Int
  /// The input that is drawn as ``second`` draws it; none in most.
  public private(set) var exchanged: UncertainInput?

  public init(seed: UInt64, sample: Int) { (self.seed, self.sample) = (seed, sample) }

  /// The sample of the same number by a second seed, which follows from the first.
  public var second: SampleDraw {
    var ofSeed = RandomStream(seed: seed)
    // The first number of the stream is what the first seed draws by.
    _ = ofSeed.next()
    return SampleDraw(seed: ofSeed.next(), sample: sample)
  }

  /// This sample, with all that is drawn for one input taken from ``second``.
  public func exchanging(_ input: UncertainInput) -> SampleDraw {
    var draw = self
    draw.exchanged = input
    return draw
  }

  /// What is drawn; the raw values are part of the promise that the same seed gives the same numbers.
  enum Key: UInt64 {
    case positionNoise = 1
    case biasNorth, biasEast, clock, groundSpeed, trackAngle, altitude, scanPeriod, scanPhase
    case borderSource, displacementNorth, displacementEast
  }

  /// The stream of numbers of one key.
  ///
  /// - Source: A seed is spread over all bits by the mixer of `RandomStream` before the
  ///   next number is added, so that neighbours have nothing in common.
  func stream(_ key: Key) -> RandomStream {
    if key.input == exchanged { return second.stream(key) }
    var ofSeed = RandomStream(seed: seed)
    var ofSample = RandomStream(seed: ofSeed.next() &+ UInt64(sample))
    var ofKey = RandomStream(seed: ofSample.next() &+ key.rawValue)
    return RandomStream(seed: ofKey.next())
  }

  /// A probability within 0…1, not at its ends: the middle of one of 2⁵³ equal intervals.
  func probability(_ key: Key) -> Double {
    var stream = stream(key)
    return stream.nextProbability()
  }
}

extension RandomStream {
  /// A number within 0…1, not at its ends, from 53 bits.
  mutating func nextProbability() -> Double {
    // The largest, 1 − 2⁻⁵⁴, would be rounded to 1.
    min((Double(next() >> 11) + 0.5) * 0x1p-53, 1 - 0x1p-53)
  }
}
