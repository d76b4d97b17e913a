import Geodesy
import Quantities

/// The places of a path without times while they are read.
struct PlaceList {
  let file: String
  private(set) var places: [GeodeticCoordinate] = []

  init(file: String) { self.file = file }

  /// Adds a place that is known to lie on the Earth.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - position: Where it stands in the file.
  /// - Throws: ``FormatError`` where it is the place before it once more, or one too many.
  mutating func append(
    _ place: GeodeticCoordinate, at position: () -> FormatError.Place
  ) throws(FormatError) {
    if let last = places.last, GeodesicLeg(from: last, to: place).length < .meters(0.001) {
      throw FormatError(
        file: file, place: position(), found: "the place before it once more",
        expected: "a place at least a millimeter from the one before it",
        advice: "leave one of the two out")
    }
    guard places.count < EditedPathFile.placeLimit else {
      throw FormatError(
        file: file, place: position(), found: "one more place",
        expected: "at most \(EditedPathFile.placeLimit) places")
    }
    places.append(place)
  }

  /// Adds a place by its degrees north and east.
  mutating func append(
    north: Double, east: Double, at position: () -> FormatError.Place
  ) throws(FormatError) {
    guard abs(east) <= 180 else {
      throw FormatError(
        file: file, place: position(), found: "the longitude \(east)",
        expected: "a longitude in -180…180")
    }
    guard abs(north) <= 90 else {
      throw FormatError(
        file: file, place: position(), found: "the latitude \(north)",
        expected: "a latitude in -90…90", advice: "are latitude and longitude swapped?")
    }
    try append(GeodeticCoordinate(knownLatitude: north, longitude: east), at: position)
  }

  /// The places, two or more.
  ///
  /// - Parameter position: Where the path ends in the file.
  /// - Returns: The places.
  /// - Throws: ``FormatError`` where there are fewer.
  func checked(at position: () -> FormatError.Place) throws(FormatError) -> [GeodeticCoordinate] {
    guard places.count >= 2 else {
      throw FormatError(
        file: file, place: position(), found: places.isEmpty ? "no place" : "1 place",
        expected: "a path of two places or more")
    }
    return places
  }
}
