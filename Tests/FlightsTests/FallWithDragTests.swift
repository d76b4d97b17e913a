import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare
private let g = 9.806_65

@Suite struct `A fall with drag` {
  private func start(
    height: Double, groundSpeed: Double = 0, climb: Double = 0, track: Double = 90,
    at place: GeodeticCoordinate? = nil
  ) throws -> FallState {
    try FallState(
      place: try place ?? World.place(20), height: .meters(height), trackAngle: .degrees(track),
      groundSpeed: .metersPerSecond(groundSpeed), verticalSpeed: .metersPerSecond(climb))
  }

  private func fall(
    _ start: FallState, to terrain: Double = 0, coefficient: Double, wind: Wind = .calm,
    density: Double? = nil
  ) throws -> Fall {
    try Fall(
      from: start, toTerrain: .meters(terrain),
      ballisticCoefficient: .kilogramsPerSquareMeter(coefficient), wind: wind,
      density: density.map(Density.kilogramsPerCubicMeter))
  }

  /// From rest in air of one density: v = v_t·tanh(gt/v_t), and the height lost is
  /// v_t²/g·ln cosh(gt/v_t), with v_t = √(2gβ/ρ).
  @Test(arguments: [0.5, 1, 20, 300, 5000], [0.3, 1.225])
  func `from rest follows the closed form`(coefficient: Double, density: Double) throws {
    let fall = try fall(start(height: 3000), coefficient: coefficient, density: density)
    let terminal = (2 * g * coefficient / density).squareRoot()
    // acosh x = ln(2x) for large x, where e to the power of it would overflow.
    let power = g * 3000 / (terminal * terminal)
    let seconds =
      terminal / g * (power > 300 ? power + log(2) : acosh(exp(power)))
    #expect(abs(fall.duration.seconds - seconds) < 1e-6)
    #expect(
      abs(fall.impactSpeed.metersPerSecond - terminal * tanh(g * seconds / terminal)) < 1e-6)
    for share in [0.1, 0.37, 0.9] {
      let span = TimeSpan.seconds(seconds * share)
      let x = g * span.seconds / terminal
      // ln cosh x without overflow.
      let lost = terminal * terminal / g * (x + log1p(exp(-2 * x)) - log(2))
      #expect(try abs(#require(fall.heightLost(in: span)).meters - lost) < 1e-5)
    }
  }

  /// Straight up at v₀: the top is v_t²/2g·ln(1 + v₀²/v_t²) higher, after v_t/g·atan(v₀/v_t).
  @Test(arguments: [(80.0, 200.0), (2000, 400), (5, 30)])
  func `thrown up reaches the top of the closed form`(coefficient: Double, up: Double) throws {
    let fall = try fall(start(height: 0, climb: up), coefficient: coefficient, density: 1.1)
    let terminal = (2 * g * coefficient / 1.1).squareRoot()
    let seconds = terminal / g * atan(up / terminal)
    let top = terminal * terminal / (2 * g) * log1p(up * up / (terminal * terminal))
    let state = try #require(fall.state(after: .seconds(seconds)))
    #expect(abs(state.height.meters - top) < 1e-5)
    #expect(abs(state.verticalSpeed.metersPerSecond) < 1e-6)
    // And down again as from rest.
    let down = terminal / g * acosh(exp(g * top / (terminal * terminal)))
    #expect(abs(fall.duration.seconds - seconds - down) < 1e-6)
  }

  /// A body that moves with the wind falls straight through the air, which carries it along.
  @Test func `is carried along by the wind that it moves with`() throws {
    let wind = Wind(from: .degrees(270), speed: .metersPerSecond(30))
    let drifting = try fall(
      start(height: 3000, groundSpeed: 30), coefficient: 50, wind: wind, density: 1)
    let still = try fall(start(height: 3000), coefficient: 50, density: 1)
    #expect(abs(drifting.duration.seconds - still.duration.seconds) < 1e-9)
    #expect(abs(drifting.distance.meters - 30 * drifting.duration.seconds) < 1e-6)
  }

  /// What happens in moving air is what happens in still air, moved along.
  @Test(arguments: UInt64(1)...20)
  func `is the same in a wind, seen from the air`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let coefficient = Double.random(in: 10...3000, using: &random)
    let (east, north) = (
      Double.random(in: -40...40, using: &random), Double.random(in: -40...40, using: &random)
    )
    let groundSpeed = Double.random(in: 50...300, using: &random)
    let track = Double.random(in: 0...360, using: &random)
    let climb = Double.random(in: -50...50, using: &random)
    let wind = Wind(north: .metersPerSecond(north), east: .metersPerSecond(east))
    let windy = try fall(
      start(height: 6000, groundSpeed: groundSpeed, climb: climb, track: track),
      coefficient: coefficient, wind: wind)
    let air = WindTriangle(
      trackAngle: .degrees(track), groundSpeed: .metersPerSecond(groundSpeed), wind: wind)
    let calm = try fall(
      start(
        height: 6000, groundSpeed: air.trueAirspeed.metersPerSecond, climb: climb,
        track: air.heading.degrees), coefficient: coefficient)
    let seconds = windy.duration.seconds
    #expect(abs(seconds - calm.duration.seconds) < 1e-6)
    let plane = WaypointPlane(middle: try World.place(20))
    let (moved, still) = (
      plane.offset(of: windy.impact.place), plane.offset(of: calm.impact.place)
    )
    #expect(abs(moved.east - still.east - east * seconds) < 1e-3)
    #expect(abs(moved.north - still.north - north * seconds) < 1e-3)
  }

  /// Against small steps in the test's own air: up to 11 km
  /// ρ = 1.225·(1 − 0.0065H/288.15)^4.255 88 in geopotential meters.
  @Test(arguments: [(5791.0, 250.0, 0.0, 1500.0), (5791, 250, 0, 150), (9000, 300, -40, 600)])
  func `in the standard atmosphere is what small steps add up to`(
    height: Double, groundSpeed: Double, climb: Double, coefficient: Double
  ) throws {
    let fall = try fall(
      start(height: height, groundSpeed: groundSpeed, climb: climb), to: 700,
      coefficient: coefficient)
    func drag(_ z: Double, _ u: Double, _ w: Double) -> Double {
      let H = 6_356_766 * z / (6_356_766 + z)
      let density = 1.225 * pow(1 - 0.0065 * H / 288.15, 4.255_88)
      return density * hypot(u, w) / (2 * coefficient)
    }
    var (time, x, z, u, w) = (0.0, 0.0, height, groundSpeed, climb)
    let step = 1e-3
    while true {
      let k = drag(z, u, w)
      let (middleU, middleW) = (u - step / 2 * k * u, w - step / 2 * (k * w + g))
      let middle = drag(z + w * step / 2, middleU, middleW)
      let below = z + middleW * step
      if below < 700 {
        let share = (z - 700) / (z - below)
        (time, x) = (time + share * step, x + share * middleU * step)
        break
      }
      (x, z) = (x + middleU * step, below)
      (u, w) = (u - step * middle * middleU, w - step * (middle * middleW + g))
      time += step
    }
    #expect(abs(fall.duration.seconds / time - 1) < 1e-6)
    #expect(abs(fall.distance.meters / x - 1) < 2e-6)
    #expect(abs(fall.impactSpeed.metersPerSecond / hypot(u, w) - 1) < 1e-4)
  }

  /// √(2·9.80665·100/1.225) = 40.0136 m/s at the sea; the body is a little faster, for it comes
  /// from thinner air.
  @Test func `comes down at the speed at which drag carries its weight`() throws {
    let fall = try fall(start(height: 8000, groundSpeed: 250), coefficient: 100)
    let speed = fall.impactSpeed.metersPerSecond
    #expect(speed > 40.0136 && speed < 40.2)
    #expect(abs(fall.impactAngle.degrees - 90) < 0.01)
  }

  @Test func `is nearly free where the coefficient is huge`() throws {
    let start = try start(height: 5791, groundSpeed: 250)
    let (heavy, free) = (
      try fall(start, coefficient: 1e9), try Fall(from: start, toTerrain: .zero)
    )
    #expect(abs(heavy.duration.seconds - free.duration.seconds) < 1e-4)
    #expect(abs(heavy.distance.meters - free.distance.meters) < 0.02)
  }

  @Test func `of no height takes no time`() throws {
    let none = try fall(start(height: 700, groundSpeed: 100), to: 700, coefficient: 100)
    #expect(none.duration == .zero && none.distance == .zero)
    #expect(none.state(after: .zero) == none.impact)
  }

  @Test func `keeps to its track in a calm, where directions turn too`() throws {
    let place = try World.place(30, 65)
    let fall = try fall(
      start(height: 10_000, groundSpeed: 300, track: 77, at: place), coefficient: 5000)
    let arc = Geodesic.wgs84.inverse(from: place, to: fall.impact.place)
    #expect(abs(arc.initialAzimuth.degrees - 77) < 1e-9)
    #expect(abs((arc.finalAzimuth - fall.impact.trackAngle).degrees) < 1e-9)
  }

  @Test(arguments: [0, -5, 0.09, .infinity, .nan] as [Double])
  func `is refused for a body without a ballistic coefficient`(value: Double) throws {
    let start = try start(height: 1000)
    let error = #expect(throws: FallError.self) { try fall(start, coefficient: value) }
    #expect(error?.description.contains("\(value) kg/m²") == true)
  }

  @Test func `is refused where there is no air, and where no aircraft is`() throws {
    let start = try start(height: 1000)
    #expect(throws: FallError.terrainBelowAtmosphere(.meters(-5001))) {
      try fall(start, to: -5001, coefficient: 10)
    }
    let high = try self.start(height: 2e6)
    #expect(throws: FallError.beyondModel) { try fall(high, coefficient: 10) }
    let fast = try self.start(height: 1000, climb: 1e200)
    #expect(throws: FallError.beyondModel) { try fall(fast, coefficient: 10) }
    // Between the air's end and there, nothing slows the body down.
    let above = try self.start(height: 100_000)
    let lost = try #require(
      try fall(above, coefficient: 10).heightLost(in: .seconds(50)))
    #expect(abs(lost.meters - g * 1250) < 1e-3)
  }
}

