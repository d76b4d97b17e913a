import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

// Numbers without another origin are GeographicLib 2.1 (the Python package): Inverse, Direct and
// InverseLine on WGS 84, or are made of a degree of the equator, a·π/180.

private func leg(_ from: (Double, Double), _ to: (Double, Double)) throws -> GeodesicLeg {
  GeodesicLeg(from: try place(from.0, from.1), to: try place(to.0, to.1))
}

private func sea(
  _ land: PreparedBorder, _ breadth: Length = .nauticalMiles(12),
  opposite: [PreparedBorder] = [], rule: OppositeStateRule = .equidistance
) throws -> Region {
  Region(try SeaLimit(land: land, breadth: breadth, opposite: opposite, rule: rule))
}

/// Land north of 36° N with an even coast, 30°–40° E.
private func northernLand() throws -> PreparedBorder {
  try prepared([rectangle((30, 36), (40, 38))])
}
/// Land 20 NM south of it: Direct(36, 35, 180, 37040) ends at this latitude.
private let strait = 35.66617370972635
private func southernLand() throws -> PreparedBorder {
  try prepared([rectangle((30, 34), (40, strait))])
}
/// Halfway: Direct(36, 35, 180, 18520).
private let middleOfStrait = 35.83308917761288
/// 12 NM south of 36° N: Direct(36, 35, 180, 22224).
private let limitLatitude = 35.799706455393775

private let degree = 6_378_137 * Double.pi / 180

/// The square of half a kilometer around a point of the equator.
private func islet(_ longitude: Double) -> [Point2] {
  rectangle((longitude - 0.002, -0.002), (longitude + 0.002, 0.002))
}

extension LegCrossings {
  fileprivate var locations: [Location] { pieces.map(\.location) }
}

