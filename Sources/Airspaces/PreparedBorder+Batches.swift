public import Geodesy
public import Geometry

extension PreparedBorder {
  /// Where each of many places lies: ``location(of:)`` of each, in their order.
  ///
  /// - Accuracy: Exact for the doubles given, as for one place.
  /// - Complexity: O(1) a place, about 10 ns. From 20 000 places on, the first call builds an index
  ///   that later calls use, in O(*n*) for *n* vertices.
  public func locations(of places: Places) -> [Location] {
    let hasSides = !border.sides.edgesAtSides.isEmpty
    let isShifted = offset != Point2(x: 0, y: 0)
    guard let grid = grid(for: places.count), !hasSides, !isShifted else {
      return (0..<places.count).map { index in
        location(of: own(Point2(x: places.longitudes[index], y: places.latitudes[index])))
      }
    }
    return [Location](unsafeUninitializedCapacity: places.count) { result, count in
      places.longitudes.withUnsafeBufferPointer { xs in
        places.latitudes.withUnsafeBufferPointer { ys in
          grid.writeLocations(xs: xs, ys: ys, to: result)
        }
      }
      count = places.count
    }
  }

  /// How far each of many places is from the border: ``distance(to:)`` of each, in their order.
  ///
  /// - Accuracy: Within 1 mm, as for one place.
  /// - Complexity: O(log *n*) a place, about 1 µs within some 50 km of the border.
  public func distances(to places: Places) -> [BorderDistance?] {
    let locations = locations(of: places)
    return places.latitudes.indices.map { index in
      let point = own(Point2(x: places.longitudes[index], y: places.latitudes[index]))
      return distance(to: point, locations[index])
    }
  }
}
