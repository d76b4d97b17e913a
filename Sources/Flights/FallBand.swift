public import Quantities

/// The falls of a body whose ballistic coefficient is known within a band.
///
/// The band's ends are computed. In a calm, from a start that does not climb, a heavier body falls
/// in less time and farther, so that the answers of all coefficients between lie between those of
/// the ends; the tests hold this on random starts.
public struct FallBand: Sendable {
  /// The fall at the lowest ballistic coefficient.
  public let lightest: Fall
  /// The fall at the highest ballistic coefficient.
  public let heaviest: Fall

  /// - Parameters:
  ///   - start: Where the falls begin, and how fast.
  ///   - terrain: The height of the ground above mean sea level, not above the start.
  ///   - ballisticCoefficients: The lowest and the highest, both included.
  ///   - wind: How the air moves.
  /// - Throws: ``FallError``.
  public init(
    from start: FallState, toTerrain terrain: Length,
    ballisticCoefficients: ClosedRange<BallisticCoefficient>, wind: Wind = .calm
  ) throws(FallError) {
    lightest = try Fall(
      from: start, toTerrain: terrain, ballisticCoefficient: ballisticCoefficients.lowerBound,
      wind: wind)
    heaviest = try Fall(
      from: start, toTerrain: terrain, ballisticCoefficient: ballisticCoefficients.upperBound,
      wind: wind)
  }
}

extension FallBand {
  public var durations: ClosedRange<TimeSpan> { band(\.duration) }
  public var distances: ClosedRange<Length> { band(\.distance) }
  public var impactSpeeds: ClosedRange<Speed> { band(\.impactSpeed) }

  private func band<Value: Comparable>(_ value: (Fall) -> Value) -> ClosedRange<Value> {
    let (a, b) = (value(lightest), value(heaviest))
    return min(a, b)...max(a, b)
  }
}
