/// A unit as the scenario files and the sources write it.
///
/// The raw value is the one spelling that is read and written: `mi` is always the statute
/// mile, `NM` always the nautical mile.
public enum MeasureUnit: String, CaseIterable, Hashable, Sendable {
  case meter = "m"
  case kilometer = "km"
  case foot = "ft"
  case statuteMile = "mi"
  case nauticalMile = "NM"
  case second = "s"
  case minute = "min"
  case hour = "h"
  case meterPerSecond = "m/s"
  case kilometerPerHour = "km/h"
  case knot = "kt"
  case milePerHour = "mph"
  case degree = "deg"
  case meterPerSecondSquared = "m/s2"
  /// The standard acceleration of free fall.
  case standardGravity = "g"
  /// A count, such as a number of warnings: it has no unit to write.
  case one = ""
}

extension MeasureUnit {
  /// What a unit measures.
  public enum Kind: String, Hashable, Sendable {
    case length, time, speed, angle, acceleration, count
  }

  public var kind: Kind {
    switch self {
    case .meter, .kilometer, .foot, .statuteMile, .nauticalMile: .length
    case .second, .minute, .hour: .time
    case .meterPerSecond, .kilometerPerHour, .knot, .milePerHour: .speed
    case .degree: .angle
    case .meterPerSecondSquared, .standardGravity: .acceleration
    case .one: .count
    }
  }

  /// One of this unit in meters, seconds, meters per second, degrees, meters per second squared or one.
  ///
  /// All factors are exact by definition: the foot of 1959 (0.3048 m), the statute mile
  /// of 5280 feet, the nautical mile of 1929 (1852 m), the standard gravity of 1901.
  public var factor: Double {
    switch self {
    case .meter, .second, .meterPerSecond, .degree, .meterPerSecondSquared, .one: 1
    case .kilometer: 1000
    case .foot: 0.3048
    case .statuteMile: 1609.344
    case .nauticalMile: 1852
    case .minute: 60
    case .hour: 3600
    case .kilometerPerHour: 1 / 3.6
    case .knot: 1852.0 / 3600
    case .milePerHour: 1609.344 / 3600
    case .standardGravity: Acceleration.standardGravity.metersPerSecondSquared
    }
  }
}
