import Airspaces
import Geodesy
import Quantities
import TestSupport
import Testing

@testable import Incidents

private typealias World = ExampleSquare

/// The path of the example world with everything uncertain.
private func design(seed: UInt64) throws -> SensitivityDesign {
  var example = ExampleScenario()
  example.altitude = Altitude(.meters(6000), .msl)
  let others: [UncertainParameter: Distribution] = [
    .positionNoise: .normal(standardDeviation: 20), .positionBias: .normal(standardDeviation: 100),
    .clock: .uniform(0, 20), .groundSpeed: .normal(standardDeviation: 2),
    .trackAngle: .normal(standardDeviation: 1), .altitude: .uniform(-50, 50),
    .scanPeriod: .uniform(4, 12),
  ]
  return SensitivityDesign(
    SampledTrack(
      TrackVariations(
        of: try VariableTrack(try example.resolve()), in: try example.scenario,
        borders: example.borders),
      uncertainties: Uncertainties(
        borderDisplacement: .meters(50), sources: [],
        others: others.mapValues { Uncertainty($0, sources: []) }),
      borderSources: ["a", "b", "c"]),
    seed: seed)
}

extension Sample {
  /// What was drawn for an input, as text; of the noise, what a still aircraft would be seen at.
  fileprivate func drawn(for input: UncertainInput) throws -> String {
    let change = variation.change
    switch input {
    case .parameter(.positionNoise):
      var numbers = draw.stream(.positionNoise)
      return "\(numbers.next())"
    case .parameter(.positionBias): return "\(change.north) \(change.east)"
    case .parameter(.clock): return "\(change.delay)"
    case .parameter(.groundSpeed): return "\(change.groundSpeed)"
    case .parameter(.trackAngle): return "\(change.rotation)"
    case .parameter(.altitude): return "\(change.altitude ?? .zero)"
    case .parameter(.scanPeriod): return scan.map { "\($0.period) \($0.first)" } ?? "none"
    case .borderDisplacement: return "\(variation.borderChange)"
    case .borderSource: return variation.border ?? "none"
    }
  }
}

@Suite struct `The runs that show what moves a result` {
  @Test(arguments: [UInt64(1), 2, 3])
  func `exchange one input with all that is drawn for it, and nothing else`(seed: UInt64) throws {
    let design = try design(seed: seed)
    #expect(design.inputs.count == 9 && design.runs == 20)
    for number in 0..<10 {
      let runs = (0..<design.runs).map { design.sample(number * design.runs + $0) }
      #expect(runs[0] == design.track.sample(SampleDraw(seed: seed, sample: number)))
      for (index, input) in design.inputs.enumerated() {
        let mixed = runs[2 + index]
        for other in design.inputs {
          let from = other == input ? runs[1] : runs[0]
          #expect(try mixed.drawn(for: other) == from.drawn(for: other))
        }
        if input != .borderSource {
          #expect(try mixed.drawn(for: input) != runs[0].drawn(for: input))
        }
      }
    }
  }

  @Test func `draw one input alone as the first run does, and leave the others as told`() throws {
    let design = try design(seed: 5)
    let (told, first) = (design.told, design.sample(0))
    #expect(told.variation == Variation() && told.scan == nil && told.noise == .zero)
    for (index, input) in design.inputs.enumerated() {
      let alone = design.sample(2 + design.inputs.count + index)
      for other in design.inputs where other != .parameter(.positionNoise) {
        let from = other == input ? first : told
        #expect(try alone.drawn(for: other) == from.drawn(for: other))
      }
      #expect(alone.noise == (input == .parameter(.positionNoise) ? .meters(20) : .zero))
    }
  }

  /// Neighbouring seeds must not share runs, nor a seed its second.
  @Test func `have second runs that nothing else draws`() {
    let draws = (0..<50).map { SampleDraw(seed: UInt64($0), sample: 0) }
    let numbers = (draws + draws.map(\.second)).map { draw -> UInt64 in
      var stream = draw.stream(.clock)
      return stream.next()
    }
    #expect(Set(numbers).count == 100)
  }
}