@Suite struct `A sea limit` {
  @Test(arguments: [0.0, -1, .infinity, .nan])
  func `has a breadth above zero`(meters: Double) throws {
    let land = try northernLand()
    #expect(throws: RegionError.self) { try SeaLimit(land: land, breadth: .meters(meters)) }
    #expect(
      RegionError.breadthNotPositive(.zero).description
        == "a sea limit or a zone needs a breadth above zero, not 0.0 m")
  }

  @Test func `has land, coast and near sea inside`() throws {
    let region = try sea(try northernLand())
    for (latitude, expected) in [
      (37.0, Location.inside), (36, .inside), (35.9, .inside), (35.7998, .inside),
      (limitLatitude, .onBorder), (35.7997, .outside), (35, .outside), (38.1, .inside),
    ] {
      #expect(region.location(of: try place(latitude, 35)) == expected, "\(latitude)")
    }
  }

  /// The nearest place of a parallel lies on the same meridian.
  @Test func `is as far as the arc of the meridian says`() throws {
    let region = try sea(try northernLand())
    for (latitude, nearest) in [(35.0, limitLatitude), (35.5, limitLatitude)] {
      let found = try #require(region.distance(to: try place(latitude, 35)))
      let arc = geodesicMeters(Point2(x: 35, y: latitude), Point2(x: 35, y: nearest))
      #expect(abs(found.signed.meters - arc) < 1e-5)
      #expect(abs(found.nearest.latitude.degrees - nearest) < 1e-8 && found.isCertain)
    }
    let inside = try #require(region.distance(to: try place(35.9, 35)))
    let arc = geodesicMeters(Point2(x: 35, y: 35.9), Point2(x: 35, y: limitLatitude))
    #expect(abs(inside.signed.meters + arc) < 1e-5)
    // The way on from the coast is the way out.
    let toNearest = geodesicMeters(Point2(x: 35, y: 35.9), inside.nearest.point)
    #expect(abs(toNearest - arc) < 1e-3)
    // A depth of half a degree on land comes on top of the breadth.
    let onLand = try #require(region.distance(to: try place(36.5, 35)))
    let depth = geodesicMeters(Point2(x: 35, y: 36.5), Point2(x: 35, y: 36))
    #expect(abs(onLand.signed.meters + depth + 22_224) < 1e-5)
    let onCoast = try #require(region.distance(to: try place(36, 35)))
    #expect(abs(onCoast.signed.meters + 22_224) < 1e-5)
    #expect(abs(onCoast.nearest.latitude.degrees - limitLatitude) < 1e-8)
    #expect(try #require(region.distance(to: try place(limitLatitude, 35))).signed == .zero)
  }

  /// From 35.5° N it is 33 253.187 683 592 m along the meridian to 12 NM off the coast.
  @Test func `is crossed where GeographicLib says`() throws {
    let region = try sea(try northernLand())
    let found = try region.crossings(of: try leg((35.5, 35), (36.5, 35)))
    #expect(found.locations == [.outside, .inside])
    #expect(abs(found.contacts[0].at.meters - 33_253.187683592405) < 2e-6)
    #expect(abs(found.contacts[0].angle.degrees - 90) < 0.01)
    let back = try region.crossings(of: try leg((36.5, 35), (35.5, 35)))
    #expect(back.locations == [.inside, .outside])
    #expect(abs(back.contacts[0].at.meters - (110_959.00965008806 - 33_253.187683592405)) < 2e-6)
  }

  /// On the equator a meridian coast is as far as the arc of the equator.
  @Test func `is crossed at 12 NM of the equator`() throws {
    let region = try sea(try prepared([rectangle((20, -1), (21, 1))]))
    let found = try region.crossings(of: try leg((0, 19), (0, 22)))
    #expect(found.locations == [.outside, .inside, .outside])
    #expect(abs(found.contacts[0].at.meters - (degree - 22_224)) < 2e-6)
    #expect(abs(found.contacts[1].at.meters - (2 * degree + 22_224)) < 2e-6)
  }

  /// The corner is nearest on all of the leg that lies west of it.
  ///
  /// InverseLine(35.5, 35.5, 35.99, 36.1) is 22 224 m from the corner (36, 36) after
  /// 50 174.028 056 090 m, found by halving.
  @Test func `is a circle around a corner`() throws {
    let region = try sea(try prepared([rectangle((36, 36), (40, 38))]))
    let found = try region.crossings(of: try leg((35.5, 35.5), (35.99, 36.1)))
    #expect(found.locations == [.outside, .inside])
    #expect(abs(found.contacts[0].at.meters - 50_174.02805609026) < 1e-5)
    let outside = try #require(region.distance(to: try place(35.5, 35.5)))
    // Inverse(35.5, 35.5, 36, 36) less 12 NM.
    #expect(abs(outside.signed.meters - 49_350.18456936121) < 1e-5)
  }

  @Test func `of two islands joins where they are less than its double apart`() throws {
    // 20 NM and 30 NM of the equator between the middles of islets of 0.004°.
    for (apart, locations) in [
      (0.33273598123787074, [Location.outside, .inside, .outside]),
      (0.49910397185680605, [.outside, .inside, .outside, .inside, .outside]),
    ] {
      let land = try prepared([islet(20)], [islet(20 + apart)])
      let region = try sea(land)
      let found = try region.crossings(of: try leg((0, 19.5), (0, 21)))
      #expect(found.locations == locations)
      // Halfway between them.
      let middle = try #require(region.distance(to: try place(0, 20 + apart / 2)))
      #expect(abs(middle.signed.meters - ((apart / 2 - 0.002) * degree - 22_224)) < 1e-5)
    }
  }

  @Test func `reaches across the mouth of a bay`() throws {
    // A bay 20 NM wide and 40 NM deep, open to the south.
    let bay = closedRing(
      (30, 30), (34, 30), (34, 33), (33.4, 33), (33.4, 31), (33, 31), (33, 33), (30, 33))
    let region = try sea(try prepared([bay]))
    #expect(region.location(of: try place(32, 33.2)) == .inside)
    // The bay is 0.4° wide, 20.5 NM there; its middle is 10.2 NM from either side.
    let crossing = try region.crossings(of: try leg((32, 32.5), (32, 34.2)))
    #expect(crossing.locations == [.inside])
    // Out of the mouth it is concave: the way out is at least the margin, and no longer than the
    // way to the point that is named.
    let inside = try place(33.05, 33.2)
    let found = try #require(region.distance(to: inside))
    let toNearest = geodesicMeters(inside.point, found.nearest.point)
    #expect(found.signed < .zero && toNearest >= found.signed.absolute.meters - 1e-3)
    #expect(region.location(of: found.nearest) == .onBorder)
  }

  @Test func `answers across the antimeridian`() throws {
    let cut = try sea(
      PreparedBorder(
        try Border(
          parts: [[rectangle((179, 51), (180, 52))], [rectangle((-180, 51), (-179, 52))]])))
    let whole = try sea(try prepared([rectangle((19, 51), (21, 52))]))
    for (west, east, south, north) in [
      (-2.0, 0.3, 51.2, 51.4), (-1, 1, 50.7, 50.75), (-0.2, 0.3, 50, 53), (0.1, 2, 50.9, 51.7),
    ] {
      let here = try cut.crossings(of: try leg((south, 180 + west), (north, 180 + east)))
      let there = try whole.crossings(of: try leg((south, 20 + west), (north, 20 + east)))
      #expect(here.locations == there.locations)
      for (one, other) in zip(here.contacts, there.contacts) {
        #expect(abs((one.at - other.at).meters) < 1e-5)
      }
    }
    let at = try #require(cut.distance(to: try place(50.5, -179.9)))
    let expected = try #require(whole.distance(to: try place(50.5, 20.1)))
    #expect(abs((at.signed - expected.signed).meters) < 1e-5)
  }
}

