/// A thermodynamic temperature, stored in kelvins.
public struct Temperature: Quantity {
  public let kelvins: Double

  public var magnitude: Double { kelvins }
  public init(magnitude: Double) { kelvins = magnitude }
}

extension Temperature {
  public static func kelvins(_ value: Double) -> Temperature { Temperature(magnitude: value) }

  /// Zero degrees Celsius are 273.15 K exactly.
  public static func degreesCelsius(_ value: Double) -> Temperature { .kelvins(value + 273.15) }

  public var degreesCelsius: Double { kelvins - 273.15 }
}