@Suite struct `A band of falls` {
  @Test func `has the falls of its ends`() throws {
    let start = try FallState(
      place: try World.place(20), height: .meters(5791), trackAngle: .degrees(280),
      groundSpeed: .metersPerSecond(250))
    let band = try FallBand(
      from: start, toTerrain: .meters(700),
      ballisticCoefficients: .kilogramsPerSquareMeter(300)...(.kilogramsPerSquareMeter(3000)))
    #expect(band.durations == band.heaviest.duration...band.lightest.duration)
    #expect(band.distances == band.lightest.distance...band.heaviest.distance)
    #expect(band.impactSpeeds == band.lightest.impactSpeed...band.heaviest.impactSpeed)
    let free = try Fall(from: start, toTerrain: .meters(700))
    #expect(free.duration < band.durations.lowerBound)
  }

  @Test(arguments: UInt64(1)...40)
  func `holds the falls of all coefficients between`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let start = try FallState(
      place: try World.place(20), height: .meters(.random(in: 100...15_000, using: &random)),
      trackAngle: .degrees(280),
      groundSpeed: .metersPerSecond(.random(in: 0...500, using: &random)),
      verticalSpeed: .metersPerSecond(.random(in: -200...0, using: &random)))
    let logarithms = (0..<2).map { _ in Double.random(in: 1...9, using: &random) }.sorted()
    let ends = logarithms.map { BallisticCoefficient.kilogramsPerSquareMeter(exp($0)) }
    let band = try FallBand(
      from: start, toTerrain: .zero, ballisticCoefficients: ends[0]...ends[1])
    for _ in 0..<5 {
      let logarithm = Double.random(in: logarithms[0]...logarithms[1], using: &random)
      let fall = try Fall(
        from: start, toTerrain: .zero,
        ballisticCoefficient: .kilogramsPerSquareMeter(exp(logarithm)))
      #expect(band.durations.contains(fall.duration))
      #expect(band.distances.contains(fall.distance))
    }
  }
}
