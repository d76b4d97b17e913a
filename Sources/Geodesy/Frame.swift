public import Quantities

/// A Cartesian frame, used only as a label.
public protocol Frame: Sendable {}

/// Earth-centred, Earth-fixed: x to 0°N 0°E, y to 0°N 90°E, z to the North Pole.
public enum EarthFixed: Frame {}

/// East, north, up at a reference coordinate.
public enum LocalLevel: Frame {}

/// A vector in meters, in one frame.
///
/// Vectors of two frames cannot be added by accident.
public struct Vector<F: Frame>: Hashable, Sendable {
  public var x, y, z: Double

  public init(x: Double, y: Double, z: Double) {
    (self.x, self.y, self.z) = (x, y, z)
  }
}

extension Vector {
  public static func + (a: Vector, b: Vector) -> Vector {
    Vector(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z)
  }

  public static func - (a: Vector, b: Vector) -> Vector {
    Vector(x: a.x - b.x, y: a.y - b.y, z: a.z - b.z)
  }

  public static func * (k: Double, a: Vector) -> Vector {
    Vector(x: k * a.x, y: k * a.y, z: k * a.z)
  }

  /// The scalar product, in square meters.
  public func dot(_ other: Vector) -> Double { x * other.x + y * other.y + z * other.z }

  /// The vector product: at right angles to both, as long as the area they span, in square
  /// meters.
  public func cross(_ other: Vector) -> Vector {
    Vector(
      x: y * other.z - z * other.y,
      y: z * other.x - x * other.z,
      z: x * other.y - y * other.x)
  }

  public var length: Length { .meters(dot(self).squareRoot()) }
}
