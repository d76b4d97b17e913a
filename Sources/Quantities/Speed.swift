/// A speed, stored in meters per second.
public struct Speed: Quantity {
  public let metersPerSecond: Double

  public var magnitude: Double { metersPerSecond }
  public init(magnitude: Double) { metersPerSecond = magnitude }
}

extension Speed {
  public static func metersPerSecond(_ value: Double) -> Speed { Speed(magnitude: value) }
  public static func kilometersPerHour(_ value: Double) -> Speed { .metersPerSecond(value / 3.6) }

  /// One knot is one nautical mile per hour, 1852/3600 m/s exactly.
  public static func knots(_ value: Double) -> Speed { .metersPerSecond(value * 1852 / 3600) }

  public var kilometersPerHour: Double { metersPerSecond * 3.6 }
  public var knots: Double { metersPerSecond * 3600 / 1852 }
}

extension Length {
  /// The speed that covers this length in `span`.
  public static func / (length: Length, span: TimeSpan) -> Speed {
    .metersPerSecond(length.meters / span.seconds)
  }

  /// The time that this length takes at `speed`.
  public static func / (length: Length, speed: Speed) -> TimeSpan {
    .seconds(length.meters / speed.metersPerSecond)
  }
}

extension Speed {
  /// The length covered in `span`.
  public static func * (speed: Speed, span: TimeSpan) -> Length {
    .meters(speed.metersPerSecond * span.seconds)
  }
}
