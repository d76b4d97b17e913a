import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

@Suite struct `Many questions at once` {
  private func places(
    _ count: Int, seed: UInt64, in range: ClosedRange<Double> = 35.6...37.1
  ) throws -> Places {
    var random = RandomStream(seed: seed)
    return try Places(
      latitudes: (0..<count).map { _ in Double.random(in: range, using: &random) },
      longitudes: (0..<count).map { _ in Double.random(in: range, using: &random) })
  }

  @Test(arguments: [0, 1, 100, 30_000])
  func `about sides are answered as one by one`(count: Int) throws {
    let border = try ShippedBorder.hatay()
    let places = try places(count, seed: 1)
    let found = border.locations(of: places)
    #expect(found.count == count)
    #expect((0..<count).allSatisfy { found[$0] == border.location(of: places[$0]) })
  }

  @Test func `about distances are answered as one by one`() throws {
    let border = try ShippedBorder.hatay()
    let places = try places(300, seed: 2)
    let found = border.distances(to: places)
    #expect(found == (0..<300).map { border.distance(to: places[$0]) })
  }

  @Test(arguments: [1, 2, 3, 7])
  func `have the same answers by any number of tasks`(tasks: Int) async throws {
    let border = try ShippedBorder.hatay()
    let places = try places(25_000, seed: 3)
    #expect(await border.locations(of: places, tasks: tasks) == border.locations(of: places))
    let some = try self.places(200, seed: 4, in: 35.9...36.8)
    #expect(await border.distances(to: some, tasks: tasks) == border.distances(to: some))
    let paths = try Paths(
      places: some, bounds: [0, 1, 3] + stride(from: 10, through: 200, by: 10))
    #expect(
      try await border.crossings(of: paths, tasks: tasks) == border.crossings(of: paths))
  }

  @Test func `by more tasks than there are questions are answered all the same`() async throws {
    let border = try ShippedBorder.hatay()
    let places = try places(3, seed: 5)
    #expect(await border.locations(of: places, tasks: 8) == border.locations(of: places))
  }

  @Test(arguments: [1, 2, 5])
  func `fail as the first path that leaves the window does`(tasks: Int) async throws {
    let border = try ShippedBorder.hatay()
    // Northwards out of the window, from east to west.
    let paths = try Paths(
      places: Places(
        latitudes: [36.5, 38, 36.5, 38, 36.5, 38], longitudes: [36.5, 36.5, 36.4, 36.4, 36, 36]),
      bounds: [0, 2, 4, 6])
    let expected = #expect(throws: CrossingError.self) { try border.crossings(of: paths) }
    do {
      _ = try await border.crossings(of: paths, tasks: tasks)
      Issue.record("the window is not left")
    } catch {
      #expect(error == expected)
    }
  }

  @Test(arguments: [
    ([0.0, 91], [0.0, 0], PlacesError.latitudeOutOfRange(index: 1, degrees: 91)),
    ([0, 1], [0, 181], .longitudeOutOfRange(index: 1, degrees: 181)),
    ([0, 1], [0], .unequalCounts(latitudes: 2, longitudes: 1)),
  ])
  func `cannot be asked about what is no place`(
    latitudes: [Double], longitudes: [Double], error: PlacesError
  ) {
    #expect(throws: error) { try Places(latitudes: latitudes, longitudes: longitudes) }
  }

  @Test func `cannot be asked about what is no number`() {
    for bad in [Double.nan, .infinity, -.infinity] {
      #expect(throws: PlacesError.self) { try Places(latitudes: [bad], longitudes: [0]) }
      #expect(throws: PlacesError.self) { try Places(latitudes: [0], longitudes: [bad]) }
    }
  }

  @Test(arguments: [[], [0], [0, 2], [1, 3], [0, 0, 3], [0, 2, 1, 3]])
  func `about paths need bounds that rise over all places`(bounds: [Int]) throws {
    let places = try Places(latitudes: [0, 0, 0], longitudes: [0, 1, 2])
    #expect(throws: PathsError.self) { try Paths(places: places, bounds: bounds) }
  }
}
