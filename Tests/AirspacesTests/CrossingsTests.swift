import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

private func leg(_ from: (Double, Double), _ to: (Double, Double)) throws -> GeodesicLeg {
  GeodesicLeg(from: try place(from.0, from.1), to: try place(to.0, to.1))
}

private func crossings(
  _ border: PreparedBorder, _ from: (Double, Double), _ to: (Double, Double)
) throws -> LegCrossings {
  let leg = try leg(from, to)
  let crossings = try border.crossings(of: leg)
  #expect(brokenLaws(crossings, of: leg, with: border.border) == [])
  return crossings
}

/// The square 36°–37° E, 36°–37° N.
private let square = rectangle((36, 36), (37, 37))
/// A square on its tip, with vertices on the meridians 35°, 36° and 37° E.
private let diamond = closedRing((36, 35), (37, 36), (36, 37), (35, 36))

extension LegCrossings {
  fileprivate var locations: [Location] { pieces.map(\.location) }
}

@Suite struct `The crossings of a leg` {
  @Test func `with a square are two, at the longitudes of the sides`() throws {
    let found = try crossings(try prepared([square]), (36.25, 35.5), (36.75, 37.5))
    #expect(found.locations == [.outside, .inside, .outside])
    #expect(found.contacts.map { ($0.place.longitude.degrees * 1e9).rounded() } == [36e9, 37e9])
    #expect(found.atStart == nil && found.atEnd == nil)
  }

  /// A leg along a meridian meets parallels at right angles, and their distance is that of the
  /// meridian arc.
  @Test func `along a meridian lie at the latitudes of the sides`() throws {
    let found = try crossings(try prepared([square]), (35.5, 36.5), (37.5, 36.5))
    #expect(found.locations == [.outside, .inside, .outside])
    for (contact, latitude) in zip(found.contacts, [36.0, 37]) {
      #expect(abs(contact.angle.degrees - 90) < 1e-9)
      #expect(abs(contact.place.latitude.degrees - latitude) < 1e-12)
      let arc = geodesicMeters(Point2(x: 36.5, y: 35.5), Point2(x: 36.5, y: latitude))
      #expect(abs(contact.at.meters - arc) < 1e-7)
    }
  }

  @Test func `with a hole are four`() throws {
    let hole = rectangle((36.4, 36.4), (36.6, 36.6))
    let found = try crossings(try prepared([square, hole]), (36.5, 35.5), (36.5, 37.5))
    #expect(found.locations == [.outside, .inside, .outside, .inside, .outside])
  }

  @Test func `with several parts are re-entries`() throws {
    let border = try prepared(
      [square], [rectangle((38, 36), (39, 37))], [rectangle((40, 36), (41, 36.5))])
    let found = try crossings(border, (36.4, 35), (36.4, 42))
    #expect(found.locations == [.outside, .inside, .outside, .inside, .outside, .inside, .outside])
  }

  @Test func `through a vertex that two parts share are one contact`() throws {
    let border = try prepared([square], [rectangle((37, 37), (38, 38))])
    // Through the corner from the one part to the other, and past it.
    let through = try crossings(border, (37, 37), (37.5, 37.5))
    #expect(through.locations == [.inside] && through.atStart != nil)
    let vertical = try crossings(border, (36.5, 37), (37.5, 37))
    #expect(vertical.locations == [.onBorder, .onBorder] && vertical.contacts.count == 1)
  }

  @Test func `none, where the leg stays on one side`() throws {
    let border = try prepared([square])
    #expect(try crossings(border, (36.2, 36.2), (36.8, 36.8)).locations == [.inside])
    #expect(try crossings(border, (35, 34), (38, 35)).locations == [.outside])
  }

