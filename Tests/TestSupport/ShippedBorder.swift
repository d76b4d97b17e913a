public import Airspaces
import Foundation
public import Geometry

/// The border files of the Hatay scenario, read by the plainest means there are.
///
/// Not by way of the room Formats, so that the rooms below it are tested by themselves.
public enum ShippedBorder: String, CaseIterable, Sendable {
  case osm2026Turkey = "osm-2026-turkey"
  case osm2018Turkey = "osm-2018-turkey"
  case naturalEarthTurkey = "natural-earth-10m-turkey"
  case naturalEarthSyria = "natural-earth-10m-syria"

  /// The parts as the file has them, each a shell and its holes, closed.
  public func parts() throws -> [[[Point2]]] { try contents().parts }

  /// The border with the window that its file states.
  public func border() throws -> Border {
    let (parts, extract) = try contents()
    return try Border(parts: parts, extract: extract)
  }

  /// The border of `osm-2026-turkey`, prepared once for all tests.
  public static func hatay() throws -> PreparedBorder { try preparedHatay.get() }

  private static let preparedHatay = Result {
    PreparedBorder(try ShippedBorder.osm2026Turkey.border())
  }

  private func contents() throws -> (parts: [[[Point2]]], extract: Border.Extract) {
    let folder = URL(filePath: #filePath).appending(
      path: "../../../Scenarios/hatay-2015-11-24/borders"
    ).standardizedFileURL
    let data = try Data(contentsOf: folder.appending(path: "\(rawValue).geojson"))
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any],
      let features = root["features"] as? [[String: Any]], let feature = features.first,
      let properties = feature["properties"] as? [String: Any],
      let window = properties["window"] as? [Double],
      let whole = properties["whole_bounds"] as? [Double],
      let geometry = feature["geometry"] as? [String: Any],
      let polygons = geometry["coordinates"] as? [[[[Double]]]]
        ?? (geometry["coordinates"] as? [[[Double]]]).map({ [$0] })
    else { throw UnexpectedFile(name: rawValue) }
    let parts = polygons.map { $0.map { $0.map { Point2(x: $0[0], y: $0[1]) } } }
    return (parts, .init(window: Box(bounds: window), whole: Box(bounds: whole)))
  }

  private struct UnexpectedFile: Error { let name: String }
}

extension Box {
  /// West, south, east and north, as GeoJSON orders them.
  fileprivate init(bounds: [Double]) {
    self.init(low: Point2(x: bounds[0], y: bounds[1]), high: Point2(x: bounds[2], y: bounds[3]))
  }
}
