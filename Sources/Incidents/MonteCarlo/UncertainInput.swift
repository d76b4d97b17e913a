import Quantities

/// Something uncertain that is drawn independently of all else.
public enum UncertainInput: Hashable, Sendable {
  /// With all that is drawn for it: a bias north and east together, a scan period with its phase.
  case parameter(UncertainParameter)
  /// How far the border is moved, north and east together.
  case borderDisplacement
  /// Which of several border sources it is.
  case borderSource
}

extension SampleDraw.Key {
  /// What it is drawn for.
  var input: UncertainInput {
    switch self {
    case .positionNoise: .parameter(.positionNoise)
    case .biasNorth, .biasEast: .parameter(.positionBias)
    case .clock: .parameter(.clock)
    case .groundSpeed: .parameter(.groundSpeed)
    case .trackAngle: .parameter(.trackAngle)
    case .altitude: .parameter(.altitude)
    case .scanPeriod, .scanPhase: .parameter(.scanPeriod)
    case .borderSource: .borderSource
    case .displacementNorth, .displacementEast: .borderDisplacement
    }
  }
}

extension SampledTrack {
  /// What differs from sample to sample, in a fixed order.
  public var inputs: [UncertainInput] {
    UncertainParameter.allCases.filter { uncertainties.others[$0] != nil }.map { .parameter($0) }
      + (uncertainties.borderDisplacement > .zero ? [.borderDisplacement] : [])
      + (borderSources.count > 1 ? [.borderSource] : [])
  }

  /// The same track with one input uncertain, or none, and the others as they are told.
  ///
  /// Where several border sources are drawn, the one that is told is the scenario's default.
  public func varying(only input: UncertainInput?) -> SampledTrack {
    var alone = Uncertainties(borderDisplacement: .zero, sources: uncertainties.sources)
    var sources = borderSources.count > 1 ? [] : borderSources
    switch input {
    case .parameter(let parameter): alone.others[parameter] = uncertainties.others[parameter]
    case .borderDisplacement: alone.borderDisplacement = uncertainties.borderDisplacement
    case .borderSource: sources = borderSources
    case nil: break
    }
    return SampledTrack(variations, uncertainties: alone, borderSources: sources)
  }
}
