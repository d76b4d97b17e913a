import Geodesy
import Geometry
import Quantities

/// The number that a limit or a zone is made of: below zero inside, above outside, in meters.
///
/// It is the largest of some terms `a·s + b·t + c`, where s and t are the signed distances from
/// one's own land and from that of the others. Signed distances change by no more than the way
/// gone, |a| + |b| ≤ 1, and so the margin changes by no more either:
/// - Within the breadth N of land: `s − N`.
/// - Nearer to it than to the others: `(s − t)/2`.
/// - Not on the others' land: `−t`.
/// - A zone outside a border: `s − N` and `−s`; inside: `−s − N` and `s`.
struct RegionMargin: Sendable {
  let own: Shore
  let opposite: Shore
  let terms: [Term]

  /// Margins this near to zero, in meters, are not told from it.
  static let tolerance = 1e-4

  /// One condition; what it asks is that its value is below zero.
  struct Term {
    let ofOwn, ofOpposite, constant: Double

    func value(_ own: Double, _ opposite: Double) -> Double {
      ofOwn * own + (ofOpposite == 0 ? 0 : ofOpposite * opposite) + constant
    }

    /// The side of the term where the signs of both distances decide it, without their sizes.
    ///
    /// That is exact: a place lies on a border or beside it, and no tolerance is needed to say so.
    func locationBySigns(_ own: Double, _ opposite: Double) -> Location? {
      guard constant == 0 else { return nil }
      let parts = [ofOwn * own, ofOpposite == 0 ? 0 : ofOpposite * opposite]
      if parts.allSatisfy({ $0 == 0 }) { return .onBorder }
      if parts.allSatisfy({ $0 <= 0 }) { return .inside }
      return parts.allSatisfy { $0 >= 0 } ? .outside : nil
    }
  }

  init(_ limit: SeaLimit) {
    own = Shore([limit.land])
    opposite = Shore(limit.opposite)
    let breadth = Term(ofOwn: 1, ofOpposite: 0, constant: -limit.breadth.meters)
    let others =
      switch limit.rule {
      case .equidistance: Term(ofOwn: 0.5, ofOpposite: -0.5, constant: 0)
      case .fullBreadth: Term(ofOwn: 0, ofOpposite: -1, constant: 0)
      }
    terms = limit.opposite.isEmpty ? [breadth] : [breadth, others]
  }

  init(_ zone: BorderZone) {
    (own, opposite) = (Shore([zone.border]), Shore([]))
    let sign =
      switch zone.side {
      case .outside: 1.0
      case .inside: -1.0
      }
    terms = [
      Term(ofOwn: sign, ofOpposite: 0, constant: -zone.breadth.meters),
      Term(ofOwn: -sign, ofOpposite: 0, constant: 0),
    ]
  }

  /// Whether parts of the data are windows on something larger.
  var hasUnknown: Bool { !own.unknown.isEmpty || !opposite.unknown.isEmpty }
}

/// A place with its distances from both shores.
struct MarginReading {
  let own: ShoreReading
  let opposite: ShoreReading

  /// The largest value of any term, and that term's number.
  func margin(of terms: [RegionMargin.Term]) -> (value: Double, term: Int) {
    var (value, number) = (-Double.infinity, 0)
    for (index, term) in terms.enumerated() {
      let found = term.value(own.signed, opposite.signed)
      if found > value { (value, number) = (found, index) }
    }
    return (value, number)
  }

  /// The direction in which a term grows, to the east and the north; its length is how fast.
  func gradient(of term: RegionMargin.Term) -> (east: Double, north: Double) {
    (
      term.ofOwn * own.east + term.ofOpposite * opposite.east,
      term.ofOwn * own.north + term.ofOpposite * opposite.north
    )
  }

  /// On which side a place lies: outside, if one term says so; on the line, if one does and none
  /// says outside.
  func location(of terms: [RegionMargin.Term]) -> Location {
    var location = Location.inside
    for term in terms {
      switch term.locationBySigns(own.signed, opposite.signed) ?? bySize(term) {
      case .outside: return .outside
      case .onBorder: location = .onBorder
      case .inside: break
      }
    }
    return location
  }

  private func bySize(_ term: RegionMargin.Term) -> Location {
    let value = term.value(own.signed, opposite.signed)
    if abs(value) <= RegionMargin.tolerance { return .onBorder }
    return value < 0 ? .inside : .outside
  }
}

extension RegionMargin {
  func reading(
    at place: GeodeticCoordinate, assuming assumption: Assumption = .asGiven
  ) -> MarginReading {
    // Less land of the others is more of the region.
    let ofOthers: Assumption =
      switch assumption {
      case .asGiven: .asGiven
      case .mostLand: .leastLand
      case .leastLand: .mostLand
      }
    return MarginReading(
      own: own.reading(at: place, assuming: assumption),
      opposite: opposite.reading(at: place, assuming: ofOthers))
  }
}
