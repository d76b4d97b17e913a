import Quantities

/// The shortest lines on an ellipsoid, and the two questions asked of them.
///
///     let arc = Geodesic.wgs84.inverse(from: village, to: crashSite)
///     let turned = Geodesic.wgs84.direct(
///       from: village, azimuth: .degrees(78), distance: .nauticalMiles(5))
///
/// - **Inverse**: from two places, how far, and in which direction at either end:
///   ``inverse(from:to:)``.
/// - **Direct**: from a place, a direction and a distance, where one arrives:
///   ``direct(from:azimuth:distance:)``. For many places along one line, prepare a
///   ``GeodesicLine``.
///
/// Both have an answer for every pair of places: poles, antipodes, the equator and the
/// antimeridian are not excluded. Lines run on the ellipsoid itself; heights are not looked at,
/// and the places found have height zero. A negative zero counts as zero.
///
/// - Accuracy: On the Earth distances are within 6 nm of the exact ones, on lines up to 100 km
///   within 0.1 nm, and places found within 8 nm; distances and places are within 15 nm of
///   GeographicLib 2.1. An azimuth that is off by dα misses the other place by the reduced length
///   times dα: that miss is below 15 nm, and the azimuth within 1e-9 degrees where the reduced
///   length is above 100 km. The tests hold 220 pairs against 34-digit arithmetic and 4000 cases
///   against GeographicLib, hard ones of every kind among them.
/// - Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013) 43-55,
///   doi:10.1007/s00190-012-0578-z, with the series of order 6.
public struct Geodesic: Sendable {
  public let ellipsoid: Ellipsoid

  // The ellipsoid's numbers in meters or without unit, at hand for the formulas.
  let equatorialRadius, polarRadius: Double
  let flattening, axisRatio, thirdFlattening: Double
  let eccentricitySquared, secondEccentricitySquared: Double

  /// The series for the difference between the two longitudes, which depends on the ellipsoid.
  let longitudeSeries: LongitudeSeries

  /// The geodesics of World Geodetic System 1984.
  public static let wgs84 = Geodesic(on: .wgs84)

  /// Prepares the geodesics of an ellipsoid.
  ///
  /// - Parameter ellipsoid: A sphere or an oblate ellipsoid. The stated accuracy is that of
  ///   flattenings up to 1/100; it is lost slowly beyond.
  public init(on ellipsoid: Ellipsoid) {
    self.ellipsoid = ellipsoid
    equatorialRadius = ellipsoid.equatorialRadius.meters
    polarRadius = ellipsoid.polarRadius.meters
    flattening = ellipsoid.flattening
    axisRatio = 1 - ellipsoid.flattening
    thirdFlattening = ellipsoid.thirdFlattening
    eccentricitySquared = ellipsoid.eccentricitySquared
    secondEccentricitySquared = ellipsoid.secondEccentricitySquared
    longitudeSeries = LongitudeSeries(thirdFlattening: ellipsoid.thirdFlattening)
  }
}
