public import Quantities

/// A place on or above the WGS 84 ellipsoid.
///
///     let gate = try GeodeticCoordinate(latitude: .degrees(36.05), longitude: .degrees(36.12))
///
/// A value of this type is always valid: latitude lies in −90°…90° and longitude
/// in −180°…<180°. Longitudes are wrapped; latitudes out of range are refused,
/// since a wrapped latitude is nearly always a swapped pair.
public struct GeodeticCoordinate: Hashable, Sendable {
  public let latitude: Angle
  public let longitude: Angle

  /// Height above the ellipsoid (not above the geoid, not pressure altitude).
  public let height: Length

  /// - Throws: ``CoordinateError/latitudeOutOfRange(_:)`` or ``CoordinateError/notFinite``.
  public init(latitude: Angle, longitude: Angle, height: Length = .zero) throws(CoordinateError) {
    guard latitude.degrees.isFinite, longitude.degrees.isFinite, height.meters.isFinite else {
      throw .notFinite
    }
    guard abs(latitude.degrees) <= 90 else { throw .latitudeOutOfRange(latitude) }
    self.latitude = latitude
    self.longitude = longitude.wrappedToHalfTurn
    self.height = height
  }
}

/// Why a coordinate was refused.
public enum CoordinateError: Error, Hashable {
  case notFinite
  case latitudeOutOfRange(Angle)
}

extension CoordinateError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFinite: "a coordinate has a component that is not a finite number"
    case .latitudeOutOfRange(let latitude):
      "latitude \(latitude.degrees)° is outside −90°…90° (are latitude and longitude swapped?)"
    }
  }
}
