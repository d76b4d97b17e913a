public import Geodesy
public import Geometry

extension PreparedBorder {
  /// Where each of many places lies: ``location(of:)`` of each, in one loop.
  public func locations(of places: Places) -> [Location] {
    (0..<places.count).map { index in
      location(of: Point2(x: places.longitudes[index], y: places.latitudes[index]))
    }
  }

  /// How far each of many places is from the border: ``distance(to:)`` of each, in one loop.
  public func distances(to places: Places) -> [BorderDistance?] {
    (0..<places.count).map { index in
      let point = Point2(x: places.longitudes[index], y: places.latitudes[index])
      return distance(to: point, location(of: point))
    }
  }
}
