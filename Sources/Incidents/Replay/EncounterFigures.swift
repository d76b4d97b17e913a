public import Quantities

/// What rows and summaries tell of an encounter: its figures, without the places.
public struct EncounterFigures: Hashable, Sendable {
  /// How many stays inside there are.
  public var crossings = 0
  /// Whether every stay was seen to begin and to end.
  public var isComplete = true
  /// The first entry and the last exit, where they were seen.
  public var entry, exit: Instant?
  /// Over all stays.
  public var duration = TimeSpan.zero
  public var length = Length.zero
  /// The greatest distance from the border; nothing where border beyond an extract could be nearer.
  public var depth: Length?
  /// How far north of the border's southernmost point it came; nothing where an extract does not hold
  /// that.
  public var southernTipDepth: Length?
  /// How far it came from where it entered.
  public var entryDepth: Length?
  /// How near a track came that is never inside; nothing where border beyond an extract could be
  /// nearer.
  public var nearestApproach: Length?
  /// The ground speed at the first entry.
  public var entrySpeed: Speed?

  /// Of a track of which nothing is known but that it was never inside.
  public init() {}
}
