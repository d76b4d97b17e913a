public import Quantities

/// What an aircraft can fly, limit by limit.
///
///     let envelope = try FlightEnvelope(
///       lowestCalibratedAirspeed: .knots(136), highestMach: 1.35, largestLoadFactor: 6.5)
///     track.flyability(within: envelope).answer
///
/// Every limit may be left out, and then is not judged. A value of this type is always valid: its
/// limits are finite, speeds and rates are zero or more, the load factor is 1 or more, and no
/// lowest speed is above its highest.
public struct FlightEnvelope: Hashable, Sendable {
  private let bounds: [Limit: Double]

  /// - Parameters:
  ///   - lowestCalibratedAirspeed: What an airspeed indicator shows, without its errors.
  ///   - highestCalibratedAirspeed: Likewise.
  ///   - lowestMach: The true airspeed over the speed of sound.
  ///   - highestMach: Likewise.
  ///   - largestLoadFactor: Lift over weight, 1 in level flight.
  ///   - largestClimbRate: Upwards.
  ///   - largestDescentRate: Downwards, without sign.
  ///   - ceiling: A pressure altitude.
  /// - Throws: ``FlightEnvelopeError``.
  public init(
    lowestCalibratedAirspeed: Speed? = nil, highestCalibratedAirspeed: Speed? = nil,
    lowestMach: Double? = nil, highestMach: Double? = nil, largestLoadFactor: Double? = nil,
    largestClimbRate: Speed? = nil, largestDescentRate: Speed? = nil, ceiling: Length? = nil
  ) throws(FlightEnvelopeError) {
    var bounds: [Limit: Double] = [:]
    bounds[.lowestCalibratedAirspeed] = lowestCalibratedAirspeed?.metersPerSecond
    bounds[.highestCalibratedAirspeed] = highestCalibratedAirspeed?.metersPerSecond
    bounds[.lowestMach] = lowestMach
    bounds[.highestMach] = highestMach
    bounds[.loadFactor] = largestLoadFactor
    bounds[.climbRate] = largestClimbRate?.metersPerSecond
    bounds[.descentRate] = largestDescentRate?.metersPerSecond
    bounds[.ceiling] = ceiling?.meters
    for limit in Limit.allCases {
      guard let bound = bounds[limit] else { continue }
      guard bound.isFinite, bound >= limit.least else {
        throw .outOfRange(limit, Measure(bound, limit.unit))
      }
    }
    for (low, high) in [
      (Limit.lowestCalibratedAirspeed, Limit.highestCalibratedAirspeed),
      (.lowestMach, .highestMach),
    ] {
      guard let lowest = bounds[low], let highest = bounds[high], lowest > highest else { continue }
      throw .lowestAboveHighest(low, high)
    }
    self.bounds = bounds
  }

  /// The limits that are stated, in the order of ``Limit``.
  public var limits: [Limit] { Limit.allCases.filter { bounds[$0] != nil } }

  /// The bound of a limit, if it is stated.
  public subscript(limit: Limit) -> Measure? {
    bounds[limit].map { Measure($0, limit.unit) }
  }
}

extension FlightEnvelope {
  /// What an envelope bounds.
  public enum Limit: String, CaseIterable, Hashable, Sendable {
    case lowestCalibratedAirspeed, highestCalibratedAirspeed
    case lowestMach, highestMach
    case loadFactor
    case climbRate, descentRate
    case ceiling

    /// The unit of the limit and of a margin to it: m/s, m, or one for Mach numbers and g.
    public var unit: MeasureUnit {
      switch self {
      case .lowestCalibratedAirspeed, .highestCalibratedAirspeed, .climbRate, .descentRate:
        .meterPerSecond
      case .lowestMach, .highestMach, .loadFactor: .one
      case .ceiling: .meter
      }
    }

    /// The least bound that says anything.
    fileprivate var least: Double {
      switch self {
      case .lowestCalibratedAirspeed, .highestCalibratedAirspeed, .lowestMach, .highestMach,
        .climbRate, .descentRate:
        0
      case .loadFactor: 1
      // Below the lowest land; what is lower is a mistake.
      case .ceiling: -500
      }
    }

    /// How far a value is inside of a bound; negative outside.
    func margin(of value: Double, to bound: Double) -> Double {
      switch self {
      case .lowestCalibratedAirspeed, .lowestMach: value - bound
      case .highestCalibratedAirspeed, .highestMach, .loadFactor, .climbRate, .descentRate,
        .ceiling:
        bound - value
      }
    }
  }
}

/// Why limits are no envelope.
public enum FlightEnvelopeError: Error, Hashable {
  case outOfRange(FlightEnvelope.Limit, Measure)
  case lowestAboveHighest(FlightEnvelope.Limit, FlightEnvelope.Limit)
}

extension FlightEnvelopeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .outOfRange(let limit, let bound):
      "the \(limit.rawValue) of an envelope cannot be \(bound.value)"
        + (bound.unit == .one ? "" : " \(bound.unit.rawValue)")
    case .lowestAboveHighest(let low, let high):
      "the \(low.rawValue) of an envelope is above its \(high.rawValue)"
    }
  }
}
