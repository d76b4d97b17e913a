/// A rate of turn, stored in degrees per second.
public struct AngularRate: Quantity {
  public let degreesPerSecond: Double

  public var magnitude: Double { degreesPerSecond }
  public init(magnitude: Double) { degreesPerSecond = magnitude }
}

extension AngularRate {
  public static func degreesPerSecond(_ value: Double) -> AngularRate {
    AngularRate(magnitude: value)
  }

  public static func radiansPerSecond(_ value: Double) -> AngularRate {
    .degreesPerSecond(value * (180 / .pi))
  }

  public var radiansPerSecond: Double { degreesPerSecond * (.pi / 180) }
}

extension Angle {
  /// The rate that turns through this angle in `span`.
  public static func / (angle: Angle, span: TimeSpan) -> AngularRate {
    .degreesPerSecond(angle.degrees / span.seconds)
  }

  /// The time that a turn through this angle takes at `rate`.
  public static func / (angle: Angle, rate: AngularRate) -> TimeSpan {
    .seconds(angle.degrees / rate.degreesPerSecond)
  }
}

extension AngularRate {
  /// The angle turned through in `span`.
  public static func * (rate: AngularRate, span: TimeSpan) -> Angle {
    .degrees(rate.degreesPerSecond * span.seconds)
  }
}
