public import Airspaces
public import Flights
import Quantities

extension Track {
  /// The legs on which an aircraft could have been inside, flying anything within a limit.
  ///
  ///     let fast = try track.possibleEntries(into: border, limit: .groundSpeed(.knots(600)))
  ///     let turning = try track.possibleEntries(into: border, limit: .turn(LevelTurn(bank: .degrees(60))))
  ///
  /// A track has its aircraft fly straight from fix to fix. Here it may fly otherwise between them:
  /// - **Up to a ground speed** v, it could be at each place whose distances from both fixes add up
  ///   to no more than vT, T being the time between them. It was at a place p no earlier than
  ///   d(a, p)/v after the first fix, and no later than d(p, b)/v before the second: the space-time
  ///   prism of time geography. Both answers are exact, but for touches within a micrometer.
  /// - **Up to a bank** φ, it could be at each place of the lens between the two arcs of radius
  ///   r = v²/(g tan φ) through both fixes, v being the leg's ground speed, in still air. That holds
  ///   of every flight that nowhere turns on a smaller radius and is no longer than such an arc,
  ///   A = 2r·asin(c/2r) for fixes that are c apart; `Corridor` has the proof. Among these is every
  ///   flight at a constant speed with no more bank and no longer way: it is no slower than the leg,
  ///   and so turns on no smaller a radius. The times are those of a ground speed that is nowhere
  ///   above A/T. Not covered is a flight longer than that, which turns back or in a circle. *Could*
  ///   is exact. *Must* is yes where the inside leaves no way through the lens as short as an arc, no
  ///   where an arc of radius r or more avoids it, and undetermined between.
  ///
  /// Fixes that are 2r apart or further have no lens: between them an aircraft can turn in any
  /// direction. There, and with radii above 300 km, no flight longer than half a circle over the
  /// chord, πc/2, is covered. *Could* is no where none so short gets inside, and *must* is yes where
  /// none so short avoids it; else the straight flight, which is within every limit, decides what
  /// it can, and the rest is undetermined. So it is with a speed that allows more than 9000 km.
  ///
  /// The more fixes there are, the nearer both corridors are to the leg. Heights play no part, and
  /// the fixes are taken for exact. A touch of the border line, or a way along it, is not inside.
  ///
  /// - Parameters:
  ///   - border: The airspace. Where it is an extract and a corridor leaves its window for where the
  ///     whole may have border, what is not known is undetermined, and times take it for inside.
  ///   - limit: The limit, the same for all legs.
  /// - Returns: A value for each leg on which the answer to *could* is not no, in rising time.
  /// - Throws: ``FlightLimitError`` where two fixes cannot both be true under the limit, by more than
  ///   0.1 µm of way.
  /// - Accuracy: Lengths as `PreparedBorder.meeting(with:)` has them, so that times are within
  ///   10 µm/v; they are rounded to a nanosecond.
  /// - Complexity: As `PreparedBorder.meeting(with:)`, for each leg.
  public func possibleEntries(
    into border: PreparedBorder, limit: FlightLimit
  ) throws(FlightLimitError) -> [PossibleEntry] {
    var entries: [PossibleEntry] = []
    for (number, leg) in legs.enumerated() {
      let corridor = try FlightCorridor(of: leg, limit, number: number)
      let entry = PossibleEntry(number, leg, corridor, into: border)
      if entry.could != .no { entries.append(entry) }
    }
    return entries
  }
}
