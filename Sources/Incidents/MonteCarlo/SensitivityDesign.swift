/// The samples that show which input moves a result most.
///
/// For each of *n* numbers there are 2*k* + 2 runs, where *k* is how many inputs there are: two that
/// are drawn independently; the first of them with one input from the second, for each input; and the
/// track as it is told with one input as the first has it, for each input.
public struct SensitivityDesign: Sendable {
  public let track: SampledTrack
  public let inputs: [UncertainInput]
  public let seed: UInt64
  private let alone: [SampledTrack]

  /// What a run is.
  public enum Run: Hashable, Sendable {
    case first, second
    /// The first with the input of this index from the second.
    case mixed(Int)
    /// The track as told, with the input of this index as the first has it.
    case alone(Int)
  }

  /// - Parameters:
  ///   - track: What is drawn from.
  ///   - seed: What it is drawn by; the first runs are the samples of this seed.
  public init(_ track: SampledTrack, seed: UInt64) {
    (self.track, self.seed) = (track, seed)
    inputs = track.inputs
    alone = inputs.map { track.varying(only: $0) }
  }
}

extension SensitivityDesign {
  /// How many runs each number has.
  public var runs: Int { 2 * inputs.count + 2 }

  /// What a run is, by its place among those of its number.
  public func run(_ index: Int) -> Run {
    switch index {
    case 0: .first
    case 1: .second
    case ..<(2 + inputs.count): .mixed(index - 2)
    default: .alone(index - 2 - inputs.count)
    }
  }

  /// A sample; all runs of a number stand together, counted from 0.
  public func sample(_ index: Int) -> Sample {
    let draw = SampleDraw(seed: seed, sample: index / runs)
    switch run(index % runs) {
    case .first: return track.sample(draw)
    case .second: return track.sample(draw.second)
    case .mixed(let input): return track.sample(draw.exchanging(inputs[input]))
    case .alone(let input): return alone[input].sample(draw)
    }
  }

  /// The track as it is told, nothing drawn.
  public var told: Sample { track.varying(only: nil).sample(SampleDraw(seed: seed, sample: 0)) }
}
