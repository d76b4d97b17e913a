import Geodesy
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension PlannedTurn {
  /// A turn that begins on one leg, so that it ends on the next.
  struct FlyBy {
    /// How long before the waypoint the turn begins, and how long after it the turn ends, in
    /// meters; infinite where no such turn leads from one leg to the next.
    let lead, trail: Double
    /// The change of heading, in radians.
    let angle: Double
    /// Where the turn begins in the plane.
    let start: PlaneVector

    /// Whether the corner is as good as the turn.
    let isCorner: Bool
  }

  /// The fly-by turn between two legs.
  ///
  /// The ground covered in the turn is D, and along the directions u₁ and u₂ of the legs
  /// a·u₁ + b·u₂ = D.
  func flyBy(from arriving: Angle, to leaving: Angle) -> FlyBy {
    let (inward, outward) = (PlaneVector(azimuth: arriving), PlaneVector(azimuth: leaving))
    let turn = (leaving - arriving).wrappedToHalfTurn.absolute
    let drift =
      Self.correction(along: leaving, airspeed, wind)
      - Self.correction(along: arriving, airspeed, wind)
    let angle = max(0, (turn + drift * side).radians)
    // How far the turn passes inside of the corner.
    if angle < 0.1, radius * (1 / cos(angle / 2) - 1) <= Chord.tolerance {
      return FlyBy(lead: 0, trail: 0, angle: 0, start: .zero, isCorner: true)
    }
    let covered = displacement(turning: angle)
    let area = outward.rightOf(inward)
    let (lead, trail) = (outward.rightOf(covered) / area, covered.rightOf(inward) / area)
    // Near a turn straight back the two lines do not meet.
    guard lead >= 0, trail >= 0, lead.isFinite, trail.isFinite else {
      return FlyBy(lead: .infinity, trail: .infinity, angle: angle, start: .zero, isCorner: false)
    }
    return FlyBy(
      lead: lead, trail: trail, angle: angle, start: inward * -lead, isCorner: false)
  }

  /// The change of heading after which the track points at a place, in radians; nothing where a
  /// whole turn does not bring it there.
  func angle(towards target: GeodeticCoordinate) -> Double? {
    let step = Double.pi / 180
    var (low, before) = (0.0, abs(degreesLeft(to: target, turning: 0)))
    for count in 1...360 {
      let high = step * Double(count)
      let left = degreesLeft(to: target, turning: high)
      // A jump through straight back is no place where the track points at the target.
      if left <= 0, before - left < 180 { return root(between: low, high, target) }
      (low, before) = (high, left)
    }
    return nil
  }

  private func root(
    between low: Double, _ high: Double, _ target: GeodeticCoordinate
  ) -> Double? {
    var (low, high) = (low, high)
    while true {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if degreesLeft(to: target, turning: middle) > 0 { low = middle } else { high = middle }
    }
    return abs(degreesLeft(to: target, turning: high)) < 1e-6 ? high : nil
  }

  /// How many degrees are still to be turned towards a place; negative where it was passed.
  private func degreesLeft(to target: GeodeticCoordinate, turning angle: Double) -> Double {
    let (place, convergence) = place(at: displacement(turning: angle))
    let bearing = GeodesicLine(from: place, to: target).azimuth(at: .zero)
    return side * (bearing - track(turning: angle) - convergence).wrappedToHalfTurn.degrees
  }

  /// How long a leg must be for a fly-over turn to end towards its other end, in meters.
  ///
  /// Found by trying, since a wind leaves no closed form.
  func room(along leg: GeodesicLeg) -> Double {
    var (short, long) = (leg.length.meters, 2 * leg.length.meters)
    while angle(towards: leg.place(at: .meters(long))) == nil {
      (short, long) = (long, 2 * long)
      // No farther than round half of the Earth.
      guard long < 2e7 else { return .infinity }
    }
    while long - short > 0.01 {
      let middle = (short + long) / 2
      if angle(towards: leg.place(at: .meters(middle))) == nil {
        short = middle
      } else {
        long = middle
      }
    }
    return long
  }
}
