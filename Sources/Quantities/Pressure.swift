/// A pressure, stored in pascals.
public struct Pressure: Quantity {
  public let pascals: Double

  public var magnitude: Double { pascals }
  public init(magnitude: Double) { pascals = magnitude }
}

extension Pressure {
  public static func pascals(_ value: Double) -> Pressure { Pressure(magnitude: value) }
  public static func hectopascals(_ value: Double) -> Pressure { .pascals(value * 100) }

  public var hectopascals: Double { pascals / 100 }
}
