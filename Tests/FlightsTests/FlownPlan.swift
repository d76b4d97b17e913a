import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport

/// Plans in the example world, with 600 km/h and 3 g unless they say otherwise.
enum FlownPlan {
  static let airspeed = Speed.kilometersPerHour(600)
  /// v²/(g√8) by hand: (500/3)²/(9.80665·2.828427…).
  static let radius = (500.0 / 3) * (500.0 / 3) / (9.806_65 * 8.0.squareRoot())

  /// A plan through places (longitude, latitude).
  static func plan(
    _ places: [(Double, Double)], kind: FlightPlan.Waypoint.Kind = .flyBy,
    airspeed: Speed = airspeed, loadFactor: Double = 3, wind: Wind = .calm
  ) throws -> FlightPlan {
    try FlightPlan(
      waypoints: places.map {
        FlightPlan.Waypoint(try ExampleSquare.place($0.0, $0.1), kind: kind)
      }, airspeed: airspeed, turn: LevelTurn(loadFactor: loadFactor), wind: wind)
  }

  static func track(_ plan: FlightPlan) throws -> Track {
    try Track(flying: plan, from: ExampleSquare.time(0))
  }
}

extension Track {
  /// Seconds after the start of the example world's clock.
  func seconds(of fix: Int) -> Double { fixes[fix].time.since(ExampleSquare.time(0)).seconds }

  /// Where the track is after so many of those seconds; the nearer end outside of it.
  func place(after seconds: Double) -> GeodeticCoordinate {
    let time = ExampleSquare.time(seconds)
    return state(at: min(max(time, start.time), end.time))?.place ?? start.place
  }
}
