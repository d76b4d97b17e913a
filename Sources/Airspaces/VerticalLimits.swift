public import Geodesy
public import Quantities

/// One end of a volume: the floor or the ceiling.
public enum VerticalLimit: Hashable, Sendable {
  /// The surface of land and water; nothing flies below it.
  case surface
  /// No limit: as a state's airspace has none above.
  case unlimited
  /// At an altitude: 1000 ft above mean sea level, or a flight level, which is a pressure altitude.
  case at(Altitude)
}

/// A floor and a ceiling, each with the surface that it is counted from.
///
/// An altitude is only ever compared with a limit of the same reference. Between a pressure
/// altitude and one above the sea lie the weather of the day, between the sea and the ellipsoid the
/// geoid, and between the ground and all of these the terrain: none of them is known here, and so
/// the answer is ``VerticalAnswer/undetermined(_:)`` and says why. The surface and no limit at all
/// need no comparison, and where one limit decides alone the other is not asked.
///
/// An altitude equal to a limit is on the line, as a place on a border is: neither inside nor
/// outside. That is a convention of this package. It matters only where the caller must choose,
/// since two volumes one above the other share that altitude.
public struct VerticalLimits: Hashable, Sendable {
  public let floor: VerticalLimit
  public let ceiling: VerticalLimit

  /// From the surface upwards without end: all of the air above a region.
  public static let none = VerticalLimits(known: .surface, .unlimited)

  /// - Parameters:
  ///   - floor: The lower end.
  ///   - ceiling: The upper end.
  /// - Throws: ``VerticalLimitsError`` where both have one reference and the floor is not below
  ///   the ceiling, where a height is not finite, or where an end is on the wrong side. Ends of
  ///   different references are taken as they are.
  public init(
    floor: VerticalLimit, ceiling: VerticalLimit
  ) throws(VerticalLimitsError) {
    guard floor != .unlimited else { throw .floorUnlimited }
    guard ceiling != .surface else { throw .ceilingAtSurface }
    for limit in [floor, ceiling] {
      if case .at(let altitude) = limit, !altitude.height.meters.isFinite { throw .notFinite }
    }
    if case .at(let low) = floor, case .at(let high) = ceiling,
      low.isComparable(with: high), low.height >= high.height
    {
      throw .floorNotBelowCeiling(floor: low.height, ceiling: high.height)
    }
    self.init(known: floor, ceiling)
  }

  private init(known floor: VerticalLimit, _ ceiling: VerticalLimit) {
    (self.floor, self.ceiling) = (floor, ceiling)
  }
}

/// Why a floor and a ceiling bound nothing.
public enum VerticalLimitsError: Error, Hashable {
  case floorUnlimited
  case ceilingAtSurface
  case notFinite
  case floorNotBelowCeiling(floor: Length, ceiling: Length)
}

extension VerticalLimitsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .floorUnlimited: "a floor needs an altitude or the surface"
    case .ceilingAtSurface: "a ceiling needs an altitude, or no limit"
    case .notFinite: "the altitude of a floor or a ceiling is not a finite number"
    case .floorNotBelowCeiling(let floor, let ceiling):
      "a floor at \(floor.meters) m is not below a ceiling at \(ceiling.meters) m"
    }
  }
}

/// Why an altitude cannot be held against a floor or a ceiling.
public enum VerticalDoubt: Hashable, Sendable {
  /// Nobody says how high the aircraft was.
  case noAltitude
  /// It is not known what the altitude is counted from.
  case unknownReference
  /// The altitude and the limit are counted from different surfaces.
  case differentReferences(altitude: Altitude.Reference, limit: Altitude.Reference)
  /// The two ends of a leg are counted from different surfaces.
  case mixedReferences(start: Altitude.Reference, end: Altitude.Reference)
}

extension VerticalDoubt: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noAltitude: "no altitude is known"
    case .unknownReference: "it is not known what the altitude, or the limit, is counted from"
    case .differentReferences(let altitude, let limit):
      "an altitude counted from \(altitude.rawValue) cannot be compared with a limit counted from "
        + limit.rawValue
    case .mixedReferences(let start, let end):
      "the altitude is counted from \(start.rawValue) where the leg begins and from \(end.rawValue)"
        + " where it ends"
    }
  }
}

/// An answer that altitudes decide, or why they cannot.
public enum VerticalAnswer<Answer: Hashable & Sendable>: Hashable, Sendable {
  case determined(Answer)
  case undetermined(VerticalDoubt)

  /// The answer, if there is one.
  public var answer: Answer? {
    switch self {
    case .determined(let answer): answer
    case .undetermined: nil
    }
  }
}

extension Altitude {
  /// Whether both are counted from one surface, and that is known.
  func isComparable(with other: Altitude) -> Bool { doubt(against: other) == nil }

  /// What keeps this altitude from being held against that of a limit.
  func doubt(against limit: Altitude) -> VerticalDoubt? {
    guard reference != .unknown, limit.reference != .unknown else { return .unknownReference }
    guard reference == limit.reference else {
      return .differentReferences(altitude: reference, limit: limit.reference)
    }
    return nil
  }
}
