import Formats
import Quantities
import Testing

@Suite struct `A damaged text` {
  static let json = """
    // a comment
    {"id": "A-1", 'név': "caf\\u00e9 \\uD83D\\uDEE9 ő", list: [1, -2.5e3, .5, 0x1F, null, true,],
     /* more */ "path": {"groundSpeed": "980 km/h", "at": [[36.15, 35.81], [36.1624300, 35.82, 7]]}}

    """
  static let csv = """
    #tool=x
    id,time_utc,note,alt_m
    A,2015-11-24T07:24:05.000Z,"a ""quoted"", é
    note",5791.2
    B,2015-11-24T07:24:06.000Z,,-1e3

    """

  static let tracks = #"""
    track_id,time_utc,lat_deg,lon_deg,event
    A,2015-11-24T07:24:05.000Z,36.1,36.15,entry
    A,2015-11-24T07:24:06.000Z,36.2,36.16,
    "B ""2"" b",2015-11-24T07:24:06.000Z,-9e0,-180,

    """#
  static let kml = """
    <?xml version="1.0"?><kml xmlns:g='g'><!-- a --><Placemark><name>é &lt; <![CDATA[ő]]></name>
    <g:LineString><coordinates>36.15,35.81,7 36.16,-35.82e0</coordinates></g:LineString></Placemark>
    <Point/></kml>

    """
  static let border = """
    {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": {
    "name": "A", "window": [0, 0, 9, 9]}, "geometry": {"type": "Polygon", "coordinates": [
    [[0, 0], [4, 0], [4, 4], [0, 0]]]}}, {"type": "Feature", "id": 2, "geometry": {"type":
    "MultiPolygon", "coordinates": [[[[0, 0], [4, 0], [4, 4], [0, 0]]]]}}]}

    """

  /// Twenty seeds of a thousand texts.
  @Test(arguments: UInt64(1)...20)
  func `of JSON is refused at a line of the file, or read`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<1000 {
      let bytes = damaged(Self.json, using: &random)
      do {
        let root = try JSONDocument(parsing: bytes, file: "f").root
        // Places are counted from the top of the file, which is slow in a debug build.
        if Int.random(in: 0..<8, using: &random) == 0 { visit(root) }
      } catch {
        expectLine(of: error, in: bytes)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `of CSV is refused at a line of the file, or read`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<1000 {
      let bytes = damaged(Self.csv, using: &random)
      do {
        var csv = try CSVReader(bytes, file: "f", options: .init(acceptsMetadata: true))
        while try csv.advance() {
          for field in 0..<csv.count {
            _ = csv.string(field)
            _ = try? csv.number(field)
            _ = try? csv.instant(field)
          }
        }
      } catch {
        expectLine(of: error, in: bytes)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `of tracks is refused at a line of the file, or read`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    for _ in 0..<1000 {
      let bytes = damaged(Self.tracks, using: &random)
      do {
        var reader = try TrackCSVReader(bytes, file: "f")
        while try reader.next() != nil {}
      } catch let error as FormatError {
        expectLine(of: error, in: bytes)
      }
    }
  }

  @Test(arguments: UInt64(1)...20, [EditedPathFile.Form.csv, .geoJSON, .kml])
  func `of a path is refused at a line of the file, or read`(
    seed: UInt64, form: EditedPathFile.Form
  ) {
    var random = RandomStream(seed: seed)
    let text =
      switch form {
      case .csv: Self.tracks
      case .geoJSON: #"{"type": "MultiLineString", "coordinates": [[[2, 1], [3, 1, 5]]]}"#
      case .kml: Self.kml
      }
    for _ in 0..<150 {
      let bytes = damaged(text, using: &random)
      do {
        _ = try EditedPathFile(file: "f", form: form, track: "A").read(bytes)
      } catch {
        expectLine(of: error, in: bytes)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `of airspaces is refused at a line of the file, or read`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<1000 {
      let bytes = damaged(Self.border, using: &random)
      do {
        _ = try BorderGeoJSON.airspaces(in: bytes, file: "f")
      } catch {
        expectLine(of: error, in: bytes)
      }
    }
  }
}

private func damaged(_ text: String, using random: inout RandomStream) -> [UInt8] {
  var bytes = Array(text.utf8)
  let hard = Array("\"'\\{}[],:/*\n\r\0#0.eu-x<>!?&".utf8) + [0xFF, 0xC3, 0xED, 0xF0, 0x80]
  for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = Int.random(in: place...min(place + 20, bytes.count), using: &random)
    let byte = hard.randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = byte
    case 1: bytes.insert(byte, at: place)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    default: bytes.removeSubrange(place...)
    }
  }
  return bytes
}

/// Asks a value for all that it has.
private func visit(_ node: JSONNode) {
  _ = (node.excerpt, node.place, node.numberText)
  _ = (try? node.string(), try? node.integer(), try? node.instant(), try? node.positions())
  _ = (try? node.measure(of: .speed), try? node.strings())
  for element in node.elements { visit(element) }
  for member in node.members { visit(member.value) }
}

private func expectLine(
  of error: FormatError, in bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
) {
  let breaks = bytes.count { $0 == 0x0A || $0 == 0x0D }
  let isInside = error.place.line.map { (1...breaks + 1).contains($0) } ?? true
  let text = String(decoding: bytes, as: UTF8.self)
  if !isInside || error.description.contains("\n") {
    Issue.record("\(error) in \(text)", sourceLocation: sourceLocation)
  }
}
