public import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A speed through the air, with every way of telling it.
///
///     let air = StandardAtmosphere(altitude: .feet(19_000))
///     air.map { Airspeed(mach: 0.9, in: $0).calibrated.knots }
///
/// An envelope is written in calibrated airspeed (CAS) low down and as a Mach number high up, since
/// these are what an airframe feels; a track tells ground speed, which without wind is the true
/// airspeed (TAS).
public struct Airspeed: Hashable, Sendable {
  /// True airspeed: how fast the air is passed through.
  public let trueAirspeed: Speed
  public let air: StandardAtmosphere

  /// - Parameters:
  ///   - trueAirspeed: Without sign.
  ///   - air: What is flown through.
  public init(true trueAirspeed: Speed, in air: StandardAtmosphere) {
    (self.trueAirspeed, self.air) = (trueAirspeed, air)
  }

  /// - Parameters:
  ///   - mach: The true airspeed over the speed of sound.
  ///   - air: What is flown through.
  public init(mach: Double, in air: StandardAtmosphere) {
    self.init(true: air.speedOfSound * mach, in: air)
  }

  /// - Parameters:
  ///   - equivalent: The speed that has the same dynamic pressure at sea level.
  ///   - air: What is flown through.
  public init(equivalent: Speed, in air: StandardAtmosphere) {
    self.init(
      true: equivalent / (air.density / StandardAtmosphere.seaLevel.density).squareRoot(), in: air)
  }

  /// - Parameters:
  ///   - calibrated: What an airspeed indicator without errors shows.
  ///   - air: What is flown through.
  public init(calibrated: Speed, in air: StandardAtmosphere) {
    let atSeaLevel = Airspeed(true: calibrated, in: .seaLevel).impactPressure
    self.init(mach: machNumber(ofImpact: atSeaLevel / air.pressure), in: air)
  }
}

extension Airspeed {
  /// The true airspeed over the speed of sound.
  public var mach: Double { trueAirspeed / air.speedOfSound }

  /// Equivalent airspeed: the speed that has the same dynamic pressure ½ρv² at sea level.
  public var equivalent: Speed {
    trueAirspeed * (air.density / StandardAtmosphere.seaLevel.density).squareRoot()
  }

  /// Calibrated airspeed: the speed that has the same impact pressure at sea level.
  ///
  /// - Accuracy: A hundred-billionth of it; beyond the speed of sound it is found by iteration.
  public var calibrated: Speed {
    let seaLevel = StandardAtmosphere.seaLevel
    return seaLevel.speedOfSound * machNumber(ofImpact: impactPressure / seaLevel.pressure)
  }

  /// What a pitot tube measures: the pressure of the air brought to rest less that of the air.
  ///
  /// - Source: Below the speed of sound the isentropic relation, `p((1 + M²/5)^3.5 − 1)`; beyond it
  ///   Rayleigh's, behind a normal shock: NACA Report 1135 (1953), with γ = 7/5.
  public var impactPressure: Pressure { air.pressure * impact(ofMach: mach) }
}

/// The impact pressure over the pressure of the air.
private func impact(ofMach mach: Double) -> Double {
  let m² = mach * mach
  if m² <= 1 { return pow(1 + m² / 5, 3.5) - 1 }
  return pow(1.2 * m², 3.5) * pow(6 / (7 * m² - 1), 2.5) - 1
}

/// The Mach number that has an impact pressure, which is given over the pressure of the air.
private func machNumber(ofImpact impact: Double) -> Double {
  let subsonic = (5 * (pow(impact + 1, 2 / 7.0) - 1)).squareRoot()
  guard subsonic > 1 else { return subsonic }
  // Rayleigh's relation solved for M²/(1 − 1/7M²)^2.5: the mapping shrinks errors below a half.
  var mach = subsonic
  for _ in 0..<100 {
    let factor = pow(1 - 1 / (7 * mach * mach), 2.5)
    let next = (factor * (impact + 1) * pow(7 / 6.0, 2.5) / pow(1.2, 3.5)).squareRoot()
    let step = abs(next - mach)
    mach = next
    if step < 1e-12 * mach { break }
  }
  return mach
}
