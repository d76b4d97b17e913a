import Airspaces
import Formats
import Geometry
import Testing

@Suite struct `The airspaces of a GeoJSON file` {
  @Test func `are all its features, in their order`() throws {
    let airspaces = try read(
      collection(feature(#""id": "b""#, west: 3), feature(#""id": "a""#, west: 1)))
    #expect(airspaces.map(\.name) == ["b", "a"])
    #expect(airspaces.map { $0.border.polygon.vertices.map(\.x).min() } == [3, 1])
  }

  @Test(arguments: [
    (#""id": "x", "properties": {"name": "y"}"#, "x"),
    (#""id": 7, "properties": {"name": "y"}"#, "7"),
    (#""properties": {"name": "Türkiye, airspace"}"#, "Türkiye, airspace"),
    (#""id": null, "properties": {"name": "y"}"#, "y"),
    (#""properties": {"name": 12}"#, "12"),
    (#""properties": {"name": null}"#, "2"),
    (#""properties": {"other": "y"}"#, "2"),
    (#""properties": null"#, "2"),
    ("\"extra\": 1", "2"),
  ])
  func `are named by id, else by name, else by number`(members: String, name: String) throws {
    let airspaces = try read(collection(feature(#""id": "first""#), feature(members)))
    #expect(airspaces.map(\.name) == ["first", name])
  }

  @Test(arguments: [
    (#"{"type": "Polygon", "coordinates": \#(ring(1))}"#, "1"),
    (#"{"type": "MultiPolygon", "coordinates": [\#(ring(1))]}"#, "1"),
    (feature(#""id": "alone""#), "alone"), (feature(#""x": 1"#), "1"),
  ])
  func `may be one alone`(text: String, name: String) throws {
    #expect(try read(text).map(\.name) == [name])
  }

  @Test func `are extracts and have geodesic edges where they say so`() throws {
    let window = #""properties": {"window": [0, -1, 5, 6], "whole_bounds": [-9, -9, 9, 9]}"#
    let edges = #""properties": {"edges": "geodesic"}"#
    let airspaces = try read(collection(feature(window), feature(edges), feature("\"x\": 1")))
    #expect(
      airspaces[0].border.extract
        == Border.Extract(
          window: Box(low: Point2(x: 0, y: -1), high: Point2(x: 5, y: 6)),
          whole: Box(low: Point2(x: -9, y: -9), high: Point2(x: 9, y: 9))))
    #expect(airspaces[1].border.extract == nil)
    #expect(
      airspaces[1].border.polygon.vertices.count > airspaces[2].border.polygon.vertices.count)
  }

  @Test(arguments: refusals)
  func `are refused in one sentence at the place that is wrong`(
    text: String, sentence: String
  ) throws {
    let error = #expect(throws: FormatError.self) { try read(text) }
    #expect(error?.description == "a.geojson" + sentence)
  }
}

private func read(_ text: String) throws -> [BorderGeoJSON.Airspace] {
  try BorderGeoJSON.airspaces(in: Array(text.utf8), file: "a.geojson")
}

private func ring(_ west: Int) -> String {
  "[[[\(west), 1], [\(west + 1), 1], [\(west + 1), 5], [\(west), 1]]]"
}

/// A feature with further members, a triangle from a meridian to the next.
private func feature(_ members: String, west: Int = 1) -> String {
  #"{"type": "Feature", \#(members), "geometry": {"type": "Polygon", "coordinates": "#
    + "\(ring(west))}}"
}

/// A FeatureCollection with one feature a line, the first of them in line 2.
private func collection(_ features: String...) -> String {
  #"{"type": "FeatureCollection", "features": ["# + "\n" + features.joined(separator: ",\n")
    + "\n]}"
}

private let refusals: [(text: String, sentence: String)] = [
  (
    collection(feature(#""id": "a""#), feature(#""id": "b""#), feature(#""id": "a""#)),
    #":4:1: $.features[2]: found a second airspace "a", after $.features[0] in line 2, "#
      + #"expected airspaces of different names; give each feature an "id" of its own, or make "#
      + "them one MultiPolygon"
  ),
  (
    collection(feature(#""id": 2"#), feature(#""x": 1"#)),
    #":3:1: $.features[1]: found a second airspace "2", after $.features[0] in line 2, "#
      + #"expected airspaces of different names; give each feature an "id" of its own, or make "#
      + "them one MultiPolygon"
  ),
  (
    collection(),
    ":1:43: $.features: found no feature, expected one feature for each airspace"
  ),
  (
    collection(feature(#""id": """#)),
    #":2:27: $.features[0].id: found "", expected a name or a number for the airspace"#
  ),
  (
    collection(feature(#""id": true"#)),
    ":2:27: $.features[0].id: found true, expected a name or a number for the airspace"
  ),
  (
    collection(feature(#""properties": {"name": ["x"]}"#)),
    ":2:44: $.features[0].properties.name: found an array, expected a name or a number for the "
      + "airspace"
  ),
  (
    collection(
      feature(#""id": "a""#),
      #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}"#),
    #":3:42: $.features[1].geometry.type: found "Point", expected "Polygon" or "MultiPolygon""#
  ),
  (
    collection(
      #"{"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries": []}}"#),
    #":2:42: $.features[0].geometry.type: found "GeometryCollection", expected "Polygon" or "#
      + #""MultiPolygon""#
  ),
  (
    collection(#"{"type": "Feature", "geometry": null}"#),
    ":2:33: $.features[0].geometry: found null, expected an object"
  ),
  (collection("7"), ":2:1: $.features[0]: found 7, expected an object"),
  (
    #"{"type": "LineString", "coordinates": []}"#,
    #":1:10: $.type: found "LineString", expected "FeatureCollection", "Feature", "Polygon" or "#
      + #""MultiPolygon""#
  ),
  (
    collection(
      feature(#""id": "a""#),
      #"{"type": "Feature", "id": "b", "geometry": {"type": "Polygon", "coordinates": "#
        + "[[[0, 0], [4, 0], [2, 0], [2, 4], [0, 0]]]}}"),
    ":3:81: $.features[1].geometry.coordinates[0][0]: found the edges from part 0, ring 0, vertex "
      + "0 (0.0, 0.0) and from part 0, ring 0, vertex 1 (4.0, 0.0) run along each other; the edges "
      + "from part 0, ring 0, vertex 0 (0.0, 0.0) and from part 0, ring 0, vertex 2 (2.0, 0.0) "
      + "touch at (2.0, 0.0), expected a border that is valid"
  ),
]
