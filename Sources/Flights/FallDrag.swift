import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A moment of a fall, in seconds from its start.
struct FallStep: Sendable {
  let time: Double
  let motion: FallMotion
}

extension FallMotion {
  /// The motion after a time without drag.
  func freelyFalling(for time: Double) -> FallMotion {
    let gravity = SIMD3(0, 0, -Acceleration.standardGravity.metersPerSecondSquared)
    return FallMotion(
      position: position + velocity * time + gravity * (time * time / 2),
      velocity: velocity + gravity * time)
  }

  /// The time without drag to a height that is not above.
  func timeOfFreeFall(to height: Double) -> Double {
    let gravity = Acceleration.standardGravity.metersPerSecondSquared
    let (up, drop) = (velocity.z, position.z - height)
    let speed = (up * up + 2 * gravity * drop).squareRoot()
    // Of the two ways to write the root, the one that does not cancel.
    guard up < 0 else { return (up + speed) / gravity }
    return 2 * drop / (speed - up)
  }
}

/// What a body feels that falls through air.
struct FallDrag: Sendable {
  /// ½/(m/(C_D·A)), in m²/kg.
  private let factor: Double
  private let wind: SIMD3<Double>
  /// For tests: what stands for the standard atmosphere, in kg/m³.
  private let constantDensity: Double?

  init(coefficient: BallisticCoefficient, wind: PlaneVector, constantDensity: Density?) {
    factor = 0.5 / coefficient.kilogramsPerSquareMeter
    self.wind = SIMD3(wind.east, wind.north, 0)
    self.constantDensity = constantDensity?.kilogramsPerCubicMeter
  }

  private func density(atHeight height: Double) -> Double {
    if let constantDensity { return constantDensity }
    let altitude = StandardAtmosphere.geopotentialAltitude(ofHeight: .meters(height))
    // A step may try a place below the terrain, and so below the air.
    let air = StandardAtmosphere(altitude: max(.kilometers(-5), altitude))
    return air?.density.kilogramsPerCubicMeter ?? 0
  }

  /// Gravity and drag per mass.
  private func acceleration(of motion: FallMotion) -> SIMD3<Double> {
    let through = motion.velocity - wind
    let speed = (through * through).sum().squareRoot()
    let drag = through * (-factor * density(atHeight: motion.position.z) * speed)
    return drag - SIMD3(0, 0, Acceleration.standardGravity.metersPerSecondSquared)
  }
}

extension FallDrag {
  /// The error that a step may add, in meters and in meters per second.
  private static let tolerance = 1e-7

  /// The motion step by step, the last of them at `terrain`.
  ///
  /// - Precondition: The motion does not begin below the terrain.
  func steps(from start: FallMotion, to terrain: Double) -> [FallStep] {
    var steps = [FallStep(time: 0, motion: start)]
    var (now, step) = (steps[0], 0.01)
    guard start.position.z > terrain || start.velocity.z > 0 else { return steps }
    while true {
      let (motion, error) = advanced(now.motion, by: step)
      let ratio = error / Self.tolerance
      if ratio <= 1 {
        guard motion.position.z > terrain else {
          let last = bisection(from: 0, to: step) {
            advanced(now.motion, by: $0).motion.position.z > terrain
          }
          var landed = advanced(now.motion, by: last).motion
          landed.position.z = terrain
          steps.append(FallStep(time: now.time + last, motion: landed))
          return steps
        }
        now = FallStep(time: now.time + step, motion: motion)
        steps.append(now)
      }
      // The fifth root of the error, with some reserve; at most twice, a fifth and two seconds.
      step = min(2, step * min(2, max(0.2, 0.9 * pow(max(ratio, 1e-10), -0.2))))
    }
  }

  /// The motion after a time, and the estimated error, by one step of the method of order 5.
  ///
  /// - Source: J. R. Dormand, P. J. Prince, "A family of embedded Runge-Kutta formulae",
  ///   J. Comput. Appl. Math. 6 (1980) 19-26: RK5(4)7M.
  func advanced(_ start: FallMotion, by step: Double) -> (motion: FallMotion, error: Double) {
    var slopes: [FallMotion] = []
    for weights in Self.stages {
      let motion = start.moved(by: slopes, weights, step)
      slopes.append(FallMotion(position: motion.velocity, velocity: acceleration(of: motion)))
    }
    let end = start.moved(by: slopes, Self.fifthOrder, step)
    let last = FallMotion(position: end.velocity, velocity: acceleration(of: end))
    let zero = FallMotion(position: .zero, velocity: .zero)
    let error = zero.moved(by: slopes + [last], Self.errorWeights, step)
    let squares = error.position * error.position + error.velocity * error.velocity
    return (end, squares.sum().squareRoot())
  }

  private static let stages: [[Double]] = [
    [], [1 / 5.0], [3 / 40.0, 9 / 40.0], [44 / 45.0, -56 / 15.0, 32 / 9.0],
    [19_372 / 6561.0, -25_360 / 2187.0, 64_448 / 6561.0, -212 / 729.0],
    [9017 / 3168.0, -355 / 33.0, 46_732 / 5247.0, 49 / 176.0, -5103 / 18_656.0],
  ]
  private static let fifthOrder = [
    35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0,
  ]
  /// The weights of order 5 less those of order 4.
  private static let errorWeights = [
    71 / 57_600.0, 0, -71 / 16_695.0, 71 / 1920.0, -17_253 / 339_200.0, 22 / 525.0, -1 / 40.0,
  ]
}

extension FallMotion {
  fileprivate func moved(
    by slopes: [FallMotion], _ weights: [Double], _ step: Double
  ) -> FallMotion {
    var moved = self
    for (slope, weight) in zip(slopes, weights) {
      moved.position += slope.position * (weight * step)
      moved.velocity += slope.velocity * (weight * step)
    }
    return moved
  }
}
