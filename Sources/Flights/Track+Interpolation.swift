public import Geodesy
public import Quantities

/// Where an aircraft was at one moment, and how it moved.
public struct FlightState: Hashable, Sendable {
  public let time: Instant
  public let place: GeodeticCoordinate
  public let altitude: Altitude?
  public let groundSpeed: Speed
  /// The direction of motion, clockwise from true north, 0°…<360°.
  public let trackAngle: Angle
  public let verticalSpeed: Speed?
}

extension Track {
  /// The aircraft at `time`, or nothing before the first fix and after the last.
  ///
  /// At a fix where legs meet, the motion is that of the leg that begins there.
  ///
  /// - Complexity: O(log *n*).
  public func state(at time: Instant) -> FlightState? {
    guard let leg = leg(at: time) else { return nil }
    return leg.state(at: time)
  }

  /// The leg that is flown at `time`.
  public func leg(at time: Instant) -> TrackLeg? {
    guard time >= start.time, time <= end.time else { return nil }
    var (low, high) = (0, legs.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if legs[middle].start.time <= time { low = middle } else { high = middle - 1 }
    }
    return legs[low]
  }
}

extension TrackLeg {
  /// The aircraft at `time`, which lies within the leg.
  public func state(at time: Instant) -> FlightState {
    let distance = distance(at: time)
    return FlightState(
      time: time, place: path.place(at: distance), altitude: altitude(at: time),
      groundSpeed: groundSpeed, trackAngle: path.azimuth(at: distance).wrappedToFullTurn,
      verticalSpeed: verticalSpeed)
  }
}
