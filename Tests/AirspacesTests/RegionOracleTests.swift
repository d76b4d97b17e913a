import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

/// What a region is, by its definition: distances by trying every edge, and a dozen comparisons.
private struct PlainRegion {
  let region: Region
  let own: Border
  let others: [Border]
  /// The margin of the signed distances from one's own land and from that of the others.
  let margin: (_ own: Double, _ others: Double) -> Double

  func margin(at place: Point2) -> Double {
    margin(
      signed(own, place), others.map { signed($0, place) }.min() ?? .infinity)
  }

  private func signed(_ border: Border, _ place: Point2) -> Double {
    switch border.polygon.location(of: place) {
    case .inside: -plainDistance(border, to: place)
    case .outside: plainDistance(border, to: place)
    case .onBorder: 0
    }
  }

  static let kinds = ["sea", "strait", "claimed strait", "zone outside", "zone inside"]

  /// Stars of land of up to 12 km within 30 km, and a breadth of a few kilometers.
  static func random(
    _ kind: String, around center: Point2, using random: inout RandomStream
  ) throws -> PlainRegion {
    func land(_ east: Double) throws -> PreparedBorder {
      let spot = Geodesic.wgs84.direct(
        from: try place(center), azimuth: .degrees(90), distance: .kilometers(east)
      ).place.point
      return try starBorder(around: spot, meters: 1500...12_000, vertices: 9, using: &random)
    }
    let meters = Double.random(in: 2000...9000, using: &random)
    let own = try land(-11)
    let others = [try land(14)]
    let breadth = Length.meters(meters)
    func plain(_ region: Region, _ margin: @escaping (Double, Double) -> Double) -> PlainRegion {
      PlainRegion(region: region, own: own.border, others: others.map(\.border), margin: margin)
    }
    switch kind {
    case "sea":
      return plain(Region(try SeaLimit(land: own, breadth: breadth))) { own, _ in own - meters }
    case "strait":
      let limit = try SeaLimit(land: own, breadth: breadth, opposite: others)
      return plain(Region(limit)) { own, others in max(own - meters, (own - others) / 2) }
    case "claimed strait":
      let limit = try SeaLimit(land: own, breadth: breadth, opposite: others, rule: .fullBreadth)
      return plain(Region(limit)) { own, others in max(own - meters, -others) }
    case "zone outside":
      let zone = try BorderZone(.outside, of: own, within: breadth)
      return plain(Region(zone)) { own, _ in max(own - meters, -own) }
    default:
      let zone = try BorderZone(.inside, of: own, within: breadth)
      return plain(Region(zone)) { own, _ in max(-own - meters, own) }
    }
  }
}

@Suite struct `A region of random lands` {
  private static let cases = PlainRegion.kinds.flatMap { kind in
    (UInt64(1)...6).map { (kind: kind, seed: $0) }
  }

  private func scene(
    _ row: Int
  ) throws -> (plain: PlainRegion, center: Point2, random: RandomStream) {
    let (kind, seed) = Self.cases[row]
    var random = RandomStream(seed: seed)
    let center = Point2(
      x: .random(in: -180...179, using: &random), y: .random(in: -75...75, using: &random))
    let plain = try PlainRegion.random(kind, around: center, using: &random)
    return (plain, center, random)
  }

  private func anywhere(
    _ center: Point2, within kilometers: Double, using random: inout RandomStream
  ) throws -> GeodeticCoordinate {
    Geodesic.wgs84.direct(
      from: try place(center), azimuth: .degrees(.random(in: -180...180, using: &random)),
      distance: .kilometers(.random(in: 0...kilometers, using: &random))
    ).place
  }

  /// Places by the definition, near and far.
  @Test(arguments: cases.indices)
  func `has the places and margins of its definition`(row: Int) throws {
    var (plain, center, random) = try scene(row)
    for _ in 0..<12 {
      let spot = try anywhere(center, within: 45, using: &random)
      let margin = plain.margin(at: spot.point)
      let found = try #require(plain.region.distance(to: spot))
      #expect(abs(found.signed.meters - margin) < 2e-4, "\(spot)")
      if abs(margin) > 1e-3 {
        #expect(plain.region.location(of: spot) == (margin < 0 ? .inside : .outside), "\(spot)")
      }
      let toNearest = geodesicMeters(spot.point, found.nearest.point)
      #expect(toNearest > abs(margin) - 1e-3)
      #expect(abs(plain.margin(at: found.nearest.point)) < 1e-3, "\(spot)")
    }
  }

  /// Samples of a leg on the side of their piece, all changes of side among them, and contacts on
  /// the line.
  @Test(arguments: cases.indices)
  func `meets legs where dense samples say`(row: Int) throws {
    var (plain, center, random) = try scene(row)
    for _ in 0..<2 {
      let leg = GeodesicLeg(
        from: try anywhere(center, within: 45, using: &random),
        to: try anywhere(center, within: 45, using: &random))
      let found = try plain.region.crossings(of: leg)
      for contact in found.contacts {
        #expect(abs(plain.margin(at: contact.place.point)) < 1.1e-4)
      }
      for number in 0...40 {
        let at = leg.length * (Double(number) / 40)
        let margin = plain.margin(at: leg.place(at: at).point)
        let piece = try #require(found.pieces.first { $0.end >= at })
        guard abs(margin) > 1e-3 else { continue }
        #expect(piece.location == (margin < 0 ? .inside : .outside), "\(at.meters) m of \(leg)")
      }
      for (one, two) in zip(found.pieces, found.pieces.dropFirst()) where one.length.meters > 1 {
        #expect(one.location != two.location, "a touch of nothing, at \(one.end.meters) m")
      }
    }
  }

  @Test(arguments: cases.indices)
  func `has its extremes where dense samples say`(row: Int) throws {
    var (plain, center, random) = try scene(row)
    let leg = GeodesicLeg(
      from: try anywhere(center, within: 30, using: &random),
      to: try anywhere(center, within: 30, using: &random))
    for piece in try plain.region.crossings(of: leg).pieces where piece.length.meters > 10 {
      let range = piece.start...piece.end
      let furthest = try #require(plain.region.furthest(on: leg, within: range))
      let nearest = try #require(plain.region.nearest(on: leg, within: range))
      for number in 0...16 {
        let at = piece.start + piece.length * (Double(number) / 16)
        let margin = abs(plain.margin(at: leg.place(at: at).point))
        #expect(furthest.distance.meters > margin - 2e-3)
        #expect(nearest.distance.meters < margin + 2e-3)
      }
      for extreme in [furthest, nearest] {
        #expect(range.contains(extreme.at))
        let margin = abs(plain.margin(at: leg.place(at: extreme.at).point))
        #expect(abs(margin - extreme.distance.meters) < 2e-4)
      }
    }
  }

  @Test(arguments: cases.indices)
  func `meets a leg flown backwards at the same places`(row: Int) throws {
    var (plain, center, random) = try scene(row)
    let (start, end) = (
      try anywhere(center, within: 45, using: &random),
      try anywhere(center, within: 45, using: &random)
    )
    let there = try plain.region.crossings(of: GeodesicLeg(from: start, to: end))
    let back = try plain.region.crossings(of: GeodesicLeg(from: end, to: start))
    #expect(there.pieces.map(\.location) == back.pieces.map(\.location).reversed())
    for (one, two) in zip(there.contacts, back.contacts.reversed()) {
      let tolerance = 1e-5 / max(0.001, one.angle.sine)
      #expect(geodesicMeters(one.place.point, two.place.point) < tolerance)
    }
  }
}
