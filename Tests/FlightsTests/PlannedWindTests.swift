import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A flight in a wind` {
  /// East along the equator at 100 m/s against, with and across 60 m/s: 40, 160 and 80 m/s.
  @Test(arguments: [(90.0, 40.0), (270, 160), (0, 80), (180, 80)])
  func `holds its track at the ground speed of the triangle`(
    from: Double, groundSpeed: Double
  ) throws {
    let track = try FlownPlan.track(
      try FlownPlan.plan(
        [(20, 0), (20.2, 0)], airspeed: .metersPerSecond(100),
        wind: Wind(from: .degrees(from), speed: .metersPerSecond(60))))
    #expect(track.fixes.count == 2)
    #expect(abs(track.legs[0].groundSpeed.metersPerSecond - groundSpeed) < 1e-8)
  }

  /// The direction of a long line at 52° N changes by 5°, and the ground speed with it.
  ///
  /// The oracle adds up the time of 20 000 short pieces by Simpson's rule. The last lines
  /// pass the pole at 194 m and at 1 mm, where they turn about all at once.
  @Test(arguments: [
    (0.0, 40.0, (10.0, 52.0), (16.0, 53.0)), (70, 60, (10, 52), (16, 53)),
    (215, 90, (10, 52), (16, 53)), (30, 50, (10, 88), (-169.9, 88)),
    (90, 50, (10, 89.999), (-169.998_97, 89.999)),
  ])
  func `follows the ground speed along a line that turns against the meridians`(
    from: Double, speed: Double, start: (Double, Double), end: (Double, Double)
  ) throws {
    let plan = try FlownPlan.plan(
      [start, end], airspeed: .metersPerSecond(180),
      wind: Wind(from: .degrees(from), speed: .metersPerSecond(speed)))
    let track = try FlownPlan.track(plan)
    let leg = GeodesicLeg(from: plan.waypoints[0].place, to: plan.waypoints[1].place)
    let (toNorth, toEast) = (-speed * cos(from * .pi / 180), -speed * sin(from * .pi / 180))
    /// Seconds a meter.
    func slowness(_ meters: Double) -> Double {
      let χ = leg.azimuth(at: .meters(meters)).radians
      let along = toNorth * cos(χ) + toEast * sin(χ)
      let across = toEast * cos(χ) - toNorth * sin(χ)
      return 1 / (along + (180 * 180 - across * across).squareRoot())
    }
    let count = 20_000
    let piece = leg.length.meters / Double(count)
    var (time, worst, before) = (0.0, 0.0, slowness(0))
    for number in 0..<count {
      let middle = slowness(piece * (Double(number) + 0.5))
      let after = slowness(piece * Double(number + 1))
      time += piece * (before + 4 * middle + after) / 6
      before = after
      let end = leg.place(at: .meters(piece * Double(number + 1)))
      guard number % 8 == 7 else { continue }
      let off = GeodesicLeg(from: end, to: track.place(after: time)).length.meters
      worst = max(worst, off)
    }
    #expect(abs(track.seconds(of: track.fixes.count - 1) - time) < 2e-6)
    #expect(worst < 1.01e-3)
    #expect(track.end.place == plan.waypoints[1].place)
  }

  /// North-west of the equator a fly-by turn in a wind, against the motion added up in steps of
  /// a ten-thousandth of a second: the heading turns evenly, the air carries the aircraft on.
  @Test(arguments: [
    (0.0, 30.0, 0.1), (90, 80, 0.1), (200, 120, 0.1), (315, 60, -0.1), (60, 10, -0.1),
  ])
  func `turns on a trochoid from leg to leg`(
    from: Double, speed: Double, latitude: Double
  ) throws {
    let v = FlownPlan.airspeed.metersPerSecond
    let track = try FlownPlan.track(
      try FlownPlan.plan(
        [(19.9, 0), (20, 0), (20, latitude)],
        wind: Wind(from: .degrees(from), speed: .metersPerSecond(speed))))
    let (toNorth, toEast) = (
      -speed * cos(from * .pi / 180), -speed * sin(from * .pi / 180)
    )
    let plane = WaypointPlane(middle: try World.place(20))
    // Eastward, against a wind to the north the nose points to the south.
    let heading = .pi / 2 + asin(toNorth / v)
    let side = latitude > 0 ? -1.0 : 1
    let rate = side * 9.806_65 * 8.0.squareRoot() / v
    let first = try #require(track.fixes.dropFirst().first)
    let last = try #require(track.fixes.firstIndex { $0.place.longitude.degrees == 20 })
    var (east, north) = plane.offset(of: first.place)
    #expect(abs(north) < 1e-9)
    var (time, fix) = (track.seconds(of: 1), 1)
    let step = 1e-4
    while fix < last {
      let ψ = heading + rate * (time + step / 2 - track.seconds(of: 1))
      east += step * (v * sin(ψ) + toEast)
      north += step * (v * cos(ψ) + toNorth)
      time += step
      while fix < last, track.seconds(of: fix + 1) <= time {
        fix += 1
        // Back from the end of the step to the moment of the fix.
        let over = time - track.seconds(of: fix)
        let point = (
          east: east - over * (v * sin(ψ) + toEast), north: north - over * (v * cos(ψ) + toNorth)
        )
        #expect(plane.distance(of: track.fixes[fix].place, from: point) < 1e-4)
      }
    }
    // On the last leg, and going along it.
    let chord = track.legs[last - 1], leg = track.legs[last]
    let turn = leg.path.azimuth(at: .zero) - chord.path.azimuth(at: chord.length)
    #expect(abs(turn.wrappedToHalfTurn.degrees) < 0.2)
  }

  /// Seen from the air, the flight over a waypoint is a circle too: each chord has the airspeed.
  @Test(arguments: [(20.0, 40.0), (110, 100), (250, 140)])
  func `flies its turns at its airspeed and its load factor`(from: Double, speed: Double) throws {
    let wind = Wind(from: .degrees(from), speed: .metersPerSecond(speed))
    let v = FlownPlan.airspeed.metersPerSecond
    for kind in FlightPlan.Waypoint.Kind.allCases {
      let track = try FlownPlan.track(
        try FlownPlan.plan(
          [(19.8, 0), (20, 0), (20.1, 0.2), (19.9, 0.15)], kind: kind, wind: wind))
      for (before, after) in zip(track.legs, track.legs.dropFirst()) {
        let seen = [before, after].map { leg in
          let azimuth = leg.path.azimuth(at: leg.length / 2)
          return WindTriangle(trackAngle: azimuth, groundSpeed: leg.groundSpeed, wind: wind)
        }
        #expect(seen.allSatisfy { abs($0.trueAirspeed.metersPerSecond / v - 1) < 1e-6 })
        let turn = (seen[1].heading - seen[0].heading).wrappedToHalfTurn.radians
        let rate = abs(turn) / ((before.duration + after.duration).seconds / 2)
        let loadFactor = hypot(1, v * rate / 9.806_65)
        #expect(loadFactor < 3.0001)
      }
    }
  }
}
