import Airspaces
import Geodesy
import Geometry
import Quantities

/// The crossings of a leg obey the laws that any crossings obey.
enum Crossings: Property {
  static let name = "crossings"
  static let statement =
    "pieces change sides where the leg crosses the border, and only there; they are the same "
    + "from the other end, of a path, and of a leg in two halves"
  static let questionsPerSubject = 256

  typealias Subject = EarthShape

  static func subject(using random: inout RandomStream) -> EarthShape {
    random.earthShape(polar: 5000)
  }

  static func counterexample(
    to shape: EarthShape, question: Int, using random: inout RandomStream
  ) -> String? {
    guard case .success(let border) = shape.border else {
      return "a valid border was refused\n\(shape.exact)"
    }
    let leg = random.leg(at: shape)
    func failure(_ what: String) -> String {
      "\(what)\nfrom \(leg.start.exact)\nto \(leg.end.exact)\n\(shape.exact)"
    }
    do {
      let found = try border.crossings(of: leg)
      let view = LegView(leg: leg, found: found, border: border, shape: shape)
      if let wrong = view.wrong(using: &random) { return failure(wrong) }
      switch random.below(3) {
      case 0: return try view.wrongInReverse().map(failure)
      case 1: return try view.wrongInHalves(at: random.unit()).map(failure)
      default: return try view.wrongAsPath(using: &random)
      }
    } catch {
      return failure("\(error)")
    }
  }
}

extension RandomStream {
  /// A leg between hard points; one in four along an edge, one in four short.
  mutating func leg(at shape: EarthShape) -> GeodesicLeg {
    let start = hardPoint(of: shape)
    var end = hardPoint(of: shape)
    switch below(4) {
    case 0:
      let segment = one(of: shape.segments)
      let (a, b) = (segment.a, segment.b)
      let isExact = once(in: 2)
      let beyond = GridPoint(x: 2 * b.x - a.x, y: 2 * b.y - a.y)
      return GeodesicLeg(
        from: shape.place(a), to: shape.place(isExact ? b : shape.onMap(beyond)))
    case 1:
      let reach = max(4, shape.step >> int(0...20))
      end = shape.onMap(start + GridPoint(x: int(-reach...reach), y: int(-reach...reach)))
    default: break
    }
    return GeodesicLeg(from: shape.place(start), to: shape.place(end))
  }
}

/// A leg with its crossings, and what can be wrong with them.
struct LegView {
  let leg: GeodesicLeg
  let found: LegCrossings
  let border: PreparedBorder
  let shape: EarthShape

  /// What lies within this of the border may be told to be on either side: places of a leg are
  /// doubles, and a corner that is cut by less than 0.1 µm counts as touched.
  private static let blur = 2e-7

  /// How far along the leg two answers may be apart.
  private static let along = 1.2e-6

  private var length: Double { leg.length.meters }

  /// The contacts with those at both ends.
  private var contacts: [LegCrossings.Contact] {
    (found.atStart.map { [$0] } ?? []) + found.contacts + (found.atEnd.map { [$0] } ?? [])
  }

  /// How far a place is from the border: near by, told without the product.
  func metersToBorder(_ place: GeodeticCoordinate) -> Double {
    let off = shape.metersOff(place)
    return off < 1e-3 ? off : min(off, abs(border.distance(to: place)?.signed.meters ?? off))
  }

  private func metersToVertex(_ place: GeodeticCoordinate) -> Double {
    shape.segments.reduce(Double.infinity) { best, segment in
      min(best, Geodesic.wgs84.inverse(from: place, to: shape.place(segment.a)).distance.meters)
    }
  }

  /// What is wrong with the pieces by themselves.
  func wrong(using random: inout RandomStream) -> String? {
    let bounds = [0] + found.contacts.map(\.at.meters) + [length]
    guard found.pieces.map(\.start.meters) == bounds.dropLast(),
      found.pieces.map(\.end.meters) == Array(bounds.dropFirst()), bounds == bounds.sorted()
    else { return "the pieces and contacts do not follow each other: \(found.pieces)" }
    if length == 0 {
      let isRight = found.pieces[0].location == border.location(of: leg.start)
      return isRight ? nil : "of no length, but not on its place's side"
    }
    for contact in contacts {
      let meters = metersToBorder(contact.place)
      if meters > Self.blur {
        return "the contact at \(contact.at.meters) m, \(contact.place.exact), is \(meters) m off"
      }
    }
    for (number, piece) in found.pieces.enumerated() where piece.length.meters > 4e-6 {
      let t = piece.start + piece.length * random.unit()
      let place = leg.place(at: t)
      let location = border.location(of: place)
      if location != piece.location, metersToBorder(place) > Self.blur {
        return "piece \(number) is said \(piece.location), but at \(t.meters) m is \(location)"
      }
    }
    return wrongAtEnds() ?? wrongParity()
  }

