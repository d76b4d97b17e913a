public import Geodesy
public import Quantities

/// Where a falling body is, and how it moves.
///
/// A value of this type is always valid: its numbers are finite, and its ground speed is not
/// negative.
public struct FallState: Hashable, Sendable {
  public let place: GeodeticCoordinate
  /// Above mean sea level.
  public let height: Length
  /// The direction of motion over the ground, clockwise from true north.
  public let trackAngle: Angle
  public let groundSpeed: Speed
  /// Upwards; negative where the body descends.
  public let verticalSpeed: Speed

  /// - Parameters:
  ///   - place: Its height is not looked at.
  ///   - height: Above mean sea level.
  ///   - trackAngle: The direction of motion over the ground, clockwise from true north.
  ///   - groundSpeed: Zero or more.
  ///   - verticalSpeed: Upwards.
  /// - Throws: ``FallError/notFinite`` or ``FallError/groundSpeedNegative(_:)``.
  public init(
    place: GeodeticCoordinate, height: Length, trackAngle: Angle, groundSpeed: Speed,
    verticalSpeed: Speed = .zero
  ) throws(FallError) {
    guard height.meters.isFinite, trackAngle.degrees.isFinite,
      groundSpeed.metersPerSecond.isFinite, verticalSpeed.metersPerSecond.isFinite
    else { throw .notFinite }
    guard groundSpeed >= .zero else { throw .groundSpeedNegative(groundSpeed) }
    (self.place, self.height, self.trackAngle) = (place, height, trackAngle)
    (self.groundSpeed, self.verticalSpeed) = (groundSpeed, verticalSpeed)
  }

  /// The state after a motion that began at another.
  init(_ motion: FallMotion, from start: FallState) {
    let offset = PlaneVector(east: motion.position.x, north: motion.position.y)
    let velocity = PlaneVector(east: motion.velocity.x, north: motion.velocity.y)
    let direction = velocity == .zero ? start.trackAngle : velocity.azimuth
    if offset == .zero {
      (place, trackAngle) = (start.place, direction)
    } else {
      let line = GeodesicLine(from: start.place, azimuth: offset.azimuth)
      let arrived = line.placeAndAzimuth(at: .meters(offset.length))
      // Directions are kept against the line from the start, as in the plane there.
      place = arrived.place
      trackAngle = (direction + arrived.azimuth - offset.azimuth).wrappedToFullTurn
    }
    height = .meters(motion.position.z)
    groundSpeed = .metersPerSecond(velocity.length)
    verticalSpeed = .metersPerSecond(motion.velocity.z)
  }

  /// The motion that begins here, with the place as its origin.
  var motion: FallMotion {
    let level = PlaneVector(azimuth: trackAngle, length: groundSpeed.metersPerSecond)
    return FallMotion(
      position: SIMD3(0, 0, height.meters),
      velocity: SIMD3(level.east, level.north, verticalSpeed.metersPerSecond))
  }
}

/// A position and a velocity: to the east, to the north, and up from mean sea level.
struct FallMotion: Hashable, Sendable {
  var position, velocity: SIMD3<Double>
}

/// Why a fall cannot be computed.
public enum FallError: Error, Hashable {
  case notFinite
  case groundSpeedNegative(Speed)
  case terrainAboveStart(terrain: Length, start: Length)
  case ballisticCoefficientOutOfRange(BallisticCoefficient)
  /// The terrain lies below the air of ``StandardAtmosphere``.
  case terrainBelowAtmosphere(Length)
  /// A fall with drag from a height or at a speed that has nothing to do with aircraft.
  case beyondModel
}

extension FallError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFinite: "a fall has a number that is not finite"
    case .groundSpeedNegative(let speed):
      "a fall needs a ground speed of zero or more, not \(speed.metersPerSecond) m/s"
    case .terrainAboveStart(let terrain, let start):
      "a body at \(start.meters) m cannot fall on terrain at \(terrain.meters) m"
    case .ballisticCoefficientOutOfRange(let coefficient):
      "a falling body needs a finite ballistic coefficient of 0.1 kg/m² or more, not "
        + "\(coefficient.kilogramsPerSquareMeter) kg/m²"
    case .terrainBelowAtmosphere(let terrain):
      "the standard atmosphere has no air down to terrain at \(terrain.meters) m"
    case .beyondModel:
      "a fall with drag may begin up to 1000 km high, with speeds and winds up to 100 km/s"
    }
  }
}
