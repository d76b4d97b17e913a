public import Airspaces

extension BorderGeoJSON {
  /// An airspace of a file.
  public struct Airspace: Sendable {
    /// The feature's `id`, or else its property `name`, or else its number in the file, from 1.
    public let name: String
    public let border: Border
  }

  /// Reads every airspace of a file, in the order of the file: each feature is one.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - file: The file's name for error sentences.
  /// - Returns: At least one airspace; no two have one name.
  /// - Throws: ``FormatError`` at the place in the file that is wrong, down to the vertex; also for
  ///   a feature that is no Polygon or MultiPolygon.
  public static func airspaces(
    in bytes: [UInt8], file: String
  ) throws(FormatError) -> [Airspace] {
    let root = try JSONDocument(parsing: bytes, file: file).root
    switch try BorderNode.form(of: root) {
    case .collection(let features):
      let airspaces = try self.airspaces(of: features.array())
      guard !airspaces.isEmpty else {
        throw features.error(found: "no feature", expected: "one feature for each airspace")
      }
      return airspaces
    case .feature: return try airspaces(of: [root])
    case .geometry:
      let border = try BorderNode(geometry: root, properties: nil).border()
      return [Airspace(name: "1", border: border)]
    }
  }

  private static func airspaces(of features: [JSONNode]) throws(FormatError) -> [Airspace] {
    var airspaces: [Airspace] = []
    var owners: [String: JSONNode] = [:]
    for (index, feature) in features.enumerated() {
      let node = try BorderNode(feature: feature)
      let name = try name(of: feature) ?? String(index + 1)
      if let first = owners.updateValue(feature, forKey: name) {
        throw feature.error(
          found: "a second airspace \(name.excerpt), after \(first.path) in line \(first.line)",
          expected: "airspaces of different names",
          advice: "give each feature an \"id\" of its own, or make them one MultiPolygon")
      }
      airspaces.append(Airspace(name: name, border: try node.border()))
    }
    return airspaces
  }

  private static func name(of feature: JSONNode) throws(FormatError) -> String? {
    for node in [feature["id"], feature["properties"]?["name"]] {
      guard let node, node.kind != .null else { continue }
      guard let name = node.numberText ?? (node.kind == .string ? node.text : nil), !name.isEmpty
      else { throw node.error(expected: "a name or a number for the airspace") }
      return name
    }
    return nil
  }
}
