public import Quantities

/// Why a flight plan is none, or cannot be flown.
///
/// Waypoints are counted from 0 here, and from 1 in the sentences.
public enum FlightPlanError: Error, Hashable {
  case tooFewWaypoints(count: Int)
  /// The waypoint lies where the one before it does.
  case coincidentWaypoints(at: Int)
  case airspeedNotPositive(Speed)
  case accelerationNotPositive(Acceleration, at: Int)
  case verticalRateNotPositive(Speed, at: Int)
  case altitudeNotFinite(at: Int)
  /// The altitude is not counted from what the plan's is, or the plan has none.
  case altitudeReferenceDiffers(at: Int)
  case windTooStrong(wind: Speed, airspeed: Speed)
  /// A leg is too short for a turn: what the turn takes of it, and what there is for it.
  ///
  /// A fly-by turn straight back needs an infinite leg.
  case turnTooTight(at: Int, needed: Length, available: Length)
  /// The leg after the waypoint is too short for the change of speed.
  case speedChangeTooLong(at: Int, needed: Length, available: Length)
  /// The leg after the waypoint is too short for the climb or descent.
  case altitudeChangeTooLong(at: Int, needed: Length, available: Length)
  /// A time outside the years of `Instant`, or two that it cannot tell apart.
  case beyondRange
}

extension FlightPlanError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFewWaypoints(let count): "a flight plan needs two waypoints or more, not \(count)"
    case .coincidentWaypoints(let index):
      "waypoint \(index + 1) lies where the waypoint before it does"
    case .airspeedNotPositive(let speed):
      "a flight plan needs finite airspeeds above zero, not \(speed.metersPerSecond) m/s"
    case .accelerationNotPositive(let acceleration, let index):
      "the change of speed at waypoint \(index + 1) needs a finite acceleration above zero, not "
        + "\(acceleration.metersPerSecondSquared) m/s²"
    case .verticalRateNotPositive(let rate, let index):
      "the change of altitude at waypoint \(index + 1) needs a finite rate above zero, not "
        + "\(rate.metersPerSecond) m/s"
    case .altitudeNotFinite(let index):
      "the altitude at waypoint \(index + 1) is not a finite number"
    case .altitudeReferenceDiffers(let index):
      "the altitude at waypoint \(index + 1) must be counted from what the plan's first altitude is"
    case .windTooStrong(let wind, let airspeed):
      "a wind of \(wind.metersPerSecond) m/s is too strong to hold every track at an airspeed of "
        + "\(airspeed.metersPerSecond) m/s"
    case .turnTooTight(let index, let needed, let available):
      "the turn at waypoint \(index + 1) takes \(needed.rounded) of a leg with "
        + "\(available.rounded) for it"
    case .speedChangeTooLong(let index, let needed, let available):
      "the change of speed at waypoint \(index + 1) takes \(needed.rounded) of a leg with "
        + "\(available.rounded) for it"
    case .altitudeChangeTooLong(let index, let needed, let available):
      "the change of altitude at waypoint \(index + 1) takes \(needed.rounded) of a leg with "
        + "\(available.rounded) for it"
    case .beyondRange:
      "a flight must stay within the years 1678 to 2261, and take a nanosecond for every leg"
    }
  }
}

extension Length {
  /// The length in whole meters, as a sentence has it.
  fileprivate var rounded: String {
    guard let whole = Int64(exactly: meters.rounded()) else { return "endlessly much" }
    return "\(whole) m"
  }
}
