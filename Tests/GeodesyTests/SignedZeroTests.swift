import Geodesy
import Quantities
import Testing

@Suite struct SignedZeroTests {
  /// Pairs with every zero positive; the tests put a sign on some of them.
  static let pairs: [[Double]] = [
    [0, 0, 0, 0], [0, 0, 0, 10], [0, 0, 0, 179.7], [0, 0, 0, 180], [0, 0, 10, 0], [0, 0, 10, 20],
    [-35, 0, 0, 0], [90, 0, 0, 0], [0, 0, -90, 0], [0, 12, 0, 12], [5, 0, 5, 0], [5, 0, -5, 180],
  ]

  @Test(arguments: pairs, 1..<16)
  func `a negative zero is answered as zero`(pair: [Double], signs: Int) {
    let signed = pair.enumerated().map { index, value in
      value == 0 && signs >> index & 1 == 1 ? -0.0 : value
    }
    let (plain, other) = (
      Geodesic.wgs84.inverse(
        latitude1: pair[0], longitude1: pair[1], latitude2: pair[2], longitude2: pair[3]),
      Geodesic.wgs84.inverse(
        latitude1: signed[0], longitude1: signed[1], latitude2: signed[2], longitude2: signed[3])
    )
    #expect(plain.meters == other.meters)
    #expect(plain.azimuth1.bitPattern == other.azimuth1.bitPattern)
    #expect(plain.azimuth2.bitPattern == other.azimuth2.bitPattern)
  }

  @Test(arguments: pairs)
  func `no azimuth is a negative zero, and due south is 180`(pair: [Double]) {
    for (a, b) in [(0, 2), (2, 0)] {
      let found = Geodesic.wgs84.inverse(
        latitude1: pair[a], longitude1: pair[a + 1], latitude2: pair[b], longitude2: pair[b + 1])
      for azimuth in [found.azimuth1, found.azimuth2] {
        #expect(azimuth != 0 || azimuth.sign == .plus)
        #expect(azimuth != -180)
      }
    }
  }

  @Test func `a line from a negative zero is a line from zero`() throws {
    for azimuth in [0.0, -0.0, 30, 90, 180, -90] {
      let plain = GeodesicLine(latitude: 0, longitude: 0, azimuth: azimuth)
      let other = GeodesicLine(latitude: -0.0, longitude: -0.0, azimuth: azimuth)
      for meters in [-1e6, -0.0, 0, 1e6] {
        #expect(plain.position(meters: meters) == other.position(meters: meters))
      }
    }
  }
}
