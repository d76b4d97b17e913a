import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

/// 179° E to 179° W, 51°–52° N, cut at the antimeridian as RFC 7946 asks.
private let aleutian = [[rectangle((179, 51), (180, 52))], [rectangle((-180, 51), (-179, 52))]]
/// The same square moved to 19°–21° E, where there is nothing to cut.
private let whole = rectangle((19, 51), (21, 52))

/// A place by its distance in degrees from the middle meridian of the square.
private func middle(_ east: Double, _ latitude: Double, around meridian: Double) throws
  -> GeodeticCoordinate
{ try place(latitude, meridian + east) }

@Suite struct `A border across the antimeridian` {
  private static let places: [(east: Double, latitude: Double)] = [
    (0, 51.5), (0.5, 51.5), (-0.5, 51.2), (1e-9, 51.5), (-1e-9, 51.5), (0, 51), (0, 52), (1, 51.5),
    (-1, 51), (1.5, 51.5), (0, 50), (0, 53), (-1.2, 51.9), (0, 51.0001), (0.3, 52.1),
  ]

  @Test(arguments: places.indices)
  func `answers as the same border elsewhere`(row: Int) throws {
    let (east, latitude) = Self.places[row]
    let cut = PreparedBorder(try Border(parts: aleutian))
    let uncut = try prepared([whole])
    let (here, there) = (
      try middle(east, latitude, around: 180), try middle(east, latitude, around: 20)
    )
    #expect(cut.location(of: here) == uncut.location(of: there))
    let (distance, expected) = (
      try #require(cut.distance(to: here)), try #require(uncut.distance(to: there))
    )
    #expect(abs((distance.signed - expected.signed).meters) < 1e-6)
  }

  @Test(arguments: [
    (-1.5, 51.5, 1.5, 51.5), (-0.5, 51.5, 0.5, 51.6), (0, 50.5, 0, 52.5), (0, 51.2, 0, 51.8),
    (0, 51.5, 3, 51.5), (-1.5, 51.98, 1.5, 51.99), (-0.5, 50, 0.7, 53), (0.2, 51.5, 0.2, 53),
  ])
  func `meets legs as the same border elsewhere`(
    x1: Double, y1: Double, x2: Double, y2: Double
  ) throws {
    let cut = PreparedBorder(try Border(parts: aleutian))
    let uncut = try prepared([whole])
    let here = GeodesicLeg(
      from: try middle(x1, y1, around: 180), to: try middle(x2, y2, around: 180))
    let there = GeodesicLeg(
      from: try middle(x1, y1, around: 20), to: try middle(x2, y2, around: 20))
    let (found, expected) = (try cut.crossings(of: here), try uncut.crossings(of: there))
    #expect(found.pieces.map(\.location) == expected.pieces.map(\.location))
    for (one, other) in zip(found.contacts, expected.contacts) {
      #expect(abs((one.at - other.at).meters) < 1e-6)
    }
    let range = Length.zero...here.length
    let (deepest, nearest) = (
      try #require(cut.furthest(on: here, within: range)),
      try #require(cut.nearest(on: here, within: range))
    )
    let (alsoDeepest, alsoNearest) = (
      try #require(uncut.furthest(on: there, within: .zero...there.length)),
      try #require(uncut.nearest(on: there, within: .zero...there.length))
    )
    #expect(abs((deepest.distance - alsoDeepest.distance).meters) < 2e-4)
    #expect(abs((nearest.distance - alsoNearest.distance).meters) < 2e-4)
  }

  /// Where only one side of the antimeridian has area, the antimeridian is border.
  @Test func `keeps the piece of its side that has no area beyond`() throws {
    let border = PreparedBorder(
      try Border(parts: [[rectangle((179, 50), (180, 52))], [rectangle((-180, 51), (-179, 53))]]))
    #expect(border.location(of: try place(51.5, 180)) == .inside)
    #expect(border.location(of: try place(50.5, 180)) == .onBorder)
    #expect(border.location(of: try place(52.5, -180)) == .onBorder)
    #expect(border.location(of: try place(51, 180)) == .onBorder)
    #expect(border.location(of: try place(49, 180)) == .outside)
    let beside = try #require(border.distance(to: try place(50.5, 179.999)))
    #expect(
      abs(
        beside.signed.meters + geodesicMeters(Point2(x: 179.999, y: 50.5), Point2(x: 180, y: 50.5)))
        < 0.01)
    let within = try #require(border.distance(to: try place(51.5, 179.999)))
    #expect(within.signed.meters < -50_000)
    let leg = GeodesicLeg(from: try place(50.5, 179.5), to: try place(50.5, -179.5))
    #expect(try border.crossings(of: leg).pieces.map(\.location) == [.inside, .outside])
  }
}

@Suite struct `A border around a pole` {
  /// Everything south of 70° S, as maps have it.
  private static let antarctic = rectangle((-180, -90), (180, -70))

  @Test func `has the pole inside, as far from the border as the parallel is`() throws {
    let border = try prepared([Self.antarctic])
    let pole = try place(-90, 0)
    #expect(border.location(of: pole) == .inside)
    #expect(border.location(of: try place(-80, 180)) == .inside)
    #expect(border.location(of: try place(-70, 180)) == .onBorder)
    #expect(border.location(of: try place(-60, 180)) == .outside)
    let depth = try #require(border.distance(to: pole))
    let arc = geodesicMeters(Point2(x: 0, y: -90), Point2(x: 0, y: -70))
    #expect(abs(depth.signed.meters + arc) < 0.001)
  }

  @Test(arguments: [(10.0, -170.0), (0, 180), (-90, 90), (10, -169.9999), (10, -169)])
  func `is crossed by legs over the pole and beside it`(from: Double, to: Double) throws {
    let border = try prepared([Self.antarctic])
    let leg = GeodesicLeg(from: try place(-60, from), to: try place(-60, to))
    let pieces = try border.crossings(of: leg).pieces
    #expect(pieces.map(\.location) == [.outside, .inside, .outside])
    #expect(abs((pieces[0].length - pieces[2].length).meters) < 1e-5)
  }

  @Test(arguments: UInt64(1)...10)
  func `or beside one is met by legs as the laws have it`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let toPole = Double.random(in: 3000...300_000, using: &random)
    let center = Point2(x: .random(in: -100...100, using: &random), y: 90 - toPole / 111_700)
    let size = toPole * 0.7
    let border = try starBorder(
      around: center, meters: size / 4...size, vertices: 12, using: &random)
    func anywhere() throws -> GeodeticCoordinate {
      Geodesic.wgs84.direct(
        from: try place(center), azimuth: .degrees(.random(in: -180...180, using: &random)),
        distance: .meters(.random(in: 0...2, using: &random) * size)
      ).place
    }
    for _ in 0..<5 {
      let leg = GeodesicLeg(from: try anywhere(), to: try anywhere())
      let found = try border.crossings(of: leg)
      #expect(brokenLaws(found, of: leg, with: border.border, samples: 5) == [])
    }
  }

  @Test func `has the pole on the border where it ends there`() throws {
    let border = try prepared([rectangle((0, 80), (90, 90))])
    #expect(border.location(of: try place(90, 45)) == .onBorder)
    #expect(border.location(of: try place(90, -45)) == .onBorder)
    #expect(border.location(of: try place(89, 45)) == .inside)
    #expect(border.location(of: try place(89, -45)) == .outside)
    let beside = try #require(border.distance(to: try place(89, -135)))
    #expect(
      abs(beside.signed.meters - geodesicMeters(Point2(x: 0, y: 89), Point2(x: 0, y: 90))) < 0.001)
  }
}
