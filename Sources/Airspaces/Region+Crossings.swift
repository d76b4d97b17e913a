public import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Region {
  /// Where `leg`, a geodesic, meets the line of the region, and on which side each piece lies.
  ///
  /// For an airspace, what its border answers. For the other kinds the leg is cut where it meets
  /// coasts and borders, and between them the margin is bounded from its values and slopes: a
  /// stretch is passed over only where the bounds prove that it does not meet the limit. What may
  /// be told as one contact is
  /// - a limit that is crossed twice within 1 mm of way, or by less than 0.1 mm;
  /// - a way of less than 25 m within 0.1 mm of the limit. A longer one is a piece on the line.
  ///
  /// - Parameter leg: The leg; one of no length has one piece, on the side of its place.
  /// - Returns: At least one piece. The angle of a contact is that with the limit there.
  /// - Throws: ``CrossingError`` where the leg leaves an extract's window for where the whole may
  ///   have border, as ``PreparedBorder/crossings(of:)-(GeodesicLeg)`` does; and at the first place
  ///   where land beyond the window could be near enough to change its side.
  /// - Accuracy: Up to 50 km from the land, contacts lie within 1 µm of the exact ones along the
  ///   leg, divided by the sine of the angle between leg and limit: 60 µm at 1°.
  /// - Complexity: One distance to each land for each stretch, of which a leg across a limit has
  ///   some 15; one that stays close to a limit for long, some for each √(8·g·N), where g is how
  ///   close it stays and N the breadth.
  public func crossings(of leg: GeodesicLeg) throws(CrossingError) -> LegCrossings {
    switch kind {
    case .airspace(let border): return try border.crossings(of: leg)
    case .seaLimit, .zone:
      guard let margin else { return LegCrossings.whole(leg, .outside) }
      return try margin.crossings(of: leg)
    }
  }

  /// Every stay of every path inside the region, in the order of the paths and along each.
  ///
  /// A touch from outside is no stay. A way along the line is not inside.
  ///
  /// - Parameter paths: The paths.
  /// - Returns: The stays; the depth of one is the largest margin on it, as ``distance(to:)`` has
  ///   it.
  /// - Throws: ``CrossingError``, as ``crossings(of:)-(GeodesicLeg)`` does.
  /// - Accuracy: As ``crossings(of:)-(GeodesicLeg)`` and ``furthest(on:within:)``.
  public func crossings(of paths: Paths) throws(CrossingError) -> [PathCrossing] {
    switch kind {
    case .airspace(let border): try border.crossings(of: paths)
    case .seaLimit, .zone: try crossingsLegByLeg(of: paths)
    }
  }
}

extension LegCrossings {
  static func whole(_ leg: GeodesicLeg, _ location: Location) -> LegCrossings {
    LegCrossings(
      pieces: [Piece(location: location, start: .zero, end: leg.length)], contacts: [],
      atStart: nil, atEnd: nil)
  }
}

extension RegionMargin {
  /// Contacts closer together than this are one, in meters.
  static let resolution = 1e-3

  func crossings(of leg: GeodesicLeg) throws(CrossingError) -> LegCrossings {
    guard leg.length > .zero else {
      return .whole(leg, reading(at: leg.start).location(of: terms))
    }
    let cuts = try cuts(of: leg)
    guard hasUnknown else { return crossings(of: leg, cuts, assuming: .asGiven) }
    let most = crossings(of: leg, cuts, assuming: .mostLand)
    let least = crossings(of: leg, cuts, assuming: .leastLand)
    if let difference = most.firstDifference(from: least) {
      throw .leavesWindow(at: leg.place(at: difference))
    }
    return most
  }

  /// Where a leg meets a coast or border.
  private struct Cut {
    let meters: Double
    let angle: Angle
  }

  private func cuts(of leg: GeodesicLeg) throws(CrossingError) -> [Cut] {
    var cuts: [Cut] = []
    for border in own.borders + opposite.borders {
      let found = try border.crossings(of: leg)
      for contact in found.contacts + [found.atStart, found.atEnd].compactMap({ $0 }) {
        cuts.append(Cut(meters: contact.at.meters, angle: contact.angle))
      }
    }
    return cuts.sorted { $0.meters < $1.meters }
  }

