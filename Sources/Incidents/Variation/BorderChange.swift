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
    let origin = southernmostVertex
    /// The degrees that a meter of a geodesic is there.
    func degrees(_ way: Length, _ azimuth: Double, _ part: (GeodeticCoordinate) -> Angle) -> Angle {
      guard way != .zero else { return .zero }
      let place = GeodesicLine(from: origin, azimuth: .degrees(azimuth)).place(at: .meters(1))
      return ((part(place) - part(origin)).wrappedToHalfTurn) * way.meters
    }
    return try shifted(
      north: degrees(change.north, 0, \.latitude), east: degrees(change.east, 90, \.longitude))
  }
}
