import Quantities

/// A geodesic between two places as short arcs, for many places along it in flying order.
///
/// Places are within 20 nm of those of a ``GeodesicLine``; see ``ShortArc``.
package struct ArcChain: Sendable {
  /// In meters.
  package let length: Double
  /// Where each arc begins, in meters along the leg.
  private var starts: [Double] = []
  private var arcs: [ShortArc] = []
  /// The leg itself where it is longer than an arc, and is asked near a pole; else nothing.
  private var line: GeodesicLine?
  private var current = 0

  /// - Parameters:
  ///   - latitude1: Of the start, in degrees, as all.
  ///   - longitude1: Of the start.
  ///   - latitude2: Of the end.
  ///   - longitude2: Of the end.
  package init(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double
  ) {
    let found = Geodesic.wgs84.departure(
      latitude1: latitude1, longitude1: longitude1, latitude2: latitude2, longitude2: longitude2)
    length = found.meters
    let poleward = max(abs(latitude1), abs(latitude2))
    if length <= ShortArc.limit(latitude: poleward) {
      starts = [0]
      arcs = [
        ShortArc(
          latitude: latitude1, longitude: longitude1, direction: found.direction, on: .wgs84)
      ]
      return
    }
    let line = GeodesicLine(
      latitude1: latitude1, longitude1: longitude1, latitude2: latitude2, longitude2: longitude2)
    self.line = line
    var start = 0.0
    while start < length {
      let place = line.position(meters: start)
      let limit = ShortArc.limit(latitude: place.latitude)
      guard limit >= 2000 else {
        // Near a pole arcs would be too short to be worth it.
        (starts, arcs) = ([], [])
        return
      }
      starts.append(start)
      arcs.append(
        ShortArc(
          latitude: place.latitude, longitude: place.longitude, azimuth: place.azimuth, on: .wgs84))
      start += limit
    }
  }

  /// The place at a distance along the leg, in degrees.
  ///
  /// - Parameter meters: Not much less than asked before, or the right arc is searched from the start.
  /// - Returns: The longitude within −180…180.
  package mutating func place(at meters: Double) -> (latitude: Double, longitude: Double) {
    guard !arcs.isEmpty else {
      guard let line else { preconditionFailure("a chain without arcs is a line") }
      let place = line.position(meters: meters)
      return (place.latitude, place.longitude)
    }
    if meters < starts[current] { current = 0 }
    while current + 1 < starts.count, starts[current + 1] <= meters { current += 1 }
    let place = arcs[current].position(meters: meters - starts[current])
    return (place.latitude, place.longitude.wrappedDegrees)
  }
}
