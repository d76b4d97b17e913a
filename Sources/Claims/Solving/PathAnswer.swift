public import Incidents
public import Quantities

/// What a search for paths comes to.
public enum PathAnswer: Sendable {
  /// Paths hold.
  case found(PathRegion)
  /// None was found.
  case none(NoPath)
}

/// A path that a search tells of.
public struct FoundPath: Sendable {
  public let kind: Kind
  /// The path, and each requirement's judgement, as if the border were certain.
  public let judged: JudgedVariation
  /// How far it is flown from the given track: the root mean square of the distances at the same
  /// times, from a minute before that track's time inside to a minute after.
  public let apart: Length?
  /// The greatest distance of a requirement from the middle of what it asks, in half widths.
  public let worst: Double

  public enum Kind: Hashable, Sendable {
    /// The least distance from the given track.
    case nearest
    /// What is required holds best: its worst margin, in its half widths, is greatest.
    case central
    /// A parameter has the least, or the greatest, value with which a path was found to hold.
    case least(VariationParameter)
    case greatest(VariationParameter)
    /// Nothing was found to hold; of all that was tried, the worst margin is least negative.
    case closestMiss
  }
}

/// The paths that hold, as far as they were found.
public struct PathRegion: Sendable {
  /// The nearest, the central, and for each free parameter the least and the greatest.
  public let paths: [FoundPath]
  /// For each free parameter the values with which paths were found to hold, in its base unit.
  public let extents: [ClosedRange<Double>]
  public let share: SampledShare
}

/// Nothing was found to hold.
public struct NoPath: Sendable {
  public let closest: FoundPath
  /// Why nothing can hold, where that is known.
  public let proof: ChordProof?
}

/// The share of a box that something holds in, by even points of a part of it.
public struct SampledShare: Hashable, Sendable {
  public let value: Double
  /// The standard deviation of the mean of as many independent points; even ones do better.
  public let standardError: Double
  public let points: Int
  /// The share of the box that the part is.
  public let volume: Double

  /// - Parameters:
  ///   - shares: What holds at each point, 0…1.
  ///   - volume: The share of the box that the points fill.
  init(of shares: [Double], volume: Double) {
    let count = Double(shares.count)
    let mean = shares.reduce(0, +) / count
    let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, count - 1)
    (value, standardError) = (mean * volume, (variance / count).squareRoot() * volume)
    (points, self.volume) = (shares.count, volume)
  }
}
