import Geodesy
import Quantities
import Testing

@Suite struct GeodesicInverseTests {
  static let families = [
    "anywhere", "1 m", "1 km", "100 km", "1000 km", "antipodal", "antipodal-close",
    "antipodal-exactly", "astroid", "polar", "equatorial", "equatorial-long", "nearly-equatorial",
    "meridional", "over-the-pole", "coincident", "same-parallel", "opposite-parallel",
    "antimeridian", "hatay",
  ]

  /// An azimuth that is wrong by dα misses the other end by m₁₂ dα; that miss is what is bounded,
  /// and the azimuth itself where m₁₂ is large.
  @Test(arguments: families)
  func `agrees with GeographicLib within 15 nm`(family: String) throws {
    let rows = try ReferenceTable("inverse.csv").rows.filter { $0.family == family }
    #expect(rows.count == 100)
    var (distance, azimuth, miss) = (Worst(), Worst(), Worst())
    for row in rows {
      let found = Geodesic.wgs84.inverse(
        latitude1: row[0], longitude1: row[1], latitude2: row[2], longitude2: row[3])
      distance.take(abs(found.meters - row[4]), row.numbers)
      if row[4] == 0 { continue }
      let wrong = max(turn(found.azimuth1, row[5]), turn(found.azimuth2, row[6]))
      miss.take(wrong * (.pi / 180) * abs(row[7]), row.numbers)
      if row[7] > 100_000 { azimuth.take(wrong, row.numbers) }
    }
    #expect(distance.error <= 15e-9, "\(distance)")
    #expect(miss.error <= 15e-9, "\(miss)")
    #expect(azimuth.error <= 1e-9, "\(azimuth)")
  }

  @Test(arguments: [
    "anywhere", "1 km", "100 km", "1000 km", "antipodal", "antipodal-close", "astroid",
    "same-parallel", "opposite-parallel", "antimeridian", "hatay",
  ])
  func `is within 6 nm of the integrals evaluated with 34 digits`(family: String) throws {
    let rows = try ReferenceTable("exact.csv").rows.filter { $0.family == family }
    #expect(rows.count == 20)
    var (distance, azimuth) = (Worst(), Worst())
    for row in rows {
      let found = Geodesic.wgs84.inverse(
        latitude1: row[0], longitude1: row[1], latitude2: row[2], longitude2: row[3])
      distance.take(abs(found.meters - row[4]), row.numbers)
      azimuth.take(max(turn(found.azimuth1, row[5]), turn(found.azimuth2, row[6])), row.numbers)
    }
    #expect(distance.error <= 6e-9, "\(distance)")
    #expect(azimuth.error <= 1e-10, "\(azimuth)")
  }

  @Test(arguments: ["1 km", "100 km", "hatay"])
  func `is within 0.1 nm on lines up to 100 km`(family: String) throws {
    var worst = Worst()
    for row in try ReferenceTable("exact.csv").rows where row.family == family {
      let found = Geodesic.wgs84.inverse(
        latitude1: row[0], longitude1: row[1], latitude2: row[2], longitude2: row[3])
      worst.take(abs(found.meters - row[4]), row.numbers)
    }
    #expect(worst.error <= 1e-10, "\(worst)")
  }

  @Test(arguments: UInt64(1)...100)
  func `the way back is as long and runs the other way`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    for _ in 0..<10 {
      let (a, b) = (try place(using: &random), try place(using: &random))
      let (there, back) = (
        Geodesic.wgs84.inverse(from: a, to: b), Geodesic.wgs84.inverse(from: b, to: a)
      )
      #expect((there.distance - back.distance).absolute <= .meters(8e-9), "\(a) \(b)")
      let half = Angle.degrees(180)
      #expect(turn((there.initialAzimuth + half).degrees, back.finalAzimuth.degrees) < 1e-9)
      #expect(turn((there.finalAzimuth + half).degrees, back.initialAzimuth.degrees) < 1e-9)
    }
  }

  @Test(arguments: UInt64(1)...100)
  func `no detour is shorter`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let places = try (0..<5).map { _ in try place(using: &random) }
    func distance(_ a: Int, _ b: Int) -> Length {
      Geodesic.wgs84.inverse(from: places[a], to: places[b]).distance
    }
    for a in 0..<5 {
      for b in 0..<5 {
        for c in 0..<5 {
          #expect(distance(a, c) <= distance(a, b) + distance(b, c) + .meters(2e-8))
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...50)
  func `turning the Earth by whole degrees changes nothing`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    // Longitudes on a grid of 2⁻²⁰ degrees, so that adding whole degrees does not round.
    let longitude = (Double.random(in: -90...90, using: &random) * 0x1p20).rounded() / 0x1p20
    let further = (Double.random(in: -90...90, using: &random) * 0x1p20).rounded() / 0x1p20
    let latitudes = (
      Double.random(in: -90...90, using: &random), Double.random(in: -90...90, using: &random)
    )
    let first = Geodesic.wgs84.inverse(
      latitude1: latitudes.0, longitude1: longitude, latitude2: latitudes.1, longitude2: further)
    for turn in stride(from: -540.0, through: 540, by: 37) {
      let turned = Geodesic.wgs84.inverse(
        latitude1: latitudes.0, longitude1: longitude + turn, latitude2: latitudes.1,
        longitude2: further + turn)
      #expect(turned == first)
    }
  }

  @Test func `a sphere has great circles`() {
    let globe = Geodesic(on: Ellipsoid(equatorialRadius: .meters(6_371_000), flattening: 0))
    let quarter = 6_371_000 * Double.pi / 2
    #expect(
      globe.inverse(latitude1: 0, longitude1: 0, latitude2: 0, longitude2: 90)
        == (quarter, 90, 90))
    let corner = globe.inverse(latitude1: 0, longitude1: 10, latitude2: 90, longitude2: 70)
    #expect(abs(corner.meters - quarter) <= 2e-9)
    let far = globe.inverse(latitude1: -12, longitude1: 0, latitude2: 12.5, longitude2: 179.9)
    #expect(abs(far.meters - 6_371_000 * (180 - 0.509_460_240_911_02) * .pi / 180) < 5e-9)
  }

  @Test func `what is no place gives no number`() {
    for bad in [(90.5, 0.0, 0.0, 0.0), (0, .nan, 1, 0), (0, 0, -91, 2), (0, 0, 0, .infinity)] {
      let found = Geodesic.wgs84.inverse(
        latitude1: bad.0, longitude1: bad.1, latitude2: bad.2, longitude2: bad.3)
      #expect(found.meters.isNaN && found.azimuth1.isNaN && found.azimuth2.isNaN)
    }
  }

  private func place(using random: inout RandomStream) throws -> GeodeticCoordinate {
    try GeodeticCoordinate(
      latitude: .degrees(Double.random(in: -90...90, using: &random)),
      longitude: .degrees(Double.random(in: -180...180, using: &random)))
  }
}
