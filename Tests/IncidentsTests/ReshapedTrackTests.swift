import Flights
import Foundation
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// Along the equator, eastwards at a thousandth of a degree a second, v = 111.319 491 m/s, entering at
/// 20° E at 1000 s; from 120 s before that to 130 s after it.
@Suite struct `A path in another wind or with turns` {
  private func changed(
    _ course: PathDefinition.Course? = nil, _ change: (inout TrackChange) -> Void
  ) throws -> Track {
    var example = ExampleScenario()
    example.course = course ?? example.course
    var wanted = TrackChange()
    change(&wanted)
    return try VariableTrack(example.resolve()).track(changedBy: wanted)
  }

  private func entry(of track: Track) throws -> (seconds: Double?, inside: Double) {
    let encounter = try Encounter(of: track, with: try World.border())
    return (
      encounter.crossings.first?.entry?.time.since(World.time(0)).seconds,
      encounter.durationInside.seconds
    )
  }

  /// In a wind of 20 m/s to the north the track is 2400 m south 120 s before the entry.
  ///
  /// 130 s after it, it is 2600 m north, at 110 574.2758 m a degree of the meridian. Over the ground it flies
  /// √(v² + 20²) = 113.1019 m/s towards atan(v/20) = 79.8147° from north.
  @Test func `drifts across its course by the vector sum`() throws {
    let track = try changed { $0.wind = Wind(north: .metersPerSecond(20), east: .zero) }
    #expect(abs(track.start.place.latitude.degrees + 0.021_704_867_45) < 1e-10)
    #expect(abs(track.start.place.longitude.degrees - 19.88) < 1e-10)
    #expect(abs(track.end.place.latitude.degrees - 0.023_513_606_4) < 1e-10)
    for leg in track.legs {
      #expect(abs(leg.groundSpeed.metersPerSecond - 113.101_852) < 2e-4)
      #expect(abs(leg.path.azimuth(at: leg.length).degrees - 79.814_727) < 2e-3)
    }
    let state = try #require(track.state(at: World.time(1000)))
    #expect(abs(state.place.longitude.degrees - 20) < 1e-9)
    #expect(abs(state.place.latitude.degrees) < 1e-9)
    #expect(abs((try entry(of: track).seconds ?? 0) - 1000) < 1e-4)
  }

  /// With the wind at v + 20 m/s the tenth of a degree takes 11 131.949/131.319 = 84.7700 s; against
  /// it, 11 131.949/91.319 = 121.901 s.
  @Test(arguments: [(20.0, 84.769_968), (-20, 121.901_130)])
  func `drifts along its course by the sum of speeds`(wind: Double, inside: Double) throws {
    let track = try changed { $0.wind = Wind(north: .zero, east: .metersPerSecond(wind)) }
    let found = try entry(of: track)
    #expect(abs((found.seconds ?? 0) - 1000) < 1e-4)
    #expect(abs(found.inside - inside) < 1e-4)
  }

  @Test func `drifts for the time that it takes at its changed speed`() throws {
    let track = try changed {
      $0.groundSpeed = .set(.metersPerSecond(60))
      $0.wind = Wind(north: .zero, east: .metersPerSecond(10))
      $0.delay = .seconds(5)
    }
    #expect(abs((try entry(of: track).inside) - 11_131.949_079 / 70) < 1e-4)
    #expect(abs((try entry(of: track).seconds ?? 0) - 1005) < 1e-4)
    for leg in track.legs { #expect(abs(leg.groundSpeed.metersPerSecond - 70) < 1e-5) }
  }

  /// Every place that is passed so many seconds after the entry lies ten times as many meters away
  /// from where it lies in the told wind.
  @Test func `drifts through its turns`() throws {
    let course = PathDefinition.Course.waypoints([
      .at(try World.place(19.9)), .at(try World.place(20.05)), .at(try World.place(20.05, 0.3)),
    ])
    let still = try changed(course) { $0.bank = .degrees(30) }
    let track = try changed(course) {
      $0.bank = .degrees(30)
      $0.wind = Wind(north: .zero, east: .metersPerSecond(10))
    }
    #expect(track.fixes.count == still.fixes.count + 1)
    for fix in still.fixes {
      let place = try #require(track.state(at: fix.time)).place
      let arc = Geodesic.wgs84.inverse(from: fix.place, to: place)
      let drift = 10 * fix.time.since(World.time(1000)).seconds
      #expect(abs(arc.distance.meters - abs(drift)) < 1e-4)
    }
  }

  @Test func `is as told in the wind that it was told in`() throws {
    let told = try changed { _ in }
    #expect(try changed { $0.wind = Wind(north: .zero, east: .zero) }.fixes == told.fixes)
  }

  /// The radius at 30° is v²/(g·tan 30°) = 2188.6805 m.
  ///
  /// A right angle 5566 m behind the entry then
  /// saves 2R − Rπ/2 = 939.390 m, or 8.438 68 s, and leaves the entry where it is.
  @Test func `flies a corner as a turn`() throws {
    let course = PathDefinition.Course.waypoints([
      .at(try World.place(19.9)), .at(try World.place(20.05)), .at(try World.place(20.05, 0.3)),
    ])
    let told = try changed(course) { _ in }
    let track = try changed(course) { $0.bank = .degrees(30) }
    #expect(track.start == told.start)
    #expect(abs((try entry(of: track).seconds ?? 0) - 1000) < 1e-6)
    #expect(abs(told.end.time.since(track.end.time).seconds - 8.438_681) < 1e-4)
    // Twice as fast the radius is four times as large: 8754.722 m, of which the entry is 3188.7 m inside.
    let faster = try changed(course) {
      $0.groundSpeed = .scaled(2)
      $0.bank = .degrees(30)
    }
    let begin = Geodesic.wgs84.inverse(from: faster.fixes[1].place, to: try World.place(20.05))
    #expect(abs(begin.distance.meters - 8754.722) < 2e-3)
  }

  @Test func `cannot turn where a leg is too short`() throws {
    let course = PathDefinition.Course.waypoints([
      .at(try World.place(19.9)), .at(try World.place(20.05)), .at(try World.place(20.05, 0.019)),
    ])
    do {
      _ = try changed(course) { $0.bank = .degrees(30) }
      Issue.record("a turn of 2189 m was flown on a leg of 2101 m")
    } catch TrackChangeError.turn(.turnTooTight(let index, let needed, let available)) {
      #expect(index == 1 && abs(needed.meters - 2188.681) < 1e-3)
      #expect(abs(available.meters - 0.019 * 110_574.276) < 1e-2)
    }
    #expect(throws: TrackChangeError.bankOutOfRange(.degrees(90))) {
      try changed(course) { $0.bank = .degrees(90) }
    }
  }

  @Test(arguments: [1e6, 1e300, .infinity, .nan])
  func `is no path in a wind that leads round the Earth`(wind: Double) throws {
    #expect(throws: TrackChangeError.outOfRange) {
      try changed { $0.wind = Wind(north: .metersPerSecond(wind), east: .zero) }
    }
  }
}
