/// A distance or height, stored in meters.
public struct Length: Quantity {
  public let meters: Double

  public var magnitude: Double { meters }
  public init(magnitude: Double) { meters = magnitude }
}

extension Length {
  public static func meters(_ value: Double) -> Length { Length(magnitude: value) }
  public static func kilometers(_ value: Double) -> Length { .meters(value * 1000) }

  /// One foot is 0.3048 m exactly (international yard and pound agreement, 1959).
  public static func feet(_ value: Double) -> Length { .meters(value * 0.3048) }

  /// One statute mile is 5280 feet, 1609.344 m exactly.
  public static func statuteMiles(_ value: Double) -> Length { .meters(value * 1609.344) }

  /// One nautical mile is 1852 m exactly (Hydrographic Conference, Monaco, 1929).
  public static func nauticalMiles(_ value: Double) -> Length { .meters(value * 1852) }

  public var kilometers: Double { meters / 1000 }
  public var feet: Double { meters / 0.3048 }
  public var statuteMiles: Double { meters / 1609.344 }
  public var nauticalMiles: Double { meters / 1852 }
}
