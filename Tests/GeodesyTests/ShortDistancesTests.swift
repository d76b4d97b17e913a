import Geodesy
import Quantities
import Testing

@Suite struct `Short distances` {
  @Test(arguments: 1...10)
  func `are geodesic distances`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<1000 {
      let span = [1e-9, 1e-6, 1e-4, 0.003, 0.03][Int.random(in: 0..<5, using: &random)]
      let latitude = Double.random(in: -79.9...79.9, using: &random)
      let longitude = Double.random(in: -179...179, using: &random)
      let north = Double.random(in: -span...span, using: &random)
      let east = Double.random(in: -span...span, using: &random)
      let distances = ShortDistances(
        around: latitude + Double.random(in: -0.49...0.49, using: &random))
      #expect(distances.hold(at: latitude))
      let expected = Geodesic.wgs84.inverse(
        latitude1: latitude, longitude1: longitude, latitude2: latitude + north,
        longitude2: longitude + east
      ).meters
      let found = distances.meters(
        latitude1: latitude, longitude1: longitude, latitude2: latitude + north,
        longitude2: longitude + east)
      #expect(abs(found - expected) < 1e-6 + 1e-9 * expected, "\(latitude) \(north) \(east)")
    }
  }
}
