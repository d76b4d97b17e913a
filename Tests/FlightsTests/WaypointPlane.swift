import Foundation
import Geodesy
import Quantities

/// The azimuthal equidistant plane at a place, in which geodesics through that place are straight.
struct WaypointPlane {
  let middle: GeodeticCoordinate

  func offset(of place: GeodeticCoordinate) -> (east: Double, north: Double) {
    let arc = Geodesic.wgs84.inverse(from: middle, to: place)
    let (distance, azimuth) = (arc.distance.meters, arc.initialAzimuth.radians)
    return (distance * sin(azimuth), distance * cos(azimuth))
  }

  /// The distance in the plane between a place and a point of the plane.
  func distance(of place: GeodeticCoordinate, from point: (east: Double, north: Double)) -> Double {
    let offset = offset(of: place)
    return hypot(offset.east - point.east, offset.north - point.north)
  }
}
