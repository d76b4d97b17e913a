public import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A coordinated turn at constant altitude, told by its bank or its load factor.
///
///     let turn = try LevelTurn(loadFactor: 3)
///     turn.radius(at: .kilometersPerHour(600)).kilometers  // 1.00
///
/// In the air mass it is a circle flown at constant speed: lift carries the weight and turns the
/// flight, so that bank, load factor, radius and rate each follow from the others and the speed.
/// A value of this type is always valid: the bank lies between 0° and 90°.
///
/// - Source: The balance of forces, as in FAA-H-8083-25C, *Pilot's Handbook of Aeronautical
///   Knowledge*, chapter 5: tan(bank) = v²/(gr), and load factor 1/cos(bank); g is the standard
///   one.
public struct LevelTurn: Hashable, Sendable {
  public let bank: Angle

  /// Lift over weight, in standard gravities.
  public let loadFactor: Double

  /// The acceleration towards the middle of the circle, g·tan(bank).
  public let acceleration: Acceleration

  /// - Throws: ``LevelTurnError/bankOutOfRange(_:)`` unless the bank is above 0° and below 90°.
  public init(bank: Angle) throws(LevelTurnError) {
    guard bank > .zero, bank < .degrees(90) else { throw .bankOutOfRange(bank) }
    self.bank = bank
    loadFactor = 1 / cos(bank.radians)
    acceleration = .standardGravities(tan(bank.radians))
  }

  /// - Throws: ``LevelTurnError/loadFactorOutOfRange(_:)`` unless the load factor is above 1 and
  ///   finite.
  public init(loadFactor: Double) throws(LevelTurnError) {
    guard loadFactor > 1, loadFactor.isFinite else { throw .loadFactorOutOfRange(loadFactor) }
    self.loadFactor = loadFactor
    // The root of n² − 1, written so that it is exact near 1 and does not overflow.
    let tangent = (loadFactor - 1).squareRoot() * (loadFactor + 1).squareRoot()
    bank = .radians(atan(tangent))
    acceleration = .standardGravities(tangent)
  }
}

extension LevelTurn {
  /// The radius of the circle in the air mass.
  ///
  /// - Parameter airspeed: The true airspeed, v.
  /// - Returns: v²/(g·tan(bank)).
  public func radius(at airspeed: Speed) -> Length {
    airspeed * (airspeed / acceleration)
  }

  /// How fast the heading changes.
  ///
  /// - Parameter airspeed: The true airspeed, v, above zero.
  /// - Returns: g·tan(bank)/v, without sign.
  public func rate(at airspeed: Speed) -> AngularRate {
    .radiansPerSecond(1 / (airspeed / acceleration).seconds)
  }
}

/// Why a turn was refused.
public enum LevelTurnError: Error, Hashable {
  case bankOutOfRange(Angle)
  case loadFactorOutOfRange(Double)
}

extension LevelTurnError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .bankOutOfRange(let bank):
      "a turn needs a bank above 0° and below 90°, not \(bank.degrees)°"
    case .loadFactorOutOfRange(let factor):
      "a turn needs a finite load factor above 1, not \(factor)"
    }
  }
}
