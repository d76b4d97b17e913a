import Formats
import Geodesy
import Quantities

/// How numbers look in tables: with stated decimals, and a typographic minus. What is shown as zero
/// has no sign.
extension Double {
  func figure(_ decimals: Int, signed: Bool = false) -> String {
    let text = fixed(decimals)
    if text.hasPrefix("-") { return "−" + text.dropFirst() }
    let isShownAsZero = !text.contains { "123456789".contains($0) }
    return signed && self > 0 && !isShownAsZero ? "+" + text : text
  }
}

extension Length {
  /// In kilometers with three decimals: to the meter.
  func kilometers(signed: Bool = false) -> String { kilometers.figure(3, signed: signed) + " km" }
}

extension TimeSpan {
  var inSeconds: String { seconds.figure(2) + " s" }
}

extension Speed {
  var inKilometersPerHour: String { kilometersPerHour.figure(0) + " km/h" }
}

extension GeodeticCoordinate {
  /// Latitude and longitude with five decimals: to the meter.
  var inDegrees: String {
    let (φ, λ) = (latitude.degrees, longitude.degrees)
    return "\(abs(φ).fixed(5))° \(φ < 0 ? "S" : "N") \(abs(λ).fixed(5))° \(λ < 0 ? "W" : "E")"
  }
}

extension Measure {
  /// The number with the decimals that its unit deserves, and the unit.
  func figure(signed: Bool = false) -> String {
    let number = value.figure(unit.decimals, signed: signed)
    return unit == .one ? number : "\(number) \(unit.rawValue)"
  }
}

extension MeasureUnit {
  /// To about a meter, a millisecond, a tenth of a kilometer per hour, a hundredth of the gravity.
  var decimals: Int {
    switch self {
    case .meter, .foot: 0
    case .kilometer, .statuteMile, .nauticalMile, .second, .minute, .hour: 3
    case .meterPerSecond, .degree, .meterPerSecondSquared, .standardGravity: 2
    case .kilometerPerHour, .knot, .milePerHour, .one: 1
    }
  }
}
