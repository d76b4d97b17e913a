import Airspaces
import Claims
import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A sampled probability` {
  /// √(0.3·0.7/100) = 0.045 825 757; Wilson's interval of 30 in 100 is 0.218 949 to 0.395 849, and of
  /// 0 in 10 it is 0 to 0.277 533 (`statsmodels.stats.proportion.proportion_confint`, wilson).
  @Test func `has its error and its interval`() throws {
    let probability = SampledProbability(30, of: 100)
    #expect(probability.value == 0.3)
    #expect(abs((probability.standardError ?? 0) - 0.045_825_757) < 1e-9)
    let interval = try #require(probability.interval95)
    #expect(abs(interval.lowerBound - 0.218_949) < 1e-6)
    #expect(abs(interval.upperBound - 0.395_849) < 1e-6)
    let none = try #require(SampledProbability(0, of: 10).interval95)
    #expect(none.lowerBound == 0 && abs(none.upperBound - 0.277_533) < 1e-6)
    let all = try #require(SampledProbability(10, of: 10).interval95)
    #expect(all.upperBound == 1 && abs(all.lowerBound - (1 - 0.277_533)) < 1e-6)
  }

  @Test func `of no samples is none`() {
    let probability = SampledProbability(0, of: 0)
    #expect(probability.value == nil && probability.standardError == nil)
    #expect(probability.interval95 == nil)
  }
}

/// The flight of ``ExampleEvidence`` at eight speeds: 100 s inside at the told one.
@Suite struct `A summary of samples` {
  private static let reading = Claim.Reading(
    id: "time", meaning: nil, test: .durationInside(.atMost(Measure(50, .second))))

  /// Factors of speed 1, 2 … 8, and one that cannot be flown.
  private func judged() throws -> [JudgedVariation] {
    let resolved = try ExampleEvidence.replay().track
    var judge = VariationJudge(
      of: [Self.reading],
      on: VariationReplayer(
        TrackVariations(
          of: try VariableTrack(resolved), in: ExampleEvidence.scenario,
          borders: [BorderKey(airspace: "square", source: "map"): try World.border()]),
        borders: [:]),
      places: [:], borderDisplacement: .zero)
    return [1, 2, 3, 4, 5, 6, 7, 8, -1].map { factor in
      var variation = Variation()
      variation.set(.speedFactor, to: factor)
      return judge.judged(variation)
    }
  }

  /// 100 s over the factors, sorted: 12.5, 14.3, 16.7, 20, 25, 33.3, 50, 100 s.
  ///
  /// The fourth of eight is the median, the second the first quartile.
  @Test(arguments: [0, 1, 4, 8, 9])
  func `has probabilities and quantiles, however it is shared out`(cut: Int) throws {
    let judged = try judged()
    let empty = SampleSummary(readings: 1, entryOrigin: World.time(0))
    var parts = [empty, empty]
    for (index, sample) in judged.enumerated() {
      parts[index < cut ? 0 : 1].add(VariationRecord(of: sample, on: [Self.reading]))
    }
    var summary = parts[0]
    summary.add(parts[1])
    #expect(summary.count == 9 && summary.failed == 1)
    #expect(summary.inside == SampledProbability(8, of: 8))
    // 100 s are too long, 50 s, just at the limit, may be either by rounding.
    let supported = summary.probability(of: .supported, onReading: 0)
    #expect(supported.samples == 8 && (6...7).contains(supported.hits))
    let quantiles = try #require(summary.quantiles(of: .duration, at: [0, 0.25, 0.5, 1]))
    for (found, expected) in zip(quantiles, [12.5, 100 / 7.0, 20, 100]) {
      #expect(abs(found - expected) < 1e-5)
    }
    // Faster, the track enters at the same time: it keeps it.
    let entries = try #require(summary.quantiles(of: .entryTime, at: [0, 1]))
    #expect(entries.allSatisfy { abs($0 - 100) < 1e-5 })
    #expect(summary.count(of: .length) == 8)
  }
}
