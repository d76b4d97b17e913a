public import Airspaces
import Geometry

/// Reads the border of an airspace from GeoJSON (RFC 7946).
///
/// The file is a FeatureCollection, a Feature, or a bare Polygon or MultiPolygon. Of these
/// properties of the feature, all of which may be left out, notice is taken:
/// - `edges`: `geodesic`, or text that begins with `straight`, which is also what RFC 7946 says.
/// - `window` and `whole_bounds`: for an extract, the rectangle that it was cut to and the bounds
///   of the whole, both as west, south, east and north.
public struct BorderGeoJSON {
  /// The name of the file, for error sentences.
  public let file: String

  /// The `id` of the wanted feature; a file with one feature without an id has it too.
  public let airspace: String

  public init(file: String, airspace: String) { (self.file, self.airspace) = (file, airspace) }

  /// Reads a border.
  ///
  /// - Throws: ``FormatError`` at the place in the file that is wrong, down to the vertex.
  public func read(_ bytes: [UInt8]) throws(FormatError) -> Border {
    let root = try JSONDocument(parsing: bytes, file: file).root
    switch try BorderNode.form(of: root) {
    case .collection(let features):
      let wanted = try feature(among: features.array(), in: features)
      return try BorderNode(feature: wanted).border()
    case .feature: return try BorderNode(feature: feature(among: [root], in: root)).border()
    case .geometry: return try BorderNode(geometry: root, properties: nil).border()
    }
  }

  private func feature(
    among features: [JSONNode], in node: JSONNode
  ) throws(FormatError) -> JSONNode {
    var named: [JSONNode] = []
    var nameless: [JSONNode] = []
    for feature in features {
      var reader = try feature.object()
      guard let id = reader.optional("id") else {
        nameless.append(feature)
        continue
      }
      if id.kind == .string, try id.string() == airspace { named.append(feature) }
    }
    if named.count == 1 { return named[0] }
    if features.count == 1, nameless.count == 1 { return nameless[0] }
    throw node.error(
      found: "\(named.count) features with the id \(airspace.excerpt)", expected: "one")
  }
}
