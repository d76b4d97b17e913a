import Geodesy
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A turn at a waypoint: a circle in the air mass, and so a trochoid over the ground.
///
/// It is drawn in the plane of the azimuthal equidistant projection from the waypoint, where both
/// legs are straight lines through the middle with their true lengths. At a distance d the plane
/// is too wide across by the share (d/R)²/6: 4·10⁻⁸ at 3 km.
struct PlannedTurn {
  /// Where the turn is, and the middle of the plane.
  let waypoint: GeodeticCoordinate
  /// 1 for a turn to the right, −1 for one to the left.
  let side: Double
  /// Which way the aircraft points when it begins to turn.
  let heading: Angle
  /// In meters, in the air mass.
  let radius: Double
  let airspeed: Double
  let wind: PlaneVector

  /// The turn from one track angle at a waypoint to another, the shorter way over the ground;
  /// straight back, it is to the right.
  init(
    at waypoint: GeodeticCoordinate, from arriving: Angle, towards leaving: Angle,
    airspeed: Double, turn: LevelTurn, wind: PlaneVector
  ) {
    self.waypoint = waypoint
    self.airspeed = airspeed
    self.wind = wind
    radius = turn.radius(at: .metersPerSecond(airspeed)).meters
    let change = (leaving - arriving).wrappedToHalfTurn
    side = change < .zero && change > .degrees(-180) ? -1 : 1
    heading = arriving + Self.correction(along: arriving, airspeed, wind)
  }

  /// How far the heading that holds a track lies to its right.
  static func correction(along track: Angle, _ airspeed: Double, _ wind: PlaneVector) -> Angle {
    Drift(along: PlaneVector(azimuth: track), airspeed: airspeed, wind: wind).correction
  }
}

// Angles turned through are told in radians, without sign.
extension PlannedTurn {
  /// The time that it takes to turn, in seconds.
  func duration(turning angle: Double) -> Double { angle * radius / airspeed }

  /// How far the aircraft has come over the ground.
  func displacement(turning angle: Double) -> PlaneVector {
    // The chord of an arc points half as far round as the arc does.
    let chord = PlaneVector(
      azimuth: heading + .radians(side * angle / 2), length: 2 * radius * sin(angle / 2))
    return chord + wind * duration(turning: angle)
  }

  /// Where the aircraft goes over the ground.
  func track(turning angle: Double) -> Angle {
    (PlaneVector(azimuth: heading + .radians(side * angle), length: airspeed) + wind).azimuth
  }

  /// A place of the plane, and by how much azimuths there are greater than in the plane.
  func place(at offset: PlaneVector) -> (place: GeodeticCoordinate, convergence: Angle) {
    guard offset != .zero else { return (waypoint, .zero) }
    let azimuth = offset.azimuth
    let arrived = GeodesicLine(from: waypoint, azimuth: azimuth)
      .placeAndAzimuth(at: .meters(offset.length))
    return (arrived.place, arrived.azimuth - azimuth)
  }

  /// How many chords replace a turn, so that none is off by more than ``Chord/tolerance``.
  ///
  /// The middle of a chord lies r(1 − cos(θ/2)) inside the arc of an angle θ. The wind moves both
  /// alike.
  func chords(turning angle: Double) -> Int {
    // 2·acos(1 − x) is 4·asin(√(x/2)), which keeps its digits where the radius is huge.
    let widest = 4 * asin(min(1, (Chord.tolerance / radius / 2).squareRoot()))
    return max(1, Int((angle / widest).rounded(.up)))
  }

  /// The angles at which the chords of a turn end, the last of them its own.
  func stops(turning angle: Double) -> [Double] {
    let count = chords(turning: angle)
    return (1...count).map { angle * (Double($0) / Double(count)) }
  }
}

/// By how much what is flown may differ from the curve that it stands for, in meters.
enum Chord {
  /// The distance between a chord and its curve at one moment.
  static let tolerance = 0.95e-3

  /// A shorter way is not flown, so that no leg is shorter than its time can tell.
  static let shortest = 0.05e-3
}
