/// A physical quantity, stored as one `Double` in one named unit.
///
/// A conforming type names its unit in its stored property, so that a bare
/// number is never seen without its unit: `length.meters`, `angle.degrees`.
/// Arithmetic is written once, here; meaning is written in the conforming type.
public protocol Quantity: AdditiveArithmetic, Comparable, Hashable, Sendable {
  /// The number in the type's stored unit.
  var magnitude: Double { get }

  /// Creates a quantity from a number in the type's stored unit.
  init(magnitude: Double)
}

extension Quantity {
  public static var zero: Self { Self(magnitude: 0) }
  public static prefix func - (a: Self) -> Self { Self(magnitude: -a.magnitude) }
  public static func + (a: Self, b: Self) -> Self { Self(magnitude: a.magnitude + b.magnitude) }
  public static func - (a: Self, b: Self) -> Self { Self(magnitude: a.magnitude - b.magnitude) }
  public static func * (a: Self, k: Double) -> Self { Self(magnitude: a.magnitude * k) }
  public static func * (k: Double, a: Self) -> Self { Self(magnitude: k * a.magnitude) }
  public static func / (a: Self, k: Double) -> Self { Self(magnitude: a.magnitude / k) }
  public static func / (a: Self, b: Self) -> Double { a.magnitude / b.magnitude }
  public static func < (a: Self, b: Self) -> Bool { a.magnitude < b.magnitude }

  /// The quantity without its sign.
  public var absolute: Self { Self(magnitude: abs(magnitude)) }
}
