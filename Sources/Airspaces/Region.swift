public import Quantities

/// An area that an aircraft can be inside of, of one of three kinds.
///
///     let sea = Region(try SeaLimit(land: syria, breadth: .nauticalMiles(12), opposite: [cyprus]))
///     let zone = Region(try BorderZone(.outside, of: turkey, within: .statuteMiles(5)))
///
/// Whatever the kind, the questions are those of a ``PreparedBorder``, and the answers have the
/// same types: ``location(of:)``, ``distance(to:)``, ``crossings(of:)-(GeodesicLeg)``,
/// ``furthest(on:within:)``, ``nearest(on:within:)``. A region stands as a vertical wall; an
/// ``AirspaceVolume`` has a floor and a ceiling too.
///
/// A sea limit and a zone have no polygon. They are the places at which a number, the *margin*,
/// is below zero: meters to the limit, made of distances to land. No chord, no vertex and no
/// tolerance of a drawn line stands between a place and its answer. A margin changes by no more
/// than the way gone, so that nothing is stepped over where it is looked for along a leg.
///
/// A place within 0.1 mm of a limit lies on it, because no distance is asked to be known better;
/// where a limit is the border or the coast itself, a place lies on it exactly or not at all.
public struct Region: Sendable {
  /// What the region is made of.
  public enum Kind: Sendable {
    /// A state's airspace, as its border has it.
    case airspace(PreparedBorder)
    /// Land and the sea beside it.
    case seaLimit(SeaLimit)
    /// A strip along a border.
    case zone(BorderZone)
  }

  public let kind: Kind

  /// What a limit or a zone is asked by.
  let margin: RegionMargin?

  /// A state's airspace, as its border has it.
  public init(_ border: PreparedBorder) { (kind, margin) = (.airspace(border), nil) }

  /// Land and the sea beside it.
  ///
  /// - Complexity: O(1); of an extract, what lies beyond its window is arranged for questions too.
  public init(_ limit: SeaLimit) { (kind, margin) = (.seaLimit(limit), RegionMargin(limit)) }

  /// A strip along a border.
  ///
  /// - Complexity: As ``init(_:)-(SeaLimit)``.
  public init(_ zone: BorderZone) { (kind, margin) = (.zone(zone), RegionMargin(zone)) }
}

/// Why a region cannot be.
public enum RegionError: Error, Hashable {
  /// The breadth of a sea limit or a zone is not above zero, or not finite.
  case breadthNotPositive(Length)
}

extension RegionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .breadthNotPositive(let breadth):
      "a sea limit or a zone needs a breadth above zero, not \(breadth.meters) m"
    }
  }
}
