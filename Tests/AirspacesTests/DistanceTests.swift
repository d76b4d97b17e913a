import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

@Suite struct `A distance to a border` {
  @Test func `is negative inside, positive outside and zero on the line`() throws {
    let border = try prepared([rectangle((36, 36), (37, 37))])
    func meters(_ latitude: Double, _ longitude: Double) throws -> Double {
      try #require(border.distance(to: try place(latitude, longitude))).signed.meters
    }
    #expect(try meters(36.5, 36.5) < -40_000)
    #expect(try meters(36.5, 35.5) > 40_000)
    #expect(try meters(36, 36.25) == 0)
    #expect(try meters(36, 36) == 0)
    #expect(try meters(36.5, 37) == 0)
  }

  /// The nearest place of a parallel lies on the same meridian.
  @Test func `to a parallel is the arc of the meridian`() throws {
    let border = try prepared([rectangle((30, 36), (40, 40))])
    for latitude in [35.0, 35.9, 35.99999, 36.00001, 36.1, 37] {
      let found = try #require(border.distance(to: try place(latitude, 35)))
      let arc = geodesicMeters(Point2(x: 35, y: latitude), Point2(x: 35, y: 36))
      #expect(abs(found.signed.absolute.meters - arc) < 2e-6, "\(latitude)")
      #expect(abs(found.nearest.longitude.degrees - 35) < 1e-5)
      #expect(found.isCertain)
    }
  }

  @Test func `to a corner is the geodesic to it`() throws {
    let border = try prepared([rectangle((36, 36), (37, 37))])
    let found = try #require(border.distance(to: try place(35.5, 35.5)))
    #expect(found.nearest == (try place(36, 36)))
    let geodesic = geodesicMeters(Point2(x: 35.5, y: 35.5), Point2(x: 36, y: 36))
    #expect(abs(found.signed.meters - geodesic) < 1e-6)
  }

  @Test(arguments: UInt64(1)...25)
  func `is the least over all edges, near and far`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let center = Point2(
      x: .random(in: -170...170, using: &random), y: .random(in: -75...75, using: &random))
    let border = try starBorder(
      around: center, meters: 3000...60_000, vertices: 15, using: &random)
    for reach in [0.001, 1, 100, 10_000, 300_000, 3_000_000, 18_000_000.0] {
      let vertex = border.border.polygon.vertices.randomElement(using: &random) ?? center
      let spot = Geodesic.wgs84.direct(
        from: try place(vertex), azimuth: .degrees(.random(in: -180...180, using: &random)),
        distance: .meters(reach)
      ).place
      let found = try #require(border.distance(to: spot))
      let expected = plainDistance(border.border, to: spot.point)
      #expect(abs(found.signed.absolute.meters - expected) < 1e-4, "\(reach) m")
      #expect((found.signed > .zero) == (border.location(of: spot) == .outside))
      let toFoot = geodesicMeters(spot.point, found.nearest.point)
      #expect(abs(toFoot - found.signed.absolute.meters) < 1e-6)
      #expect(plainDistance(border.border, to: found.nearest.point) < 1e-6)
    }
  }

  @Test(arguments: [
    (35.83, 36.12), (35.8, 36.15), (36.5, 36.2), (35.95, 36.3), (36.7, 36.6), (36, 35.3), (30, 36),
  ])
  func `to the Hatay border is the least over all its edges`(
    latitude: Double, longitude: Double
  ) throws {
    let border = try ShippedBorder.hatay()
    let found = try #require(border.distance(to: try place(latitude, longitude)))
    let expected = plainDistance(border.border, to: Point2(x: longitude, y: latitude))
    #expect(abs(found.signed.absolute.meters - expected) < 1e-3)
  }

  @Test(arguments: [
    (60.0, 89.9, 0.0), (80, 45, 1000.0), (88, 100, 30_000), (-85, 3, 100_000),
  ])
  func `is right near the poles`(latitude: Double, longitude: Double, reach: Double) throws {
    let center = Point2(x: longitude, y: latitude)
    var random = RandomStream(seed: 5)
    let border = try starBorder(
      around: center, meters: 3000...30_000, vertices: 12, using: &random)
    let spot = Geodesic.wgs84.direct(
      from: try place(center), azimuth: .degrees(77), distance: .meters(reach)
    ).place
    let found = try #require(border.distance(to: spot))
    #expect(abs(found.signed.absolute.meters - plainDistance(border.border, to: spot.point)) < 1e-4)
  }
}

@Suite struct `An extract` {
  /// The western half of the square 36°–38° E, cut at 37° E.
  private func half() throws -> PreparedBorder {
    let window = Box(low: Point2(x: 35, y: 35), high: Point2(x: 37, y: 38))
    let whole = Box(low: Point2(x: 36, y: 36), high: Point2(x: 38, y: 37))
    return PreparedBorder(
      try Border(
        parts: [[rectangle((36, 36), (37, 37))]], extract: .init(window: window, whole: whole)))
  }

