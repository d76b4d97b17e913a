import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// East along the equator at a thousandth of a degree a second, v = 111.319 491 m/s, then on from 20° E.
///
/// At a bank of 30° a turn has the radius v²/(g·tan 30°) = 2188.68 m.
@Suite struct `A track whose corners are rounded` {
  private let v = World.degree / 1000
  private var radius: Double { v * v / (9.806_65 * tan(Double.pi / 6)) }
  private var turn: LevelTurn { get throws { try LevelTurn(bank: .degrees(30)) } }

  /// A corner after 200 s, turning left by so many degrees; 30 km follow.
  private func corner(turning degrees: Double, then speed: Double = 1) throws -> Track {
    let middle = try World.place(20)
    let end = GeodesicLine(from: middle, azimuth: .degrees(90 - degrees))
      .place(at: .kilometers(30))
    let start = Fix(
      time: World.time(0), place: try World.place(19.8), altitude: Altitude(.meters(1000), .msl))
    let corner = Fix(
      time: World.time(200), place: middle, altitude: Altitude(.meters(1000), .msl))
    let last = Fix(
      time: World.time(200 + 30_000 / v / speed), place: end,
      altitude: Altitude(.meters(4000), .msl))
    return try Track([start, corner, last])
  }

  /// The way saved is 2R·tan(θ/2) − Rθ.
  @Test(arguments: [10.0, 60, 90, 120, -90])
  func `is shorter by what its turn saves`(degrees: Double) throws {
    let (told, θ) = (try corner(turning: degrees), abs(degrees) * .pi / 180)
    let track = try told.turning(by: turn, keeping: told.start.time)
    #expect(track.start == told.start && track.end.place == told.end.place)
    let saved = 2 * radius * tan(θ / 2) - radius * θ
    let earlier = told.end.time.since(track.end.time).seconds
    #expect(abs(earlier - saved / v) < 1e-4)
    let (begin, end) = (track.fixes[1], track.fixes[track.fixes.count - 2])
    let lead = Geodesic.wgs84.inverse(from: begin.place, to: told.fixes[1].place).distance
    let trail = Geodesic.wgs84.inverse(from: told.fixes[1].place, to: end.place).distance
    #expect(abs(lead.meters - radius * tan(θ / 2)) < 1e-3)
    #expect(abs(trail.meters - radius * tan(θ / 2)) < 1e-3)
    #expect(abs(end.time.since(begin.time).seconds - radius * θ / v) < 1e-6)
    for leg in track.legs { #expect(abs(leg.groundSpeed.metersPerSecond / v - 1) < 1e-5) }
  }

  /// The circle's middle is a radius from both legs: its nearest point to a right angle's corner is
  /// R(√2 − 1) away, on the bisector, where half of the turn is flown.
  @Test func `passes the middle of a turn when its corner was passed, if that keeps its time`()
    throws
  {
    let told = try corner(turning: 90)
    let track = try told.turning(by: turn, keeping: World.time(200))
    let place = try #require(track.state(at: World.time(200))).place
    let arc = Geodesic.wgs84.inverse(from: told.fixes[1].place, to: place)
    #expect(abs(arc.distance.meters - radius * (2.0.squareRoot() - 1)) < 2e-3)
    #expect(abs(arc.initialAzimuth.degrees + 45) < 1e-4)
  }

  /// Flown as told before the turn, or after it, or where the turn has another speed behind it.
  @Test(arguments: [(50.0, 1.0), (260, 1), (190, 1), (210, 1), (205, 2), (198, 0.5)])
  func `passes the place at the time that it keeps, as far through a turn as it was`(
    second: Double, speed: Double
  ) throws {
    let told = try corner(turning: 90, then: speed)
    let track = try told.turning(by: turn, keeping: World.time(second))
    let before = try #require(told.state(at: World.time(second))).place
    let now = try #require(track.state(at: World.time(second))).place
    let plane = WaypointPlane(middle: told.fixes[1].place)
    let (from, to) = (plane.offset(of: before), plane.offset(of: now))
    // Along the legs, beginning with the first, and along the arc.
    let along = from.north > 1e-6 ? from.north : from.east
    guard abs(along) < radius else {
      #expect(hypot(from.east - to.east, from.north - to.north) < 1e-3)
      return
    }
    let angle = (radius + along) / (2 * radius) * .pi / 2
    #expect(
      hypot(to.east - (radius * (sin(angle) - 1)), to.north - radius * (1 - cos(angle))) < 5e-3)
  }

