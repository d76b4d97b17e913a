public import Quantities

/// A height with the surface it is counted from.
public struct Altitude: Hashable, Sendable {
  /// What an altitude is counted from.
  ///
  /// An altitude of unknown reference may be drawn, but decides nothing about a vertical limit.
  public enum Reference: String, CaseIterable, Hashable, Sendable {
    /// Pressure altitude: the height of the same pressure in the standard atmosphere.
    case pressure
    /// Mean sea level.
    case msl
    /// The WGS 84 ellipsoid.
    case ellipsoid
    /// The ground below.
    case agl
    case unknown
  }

  public let height: Length
  public let reference: Reference

  public init(_ height: Length, _ reference: Reference) {
    (self.height, self.reference) = (height, reference)
  }
}
