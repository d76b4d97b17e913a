public import Incidents

/// Reads the path that somebody drew or edited by hand.
///
/// CSV in native columns with `time_utc` is a path with times, and with altitudes where it has
/// `alt_m`; without `time_utc` it is places only. GeoJSON and KML are places only: the one line of
/// the file, a LineString, or a MultiLineString or MultiGeometry that holds one. Points and polygons,
/// which drawing tools put beside it, are passed over, and so are heights of places without times.
public struct EditedPathFile: Hashable, Sendable {
  /// What a file is written in, by the end of its name.
  public enum Form: Hashable, Sendable {
    case csv, geoJSON, kml

    /// The ends of names that tell a form, in small letters.
    public static let endings = [".csv", ".geojson", ".json", ".kml"]

    /// - Parameter name: A file's name; nothing where its end tells no form.
    public init?(fileName name: String) {
      let name = name.lowercased()
      guard let ending = Self.endings.first(where: { name.hasSuffix($0) }) else { return nil }
      switch ending {
      case ".csv": self = .csv
      case ".kml": self = .kml
      default: self = .geoJSON
      }
    }
  }

  /// The most places without times that are read.
  public static let placeLimit = 100_000

  /// The file's name, for error sentences.
  public let file: String
  public let form: Form
  /// The id of the track that is taken where the file has several.
  public let track: String

  public init(file: String, form: Form, track: String) {
    (self.file, self.form, self.track) = (file, form, track)
  }

  /// Reads a path.
  ///
  /// - Throws: ``FormatError`` at the place in the file that is wrong.
  public func read(_ bytes: [UInt8]) throws(FormatError) -> EditedPath {
    switch form {
    case .csv: try csvPath(bytes)
    case .geoJSON: .places(try LineGeoJSON(file: file).places(in: bytes))
    case .kml: .places(try LineKML(file: file).places(in: bytes))
    }
  }
}