@Suite struct `A leg at a sea limit` {
  /// Direct(0, 35, 0, 22224): a cape here is 12 NM from the equator.
  private let cape = 0.20098706430142996

  @Test func `that touches it from outside is outside on both sides`() throws {
    let region = try sea(
      try prepared([closedRing((35, cape), (35.1, cape + 0.1), (34.9, cape + 0.1))]))
    let found = try region.crossings(of: try leg((0, 34.5), (0, 35.5)))
    #expect(found.locations == [.outside, .outside])
    // Touching by 0.1 mm takes some meters.
    #expect(abs(found.contacts[0].at.meters - degree / 2) < 5)
    #expect(found.contacts[0].angle.degrees < 0.02)
  }

  /// A circle of 12 NM is entered by s = √(2·22224·d) on either side where it is cut d deep; the
  /// next term of that series is below 1 mm here.
  @Test(arguments: [0.001, 0.01, 1])
  func `that cuts it by a little is inside for as long`(depth: Double) throws {
    let north = Geodesic.wgs84.direct(
      from: try place(0, 35), azimuth: .zero, distance: .meters(22_224 - depth)
    ).place.latitude.degrees
    let region = try sea(
      try prepared([closedRing((35, north), (35.1, north + 0.1), (34.9, north + 0.1))]))
    let found = try region.crossings(of: try leg((0, 34.5), (0, 35.5)))
    #expect(found.locations == [.outside, .inside, .outside])
    let half = (2 * 22_224 * depth).squareRoot()
    #expect(abs(found.pieces[1].length.meters - 2 * half) < 0.01 * half)
  }

  /// The cape lies d short of 12 NM north of the equator: Direct(0, 35, 0, 22224 − d).
  ///
  /// Its circle meets the equator where Inverse is 22 224 m, found by halving, this far on either
  /// side of 35° E.
  @Test(arguments: [
    (cape: 0.2009780206077769, half: 210.82500106654575, degrees: 0.5435),
    (cape: 0.20094184583316355, half: 471.39782028236306, degrees: 1.2154),
  ])
  func `that cuts it at about one degree is where GeographicLib says`(
    cape: Double, half: Double, degrees: Double
  ) throws {
    let region = try sea(
      try prepared([closedRing((35, cape), (35.1, cape + 0.1), (34.9, cape + 0.1))]))
    let found = try region.crossings(of: try leg((0, 34.5), (0, 35.5)))
    try #require(found.contacts.count == 2)
    for (contact, sign) in zip(found.contacts, [-1.0, 1]) {
      let tolerance = 1e-6 / Angle.degrees(degrees).sine
      #expect(abs(contact.at.meters - (degree / 2 + sign * half)) < tolerance)
      #expect(abs(contact.angle.degrees - degrees) < 0.001)
    }
  }

