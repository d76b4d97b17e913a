public import Geodesy
public import Quantities

/// A timed place of one aircraft.
public struct Fix: Hashable, Sendable {
  public let time: Instant
  public let place: GeodeticCoordinate
  public let altitude: Altitude?

  public init(time: Instant, place: GeodeticCoordinate, altitude: Altitude? = nil) {
    (self.time, self.place, self.altitude) = (time, place, altitude)
  }
}
