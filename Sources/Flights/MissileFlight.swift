public import Quantities

/// How long a missile flies from launch to hit, as far as that is known.
///
/// It is data that somebody reported, not a model of a missile. A value of this type is always
/// valid: both ends of the band are finite and above zero.
public struct MissileFlight: Hashable, Sendable {
  public let duration: ClosedRange<TimeSpan>

  /// - Parameter duration: The shortest and the longest time from launch to hit.
  /// - Throws: ``MissileFlightError/durationNotPositive(_:)``.
  public init(duration: ClosedRange<TimeSpan>) throws(MissileFlightError) {
    for end in [duration.lowerBound, duration.upperBound] {
      guard end > .zero, end.seconds.isFinite else { throw .durationNotPositive(end) }
    }
    self.duration = duration
  }

  /// The band from the shortest way at the highest speed to the longest way at the lowest.
  ///
  /// - Parameters:
  ///   - range: The way that the missile flies itself, which is not the distance at launch.
  ///   - meanSpeed: Along that way, from launch to hit.
  /// - Throws: ``MissileFlightError``.
  public init(
    range: ClosedRange<Length>, meanSpeed: ClosedRange<Speed>
  ) throws(MissileFlightError) {
    for end in [range.lowerBound, range.upperBound] {
      guard end > .zero, end.meters.isFinite else { throw .rangeNotPositive(end) }
    }
    for end in [meanSpeed.lowerBound, meanSpeed.upperBound] {
      guard end > .zero, end.metersPerSecond.isFinite else { throw .speedNotPositive(end) }
    }
    let shortest = range.lowerBound / meanSpeed.upperBound
    try self.init(duration: shortest...max(shortest, range.upperBound / meanSpeed.lowerBound))
  }
}

/// Why data are no missile flight.
public enum MissileFlightError: Error, Hashable {
  case durationNotPositive(TimeSpan)
  case rangeNotPositive(Length)
  case speedNotPositive(Speed)
}

extension MissileFlightError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .durationNotPositive(let span):
      "a missile flies for a finite time above zero, not \(span.seconds) s"
    case .rangeNotPositive(let range):
      "a missile flies a finite way above zero, not \(range.meters) m"
    case .speedNotPositive(let speed):
      "a missile flies at a finite mean speed above zero, not \(speed.metersPerSecond) m/s"
    }
  }
}
