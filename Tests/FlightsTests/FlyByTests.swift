import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// East along the equator for a tenth of a degree, then north along the meridian of 20° E: about
/// the waypoint both legs are known exactly.
@Suite struct `A fly-by turn` {
  private let corner = [(19.9, 0.0), (20, 0), (20, 0.1)]
  private let v = 500.0 / 3
  private let r = FlownPlan.radius
  private var plane: WaypointPlane {
    get throws { WaypointPlane(middle: try World.place(20)) }
  }

  @Test func `of a right angle begins and ends a radius from the corner, on the legs`() throws {
    let track = try FlownPlan.track(try FlownPlan.plan(corner))
    let (begin, end) = (track.fixes[1], track.fixes[track.fixes.count - 2])
    #expect(begin.place.latitude.degrees == 0)
    #expect(abs((20 - begin.place.longitude.degrees) * World.degree - r) < 1e-6)
    #expect(end.place.longitude.degrees == 20)
    #expect(try abs(plane.distance(of: end.place, from: (0, 0)) - r) < 1e-6)
    // The way there, and a quarter of a circle: π/2·r/v = 9.4385 s.
    #expect(abs(track.seconds(of: 1) - (0.1 * World.degree - r) / v) < 2e-9)
    let seconds = track.seconds(of: track.fixes.count - 2) - track.seconds(of: 1)
    #expect(abs(seconds - .pi / 2 * r / v) < 2e-9)
    #expect(abs(seconds - 9.4385) < 5e-5)
    #expect(track.end.place == (try World.place(20, 0.1)))
  }

  @Test func `touches both legs: its first and last chord point along them by half a chord`() throws
  {
    let track = try FlownPlan.track(try FlownPlan.plan(corner))
    let chords = track.legs.dropFirst().dropLast()
    let step = 90 / Double(chords.count)
    let first = try #require(chords.first), last = try #require(chords.last)
    #expect(abs(first.path.azimuth(at: .zero).degrees - (90 - step / 2)) < 1e-4)
    #expect(abs(last.path.azimuth(at: last.length).degrees - step / 2) < 1e-4)
  }

  /// The circle about the point a radius from either leg, at every moment.
  @Test(arguments: [
    (600.0, 3.0), (600, 1.1), (250, 5), (1100, 2), (900, 9), (120, 1.01),
  ])
  func `is nowhere more than a millimeter from the circle, with hardly more chords than that takes`(
    kilometersPerHour: Double, loadFactor: Double
  ) throws {
    let track = try FlownPlan.track(
      try FlownPlan.plan(
        [(19.5, 0), (20, 0), (20, 0.5)], airspeed: .kilometersPerHour(kilometersPerHour),
        loadFactor: loadFactor))
    let v = kilometersPerHour / 3.6
    let r = v * v / (9.806_65 * (loadFactor * loadFactor - 1).squareRoot())
    let (begin, plane) = (track.seconds(of: 1), try plane)
    var worst = 0.0
    let count = 4000
    for sample in 0...count {
      let angle = .pi / 2 * Double(sample) / Double(count)
      let exact = (east: r * (sin(angle) - 1), north: r * (1 - cos(angle)))
      let place = track.place(after: begin + angle * r / v)
      worst = max(worst, plane.distance(of: place, from: exact))
    }
    #expect(worst < 1e-3)
    // r(1 − cos(θ/2)) ≤ 1 mm asks for this many chords.
    let least = (.pi / 2 / (2 * acos(1 - 1e-3 / r))).rounded(.up)
    #expect(Double(track.legs.count - 2) <= 1 + least / 0.95.squareRoot())
  }

  @Test func `turns the shorter way on either side`() throws {
    for (latitude, side) in [(0.1, 1.0), (-0.1, -1)] {
      let track = try FlownPlan.track(try FlownPlan.plan([(19.9, 0), (20, 0), (19.95, latitude)]))
      #expect(track.fixes.allSatisfy { $0.place.latitude.degrees * side >= 0 })
    }
  }

  /// Three places of the equator: there is nothing to turn.
  @Test func `of nothing is the corner itself`() throws {
    let track = try FlownPlan.track(try FlownPlan.plan([(19.9, 0), (20, 0), (20.1, 0)]))
    #expect(track.fixes.map(\.place) == (try [19.9, 20, 20.1].map { try World.place($0) }))
    #expect(abs(track.seconds(of: 2) - 0.2 * World.degree / v) < 1e-9)
  }

  /// A turn by x leads r(1/cos(x/2) − 1) = r·x²/8 inside of its corner: 0.5 mm for x = 0.002 at
  /// 1001 m, and 2 mm for 0.004.
  @Test(arguments: [(0.002, 0), (0.004, 2)])
  func `of next to nothing is the corner, as long as that is within a millimeter`(
    turn: Double, more: Int
  ) throws {
    let track = try FlownPlan.track(
      try FlownPlan.plan([(19.9, 0), (20, 0), (20.1, 0.1 * turn)]))
    #expect(track.fixes.count >= 3 + more && (more > 0 || track.fixes.count == 3))
  }

  /// A right angle takes a radius of both legs, a turn by 135° tan(67.5°) = 2.414 213 6 of them.
  @Test func `is refused where a leg is shorter than it takes, telling by how much`() throws {
    let shortLast = try FlownPlan.plan([(19.9, 0), (20, 0), (20, 0.005)])
    let error = #expect(throws: FlightPlanError.self) { try FlownPlan.track(shortLast) }
    guard case .turnTooTight(at: 1, let needed, let available) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(abs(needed.meters - r) < 1e-6)
    // 0.005° of the meridian at the equator: a(1 − e²)·π/180·0.005 = 552.87 m.
    #expect(abs(available.meters - 552.87) < 0.01)
    #expect(error?.description == "the turn at waypoint 2 takes 1001 m of a leg with 553 m for it")

    // 0.01° is 1113.19 m, of which the first turn leaves 111.74 m to the second.
    let crowded = try FlownPlan.plan([(19.9, 0), (20, 0), (20, 0.01), (20.1, 0.01)])
    let second = #expect(throws: FlightPlanError.self) { try FlownPlan.track(crowded) }
    guard case .turnTooTight(at: 2, _, let rest) = second else {
      Issue.record("\(String(describing: second))")
      return
    }
    #expect(abs(rest.meters - (1105.74 - r)) < 0.01)
  }

  @Test func `straight back does not exist`() throws {
    let back = try FlownPlan.plan([(19.9, 0), (20, 0), (19.9, 0)])
    let error = #expect(throws: FlightPlanError.self) { try FlownPlan.track(back) }
    #expect(
      error?.description
        == "the turn at waypoint 2 takes endlessly much of a leg with 11132 m for it")
  }

  /// Both legs are a radius long and no more.
  @Test func `may take all of its legs`() throws {
    let leg = r / World.degree
    let start = try World.place(20 - leg)
    let end = Geodesic.wgs84.direct(
      from: try World.place(20), azimuth: .zero, distance: .meters(r)
    ).place
    let plan = try FlightPlan(
      waypoints: [.init(start), .init(try World.place(20)), .init(end)],
      airspeed: FlownPlan.airspeed, turn: try LevelTurn(loadFactor: 3))
    let track = try FlownPlan.track(plan)
    #expect(abs(track.seconds(of: track.fixes.count - 1) - .pi / 2 * r / v) < 1e-6)
  }
}
