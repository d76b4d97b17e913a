import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Track {
  /// How the track lies within an envelope.
  ///
  /// The airspeed is the motion over the ground less the wind, and upwards the rate of climb; what
  /// is calibrated or a Mach number is so in the standard atmosphere. A pressure altitude is one of
  /// that atmosphere; a height above mean sea level is taken for one, as if the weather were the
  /// standard's. Other references leave airspeeds and ceiling undetermined, and those above the
  /// ground or the unknown the rates of climb and descent too.
  ///
  /// At a corner the heading changes at once; the change is taken to be spread over the halves of
  /// both adjoining legs, as a track of fixes is usually read: with ω the change over half the sum
  /// of both times and v the mean of both airspeeds, the load factor is √(1 + (vω/g)²). A load
  /// factor from pulling up or pushing over is not judged.
  ///
  /// - Parameters:
  ///   - envelope: The limits to judge by.
  ///   - wind: The motion of the air, everywhere the same.
  /// - Returns: A finding for each limit of the envelope.
  /// - Accuracy: Margins are exact to rounding where legs are level or the air is calm, and moments
  ///   to a nanosecond. On a leg that climbs in a wind, each stretch between layers of the
  ///   atmosphere is taken to have one extreme.
  /// - Complexity: O(*n*) in the number of legs.
  public func flyability(within envelope: FlightEnvelope, wind: Wind = .calm) -> Flyability {
    let legs = legs.map { AirborneLeg($0, wind: wind) }
    return Flyability(
      findings: envelope.limits.compactMap { limit in
        guard let bound = envelope[limit]?.base else { return nil }
        var search = MarginSearch(limit: limit, bound: bound)
        for leg in legs { search.look(at: leg) }
        if limit == .loadFactor { look(atCornersOf: legs, &search) }
        return search.finding
      })
  }

  private func look(atCornersOf airborne: [AirborneLeg], _ search: inout MarginSearch) {
    for index in legs.indices.dropFirst() {
      let (before, after) = (
        airborne[index - 1].airVelocity(at: 1), airborne[index].airVelocity(at: 0)
      )
      let airspeed = (before.length + after.length) / 2
      let turn = atan2(abs(after.rightOf(before)), after.along(before))
      let span = (legs[index - 1].duration + legs[index].duration).seconds / 2
      let lateral = airspeed * turn / span / Acceleration.standardGravity.metersPerSecondSquared
      search.pass((1 + lateral * lateral).squareRoot(), at: legs[index].start.time)
    }
  }
}
