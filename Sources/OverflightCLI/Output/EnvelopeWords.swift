import Flights
import Quantities

extension FlightEnvelope.Limit {
  /// What is bounded, as the field calls it.
  var words: String {
    switch self {
    case .lowestCalibratedAirspeed: "lowest calibrated airspeed"
    case .highestCalibratedAirspeed: "highest calibrated airspeed"
    case .lowestMach: "lowest Mach number"
    case .highestMach: "highest Mach number"
    case .loadFactor: "largest load factor"
    case .climbRate: "largest rate of climb"
    case .descentRate: "largest rate of descent"
    case .ceiling: "ceiling, pressure altitude"
    }
  }

  /// A bound of this limit as people read it.
  ///
  /// - Parameter bound: In the limit's unit.
  /// - Returns: Airspeeds in km/h, the others in the limit's unit.
  func figure(_ bound: Measure) -> String {
    switch self {
    case .lowestCalibratedAirspeed, .highestCalibratedAirspeed:
      Speed(bound).kilometersPerHour.figure(1) + " km/h"
    case .lowestMach, .highestMach, .loadFactor: bound.value.figure(2)
    case .climbRate, .descentRate: bound.value.figure(1) + " m/s"
    case .ceiling: bound.value.figure(0) + " m"
    }
  }
}