  private func wrongAtEnds() -> String? {
    let ends = [
      (leg.start, found.atStart, found.pieces.first), (leg.end, found.atEnd, found.pieces.last),
    ]
    for (place, contact, piece) in ends where contact == nil {
      let location = border.location(of: place)
      if location == .onBorder { return "an end lies on the border, but has no contact" }
      if location != piece?.location, metersToBorder(place) > Self.blur {
        return "an end is \(location), but the piece there is not, and nothing lies between"
      }
    }
    return nil
  }

  /// Where the leg cuts an edge clearly, the sides differ.
  ///
  /// Contacts within a micrometer are one. So close, two edges come at their common vertex only,
  /// and on these grids (angles of 1/144 and more) no further from it than 0.2 mm.
  private func wrongParity() -> String? {
    for (number, contact) in found.contacts.enumerated() where contact.angle.degrees >= 1 {
      let (before, after) = (found.pieces[number], found.pieces[number + 1])
      guard before.location == after.location, before.length.meters > 2e-6,
        after.length.meters > 2e-6, metersToVertex(contact.place) > 2e-4
      else { continue }
      return "\(before.location) before and after the contact at \(contact.at.meters) m, "
        + "which is an edge cut at \(contact.angle.degrees)°"
    }
    return nil
  }

  func wrongInReverse() throws(CrossingError) -> String? {
    let back = GeodesicLeg(from: leg.end, to: leg.start)
    let view = LegView(
      leg: back, found: try border.crossings(of: back), border: border, shape: shape)
    guard length > 1e-5, !isBetweenTwoLines else { return nil }
    let pieces = view.found.pieces.reversed().map { piece in
      (start: length - piece.end.meters, end: length - piece.start.meters, piece.location)
    }
    if let wrong = otherSide(in: pieces) { return "\(wrong) in the other direction" }
    if let wrong = unmatched(in: view.contacts.map { length - $0.at.meters }) {
      return "the contact at \(wrong) m is not found in the other direction"
    }
    let mine = contacts.map { length - $0.at.meters }
    if let wrong = view.unmatched(in: mine) {
      return "the contact at \(wrong) m in the other direction is not found in this one"
    }
    return nil
  }

  /// The place of a contact at 1° or more that is not among `others`.
  ///
  /// An end that lies beside the border by less than the blur may be told to touch it or not.
  private func unmatched(in others: [Double]) -> Double? {
    contacts.first { contact in
      let meters = contact.at.meters
      if contact.angle.degrees < 1 || others.contains(where: { abs($0 - meters) <= Self.along }) {
        return false
      }
      // A vertex that is passed within 0.1 µm is touched: a touch hangs on the last digits.
      if isTouch(contact), metersToVertex(contact.place) < 1e-6 { return false }
      if meters <= Self.along { return border.location(of: leg.start) == .onBorder }
      return meters < length - Self.along || border.location(of: leg.end) == .onBorder
    }?.at.meters
  }

  /// Whether the leg is on the same side before and after a contact.
  private func isTouch(_ contact: LegCrossings.Contact) -> Bool {
    guard let number = found.contacts.firstIndex(where: { $0.at == contact.at }) else {
      return false
    }
    return found.pieces[number].location == found.pieces[number + 1].location
  }

  /// Whether two lines are equally short, or nearly so: over a pole, or half way round.
  private var isBetweenTwoLines: Bool { length > 19_900_000 }

  func wrongInHalves(at share: Double) throws(CrossingError) -> String? {
    guard length > 1e-5, !isBetweenTwoLines else { return nil }
    let middle = leg.place(at: leg.length * share)
    let halves = [
      GeodesicLeg(from: leg.start, to: middle), GeodesicLeg(from: middle, to: leg.end),
    ]
    var views: [LegView] = []
    for half in halves {
      views.append(
        LegView(leg: half, found: try border.crossings(of: half), border: border, shape: shape))
    }
    let all =
      views[0].contacts.map(\.at.meters)
      + views[1].contacts.map { $0.at.meters + halves[0].length.meters }
    if let wrong = unmatched(in: all) {
      return
        "the contact at \(wrong) m is not found in the leg in two parts, \(share) long and the rest"
    }
    var pieces: [(start: Double, end: Double, location: Location)] = []
    for (view, from) in zip(views, [0, halves[0].length.meters]) {
      pieces += view.found.pieces.map {
        (start: from + $0.start.meters, end: from + $0.end.meters, $0.location)
      }
    }
    return otherSide(in: pieces).map { "\($0) in two parts, \(share) long and the rest" }
  }

  /// Where another answer about the same leg says another side, off the border.
  private func otherSide(in others: [(start: Double, end: Double, location: Location)]) -> String? {
    for piece in found.pieces {
      for other in others where other.location != piece.location {
        let (low, high) = (max(piece.start.meters, other.start), min(piece.end.meters, other.end))
        guard high - low > 3e-6 else { continue }
        let meters = low + (high - low) / 2
        if metersToBorder(leg.place(at: .meters(meters))) > Self.blur {
          return "\(meters) m along the leg is \(piece.location), but \(other.location)"
        }
      }
    }
    return nil
  }
}
