import Geodesy
import Quantities

/// A leg as it is flown through the air: what is held against an envelope.
///
/// Moments are told as shares of the leg's time, 0…1.
struct AirborneLeg {
  private let leg: TrackLeg
  private let wind: PlaneVector
  private let groundSpeed: Double
  private let length: Double

  init(_ leg: TrackLeg, wind: Wind) {
    (self.leg, self.wind) = (leg, wind.velocity)
    (groundSpeed, length) = (leg.groundSpeed.metersPerSecond, leg.length.meters)
  }

  func time(at share: Double) -> Instant {
    leg.start.time.advanced(by: leg.duration * share)
  }

  /// The motion over the ground less that of the air.
  func airVelocity(at share: Double) -> PlaneVector {
    guard groundSpeed > 0 else { return -wind }
    return track(at: share) * groundSpeed - wind
  }

  private func track(at share: Double) -> PlaneVector {
    PlaneVector(azimuth: leg.path.azimuth(at: .meters(length * share)))
  }

  private func airspeed(at share: Double) -> Speed {
    let level = airVelocity(at: share)
    let up = leg.verticalSpeed?.metersPerSecond ?? 0
    return .metersPerSecond((level.along(level) + up * up).squareRoot())
  }

  /// The geopotential altitude, where the references tell it.
  private func altitude(at share: Double) -> Length? {
    guard let low = leg.start.altitude, let high = leg.end.altitude else { return nil }
    return StandardAtmosphere.geopotentialAltitude(
      of: Altitude(low.height + (high.height - low.height) * share, low.reference))
  }
}

extension AirborneLeg {
  /// Why a limit cannot be judged on some or all of the leg.
  func gap(of limit: FlightEnvelope.Limit) -> Flyability.Gap? {
    switch limit {
    case .loadFactor: return nil
    case .climbRate, .descentRate:
      guard let reference = reference else { return .noAltitude }
      switch reference {
      // A rate does not ask for the height of the sea; over the ground, it asks for the ground's.
      case .pressure, .msl, .ellipsoid: return nil
      case .agl, .unknown: return .reference(reference)
      }
    case .ceiling:
      guard let reference = reference else { return .noAltitude }
      return altitude(at: 0) == nil ? .reference(reference) : nil
    case .lowestCalibratedAirspeed, .highestCalibratedAirspeed, .lowestMach, .highestMach:
      guard let reference = reference else { return .noAltitude }
      guard let start = altitude(at: 0), let end = altitude(at: 1) else {
        return .reference(reference)
      }
      let isWithin = [start, end].allSatisfy { StandardAtmosphere(altitude: $0) != nil }
      return isWithin ? nil : .beyondAtmosphere
    }
  }

  private var reference: Altitude.Reference? {
    leg.end.altitude == nil ? nil : leg.start.altitude?.reference
  }

  /// What a limit bounds, in the limit's unit; for a leg without a ``gap(of:)``.
  func value(of limit: FlightEnvelope.Limit, at share: Double) -> Double? {
    switch limit {
    // On a geodesic nothing turns; what turns is at the corners.
    case .loadFactor: return 1
    case .climbRate: return leg.verticalSpeed?.metersPerSecond
    case .descentRate: return (leg.verticalSpeed?.metersPerSecond).map { -$0 }
    case .ceiling: return altitude(at: share)?.meters
    case .lowestCalibratedAirspeed, .highestCalibratedAirspeed:
      return air(at: share).map {
        Airspeed(true: airspeed(at: share), in: $0).calibrated.metersPerSecond
      }
    case .lowestMach, .highestMach:
      return air(at: share).map { Airspeed(true: airspeed(at: share), in: $0).mach }
    }
  }

  private func air(at share: Double) -> StandardAtmosphere? {
    altitude(at: share).flatMap { StandardAtmosphere(altitude: $0) }
  }
}

extension AirborneLeg {
  /// Shares between which every value rises or falls all the way, 0 and 1 among them.
  ///
  /// At one airspeed calibrated airspeed falls with altitude, and the Mach number rises or falls
  /// within a layer. In a wind the airspeed changes with the direction of the leg, which turns one
  /// way on either side of the equator, and is least or greatest along the wind. Only where
  /// altitude and airspeed change both may a value turn back in between: see ``isMixed``.
  var stations: [Double] {
    var stations = [0.0, 1]
    if let low = altitude(at: 0), let high = altitude(at: 1), low != high {
      for base in StandardAtmosphere.layerBases {
        stations += root { (altitude(at: $0) ?? base).meters - base.meters }
      }
    }
    guard wind != .zero, groundSpeed > 0 else { return stations.sorted() }
    let equator = root { leg.path.position(meters: length * $0).latitude }
    for (low, high) in zip([0] + equator, equator + [1]) {
      stations += equator + root(from: low, to: high) { wind.rightOf(track(at: $0)) }
    }
    return stations.sorted()
  }

  /// Whether altitude and airspeed may both change.
  var isMixed: Bool { wind != .zero && leg.start.altitude?.height != leg.end.altitude?.height }

  /// Where a function that rises or falls all the way is zero, if that is within.
  private func root(
    from low: Double = 0, to high: Double = 1, of value: (Double) -> Double
  ) -> [Double] {
    let start = value(low)
    guard start * value(high) < 0 else { return [] }
    return [bisection(from: low, to: high) { value($0) * start > 0 }]
  }
}

/// The first number of which something does not hold that holds of all before.
func bisection(from low: Double, to high: Double, while holds: (Double) -> Bool) -> Double {
  var (low, high) = (low, high)
  while true {
    let middle = (low + high) / 2
    guard middle > low, middle < high else { return high }
    if holds(middle) { low = middle } else { high = middle }
  }
}
