import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

@Suite struct `A lens beside a border` {
  /// A leg along the meridian of 19.95° E, from south to north across the equator.
  ///
  /// It bulges towards the meridian of 20° E by r − √(r² − c²/4). On the equator that is 0.05° away,
  /// 5565.975 m: with a half chord of 8000 m, for r = (8000² + gap²)/(2·gap) = 8532.205 m.
  @Test(arguments: [-1.0, -0.05, 0.01, 1])
  func `can enter if the gap between chord and arc is wider than what lies between`(
    excess: Double
  ) throws {
    let border = try prepared([
      [
        Point2(x: 20, y: -1), Point2(x: 21, y: -1), Point2(x: 21, y: 1), Point2(x: 20, y: 1),
        Point2(x: 20, y: -1),
      ]
    ])
    let gap = 0.05 * 6_378_137 * Double.pi / 180 + excess
    let radius = (8000 * 8000 + gap * gap) / (2 * gap)
    let equator = try place(0, 19.95)
    let ends = [180.0, 0].map {
      GeodesicLine(from: equator, azimuth: .degrees($0)).place(at: .meters(8000))
    }
    let lens = try Corridor(from: ends[0], to: ends[1], leastRadius: .meters(radius))
    let found = border.meeting(with: lens)
    // The lens is wider than the plane's by 14 mm: circles that are (r/R)²/2 smaller, 8 mm, over the
    // same chord leave a gap that is r/√(r² − c²/4) − 1 = 1.87 times as much larger.
    #expect(found.canEnter == (excess < 0 ? .no : .yes) && found.mustEnter == .no)
    if excess > 0 {
      // That much of the arc's top is inside: √(2r·excess) to either side.
      let foot = Geodesic.wgs84.inverse(from: ends[0], to: try place(0, 20)).distance.meters
      #expect(isAbout(found.leastFromStart, foot, within: 150 * (excess + 0.02).squareRoot()))
    }
  }

  /// A strip across the equator from 20° to 20.01° E that reaches h to either side, and a lens from
  /// 19.96° to 20.05° E.
  @Test(arguments: [1.01, 1.001, 0.999, 0.9])
  func `must enter a strip that bars all of it, and need not where an arc is free`(
    share: Double
  ) throws {
    let degree = 6_378_137 * Double.pi / 180
    let (a, b) = (try place(0, 19.96), try place(0, 20.05))
    let lens = try Corridor(from: a, to: b, leastRadius: .meters(10_000))
    // The lens is narrowest at the sides, which are as far from either end.
    let height = share * lens.halfWidth(at: .meters(0.04 * degree)).meters / 110_574.275_821
    let border = try prepared([
      [
        Point2(x: 20, y: -height), Point2(x: 20.01, y: -height), Point2(x: 20.01, y: height),
        Point2(x: 20, y: height), Point2(x: 20, y: -height),
      ]
    ])
    let found = border.meeting(with: lens)
    #expect(found.canEnter == .yes)
    #expect(isAbout(found.leastFromStart, 0.04 * degree))
    #expect(isAbout(found.leastToEnd, 0.04 * degree))
    #expect(found.mustEnter == (share > 1 ? .yes : .no))
  }

  /// Two lands that leave a bend between them: one bars the lens up to a little north of the leg,
  /// the next, 0.01° on, down to a little south of it.
  @Test func `is undetermined where a way is free but no arc`() throws {
    let (a, b) = (try place(0, 19.96), try place(0, 20.05))
    let lens = try Corridor(from: a, to: b, leastRadius: .meters(10_000))
    func land(_ west: Double, _ low: Double, _ high: Double) -> [[Point2]] {
      let corners = [(0.0, low), (0.001, low), (0.001, high), (0, high), (0, low)]
      return [corners.map { Point2(x: west + $0.0, y: $0.1) }]
    }
    let border = PreparedBorder(
      try Border(parts: [land(20, -0.02, 0.0005), land(20.01, -0.0005, 0.02)]))
    let found = border.meeting(with: lens)
    #expect(found.canEnter == .yes && found.mustEnter == .undetermined(.noArcFound))
    // Without the bend an arc is free.
    let open = PreparedBorder(
      try Border(parts: [land(20, -0.02, 0.0005), land(20.01, 0.0015, 0.02)]))
    #expect(open.meeting(with: lens).mustEnter == .no)
  }
}
