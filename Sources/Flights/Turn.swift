public import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Speed {
  /// The radius of a level, coordinated turn at this speed: v²/(g tan φ).
  ///
  /// Lift carries the weight mg with its vertical part, so its horizontal part is mg tan φ, and
  /// that is mv²/r. The bank turns an aircraft in the air it flies in. With the ground speed in place of the true
  /// airspeed, the answer is the radius over the ground in still air.
  ///
  /// - Parameter bank: The angle of bank, above 0° and below 90°.
  /// - Returns: The radius; zero at speed zero.
  /// - Precondition: The bank is within its range.
  /// - Source: For standard gravity, 9.80665 m/s², the 3rd CGPM (1901).
  public func turnRadius(atBank bank: Angle) -> Length {
    precondition(bank > .zero && bank < .degrees(90))
    let v = metersPerSecond
    return .meters(v * v / (9.80665 * tan(bank.radians)))
  }
}
