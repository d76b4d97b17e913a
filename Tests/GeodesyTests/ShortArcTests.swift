import Geodesy
import Quantities
import Testing

@Suite struct `A short arc` {
  @Test(arguments: 1...12)
  func `lies where the geodesic does`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<200 {
      let latitude = Double.random(in: -85...85, using: &random),
        azimuth = Double.random(in: -180...180, using: &random)
      let longitude = Double.random(in: -180...180)
      let line = GeodesicLine(latitude: latitude, longitude: longitude, azimuth: azimuth)
      let arc = ShortArc(
        latitude: latitude, longitude: longitude, azimuth: azimuth, on: .wgs84)
      let limit = ShortArc.limit(latitude: latitude)
      for share in [-1, -0.5, 0, 1e-6, 0.01, 0.3, 1.0] {
        let (expected, found) = (
          line.position(meters: share * limit), arc.position(meters: share * limit)
        )
        let gap = Geodesic.wgs84.inverse(
          latitude1: expected.latitude, longitude1: expected.longitude,
          latitude2: found.latitude, longitude2: found.longitude
        ).meters
        #expect(gap < 20e-9, "\(latitude) \(longitude) \(azimuth) \(share)")
      }
    }
  }
}
