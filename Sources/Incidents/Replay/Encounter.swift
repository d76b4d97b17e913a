public import Airspaces
public import Geodesy
public import Quantities

/// How a track meets a border: its crossings, its grazes, and how near it comes.
public struct Encounter: Sendable {
  /// Every stay inside, in rising time; a re-entry is a crossing of its own.
  public let crossings: [Crossing]

  /// Every touch of the border that does not change the side.
  public let grazes: [BorderPassage]

  /// The nearest approach of a track that is never inside.
  public let nearestApproach: BorderApproach?
}

/// A moment at which a track is on the border.
public struct BorderPassage: Hashable, Sendable {
  public let time: Instant
  public let place: GeodeticCoordinate
  public let groundSpeed: Speed
  /// The angle between track and border, 0°…90°.
  public let angle: Angle
  /// Where on the track it is: the leg, and the share of its length and time.
  public let position: PathCrossing.Position
}

extension BorderPassage {
  /// How much earlier or later the passage is when the border is displaced across itself.
  ///
  /// - Parameter displacement: How far, across the border line.
  /// - Returns: To first order; for a track along the border as for an angle whose sine is 1/1000.
  public func timeUncertainty(_ displacement: Length) -> TimeSpan {
    displacement / groundSpeed / boundedSine
  }
}

/// A moment at which a track is as near to the border, or as deep inside, as it gets.
public struct BorderApproach: Hashable, Sendable {
  public let time: Instant
  public let place: GeodeticCoordinate
  /// The distance to the border, without sign.
  public let distance: Length
  /// The nearest point of the border.
  public let foot: GeodeticCoordinate
  /// Whether no border that an extract leaves out can be nearer there.
  public let isCertain: Bool
  /// Where on the track it is: the leg, and the share of its length and time.
  public let position: PathCrossing.Position
}

extension BorderApproach {
  /// The distance, if no border that an extract leaves out can be nearer.
  public var certainDistance: Length? { isCertain ? distance : nil }
}

/// One stay of a track inside an airspace.
public struct Crossing: Hashable, Sendable {
  /// Where it came in; nothing where the track begins inside.
  public let entry: BorderPassage?
  /// Where it went out; nothing where the track ends inside.
  public let exit: BorderPassage?
  public let start: Instant
  public let end: Instant
  /// Where on the track it begins and ends.
  let startPosition, endPosition: PathCrossing.Position
  /// The way flown inside.
  public let length: Length
  /// Where it was furthest from the border.
  public let deepest: BorderApproach?
  /// How far north of the border's southernmost point it came, along the meridian; negative
  /// where it stayed south of it, and nothing where an extract does not hold that point.
  public let depthFromSouthernTip: Length?
  /// How far it came from where it entered; nothing where the track begins inside.
  public let depthFromEntry: Length?
  /// How many fixes of the track lie inside; the rest is interpolated.
  public let fixesInside: Int

  public var duration: TimeSpan { end.since(start) }

  /// Whether the track was seen to enter and to leave.
  public var isComplete: Bool { entry != nil && exit != nil }
}

extension Encounter {
  /// The time inside, over all crossings.
  public var durationInside: TimeSpan {
    crossings.reduce(.zero) { $0 + $1.duration }
  }

  /// The way flown inside, over all crossings.
  public var lengthInside: Length {
    crossings.reduce(.zero) { $0 + $1.length }
  }

  /// The deepest point of all crossings.
  public var deepest: BorderApproach? {
    crossings.compactMap(\.deepest).max { $0.distance < $1.distance }
  }
}
