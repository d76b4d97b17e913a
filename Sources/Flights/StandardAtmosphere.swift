public import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The air of the standard atmosphere of 1976 at one altitude.
///
/// Up to 32 km it is the International Standard Atmosphere too. It is what altimeters and airspeed
/// indicators are graduated by, not what the weather was.
///
/// - Source: NOAA, NASA, USAF, *U.S. Standard Atmosphere, 1976*, NOAA-S/T 76-1562, table 4 for the
///   layers, equations 33a and 33b for the pressure, 42 for the density and 50 for the speed of sound;
///   ISO 2533:1975 up to 32 km.
public struct StandardAtmosphere: Hashable, Sendable {
  /// The geopotential altitude.
  public let altitude: Length
  public let temperature: Temperature
  public let pressure: Pressure

  /// The air at a geopotential altitude, which is what a pressure altitude is; nothing where the
  /// standard has no layers of this kind.
  ///
  /// - Parameter altitude: −5 to 84.852 km.
  /// - Accuracy: The rounding of doubles; the standard's own tables have five digits or more.
  public init?(altitude: Length) {
    let layers = Layer.all
    guard (-5000...84_852).contains(altitude.meters) else { return nil }
    var layer = layers[0]
    for next in layers where altitude >= next.base { layer = next }
    self.init(altitude, in: layer)
  }

  fileprivate init(_ altitude: Length, in layer: Layer) {
    self.altitude = altitude
    let above = (altitude - layer.base).meters
    let kelvins = layer.temperature + layer.lapse * above
    let ratio =
      layer.lapse == 0
      ? exp(-Self.perMeter * above / layer.temperature)
      : pow(layer.temperature / kelvins, Self.perMeter / layer.lapse)
    temperature = .kelvins(kelvins)
    pressure = .pascals(layer.pressure * ratio)
  }
}

extension StandardAtmosphere {
  /// The gas constant of dry air, R*/M₀ with R* = 8314.32 J/(kmol K) and M₀ = 28.9644 kg/kmol, in
  /// J/(kg K).
  static let gasConstant = 8314.32 / 28.9644
  /// The ratio of specific heats of air.
  static let heatRatio = 1.4
  /// g₀M₀/R*, in kelvins a meter.
  private static let perMeter =
    Acceleration.standardGravity.metersPerSecondSquared / gasConstant

  /// The air at sea level: 15 °C and 1013.25 hPa.
  public static let seaLevel = StandardAtmosphere(.zero, in: .seaLevel)

  /// The mass density, p/RT.
  public var density: Density {
    .kilogramsPerCubicMeter(pressure.pascals / (Self.gasConstant * temperature.kelvins))
  }

  /// The speed of sound, √(γRT).
  public var speedOfSound: Speed {
    .metersPerSecond((Self.heatRatio * Self.gasConstant * temperature.kelvins).squareRoot())
  }

  /// The geopotential altitude of a height above mean sea level: `r₀z/(r₀ + z)`.
  ///
  /// - Parameter height: The geometric height, above −r₀.
  /// - Returns: 30 m less than 14 km, and the less below.
  /// - Source: *U.S. Standard Atmosphere, 1976*, equation 18, with r₀ = 6356.766 km.
  public static func geopotentialAltitude(ofHeight height: Length) -> Length {
    let radius = 6_356_766.0
    return .meters(radius * height.meters / (radius + height.meters))
  }
}

/// A layer in which temperature changes linearly with altitude.
private struct Layer {
  let base: Length
  /// In kelvins, and kelvins a meter upwards.
  let temperature: Double
  let lapse: Double
  /// In pascals, at the base.
  let pressure: Double

  static let seaLevel = Layer(
    base: .zero, temperature: 288.15, lapse: -0.0065, pressure: 101_325)

  /// The seven layers, each with the pressure at the top of the last.
  static let all: [Layer] = {
    var layers = [seaLevel]
    let above: [(kilometers: Double, lapse: Double)] = [
      (11, 0), (20, 0.001), (32, 0.0028), (47, 0), (51, -0.0028), (71, -0.002),
    ]
    for (kilometers, lapse) in above {
      let base = StandardAtmosphere(.kilometers(kilometers), in: layers[layers.count - 1])
      layers.append(
        Layer(
          base: base.altitude, temperature: base.temperature.kelvins, lapse: lapse,
          pressure: base.pressure.pascals))
    }
    return layers
  }()
}
