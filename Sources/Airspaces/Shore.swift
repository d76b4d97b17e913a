import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is taken to lie where an extract holds nothing.
enum Assumption {
  /// Nothing: the data are taken as they are.
  case asGiven
  /// Whatever brings the land nearest.
  case mostLand
  /// Whatever brings the border nearest from inside.
  case leastLand
}

/// One or several lands that a distance is measured to.
struct Shore: Sendable {
  let borders: [PreparedBorder]
  /// The rectangles of which extracts know nothing.
  let unknown: [PreparedBorder]

  /// Further away than anything on the Earth, in meters.
  static let farAway = 3e7

  init(_ borders: [PreparedBorder]) {
    self.borders = borders
    unknown = borders.flatMap { $0.border.extract?.unknown ?? [] }.compactMap { box in
      (try? Border(parts: [[box.ring]])).map(PreparedBorder.init)
    }
  }

  /// How far a place is from the land, and in which direction that grows.
  ///
  /// Of several lands it is the least signed distance: to the nearest one, or into the deepest.
  func reading(at place: GeodeticCoordinate, assuming assumption: Assumption) -> ShoreReading {
    var reading = nearest(of: borders, to: place)
    guard assumption != .asGiven, !unknown.isEmpty, !reading.isCertain else {
      return reading.withGradient(at: place)
    }
    let beyond = nearest(of: unknown, to: place)
    switch assumption {
    case .asGiven: break
    case .mostLand where reading.signed > 0 && beyond.signed < reading.signed: reading = beyond
    case .leastLand where reading.signed < 0 && -beyond.signed > reading.signed:
      reading = ShoreReading(signed: -beyond.signed, foot: beyond.foot)
    case .mostLand, .leastLand: break
    }
    return reading.withGradient(at: place)
  }

  private func nearest(
    of borders: [PreparedBorder], to place: GeodeticCoordinate
  ) -> ShoreReading {
    var least = ShoreReading(signed: Self.farAway, foot: nil)
    var isCertain = true
    for border in borders {
      let found = border.distance(to: place)
      isCertain = isCertain && found?.isCertain == true
      if let found {
        guard found.signed.meters < least.signed else { continue }
        least = ShoreReading(signed: found.signed.meters, foot: found.nearest)
      } else if border.location(of: place) == .inside {
        least = ShoreReading(signed: -Self.farAway, foot: nil)
      }
    }
    // Where several lands overlap, the depth in one says nothing of the borders of the others.
    least.isCertain = isCertain && (borders.count == 1 || least.signed > 0)
    return least
  }
}

/// How far a place is from a land.
struct ShoreReading {
  /// In meters; positive outside, negative inside.
  let signed: Double
  /// The nearest point of the land's border, if there is any.
  let foot: GeodeticCoordinate?
  /// The direction in which the signed distance grows, a unit vector to the east and the north;
  /// zero where there is none.
  private(set) var east = 0.0
  private(set) var north = 0.0
  /// Whether no border beyond the window of an extract can be nearer.
  fileprivate(set) var isCertain = false

  init(signed: Double, foot: GeodeticCoordinate?) { (self.signed, self.foot) = (signed, foot) }

  fileprivate func withGradient(at place: GeodeticCoordinate) -> ShoreReading {
    guard let foot, signed != 0 else { return self }
    let sight = Geodesic.wgs84.inverse(
      latitude1: place.latitude.degrees, longitude1: place.longitude.degrees,
      latitude2: foot.latitude.degrees, longitude2: foot.longitude.degrees)
    let azimuth = sight.azimuth1 * (.pi / 180)
    var reading = self
    // Away from the land from outside, and towards its border from inside.
    let sign = signed > 0 ? -1.0 : 1.0
    (reading.east, reading.north) = (sign * sin(azimuth), sign * cos(azimuth))
    return reading
  }
}
