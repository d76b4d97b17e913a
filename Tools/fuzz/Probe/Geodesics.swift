import Geodesy
import Quantities

/// What is asked of a geodesic one way is found the other way.
enum Geodesics: Property {
  static let name = "geodesic"
  static let statement =
    "the direct geodesic in the inverse's direction arrives within 30 nm; the inverse is the same "
    + "both ways and mirrored, and no longer than a detour; azimuths lie in −180…180"
  static let questionsPerSubject = 1

  /// Two distances within 15 nm of the exact ones.
  private static let tolerance = 30e-9

  static func subject(using random: inout RandomStream) {}

  static func counterexample(
    to subject: Void, question: Int, using random: inout RandomStream
  ) -> String? {
    let (from, to) = pair(using: &random)
    func failure(_ what: String) -> String { "\(what)\nfrom \(from.exact)\nto \(to.exact)" }
    let arc = inverse(from, to)
    guard (0...20_004_000).contains(arc.meters) else { return failure("\(arc.meters) m long") }
    for azimuth in [arc.azimuth1, arc.azimuth2] where !(abs(azimuth) <= 180) {
      return failure("azimuth \(azimuth)")
    }
    if from.latitude.degrees == to.latitude.degrees,
      from.longitude.degrees == to.longitude.degrees, arc.meters != 0
    {
      return failure("one place, but \(arc.meters) m")
    }
    let end = Geodesic.wgs84.direct(
      latitude: from.latitude.degrees, longitude: from.longitude.degrees, azimuth: arc.azimuth1,
      meters: arc.meters)
    guard abs(end.latitude) <= 90, abs(end.longitude) <= 180, abs(end.azimuth) <= 180 else {
      return failure("arrives at \(end)")
    }
    let arrival = GeodeticCoordinate(knownLatitude: end.latitude, longitude: end.longitude)
    let miss = inverse(arrival, to).meters
    if miss > tolerance { return failure("misses by \(miss) m: arrives at \(arrival.exact)") }

    let back = inverse(to, from)
    if abs(back.meters - arc.meters) > tolerance {
      return failure("\(arc.meters) m there, \(back.meters) m back")
    }
    let mirrored = inverse(from.mirrored, to.mirrored)
    if abs(mirrored.meters - arc.meters) > tolerance {
      return failure("\(arc.meters) m, but \(mirrored.meters) m on the other hemisphere")
    }
    let (third, _) = pair(using: &random)
    let detour = inverse(from, third).meters + inverse(third, to).meters
    if detour < arc.meters - tolerance {
      return failure("\(arc.meters) m, but \(detour) m by \(third.exact)")
    }
    return halves(from, to, arc.meters, share: random.unit()).map(failure)
  }

  private static func halves(
    _ from: GeodeticCoordinate, _ to: GeodeticCoordinate, _ meters: Double, share: Double
  ) -> String? {
    let leg = GeodesicLeg(from: from, to: to)
    // Both longitudes of one pole are the start of a leg of no length.
    guard meters == 0 || leg.place(at: leg.length) == to.onGround,
      leg.place(at: .zero) == from.onGround
    else {
      return "the leg does not begin and end where it was told"
    }
    let middle = leg.place(at: leg.length * share)
    let sum = inverse(from, middle).meters + inverse(middle, to).meters
    return abs(sum - meters) > 2 * tolerance
      ? "\(meters) m, but \(sum) m through its own place at \(share)" : nil
  }

  private static func inverse(
    _ a: GeodeticCoordinate, _ b: GeodeticCoordinate
  ) -> (meters: Double, azimuth1: Double, azimuth2: Double) {
    Geodesic.wgs84.inverse(
      latitude1: a.latitude.degrees, longitude1: a.longitude.degrees,
      latitude2: b.latitude.degrees, longitude2: b.longitude.degrees)
  }

  /// Two places: anywhere, near, antipodal, on poles, equator, one meridian; signed zeros among them.
  private static func pair(
    using random: inout RandomStream
  ) -> (GeodeticCoordinate, GeodeticCoordinate) {
    func tiny(_ random: inout RandomStream) -> Double {
      random.once(in: 4) ? random.one(of: [0, -0.0]) : random.power(-60, 0)
    }
    var (φ1, λ1) = (random.double(-90, 90), random.double(-180, 180))
    var (φ2, λ2) = (random.double(-90, 90), random.double(-180, 180))
    if random.once(in: 8) { φ1 = tiny(&random) }
    if random.once(in: 8) { φ1 = (90 - abs(tiny(&random))) * random.one(of: [1, -1]) }
    if random.once(in: 8) { λ1 = 180 - tiny(&random) }
    if random.once(in: 8) { λ1 = Double(random.int(-2...2)) * 90 }
    switch random.below(10) {
    case 0, 1: (φ2, λ2) = (φ1 + tiny(&random), λ1 + tiny(&random))
    case 2, 3: (φ2, λ2) = (-φ1 + tiny(&random), λ1 + 180 + tiny(&random))
    case 4: (φ2, λ2) = (-φ1 + random.power(-3, 0), λ1 + 180 + random.power(-3, 0))
    case 5: λ2 = λ1
    case 6: λ2 = λ1 + 180
    case 7: (φ1, φ2) = (random.one(of: [0, -0.0]), random.one(of: [0, -0.0]))
    case 8: φ2 = (90 - abs(tiny(&random))) * random.one(of: [1, -1])
    default: break
    }
    return (place(φ1, λ1), place(φ2, λ2))
  }

  private static func place(_ latitude: Double, _ longitude: Double) -> GeodeticCoordinate {
    GeodeticCoordinate(
      knownLatitude: min(90, max(-90, latitude)),
      longitude: abs(longitude) <= 180 ? longitude : longitude.remainder(dividingBy: 360))
  }
}

extension GeodeticCoordinate {
  fileprivate var mirrored: GeodeticCoordinate {
    GeodeticCoordinate(knownLatitude: -latitude.degrees, longitude: -longitude.degrees)
  }

  /// The same place without its height.
  fileprivate var onGround: GeodeticCoordinate {
    GeodeticCoordinate(knownLatitude: latitude.degrees, longitude: longitude.degrees)
  }
}
