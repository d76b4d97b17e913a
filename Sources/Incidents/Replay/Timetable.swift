import Airspaces
import Flights
import Quantities

/// When a path is at its places: the times of its fixes, and the lengths of the legs between.
struct Timetable: Sendable {
  /// Rising, one more than there are legs.
  var times: [Instant]
  let lengths: [Length]

  init(of track: Track) {
    times = track.fixes.map(\.time)
    lengths = track.legs.map(\.length)
  }

  /// - Precondition: There is one time more than lengths.
  init(times: [Instant], lengths: [Length]) {
    precondition(times.count == lengths.count + 1, "a leg has a time at each end")
    (self.times, self.lengths) = (times, lengths)
  }
}

extension Timetable {
  /// When a place of the path is passed.
  func time(at position: PathCrossing.Position) -> Instant {
    if position.fraction == 1 { return times[position.leg + 1] }
    return times[position.leg].advanced(by: duration(ofLeg: position.leg) * position.fraction)
  }

  func duration(ofLeg leg: Int) -> TimeSpan { times[leg + 1].since(times[leg]) }

  func groundSpeed(onLeg leg: Int) -> Speed { lengths[leg] / duration(ofLeg: leg) }

  /// The ground speed at a time, at a fix that of the leg that begins there.
  ///
  /// - Complexity: O(log *n*).
  func groundSpeed(at time: Instant) -> Speed? {
    guard time >= times[0], time <= times[lengths.count] else { return nil }
    var (low, high) = (0, lengths.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if times[middle] <= time { low = middle } else { high = middle - 1 }
    }
    return groundSpeed(onLeg: low)
  }
}
