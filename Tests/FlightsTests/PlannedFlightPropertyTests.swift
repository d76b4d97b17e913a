import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct `A random flight plan` {
  /// Legs of 20 to 60 km that turn by up to 120° each, so that every turn has room.
  private func plan(
    kind: FlightPlan.Waypoint.Kind?, wind: Wind, using random: inout RandomStream
  ) throws -> FlightPlan {
    var place = try GeodeticCoordinate(
      latitude: .degrees(.random(in: -70...70, using: &random)),
      longitude: .degrees(.random(in: -180...180, using: &random)))
    var azimuth = Angle.degrees(.random(in: 0...360, using: &random))
    var airspeed = Double.random(in: 150...250, using: &random)
    let start = airspeed
    let waypoints = (0..<Int.random(in: 2...7, using: &random)).map { _ in
      airspeed = min(260, max(140, airspeed + .random(in: -30...30, using: &random)))
      let waypoint = FlightPlan.Waypoint(
        place, kind: kind ?? (Bool.random(using: &random) ? .flyBy : .flyOver),
        speedChange: .init(
          to: .metersPerSecond(airspeed),
          at: .metersPerSecondSquared(.random(in: 1...3, using: &random))),
        altitudeChange: .init(
          to: Altitude(.meters(.random(in: 4900...5100, using: &random)), .msl),
          at: .metersPerSecond(.random(in: 8...30, using: &random))))
      azimuth = azimuth + .degrees(.random(in: -120...120, using: &random))
      place =
        Geodesic.wgs84.direct(
          from: place, azimuth: azimuth,
          distance: .kilometers(.random(in: 35...60, using: &random))
        ).place
      return waypoint
    }
    let last = waypoints.count - 1
    return try FlightPlan(
      waypoints: waypoints.enumerated().map { $0 == last ? .init($1.place) : $1 },
      airspeed: .metersPerSecond(start), altitude: Altitude(.meters(5000), .msl),
      turn: LevelTurn(loadFactor: .random(in: 1.3...6, using: &random)), wind: wind)
  }

  private func wind(using random: inout RandomStream) -> Wind {
    Wind(
      from: .degrees(.random(in: 0...360, using: &random)),
      speed: .metersPerSecond(.random(in: 0...60, using: &random)))
  }

  @Test(arguments: UInt64(1)...40)
  func `is flown from its first waypoint to its last, over those it must`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let plan = try plan(kind: nil, wind: wind(using: &random), using: &random)
    let track = try FlownPlan.track(plan)
    #expect(track.start.place == plan.waypoints.first?.place)
    #expect(track.end.place == plan.waypoints.last?.place)
    for waypoint in plan.waypoints.dropLast().dropFirst() where waypoint.kind == .flyOver {
      #expect(track.fixes.contains { $0.place == waypoint.place })
    }
  }

  @Test(arguments: UInt64(1)...40)
  func `never has more than its load factor, nor a speed between its speeds`(
    seed: UInt64
  ) throws {
    var random = RandomStream(seed: seed)
    let wind = wind(using: &random)
    let plan = try plan(kind: nil, wind: wind, using: &random)
    let track = try FlownPlan.track(plan)
    let speeds =
      ([plan.airspeed] + plan.waypoints.compactMap(\.speedChange?.airspeed))
      .map(\.metersPerSecond)
    let seen = track.legs.map { leg in
      WindTriangle(
        trackAngle: leg.path.azimuth(at: leg.length / 2), groundSpeed: leg.groundSpeed, wind: wind)
    }
    for triangle in seen {
      // The air is seen as it is in the middle of a leg, along which north turns a little.
      #expect(triangle.trueAirspeed.metersPerSecond > (speeds.min() ?? 0) - 0.05)
      #expect(triangle.trueAirspeed.metersPerSecond < (speeds.max() ?? 0) + 0.05)
    }
    for index in seen.indices.dropFirst() {
      let turn = (seen[index].heading - seen[index - 1].heading).wrappedToHalfTurn.radians
      let span = (track.legs[index].duration + track.legs[index - 1].duration).seconds / 2
      let airspeed = seen[index].trueAirspeed.metersPerSecond
      let loadFactor = hypot(1, airspeed * turn / span / 9.806_65)
      #expect(loadFactor < plan.turn.loadFactor * 1.0005)
    }
  }

  @Test(arguments: UInt64(1)...40)
  func `with fly-by turns keeps to the geodesics between its waypoints`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let plan = try plan(kind: .flyBy, wind: wind(using: &random), using: &random)
    let track = try FlownPlan.track(plan)
    for (from, to) in zip(plan.waypoints, plan.waypoints.dropFirst()) {
      let leg = Geodesic.wgs84.inverse(from: from.place, to: to.place)
      // How far each fix that is not in a turn lies beside the leg: some do not at all.
      let beside = track.fixes.map { fix in
        let arc = Geodesic.wgs84.inverse(from: from.place, to: fix.place)
        let turn = (arc.initialAzimuth - leg.initialAzimuth).radians
        return (off: abs(arc.distance.meters * sin(turn)), distance: arc.distance, turn: turn)
      }
      let onLeg = beside.filter { $0.distance <= leg.distance && cos($0.turn) > 0 && $0.off < 1e-4 }
      #expect(onLeg.count >= 2)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `is flown the same way again, and at the same places at another time`(
    seed: UInt64
  ) throws {
    var random = RandomStream(seed: seed)
    let plan = try plan(kind: nil, wind: wind(using: &random), using: &random)
    let (once, again) = (try FlownPlan.track(plan), try FlownPlan.track(plan))
    #expect(once.fixes == again.fixes)
    let later = try Track(flying: plan, from: ExampleSquare.time(1000))
    #expect(later.fixes.map(\.place) == once.fixes.map(\.place))
    #expect(later.fixes.map(\.time) == once.fixes.map { $0.time.advanced(by: .seconds(1000)) })
  }
}
