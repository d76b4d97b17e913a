import Quantities
import Testing

@Suite struct `The normal distribution` {
  /// By mpmath 1.3 with 40 digits: `sqrt(2)*erfinv(2*p-1)` of the double p.
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540053855604), (0.841344746068542948585, 1.0),
    (0.25, -0.6744897501960817432022), (0.001, -3.090232306167813535358),
    (1e-10, -6.361340902404056199100), (1e-300, -37.04709629936119923655),
  ])
  func `has its quantiles`(probability: Double, value: Double) {
    let found = NormalDistribution.quantile(probability)
    #expect(abs(found - value) <= 1e-14 * max(1, abs(value)))
  }

  @Test func `has infinite ends`() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }

  @Test(arguments: UInt64(1)...200)
  func `gives back the probability of its quantile`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    let probability = Double.random(in: 0..<1, using: &random)
    let back = NormalDistribution.probability(below: NormalDistribution.quantile(probability))
    #expect(abs(back - probability) < 1e-14)
  }
}
