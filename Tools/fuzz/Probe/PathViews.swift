import Airspaces
import Geodesy
import Geometry
import Quantities

extension LegView {
  /// A stay of a path, as the pieces of its legs tell it.
  private struct Stay {
    let isFirst: Bool
    var isLast = false
    var meters = 0.0
    /// Where it begins and ends: a leg and the meters along it.
    let start: (leg: Int, meters: Double)
    var end: (leg: Int, meters: Double)
  }

  /// What is wrong with a path that goes on from this leg, held against its legs one by one.
  func wrongAsPath(using random: inout RandomStream) throws(CrossingError) -> String? {
    var places = [leg.start, leg.end]
    for _ in 0..<random.below(4) {
      places.append(random.once(in: 8) ? places[places.count - 1] : random.leg(at: shape).end)
    }
    func failure(_ what: String) -> String {
      "\(what)\nof the path\n" + places.map(\.exact).joined(separator: "\n") + "\n\(shape.exact)"
    }
    let legs = zip(places, places.dropFirst()).map { GeodesicLeg(from: $0, to: $1) }
    let found = try border.crossings(of: Paths(Places(places)))
    let expected = try stays(of: legs)
    guard found.count == expected.count else {
      if try areBlurred(legs) { return nil }
      return failure("\(found.count) stays, but \(expected.count) by its legs")
    }
    for (stay, crossing) in zip(expected, found) {
      if let wrong = wrong(crossing, stay, legs, using: &random) {
        return try areBlurred(legs) ? nil : failure(wrong)
      }
    }
    let inside = places.filter { border.location(of: $0) == .inside }
    let counted = found.reduce(0) { $0 + $1.placesInside }
    if counted == inside.count { return nil }
    // A stay of less than a micrometer may be no stay.
    let isBlurred = inside.contains { metersToBorder($0) <= 1e-6 }
    return isBlurred && counted < inside.count
      ? nil : failure("\(counted) places inside, but \(inside.count) places are")
  }

  /// Whether a piece of a leg is too short, or too near to the border all along, for its side to
  /// be certain.
  private func areBlurred(_ legs: [GeodesicLeg]) throws(CrossingError) -> Bool {
    for leg in legs {
      for piece in try border.crossings(of: leg).pieces {
        if piece.length.meters <= 4e-6 { return true }
        let isAlong = [0, 0.25, 0.5, 0.75, 1].allSatisfy {
          metersToBorder(leg.place(at: piece.start + piece.length * $0)) <= 1e-6
        }
        if isAlong { return true }
      }
    }
    return false
  }

  private func stays(of legs: [GeodesicLeg]) throws(CrossingError) -> [Stay] {
    var stays: [Stay] = []
    var isInside = false
    for (number, leg) in legs.enumerated() {
      for piece in try border.crossings(of: leg).pieces {
        if piece.location == .inside {
          if !isInside {
            let start = (leg: number, meters: piece.start.meters)
            let isFirst = number == 0 && piece.start == .zero
            stays.append(Stay(isFirst: isFirst, start: start, end: start))
          }
          stays[stays.count - 1].meters += piece.length.meters
          stays[stays.count - 1].end = (number, piece.end.meters)
        }
        isInside = piece.location == .inside
      }
    }
    if isInside { stays[stays.count - 1].isLast = true }
    return stays
  }

  private func wrong(
    _ crossing: PathCrossing, _ stay: Stay, _ legs: [GeodesicLeg],
    using random: inout RandomStream
  ) -> String? {
    // Where legs meet, a contact within a micrometer of the place counts as there.
    let legCount = Double(stay.end.leg - stay.start.leg + 1)
    if abs(crossing.length.meters - stay.meters) > 1e-6 * legCount {
      return "\(crossing.length.meters) m inside, but \(stay.meters) m by its legs"
    }
    if (crossing.entry == nil) != stay.isFirst { return "an entry is missing, or one too many" }
    if (crossing.exit == nil) != stay.isLast { return "an exit is missing, or one too many" }
    for (passage, end) in [(crossing.entry, stay.start), (crossing.exit, stay.end)] {
      guard let passage else { continue }
      let place = at(passage.position, legs)
      let expected = legs[end.leg].place(at: .meters(end.meters))
      if way(place, expected) > 2e-6 || way(passage.place, expected) > 2e-6 {
        return "passes at \(passage), but by its legs at \(expected.exact)"
      }
    }
    guard let deepest = crossing.deepest else { return "no deepest place" }
    let place = at(deepest.position, legs)
    let depth = deepest.depth.meters
    if way(place, deepest.place) > 1e-6 {
      return "the deepest place is \(way(place, deepest.place)) m beside its position: \(crossing)"
    }
    if abs(way(deepest.place, deepest.foot) - depth) > 5e-4 {
      return "\(depth) m deep, but \(way(deepest.place, deepest.foot)) m from the foot"
    }
    let there = -(border.distance(to: deepest.place)?.signed.meters ?? .nan)
    // A stay may begin a micrometer before the border. Of two pieces about equally near either may
    // be taken: they are told apart by the feet on their chords, to 20 µm.
    if !(abs(abs(there) - depth) <= 2e-5 && there > -1e-6) {
      return "\(depth) m deep, but the distance is \(there) m"
    }
    // Any place of the stay is no deeper but for the tenth of a millimeter that is promised, and
    // for what a distance is off.
    let leg = random.int(stay.start.leg...stay.end.leg)
    let low = leg == stay.start.leg ? stay.start.meters : 0
    let high = leg == stay.end.leg ? stay.end.meters : legs[leg].length.meters
    let other = legs[leg].place(at: .meters(random.double(low, high)))
    let elsewhere = -(border.distance(to: other)?.signed.meters ?? .nan)
    return elsewhere > depth + 1.1e-4
      ? "\(depth) m deep, but \(elsewhere) m at \(other.exact): \(crossing)" : nil
  }

  private func at(
    _ position: PathCrossing.Position, _ legs: [GeodesicLeg]
  ) -> GeodeticCoordinate {
    // The end of a path may be told as the beginning of a leg that would follow.
    let number = min(position.leg, legs.count - 1)
    if position.leg > number { return legs[number].end }
    return legs[number].place(at: legs[number].length * position.fraction)
  }

  private func way(_ a: GeodeticCoordinate, _ b: GeodeticCoordinate) -> Double {
    Geodesic.wgs84.inverse(from: a, to: b).distance.meters
  }
}
