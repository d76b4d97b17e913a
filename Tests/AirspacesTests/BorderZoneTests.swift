import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

private func leg(_ from: (Double, Double), _ to: (Double, Double)) throws -> GeodesicLeg {
  GeodesicLeg(from: try place(from.0, from.1), to: try place(to.0, to.1))
}

/// A zone along a border whose southern side is 36° N, from 30° to 40° E.
private func zone(_ side: BorderZone.Side, _ breadth: Length) throws -> Region {
  let border = try prepared([rectangle((30, 36), (40, 38))])
  return Region(try BorderZone(side, of: border, within: breadth))
}

/// Where the far side of a zone of five miles meets 35° E: Direct(36, 35, 180 or 0, 5 miles) of
/// GeographicLib 2.1.
private let fiveMiles: [(side: BorderZone.Side, breadth: Length, latitude: Double)] = [
  (.outside, .statuteMiles(5), 35.927479801695895),
  (.outside, .nauticalMiles(5), 35.91654517004242),
  (.inside, .statuteMiles(5), 36.07251931967942),
  (.inside, .nauticalMiles(5), 36.083453666400956),
]

@Suite struct `A zone of five miles` {
  @Test(arguments: fiveMiles.indices)
  func `is crossed from its one side to its other`(row: Int) throws {
    let (side, breadth, far) = fiveMiles[row]
    let region = try zone(side, breadth)
    let found = try region.crossings(of: try leg((35.5, 35), (36.5, 35)))
    #expect(found.pieces.map(\.location) == [.outside, .inside, .outside])
    let latitudes = found.contacts.map(\.place.latitude.degrees)
    #expect(abs(latitudes[0] - min(far, 36)) < 1e-10)
    #expect(abs(latitudes[1] - max(far, 36)) < 1e-10)
    #expect(abs((found.pieces[1].length - breadth).meters) < 2e-6)
  }

  @Test(arguments: fiveMiles.indices)
  func `is told from its margins`(row: Int) throws {
    let (side, breadth, far) = fiveMiles[row]
    let region = try zone(side, breadth)
    // Steps in degrees from the border into the zone.
    let step = (far - 36) / 10
    for (steps, location) in [
      (5.0, Location.inside), (0.001, .inside), (9.999, .inside), (10, .onBorder), (0, .onBorder),
      (-0.001, .outside), (10.001, .outside), (30, .outside), (-20, .outside),
    ] {
      let spot = try place(36 + steps * step, 35)
      #expect(region.location(of: spot) == location, "\(steps)")
      let found = try #require(region.distance(to: spot))
      // The nearest end of the zone, along the meridian.
      let ends = [36, far].map { geodesicMeters(spot.point, Point2(x: 35, y: $0)) }
      let sign = location == .inside ? -1.0 : 1
      #expect(abs(found.signed.meters - sign * min(ends[0], ends[1])) < 2e-4, "\(steps)")
      #expect(abs(geodesicMeters(spot.point, found.nearest.point) - min(ends[0], ends[1])) < 2e-3)
      #expect(found.isCertain)
    }
  }

  @Test func `holds the border itself on its line, exactly`() throws {
    for side in BorderZone.Side.allCases {
      let region = try zone(side, .statuteMiles(5))
      #expect(region.location(of: try place(36, 35)) == .onBorder)
      let inwards = side == .inside ? 1.0 : -1
      #expect(region.location(of: try place(36 + inwards * 1e-10, 35)) == .inside)
      #expect(region.location(of: try place(36 - inwards * 1e-10, 35)) == .outside)
    }
  }

  @Test func `is left and entered again by a leg that dips into the land`() throws {
    let region = try zone(.outside, .nauticalMiles(5))
    let found = try region.crossings(of: try leg((35.99, 29.9), (35.99, 40.1)))
    // The geodesic rises over 36° N and comes back.
    #expect(found.pieces.map(\.location) == [.inside, .outside, .inside])
  }

  @Test func `is deepest halfway between its sides`() throws {
    let region = try zone(.outside, .nauticalMiles(5))
    let path = try leg((35.5, 35), (36.5, 35))
    let piece = try region.crossings(of: path).pieces[1]
    let found = try #require(region.furthest(on: path, within: piece.start...piece.end))
    #expect(abs(found.distance.meters - 4630) < 1e-3)
    #expect(abs((found.at - piece.start).meters - 4630) < 1e-2)
    let off = try leg((35.5, 34), (35.6, 36))
    let nearest = try #require(region.nearest(on: off, within: .zero...off.length))
    #expect(region.location(of: nearest.foot) == .onBorder)
  }

  @Test func `along the Hatay border is left where the distance to the border says`() throws {
    let border = try ShippedBorder.hatay()
    let region = Region(try BorderZone(.outside, of: border, within: .statuteMiles(5)))
    let tip = border.southernmostVertex
    let path = GeodesicLeg(
      from: tip,
      to: Geodesic.wgs84.direct(
        from: tip, azimuth: .degrees(160), distance: .kilometers(20)
      ).place)
    let found = try region.crossings(of: path)
    #expect(found.pieces.map(\.location).suffix(2) == [.inside, .outside])
    let place = try #require(found.contacts.last?.place)
    let meters = plainDistance(border.border, to: place.point)
    #expect(abs(meters - 8046.72) < 1e-4)
  }
}

@Suite struct `A region` {
  @Test func `of a border answers as the border does`() throws {
    let border = try prepared([rectangle((36, 36), (37, 37))])
    let region = Region(border)
    let path = try leg((35.5, 36.5), (36.5, 36.6))
    #expect(region.location(of: path.end) == .inside)
    #expect(region.distance(to: path.start) == border.distance(to: path.start))
    #expect(try region.crossings(of: path) == border.crossings(of: path))
    let range = Length.zero...path.length
    #expect(region.furthest(on: path, within: range) == border.furthest(on: path, within: range))
    #expect(region.nearest(on: path, within: range) == border.nearest(on: path, within: range))
    let paths = Paths(Places([path.start, path.end, path.start]))
    #expect(try region.crossings(of: paths) == border.crossings(of: paths))
  }

  @Test func `is stayed in by paths of several legs`() throws {
    let land = try prepared([rectangle((30, 36), (40, 38))])
    let region = Region(try SeaLimit(land: land, breadth: .nauticalMiles(12)))
    let places = [(35.5, 35.0), (35.9, 35), (35.9, 35.5), (35.5, 35.5), (35.9, 36)]
    let paths = Paths(Places(try places.map { try place($0.0, $0.1) }))
    let found = try region.crossings(of: paths)
    #expect(found.count == 2 && found[0].isComplete && !found[1].isComplete)
    #expect(found[0].entry?.position.leg == 0 && found[0].exit?.position.leg == 2)
    #expect(found[0].placesInside == 2 && found[1].placesInside == 1)
    // A west–east geodesic on the northern hemisphere is deepest in its middle.
    let deepest = try #require(found[0].deepest)
    #expect(deepest.position.leg == 1 && abs(deepest.position.fraction - 0.5) < 0.01)
    let depth = try #require(region.distance(to: deepest.place)).signed.absolute
    #expect(abs((depth - deepest.depth).meters) < 1e-3)
  }
}
