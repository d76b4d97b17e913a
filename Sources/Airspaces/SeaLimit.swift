public import Quantities

/// Where the sea of one state ends, if the land of another is near.
public enum OppositeStateRule: String, CaseIterable, Hashable, Sendable {
  /// At the line every point of which is equally far from both lands, or at the breadth, whichever
  /// comes first.
  ///
  /// - Source: United Nations Convention on the Law of the Sea (1982), article 15: failing
  ///   agreement to the contrary. Historic title and special circumstances, of which the article
  ///   speaks too, are for the caller to draw.
  case equidistance
  /// At the full breadth, as a state may claim it; the land of the others alone is left out.
  case fullBreadth = "full-breadth"
}

/// Land, and the sea beside it up to a breadth.
///
/// A place is inside on the land, on its coast, or less than ``breadth`` away from it along the
/// ellipsoid, and nearer to it than to the land of any opposite state where that is the
/// ``rule``. What counts as on the line:
/// - The line at the breadth, and the line of equal distance, to 0.1 mm.
/// - A land border that both states share, exactly. One state's coast is inside its own region
///   and outside that of the other.
/// - Where two lands overlap, because their sources differ, ``OppositeStateRule/equidistance``
///   parts the overlap where both are equally deep, and ``OppositeStateRule/fullBreadth`` leaves
///   it to the others. A gap between them is sea here.
///
/// The breadth is measured from the land as it is given. A state that measures from straight
/// baselines needs a land that is closed by them. A neighbour that is not named as opposite does
/// not exist here: its land lies inside where it is near enough.
public struct SeaLimit: Sendable {
  public let land: PreparedBorder
  /// How far the sea goes along; above zero and finite.
  public let breadth: Length
  /// The land of each state across the sea or beside it.
  public let opposite: [PreparedBorder]
  public let rule: OppositeStateRule

  /// - Parameters:
  ///   - land: The land that the sea belongs to.
  ///   - breadth: 12 NM at most for a territorial sea (article 3 of the Convention).
  ///   - opposite: The land of each other state that is near enough to matter.
  ///   - rule: What the others take away.
  /// - Throws: ``RegionError`` for a breadth that is not above zero.
  public init(
    land: PreparedBorder, breadth: Length, opposite: [PreparedBorder] = [],
    rule: OppositeStateRule = .equidistance
  ) throws(RegionError) {
    guard breadth > .zero, breadth.meters < .infinity else { throw .breadthNotPositive(breadth) }
    (self.land, self.breadth, self.opposite, self.rule) = (land, breadth, opposite, rule)
  }
}
