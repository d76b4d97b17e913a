import Geodesy
import Quantities
import Testing

@Suite struct GeodesicLineTests {
  @Test(arguments: UInt64(1)...200)
  func `a line between two places begins and ends at them bit for bit`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let (start, end) = (try place(using: &random), try place(using: &random))
    let line = GeodesicLine(from: start, to: end)
    let arc = Geodesic.wgs84.inverse(from: start, to: end)
    let length = try #require(line.length)
    #expect(length == arc.distance)
    #expect(line.place(at: .zero) == start)
    #expect(line.azimuth(at: .zero) == arc.initialAzimuth)
    #expect(line.place(at: length) == end)
    #expect(line.azimuth(at: length) == arc.finalAzimuth)
  }

  @Test func `just before its end a line is within 25 nm of it`() throws {
    var worst = Worst()
    for row in try ReferenceTable("inverse.csv").rows where row[4] > 0 {
      let line = GeodesicLine(
        latitude1: row[0], longitude1: row[1], latitude2: row[2], longitude2: row[3])
      let before = line.position(meters: try #require(line.length).meters.nextDown)
      worst.take(gap(row[2], row[3], before.latitude, before.longitude), row.numbers)
    }
    #expect(worst.error <= 25e-9, "\(worst)")
  }

  @Test(arguments: UInt64(1)...100)
  func `a line along a meridian keeps its longitude bit for bit`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let start = try place(using: &random)
    let end = try GeodeticCoordinate(
      latitude: .degrees(Double.random(in: -90...90, using: &random)), longitude: start.longitude)
    let line = GeodesicLine(from: start, to: end)
    let length = try #require(line.length)
    for part in stride(from: 0, through: 1, by: 0.04) {
      let position = line.placeAndAzimuth(at: length * part)
      #expect(position.place.longitude == start.longitude)
      #expect(position.azimuth.degrees == (start.latitude < end.latitude ? 0 : 180))
    }
  }

  @Test(arguments: [(0.0, 90.0), (179, 90), (-33.3, -90), (-180, 270)])
  func `a line along the equator has latitude zero throughout`(
    longitude: Double, azimuth: Double
  ) {
    let line = GeodesicLine(latitude: 0, longitude: longitude, azimuth: azimuth)
    for kilometers in stride(from: -30_000.0, through: 30_000, by: 777) {
      let position = line.position(meters: kilometers * 1000)
      #expect(position.latitude == 0)
      #expect(position.azimuth == (azimuth == 90 ? 90 : -90))
      let turned = kilometers * 1000 / 6_378_137 * 180 / .pi * (azimuth == 90 ? 1 : -1)
      #expect(turn(position.longitude, longitude + turned) <= 1.5e-13)
    }
  }

  @Test(arguments: UInt64(1)...100)
  func `distances add up along a line`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let start = try place(using: &random)
    let line = GeodesicLine(
      from: start, azimuth: .degrees(Double.random(in: -180...180, using: &random)))
    let (first, more) = (
      Double.random(in: -5e6...5e6, using: &random), Double.random(in: -5e6...5e6, using: &random)
    )
    let middle = line.position(meters: first)
    let onward = GeodesicLine(
      latitude: middle.latitude, longitude: middle.longitude, azimuth: middle.azimuth)
    let (a, b) = (line.position(meters: first + more), onward.position(meters: more))
    #expect(gap(a.latitude, a.longitude, b.latitude, b.longitude) <= 3e-8)
  }

  @Test func `a line answers as the direct problem does`() throws {
    let start = try GeodeticCoordinate(latitude: .degrees(36.05), longitude: .degrees(36.12))
    let line = GeodesicLine(from: start, azimuth: .degrees(-102.5))
    #expect(line.length == nil)
    for kilometers in [-12_000.0, -3, 0, 0.001, 17, 950, 19_000] {
      let there = Geodesic.wgs84.direct(
        from: start, azimuth: .degrees(-102.5), distance: .kilometers(kilometers))
      #expect(line.place(at: .kilometers(kilometers)) == there.place)
      #expect(line.azimuth(at: .kilometers(kilometers)) == there.azimuth)
    }
  }

  @Test func `a distance of many turns is still a place`() throws {
    let start = try GeodeticCoordinate(latitude: .degrees(10), longitude: .degrees(20))
    let line = GeodesicLine(from: start, azimuth: .degrees(30))
    for meters in [1e9, -1e12, 1e200, -.greatestFiniteMagnitude] {
      let place = line.place(at: .meters(meters))
      #expect(abs(place.latitude.degrees) <= 90 && abs(place.longitude.degrees) <= 180)
    }
  }

  @Test func `another ellipsoid has other lines`() throws {
    let globe = Geodesic(on: Ellipsoid(equatorialRadius: .meters(6_371_000), flattening: 0))
    let start = try GeodeticCoordinate(latitude: .zero, longitude: .zero)
    let line = GeodesicLine(from: start, azimuth: .degrees(45), on: globe)
    let quarter = line.placeAndAzimuth(at: .meters(6_371_000 * .pi / 2))
    #expect(abs(quarter.place.latitude.degrees - 45) < 1e-13)
    #expect(abs(quarter.place.longitude.degrees - 90) < 1e-13)
    #expect(abs(quarter.azimuth.degrees - 90) < 1e-13)
  }

  private func place(using random: inout RandomStream) throws -> GeodeticCoordinate {
    try GeodeticCoordinate(
      latitude: .degrees(Double.random(in: -90...90, using: &random)),
      longitude: .degrees(Double.random(in: -180...180, using: &random)))
  }
}
