import Geodesy
import Quantities

/// A vector of the level plane at a place, in meters or meters per second.
struct PlaneVector: Hashable, Sendable {
  var east, north: Double

  static let zero = PlaneVector(east: 0, north: 0)
}

extension PlaneVector {
  /// A vector by its direction, clockwise from north, and its length.
  init(azimuth: Angle, length: Double = 1) {
    let direction = SineCosine(degrees: azimuth.degrees)
    self.init(east: length * direction.sine, north: length * direction.cosine)
  }

  var length: Double { (east * east + north * north).squareRoot() }

  /// The direction clockwise from north, in −180°…180°.
  var azimuth: Angle { .degrees(SineCosine(sine: east, cosine: north).degrees) }

  static func + (a: PlaneVector, b: PlaneVector) -> PlaneVector {
    PlaneVector(east: a.east + b.east, north: a.north + b.north)
  }

  static func - (a: PlaneVector, b: PlaneVector) -> PlaneVector {
    PlaneVector(east: a.east - b.east, north: a.north - b.north)
  }

  static prefix func - (a: PlaneVector) -> PlaneVector {
    PlaneVector(east: -a.east, north: -a.north)
  }

  static func * (a: PlaneVector, k: Double) -> PlaneVector {
    PlaneVector(east: a.east * k, north: a.north * k)
  }

  /// The part of this vector along a unit vector.
  func along(_ unit: PlaneVector) -> Double { east * unit.east + north * unit.north }

  /// The part of this vector that points to the right of a unit vector.
  func rightOf(_ unit: PlaneVector) -> Double { east * unit.north - north * unit.east }
}
