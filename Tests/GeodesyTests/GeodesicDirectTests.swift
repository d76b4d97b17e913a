import Geodesy
import Quantities
import Testing

@Suite struct GeodesicDirectTests {
  @Test func `agrees with GeographicLib within 15 nm`() throws {
    var (position, azimuth) = (Worst(), Worst())
    for row in try ReferenceTable("direct.csv").rows {
      let found = Geodesic.wgs84.direct(
        latitude: row[0], longitude: row[1], azimuth: row[2], meters: row[3])
      position.take(gap(row[4], row[5], found.latitude, found.longitude), row.numbers)
      // Close to a pole the azimuth turns with the longitude; their difference stays.
      azimuth.take(
        min(
          turn(found.azimuth, row[6]),
          turn(found.azimuth - found.longitude, row[6] - row[5]),
          turn(found.azimuth + found.longitude, row[6] + row[5])), row.numbers)
    }
    #expect(position.error <= 15e-9, "\(position)")
    #expect(azimuth.error <= 1e-9, "\(azimuth)")
  }

  @Test func `is within 8 nm of the integrals evaluated with 34 digits`() throws {
    var (position, azimuth) = (Worst(), Worst())
    for row in try ReferenceTable("exact.csv").rows {
      let found = Geodesic.wgs84.direct(
        latitude: row[0], longitude: row[1], azimuth: row[7], meters: row[8])
      position.take(gap(row[9], row[10], found.latitude, found.longitude), row.numbers)
      azimuth.take(turn(found.azimuth, row[11]), row.numbers)
    }
    #expect(position.error <= 8e-9, "\(position)")
    #expect(azimuth.error <= 1e-11, "\(azimuth)")
  }

  @Test(arguments: UInt64(1)...100, [0, 1 / 298.257_223_563, 0.01])
  func `leads back to where the inverse was asked`(seed: UInt64, flattening: Double) {
    var random = RandomStream(seed: seed)
    let geodesic = Geodesic(
      on: Ellipsoid(equatorialRadius: .meters(6_378_137), flattening: flattening))
    for reach in [1e-7, 1e-3, 1, 30, 180] {
      let latitude1 = Double.random(in: -89...89, using: &random)
      let longitude1 = Double.random(in: -180...180, using: &random)
      let latitude2 =
        max(-90, min(90, latitude1 + Double.random(in: -reach...reach, using: &random)))
      let longitude2 = longitude1 + Double.random(in: -reach...reach, using: &random)
      let line = geodesic.inverse(
        latitude1: latitude1, longitude1: longitude1, latitude2: latitude2,
        longitude2: longitude2)
      let end = geodesic.direct(
        latitude: latitude1, longitude: longitude1, azimuth: line.azimuth1, meters: line.meters)
      #expect(
        gap(latitude2, longitude2, end.latitude, end.longitude) <= 2e-8,
        "\(latitude1) \(longitude1) \(latitude2) \(longitude2)")
    }
  }

  @Test func `the typed question has the answer of the bare one`() throws {
    let village = try GeodeticCoordinate(
      latitude: .degrees(35.95), longitude: .degrees(36.01), height: .meters(500))
    let typed = Geodesic.wgs84.direct(
      from: village, azimuth: .degrees(78), distance: .nauticalMiles(5))
    let bare = Geodesic.wgs84.direct(
      latitude: 35.95, longitude: 36.01, azimuth: 78, meters: 9260)
    #expect(typed.place.latitude.degrees == bare.latitude)
    #expect(typed.place.longitude.degrees == bare.longitude)
    #expect(typed.place.height == .zero)
    #expect(typed.azimuth.degrees == bare.azimuth)
  }

  @Test func `a distance that is not finite gives no number`() {
    let end = Geodesic.wgs84.direct(latitude: 1, longitude: 2, azimuth: 3, meters: .infinity)
    #expect(end.latitude.isNaN && end.longitude.isNaN && end.azimuth.isNaN)
  }
}
