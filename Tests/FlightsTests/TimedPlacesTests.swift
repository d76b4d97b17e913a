import Flights
import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct `Fixes as flat arrays` {
  @Test func `have a time at every share of a leg`() throws {
    let fixes = try self.fixes([0, 10, 40])
    #expect(fixes.time(onLeg: 0, fraction: 0) == ExampleSquare.time(0))
    #expect(fixes.time(onLeg: 0, fraction: 0.25) == ExampleSquare.time(2.5))
    #expect(fixes.time(onLeg: 1, fraction: 0.1) == ExampleSquare.time(13))
    #expect(fixes.time(onLeg: 1, fraction: 1) == ExampleSquare.time(40))
  }

  @Test func `begin no leg at the last of them`() throws {
    #expect(try fixes([0, 10]).time(onLeg: 1, fraction: 0) == ExampleSquare.time(10))
    #expect(try fixes([5]).time(onLeg: 0, fraction: 0) == ExampleSquare.time(5))
  }

  @Test(
    arguments: [
      ([], .empty), ([0, 0], .timeNotRising(at: 1)), ([0, 10, 9.999], .timeNotRising(at: 2)),
    ] as [([Double], TimedPlacesError)])
  func `must rise in time`(seconds: [Double], error: TimedPlacesError) {
    #expect(throws: error) { try fixes(seconds) }
  }

  @Test func `must be as many times as places`() throws {
    let place = Places([try ExampleSquare.place(20)])
    let times = [ExampleSquare.time(0), ExampleSquare.time(1)]
    let error = #expect(throws: TimedPlacesError.self) {
      try TimedPlaces(times: times, places: place)
    }
    #expect(error == .unequalCounts(times: 2, places: 1))
    #expect(error?.description == "2 times and 1 places are not fixes: give as many of each")
  }

  private func fixes(_ seconds: [Double]) throws -> TimedPlaces {
    let places = try seconds.map { try ExampleSquare.place(20 + $0 / 1000) }
    return try TimedPlaces(times: seconds.map(ExampleSquare.time), places: Places(places))
  }
}
