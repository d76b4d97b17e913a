public import Flights
import Geodesy
import Incidents
public import Quantities

/// Why no path can satisfy what is required: it would be deeper than its way inside allows.
///
/// Let *P* be the deepest place of a stay that enters at *A* and leaves at *B*. Both lie on the border,
/// so neither is nearer to *P* than the border is: the ways from *A* to *P* and from *P* to *B* are each
/// at least as long as *P* is deep. A way of length *L* inside is nowhere deeper than *L*/2, be it straight
/// or not, and nowhere further than *L* from its entry. Of a stay whose entry or exit was not seen, one way
/// remains: it is nowhere deeper than *L*. One that shows neither is the whole track.
public struct ChordProof: Hashable, Sendable {
  /// The longest way inside that the requirements allow.
  public let longest: Length
  /// The deepest that a path so long can come.
  public let deepest: Length
  /// The least depth that is required.
  public let required: Length
  public let measure: Claim.DepthMeasure
  /// Whether it also holds for paths that begin or end inside.
  public let coversUnseenEnds: Bool
  /// Every path misses the length or the depth by this or more; nothing where the length is bounded by
  /// a time.
  public let leastMiss: Length?

  /// Nothing where the requirements are not known to contradict each other.
  ///
  /// - Parameters:
  ///   - requirements: What is to hold.
  ///   - space: Where is searched; it bounds the speed, by which a time inside bounds the way.
  ///   - track: The track that varies.
  public init?(_ requirements: [Requirement], in space: PathSpace, of track: Track) {
    let fastest = space.fastest(of: track)
    var longest: (length: Double, isStated: Bool)?
    func bound(_ length: Double, isStated: Bool) {
      if let known = longest, known.length <= length { return }
      longest = (length, isStated)
    }
    var depths: [(measure: Claim.DepthMeasure, least: Double)] = []
    for requirement in requirements {
      switch requirement.test {
      case .lengthInside(let expected):
        if let most = expected.most { bound(most, isStated: true) }
      case .durationInside(let expected):
        if let most = expected.most { bound(most * fastest.metersPerSecond, isStated: false) }
      case .depth(let measure, let expected):
        if let least = expected.least { depths.append((measure, least)) }
      case .entered, .keptOut, .keptClear, .entryTime, .altitude, .groundSpeed, .pathLength,
        .insideAt, .outsideAt, .distanceToBorder, .distanceBetween, .timeBetween, .warnings,
        .warningBeforeEntry, .crossings, .flyable, .aircraftCount, .placeToBorder, .fallHeight,
        .fallTime, .impliedSpeed, .impliedDuration, .impliedLength:
        continue
      }
    }
    guard let longest else { return nil }
    let whole = track.legs.reduce(Length.zero) { $0 + $1.length }.meters
    for (measure, least) in depths {
      let share: Double
      switch measure {
      case .nearestBorder: share = 0.5
      case .fromEntry: share = 1
      case .fromSouthernTip: continue
      }
      // A centimeter more than what is computed is accurate to.
      guard least > share * longest.length + 0.01 else { continue }
      self.longest = .meters(longest.length)
      deepest = .meters(share * longest.length)
      required = .meters(least)
      self.measure = measure
      // A depth from the entry presupposes one. Moved paths change their length by parts in a million.
      coversUnseenEnds =
        measure == .fromEntry
        || (least > longest.length + 0.01 && whole * 0.999 > longest.length)
      leastMiss =
        longest.isStated
        ? .meters((least - share * longest.length) / (1 + share)) : nil
      return
    }
    return nil
  }
}

extension Claim.Expectation {
  /// The least value that holds, in the base unit.
  fileprivate var least: Double? {
    switch self {
    case .about(let measure, let halfWidth): measure.base - halfWidth * measure.unit.factor
    case .atLeast(let least), .between(let least, _): least.base
    case .atMost: nil
    }
  }

  /// The greatest value that holds, in the base unit.
  fileprivate var most: Double? {
    switch self {
    case .about(let measure, let halfWidth): measure.base + halfWidth * measure.unit.factor
    case .atMost(let most), .between(_, let most): most.base
    case .atLeast: nil
    }
  }
}

extension PathSpace {
  /// The fastest that any leg is flown.
  fileprivate func fastest(of track: Track) -> Speed {
    let told = track.legs.map(\.groundSpeed).max() ?? .zero
    for free in free {
      if free.parameter == .speed { return .metersPerSecond(free.range.upperBound) }
      if free.parameter == .speedFactor { return told * free.range.upperBound }
    }
    switch fixed.change.groundSpeed {
    case .unchanged: return told
    case .set(let speed): return speed
    case .scaled(let factor): return told * factor
    }
  }
}
