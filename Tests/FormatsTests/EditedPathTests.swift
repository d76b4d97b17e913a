import Flights
import Formats
import Geodesy
import Incidents
import Quantities
import Testing

@Suite struct `A path that was drawn or edited` {
  private func read(
    _ text: String, _ form: EditedPathFile.Form, track: String = "A"
  ) throws -> EditedPath {
    try EditedPathFile(file: "f", form: form, track: track).read(Array(text.utf8))
  }

  private func places(_ text: String, _ form: EditedPathFile.Form) throws -> [[Double]] {
    guard case .places(let places) = try read(text, form) else { return [] }
    return places.map { [$0.latitude.degrees, $0.longitude.degrees] }
  }

  private func sentence(_ text: String, _ form: EditedPathFile.Form) -> String {
    do {
      _ = try read(text, form)
      return "read"
    } catch { return "\(error)" }
  }

  @Test(arguments: [
    ("a.csv", EditedPathFile.Form.csv), ("A.CSV", .csv), ("a.geojson", .geoJSON),
    ("a.b.json", .geoJSON), ("dir.csv/a.kml", .kml),
  ])
  func `is known by the end of its name`(name: String, form: EditedPathFile.Form) {
    #expect(EditedPathFile.Form(fileName: name) == form)
  }

  @Test(arguments: ["", "-", "a", "csv", "a.kmz", "a.csv.gz", "a.csv/a"])
  func `is not known by any other name`(name: String) {
    #expect(EditedPathFile.Form(fileName: name) == nil)
  }

  @Test func `has its own times in CSV with times`() throws {
    let text = """
      track_id,time_utc,lat_deg,lon_deg,alt_m,alt_ref,gs_mps,event
      B,2015-11-24T07:24:00.000Z,1,1,,,,
      A,2015-11-24T07:24:05.000Z,35.5,36.25,5791.2,unknown,1,
      A,2015-11-24T07:24:06.500Z,35.5,36.125,5791.2,unknown,1,entry
      """
    guard case .timed(let track) = try read(text, .csv) else {
      Issue.record("it has no times")
      return
    }
    #expect(track.fixes.map(\.place.longitude.degrees) == [36.25, 36.125])
    #expect(track.legs.map(\.duration) == [.seconds(1.5)])
    #expect(track.start.altitude == Altitude(.meters(5791.2), .unknown))
  }

  @Test(arguments: [
    ("lat_deg,lon_deg\n1,2\n1,3\n", EditedPathFile.Form.csv),
    ("lon_deg,track_id,lat_deg\n9,B,9\n2,A,1\n3,A,1\n", .csv),
    (#"{"type": "LineString", "coordinates": [[2, 1, 500], [3, 1]]}"#, .geoJSON),
    (
      #"""
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": [9, 9]}},
        {"type": "Feature", "geometry": null},
        {"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries": [
          {"type": "MultiLineString", "coordinates": [[[2, 1], [3, 1]]]}]}}]}
      """#, .geoJSON
    ),
    (
      #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- drawn --><kml xmlns='http://www.opengis.net/kml/2.2'><Document><Placemark id="a">
      <name>A &amp; B</name><Point><coordinates>9,9</coordinates></Point></Placemark>
      <Placemark><MultiGeometry><LineString><tessellate>1</tessellate><coordinates>
        2,1,500
        3,1,0 </coordinates></LineString></MultiGeometry></Placemark></Document></kml>

      """#, .kml
    ),
    (
      "<k:kml><k:LineString><k:coordinates><![CDATA[2,1 ]]>3.0,+1e0</k:coordinates></k:LineString>"
        + "<x/></k:kml>", .kml
    ),
  ])
  func `is places in any other form`(text: String, form: EditedPathFile.Form) throws {
    #expect(try places(text, form) == [[1, 2], [1, 3]])
  }

  @Test(arguments: badCSV)
  func `of CSV is refused in one sentence`(text: String, expected: String) {
    #expect(sentence(text, .csv) == expected)
  }

  @Test(arguments: badGeoJSON)
  func `of GeoJSON is refused in one sentence`(text: String, expected: String) {
    #expect(sentence(text, .geoJSON) == expected)
  }

  @Test(arguments: badKML)
  func `of KML is refused in one sentence`(text: String, expected: String) {
    #expect(sentence(text, .kml) == expected)
  }

  @Test func `of KML nests no deeper than it may`() {
    let deep = String(repeating: "<a>", count: 65)
    #expect(
      sentence(deep, .kml)
        == "f:1:193: found elements nested deeper than 64, expected fewer")
    #expect(
      sentence("<kml>\u{0}</kml>", .kml)
        == "f: found bytes that are not UTF-8, or NUL, expected UTF-8 text; save the file as UTF-8, "
        + "not zipped")
  }
}

private func line(_ coordinates: String) -> String {
  "<LineString><coordinates>\(coordinates)</coordinates></LineString>"
}