  private func crossings(
    of leg: GeodesicLeg, _ cuts: [Cut], assuming assumption: Assumption
  ) -> LegCrossings {
    let length = leg.length.meters
    let whole = MarginAlongLeg(self, leg, assuming: assumption)
    var contacts: [LegCrossings.Contact] = []
    var start = 0.0
    for cut in cuts {
      contacts += searched(whole, from: start, to: cut.meters)
      let sample = whole.sample(cut.meters)
      if abs(sample.value) <= Self.tolerance {
        contacts.append(.init(at: .meters(cut.meters), place: sample.place, angle: cut.angle))
      }
      start = cut.meters
    }
    contacts += searched(whole, from: start, to: length)
    for end in [0, length] {
      let sample = whole.sample(end)
      if abs(sample.value) <= Self.tolerance { contacts.append(whole.contact(sample)) }
    }
    return assembled(contacts.sorted { $0.at < $1.at }, whole)
  }

  /// The contacts with a limit between two cuts.
  ///
  /// Between cuts the leg stays on one side of each land. A term that the sides decide is either
  /// broken throughout, or never, and only the others are looked at.
  private func searched(
    _ whole: MarginAlongLeg, from start: Double, to end: Double
  ) -> [LegCrossings.Contact] {
    guard end > start else { return [] }
    let reading = whole.sample((start + end) / 2).reading
    var open: [Term] = []
    for term in terms {
      switch term.locationBySigns(reading.own.signed, reading.opposite.signed) {
      case .outside: return []
      case .inside, .onBorder: break
      case nil: open.append(term)
      }
    }
    guard !open.isEmpty else { return [] }
    let along = MarginAlongLeg(self, whole.leg, assuming: whole.assumption, terms: open)
    var search = LimitSearch(along)
    return search.contacts(from: start, to: end).compactMap { meters in
      // A limit on the land of others is none.
      let sample = whole.sample(meters)
      return abs(sample.value) <= Self.tolerance * 2 ? along.contact(sample) : nil
    }
  }

  /// The pieces between contacts; two pieces on the line that follow each other are one.
  private func assembled(
    _ contacts: [LegCrossings.Contact], _ along: MarginAlongLeg
  ) -> LegCrossings {
    let length = along.leg.length
    let resolution = min(Self.resolution, length.meters / 4)
    var inner: [LegCrossings.Contact] = []
    for contact in contacts
    where contact.at.meters > resolution && contact.at.meters < length.meters - resolution {
      if let last = inner.last, (contact.at - last.at).meters <= resolution { continue }
      inner.append(contact)
    }
    let bounds = [.zero] + inner.map(\.at) + [length]
    var pieces: [LegCrossings.Piece] = []
    var kept: [LegCrossings.Contact] = []
    for (index, (start, end)) in zip(bounds, bounds.dropFirst()).enumerated() {
      let middle = along.sample((start + end).meters / 2)
      let piece = LegCrossings.Piece(
        location: middle.reading.location(of: along.terms), start: start, end: end)
      if let last = pieces.last, last.location == .onBorder, piece.location == .onBorder {
        pieces[pieces.count - 1] = .init(location: .onBorder, start: last.start, end: end)
        continue
      }
      if index > 0 { kept.append(inner[index - 1]) }
      pieces.append(piece)
    }
    return LegCrossings(
      pieces: pieces, contacts: kept,
      atStart: contacts.first { $0.at.meters <= resolution },
      atEnd: contacts.last { $0.at.meters >= length.meters - resolution })
  }
}

extension MarginAlongLeg {
  /// The contact at a place on the limit.
  func contact(_ sample: MarginSample) -> LegCrossings.Contact {
    let (_, number) = sample.reading.margin(of: terms)
    let (east, north) = sample.reading.gradient(of: terms[number])
    let steepness = (east * east + north * north).squareRoot()
    let azimuth = leg.azimuth(at: .meters(sample.meters)).radians
    let slope = east * sin(azimuth) + north * cos(azimuth)
    // A point where the margin grows in no direction has no angle; it is taken as met squarely.
    let sine = steepness > 0 ? min(1, abs(slope) / steepness) : 1
    return LegCrossings.Contact(
      at: .meters(sample.meters), place: sample.place, angle: .radians(asin(sine)))
  }
}

extension LegCrossings {
  /// The distance along the leg at which two answers begin to say different things.
  fileprivate func firstDifference(from other: LegCrossings) -> Length? {
    for (one, two) in zip(pieces, other.pieces) {
      if one.location != two.location { return one.start }
      let gap = (one.end - two.end).absolute.meters
      if gap > RegionMargin.resolution { return min(one.end, two.end) }
    }
    if pieces.count == other.pieces.count { return nil }
    return pieces.count < other.pieces.count ? pieces.last?.end : other.pieces.last?.end
  }
}
