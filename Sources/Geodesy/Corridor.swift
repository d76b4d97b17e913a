public import Quantities

/// The places that a way between two places can pass, if it is bounded in length or in bend.
///
/// - **A longest way**: all places whose distances from both ends add up to no more than that; an
///   ellipse of geodesic distances, with the ends as its foci. Every way from end to end that is no
///   longer stays within, and every place within lies on such a way.
/// - **A least radius**: the lens between the two arcs of that radius through both ends. Every way
///   from end to end that is nowhere more curved than the arcs, and no longer than one of them,
///   stays within; and every place within lies on such a way, an arc of a greater radius.
///
/// The first is the prism of time geography, seen from above. For the second, let α = asin(c/2r)
/// for ends that are c < 2r apart, so that the arcs are 2rα long. Follow such a way backwards from
/// a place p on it: its direction turns by at most u/r on a stretch u, so over the stretch s from
/// the start it leaves the chord to the start by no more than s/2r; likewise towards the end, with
/// the rest of the way. The chords to both ends therefore meet at p with a turn of at most
/// (2rα)/2r = α, and by the theorem of the inscribed angle the places that see the ends so are
/// those of the lens. A way of this bend that is longer than an arc but no longer than πr does not
/// exist (A. Schur, *Math. Ann.* 83 (1921) 143–148); what is not covered is a way longer than πr,
/// which can turn back or go round in a circle.
///
/// The proof is the plane's. On the Earth the arcs are circles about two centers, with radii made
/// smaller by (r/R)²/2 of themselves, which covers the Earth's curvature. That makes the lens wider
/// by about the same share, 1.4 mm where an arc of 10 km is 1.1 km off a chord of 9 km, and by more
/// only where the arcs are nearly half circles.
///
/// A value of this type is always valid: the longest way is no shorter than the geodesic, and the
/// ends are nearer to each other than two radii.
///
/// - Source: T. Hägerstrand, "What about people in regional science?", *Papers of the Regional
///   Science Association* 24 (1970) 7–21; H. J. Miller, "Modelling accessibility using space-time
///   prism concepts within geographical information systems", *Int. J. Geographical Information
///   Systems* 5 (1991) 287–301.
public struct Corridor: Sendable {
  /// The geodesic between the ends.
  public let leg: GeodesicLeg
  public let bound: Bound
  /// The greatest length of a way in the corridor: with a radius, that of the arcs.
  public let longestWay: Length
  /// Both circles of a lens; none of an ellipse.
  package let circles: [Circle]

  /// What keeps a way within a corridor.
  public enum Bound: Hashable, Sendable {
    case longestWay(Length)
    case leastRadius(Length)
  }

  /// All places up to a geodesic distance from a center.
  package struct Circle: Sendable {
    package let center: GeodeticCoordinate
    package let radius: Length
  }

  /// Lengths closer together than this are not told apart.
  package static let resolution = Length.meters(1e-7)

  /// The corridor of ways no longer than a length.
  ///
  /// A length that falls short of the geodesic by less than 0.1 µm counts as the geodesic's own.
  ///
  /// - Parameters:
  ///   - start: Where the ways begin.
  ///   - end: Where they end; it may be the same place.
  ///   - longest: The greatest length, up to 9000 km: short of a quarter round the Earth, so that
  ///     the distance from an end is convex along every geodesic.
  /// - Throws: ``CorridorError``.
  public init(
    from start: GeodeticCoordinate, to end: GeodeticCoordinate, longestWay longest: Length
  ) throws(CorridorError) {
    let leg = GeodesicLeg(from: start, to: end)
    guard longest.meters <= 9_000_000 else { throw .wayTooLong(longest) }
    guard longest >= leg.length - Self.resolution else {
      throw .wayTooShort(longest, least: leg.length)
    }
    self.leg = leg
    bound = .longestWay(longest)
    longestWay = max(longest, leg.length)
    circles = []
  }

  /// The corridor of ways that turn on no smaller a radius, and no further than the arcs do.
  ///
  /// - Parameters:
  ///   - start: Where the ways begin.
  ///   - end: Where they end, another place; nearer than two radii.
  ///   - radius: The least radius, above zero, up to 300 km.
  /// - Throws: ``CorridorError``.
  public init(
    from start: GeodeticCoordinate, to end: GeodeticCoordinate, leastRadius radius: Length
  ) throws(CorridorError) {
    guard radius > .zero, radius <= .meters(300_000) else { throw .radiusOutOfRange(radius) }
    let leg = GeodesicLeg(from: start, to: end)
    let r = radius.meters
    // A circle of radius ρ on a sphere is curved by 1/(R·tan(ρ/R)), and ρ − ρ³/3R² less.
    let onGround = r * (1 - r * r / (2 * Self.earthRadius * Self.earthRadius))
    guard leg.length.meters < 2 * onGround else {
      throw .placesTooFarApart(leg.length, most: .meters(2 * onGround))
    }
    self.leg = leg
    bound = .leastRadius(radius)
    longestWay = Arc(chord: leg.length.meters, radius: r).length
    circles = Self.circles(of: leg, radius: onGround)
  }

  /// The least radius of curvature of WGS 84, that of the meridian at the equator, in meters.
  private static let earthRadius = 6_335_439.0

  /// The circles through both ends of a leg, with centers to its left and right.
  private static func circles(of leg: GeodesicLeg, radius: Double) -> [Circle] {
    let half = leg.length.meters / 2
    let (middle, azimuth) = leg.line.placeAndAzimuth(at: .meters(half))
    let offset = Length.meters((radius * radius - half * half).squareRoot())
    return [-90.0, 90].map { turn in
      let toCenter = GeodesicLine(from: middle, azimuth: azimuth + .degrees(turn))
      let center = toCenter.place(at: offset)
      let toEnds = [leg.start, leg.end].map { Geodesic.wgs84.inverse(from: center, to: $0) }
      return Circle(center: center, radius: max(toEnds[0].distance, toEnds[1].distance))
    }
  }
}

extension Corridor {
  /// Whether no way but the geodesic is short enough, or none leaves it measurably.
  package var isLine: Bool { longestWay - leg.length <= Self.resolution }

  /// Whether a place lies in the corridor.
  ///
  /// - Parameter place: The place; its height is not looked at.
  /// - Returns: Whether it does; within 0.1 µm of the rim, as rounding falls.
  public func contains(_ place: GeodeticCoordinate) -> Bool {
    func distance(_ other: GeodeticCoordinate) -> Length {
      Geodesic.wgs84.inverse(from: other, to: place).distance
    }
    switch bound {
    case .longestWay: return distance(leg.start) + distance(leg.end) <= longestWay
    case .leastRadius: return circles.allSatisfy { distance($0.center) <= $0.radius }
    }
  }
}
