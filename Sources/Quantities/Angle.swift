#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A plane angle, stored in degrees.
///
/// Sources give degrees, so degrees are what is kept: an angle read from a file
/// and written back is the same number, bit for bit.
public struct Angle: Quantity {
  public let degrees: Double

  public var magnitude: Double { degrees }
  public init(magnitude: Double) { degrees = magnitude }
}

extension Angle {
  public static func degrees(_ value: Double) -> Angle { Angle(magnitude: value) }
  public static func radians(_ value: Double) -> Angle { .degrees(value * (180 / .pi)) }

  public var radians: Double { degrees * (.pi / 180) }

  /// The same direction in −180°…<180°.
  ///
  /// Exact: remainders of doubles do not round.
  public var wrappedToHalfTurn: Angle {
    let remainder = degrees.remainder(dividingBy: 360)
    return .degrees(remainder == 180 ? -180 : remainder)
  }

  /// The same direction in 0°…<360°, as courses are given.
  ///
  /// A negative angle too small to be told from a full turn becomes 0°, and so does negative zero.
  public var wrappedToFullTurn: Angle {
    let remainder = degrees.remainder(dividingBy: 360)
    let positive = remainder < 0 ? remainder + 360 : remainder
    return .degrees(positive == 360 ? 0 : positive + 0)
  }
}

extension Angle {
  /// The sine, by the C library: within 1 unit in the last place.
  public var sine: Double { sin(radians) }
}

extension Angle {
  /// The direction of a vector, clockwise from north, in −180°…180°; north where there is none.
  ///
  /// - Parameters:
  ///   - north: Its northern component.
  ///   - east: Its eastern component, in the same unit.
  public init(ofNorth north: Double, east: Double) { self = .radians(atan2(east, north)) }
}
