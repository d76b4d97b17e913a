public import Geodesy
public import Geometry
import Quantities

extension VerticalLimits {
  /// Where an altitude lies: between floor and ceiling, on one of them, or beyond.
  ///
  /// - Parameter altitude: The altitude, if one is known.
  /// - Returns: The side, exact for the numbers given; or why it is not decided.
  public func location(of altitude: Altitude?) -> VerticalAnswer<Location> {
    let sides = [side(of: altitude, from: floor, 1), side(of: altitude, from: ceiling, -1)]
    // One limit that is broken decides, whatever the other is.
    if sides.contains(.determined(.outside)) { return .determined(.outside) }
    for side in sides {
      if case .undetermined = side { return side }
    }
    return sides.contains(.determined(.onBorder)) ? .determined(.onBorder) : .determined(.inside)
  }

  /// - Parameters:
  ///   - altitude: The altitude, if one is known.
  ///   - limit: What it is held against.
  ///   - sign: 1 if inside is above the limit, −1 if it is below.
  /// - Returns: The side with respect to one limit alone.
  private func side(
    of altitude: Altitude?, from limit: VerticalLimit, _ sign: Double
  ) -> VerticalAnswer<Location> {
    switch limit {
    case .surface, .unlimited: return .determined(.inside)
    case .at(let limit):
      guard let altitude else { return .undetermined(.noAltitude) }
      if let doubt = altitude.doubt(against: limit) { return .undetermined(doubt) }
      let above = sign * (altitude.height - limit.height).meters
      if above == 0 { return .determined(.onBorder) }
      return .determined(above > 0 ? .inside : .outside)
    }
  }
}

/// The altitudes at both ends of a leg; between them it changes evenly with the way flown.
public struct AltitudeProfile: Hashable, Sendable {
  public let start: Altitude?
  public let end: Altitude?

  public init(from start: Altitude?, to end: Altitude?) { (self.start, self.end) = (start, end) }

  /// One altitude throughout.
  public init(level altitude: Altitude?) { (start, end) = (altitude, altitude) }

  /// What keeps the altitudes between the ends from being known.
  var doubt: VerticalDoubt? {
    guard let start, let end else { return .noAltitude }
    guard start.reference == end.reference else {
      return .mixedReferences(start: start.reference, end: end.reference)
    }
    return nil
  }

  /// The altitude at a share of the leg, 0…1, if both ends have one.
  func altitude(at share: Double) -> Altitude? {
    guard doubt == nil, let start, let end else { return nil }
    if share == 0 || start == end { return start }
    if share == 1 { return end }
    return Altitude(start.height + (end.height - start.height) * share, start.reference)
  }
}
