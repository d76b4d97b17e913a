public import Quantities

/// A mass over its drag area, m/(C_D·A), stored in kilograms per square meter.
///
/// The heavier and the slimmer a body, the larger: some 0.1 kg/m² for a sheet of paper falling
/// flat, 100 for a man, thousands for an aircraft nose first.
public struct BallisticCoefficient: Quantity {
  public let kilogramsPerSquareMeter: Double

  public var magnitude: Double { kilogramsPerSquareMeter }
  public init(magnitude: Double) { kilogramsPerSquareMeter = magnitude }
}

extension BallisticCoefficient {
  public static func kilogramsPerSquareMeter(_ value: Double) -> BallisticCoefficient {
    BallisticCoefficient(magnitude: value)
  }
}
