import Geodesy

/// Reads the one LineString of a KML text (OGC 12-007r2), wherever in it that stands.
struct LineKML {
  let file: String

  func places(in bytes: [UInt8]) throws(FormatError) -> [GeodeticCoordinate] {
    var xml = try XMLScanner(bytes, file: file)
    var list = PlaceList(file: file)
    var lineAt: Int?
    while let piece = try xml.next() {
      switch piece {
      case .start("LineString", let offset):
        if let lineAt {
          throw xml.error(
            at: offset, found: "a second LineString, after that of line \(xml.line(of: lineAt))",
            expected: "one", advice: "keep one line in the file")
        }
        lineAt = offset
      case .text(let range):
        let parents = xml.open.suffix(2).map(\.name)
        if parents == ["LineString", "coordinates"] { try add(range, of: xml, to: &list) }
      case .start, .end: continue
      }
    }
    guard let lineAt else {
      throw FormatError(
        file: file, place: .wholeFile, found: "no line", expected: "one LineString",
        advice: "draw the path as one line; a path with times is read from CSV")
    }
    return try list.checked { xml.place(of: lineAt) }
  }

  /// Adds the places of a text: longitude, latitude and, passed over, height, between commas.
  private func add(
    _ range: Range<Int>, of xml: XMLScanner, to list: inout PlaceList
  ) throws(FormatError) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard !xml.bytes[index].isXMLSpace else {
        index += 1
        continue
      }
      let end = xml.bytes[index..<range.upperBound].firstIndex { $0.isXMLSpace }
      let tuple = index..<(end ?? range.upperBound)
      guard let numbers = numbers(xml.bytes[tuple]) else {
        throw xml.error(
          at: index, found: String(decoding: xml.bytes[tuple], as: UTF8.self).excerpt,
          expected: "longitude,latitude or longitude,latitude,height without spaces",
          advice: "such as 36.15,35.81")
      }
      try list.append(north: numbers[1], east: numbers[0]) { xml.place(of: tuple.lowerBound) }
      index = tuple.upperBound
    }
  }

  /// Two or three finite numbers between commas.
  private func numbers(_ bytes: ArraySlice<UInt8>) -> [Double]? {
    let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    let numbers = parts.compactMap { part -> Double? in
      part.withUnsafeBufferPointer { bytes in
        guard let number = DecimalText(bytes, from: 0), number.end == bytes.count,
          number.value.isFinite
        else { return nil }
        return number.value
      }
    }
    return numbers.count == parts.count ? numbers : nil
  }
}
