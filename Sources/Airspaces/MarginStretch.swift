import Geodesy
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The margin of a region along a leg.
struct MarginAlongLeg {
  let margin: RegionMargin
  let leg: GeodesicLeg
  let assumption: Assumption
  /// Those terms of the margin that are looked at.
  let terms: [RegionMargin.Term]

  init(
    _ margin: RegionMargin, _ leg: GeodesicLeg, assuming assumption: Assumption = .asGiven,
    terms: [RegionMargin.Term]? = nil
  ) {
    (self.margin, self.leg, self.assumption) = (margin, leg, assumption)
    self.terms = terms ?? margin.terms
  }

  func sample(_ meters: Double) -> MarginSample {
    let position = leg.position(meters: meters)
    let place = GeodeticCoordinate(
      knownLatitude: position.latitude, longitude: position.longitude)
    let reading = margin.reading(at: place, assuming: assumption)
    let azimuth = position.azimuth * (.pi / 180)
    let (east, north) = (sin(azimuth), cos(azimuth))
    return MarginSample(
      meters: meters, place: place, reading: reading, value: reading.margin(of: terms).value,
      own: SlopedDistance(reading.own, east, north),
      opposite: SlopedDistance(reading.opposite, east, north))
  }
}

/// A place of a leg with its margin.
struct MarginSample {
  let meters: Double
  let place: GeodeticCoordinate
  let reading: MarginReading
  let value: Double
  fileprivate let own: SlopedDistance
  fileprivate let opposite: SlopedDistance
}

/// A signed distance, and by how much it grows along a leg for each meter flown.
private struct SlopedDistance {
  let signed, slope: Double

  init(_ reading: ShoreReading, _ east: Double, _ north: Double) {
    signed = reading.signed
    slope = reading.east * east + reading.north * north
  }

  /// How much it grows for each meter, at least and at most, anywhere between two places.
  ///
  /// The distance d to a point has, along a leg, a second derivative of at most 1/d, on a surface
  /// that is nowhere curved like a saddle; and the distance to a set of points is their
  /// least, which only bends it down. So from the start of a stretch of length h its slope has
  /// risen by no more than h/d, and to its end it rises by no more.
  ///
  /// - Source: P. Petersen, *Riemannian Geometry* (3rd edition, 2016), chapter 6, for the
  ///   comparison of second derivatives under a curvature that is nowhere negative.
  func slopes(to end: SlopedDistance, length: Double) -> (low: Double, high: Double) {
    let least = (abs(signed) + abs(end.signed) - length) / 2
    guard (signed > 0) == (end.signed > 0), least > 0 else { return (-1, 1) }
    let bend = length / least + Self.slack
    let (before, after) = (signed > 0 ? (slope, end.slope) : (end.slope, slope))
    return (max(-1, after - bend), min(1, before + bend))
  }

  /// How far off a slope may be: the angle at which a foot appears that lies some decimeters
  /// beside the true one, as it may where the distance is within 0.1 µm.
  private static let slack = 2e-5
}

/// Bounds of a margin, and of how much it grows for each meter, on a stretch of a leg.
struct MarginBounds {
  private(set) var low = -Double.infinity
  private(set) var high = -Double.infinity
  private(set) var slopes = (low: 1.0, high: -1.0)

  init(_ start: MarginSample, _ end: MarginSample, _ terms: [RegionMargin.Term]) {
    let length = end.meters - start.meters
    let own = start.own.slopes(to: end.own, length: length)
    let others = start.opposite.slopes(to: end.opposite, length: length)
    let bounds = terms.map { term in
      TermBounds(
        (
          term.value(start.own.signed, start.opposite.signed),
          term.value(end.own.signed, end.opposite.signed)
        ), length,
        slopes: (
          scaled(own, term.ofOwn).low + scaled(others, term.ofOpposite).low,
          scaled(own, term.ofOwn).high + scaled(others, term.ofOpposite).high
        ))
    }
    for term in bounds {
      (low, high) = (max(low, term.low), max(high, term.high))
    }
    for term in bounds where term.high >= low {
      slopes = (min(slopes.low, term.slopes.low), max(slopes.high, term.slopes.high))
    }
  }
}

private func scaled(
  _ range: (low: Double, high: Double), _ factor: Double
) -> (low: Double, high: Double) {
  factor < 0 ? (range.high * factor, range.low * factor) : (range.low * factor, range.high * factor)
}

/// Bounds of one term on a stretch, from its ends and its slopes.
private struct TermBounds {
  let low, high: Double
  let slopes: (low: Double, high: Double)

  init(
    _ ends: (start: Double, end: Double), _ length: Double, slopes: (low: Double, high: Double)
  ) {
    self.slopes = slopes
    let (a, b) = ends
    let spread = max(slopes.high - slopes.low, .leastNormalMagnitude)
    // Down from the start as steeply as it goes and up to the end; and the other way round.
    let down = min(length, max(0, (a - b + slopes.high * length) / spread))
    let up = min(length, max(0, (b - a - slopes.low * length) / spread))
    low = min(a, b, a + slopes.low * down) - Self.noise
    high = max(a, b, a + slopes.high * up) + Self.noise
  }

  /// How far off a distance may be, in meters.
  private static let noise = 1e-6
}