  /// Off an even coast from 35° to 35.02° E the equator keeps 12 NM, and no longer.
  @Test func `that runs along it is on the line for as long`() throws {
    let region = try sea(try prepared([rectangle((35, cape), (35.02, cape + 0.1))]))
    let found = try region.crossings(of: try leg((0, 34.9), (0, 35.1)))
    #expect(found.locations == [.outside, .onBorder, .outside])
    // Beyond a corner the circle leaves the equator by the tolerance of 0.1 mm after 2.1 m.
    #expect(abs(found.pieces[1].length.meters - 0.02 * degree) < 10)
  }

  @Test func `is inside throughout, or outside, where it meets nothing`() throws {
    let region = try sea(try northernLand())
    #expect(try region.crossings(of: try leg((35.9, 33), (35.95, 37))).locations == [.inside])
    #expect(try region.crossings(of: try leg((35.9, 33), (36.5, 37))).locations == [.inside])
    #expect(try region.crossings(of: try leg((35, 33), (35.5, 37))).locations == [.outside])
  }

  @Test func `of no length lies where its place does`() throws {
    let region = try sea(try northernLand())
    for (latitude, location) in [
      (35.9, Location.inside), (35.5, .outside), (limitLatitude, .onBorder), (36, .inside),
    ] {
      let found = try region.crossings(of: try leg((latitude, 35), (latitude, 35)))
      #expect(found.locations == [location] && found.pieces[0].length == .zero)
    }
  }

  @Test func `that begins or ends on it has its contact there`() throws {
    let region = try sea(try northernLand())
    let inwards = try region.crossings(of: try leg((limitLatitude, 35), (36, 35)))
    #expect(inwards.locations == [.inside])
    #expect(inwards.atStart?.at == .zero && inwards.atEnd == nil)
    let outwards = try region.crossings(of: try leg((36, 35), (limitLatitude, 35)))
    #expect(outwards.locations == [.inside])
    #expect(outwards.atStart == nil && outwards.atEnd != nil)
  }

  @Test func `is deepest and furthest where the land says`() throws {
    let region = try sea(try northernLand())
    let path = try leg((35, 34.8), (36.2, 35))
    let pieces = try region.crossings(of: path).pieces
    let outside = try #require(
      region.furthest(on: path, within: pieces[0].start...pieces[0].end))
    #expect(outside.at == .zero)
    #expect(abs(outside.distance.meters - region.distanceMeters(path.start)) < 1e-3)
    let inside = try #require(
      region.furthest(on: path, within: pieces[1].start...pieces[1].end))
    #expect(abs((inside.at - path.length).meters) < 1e-3)
    #expect(abs(inside.distance.meters + region.distanceMeters(path.end)) < 1e-3)
    // The leg passes south of the limit, nearest to it at an end of the range.
    let off = try leg((35.2, 34), (35.5, 36))
    let nearest = try #require(region.nearest(on: off, within: .zero...off.length))
    #expect(abs(nearest.distance.meters - region.distanceMeters(off.end)) < 0.01)
  }
}

extension Region {
  fileprivate func distanceMeters(_ place: GeodeticCoordinate) -> Double {
    distance(to: place)?.signed.meters ?? .nan
  }
}

@Suite struct `The land of an opposite state` {
  @Test func `ends the sea halfway`() throws {
    let region = try sea(try northernLand(), opposite: [try southernLand()])
    for (latitude, expected) in [
      (35.9, Location.inside), (35.8331, .inside), (middleOfStrait, .onBorder),
      (35.833, .outside), (35.7, .outside), (strait, .outside), (35, .outside), (36, .inside),
    ] {
      #expect(region.location(of: try place(latitude, 35)) == expected, "\(latitude)")
    }
  }

