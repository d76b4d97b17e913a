public import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How motion through the air and the wind add up to motion over the ground.
public struct WindTriangle: Hashable, Sendable {
  /// Where the aircraft points, clockwise from true north, in 0°…<360°.
  public let heading: Angle
  public let trueAirspeed: Speed
  /// Where the aircraft goes, clockwise from true north, as it was given.
  public let trackAngle: Angle
  public let groundSpeed: Speed

  /// The heading that holds a track, and the ground speed there; nothing where the wind is too
  /// strong to hold it.
  ///
  /// - Parameters:
  ///   - trackAngle: The direction to go over the ground.
  ///   - trueAirspeed: The speed through the air, without sign.
  ///   - wind: The motion of the air.
  /// - Source: With c the wind's part to the right of the track and l its part along the track, the
  ///   drift is asin(c/v) and the ground speed l + √(v² − c²).
  public init?(holding trackAngle: Angle, trueAirspeed: Speed, wind: Wind) {
    let track = PlaneVector(azimuth: trackAngle)
    let drift = Drift(along: track, airspeed: trueAirspeed.metersPerSecond, wind: wind.velocity)
    guard drift.groundSpeed > 0 else { return nil }
    self.trackAngle = trackAngle
    self.trueAirspeed = trueAirspeed
    groundSpeed = .metersPerSecond(drift.groundSpeed)
    heading = (trackAngle + drift.correction).wrappedToFullTurn
  }

  /// The heading and the airspeed of a motion over the ground.
  ///
  /// Where the aircraft moves as the air does, it has no airspeed, and the heading given is 0°.
  ///
  /// - Parameters:
  ///   - trackAngle: The direction over the ground.
  ///   - groundSpeed: The speed over the ground, without sign.
  ///   - wind: The motion of the air.
  public init(trackAngle: Angle, groundSpeed: Speed, wind: Wind) {
    let ground = PlaneVector(azimuth: trackAngle, length: groundSpeed.metersPerSecond)
    let air = ground - wind.velocity
    self.trackAngle = trackAngle
    self.groundSpeed = groundSpeed
    trueAirspeed = .metersPerSecond(air.length)
    heading = air.azimuth.wrappedToFullTurn
  }
}

/// What a wind does to a flight along one direction, in bare numbers for loops.
struct Drift {
  /// In m/s; not a number where the wind across is stronger than the airspeed.
  let groundSpeed: Double

  /// The wind's part to the right of the track, over the airspeed.
  private let across: Double

  init(along track: PlaneVector, airspeed: Double, wind: PlaneVector) {
    let right = wind.rightOf(track)
    groundSpeed = wind.along(track) + (airspeed * airspeed - right * right).squareRoot()
    across = right / airspeed
  }

  /// How far the heading lies to the right of the track.
  var correction: Angle { across == 0 ? .zero : .radians(-asin(across)) }
}
