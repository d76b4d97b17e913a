public import Quantities

/// What an encounter comes to in numbers: all that claims about the stay inside are judged by.
///
/// It holds no places, no names and nothing that is counted: many variants and samples are told by
/// their findings alone, where a ``Replay`` of each would take many times as long.
public struct Findings: Hashable, Sendable {
  public var figures = EncounterFigures()
  /// Where it was deepest inside.
  public var deepest: Approach?
  /// Where a track came nearest that is never inside.
  public var nearest: Approach?
  /// When it first entered or, if it was never inside, came nearest; nothing for a track that
  /// begins inside, which nobody saw enter.
  public var referenceTime: Instant?
  /// The ground speed at that time.
  public var referenceSpeed: Speed?
  public var borderShift = BorderShift()

  /// How far from the border it was.
  public struct Approach: Hashable, Sendable {
    /// Without sign.
    public var distance: Length
    /// Whether no border that an extract leaves out can be nearer there.
    public var isCertain: Bool

    public init(distance: Length, isCertain: Bool) {
      (self.distance, self.isCertain) = (distance, isCertain)
    }
  }

  /// How much a number changes for each meter by which the border line moves across itself.
  ///
  /// The line moves independently where the track comes in and where it goes out.
  public struct BorderShift: Hashable, Sendable {
    /// Seconds a meter.
    public var duration = 0.0
    /// Meters a meter.
    public var length = 0.0
    /// Of the first entry, in seconds a meter.
    public var entryTime = 0.0
    /// Of the greatest depth from an entry, in meters a meter.
    public var entryDepth = 0.0

    public init() {}
  }

  /// Of a track of which nothing is known but that it was never inside.
  public init() {}
}

extension Findings {
  /// How deep inside the track came, or how near from outside; nothing where there is no border.
  public var approach: Approach? { deepest ?? nearest }

  /// Whether it was inside at some moment.
  public var isInside: Bool { figures.crossings > 0 }
}
