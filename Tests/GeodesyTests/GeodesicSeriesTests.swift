import Foundation
import Testing

@testable import Geodesy

/// The tables against the integrals, summed over 64 points of a period.
///
/// The integrands are smooth and periodic, so that the sum is exact but for rounding. A series of
/// order 6 must then miss by no more than its first omitted term: one wrong coefficient shows.
@Suite struct GeodesicSeriesTests {
  static let parameters = [0.005, 0.01, 0.02]

  /// The root √(1 + k² sin²σ), with k² from equation (16).
  static func root(_ ε: Double, _ σ: Double) -> Double {
    (1 + 4 * ε / ((1 - ε) * (1 - ε)) * sin(σ) * sin(σ)).squareRoot()
  }

  /// A and C₁…C₆ of A (σ + Σ Cₗ sin 2lσ), the integral of `integrand`.
  static func expansion(_ integrand: (Double) -> Double) -> (factor: Double, sines: [Double]) {
    let points = (0..<64).map { Double($0) * .pi / 64 }
    let values = points.map(integrand)
    let mean = values.reduce(0, +) / 64
    let sines = (1...6).map { l in
      zip(points, values).reduce(0) { $0 + $1.1 * cos(2 * Double(l) * $1.0) } / 32
        / (2 * Double(l) * mean)
    }
    return (mean, sines)
  }

  /// The coefficient of sin 2lx has powers of ε as odd or even as l; the first omitted is the 7th
  /// or 8th, with a factor of at most `size`.
  private func expect(_ series: SineSeries, _ expected: [Double], _ ε: Double, size: Double) {
    let found = [series.c1, series.c2, series.c3, series.c4, series.c5, series.c6]
    for l in 1...6 {
      let bound = size * pow(ε, l % 2 == 0 ? 8 : 7) + 1e-16
      #expect(abs(found[l - 1] - expected[l - 1]) <= bound, "coefficient \(l)")
    }
  }

  @Test(arguments: parameters)
  func `the distance is the integral of the root`(parameter ε: Double) {
    let (factor, sines) = Self.expansion { Self.root(ε, $0) }
    #expect(abs(GeodesicSeries.distanceFactorLessOne(ε) - (factor - 1)) <= pow(ε, 8) + 4e-16)
    expect(GeodesicSeries.distance(ε), sines, ε, size: 0.1)
  }

  @Test(arguments: parameters)
  func `the reduced length is the integral of its reciprocal`(parameter ε: Double) {
    let (factor, sines) = Self.expansion { 1 / Self.root(ε, $0) }
    #expect(abs(GeodesicSeries.reducedLengthFactorLessOne(ε) - (factor - 1)) <= pow(ε, 8) + 4e-16)
    expect(GeodesicSeries.reducedLength(ε), sines, ε, size: 0.1)
  }

  /// σ = τ + Σ C′ sin 2lτ has C′ₗ = (1 / πl) ∫ cos 2lτ(σ) dσ, by parts.
  @Test(arguments: parameters)
  func `the arc is the distance reverted`(parameter ε: Double) {
    let sines = Self.expansion { Self.root(ε, $0) }.sines
    let expected = (1...6).map { l in
      (0..<64).reduce(0.0) { sum, point in
        let σ = Double(point) * .pi / 64
        let τ = sines.enumerated().reduce(σ) { $0 + $1.1 * sin(2 * Double($1.0 + 1) * σ) }
        return sum + cos(2 * Double(l) * τ)
      } / 64 / Double(l)
    }
    expect(GeodesicSeries.arc(ε), expected, ε, size: 4)
  }

  /// The longitude is of order 6 only with the flattening before it: one order less here.
  @Test(arguments: [(0.0, 0.01, 0.025), (0.0, 0.02, 0.025), (0.02, 0.02, 0.1), (0.02, 0.01, 0.1)])
  func `the longitude is the integral of equation 8`(
    thirdFlattening n: Double, parameter ε: Double, size: Double
  ) {
    let f = 2 * n / (1 + n)
    let (factor, sines) = Self.expansion { (2 - f) / (1 + (1 - f) * Self.root(ε, $0)) }
    let series = LongitudeSeries(thirdFlattening: n)
    let found = series.sines(ε)
    let bound = size * pow(max(n, ε), 6) + 2e-16
    #expect(abs(series.factor(ε) - factor) <= bound)
    #expect(abs(found.c1 - sines[0]) <= bound)
    #expect(abs(found.c2 - sines[1]) <= bound)
    #expect(abs(found.c3 - sines[2]) <= bound)
    #expect(abs(found.c4 - sines[3]) <= bound)
    #expect(abs(found.c5 - sines[4]) <= bound)
    #expect(found.c6 == 0)
  }

  @Test(arguments: [(0.3, 1e-9), (-1.2, 0.01), (2, 1.5), (0, 3.1)])
  func `differences of sines are what they say`(σ1: Double, arc: Double) {
    func both(_ x: Double) -> SineCosine { SineCosine(radians: x) }
    let differences = SineDifferences(sum: both(σ1 + (σ1 + arc)), arc: both(arc))
    let found = [
      differences.p1, differences.p2, differences.p3, differences.p4, differences.p5,
      differences.p6,
    ]
    for l in 1...6 {
      let expected = sin(2 * Double(l) * (σ1 + arc)) - sin(2 * Double(l) * σ1)
      #expect(abs(found[l - 1] - expected) <= 2e-14)
    }
  }
}
