public import Geodesy
public import Quantities

/// The fixes of one track as flat arrays: places, and the times at which they were passed.
///
/// What a `Track` is for a few tracks that are looked at closely, this is for many that are only
/// screened: it keeps no legs and no altitudes, and a single fix is enough. A value of this type is
/// always valid: there are as many times as places, at least one, and the times rise strictly.
public struct TimedPlaces: Hashable, Sendable {
  public let times: [Instant]
  public let places: Places

  public var count: Int { times.count }

  /// - Throws: ``TimedPlacesError``.
  /// - Complexity: O(*n*) time; the arrays are kept, not copied.
  public init(times: [Instant], places: Places) throws(TimedPlacesError) {
    guard !times.isEmpty else { throw .empty }
    guard times.count == places.count else {
      throw .unequalCounts(times: times.count, places: places.count)
    }
    for index in times.indices.dropFirst() where times[index] <= times[index - 1] {
      throw .timeNotRising(at: index)
    }
    (self.times, self.places) = (times, places)
  }

  /// When a share of a leg has been flown, at constant ground speed along it.
  ///
  /// - Parameters:
  ///   - leg: The leg, by the number of the place at which it begins, counted from 0. At the last
  ///     place, which begins none, its time is the answer.
  ///   - fraction: The share of the leg's length before the point that is asked for, 0…1.
  /// - Returns: The moment, rounded to a nanosecond.
  public func time(onLeg leg: Int, fraction: Double) -> Instant {
    guard leg + 1 < count else { return times[leg] }
    return times[leg].advanced(by: times[leg + 1].since(times[leg]) * fraction)
  }
}

/// Why times and places are no fixes of a track.
public enum TimedPlacesError: Error, Hashable {
  case empty
  case unequalCounts(times: Int, places: Int)
  /// The time at `at`, counted from 0, is not later than the one before it.
  case timeNotRising(at: Int)
}

extension TimedPlacesError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "a track needs a fix"
    case .unequalCounts(let times, let places):
      "\(times) times and \(places) places are not fixes: give as many of each"
    case .timeNotRising(let index):
      "the time of fix \(index + 1) is not later than that of the fix before it"
    }
  }
}