  @Test func `along a meridian edge bound a piece on the border`() throws {
    let found = try crossings(try prepared([square]), (35.5, 36), (37.5, 36))
    #expect(found.locations == [.outside, .onBorder, .outside])
    let arc = geodesicMeters(Point2(x: 36, y: 36), Point2(x: 36, y: 37))
    #expect(abs(found.pieces[1].length.meters - arc) < 1e-6)
    #expect(
      found.contacts.map(\.place.latitude.degrees).map { ($0 * 1e9).rounded() } == [36e9, 37e9])
  }

  @Test(arguments: [false, true])
  func `along a whole meridian edge are the leg's own ends`(isReversed: Bool) throws {
    let (south, north) = ((36.0, 36.0), (37.0, 36.0))
    let found = try crossings(
      try prepared([square]), isReversed ? north : south, isReversed ? south : north)
    #expect(found.locations == [.onBorder])
    #expect(found.atStart != nil && found.atEnd != nil && found.contacts.isEmpty)
  }

  @Test func `along a part of a meridian edge are none`() throws {
    let found = try crossings(try prepared([square]), (36.25, 36), (36.75, 36))
    #expect(found.locations == [.onBorder] && found.contacts.isEmpty)
  }

  @Test func `along an edge on the equator bound a piece on the border`() throws {
    let found = try crossings(try prepared([rectangle((36, 0), (36.5, 1))]), (0, 35.5), (0, 37))
    #expect(found.locations == [.outside, .onBorder, .outside])
  }

  @Test func `through opposite vertices enter and leave there`() throws {
    let found = try crossings(try prepared([diamond]), (34.5, 36), (37.5, 36))
    #expect(found.locations == [.outside, .inside, .outside])
    #expect(
      found.contacts.map(\.place.latitude.degrees).map { ($0 * 1e9).rounded() } == [35e9, 37e9])
  }

  @Test func `at a vertex touched from outside are one`() throws {
    let found = try crossings(try prepared([diamond]), (35.5, 37), (36.5, 37))
    #expect(found.locations == [.outside, .outside])
    #expect(abs(found.contacts[0].place.latitude.degrees - 36) < 1e-12)
  }

  @Test func `at a vertex touched from inside are one`() throws {
    // A notch from the west whose tip reaches the meridian 36.5° E.
    let notched = closedRing((36, 36), (37, 36), (37, 37), (36, 37), (36.5, 36.5))
    let found = try crossings(try prepared([notched]), (36.1, 36.5), (36.9, 36.5))
    #expect(found.locations == [.inside, .inside])
    #expect(abs(found.contacts[0].place.latitude.degrees - 36.5) < 1e-12)
  }

  @Test func `of a leg of no length are none, and it lies where its place does`() throws {
    let border = try prepared([square])
    for (at, location) in [
      ((36.5, 36.5), Location.inside), ((36.5, 38), .outside), ((36, 36), .onBorder),
    ] {
      let found = try crossings(border, at, at)
      #expect(found.locations == [location] && found.pieces[0].length == .zero)
    }
  }

  @Test func `at the start and the end of a leg are told apart`() throws {
    let border = try prepared([square])
    let outwards = try crossings(border, (36.5, 36), (36.5, 35))
    #expect(outwards.locations == [.outside])
    #expect(outwards.atStart?.at == .zero && outwards.atEnd == nil)
    let inwards = try crossings(border, (36.5, 35), (36.5, 36))
    #expect(inwards.locations == [.outside])
    #expect(inwards.atStart == nil && inwards.atEnd?.at.meters == inwards.pieces[0].end.meters)
    let across = try crossings(border, (36.5, 36), (36.6, 37))
    #expect(across.locations == [.inside] && across.atStart != nil && across.atEnd != nil)
  }

  @Test func `of a leg that starts and ends inside are an exit and a re-entry`() throws {
    let notched = closedRing((36, 36), (37, 36), (37, 37), (36.6, 36.2), (36.4, 36.2), (36, 37))
    let found = try crossings(try prepared([notched]), (36.5, 36.1), (36.5, 36.9))
    #expect(found.locations == [.inside, .outside, .inside])
  }

  /// A west–east geodesic on the northern hemisphere rises above its ends' parallel and so dips
  /// into an area whose southern side is a parallel just above them.
  @Test func `with a parallel that the leg bends over are two`() throws {
    let border = try prepared([rectangle((35, 36), (37, 37))])
    // Between 35.6° and 36.4° E the line rises about 74 m above the parallel of its ends.
    let found = try crossings(border, (35.9995, 35.6), (35.9995, 36.4))
    #expect(found.locations == [.outside, .inside, .outside])
    #expect(found.contacts.allSatisfy { $0.angle.degrees < 0.3 })
    #expect(
      abs((found.pieces[0].length - found.pieces[2].length).meters) < 1e-4)
    #expect(try crossings(border, (35.9992, 35.6), (35.9992, 36.4)).locations == [.outside])
  }

  /// Inside one stretch of 2 km: the rise of 1 km of geodesic is 1.4 cm.
  @Test func `with an edge that the leg bends over within a stretch are two`() throws {
    let border = try prepared([rectangle((35, 36), (37, 37))])
    let south = 36 - 3e-8
    let found = try crossings(border, (south, 36), (south, 36.0111))
    #expect(found.locations == [.outside, .inside, .outside])
  }

  /// The sign of an offset that is nothing but rounding is none.
  ///
  /// The leg begins at the corner, rises over the parallel by up to L² tan φ/8R = 0.076 mm, and
  /// ends 1.009 · 10⁻⁹° = 0.1127 mm below it. At a share u of the leg it is 4 · 0.076 u(1 − u) − 0.1127 u mm above,
  /// which is zero at u = 0.63.
  @Test func `from a corner that rounding moves off the edge's line are found`() throws {
    let (south, north) = (87.9921875, 88.0078125)
    let border = try prepared([
      closedRing([
        Point2(x: 102.99999999999997, y: north), Point2(x: 103.00781250000006, y: 88.00390625),
        Point2(x: 103.00781249999994, y: south + 3e-14),
        Point2(x: 102.99609375000003, y: south + 6e-14),
      ])
    ])
    let found = try crossings(
      border, (south + 3e-14, 103.0078125), (87.99218749899106, 103.00482320748844))
    #expect(found.locations == [.inside, .outside])
    let share = found.pieces[0].length.meters / 11.6979
    #expect(abs(share - 0.63) < 0.005)
  }

  @Test func `at shallow angles are found to the stated accuracy`() throws {
    let border = try prepared([rectangle((35, 36), (37, 37))])
    let leg = try leg((35.9999, 35.5), (36.0031, 35.7))
    let found = try border.crossings(of: leg)
    #expect(found.locations == [.outside, .inside])
    let contact = found.contacts[0]
    #expect(contact.angle.degrees > 0.5 && contact.angle.degrees < 1.5)
    // The root of the latitude along the leg, by plain halving.
    var (low, high) = (0.0, leg.length.meters)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if leg.place(at: .meters(middle)).latitude.degrees < 36 {
        low = middle
      } else {
        high = middle
      }
    }
    #expect(abs(contact.at.meters - low) < 1e-6)
  }

  @Test func `of a long leg with a saw of two hundred teeth are four hundred`() throws {
    var saw = [(36.0, 37.0), (36.0, 36.0)].map { Point2(x: $0.0, y: $0.1) }
    for tooth in 0..<200 {
      saw.append(Point2(x: 36 + (Double(tooth) + 0.5) / 100, y: 36.4))
      saw.append(Point2(x: 36 + Double(tooth + 1) / 100, y: 36))
    }
    saw.append(Point2(x: 38, y: 37))
    let border = try prepared([closedRing(saw)])
    let leg = try leg((36.2, 35.5), (36.2, 38.5))
    let found = try border.crossings(of: leg)
    #expect(leg.length > .kilometers(260))
    #expect(found.contacts.count == 402)
    #expect(brokenLaws(found, of: leg, with: border.border, samples: 3) == [])
  }

  @Test func `at 80° of latitude are found`() throws {
    let border = try prepared([rectangle((20, 79.5), (25, 80.5))])
    let found = try crossings(border, (80, 15), (80, 30))
    #expect(found.locations == [.outside, .inside, .outside])
    let bent = try crossings(border, (80.46, 15), (80.46, 30))
    #expect(bent.locations == [.outside])
  }
}

