public import Geodesy
public import Quantities

extension FlightPlan {
  /// A place that a flight is planned along, and what is to change once it is passed.
  public struct Waypoint: Hashable, Sendable {
    /// How the turn at a waypoint is flown, in the words of ICAO Doc 8168.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// The turn begins before the waypoint, so that it ends on the next leg.
      case flyBy
      /// The turn begins at the waypoint, and ends where the track points at the next one.
      case flyOver
    }

    public let place: GeodeticCoordinate
    /// How the turn is flown; without meaning at the first waypoint and the last.
    public let kind: Kind
    /// A change that begins where the turn ends; at the first waypoint, at once.
    public let speedChange: SpeedChange?
    /// A climb or descent that begins where the turn ends; at the first waypoint, at once.
    public let altitudeChange: AltitudeChange?

    public init(
      _ place: GeodeticCoordinate, kind: Kind = .flyBy, speedChange: SpeedChange? = nil,
      altitudeChange: AltitudeChange? = nil
    ) {
      (self.place, self.kind) = (place, kind)
      (self.speedChange, self.altitudeChange) = (speedChange, altitudeChange)
    }
  }

  /// A change of airspeed at a constant rate.
  public struct SpeedChange: Hashable, Sendable {
    /// The true airspeed to be reached.
    public let airspeed: Speed
    /// How fast the airspeed rises or falls, above zero either way.
    public let acceleration: Acceleration

    public init(to airspeed: Speed, at acceleration: Acceleration) {
      (self.airspeed, self.acceleration) = (airspeed, acceleration)
    }
  }

  /// A climb or descent at a constant rate.
  public struct AltitudeChange: Hashable, Sendable {
    /// The altitude to be reached, of the same reference as the plan's.
    public let altitude: Altitude
    /// How fast the altitude rises or falls, above zero either way.
    public let rate: Speed

    public init(to altitude: Altitude, at rate: Speed) {
      (self.altitude, self.rate) = (altitude, rate)
    }
  }
}
