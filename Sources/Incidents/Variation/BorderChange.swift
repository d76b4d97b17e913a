public import Airspaces
import Geodesy
public import Quantities

/// How far a whole border is to be moved.
public struct BorderChange: Hashable, Sendable {
  /// Told as meters at the border's southernmost vertex; every vertex moves by as many degrees.
  public var north = Length.zero
  public var east = Length.zero

  public init() {}
}

extension PreparedBorder {
  /// The border moved by a change; see ``shifted(north:east:)``.
  ///
  /// - Throws: `BorderError` where a vertex would come to lie at a pole or beyond.
  public func moved(by change: BorderChange) throws(BorderError) -> PreparedBorder {
    guard change != BorderChange() else { return self }
    let perMeter = degreesPerMeter
    return try shifted(
      north: .degrees(perMeter.north * change.north.meters),
      east: .degrees(perMeter.east * change.east.meters))
  }

  /// The degrees that a meter of a geodesic north and east is at the southernmost vertex.
  var degreesPerMeter: (north: Double, east: Double) {
    let origin = southernmostVertex
    func degrees(_ azimuth: Double, _ part: (GeodeticCoordinate) -> Angle) -> Double {
      let place = GeodesicLine(from: origin, azimuth: .degrees(azimuth)).place(at: .meters(1))
      return (part(place) - part(origin)).wrappedToHalfTurn.degrees
    }
    return (degrees(0, \.latitude), degrees(90, \.longitude))
  }
}
