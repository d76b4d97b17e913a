import Geodesy
import Quantities
import Testing

@Suite struct CoincidentTests {
  @Test(arguments: [(36.05, 36.12), (0, 0), (-89.999, 179), (90, 5), (-90, -180), (12, -180)])
  func `a place is 0 m from itself, and the azimuths are 0`(latitude: Double, longitude: Double)
    throws
  {
    let place = try GeodeticCoordinate(
      latitude: .degrees(latitude), longitude: .degrees(longitude))
    let arc = Geodesic.wgs84.inverse(from: place, to: place)
    #expect(arc.distance == .zero && arc.initialAzimuth == .zero && arc.finalAzimuth == .zero)
    let line = GeodesicLine(from: place, to: place)
    #expect(line.length == .zero)
    #expect(line.place(at: .zero) == place)
  }

  @Test(arguments: [1e-15, 1e-18, 1e-100, 1e-110, 1e-307])
  func `places closer than a double can tell have a distance that is a number`(step: Double) {
    for (φ, λ) in [(0, step), (step, 0), (step, step), (-step, step)] {
      let line = Geodesic.wgs84.inverse(
        latitude1: 0, longitude1: 0, latitude2: φ, longitude2: λ)
      #expect(line.meters >= 0 && line.meters <= 2e5 * step)
      #expect(abs(line.azimuth1) <= 180 && abs(line.azimuth2) <= 180)
    }
  }

  @Test(arguments: [-89.9, -45, 1e-3, 36, 60])
  func `one step of a double away, the distance is that step`(latitude: Double) {
    let north = Geodesic.wgs84.inverse(
      latitude1: latitude, longitude1: 36, latitude2: latitude.nextUp, longitude2: 36)
    let step = latitude.nextUp - latitude
    let radius = Ellipsoid.wgs84.meridianRadius(at: .degrees(latitude)).meters
    #expect(abs(north.meters / (step * .pi / 180 * radius) - 1) < 1e-9)
    #expect(north.azimuth1 == 0)
    let east = Geodesic.wgs84.inverse(
      latitude1: latitude, longitude1: 36, latitude2: latitude, longitude2: (36.0).nextUp)
    #expect(turn(east.azimuth1, 90) < 1e-9)
    #expect(east.meters > 0)
  }

  @Test func `a place above another is the same place to a geodesic`() throws {
    let (low, high) = (
      try GeodeticCoordinate(latitude: .degrees(36), longitude: .degrees(36)),
      try GeodeticCoordinate(
        latitude: .degrees(36), longitude: .degrees(36), height: .kilometers(6))
    )
    #expect(Geodesic.wgs84.inverse(from: low, to: high).distance == .zero)
  }
}