private let badCSV: [(text: String, sentence: String)] = [
  (
    "lat,lon\n1,2\n",
    "f:1: found no column \"lat_deg\", expected the columns lat_deg and lon_deg, and time_utc "
      + "where the path has times; name the columns so in the first line"
  ),
  (
    "lat_deg,lon_deg,time\n1,2,3\n",
    "f:1: found the unknown column \"time\", expected native track columns"
  ),
  ("lat_deg,lon_deg\n1,2\n", "f:2: found 1 place, expected a path of two places or more"),
  ("lat_deg,lon_deg\n", "f:1: found no place, expected a path of two places or more"),
  (
    "lat_deg,lon_deg\n1,2\n1,2\n",
    "f:3: found the place before it once more, expected a place at least a millimeter from the "
      + "one before it; leave one of the two out"
  ),
  (
    "lat_deg,lon_deg\n1,2\n1,nan\n",
    "f:3:3: found \"nan\" in column \"lon_deg\", expected a finite number; leave a missing value "
      + "empty"
  ),
  (
    "lat_deg,lon_deg\n1,2\n100,3\n",
    "f:3:1: found \"100\" in column \"lat_deg\", expected a latitude in -90…90; are latitude and "
      + "longitude swapped?"
  ),
  (
    "track_id,lat_deg,lon_deg\nB,1,2\nC,1,3\n",
    "f: found several tracks, \"B\", \"C\", expected one track, or one of the id \"A\"; keep the "
      + "rows of one track only"
  ),
  (
    "time_utc,lat_deg,lon_deg\n2015-11-24T07:24:00Z,1,2\n2015-11-24T07:24:00Z,1,3\n",
    "f:3:1: found \"2015-11-24T07:24:00Z\" in column \"time_utc\", expected a time later than "
      + "that of the line before"
  ),
]

private let badGeoJSON: [(text: String, sentence: String)] = [
  (
    #"{"type": "Point", "coordinates": [1, 2]}"#,
    "f:1:1: $: found no line, expected one LineString; draw the path as one line"
  ),
  (
    #"{"type": "MultiLineString", "coordinates": [[[2, 1], [3, 1]], [[4, 1], [5, 1]]]}"#,
    "f:1:63: $.coordinates[1]: found a second line, after $.coordinates[0] in line 1, expected "
      + "one LineString; keep one line in the file"
  ),
  (
    #"{"type": "LineString", "coordinates": [[2, 1]]}"#,
    "f:1:39: $.coordinates: found 1 place, expected a path of two places or more"
  ),
  (
    #"{"type": "LineString", "coordinates": [[2, 1], [2, 1]]}"#,
    "f:1:48: $.coordinates[1]: found the place before it once more, expected a place at least a "
      + "millimeter from the one before it; leave one of the two out"
  ),
  (
    #"{"type": "LineString", "coordinates": [[2, 1], [1, 98]]}"#,
    "f:1:48: $.coordinates[1]: found the latitude 98.0, expected a latitude in -90…90; are "
      + "latitude and longitude swapped?"
  ),
  (
    #"{"type": "LineString", "coordinates": [[2, 1], [3]]}"#,
    "f:1:48: $.coordinates[1]: found a position of 1 numbers, expected at least 2"
  ),
  (
    #"{"type": "Linestring", "coordinates": []}"#,
    "f:1:10: $.type: found \"Linestring\", expected \"FeatureCollection\", \"Feature\", "
      + "\"LineString\", \"MultiLineString\", \"GeometryCollection\", \"Point\", \"MultiPoint\", "
      + "\"Polygon\" or \"MultiPolygon\"; did you mean \"LineString\"?"
  ),
]

private let badKML: [(text: String, sentence: String)] = [
  ("", "f:1:1: found no element, expected one"),
  ("PK\u{3}\u{4}", "f:1:1: found \"P\", expected an element; is this an XML file?"),
  (
    "<kml/>",
    "f: found no line, expected one LineString; draw the path as one line; a path with times is "
      + "read from CSV"
  ),
  ("<kml>\n<a></b>", "f:2:4: found the end of \"b\", expected the end of \"a\""),
  (
    "<kml>\n<a>", "f:2:4: found the end of the file, expected the end of \"a\"; it begins in line 2"
  ),
  ("<kml/><kml/>", "f:1:7: found a second outermost element, expected one"),
  ("<!DOCTYPE kml><kml/>", "f:1:1: found a declaration, expected an element or a text"),
  ("<kml a=b/>", "f:1:8: found \"b\", expected a value in quotes"),
  ("<kml a='b/>", "f:1:8: found a value without its end, expected a closing quote"),
  ("<kml><!-- </kml>", "f:1:6: found <!-- without its end, expected -->"),
  ("<kml>\n</kml", "f:2:6: found the end of the file, expected >"),
  (
    "<k>" + line("2,1 3,1") + "\n" + line("2,1 3,1") + "</k>",
    "f:2:1: found a second LineString, after that of line 1, expected one; keep one line in the "
      + "file"
  ),
  (line("2,1"), "f:1:1: found 1 place, expected a path of two places or more"),
  (line(""), "f:1:1: found no place, expected a path of two places or more"),
  (
    line("2,1 2,1"),
    "f:1:30: found the place before it once more, expected a place at least a millimeter from "
      + "the one before it; leave one of the two out"
  ),
  (
    line("2,1 3,nan"),
    "f:1:30: found \"3,nan\", expected longitude,latitude or longitude,latitude,height without "
      + "spaces; such as 36.15,35.81"
  ),
  (line("2,1 181,1"), "f:1:30: found the longitude 181.0, expected a longitude in -180…180"),
]