  /// 18 520 m of 37 040 m along the meridian.
  @Test func `is met halfway by a leg across`() throws {
    let (north, south) = (try northernLand(), try southernLand())
    let region = try sea(north, opposite: [south])
    let found = try region.crossings(of: try leg((36, 35), (strait, 35)))
    #expect(found.locations == [.inside, .outside])
    #expect(abs(found.contacts[0].at.meters - 18_520) < 2e-6)
    // The other state's region begins where this one ends.
    let other = try sea(south, opposite: [north])
    let theirs = try other.crossings(of: try leg((36, 35), (strait, 35)))
    #expect(theirs.locations == [.outside, .inside])
    #expect(abs((theirs.contacts[0].at - found.contacts[0].at).meters) < 1e-6)
    // Beyond the coast it is outside at once, over all of that land, and at sea behind it.
    let onwards = try region.crossings(of: try leg((36.5, 35), (33.9, 35)))
    #expect(onwards.locations == [.inside, .outside])
  }

  /// On the equator both coasts are meridians, and so is the line between them.
  @Test func `ends the sea at the meridian halfway`() throws {
    let (west, east) = (
      try prepared([rectangle((19, -1), (20, 1))]), try prepared([rectangle((20.2, -1), (21, 1))])
    )
    let region = try sea(west, opposite: [east])
    let found = try region.crossings(of: try leg((0, 19.5), (0, 20.5)))
    #expect(found.locations == [.inside, .outside])
    #expect(abs(found.contacts[0].at.meters - 0.6 * degree) < 2e-6)
    #expect(region.location(of: try place(0.1, 20.1)) == .onBorder)
    let inside = try #require(region.distance(to: try place(0, 20.05)))
    #expect(abs(inside.signed.meters + 0.05 * degree) < 1e-5)
    #expect(abs(inside.nearest.longitude.degrees - 20.1) < 1e-8)
  }

  /// The capes are (36, 35.9) and (35.7, 36.2), by latitude and longitude.
  ///
  /// On InverseLine(35.95, 35.85, 35.7, 36.1) both are equally far after 20 019.139 214 656 m, and
  /// 22 579.077 m away: the sea of 13 NM ends there, that of 12 NM before.
  @Test func `is met aslant between two capes`() throws {
    let (west, east) = (
      try prepared([closedRing((35.9, 36), (35.8, 36.2), (35.7, 36.1))]),
      try prepared([closedRing((36.2, 35.7), (36.3, 35.6), (36.4, 35.7))])
    )
    let path = try leg((35.95, 35.85), (35.7, 36.1))
    let wide = try sea(west, .nauticalMiles(13), opposite: [east]).crossings(of: path)
    #expect(wide.locations == [.inside, .outside])
    #expect(abs(wide.contacts[0].at.meters - 20_019.13921465643) < 1e-5)
    let narrow = try sea(west, opposite: [east]).crossings(of: path)
    #expect(narrow.contacts[0].at < wide.contacts[0].at)
  }

  @Test func `is never inside, by any rule, nor without it the sea`() throws {
    // 5 NM of sea between them.
    let south = try prepared([rectangle((30, 34), (40, 35.91654517004242))])
    for rule in OppositeStateRule.allCases {
      let region = try sea(try northernLand(), opposite: [south], rule: rule)
      #expect(region.location(of: try place(35.9, 35)) == .outside)
      #expect(region.location(of: try place(35.99, 35)) == .inside)
    }
    let claimed = try sea(try northernLand(), opposite: [south], rule: .fullBreadth)
    #expect(claimed.location(of: try place(35.92, 35)) == .inside)
    let found = try claimed.crossings(of: try leg((36.1, 35), (35.85, 35)))
    #expect(found.locations == [.inside, .outside])
    #expect(abs(found.contacts[0].place.latitude.degrees - 35.91654517004242) < 1e-11)
    // Without the other state its land is sea.
    #expect(try sea(try northernLand()).location(of: try place(35.9, 35)) == .inside)
  }

