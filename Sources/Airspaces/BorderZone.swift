public import Quantities

/// The strip along one side of a border: a buffer or engagement zone, which is no state's airspace.
///
/// It ends on its one side at the border, exactly, and on its other at the breadth, to 0.1 mm.
/// Whether a mile is a statute or a nautical one is said by who makes the `Length`.
public struct BorderZone: Sendable {
  /// On which side of the border a zone lies.
  public enum Side: String, CaseIterable, Hashable, Sendable {
    /// All places within the border that are less than the breadth away from it.
    case inside
    /// All places beyond the border that are less than the breadth away from it.
    case outside
  }

  public let side: Side
  public let border: PreparedBorder
  /// How far the zone goes along the ellipsoid; above zero and finite.
  public let breadth: Length

  /// - Parameters:
  ///   - side: On which side of the border the zone lies.
  ///   - border: What it is a strip of.
  ///   - breadth: How far it goes.
  /// - Throws: ``RegionError`` for a breadth that is not above zero.
  public init(
    _ side: Side, of border: PreparedBorder, within breadth: Length
  ) throws(RegionError) {
    guard breadth > .zero, breadth.meters < .infinity else { throw .breadthNotPositive(breadth) }
    (self.side, self.border, self.breadth) = (side, border, breadth)
  }
}
