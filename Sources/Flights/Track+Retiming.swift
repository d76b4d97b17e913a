public import Geodesy
public import Quantities

extension Track {
  /// The same places at other times, and at other altitudes where these are given.
  ///
  /// - Parameters:
  ///   - times: One for each fix, rising.
  ///   - altitude: The altitude of a fix, from the one it has.
  /// - Returns: A track along the same geodesics.
  /// - Throws: ``TrackError/timeNotRising(at:)``, or ``TrackError/mixedAltitudeReferences`` where the
  ///   altitudes given have several.
  /// - Precondition: There are as many times as fixes.
  /// - Complexity: O(*n*), without a geodesic problem.
  public func retimed(
    _ times: [Instant], altitude: (Altitude?) -> Altitude? = { $0 }
  ) throws(TrackError) -> Track {
    precondition(times.count == fixes.count, "a fix has a time")
    let fixes = zip(fixes, times).map { fix, time in
      Fix(time: time, place: fix.place, altitude: altitude(fix.altitude))
    }
    return try Track(fixes, along: legs.map(\.path))
  }
}