@Suite struct `Laws of crossings` {
  /// A leg of one of seven kinds, most of them made to be hard for a border of these vertices.
  private func randomLeg(
    kind: Int, _ border: Border, center: Point2, size: Double, using random: inout RandomStream
  ) throws -> GeodesicLeg {
    let vertices = border.polygon.vertices
    let index = Int.random(in: vertices.indices, using: &random)
    let vertex = vertices[index]
    let next = vertices[border.polygon.edgeEnds()[index]]
    let other = vertices[Int.random(in: vertices.indices, using: &random)]
    let azimuth = Double.random(in: -180...180, using: &random)
    func distance() -> Double { .random(in: 0.01...2, using: &random) * size }
    func along(_ from: Point2, _ azimuth: Double, _ meters: Double) throws -> GeodeticCoordinate {
      Geodesic.wgs84.direct(
        from: try place(from), azimuth: .degrees(azimuth), distance: .meters(meters)
      ).place
    }
    let edge = Geodesic.wgs84.inverse(from: try place(vertex), to: try place(next))
    let course = edge.initialAzimuth.degrees
    switch kind {
    case 0:  // Anywhere.
      return GeodesicLeg(
        from: try along(center, azimuth, distance()), to: try along(center, -azimuth, distance()))
    case 1:  // Through a vertex.
      return GeodesicLeg(
        from: try along(vertex, azimuth + 180, distance()),
        to: try along(vertex, azimuth, distance()))
    case 2:  // From a vertex to a vertex.
      return GeodesicLeg(from: try place(vertex), to: try place(other))
    case 3:  // Along an edge, from one of its ends and over the other.
      let (a, b) = (
        try place(vertex), try along(vertex, course, edge.distance.meters * 1.5)
      )
      return azimuth < 0 ? GeodesicLeg(from: a, to: b) : GeodesicLeg(from: b, to: a)
    case 4:  // Onto a vertex.
      return GeodesicLeg(from: try along(vertex, azimuth, distance()), to: try place(vertex))
    case 5:  // Along an edge and over both ends.
      return GeodesicLeg(
        from: try along(vertex, course + 180, distance()),
        to: try along(vertex, course, edge.distance.meters + distance()))
    default:  // Along the meridian of a vertex.
      return GeodesicLeg(
        from: try place(vertex.y - .random(in: 0...0.1, using: &random), vertex.x),
        to: try place(vertex.y + .random(in: 0...0.1, using: &random), vertex.x))
    }
  }

