import Geodesy
import Quantities
import Testing

@Suite struct `A geodesic as a chain of arcs` {
  /// Short ones, long ones, some near a pole and some across the antimeridian.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `has the places of the line`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for number in 0..<60 {
      let poleward = number.isMultiple(of: 5) ? 89.99 : 70
      let latitude = Double.random(in: -poleward...poleward, using: &random)
      let longitude = Double.random(in: -180...180, using: &random)
      let azimuth = Double.random(in: -180...180, using: &random)
      let length = pow10(Double.random(in: 0...5.6, using: &random))
      let end = GeodesicLine(latitude: latitude, longitude: longitude, azimuth: azimuth)
        .position(meters: length)
      let line = GeodesicLine(
        latitude1: latitude, longitude1: longitude, latitude2: end.latitude,
        longitude2: end.longitude)
      var chain = ArcChain(
        latitude1: latitude, longitude1: longitude, latitude2: end.latitude,
        longitude2: end.longitude)
      #expect(abs(chain.length - length) < 1e-6)
      // The last one asks for a place behind the one before.
      for share in [0, 1e-6, 0.2, 0.5, 0.7, 0.999, 1.0, 0.1] {
        let (expected, found) = (
          line.position(meters: share * chain.length), chain.place(at: share * chain.length)
        )
        let gap = Geodesic.wgs84.inverse(
          latitude1: expected.latitude, longitude1: expected.longitude,
          latitude2: found.latitude, longitude2: found.longitude
        ).meters
        #expect(gap < 50e-9, "\(latitude) \(longitude) \(azimuth) \(length) \(share)")
        #expect(abs(found.longitude) <= 180)
      }
    }
  }

  @Test func `of no length is its start`() {
    var chain = ArcChain(latitude1: 36, longitude1: 36, latitude2: 36, longitude2: 36)
    #expect(chain.length == 0)
    #expect(chain.place(at: 0) == (36, 36))
  }

  private func pow10(_ exponent: Double) -> Double {
    var (power, rest) = (1.0, exponent)
    while rest >= 1 { (power, rest) = (power * 10, rest - 1) }
    return power * (1 + 9 * rest)
  }
}

@Suite struct `A way in the plane that touches the ground` {
  /// A geodesic of the same length and direction ends elsewhere by s² tan φ/2R and a little more.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `is as many degrees as a geodesic, to the square of the way`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<50 {
      let latitude = Double.random(in: -80...80, using: &random)
      let (north, east) = (
        Double.random(in: -700...700, using: &random), Double.random(in: -700...700, using: &random)
      )
      let way = (north * north + east * east).squareRoot()
      let expected = GeodesicLine(
        latitude: latitude, longitude: 20,
        azimuth: Angle(ofNorth: north, east: east).degrees
      ).position(meters: way)
      let degrees = Ellipsoid.wgs84.degrees(north: north, east: east, atLatitude: latitude)
      let gap = Geodesic.wgs84.inverse(
        latitude1: expected.latitude, longitude1: expected.longitude,
        latitude2: latitude + degrees.latitude, longitude2: 20 + degrees.longitude
      ).meters
      let slope = abs(Angle.degrees(latitude).sine / Angle.degrees(90 - latitude).sine)
      #expect(gap <= way * way * (slope + 0.1) / 6_335_439)
    }
  }
}
