public import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension AirspaceVolume {
  /// Where a leg meets the walls, the floor and the ceiling, and on which side each piece lies.
  ///
  /// The altitude changes evenly with the way flown, and so evenly with time at a constant ground
  /// speed. A floor or a ceiling is crossed at an angle to the horizontal, which is the angle of
  /// such a contact.
  ///
  /// - Parameters:
  ///   - leg: The leg, a geodesic.
  ///   - profile: The altitudes at its ends. A leg of no length is asked at the first.
  /// - Returns: What ``Region/crossings(of:)-(GeodesicLeg)`` answers, cut at the floor and the
  ///   ceiling too; or why altitudes do not decide it. A leg that is nowhere inside the region is
  ///   outside at any altitude.
  /// - Throws: ``CrossingError``, as the region does.
  /// - Accuracy: The walls as the region has them. A floor or a ceiling is met where the linear
  ///   profile meets it, to the rounding of a double: a billionth of a meter on a leg of 100 km
  ///   that climbs 1 m or more.
  public func crossings(
    of leg: GeodesicLeg, _ profile: AltitudeProfile
  ) throws(CrossingError) -> VerticalAnswer<LegCrossings> {
    let onMap = try region.crossings(of: leg)
    guard onMap.pieces.contains(where: { $0.location != .outside }) else {
      return .determined(onMap)
    }
    let heights = vertical.crossings(of: leg, profile)
    for piece in heights.undecided {
      let isOverRegion = onMap.pieces.contains {
        $0.location != .outside && $0.start <= piece.end && $0.end >= piece.start
      }
      if isOverRegion { return .undetermined(piece.doubt) }
    }
    return .determined(combined(onMap, heights.crossings))
  }

  private func combined(_ onMap: LegCrossings, _ heights: LegCrossings) -> LegCrossings {
    func isReal(_ contact: LegCrossings.Contact, _ other: LegCrossings) -> Bool {
      other.location(at: contact.at) != .outside
    }
    func both(
      _ contacts: (LegCrossings) -> [LegCrossings.Contact]
    ) -> [LegCrossings.Contact] {
      (contacts(onMap).filter { isReal($0, heights) }
        + contacts(heights).filter { isReal($0, onMap) }).sorted { $0.at < $1.at }
    }
    var contacts: [LegCrossings.Contact] = []
    for contact in both(\.contacts) where contact.at != contacts.last?.at {
      contacts.append(contact)
    }
    let ends = (onMap.pieces.first?.start ?? .zero, onMap.pieces.last?.end ?? .zero)
    let bounds = [ends.0] + contacts.map(\.at) + [ends.1]
    let pieces = zip(bounds, bounds.dropFirst()).map { start, end in
      let middle = (start + end) / 2
      return LegCrossings.Piece(
        location: onMap.location(at: middle).and(heights.location(at: middle)), start: start,
        end: end)
    }
    return LegCrossings(
      pieces: pieces, contacts: contacts, atStart: both { [$0.atStart].compactMap { $0 } }.first,
      atEnd: both { [$0.atEnd].compactMap { $0 } }.last)
  }
}

/// A leg cut where its altitude meets a floor and a ceiling.
struct VerticalCrossings {
  let crossings: LegCrossings
  /// The pieces that altitudes do not decide; in the crossings they count as outside.
  let undecided: [(start: Length, end: Length, doubt: VerticalDoubt)]
}

extension VerticalLimits {
  func crossings(of leg: GeodesicLeg, _ profile: AltitudeProfile) -> VerticalCrossings {
    let contacts = contacts(of: leg, profile)
    let inner = contacts.filter { $0.at > .zero && $0.at < leg.length }
    let bounds = [.zero] + inner.map(\.at) + [leg.length]
    var pieces: [LegCrossings.Piece] = []
    var undecided: [(start: Length, end: Length, doubt: VerticalDoubt)] = []
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      let answer = answer(profile, at: leg.length > .zero ? (start + end) / 2 / leg.length : 0)
      if case .undetermined(let doubt) = answer { undecided.append((start, end, doubt)) }
      pieces.append(.init(location: answer.answer ?? .outside, start: start, end: end))
    }
    let isLong = leg.length > .zero
    return VerticalCrossings(
      crossings: LegCrossings(
        pieces: pieces, contacts: inner,
        atStart: isLong ? contacts.first { $0.at == .zero } : nil,
        atEnd: isLong ? contacts.last { $0.at == leg.length } : nil),
      undecided: undecided)
  }

  private func answer(_ profile: AltitudeProfile, at share: Double) -> VerticalAnswer<Location> {
    let answer = location(of: profile.altitude(at: share))
    // A missing altitude is one kind of doubt; two that do not fit together are another.
    guard case .undetermined(.noAltitude) = answer, let doubt = profile.doubt else { return answer }
    return .undetermined(doubt)
  }

  /// The contacts of a climbing or sinking leg with those limits that it can be held against.
  private func contacts(
    of leg: GeodesicLeg, _ profile: AltitudeProfile
  ) -> [LegCrossings.Contact] {
    guard profile.doubt == nil, let start = profile.start, let end = profile.end,
      start.height != end.height
    else { return [] }
    let (low, high) = (min(start.height, end.height), max(start.height, end.height))
    let rise = end.height - start.height
    let climb = Angle.radians(atan2(rise.absolute.meters, leg.length.meters))
    return [floor, ceiling].compactMap { limit in
      guard case .at(let limit) = limit, limit.isComparable(with: start),
        limit.height >= low, limit.height <= high
      else { return nil }
      let at = leg.length * ((limit.height - start.height) / rise)
      return LegCrossings.Contact(at: at, place: leg.place(at: at), angle: climb)
    }.sorted { $0.at < $1.at }
  }
}

extension LegCrossings {
  /// The side at a distance along the leg; on the line at a contact.
  fileprivate func location(at distance: Length) -> Location {
    if contacts.contains(where: { $0.at == distance }) || atStart?.at == distance
      || atEnd?.at == distance
    {
      return .onBorder
    }
    return pieces.first { $0.start <= distance && distance <= $0.end }?.location ?? .outside
  }
}
