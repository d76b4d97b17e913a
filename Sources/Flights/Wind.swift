import Geodesy
public import Quantities

/// A wind that is the same everywhere: how the air moves over the ground.
///
///     let wind = Wind(from: .degrees(240), speed: .knots(35))
///
/// Its components point to north and east at every place, so that it blows along a parallel or a
/// meridian or keeps one angle to both.
public struct Wind: Hashable, Sendable {
  /// How fast the air moves to the north.
  public let north: Speed
  /// How fast the air moves to the east.
  public let east: Speed

  public static let calm = Wind(north: .zero, east: .zero)

  public init(north: Speed, east: Speed) { (self.north, self.east) = (north, east) }

  /// - Parameters:
  ///   - direction: Where the air comes from, clockwise from true north, as winds are told.
  ///   - speed: How fast it moves.
  public init(from direction: Angle, speed: Speed) {
    let from = SineCosine(degrees: direction.degrees)
    self.init(north: speed * -from.cosine, east: speed * -from.sine)
  }
}

extension Wind {
  public var speed: Speed { .metersPerSecond(velocity.length) }

  /// Where the air comes from, in 0°…<360°; 0° in a calm.
  public var direction: Angle {
    self == .calm ? .zero : (-velocity).azimuth.wrappedToFullTurn
  }

  var velocity: PlaneVector {
    PlaneVector(east: east.metersPerSecond, north: north.metersPerSecond)
  }
}
