import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A fly-over turn` {
  private let v = 500.0 / 3
  private let r = FlownPlan.radius

  /// East along the equator, then to a place on the meridian of the waypoint, D north of it.
  ///
  /// In the plane the circle's middle is r north of the waypoint; the tangent from it to the place
  /// begins after a turn θ with cos θ = −r/(D − r), and is √((D − r)² − r²) long. The Earth's
  /// curvature changes that by about D³/6R² = 0.6 mm.
  @Test func `passes the waypoint and ends on the tangent to the next`() throws {
    let latitude = 0.05
    let track = try FlownPlan.track(
      try FlownPlan.plan([(19.9, 0), (20, 0), (20, latitude)], kind: .flyOver))
    let D = GeodesicLeg(from: try World.place(20), to: try World.place(20, latitude)).length.meters
    let θ = acos(-r / (D - r))
    #expect(track.fixes[1].place == (try World.place(20)))
    let last = track.fixes.count - 1
    #expect(abs(track.seconds(of: 1) - 0.1 * World.degree / v) < 1e-9)
    #expect(abs(track.seconds(of: last - 1) - track.seconds(of: 1) - r * θ / v) < 1e-6)
    let tangent = ((D - r) * (D - r) - r * r).squareRoot()
    #expect(abs(track.seconds(of: last) - track.seconds(of: last - 1) - tangent / v) < 1e-5)
    // Every fix of the turn lies on the circle.
    let plane = WaypointPlane(middle: try World.place(20))
    for fix in track.fixes[1..<last] {
      #expect(abs(plane.distance(of: fix.place, from: (0, r)) - r) < 1e-6)
    }
    #expect(track.end.place == (try World.place(20, latitude)))
  }

  @Test func `ends where the geodesic to the next waypoint begins, without a corner`() throws {
    let track = try FlownPlan.track(
      try FlownPlan.plan([(19.8, 51.9), (20, 52), (20.1, 51.8)], kind: .flyOver))
    let (chord, leg) = (track.legs[track.legs.count - 2], track.legs[track.legs.count - 1])
    let step = 2 * acos(1 - 0.95e-3 / r) * 180 / .pi
    let corner =
      leg.path.azimuth(at: .zero).degrees - chord.path.azimuth(at: chord.length).degrees
    #expect(corner > 0.3 * step && corner <= 0.5001 * step)
  }

  /// East along the equator and back: the right turn leads south, half a circle lies 2r south, and
  /// from there a little more turn leads back to the equator.
  @Test func `straight back is to the right`() throws {
    let track = try FlownPlan.track(
      try FlownPlan.plan([(19.9, 0), (20, 0), (19.9, 0)], kind: .flyOver))
    #expect(track.fixes.allSatisfy { $0.place.latitude.degrees <= 1e-12 })
    let lowest = track.fixes.map(\.place.latitude.degrees).min() ?? 0
    // 2r = 2002.9 m are 0.018 113° of the meridian at the equator (110 574 m a degree).
    #expect(abs(lowest + 2 * r / 110_574.3) < 1e-6)
  }

  /// Straight across the middle the circle is 2r = 2002.91 m wide; a place within is not reached.
  @Test func `is refused where the next waypoint lies inside of its circle`() throws {
    let degrees = 2 * r / 110_574.275
    _ = try FlownPlan.track(
      try FlownPlan.plan([(19.9, 0), (20, 0), (20, degrees * 1.0001)], kind: .flyOver))
    let inside = try FlownPlan.plan([(19.9, 0), (20, 0), (20, degrees * 0.999)], kind: .flyOver)
    let error = #expect(throws: FlightPlanError.self) { try FlownPlan.track(inside) }
    guard case .turnTooTight(at: 1, let needed, let available) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(abs(needed.meters - 2 * r) < 0.1)
    #expect(abs(available.meters - 2 * r * 0.999) < 0.01)
  }

  @Test func `of nothing is the waypoint itself`() throws {
    let track = try FlownPlan.track(
      try FlownPlan.plan([(19.9, 0), (20, 0), (20.1, 0)], kind: .flyOver))
    #expect(track.fixes.count == 3)
  }
}
