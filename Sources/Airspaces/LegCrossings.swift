public import Geodesy
public import Geometry
public import Quantities

/// Where a leg meets a border, by the distance flown along it.
public struct LegCrossings: Hashable, Sendable {
  /// A piece of the leg on one side of the border, or along it.
  public struct Piece: Hashable, Sendable {
    public let location: Location
    /// The distance along the leg at which the piece begins and ends.
    public let start: Length
    public let end: Length

    public var length: Length { end - start }
  }

  /// A point where the leg meets the border.
  public struct Contact: Hashable, Sendable {
    /// The distance along the leg.
    public let at: Length
    public let place: GeodeticCoordinate
    /// The angle between leg and edge there, 0°…90°.
    public let angle: Angle
  }

  /// The pieces in flying order; two that follow each other differ, or touch the border between.
  public let pieces: [Piece]

  /// The contacts between the pieces, one fewer than these.
  public let contacts: [Contact]

  /// The contact at the very start of the leg, and at its very end, if the leg begins or ends on
  /// the border.
  public let atStart: Contact?
  public let atEnd: Contact?
}