  /// Seeds 64, 100, 151, 158, 162, 258 and 266 had legs along edges that missed their crossing at
  /// the edge's end, until a contact there was judged by how near the leg passes the vertex.
  @Test(arguments: Array(1...40) + [64, 100, 151, 158, 162, 258, 266] as [UInt64])
  func `hold for legs through vertices and along edges`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let center = Point2(
      x: .random(in: -170...170, using: &random), y: .random(in: -70...70, using: &random))
    let size = [300.0, 3000, 30_000, 200_000][Int.random(in: 0..<4, using: &random)]
    let border = try starBorder(
      around: center, meters: size / 4...size, vertices: .random(in: 5...30, using: &random),
      using: &random)
    for kind in 0..<7 {
      let leg = try randomLeg(
        kind: kind, border.border, center: center, size: size, using: &random)
      let found = try border.crossings(of: leg)
      let broken = brokenLaws(found, of: leg, with: border.border, samples: 5)
      #expect(broken == [], "kind \(kind)")
    }
  }

  @Test(arguments: UInt64(1)...30)
  func `a leg flown backwards has the same pieces, last first`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let center = Point2(x: 36, y: .random(in: -80...80, using: &random))
    let border = try starBorder(
      around: center, meters: 2000...20_000, vertices: 25, using: &random)
    for _ in 0..<4 {
      let leg = try randomLeg(
        kind: 0, border.border, center: center, size: 20_000, using: &random)
      let back = GeodesicLeg(from: leg.end, to: leg.start)
      let (there, again) = (try border.crossings(of: leg), try border.crossings(of: back))
      #expect(again.pieces.map(\.location) == there.pieces.reversed().map(\.location))
      for (one, other) in zip(there.contacts, again.contacts.reversed()) {
        let tolerance = 1e-7 / max(0.001, one.angle.sine)
        #expect(abs(one.at.meters + other.at.meters - leg.length.meters) < tolerance)
        #expect(abs(one.angle.degrees - other.angle.degrees) < 1e-6)
      }
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `hold for long legs across the Hatay border`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let border = try ShippedBorder.hatay()
    let leg = GeodesicLeg(
      from: try place(.random(in: 35.41...37.29, using: &random), 35.6),
      to: try place(.random(in: 35.41...37.29, using: &random), 36.9))
    do throws(CrossingError) {
      let found = try border.crossings(of: leg)
      #expect(found.contacts.count == found.pieces.count - 1)
      let near = found.contacts.map { contact in
        border.border.polygon.location(of: leg.place(at: contact.at - .meters(1e-5)).point)
          != border.border.polygon.location(of: leg.place(at: contact.at + .meters(1e-5)).point)
      }
      #expect(near.allSatisfy { $0 })
      for piece in found.pieces {
        for number in 1...9 {
          let point = leg.place(at: piece.start + piece.length * (Double(number) / 10)).point
          #expect(border.border.polygon.location(of: point) == piece.location)
        }
      }
    } catch {
      // Only a leg that reaches the sides of the window may leave it.
      #expect(
        abs(leg.start.latitude.degrees - 36.35) > 0.9 || abs(leg.end.latitude.degrees - 36.35) > 0.9
      )
    }
  }
}
