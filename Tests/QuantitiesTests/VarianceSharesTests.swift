import Quantities
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A function of some independent numbers, and what it gives in pairs of runs.
private struct Model: Sendable {
  let inputs: Int
  /// Of numbers that are equally likely within 0…1.
  let value: @Sendable ([Double]) -> Double

  /// The shares of each input from so many pairs of runs.
  func shares(_ count: Int, seed: UInt64) -> [VarianceShares?] {
    var random = RandomStream(seed: seed)
    func draw() -> [[Double]] {
      (0..<count).map { _ in (0..<inputs).map { _ in Double.random(in: 0..<1, using: &random) } }
    }
    let (a, b) = (draw(), draw())
    return (0..<inputs).map { input in
      let mixed = zip(a, b).map { a, b in
        var run = a
        run[input] = b[input]
        return run
      }
      return VarianceShares(
        first: a.map(value), second: b.map(value), mixed: mixed.map(value))
    }
  }
}

/// sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁, each x within −π…π.
///
/// - Source: T. Ishigami, T. Homma, "An importance quantification technique in uncertainty analysis
///   for computer models", ISUMA (1990).
private let ishigami = Model(inputs: 3) { numbers in
  let x = numbers.map { (2 * $0 - 1) * Double.pi }
  let third = x[2] * x[2] * x[2] * x[2]
  return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * third * sin(x[0])
}

/// By V₁ = (1 + bπ⁴/5)²/2, V₂ = a²/8 and V₁₃ = 8b²π⁸/225, over their sum, with a = 7 and b = 0.1.
private let ofIshigami: [(first: Double, total: Double)] = [
  (0.313_905, 0.557_589), (0.442_411, 0.442_411), (0, 0.243_684),
]

@Suite struct `Shares of the variance` {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `are those of Ishigami's function, within four errors`(seed: UInt64) throws {
    for (found, exact) in zip(ishigami.shares(4000, seed: seed), ofIshigami) {
      let shares = try #require(found)
      #expect(abs(shares.firstOrder.value - exact.first) < 4 * shares.firstOrder.standardError)
      #expect(abs(shares.total.value - exact.total) < 4 * shares.total.standardError)
      // √(1/4000) is 0.016: the errors are of that size.
      #expect((0.005..<0.05).contains(shares.firstOrder.standardError))
      #expect((0.005..<0.05).contains(shares.total.standardError))
    }
  }

  /// The spread of 200 estimates is their error within 15 %: three deviations of such a spread.
  @Test func `have the errors that many runs show`() throws {
    let runs = (0..<200).map { ishigami.shares(300, seed: 1000 + UInt64($0)) }
    for input in 0..<3 {
      let shares: [VarianceShares] = try runs.map { try #require($0[input]) }
      for estimates in [shares.map(\.firstOrder), shares.map(\.total)] {
        let spread = try #require(Spread(of: estimates.map(\.value)))
        let told = try #require(Spread(of: estimates.map(\.standardError)))
        #expect(abs(told.mean / spread.standardDeviation - 1) < 0.15)
      }
    }
  }

  /// A sum of independent numbers times 1, 2, 3 and 0: the squares share the variance, 1 : 4 : 9 : 0.
  ///
  /// The large constant would drown the first order if values were not counted from their mean.
  @Test(arguments: [UInt64(1), 2, 3])
  func `of a sum go by squares, the first order as the total`(seed: UInt64) throws {
    let sum = Model(inputs: 4) { 1000 + $0[0] + 2 * $0[1] + 3 * $0[2] }
    let shares: [VarianceShares] = try sum.shares(4000, seed: seed).map { try #require($0) }
    let squares = [1.0 / 14, 4.0 / 14, 9.0 / 14, 0]
    for (share, exact) in zip(shares, squares) {
      #expect(abs(share.firstOrder.value - exact) <= 4 * share.firstOrder.standardError)
      #expect(abs(share.total.value - exact) <= 4 * share.total.standardError)
    }
    #expect(shares[3].firstOrder.value == 0 && shares[3].total.value == 0)
    #expect(shares[3].total.standardError == 0)
  }

  /// Of the product of two signs neither decides anything alone, and both do everything together.
  @Test func `of a product of signs are all in the interaction`() throws {
    let product = Model(inputs: 2) { ($0[0] < 0.5) == ($0[1] < 0.5) ? 1 : 0 }
    for found in product.shares(4000, seed: 6) {
      let shares = try #require(found)
      #expect(abs(shares.firstOrder.value) < 4 * shares.firstOrder.standardError)
      #expect(abs(shares.total.value - 1) < 4 * shares.total.standardError)
    }
  }

  @Test func `are none where nothing varies, or too little was run`() {
    let constant = [Double](repeating: 3, count: 9)
    #expect(VarianceShares(first: constant, second: constant, mixed: constant) == nil)
    #expect(VarianceShares(first: [1], second: [2], mixed: [2]) == nil)
    #expect(VarianceShares(first: [], second: [], mixed: []) == nil)
  }
}

@Suite struct `A spread` {
  /// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32, √(32/7) = 2.138 090.
  @Test func `has a mean, a deviation and the mean's error`() throws {
    let spread = try #require(Spread(of: [2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(spread.count == 8 && spread.mean == 5)
    #expect(abs(spread.standardDeviation - 2.138_090) < 1e-6)
    #expect(abs(spread.standardError - 0.755_929) < 1e-6)
    #expect(Spread(of: [7])?.standardDeviation == 0)
    #expect(Spread(of: []) == nil)
  }
}
