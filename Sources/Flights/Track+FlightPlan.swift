public import Quantities

extension Track {
  /// The track of a planned flight.
  ///
  /// Turns are level circles in the air mass at constant airspeed, which a wind makes trochoids
  /// over the ground; between them the track stays on the geodesic from waypoint to waypoint. A
  /// fly-by turn begins where it must in order to end on the next leg; a fly-over turn begins at its
  /// waypoint and ends where the track points at the next. Either turns the shorter way over the
  /// ground; straight back a fly-over turn is to the right, and a fly-by turn does not exist.
  /// Changes of speed and altitude begin where the turn ends, and must end before the next begins.
  ///
  /// Curves and changes of speed are replaced by legs of constant ground speed. A turn that leads
  /// nowhere more than a millimeter off its corner is that corner.
  ///
  /// - Parameters:
  ///   - plan: What is to be flown.
  ///   - start: When the first waypoint is passed.
  /// - Throws: ``FlightPlanError`` where a turn or a change does not fit its leg, or the flight does
  ///   not fit the years of `Instant`.
  /// - Accuracy: At every moment within 1 mm of the plan's curves. The curve of a turn is drawn in
  ///   the plane of the azimuthal equidistant projection from its waypoint, whose scale is off by
  ///   (d/R)²/6 at a distance d: 4·10⁻⁸ at 3 km, 10⁻⁴ at 160 km.
  ///   In a turn the wind blows all the way as it does at the waypoint, from where north turns by
  ///   d·tan φ/R: at 40° of latitude and 5 km, a wind of 60 m/s is 0.04 m/s off.
  public init(flying plan: FlightPlan, from start: Instant) throws(FlightPlanError) {
    var flight = PlannedFlight(plan, from: start)
    self = try flight.track()
  }
}
