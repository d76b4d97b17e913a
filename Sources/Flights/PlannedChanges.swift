import Geodesy
import Quantities

/// The changes of speed and altitude that begin together, in seconds from their beginning.
struct PlannedChanges {
  /// The true airspeed in m/s that is reached.
  let airspeed: Double
  /// The altitude that is reached, if it is known.
  let altitude: Altitude?

  private let startAirspeed, speedSpan: Double
  private let startAltitude: Altitude?
  private let altitudeSpan: Double

  init(of waypoint: FlightPlan.Waypoint, from airspeed: Double, _ altitude: Altitude?) {
    (startAirspeed, startAltitude) = (airspeed, altitude)
    if let change = waypoint.speedChange {
      self.airspeed = change.airspeed.metersPerSecond
      speedSpan = abs(self.airspeed - airspeed) / change.acceleration.metersPerSecondSquared
    } else {
      (self.airspeed, speedSpan) = (airspeed, 0)
    }
    if let altitude, let change = waypoint.altitudeChange {
      self.altitude = change.altitude
      altitudeSpan =
        (change.altitude.height - altitude.height).absolute.meters
        / change.rate.metersPerSecond
    } else {
      (self.altitude, altitudeSpan) = (altitude, 0)
    }
  }

  /// A stretch from the end of the one before it, in m/s².
  struct Stretch {
    let acceleration, end: Double
  }

  /// The stretches in which something changes.
  var stretches: [Stretch] {
    let ends = [speedSpan, altitudeSpan].filter { $0 > 0 }.sorted()
    let distinct = ends.first == ends.last ? Array(ends.prefix(1)) : ends
    return distinct.map { Stretch(acceleration: $0 <= speedSpan ? acceleration : 0, end: $0) }
  }

  private var acceleration: Double { (airspeed - startAirspeed) / speedSpan }

  func airspeed(after time: Double) -> Double {
    time < speedSpan ? startAirspeed + acceleration * time : airspeed
  }

  func altitude(after time: Double) -> Altitude? {
    guard let startAltitude, let altitude, time < altitudeSpan else { return self.altitude }
    let share = time / altitudeSpan
    return Altitude(
      startAltitude.height + (altitude.height - startAltitude.height) * share,
      altitude.reference)
  }

  /// Refuses a leg that is too short for the changes, naming the one that takes more than there is.
  func requireRoom(
    on run: PlannedRun, from start: Double, to end: Double, at index: Int
  ) throws(FlightPlanError) {
    let available = end - start
    let needed = covered(on: run, from: start, in: speedSpan)
    guard needed <= available + Chord.shortest else {
      throw .speedChangeTooLong(at: index, needed: .meters(needed), available: .meters(available))
    }
    let climb = covered(on: run, from: start, in: altitudeSpan)
    guard climb <= available + Chord.shortest else {
      throw .altitudeChangeTooLong(
        at: index, needed: .meters(climb), available: .meters(available))
    }
  }

  private func covered(on run: PlannedRun, from start: Double, in span: Double) -> Double {
    guard span > 0 else { return 0 }
    let changing = min(span, speedSpan)
    let first =
      changing > 0
      ? run.covered(from: start, startAirspeed, acceleration, in: changing) : 0
    guard span > changing, first.isFinite else { return first }
    return first + run.covered(from: start + first, airspeed, 0, in: span - changing)
  }
}
