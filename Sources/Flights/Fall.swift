import Geodesy
public import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The fall of a body without lift or thrust, down to terrain of one height.
///
///     let fall = try Fall(
///       from: FallState(
///         place: hit, height: .feet(19_000), trackAngle: .degrees(280), groundSpeed: .knots(500)),
///       toTerrain: .meters(700), ballisticCoefficient: .kilogramsPerSquareMeter(1500))
///     fall.duration.seconds
///
/// Gravity is the standard one at every height, the ground is level, and distances are those of the
/// ellipsoid below: for a fall from 6 km each of these is off by some tenths of a percent. Without
/// a ballistic coefficient there is no drag, and then no wind either; with one, drag is
/// ½ρu²·C_D·A against the motion through the air, in the density of ``StandardAtmosphere``, and
/// none above it. Across its track a body is carried by the wind alone.
///
/// - Accuracy: Without drag, closed forms. With drag within 0.01 mm and 1 µs of the equations of
///   motion for ballistic coefficients from 0.5 kg/m²: the tests hold it against closed forms in
///   air of one density.
public struct Fall: Sendable {
  public let start: FallState
  /// Above mean sea level.
  public let terrain: Length
  public let ballisticCoefficient: BallisticCoefficient?
  public let wind: Wind

  public let duration: TimeSpan
  /// Where and how the body meets the terrain.
  public let impact: FallState

  /// The steps of a fall with drag; none of one without.
  private let steps: [FallStep]
  private let drag: FallDrag?

  /// - Parameters:
  ///   - start: Where the fall begins, and how fast.
  ///   - terrain: The height of the ground above mean sea level, not above the start.
  ///   - ballisticCoefficient: 0.1 kg/m² or more; nothing for a fall without drag.
  ///   - wind: How the air moves.
  /// - Throws: ``FallError``.
  public init(
    from start: FallState, toTerrain terrain: Length,
    ballisticCoefficient: BallisticCoefficient? = nil, wind: Wind = .calm
  ) throws(FallError) {
    try self.init(
      from: start, toTerrain: terrain, ballisticCoefficient: ballisticCoefficient, wind: wind,
      density: nil)
  }

  /// The same in air of one density, for which there are closed forms to test against.
  package init(
    from start: FallState, toTerrain terrain: Length,
    ballisticCoefficient: BallisticCoefficient?, wind: Wind, density: Density?
  ) throws(FallError) {
    guard terrain.meters.isFinite, wind.speed.metersPerSecond.isFinite else { throw .notFinite }
    guard terrain <= start.height else {
      throw .terrainAboveStart(terrain: terrain, start: start.height)
    }
    (self.start, self.terrain, self.wind) = (start, terrain, wind)
    self.ballisticCoefficient = ballisticCoefficient
    guard let ballisticCoefficient else {
      (steps, drag) = ([], nil)
      duration = .seconds(start.motion.timeOfFreeFall(to: terrain.meters))
      guard duration.seconds.isFinite else { throw .notFinite }
      var landed = start.motion.freelyFalling(for: duration.seconds)
      landed.position.z = terrain.meters
      impact = FallState(landed, from: start)
      return
    }
    guard ballisticCoefficient.kilogramsPerSquareMeter >= 0.1,
      ballisticCoefficient.kilogramsPerSquareMeter.isFinite
    else { throw .ballisticCoefficientOutOfRange(ballisticCoefficient) }
    guard terrain >= .kilometers(-5) else { throw .terrainBelowAtmosphere(terrain) }
    let speeds = [start.groundSpeed, start.verticalSpeed.absolute, wind.speed]
    guard start.height <= .kilometers(1000), speeds.allSatisfy({ $0 <= .metersPerSecond(1e5) })
    else { throw .beyondModel }
    let drag = FallDrag(
      coefficient: ballisticCoefficient, wind: wind.velocity, constantDensity: density)
    steps = drag.steps(from: start.motion, to: terrain.meters)
    self.drag = drag
    let last = steps[steps.count - 1]
    duration = .seconds(last.time)
    impact = FallState(last.motion, from: start)
  }
}

extension Fall {
  /// How far the place of impact is from where the fall began.
  public var distance: Length { GeodesicLeg(from: start.place, to: impact.place).length }

  /// The speed of impact over the ground, downwards and forwards together.
  public var impactSpeed: Speed {
    .metersPerSecond(
      hypot(impact.groundSpeed.metersPerSecond, impact.verticalSpeed.metersPerSecond))
  }

  /// How steeply the body comes in: 90° straight down.
  public var impactAngle: Angle {
    .radians(
      atan2(-impact.verticalSpeed.metersPerSecond, impact.groundSpeed.metersPerSecond))
  }

  /// The body after a part of the fall, or nothing before its start and after its end.
  public func state(after span: TimeSpan) -> FallState? {
    guard span >= .zero, span <= duration else { return nil }
    if span == duration { return impact }
    guard let drag, let step = steps.last(where: { $0.time <= span.seconds }) else {
      return FallState(start.motion.freelyFalling(for: span.seconds), from: start)
    }
    let motion = drag.advanced(step.motion, by: span.seconds - step.time).motion
    return FallState(motion, from: start)
  }

  /// How much lower the body is after a part of the fall, or nothing after its end.
  ///
  /// Negative where it is still higher than it began.
  public func heightLost(in span: TimeSpan) -> Length? {
    state(after: span).map { start.height - $0.height }
  }
}
