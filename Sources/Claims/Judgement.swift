public import Flights
public import Quantities

/// One reading of one claim, held against one track and one border.
public struct Judgement: Hashable, Sendable {
  public let verdict: Verdict

  /// How far the computed value lies inside (+) or outside (−) what is claimed, in the claim's
  /// unit; zero where nothing could be computed.
  public let margin: Measure

  /// The half width of the margin's 95 % interval, in the same unit.
  public let uncertainty: Measure

  /// What was computed, in the claim's unit.
  public let computed: Measure?

  /// Why nothing could be decided, or what a margin of another unit means.
  public let remark: Remark?

  /// What a duration, length or depth inside rests on.
  public let restsOn: Basis?

  public enum Remark: Hashable, Sendable {
    /// The track has no such event or moment, or its place is not known.
    case missing(String)
    /// The claim presupposes an entry and there is none: the margin is how far the track kept out.
    case neverInside
    /// The track keeps out, or is inside, by less than the border line may be displaced.
    case withinDisplacement
    /// What the altitude is counted from is not known.
    case altitudeReferenceUnknown
    /// Border beyond the extract's window may be nearer.
    case beyondTheData
    /// The limit of an envelope that decides, what is flown there, and when.
    case limit(FlightEnvelope.Limit, value: Measure, bound: Measure, at: Instant)
    /// How many of the aircraft that have a track were inside: surely, and possibly.
    case aircraftInside(least: Int, most: Int)
  }

  /// How much of what a number rests on was seen.
  public struct Basis: Hashable, Sendable {
    public let fixesInside: Int
    /// The share of the time inside that no fix bounds on both sides within it, 0…1.
    public let interpolatedShare: Double
  }
}
