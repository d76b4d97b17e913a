public import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Region {
  /// How far `place` is from the line of the region, along the ellipsoid.
  ///
  /// `signed` is negative inside, zero on the line and positive outside. For an airspace it is the
  /// distance to its border. For the other kinds it is the margin to the limit, as it is commonly
  /// told, a lower bound of the way to the other side:
  /// - Outside, beyond the breadth: what the distance to land exceeds it by. That is the distance
  ///   to the region itself, but for what the land of others has taken from it.
  /// - Inside: what the distance to land lacks to the breadth, or half of what it lacks to the
  ///   distance from the others' land, whichever is less. On land the depth behind the coast is
  ///   added to the breadth. Off an even or a bulging coast that is the way out; where the limit
  ///   has an inward corner, off a bay or between two islands, the way out is longer.
  /// - In a zone, or off it on the other side of its border: the distance to the border too.
  ///
  /// `nearest` is a point of the line, the first one in the direction that the margin is measured
  /// in. So the true distance lies between `signed` without its sign and the distance to `nearest`:
  /// where both agree, it is exact.
  ///
  /// - Returns: The distance, or nothing where an extract holds no border, or no limit lies on
  ///   the Earth. It is certain if nothing beyond the window of an extract could change it.
  /// - Accuracy: The margin within 1 mm, as ``PreparedBorder/distance(to:)`` has it; `nearest`
  ///   within 1 mm of the line.
  /// - Complexity: As ``PreparedBorder/distance(to:)``, twice; on the way to `nearest` some more
  ///   where it runs aslant.
  public func distance(to place: GeodeticCoordinate) -> BorderDistance? {
    switch kind {
    case .airspace(let border): border.distance(to: place)
    case .seaLimit, .zone: margin?.distance(to: place)
    }
  }
}

extension RegionMargin {
  func distance(to place: GeodeticCoordinate) -> BorderDistance? {
    let reading = reading(at: place)
    let (value, number) = reading.margin(of: terms)
    guard abs(value) < Shore.farAway / 4, let nearest = nearest(to: place, reading, number) else {
      return nil
    }
    let isOnLine = reading.location(of: terms) == .onBorder
    return BorderDistance(
      signed: .meters(isOnLine ? 0 : value), nearest: nearest,
      isCertain: (reading.own.isCertain && reading.opposite.isCertain)
        || isCertain(value, at: place))
  }

  /// Whether the margin is the same, whatever lies beyond the windows of extracts.
  private func isCertain(_ value: Double, at place: GeodeticCoordinate) -> Bool {
    guard hasUnknown else { return true }
    // In the unknown itself there may be land or none, however near the land is that is known.
    guard !(own.unknown + opposite.unknown).contains(where: { $0.location(of: place) != .outside })
    else { return false }
    return [Assumption.mostLand, .leastLand].allSatisfy { assumption in
      reading(at: place, assuming: assumption).margin(of: terms).value == value
    }
  }

  /// A point of the line: see ``Region/distance(to:)``.
  private func nearest(
    to place: GeodeticCoordinate, _ reading: MarginReading, _ number: Int
  ) -> GeodeticCoordinate? {
    let term = terms[number]
    let value = term.value(reading.own.signed, reading.opposite.signed)
    if value > 0 {
      // At a foot on one's own land or border the margin is zero or below, whatever the kind.
      return reading.own.foot.flatMap { march(from: place, towards: $0, sign: 1) }
    }
    if term.constant == 0 {
      let foot = term.ofOpposite == 0 ? reading.own.foot : reading.opposite.foot
      return foot.flatMap { march(from: place, towards: $0, sign: -1) }
    }
    let (east, north) = reading.gradient(of: term)
    let uphill = atan2(east, north) * (180 / .pi)
    // On the coast itself no direction is known; the shortest of four ways shows one.
    let azimuths = east == 0 && north == 0 ? [0.0, 90, 180, 270] : [uphill]
    let ends = azimuths.compactMap { azimuth -> (meters: Double, place: GeodeticCoordinate)? in
      let line = GeodesicLine(from: place, azimuth: .degrees(azimuth))
      return march(along: line, upTo: Self.halfRound, sign: -1)
    }
    return ends.min { $0.meters < $1.meters }?.place
  }

  /// Half way round the Earth, in meters: no limit is further away.
  private static let halfRound = 20_003_931.0

  private func march(
    from place: GeodeticCoordinate, towards foot: GeodeticCoordinate, sign: Double
  ) -> GeodeticCoordinate? {
    let line = GeodesicLine(from: place, to: foot)
    return march(along: line, upTo: line.length?.meters ?? 0, sign: sign)?.place ?? foot
  }

  /// Follows a line by as much as the margin leaves free, until it is on the limit.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - end: Where it is given up, in meters.
  ///   - sign: The sign of the margin at the start.
  /// - Returns: Where the limit is met, or nothing where it is not.
  private func march(
    along line: GeodesicLine, upTo end: Double, sign: Double
  ) -> (meters: Double, place: GeodeticCoordinate)? {
    var meters = 0.0
    // A margin that falls by a hundredth of the way takes a thousand steps.
    for _ in 0..<10_000 {
      let place = line.place(at: .meters(min(meters, end)))
      let left = sign * reading(at: place).margin(of: terms).value
      if left <= Self.tolerance / 2 { return (meters, place) }
      if meters >= end { return nil }
      meters += left
    }
    return nil
  }
}