  /// Both states' land meets at 36° E; the sea lies south of 36° N.
  @Test func `shares a land border with it exactly`() throws {
    let (west, east) = (
      try prepared([rectangle((34, 36), (36, 38))]), try prepared([rectangle((36, 36), (38, 38))])
    )
    let region = try sea(west, opposite: [east])
    #expect(region.location(of: try place(37, 36)) == .onBorder)
    #expect(region.location(of: try place(37, 36.0000001)) == .outside)
    #expect(region.location(of: try place(37, 35.9999999)) == .inside)
    let across = try region.crossings(of: try leg((37, 35), (37, 37)))
    let border = try west.crossings(of: try leg((37, 35), (37, 37)))
    #expect(across.locations == [.inside, .outside])
    #expect(abs((across.contacts[0].at - border.contacts[0].at).meters) < 1e-6)
    // At sea the line goes on due south, by the symmetry of both lands.
    let south = try region.crossings(of: try leg((35.9, 35.5), (35.9, 36.5)))
    #expect(south.locations == [.inside, .outside])
    #expect(abs(south.contacts[0].place.longitude.degrees - 36) < 1e-9)
    // Along the border, and on along the line at sea.
    let along = try region.crossings(of: try leg((36.02, 36), (35.98, 36)))
    #expect(along.locations == [.onBorder])
    let out = try region.crossings(of: try leg((37, 35.5), (35.5, 35.5)))
    #expect(out.locations == [.inside, .outside])
  }

  @Test func `of several is the nearest of them`() throws {
    let (north, south) = (try northernLand(), try southernLand())
    let island = try prepared([rectangle((34.9, 35.85), (35.1, 35.9))])
    let region = try sea(north, opposite: [south, island])
    #expect(region.location(of: try place(35.94, 35)) == .outside)
    #expect(region.location(of: try place(35.96, 35)) == .inside)
    #expect(region.location(of: try place(35.84, 32)) == .inside)
  }

  @Test func `bounds the way out from both sides`() throws {
    let region = try sea(try northernLand(), opposite: [try southernLand()])
    for latitude in [35.2, 35.7, 35.8, 35.84, 35.9, 36.3] {
      let spot = try place(latitude, 34.2)
      let found = try #require(region.distance(to: spot))
      let toNearest = geodesicMeters(spot.point, found.nearest.point)
      #expect(toNearest >= found.signed.absolute.meters - 1e-3)
      #expect(abs(region.distanceMeters(found.nearest)) < 1e-3, "\(latitude)")
    }
  }

  @Test func `parts what both call their own where it is equally deep`() throws {
    // Two sources overlap by 0.1° of the equator.
    let (west, east) = (
      try prepared([rectangle((19, -1), (20.05, 1))]),
      try prepared([rectangle((19.95, -1), (21, 1))])
    )
    let path = try leg((0, 19.5), (0, 20.5))
    let shared = try sea(west, opposite: [east]).crossings(of: path)
    #expect(shared.locations == [.inside, .outside])
    #expect(abs(shared.contacts[0].at.meters - 0.5 * degree) < 2e-6)
    let theirs = try sea(west, opposite: [east], rule: .fullBreadth).crossings(of: path)
    #expect(theirs.locations == [.inside, .outside])
    #expect(abs(theirs.contacts[0].at.meters - 0.45 * degree) < 2e-6)
  }
}

/// The coasts of Syria and Turkey of Natural Earth, 1:10 million, and numbers of GeographicLib 2.1
/// for them: the least Inverse to any edge, by golden section on each, and roots by halving.
@Suite struct `The sea limit off Latakia` {
  private func lands() throws -> (syria: PreparedBorder, turkey: PreparedBorder) {
    (
      PreparedBorder(try ShippedBorder.naturalEarthSyria.border()),
      PreparedBorder(try ShippedBorder.naturalEarthTurkey.border())
    )
  }

  /// 35°50′01″ N 35°30′36″ E, which is told of the RF-4E of 22 June 2012: 26 143.406 932 288 m from
  /// Syrian land, 14.1 NM.
  @Test func `is 2.1 NM from a place that is told of the incident of 2012`() throws {
    let region = try sea(try lands().syria)
    let found = try #require(region.distance(to: try place(35.8335, 35.5099)))
    #expect(abs(found.signed.meters - (26_143.406932287973 - 22_224)) < 1e-5)
    #expect(abs(found.signed.nauticalMiles - 2.116) < 0.001 && found.isCertain)
  }

