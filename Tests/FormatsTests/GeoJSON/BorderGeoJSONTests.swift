import Airspaces
import Formats
import Geometry
import Testing

@Suite struct `A border in GeoJSON` {
  @Test(arguments: [
    square,
    #"{"type": "MultiPolygon", "coordinates": [\#(squareRings)]}"#,
    #"{"type": "Feature", "properties": null, "geometry": \#(square)}"#,
    #"{"type": "Feature", "id": "square", "properties": {}, "geometry": \#(square)}"#,
    #"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": \#(square)}]}"#,
    #"{"type": "FeatureCollection", "name": "x", "features": [\#(named("square"))]}"#,
    #"{"type": "FeatureCollection", "features": [\#(named("round")), \#(named("square"))]}"#,
    #"{"type": "FeatureCollection", "features": [\#(numbered), \#(named("square"))]}"#,
    "/* drawn by hand */ \(square) // and so on",
    square.replacing("0.1, 0.0]", with: "0.1, 0.0, 99.5]"),
  ])
  func `may stand in any of the forms`(text: String) throws {
    let border = try read(text)
    #expect(
      border.polygon
        == (try MultiPolygon([[points((0.1, 0), (0.2, 0), (0.2, 0.1), (0.1, 0.1), (0.1, 0))]])))
    #expect(border.extract == nil)
  }

  @Test func `may wind either way`() throws {
    let clockwise = #"""
      {"type": "Polygon", "coordinates": [[[0.1, 0], [0.1, 0.1], [0.2, 0.1], [0.2, 0], [0.1, 0]]]}
      """#
    for border in [try read(clockwise), try read(square)] {
      #expect(border.polygon.location(of: Point2(x: 0.15, y: 0.05)) == .inside)
    }
  }

  @Test func `may have parts and holes`() throws {
    let border = try read(
      #"""
      {"type": "MultiPolygon", "coordinates": [
        [
          [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]],
          [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]
        ],
        [[[6, 0], [7, 0], [7, 1], [6, 0]]]
      ]}
      """#)
    #expect(border.polygon.rings.map(\.part) == [0, 0, 1])
    #expect(border.polygon.rings.map(\.number) == [0, 1, 0])
    let places: [(Double, Double, Location)] = [
      (3, 3, .inside), (1.5, 1.5, .outside), (6.8, 0.4, .inside), (5, 0.5, .outside),
      (2, 1.5, .onBorder),
    ]
    for (x, y, location) in places {
      #expect(border.polygon.location(of: Point2(x: x, y: y)) == location, "\(x), \(y)")
    }
  }

  @Test(arguments: ["straight", "straight in longitude and latitude, as RFC 7946 says"])
  func `runs straight in degrees when it says so, and when it says nothing`(edges: String) throws {
    let silent = try read(wide("{}"))
    #expect(silent.polygon.vertices.count == 4)
    #expect(try read(wide(#"{"edges": "\#(edges)"}"#)).polygon == silent.polygon)
  }

  @Test func `runs along geodesics when it says so`() throws {
    let border = try read(wide(#"{"edges": "geodesic"}"#))
    #expect(border.polygon.vertices.count > 4)
    // The shortest way from 10° E to 20° E along 60° N bends to the north by some 0.1°, so that
    // the polygon between 50° N and 60° N gains there.
    #expect(border.polygon.location(of: Point2(x: 15, y: 60.05)) == .inside)
    #expect(try read(wide("{}")).polygon.location(of: Point2(x: 15, y: 60.05)) == .outside)
  }

  @Test func `may be an extract with its window`() throws {
    let window = Box(low: Point2(x: 0.1, y: 0), high: Point2(x: 0.2, y: 0.3))
    let whole = Box(low: Point2(x: -5, y: -4), high: Point2(x: 3, y: 2))
    let border = try read(
      feature(#"{"window": [0.1, 0, 0.2, 0.3], "whole_bounds": [-5, -4, 3, 2]}"#))
    #expect(border.extract == Border.Extract(window: window, whole: whole))
    let bare = try read(feature(#"{"window": [0.1, 0, 0.2, 0.3]}"#))
    #expect(bare.extract == Border.Extract(window: window, whole: window))
  }

  @Test(arguments: defects)
  func `is refused at the place that is wrong`(text: String, sentence: String) throws {
    let error = #expect(throws: FormatError.self) { try read(text) }
    #expect(error?.description == "a.geojson" + sentence)
  }
}

private func read(_ text: String) throws -> Border {
  try BorderGeoJSON(file: "a.geojson", airspace: "square").read(Array(text.utf8))
}

private func points(_ pairs: (Double, Double)...) -> [Point2] {
  pairs.map { Point2(x: $0.0, y: $0.1) }
}

private let squareRings = "[[[0.1, 0.0], [0.2, 0.0], [0.2, 0.1], [0.1, 0.1], [0.1, 0.0]]]"
private let square = #"{"type": "Polygon", "coordinates": \#(squareRings)}"#

/// Another shape than the square, so that a wrong choice is seen, but for the wanted id.
private func named(_ id: String) -> String {
  let triangle = #"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}"#
  return #"{"type": "Feature", "id": "\#(id)", "geometry": \#(id == "square" ? square : triangle)}"#
}

private let numbered = named("round").replacing(#""round""#, with: "7")

private func feature(_ properties: String) -> String {
  #"{"type": "Feature", "properties": \#(properties), "geometry": \#(square)}"#
}

private func wide(_ properties: String) -> String {
  #"""
  {"type": "Feature", "properties": \#(properties), "geometry": {"type": "Polygon",
  "coordinates": [[[10, 50], [20, 50], [20, 60], [10, 60], [10, 50]]]}}
  """#
}

/// A Polygon with one position a line: the first vertex of the first ring stands in line 2.
private func polygon(_ rings: String...) -> String {
  #"{"type": "Polygon", "coordinates": ["# + "\n"
    + rings.map { "[\n" + $0.replacing("; ", with: ",\n") + "\n]" }.joined(separator: ",\n")
    + "\n]}"
}

private func multiPolygon(_ parts: String...) -> String {
  #"{"type": "MultiPolygon", "coordinates": ["# + "\n"
    + parts.map { "[[\n" + $0.replacing("; ", with: ",\n") + "\n]]" }.joined(separator: ",\n")
    + "\n]}"
}

private let defects: [(text: String, sentence: String)] = [
  // Rings that wind the other way than they are kept.
  (
    polygon("[0, 0]; [0, 1]; [1, 0]; [1, 1]; [0.5, -1]; [0, 0]"),
    ":4:1: $.coordinates[0][1]: found the edges from part 0, ring 0, vertex 1 (0.0, 1.0) "
      + "and from part 0, ring 0, vertex 3 (1.0, 1.0) cross, expected a border that is valid"
  ),
  (
    polygon("[0, 0]; [4, 0]; [4, 4]; [0, 0]", "[5, 5]; [6, 5]; [6, 6]; [5, 5]"),
    ":9:1: $.coordinates[1][0]: found part 0, ring 1, vertex 0 (5.0, 5.0), of a hole, lies "
      + "outside its shell or in a hole, expected a border that is valid"
  ),
  (
    polygon("[0, 0]; [1, 0]; [1, 1]; [0, 1]"),
    ":6:1: $.coordinates[0][3]: found part 0, ring 0, vertex 3 (0.0, 1.0), the last "
      + "of its ring, does not repeat the first, (0.0, 0.0), expected a border that is "
      + "valid"
  ),
  (
    polygon("[0, 0]; [1, 1]; [1, 0]; [0, 1]; [0, 0]"),
    ":3:1: $.coordinates[0][0]: found the edges from part 0, ring 0, vertex 0 (0.0, "
      + "0.0) and from part 0, ring 0, vertex 2 (1.0, 0.0) cross, expected a border that "
      + "is valid"
  ),
  (
    polygon("[0, 0]; [1, 0]; [0, 0]"),
    ":2:1: $.coordinates[0]: found part 0, ring 0 has 3 positions; a ring needs 4, "
      + "the last like the first, expected a border that is valid"
  ),
  (
    polygon("[0, 0]; [1, 0]; [1, 0]; [1, 1]; [0, 0]"),
    ":5:1: $.coordinates[0][2]: found part 0, ring 0, vertex 2 (1.0, 0.0) repeats "
      + "the vertex before it, expected a border that is valid"
  ),
  (
    polygon("[0, 0]; [4, 0]; [4, 4]; [0, 0]", "[5, 5]; [6, 6]; [6, 5]; [5, 5]"),
    ":9:1: $.coordinates[1][0]: found part 0, ring 1, vertex 0 (5.0, 5.0), of a "
      + "hole, lies outside its shell or in a hole, expected a border that is valid"
  ),
  (
    polygon("[0, 0]; [4, 0]; [2, 0]; [2, 4]; [0, 0]"),
    ":3:1: $.coordinates[0][0]: found the edges from part 0, ring 0, vertex 0 (0.0, "
      + "0.0) and from part 0, ring 0, vertex 1 (4.0, 0.0) run along each other; the "
      + "edges from part 0, ring 0, vertex 0 (0.0, 0.0) and from part 0, ring 0, vertex "
      + "2 (2.0, 0.0) touch at (2.0, 0.0), expected a border that is valid"
  ),
  (
    polygon("[0, 0]; [4, 0]; [4, 4]; [2, 0]; [0, 4]; [0, 0]"),
    ":3:1: $.coordinates[0][0]: found the edges from part 0, ring 0, vertex 0 (0.0, "
      + "0.0) and from part 0, ring 0, vertex 2 (4.0, 4.0) touch at (2.0, 0.0); the "
      + "edges from part 0, ring 0, vertex 0 (0.0, 0.0) and from part 0, ring 0, vertex "
      + "3 (2.0, 0.0) touch at (2.0, 0.0), expected a border that is valid"
  ),
  (
    multiPolygon("[0, 0]; [4, 0]; [4, 4]; [0, 0]", "[3, 1]; [3.5, 1]; [3.5, 2]; [3, 1]"),
    ":9:1: $.coordinates[1][0][0]: found part 1, ring 0, vertex 0 (3.0, 1.0) lies "
      + "inside part 0, expected a border that is valid"
  ),
  (
    multiPolygon("[0, 0]; [4, 0]; [4, 4]; [0, 0]", "[0, 0]; [1, 0]"),
    ":8:2: $.coordinates[1][0]: found part 1, ring 0 has 2 positions; a ring needs "
      + "4, the last like the first, expected a border that is valid"
  ),
  (
    polygon("[0, 0]; [1, 0]; [1, 91]; [0, 0]"),
    ":5:1: $.coordinates[0][2]: found part 0, ring 0, vertex 2 (1.0, 91.0) is no "
      + "position in degrees, longitude first; latitude and longitude seem to be "
      + "swapped, expected positions on the Earth"
  ),
  (
    polygon("[0, 0]; [181, 0]; [1, 1]; [0, 0]"),
    ":4:1: $.coordinates[0][1]: found part 0, ring 0, vertex 1 (181.0, 0.0) is no "
      + "position in degrees, longitude first, expected positions on the Earth"
  ),
  (
    polygon("[0, 0]; [1, 0]; [1]; [0, 0]"),
    ":5:1: $.coordinates[0][2]: found a position of 1 numbers, expected at least 2"
  ),
  (
    polygon("[0, 0]; [1, 0]; [1, \"1\"]; [0, 0]"),
    #":5:5: $.coordinates[0][2][1]: found "1", expected a number"#
  ),
  (
    polygon("[0, 0]; 1; [1, 1]; [0, 0]"),
    ":4:1: $.coordinates[0][1]: found 1, expected a position such as [36.15, 35.81]"
  ),
  (polygon("[0, 0]; [1, 0]; [1, NaN]; [0, 0]"), #":5:5: found "NaN", expected a finite number"#),
  (
    polygon("[0, 0]; [1, 0]; [1, 1e999]; [0, 0]"),
    #":5:5: found "1e999", expected a number below 1.8e308 in magnitude"#
  ),
  (
    #"{"type": "Polygon", "coordinates": []}"#,
    ":1:36: $.coordinates: found part 0 has no ring, expected a border that is valid"
  ),
  (
    #"{"type": "MultiPolygon", "coordinates": []}"#,
    ":1:41: $.coordinates: found there is no polygon, expected a border that is valid"
  ),
  (
    #"{"type": "MultiPolygon", "coordinates": [[]]}"#,
    ":1:42: $.coordinates[0]: found part 0 has no ring, expected a border that is "
      + "valid"
  ),
  (
    #"{"type": "Polygon"}"#,
    #":1:1: $: found an object without "coordinates", expected the key "coordinates""#
  ),
  (
    #"{"type": "Point", "coordinates": [0, 0]}"#,
    #":1:10: $.type: found "Point", expected "FeatureCollection", "Feature", "#
      + #""Polygon" or "MultiPolygon""#
  ),
  (#"{"type": "Feature", "geometry": null}"#, ":1:33: $.geometry: found null, expected an object"),
  (
    #"{"type": "Feature", "geometry": {"type": "LineString", "coordinates": []}}"#,
    #":1:42: $.geometry.type: found "LineString", expected "Polygon" or "MultiPolygon""#
  ),
  (
    #"{"type": "FeatureCollection", "features": []}"#,
    #":1:43: $.features: found 0 features with the id "square", expected one"#
  ),
  (
    #"{"type": "FeatureCollection", "features": [\#(named("round"))]}"#,
    #":1:43: $.features: found 0 features with the id "square", expected one"#
  ),
  (
    #"{"type": "FeatureCollection", "features": [\#(numbered)]}"#,
    #":1:43: $.features: found 0 features with the id "square", expected one"#
  ),
  (
    #"{"type": "FeatureCollection", "features": [\#(named("square")), \#(named("square"))]}"#,
    #":1:43: $.features: found 2 features with the id "square", expected one"#
  ),
  (named("round"), #":1:1: $: found 0 features with the id "square", expected one"#),
  (
    feature(#"{"edges": "curved"}"#),
    #":1:45: $.properties.edges: found "curved", expected "geodesic" or "straight in "#
      + #"longitude and latitude""#
  ),
  (
    feature(#"{"edges": 1}"#),
    ":1:45: $.properties.edges: found 1, expected a text in double quotes"
  ),
  (
    feature(#"{"window": [0.1, 0, 0.2]}"#),
    ":1:46: $.properties.window: found an array, expected west, south, east and "
      + "north in degrees"
  ),
  (
    feature(#"{"window": [0.2, 0, 0.1, 0.3]}"#),
    ":1:46: $.properties.window: found an array, expected west, south, east and "
      + "north in degrees"
  ),
  (
    feature(#"{"window": [0.1, 0, 0.2, 0.05]}"#),
    ":1:141: $.geometry.coordinates[0][2]: found part 0, ring 0, vertex 2 (0.2, 0.1) "
      + "(and 1 more) lies outside the window 0.1…0.2° E, 0.0…0.05° N, expected "
      + "positions inside the file's window"
  ),
  (
    feature(#"{"window": [-0.01, 0.1, 0.11, 0.25]}"#),
    ":1:122: $.geometry.coordinates[0][0]: found part 0, ring 0, vertex 0 (0.1, 0.0) "
      + "(and 3 more) lies outside the window -0.01…0.11° E, 0.1…0.25° N; latitude and "
      + "longitude seem to be swapped, expected positions inside the file's window"
  ),
  ("", ": found an empty file, expected a JSON value"),
  ("[]", ":1:1: $: found an array, expected an object"),
  (
    String(square.dropLast(3)),
    #":1:96: found the end of the file, expected "," or "]" after an element; the "#
      + "array that begins in line 1 is not closed"
  ),
]
