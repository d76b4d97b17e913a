/// An acceleration, stored in meters per second squared.
public struct Acceleration: Quantity {
  public let metersPerSecondSquared: Double

  public var magnitude: Double { metersPerSecondSquared }
  public init(magnitude: Double) { metersPerSecondSquared = magnitude }
}

extension Acceleration {
  public static func metersPerSecondSquared(_ value: Double) -> Acceleration {
    Acceleration(magnitude: value)
  }

  /// So many times the standard acceleration of free fall, "g".
  public static func standardGravities(_ value: Double) -> Acceleration { value * standardGravity }

  /// The standard acceleration of free fall, 9.80665 m/s² exactly.
  ///
  /// - Source: 3rd General Conference on Weights and Measures (1901), resolution 2.
  public static let standardGravity = Acceleration.metersPerSecondSquared(9.806_65)

  public var standardGravities: Double { self / .standardGravity }
}

extension Speed {
  /// The acceleration that reaches this speed from rest in `span`.
  public static func / (speed: Speed, span: TimeSpan) -> Acceleration {
    .metersPerSecondSquared(speed.metersPerSecond / span.seconds)
  }

  /// The time in which `acceleration` reaches this speed from rest.
  public static func / (speed: Speed, acceleration: Acceleration) -> TimeSpan {
    .seconds(speed.metersPerSecond / acceleration.metersPerSecondSquared)
  }
}

extension Acceleration {
  /// The speed reached from rest in `span`.
  public static func * (acceleration: Acceleration, span: TimeSpan) -> Speed {
    .metersPerSecond(acceleration.metersPerSecondSquared * span.seconds)
  }
}
