public import Geodesy
public import Geometry

/// A region with a floor and a ceiling.
///
///     let exercise = AirspaceVolume(
///       zone, try VerticalLimits(floor: .surface, ceiling: .at(Altitude(.feet(3000), .msl))))
///
/// A place is inside where it is inside the region and between floor and ceiling; outside where it
/// is outside either; and on the line else. An altitude that cannot be compared with a limit
/// leaves the answer undetermined, but not where the region alone decides: what lies outside it is
/// outside at any altitude.
public struct AirspaceVolume: Sendable {
  public let region: Region
  public let vertical: VerticalLimits

  public init(_ region: Region, _ vertical: VerticalLimits) {
    (self.region, self.vertical) = (region, vertical)
  }

  /// Where an aircraft at a place and an altitude is.
  ///
  /// - Parameters:
  ///   - place: The place; its height is not looked at.
  ///   - altitude: The altitude, if one is known.
  /// - Returns: The side, or why it is not decided.
  /// - Accuracy: As ``Region/location(of:)``; altitudes are compared exactly.
  public func location(
    of place: GeodeticCoordinate, at altitude: Altitude?
  ) -> VerticalAnswer<Location> {
    let onMap = region.location(of: place)
    guard onMap != .outside else { return .determined(.outside) }
    return switch vertical.location(of: altitude) {
    case .undetermined(let doubt): .undetermined(doubt)
    case .determined(let height): .determined(onMap.and(height))
    }
  }
}

extension Location {
  /// Where something lies that must be inside twice.
  func and(_ other: Location) -> Location {
    if self == .outside || other == .outside { return .outside }
    return self == .onBorder || other == .onBorder ? .onBorder : .inside
  }
}
