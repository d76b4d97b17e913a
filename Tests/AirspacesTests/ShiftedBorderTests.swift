import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

/// The square 36°–37° E, 36°–37° N with a notch, moved by some degrees.
private func notched(north: Double = 0, east: Double = 0) throws -> PreparedBorder {
  let ring = closedRing((36, 36), (37, 36), (37, 37), (36.6, 36.2), (36, 37))
  return try prepared([ring.map { Point2(x: $0.x + east, y: $0.y + north) }])
}

@Suite struct `A border moved by a constant shift` {
  private static let shifts: [(north: Double, east: Double)] = [
    (0, 0), (0, 0.25), (0.125, 0), (-0.0009765625, 0.0009765625), (-0.03125, -3), (0, 140),
  ]

  /// Shifts of whole multiples of 2⁻¹⁰ degrees move these vertices without rounding.
  @Test(arguments: shifts.indices)
  func `answers as one that is prepared there`(row: Int) throws {
    let (north, east) = Self.shifts[row]
    let moved = try notched().shifted(north: .degrees(north), east: .degrees(east))
    let built = try notched(north: north, east: east)
    var random = RandomStream(seed: UInt64(row))
    func somewhere() throws -> GeodeticCoordinate {
      try place(
        Double.random(in: 35.5...37.5, using: &random) + north,
        Double.random(in: 35.5...37.5, using: &random) + east)
    }
    for _ in 0..<40 {
      let (spot, other) = (try somewhere(), try somewhere())
      #expect(moved.location(of: spot) == built.location(of: spot))
      let (a, b) = (moved.distance(to: spot), built.distance(to: spot))
      #expect(abs(((a?.signed ?? .zero) - (b?.signed ?? .zero)).meters) < 1e-5)
      let leg = GeodesicLeg(from: spot, to: other)
      let (crossings, expected) = (try moved.crossings(of: leg), try built.crossings(of: leg))
      #expect(crossings.pieces.map(\.location) == expected.pieces.map(\.location))
      for (one, two) in zip(crossings.contacts, expected.contacts) {
        #expect(abs((one.at - two.at).meters) < 1e-5)
        #expect(geodesicMeters(one.place.point, two.place.point) < 1e-5)
      }
      let places = Places([spot, other])
      let (stays, plain) = (
        try moved.crossings(of: Paths(places)), try built.crossings(of: Paths(places))
      )
      #expect(stays.count == plain.count)
      for (one, two) in zip(stays, plain) {
        #expect(abs((one.length - two.length).meters) < 1e-5)
        let (depth, expected) = (one.deepest?.depth ?? .zero, two.deepest?.depth ?? .zero)
        #expect(abs((depth - expected).meters) < 1e-3)
      }
      let near = moved.nearest(on: leg, within: .zero...leg.length)
      let builtNear = built.nearest(on: leg, within: .zero...leg.length)
      #expect(
        abs(((near?.distance ?? .zero) - (builtNear?.distance ?? .zero)).meters) < 1e-3)
    }
    #expect(moved.southernmostVertex == built.southernmostVertex)
  }

  @Test func `answers as one that is prepared there, for many places at once`() throws {
    let moved = try notched().shifted(north: .degrees(0.5), east: .degrees(0.25))
    let built = try notched(north: 0.5, east: 0.25)
    var random = RandomStream(seed: 9)
    let places = try Places(
      latitudes: (0..<25_000).map { _ in Double.random(in: 36...38, using: &random) },
      longitudes: (0..<25_000).map { _ in Double.random(in: 36...38, using: &random) })
    #expect(moved.locations(of: places) == built.locations(of: places))
  }

  @Test func `goes back where it came from`() throws {
    let border = try ShippedBorder.hatay()
    let back = try border.shifted(north: .degrees(0.5), east: .degrees(3))
      .shifted(north: .degrees(-0.5), east: .degrees(-3))
    let spot = try place(35.9, 36.2)
    #expect(back.distance(to: spot) == border.distance(to: spot))
    #expect(back.offset == Point2(x: 0, y: 0))
  }

  @Test func `across the antimeridian is the same border further east`() throws {
    let moved = try notched().shifted(north: .zero, east: .degrees(143.5))
    #expect(moved.location(of: try place(36.1, 179.9)) == .inside)
    #expect(moved.location(of: try place(36.1, -179.9)) == .inside)
    #expect(moved.location(of: try place(36.1, -179.4)) == .outside)
    let leg = GeodesicLeg(from: try place(36.1, 179), to: try place(36.1, -179))
    #expect(
      try moved.crossings(of: leg).pieces.map(\.location) == [.outside, .inside, .outside])
    let stays = try moved.crossings(
      of: Paths(try Places(latitudes: [36.1, 36.1], longitudes: [179, -179])))
    #expect(stays.count == 1 && stays.first?.isComplete == true)
  }

  @Test(arguments: [53.0, 53.5, -127, .nan, .infinity])
  func `is refused beyond a pole`(north: Double) throws {
    #expect(throws: BorderError.self) {
      try notched().shifted(north: .degrees(north), east: .zero)
    }
  }
}
