import Geodesy
import Quantities
import Testing

@Suite struct AntimeridianTests {
  @Test(arguments: [(179.5, -179.5), (179.5, 180.5), (-180.5, -179.5), (539.5, 180.5)])
  func `the shorter way crosses it`(from: Double, to: Double) {
    let across = Geodesic.wgs84.inverse(
      latitude1: 51, longitude1: from, latitude2: 52, longitude2: to)
    let elsewhere = Geodesic.wgs84.inverse(
      latitude1: 51, longitude1: 9.5, latitude2: 52, longitude2: 10.5)
    #expect(across == elsewhere)
  }

  @Test func `180 and -180 are one meridian`() throws {
    for latitude in [-90.0, -36, 0, 71, 90] {
      let pair = Geodesic.wgs84.inverse(
        latitude1: latitude, longitude1: 180, latitude2: latitude, longitude2: -180)
      #expect(pair.meters == 0)
    }
    let east = try GeodeticCoordinate(latitude: .degrees(10), longitude: .degrees(180))
    let west = try GeodeticCoordinate(latitude: .degrees(10), longitude: .degrees(-180))
    #expect(Geodesic.wgs84.inverse(from: east, to: west).distance == .zero)
  }

  @Test func `a line crosses it without a jump`() throws {
    let line = GeodesicLine(latitude: -17, longitude: 179.9, azimuth: 60)
    var last = line.position(meters: 0)
    for step in 1...400 {
      let next = line.position(meters: Double(step) * 100)
      #expect(abs(next.longitude) <= 180)
      #expect(abs(gap(last.latitude, last.longitude, next.latitude, next.longitude) - 100) < 1)
      last = next
    }
    #expect(last.longitude < -179)
  }

  @Test func `a place on it has the longitude -180`() throws {
    let start = try GeodeticCoordinate(latitude: .zero, longitude: .degrees(90))
    let line = GeodesicLine(from: start, azimuth: .degrees(90))
    let quarter = 6_378_137 * Double.pi / 2
    for offset in [-1e-9, 0, 1e-9] {
      let place = line.place(at: .meters(quarter + offset))
      #expect(turn(place.longitude.degrees, 180) < 1e-13)
      #expect(place.longitude.degrees < 180)
    }
  }

  @Test func `a meridian on it is kept`() throws {
    let line = GeodesicLine(latitude: -10, longitude: 180, azimuth: 0)
    #expect(line.position(meters: 1e6).longitude == 180)
    let typed = GeodesicLine(
      from: try GeodeticCoordinate(latitude: .degrees(-10), longitude: .degrees(180)),
      azimuth: .zero)
    #expect(typed.place(at: .kilometers(1000)).longitude.degrees == -180)
  }

  /// 1e-13 degrees are 11 nm on the equator; a difference of rounded longitudes would lose them.
  @Test(arguments: [1e-13, 3e-11, 1e-7])
  func `a short line across it keeps its digits`(part: Double) {
    let (east, west) = (180 - part, -180 + part)
    let exact = (180 - east) + (west + 180)
    let across = Geodesic.wgs84.inverse(
      latitude1: 0, longitude1: east, latitude2: 0, longitude2: west)
    let expected = exact * .pi / 180 * 6_378_137
    #expect(abs(across.meters / expected - 1) < 1e-15)
    #expect(across.azimuth1 == 90)
  }
}
