public import Geodesy
public import Quantities

extension StandardAtmosphere {
  /// The altitude in the standard atmosphere of what was flown at, where its reference tells that.
  ///
  /// - Parameter altitude: A pressure altitude, which is one already; or a height above mean sea
  ///   level, which is where the standard's air would be found there: the weather is not known.
  /// - Returns: A geopotential altitude; nothing for heights above the ellipsoid, above the ground
  ///   or above what is unknown, since the sea or the ground below is not known here.
  public static func geopotentialAltitude(of altitude: Altitude) -> Length? {
    switch altitude.reference {
    case .pressure: altitude.height
    case .msl: geopotentialAltitude(ofHeight: altitude.height)
    case .ellipsoid, .agl, .unknown: nil
    }
  }

  /// The geopotential altitudes at which the temperature begins to change otherwise.
  static let layerBases: [Length] = [11, 20, 32, 47, 51, 71].map(Length.kilometers)
}
