/// A mass density, stored in kilograms per cubic meter.
public struct Density: Quantity {
  public let kilogramsPerCubicMeter: Double

  public var magnitude: Double { kilogramsPerCubicMeter }
  public init(magnitude: Double) { kilogramsPerCubicMeter = magnitude }
}

extension Density {
  public static func kilogramsPerCubicMeter(_ value: Double) -> Density {
    Density(magnitude: value)
  }
}