  /// A flight from there to 35.75° N 35.85° E is 22 224 m from Syrian land after
  /// 4243.791 347 734 m.
  @Test func `is crossed where GeographicLib says`() throws {
    let region = try sea(try lands().syria)
    let found = try region.crossings(of: try leg((35.8335, 35.5099), (35.75, 35.85)))
    #expect(found.locations == [.outside, .inside])
    #expect(abs(found.contacts[0].at.meters - 4243.791347734139) < 1e-5)
  }

  /// Due south on 35.8° E from 36.05° N both lands are equally far after 8189.185 033 621 m, where
  /// the one distance grows over the other by only a twentieth of the way.
  @Test func `gives way to Turkey's halfway`() throws {
    let (syria, turkey) = try lands()
    let path = try leg((36.05, 35.8), (35.94, 35.8))
    for (region, locations) in [
      (try sea(syria, opposite: [turkey]), [Location.outside, .inside]),
      (try sea(turkey, opposite: [syria]), [.inside, .outside]),
    ] {
      let found = try region.crossings(of: path)
      #expect(found.locations == locations)
      #expect(abs(found.contacts[0].at.meters - 8189.185033620901) < 1e-4)
    }
  }
}

@Suite struct `A sea limit of an extract` {
  /// Land 36°–38° E, 36°–37° N, of which the part west of 37° E is held.
  private func half() throws -> PreparedBorder {
    let window = Box(low: Point2(x: 35, y: 35), high: Point2(x: 37, y: 38))
    let whole = Box(low: Point2(x: 36, y: 36), high: Point2(x: 38, y: 37))
    return PreparedBorder(
      try Border(
        parts: [[rectangle((36, 36), (37, 37))]], extract: .init(window: window, whole: whole)))
  }

  @Test func `is answered where what is missing is too far to matter`() throws {
    let region = try sea(try half())
    let found = try region.crossings(of: try leg((35.5, 36.4), (36.2, 36.4)))
    #expect(found.locations == [.outside, .inside])
    #expect(abs(found.contacts[0].place.latitude.degrees - limitLatitude) < 1e-9)
    #expect(try #require(region.distance(to: try place(35.9, 36.3))).isCertain)
    // On land, 27 km from the cut and 55 km from the coast: inside for certain, but how deep?
    let inland = try #require(region.distance(to: try place(36.5, 36.7)))
    #expect(inland.signed < .kilometers(-22.2) && !inland.isCertain)
    #expect(!(try #require(region.distance(to: try place(36.1, 37.01))).isCertain))
  }

  @Test func `is refused where what is missing could change the side`() throws {
    let region = try sea(try half())
    let safe = try region.crossings(of: try leg((35.9, 36.2), (35.95, 36.95)))
    #expect(safe.locations == [.inside])
    // North of the window's land: 37.1° N is within 12 NM, and the whole ends at 37° N.
    #expect(try region.crossings(of: try leg((37.1, 36.2), (37.1, 36.9))).locations == [.inside])
    // Land is held up to 36.5° E; from 37° E on there may be some.
    let gap = PreparedBorder(
      try Border(
        parts: [[rectangle((36, 36), (36.5, 37))]],
        extract: .init(
          window: Box(low: Point2(x: 35, y: 35), high: Point2(x: 37, y: 38)),
          whole: Box(low: Point2(x: 36, y: 36), high: Point2(x: 38, y: 37)))))
    let limited = try sea(gap)
    let path = try leg((36.5, 36.6), (36.5, 36.95))
    do throws(CrossingError) {
      _ = try limited.crossings(of: path)
      Issue.record("accepted")
    } catch {
      guard case .leavesWindow(let place) = error else {
        Issue.record("\(error)")
        return
      }
      // For a third of a kilometer between them it is outside for certain.
      let unknown = geodesicMeters(Point2(x: 37, y: 36.5), place.point)
      #expect(abs(unknown - 22_224) < 1)
    }
  }
}
