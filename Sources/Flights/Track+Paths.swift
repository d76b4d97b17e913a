public import Geodesy
public import Quantities

extension Track {
  /// A straight flight: the geodesic through a place in a direction, at one speed and altitude.
  ///
  /// - Parameters:
  ///   - place: A place that is passed.
  ///   - time: When it is passed.
  ///   - trackAngle: The direction there, clockwise from true north.
  ///   - groundSpeed: The speed, above zero.
  ///   - altitude: The altitude of the whole track, if it is known.
  ///   - before: How long before `time` the track begins.
  ///   - after: How long after `time` it ends.
  /// - Throws: ``PathError``.
  public init(
    straightThrough place: GeodeticCoordinate, at time: Instant, trackAngle: Angle,
    groundSpeed: Speed, altitude: Altitude?, before: TimeSpan, after: TimeSpan
  ) throws(PathError) {
    guard groundSpeed > .zero else { throw .speedNotPositive(groundSpeed) }
    guard before + after > .zero else { throw .noDuration }
    let line = GeodesicLine(from: place, azimuth: trackAngle)
    let ends = try [-before, after].map { span throws(PathError) in
      let distance = groundSpeed * span
      guard let time = time.moment(after: span), distance.meters.isFinite else {
        throw .beyondRange
      }
      return Fix(time: time, place: line.place(at: distance), altitude: altitude)
    }
    self = try .of(ends)
  }

  /// A flight along geodesics from waypoint to waypoint, at one speed and altitude.
  ///
  /// - Parameters:
  ///   - waypoints: Two places or more.
  ///   - start: When the first waypoint is passed.
  ///   - groundSpeed: The speed, above zero.
  ///   - altitude: The altitude of the whole track, if it is known.
  /// - Throws: ``PathError``.
  public init(
    along waypoints: [GeodeticCoordinate], from start: Instant, groundSpeed: Speed,
    altitude: Altitude?
  ) throws(PathError) {
    guard groundSpeed > .zero else { throw .speedNotPositive(groundSpeed) }
    guard let first = waypoints.first else { throw .track(.tooFewFixes(count: 0)) }
    var fixes = [Fix(time: start, place: first, altitude: altitude)]
    var flown = Length.zero
    for (from, to) in zip(waypoints, waypoints.dropFirst()) {
      flown = flown + GeodesicLeg(from: from, to: to).length
      guard let time = start.moment(after: flown / groundSpeed) else { throw .beyondRange }
      fixes.append(Fix(time: time, place: to, altitude: altitude))
    }
    self = try .of(fixes)
  }

  private static func of(_ fixes: [Fix]) throws(PathError) -> Track {
    do { return try Track(fixes) } catch { throw .track(error) }
  }
}

/// Why a described path cannot be flown.
public enum PathError: Error, Hashable {
  case speedNotPositive(Speed)
  case noDuration
  /// A time outside the years of `Instant`, or a distance that is not finite.
  case beyondRange
  case track(TrackError)
}

extension PathError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .speedNotPositive(let speed):
      "a path needs a ground speed above zero, not \(speed.metersPerSecond) m/s"
    case .noDuration: "a path must end later than it begins"
    case .beyondRange: "a path must stay within the years 1678 to 2261 at a finite speed"
    case .track(let error): error.description
    }
  }
}
