public import Geodesy
public import Quantities

/// The fixes of one aircraft by one source, in strictly rising time, and the legs between them.
///
/// Between two fixes the aircraft flies the geodesic at constant ground speed, its altitude
/// changing evenly with time.
public struct Track: Sendable {
  public let fixes: [Fix]

  /// One leg from each fix to the next.
  public let legs: [TrackLeg]

  /// - Throws: ``TrackError`` for fewer than two fixes, times that do not rise, or altitudes of
  ///   more than one reference.
  public init(_ fixes: [Fix]) throws(TrackError) {
    try self.init(
      fixes,
      along: zip(fixes, fixes.dropFirst()).map { GeodesicLeg(from: $0.place, to: $1.place) })
  }

  /// - Parameters:
  ///   - fixes: As above.
  ///   - paths: The geodesic from each fix to the next.
  /// - Throws: ``TrackError``.
  init(_ fixes: [Fix], along paths: [GeodesicLeg]) throws(TrackError) {
    guard fixes.count >= 2 else { throw .tooFewFixes(count: fixes.count) }
    var reference: Altitude.Reference?
    for altitude in fixes.lazy.compactMap(\.altitude) {
      guard altitude.reference == reference ?? altitude.reference else {
        throw .mixedAltitudeReferences
      }
      reference = altitude.reference
    }
    for index in fixes.indices.dropFirst() where fixes[index].time <= fixes[index - 1].time {
      throw .timeNotRising(at: index)
    }
    self.fixes = fixes
    legs = paths.indices.map { TrackLeg(from: fixes[$0], to: fixes[$0 + 1], along: paths[$0]) }
  }

  public var start: Fix { fixes[0] }
  public var end: Fix { fixes[fixes.count - 1] }
}

/// Why fixes are no track.
public enum TrackError: Error, Hashable {
  case tooFewFixes(count: Int)
  case timeNotRising(at: Int)
  case mixedAltitudeReferences
}

extension TrackError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFewFixes(let count): "a track needs two fixes or more, not \(count)"
    case .timeNotRising(let index):
      "the time of fix \(index + 1) is not later than that of the fix before it"
    case .mixedAltitudeReferences: "the altitudes of a track must have one reference"
    }
  }
}

/// The way from one fix to the next.
public struct TrackLeg: Sendable {
  public let start: Fix
  public let end: Fix

  /// The geodesic between the fixes.
  public let path: GeodesicLeg

  init(from start: Fix, to end: Fix, along path: GeodesicLeg) {
    (self.start, self.end, self.path) = (start, end, path)
  }

  public var duration: TimeSpan { end.time.since(start.time) }
  public var length: Length { path.length }
  public var groundSpeed: Speed { length / duration }

  /// The time at which the aircraft has flown `distance` of the leg.
  ///
  /// A leg of no length is flown at its start.
  public func time(at distance: Length) -> Instant {
    guard length > .zero else { return start.time }
    return start.time.advanced(by: duration * (distance / length))
  }

  /// How far the aircraft has come at `time`, which lies within the leg.
  public func distance(at time: Instant) -> Length { length * share(at: time) }

  /// The altitude at `time`, if both fixes have one.
  public func altitude(at time: Instant) -> Altitude? {
    guard let low = start.altitude, let high = end.altitude else { return nil }
    return Altitude(low.height + (high.height - low.height) * share(at: time), low.reference)
  }

  /// The rate of climb, if both fixes have an altitude.
  public var verticalSpeed: Speed? {
    guard let low = start.altitude, let high = end.altitude else { return nil }
    return (high.height - low.height) / duration
  }

  private func share(at time: Instant) -> Double {
    min(1, max(0, time.since(start.time) / duration))
  }
}
