import Flights
import Foundation
import Geodesy
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A fall without drag` {
  private func fall(
    from height: Double, to terrain: Double = 0, groundSpeed: Double = 0, climb: Double = 0
  ) throws -> Fall {
    try Fall(
      from: FallState(
        place: try World.place(20), height: .meters(height), trackAngle: .degrees(90),
        groundSpeed: .metersPerSecond(groundSpeed), verticalSpeed: .metersPerSecond(climb)),
      toTerrain: .meters(terrain))
  }

  /// The chain of KU Leuven: 9.80665·30²/2 = 4412.99 m; with 9.81 it would be 4414.5 m.
  @Test func `loses 4413 m in 30 s`() throws {
    let lost = try #require(try fall(from: 5791).heightLost(in: .seconds(30)))
    #expect(abs(lost.meters - 4412.9925) < 1e-9)
  }

  /// √(2·5791/9.80665) = 34.366 s, √(2·5091/9.80665) = 32.222 s.
  @Test(arguments: [(0.0, 34.366), (700, 32.222)])
  func `takes 34 s from 5791 m to the sea, and two seconds less to the hills`(
    terrain: Double, seconds: Double
  ) throws {
    let fall = try fall(from: 5791, to: terrain)
    #expect(abs(fall.duration.seconds - seconds) < 0.0005)
    #expect(fall.impact.height == .meters(terrain) && fall.distance == .zero)
    #expect(fall.impactAngle == .degrees(90))
    // v = gt.
    #expect(abs(fall.impactSpeed.metersPerSecond - 9.806_65 * seconds) < 0.005)
  }

  /// 8 km in 30 s are 960 km/h, in 34.4 s 837 km/h, in 45 s 640 km/h.
  @Test(arguments: [(30.0, 960.0), (34.4, 837.2), (45, 640)])
  func `comes down 8 km ahead at the mean speed of its time`(
    seconds: Double, kilometersPerHour: Double
  ) throws {
    let height = 9.806_65 * seconds * seconds / 2
    let fall = try fall(from: height, groundSpeed: kilometersPerHour / 3.6)
    #expect(abs((fall.distance / fall.duration).kilometersPerHour - kilometersPerHour) < 1e-6)
    #expect(abs(fall.distance.meters - 8000) < 1)
    #expect(abs(fall.duration.seconds - seconds) < 1e-12)
    // Along the equator, to the east.
    #expect(fall.impact.place.latitude.degrees == 0)
    let east = fall.impact.place.longitude.degrees - 20
    #expect(abs(east * World.degree - fall.distance.meters) < 1e-6)
  }

  /// Thrown up at 49.033 25 m/s = 5g it is back after 10 s, and 1000 m lower after 20.153 09 s:
  /// 5 + √(25 + 2·1000/9.80665) = 5 + √228.9439.
  @Test func `rises first where it is thrown up`() throws {
    let fall = try fall(from: 1000, climb: 49.033_25)
    #expect(abs(fall.duration.seconds - (5 + 228.943_9.squareRoot())) < 1e-4)
    #expect(try abs(#require(fall.heightLost(in: .seconds(10))).meters) < 1e-9)
    #expect(try #require(fall.heightLost(in: .seconds(5))) < .meters(-122))
  }

  /// Thrown down at 100 m/s from 1000 m: 2·1000/(100 + √(10 000 + 2g·1000)) = 7.3416 s.
  @Test func `is shorter where it is thrown down`() throws {
    let seconds = 2000 / (100 + (10_000 + 19_613.3).squareRoot())
    #expect(abs(try fall(from: 1000, climb: -100).duration.seconds - seconds) < 1e-12)
  }

  /// 100 m/s forwards and √(2g·1000) = 140.0475 m/s down: 54.472° below the horizontal.
  @Test func `comes in as steeply as its speeds say`() throws {
    let fall = try fall(from: 1000, groundSpeed: 100)
    #expect(abs(fall.impactAngle.degrees - atan2(140.047_49, 100) * 180 / .pi) < 1e-6)
    #expect(abs(fall.impactSpeed.metersPerSecond - (10_000 + 19_613.3).squareRoot()) < 1e-9)
  }

  @Test func `is known from its start to its end and no farther`() throws {
    let fall = try fall(from: 1000, groundSpeed: 100)
    #expect(fall.state(after: fall.duration) == fall.impact)
    #expect(fall.state(after: .zero)?.height == .meters(1000))
    #expect(fall.state(after: .seconds(-1e-9)) == nil)
    #expect(fall.state(after: fall.duration + .seconds(1e-9)) == nil)
    #expect(fall.heightLost(in: .seconds(100)) == nil)
  }

  @Test func `of no height takes no time`() throws {
    #expect(try fall(from: 700, to: 700, groundSpeed: 100).duration == .zero)
  }

  @Test func `is refused below its terrain and at no number`() throws {
    let error = #expect(throws: FallError.self) { try fall(from: 600, to: 700) }
    #expect(error?.description == "a body at 600.0 m cannot fall on terrain at 700.0 m")
    #expect(throws: FallError.notFinite) { try fall(from: .nan) }
    #expect(throws: FallError.notFinite) { try fall(from: 1, to: -.infinity) }
    #expect(throws: FallError.notFinite) { try fall(from: 1, climb: .infinity) }
    #expect(throws: FallError.groundSpeedNegative(.metersPerSecond(-1))) {
      try fall(from: 1, groundSpeed: -1)
    }
  }
}
