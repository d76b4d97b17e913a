import Geodesy
import Quantities

/// The way along one geodesic between two turns, with its changes of speed.
///
/// The track stays on the geodesic, so that in a wind the ground speed follows from the direction
/// of the line at each place. All numbers are in meters, seconds and meters per second.
struct PlannedRun {
  let leg: GeodesicLeg
  let wind: PlaneVector

  /// A moment on the way: the time since its beginning, and the distance from the leg's start.
  struct Stop {
    var time, distance: Double
  }

  /// Where a stretch of constant acceleration ends.
  enum End {
    case time(Double)
    case distance(Double)
  }

  func groundSpeed(at distance: Double, _ airspeed: Double) -> Double {
    guard wind != .zero else { return airspeed }
    let track = PlaneVector(azimuth: leg.azimuth(at: .meters(distance)))
    return Drift(along: track, airspeed: airspeed, wind: wind).groundSpeed
  }

  /// Where the aircraft is after a time, by one step of the classical method of Runge and Kutta.
  ///
  /// It is exact without wind.
  private func distance(
    from start: Double, _ airspeed: Double, _ acceleration: Double, after time: Double
  ) -> Double {
    let (half, last) = (airspeed + acceleration * time / 2, airspeed + acceleration * time)
    let k1 = groundSpeed(at: start, airspeed)
    let k2 = groundSpeed(at: start + k1 * time / 2, half)
    let k3 = groundSpeed(at: start + k2 * time / 2, half)
    let k4 = groundSpeed(at: start + k3 * time, last)
    return start + (k1 + 2 * k2 + 2 * k3 + k4) / 6 * time
  }

  /// How far a stretch leads; infinite where it takes too long to be followed.
  func covered(
    from start: Double, _ airspeed: Double, _ acceleration: Double, in time: Double
  ) -> Double {
    let steps = 64
    let step = time / Double(steps)
    var distance = start
    for count in 0..<steps {
      let airspeed = airspeed + acceleration * (step * Double(count))
      distance = self.distance(from: distance, airspeed, acceleration, after: step)
    }
    return distance.isFinite ? distance - start : .infinity
  }
}

extension PlannedRun {
  /// Stops between which the ground speed may be taken as constant, within ``Chord/tolerance``.
  ///
  /// At an acceleration a, the middle of a stretch of time t is a·t²/8 off. A ground speed that
  /// changes otherwise is held at the quarters of each stretch.
  ///
  /// - Returns: The stops in rising time, the last of them the end; the start is not among them.
  func stops(
    from start: Double, _ airspeed: Double, _ acceleration: Double = 0, to end: End
  ) -> [Stop] {
    var stops: [Stop] = []
    var now = Stop(time: 0, distance: start)
    while true {
      let airspeed = airspeed + acceleration * now.time
      let remaining =
        switch end {
        case .time(let time): time - now.time
        case .distance(let distance):
          (distance - now.distance) / groundSpeed(at: now.distance, airspeed)
        }
      let longest = longestStretch(from: now.distance, airspeed, acceleration)
      var time = remaining / max(1, (remaining / longest).rounded(.up))
      var isLast = time == remaining
      var quarters = self.quarters(from: now.distance, airspeed, acceleration, time)
      while true {
        if isLast, case .distance(let distance) = end {
          // Newton's method for the time at which the end is reached.
          for _ in 0..<4 {
            time += (distance - quarters[3]) / groundSpeed(at: distance, airspeed)
            quarters = self.quarters(from: now.distance, airspeed, acceleration, time)
          }
        }
        let off = deviation(of: quarters, from: now.distance)
        // Not a number never gets here: the wind is weaker than the airspeed.
        if off <= Chord.tolerance { break }
        time *= max(0.1, 0.9 * (Chord.tolerance / off).squareRoot())
        isLast = false
        quarters = self.quarters(from: now.distance, airspeed, acceleration, time)
      }
      now = Stop(time: now.time + time, distance: quarters[3])
      if isLast, case .distance(let distance) = end { now.distance = distance }
      stops.append(now)
      if isLast { return stops }
    }
  }

  /// The longest stretch that its acceleration allows; it is tried before it is believed.
  private func longestStretch(
    from start: Double, _ airspeed: Double, _ acceleration: Double
  ) -> Double {
    let speed = groundSpeed(at: start, airspeed)
    let span = 0.25
    let change =
      groundSpeed(at: start + speed * span, airspeed + acceleration * span) - speed
    let byAcceleration = (8 * 0.99 * Chord.tolerance / abs(change / span)).squareRoot()
    guard wind != .zero else { return byAcceleration }
    // Near a pole a line turns against the meridians faster than its quarters can tell.
    let latitude = leg.position(meters: start).latitude
    let metersToPole = (90 - abs(latitude)) * 111_000
    return min(byAcceleration, max(0.01, metersToPole / 4) / speed)
  }

  private func quarters(
    from start: Double, _ airspeed: Double, _ acceleration: Double, _ time: Double
  ) -> [Double] {
    var (distances, distance) = ([Double](), start)
    for count in 0..<4 {
      let airspeed = airspeed + acceleration * (time / 4 * Double(count))
      distance = self.distance(from: distance, airspeed, acceleration, after: time / 4)
      distances.append(distance)
    }
    return distances
  }

  private func deviation(of quarters: [Double], from start: Double) -> Double {
    let length = quarters[3] - start
    let offs = (0..<3).map { abs(quarters[$0] - start - length * Double($0 + 1) / 4) }
    return offs.max() ?? 0
  }
}
