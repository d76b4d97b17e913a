public import Geodesy
public import Quantities

/// One stay of a path inside an airspace: where it came in and went out, how far it flew there,
/// and how deep it came.
public struct PathCrossing: Hashable, Sendable {
  /// Which of the paths it is, counted from 0.
  public let path: Int
  /// Where it came in; nothing where the path begins inside.
  public let entry: Passage?
  /// Where it went out; nothing where the path ends inside.
  public let exit: Passage?
  /// The way flown inside.
  public let length: Length
  /// Where it was furthest from the border; nothing where an extract holds no border.
  public let deepest: Deepest?
  /// How many places of the path lie inside on this stay; those on the line do not.
  public let placesInside: Int

  /// Whether the path was seen to enter and to leave.
  public var isComplete: Bool { entry != nil && exit != nil }

  /// A point where a path meets a border.
  public struct Passage: Hashable, Sendable {
    public let position: Position
    public let place: GeodeticCoordinate
  }

  /// The deepest point of a stay.
  public struct Deepest: Hashable, Sendable {
    public let position: Position
    public let place: GeodeticCoordinate
    /// The distance to the border.
    public let depth: Length
    /// The nearest point of the border.
    public let foot: GeodeticCoordinate
  }

  /// How far along its path a point lies.
  public struct Position: Hashable, Sendable {
    /// The leg, by the number of the place of the path at which it begins.
    public let leg: Int
    /// The share of the leg's length that lies before the point, 0…1.
    ///
    /// Along a leg that is flown at a constant speed, it is the share of its time too.
    public let fraction: Double

    public init(leg: Int, fraction: Double) { (self.leg, self.fraction) = (leg, fraction) }
  }
}