  @Test func `has no border where it was cut`() throws {
    let border = try half()
    // 1 km from the cut, 11 km from the southern side.
    let found = try #require(border.distance(to: try place(36.1, 36.99)))
    let arc = geodesicMeters(Point2(x: 36.99, y: 36.1), Point2(x: 36.99, y: 36))
    #expect(abs(found.signed.meters + arc) < 1e-6)
    #expect(!found.isCertain)
  }

  private static let certain: [(latitude: Double, longitude: Double, isCertain: Bool)] = [
    // Well inside the window, the border much nearer than the cut.
    (36.1, 36.1, true), (36.5, 35.9, true), (35.9, 36.5, true),
    // The cut as near as the border, or nearer.
    (36.5, 36.5, false), (36.2, 36.9, false), (37.5, 37, false),
    // North of the window's cut the whole has no border further north: only its bounds count.
    (37.1, 36.2, true),
    // Beyond the window nothing is known, however near the border within it is.
    (36.01, 37.01, false), (36.5, 37.5, false), (35.99, 37.001, false), (36.5, 39, false),
  ]

  @Test(arguments: certain.indices)
  func `is certain only of what the unknown cannot change`(row: Int) throws {
    let (latitude, longitude, isCertain) = Self.certain[row]
    let found = try #require(try half().distance(to: try place(latitude, longitude)))
    #expect(found.isCertain == isCertain, "\(latitude) N \(longitude) E")
  }

  /// South-east of the window and south of the whole: the nearest unknown is the corner of the
  /// whole's bounds above, 11 km away, not the side of the window.
  @Test func `measures the unknown from beyond the window too`() throws {
    let found = try #require(try half().distance(to: try place(35.9, 37.5)))
    #expect(found.signed > .kilometers(40) && !found.isCertain)
  }

  @Test func `that shows the whole has no cut, and is certain everywhere`() throws {
    let box = Box(low: Point2(x: 36, y: 36), high: Point2(x: 37, y: 37))
    let border = PreparedBorder(
      try Border(
        parts: [[rectangle((36, 36), (37, 37))]], extract: .init(window: box, whole: box)))
    let found = try #require(border.distance(to: try place(36.5, 36.99)))
    #expect(found.signed.meters > -1000 && found.isCertain)
    let leg = GeodesicLeg(from: try place(36.5, 36.5), to: try place(36.5, 38))
    #expect(try border.crossings(of: leg).pieces.map(\.location) == [.inside, .outside])
  }

  @Test func `without any border has no distance`() throws {
    let window = Box(low: Point2(x: 36, y: 36), high: Point2(x: 37, y: 37))
    let whole = Box(low: Point2(x: 30, y: 30), high: Point2(x: 40, y: 40))
    let border = PreparedBorder(
      try Border(
        parts: [[rectangle((36, 36), (37, 37))]], extract: .init(window: window, whole: whole)))
    #expect(border.distance(to: try place(36.5, 36.5)) == nil)
    let leg = GeodesicLeg(from: try place(36.4, 36.4), to: try place(36.5, 36.5))
    #expect(border.furthest(on: leg, within: .zero...leg.length) == nil)
    #expect(border.nearest(on: leg, within: .zero...leg.length) == nil)
    #expect(try border.crossings(of: leg).pieces.map(\.location) == [.inside])
  }

  /// The place at which a leg is refused.
  private func refusal(
    _ from: (Double, Double), _ to: (Double, Double)
  ) throws -> GeodeticCoordinate? {
    let leg = GeodesicLeg(from: try place(from.0, from.1), to: try place(to.0, to.1))
    let border = try half()
    do throws(CrossingError) {
      _ = try border.crossings(of: leg)
      return nil
    } catch {
      switch error {
      case .leavesWindow(let place): return place
      }
    }
  }

  @Test func `refuses a leg that leaves the window from inside the area`() throws {
    let place = try #require(try refusal((36.5, 36.5), (36.5, 37.5)))
    #expect(abs(place.longitude.degrees - 37) < 1e-9)
  }

  /// Out of the window below the area, where the whole has nothing, and then up into the unknown.
  @Test func `refuses a leg that comes to the unknown around the area`() throws {
    let place = try #require(try refusal((35.5, 36.5), (36.3, 37.9)))
    #expect(place.longitude.degrees > 37)
    #expect(abs(place.latitude.degrees - 36) < 1e-9)
    let start = try #require(try refusal((36.5, 37.5), (36.5, 39)))
    #expect(start.longitude.degrees == 37.5)
  }

  @Test func `takes a leg beyond the window where the whole's bounds do not reach`() throws {
    #expect(try refusal((35.9, 36.5), (35.9, 39)) == nil)
    #expect(try refusal((35.5, 34), (37.5, 34)) == nil)
    #expect(try refusal((36.5, 34), (36.5, 36.9)) == nil)
  }
}
