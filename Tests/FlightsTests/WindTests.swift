import Flights
import Quantities
import Testing

@Suite struct `A wind` {
  @Test(arguments: [
    (0.0, -10.0, 0.0), (90, 0, -10), (180, 10, 0), (270, 0, 10), (360, -10, 0), (-90, 0, 10),
  ])
  func `blows away from where it comes from`(from: Double, north: Double, east: Double) {
    let wind = Wind(from: .degrees(from), speed: .metersPerSecond(10))
    #expect(wind.north == .metersPerSecond(north) && wind.east == .metersPerSecond(east))
    #expect(wind.direction == Angle.degrees(from).wrappedToFullTurn)
    #expect(wind.speed == .metersPerSecond(10))
  }

  /// From 240° at 20 m/s: it goes towards 60°, 20·cos 60° = 10 north, 20·sin 60° = 17.3205 east.
  @Test func `has the parts of its direction`() {
    let wind = Wind(from: .degrees(240), speed: .metersPerSecond(20))
    #expect(abs(wind.north.metersPerSecond - 10) < 1e-14)
    #expect(abs(wind.east.metersPerSecond - 17.320_508_075_688_77) < 1e-14)
    #expect(abs(wind.direction.degrees - 240) < 1e-12)
  }

  @Test func `may be none, and then comes from nowhere`() {
    #expect(Wind.calm.speed == .zero && Wind.calm.direction == .zero)
    #expect(Wind(from: .degrees(77), speed: .zero) == .calm)
  }
}

@Suite struct `A wind triangle` {
  private let airspeed = Speed.metersPerSecond(100)

  private func triangle(_ track: Double, wind: Wind) throws -> WindTriangle {
    try #require(
      WindTriangle(holding: .degrees(track), trueAirspeed: airspeed, wind: wind))
  }

  /// By hand: straight from ahead and behind 100 ∓ 60; from abeam √(100² − 60²) = 80, and the
  /// nose asin 0.6 = 36.869 897 6° into the wind.
  @Test(arguments: [
    (90.0, 40.0, 90.0), (270, 160, 90), (0, 80, 53.130_102_354_155_98),
    (180, 80, 126.869_897_645_844_02),
  ])
  func `on an eastward track is that of the hand`(
    from: Double, groundSpeed: Double, heading: Double
  ) throws {
    let wind = Wind(from: .degrees(from), speed: .metersPerSecond(60))
    let triangle = try triangle(90, wind: wind)
    #expect(abs(triangle.groundSpeed.metersPerSecond - groundSpeed) < 1e-12)
    #expect(abs(triangle.heading.degrees - heading) < 1e-12)
    #expect(triangle.trackAngle == .degrees(90) && triangle.trueAirspeed == airspeed)
  }

  @Test(arguments: [0.0, 17, 90, 133, 180, 271, 359.5], [0.0, 45, 200, 300])
  func `is the same from the ground as from the air`(track: Double, from: Double) throws {
    let wind = Wind(from: .degrees(from), speed: .metersPerSecond(42))
    let held = try triangle(track, wind: wind)
    let seen = WindTriangle(
      trackAngle: held.trackAngle, groundSpeed: held.groundSpeed, wind: wind)
    #expect(abs(seen.trueAirspeed.metersPerSecond - 100) < 1e-12)
    #expect(abs((seen.heading - held.heading).wrappedToHalfTurn.degrees) < 1e-12)
  }

  @Test(arguments: [(0.0, 100.0), (0, 101), (180, 250), (90, 100), (45, 150), (90, .nan)])
  func `does not exist where the wind is too strong to hold the track`(
    from: Double, speed: Double
  ) {
    let wind = Wind(from: .degrees(from), speed: .metersPerSecond(speed))
    #expect(
      WindTriangle(holding: .degrees(90), trueAirspeed: airspeed, wind: wind) == nil)
  }

  @Test func `of an aircraft that drifts with the air has no airspeed`() {
    let wind = Wind(from: .degrees(270), speed: .metersPerSecond(30))
    let drifting = WindTriangle(
      trackAngle: .degrees(90), groundSpeed: .metersPerSecond(30), wind: wind)
    #expect(drifting.trueAirspeed == .zero && drifting.heading == .zero)
  }
}
