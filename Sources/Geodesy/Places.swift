import Quantities

/// Many places on the ellipsoid, as flat arrays for loops that must not stop for anything.
///
/// A value of this type is always valid: both arrays are of one length, every latitude lies in
/// −90…90 degrees and every longitude in −180…180.
public struct Places: Hashable, Sendable {
  /// Degrees north.
  public let latitudes: [Double]
  /// Degrees east.
  public let longitudes: [Double]

  public var count: Int { latitudes.count }

  /// - Parameters:
  ///   - latitudes: Degrees north, −90…90.
  ///   - longitudes: Degrees east, −180…180; as many.
  /// - Throws: ``PlacesError`` naming the first number that is no such thing.
  /// - Complexity: O(*n*) time; the arrays are kept, not copied.
  public init(latitudes: [Double], longitudes: [Double]) throws(PlacesError) {
    guard latitudes.count == longitudes.count else {
      throw .unequalCounts(latitudes: latitudes.count, longitudes: longitudes.count)
    }
    // A comparison with NaN is false, so that what is no number is found here too.
    if let index = latitudes.firstIndex(where: { !(abs($0) <= 90) }) {
      throw .latitudeOutOfRange(index: index, degrees: latitudes[index])
    }
    if let index = longitudes.firstIndex(where: { !(abs($0) <= 180) }) {
      throw .longitudeOutOfRange(index: index, degrees: longitudes[index])
    }
    (self.latitudes, self.longitudes) = (latitudes, longitudes)
  }

  /// - Complexity: O(*n*).
  public init(_ places: some Sequence<GeodeticCoordinate>) {
    var (latitudes, longitudes): ([Double], [Double]) = ([], [])
    for place in places {
      latitudes.append(place.latitude.degrees)
      longitudes.append(place.longitude.degrees)
    }
    (self.latitudes, self.longitudes) = (latitudes, longitudes)
  }

  /// One of the places, counted from 0.
  public subscript(index: Int) -> GeodeticCoordinate {
    GeodeticCoordinate(knownLatitude: latitudes[index], longitude: longitudes[index])
  }
}

/// Why two arrays of numbers are no places.
public enum PlacesError: Error, Hashable {
  case unequalCounts(latitudes: Int, longitudes: Int)
  /// The number at `index`, counted from 0, is not finite or lies outside −90…90.
  case latitudeOutOfRange(index: Int, degrees: Double)
  /// The number at `index`, counted from 0, is not finite or lies outside −180…180.
  case longitudeOutOfRange(index: Int, degrees: Double)
}

extension PlacesError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unequalCounts(let latitudes, let longitudes):
      "\(latitudes) latitudes and \(longitudes) longitudes are not places: give as many of each"
    case .latitudeOutOfRange(let index, let degrees):
      "place \(index): latitude \(degrees)° is outside −90…90 (are latitude and longitude swapped?)"
    case .longitudeOutOfRange(let index, let degrees):
      "place \(index): longitude \(degrees)° is outside −180…180"
    }
  }
}