  @Test func `flies what is left of its legs as before`() throws {
    let told = try corner(turning: 90, then: 2)
    let track = try told.turning(by: turn, keeping: told.start.time)
    #expect(abs((track.legs.last?.groundSpeed.metersPerSecond ?? 0) / (2 * v) - 1) < 1e-9)
    #expect(track.start.altitude?.height == .meters(1000))
    // The last leg climbs by 3000 m over 30 km: to 1000 m + R/10 where the turn ends.
    let end = track.fixes[track.fixes.count - 2].altitude?.height.meters ?? 0
    #expect(abs(end - (1000 + radius / 10)) < 1e-3)
    let heights = track.fixes.compactMap(\.altitude?.height.meters)
    #expect(heights == heights.sorted() && heights.count == track.fixes.count)
  }

  @Test func `stays what it is, bit for bit, where it is straight`() throws {
    let told = try World.track([(0, 19.9, 0), (100, 20, 0), (300, 20.2, 0)])
    let track = try told.turning(by: turn, keeping: World.time(50))
    #expect(track.fixes == told.fixes)
  }

  @Test func `has legs that are long enough for its turns`() throws {
    let right = try World.track([(0, 19.99, 0), (10, 20, 0), (110, 20, 0.1)])
    do {
      _ = try right.turning(by: turn, keeping: right.start.time)
      Issue.record("a turn of 2189 m was flown on a leg of 1113 m")
    } catch FlightPlanError.turnTooTight(let index, let needed, let available) {
      #expect(index == 1 && abs(needed.meters - radius) < 1e-3)
      #expect(abs(available.meters - World.degree / 100) < 1e-3)
    }
    // Each turn alone would fit the leg of 3340 m between them.
    let both = try World.track([(0, 19.9, 0), (100, 20, 0), (130, 20, 0.03), (230, 20.1, 0.03)])
    #expect(throws: FlightPlanError.self) { try both.turning(by: turn, keeping: both.start.time) }
    let back = try World.track([(0, 19.9, 0), (100, 20, 0), (150, 19.95, 0)])
    do {
      _ = try back.turning(by: turn, keeping: back.start.time)
      Issue.record("a turn straight back was flown")
    } catch FlightPlanError.turnTooTight(_, let needed, _) {
      #expect(needed.meters == .infinity)
    }
    let standing = try World.track([(0, 19.9, 0), (100, 20, 0), (150, 20, 0), (200, 20.1, 0)])
    #expect(throws: FlightPlanError.coincidentWaypoints(at: 2)) {
      try standing.turning(by: turn, keeping: standing.start.time)
    }
  }

  /// At 10⁸ m/s and 87.2° the radius is 5·10¹³ m, of which a millimeter is no share that 1 − x can tell.
  @Test func `is rounded by a circle far wider than the Earth`() throws {
    let middle = try World.place(20)
    let end = GeodesicLine(from: middle, azimuth: .degrees(89.999_998_3))
      .place(at: .kilometers(900))
    let told = try Track([
      Fix(time: World.time(0), place: try World.place(12)),
      Fix(time: World.time(0.0089), place: middle), Fix(time: World.time(0.0178), place: end),
    ])
    let wide = try LevelTurn(bank: .degrees(87.2))
    #expect(try told.turning(by: wide, keeping: told.start.time).fixes.count > 4)
  }
}
