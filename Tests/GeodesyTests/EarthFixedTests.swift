import Geodesy
import Quantities
import Testing

@Suite struct EarthFixedTests {
  @Test func `positions are within 4 nm of 50-digit arithmetic`() throws {
    var worst = Worst()
    for row in try ReferenceTable("earth-fixed.csv").rows {
      let place = try GeodeticCoordinate(
        latitude: .degrees(row[0]), longitude: .degrees(row[1]), height: .meters(row[2]))
      let expected = Vector<EarthFixed>(x: row[3], y: row[4], z: row[5])
      worst.take(
        (Ellipsoid.wgs84.position(of: place) - expected).length.meters, row.numbers)
    }
    #expect(worst.error < 4e-9, "\(worst)")
  }

  @Test func `the poles and the four corners of the equator are exact`() throws {
    let (a, b) = (Ellipsoid.wgs84.equatorialRadius.meters, Ellipsoid.wgs84.polarRadius.meters)
    let corners: [(latitude: Double, longitude: Double, x: Double, y: Double, z: Double)] = [
      (0, 0, a, 0, 0), (0, 90, 0, a, 0), (0, -180, -a, 0, 0), (0, -90, 0, -a, 0),
    ]
    for corner in corners {
      let place = try GeodeticCoordinate(
        latitude: .degrees(corner.latitude), longitude: .degrees(corner.longitude))
      #expect(
        Ellipsoid.wgs84.position(of: place) == Vector(x: corner.x, y: corner.y, z: corner.z))
    }
    for sign in [-1.0, 1] {
      let pole = try GeodeticCoordinate(latitude: .degrees(sign * 90), longitude: .degrees(33))
      let position = Ellipsoid.wgs84.position(of: pole)
      #expect(position.x == 0 && position.y == 0)
      #expect(abs(position.z - sign * b) <= 1e-9)
    }
  }
}

@Suite struct VectorTests {
  let a = Vector<LocalLevel>(x: 1, y: 2, z: 3)
  let b = Vector<LocalLevel>(x: -4, y: 5, z: 0.5)

  @Test func `sum, difference and multiple work by component`() {
    #expect(a + b == Vector(x: -3, y: 7, z: 3.5))
    #expect(a - b == Vector(x: 5, y: -3, z: 2.5))
    #expect(2 * a == Vector(x: 2, y: 4, z: 6))
  }

  @Test func `the vector product is at right angles to both`() {
    #expect(a.cross(b) == Vector(x: -14, y: -12.5, z: 13))
    #expect(a.cross(b).dot(a) == 0)
    #expect(a.cross(b).dot(b) == 0)
    #expect(a.cross(a) == Vector(x: 0, y: 0, z: 0))
  }

  @Test func `the length is the root of the scalar product with itself`() {
    #expect(Vector<LocalLevel>(x: 2, y: 3, z: 6).length == .meters(7))
    #expect(a.dot(b) == 7.5)
  }
}
