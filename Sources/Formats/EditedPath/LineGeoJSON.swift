import Geodesy

/// Reads the one line of a GeoJSON text (RFC 7946).
struct LineGeoJSON {
  let file: String

  func places(in bytes: [UInt8]) throws(FormatError) -> [GeodeticCoordinate] {
    let root = try JSONDocument(parsing: bytes, file: file).root
    var lines: [JSONNode] = []
    try gather(root, into: &lines)
    guard let line = lines.first else {
      throw root.error(
        found: "no line", expected: "one LineString", advice: "draw the path as one line")
    }
    if lines.count > 1 {
      throw lines[1].error(
        found: "a second line, after \(line.path) in line \(line.line)", expected: "one LineString",
        advice: "keep one line in the file")
    }
    let numbers = try line.positions()
    let positions = try line.array()
    var list = PlaceList(file: file)
    for (index, position) in positions.enumerated() {
      try list.append(north: numbers[2 * index + 1], east: numbers[2 * index]) { position.place }
    }
    return try list.checked { line.place }
  }

  /// Gathers the coordinates of all lines in a value, which is nowhere deeper than a document may be.
  private func gather(_ node: JSONNode, into lines: inout [JSONNode]) throws(FormatError) {
    // A feature may have no place.
    if node.kind == .null { return }
    var reader = try node.object()
    switch try reader.oneOf("type", Self.types) {
    case "FeatureCollection":
      for feature in try reader.array("features") { try gather(feature, into: &lines) }
    case "GeometryCollection":
      for geometry in try reader.array("geometries") { try gather(geometry, into: &lines) }
    case "Feature": try gather(try reader.value("geometry"), into: &lines)
    case "LineString": lines.append(try reader.value("coordinates"))
    case "MultiLineString": lines += try reader.array("coordinates")
    default: break
    }
  }

  private static let types = [
    "FeatureCollection", "Feature", "LineString", "MultiLineString", "GeometryCollection", "Point",
    "MultiPoint", "Polygon", "MultiPolygon",
  ]
}
