import Airspaces
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

/// Along the equator, at a thousandth of a degree a second, times and lengths can be written down.
@Suite struct `A stay of a screened track` {
  @Test func `lasts from the entry to the exit`() throws {
    let stays = try stays([(0, 19.9), (300, 20.2)])
    try #require(stays.count == 1)
    let stay = stays[0]
    #expect(near(stay.entry, 100, 20) && near(stay.exit, 200, 20.1))
    #expect(abs((stay.duration - .seconds(100)).seconds) < 1e-5)
    #expect(abs(stay.length.meters - ExampleSquare.degree / 10) < 1e-3)
    // The middle is furthest from both meridians: half of the strip's width.
    #expect(abs((stay.maximumDepth?.meters ?? 0) - ExampleSquare.degree / 20) < 1e-3)
    #expect(stay.fixesInside == 0)
    #expect(stay.isComplete)
  }

  @Test func `is one of several where the track leaves and returns`() throws {
    let stays = try stays([(0, 19.9), (150, 20.05), (300, 19.9), (500, 20.1), (510, 20.11)])
    try #require(stays.count == 2)
    #expect(near(stays[0].entry, 100, 20) && near(stays[0].exit, 200, 20))
    #expect(near(stays[1].entry, 400, 20) && near(stays[1].exit, 500, 20.1))
    // The fix on the line at 500 s is not inside.
    #expect(stays.map(\.fixesInside) == [1, 0])
  }

  @Test func `has no entry where the track begins inside`() throws {
    let stays = try stays([(40, 20.04), (60, 20.06), (120, 20.12)])
    try #require(stays.count == 1)
    #expect(stays[0].entry == nil && near(stays[0].exit, 100, 20.1))
    #expect(stays[0].start == ExampleSquare.time(40))
    #expect(abs(stays[0].duration.seconds - 60) < 1e-5)
    #expect(abs(stays[0].length.meters - 0.06 * ExampleSquare.degree) < 1e-3)
    #expect(stays[0].fixesInside == 2)
    #expect(!stays[0].isComplete)
  }

  @Test func `has no exit where the track ends inside`() throws {
    let stays = try stays([(0, 19.98), (30, 20.01), (50, 20.03)])
    try #require(stays.count == 1)
    #expect(near(stays[0].entry, 20, 20) && stays[0].exit == nil)
    #expect(stays[0].end == ExampleSquare.time(50))
    #expect(abs(stays[0].length.meters - 0.03 * ExampleSquare.degree) < 1e-3)
    #expect(!stays[0].isComplete)
  }

  @Test func `of a track that never leaves has neither, and all its time`() throws {
    // It stands still for its last ten seconds.
    let stays = try stays([(0, 20.01), (50, 20.06), (60, 20.06)])
    try #require(stays.count == 1)
    #expect(stays[0].entry == nil && stays[0].exit == nil)
    #expect(stays[0].duration == .seconds(60))
    #expect(abs(stays[0].length.meters - 0.05 * ExampleSquare.degree) < 1e-3)
    #expect(stays[0].fixesInside == 3)
  }

  @Test func `of a single fix inside has no duration`() throws {
    let stays = try stays([(7, 20.05)])
    try #require(stays.count == 1)
    #expect(stays[0].duration == .zero && stays[0].length == .zero)
    #expect(stays[0].start == ExampleSquare.time(7))
    #expect(stays[0].fixesInside == 1)
    #expect(!stays[0].isComplete)
  }

  @Test(arguments: [[(0, 19.5)], [(0, 19.5), (100, 19.6)], [(0, 19.9), (100, 20), (200, 19.9)]])
  func `is not made by a track that stays outside or only touches`(
    fixes: [(Double, Double)]
  ) throws {
    #expect(try stays(fixes).isEmpty)
  }

  @Test func `goes on across the antimeridian`() throws {
    let border = try ExampleSquare.border([
      ExampleSquare.rectangle(179.9, 180), ExampleSquare.rectangle(-180, -179.9),
    ])
    let stays = try border.stays(of: fixes([(0, 179.8), (400, -179.8)]))
    try #require(stays.count == 1)
    #expect(near(stays[0].entry, 100, 179.9) && near(stays[0].exit, 300, -179.9))
    #expect(abs(stays[0].length.meters - 0.2 * ExampleSquare.degree) < 1e-3)
  }

  /// The same border, whole and cut at 20.1° E, where the land goes on to 20.2° E.
  @Test func `has no depth where border beyond an extract could be nearer`() throws {
    let extract = Border.Extract(
      window: .init(low: .init(x: 19, y: -1), high: .init(x: 20.1, y: 1)),
      whole: .init(low: .init(x: 20, y: -0.5), high: .init(x: 20.2, y: 0.5)))
    let border = try ExampleSquare.border([ExampleSquare.rectangle(20, 20.1)], extract: extract)
    let near = try border.stays(of: fixes([(0, 19.99), (20, 20.01)]))
    #expect(abs((near.first?.maximumDepth?.meters ?? 0) - ExampleSquare.degree / 100) < 1e-3)
    let far = try border.stays(of: fixes([(0, 19.99), (100, 20.09)]))
    #expect(far.count == 1)
    #expect(far.first?.maximumDepth == nil)
  }

  @Test func `is refused where the track leaves an extract, with fix, time and place`() throws {
    let extract = Border.Extract(
      window: .init(low: .init(x: 19, y: -1), high: .init(x: 20.1, y: 1)),
      whole: .init(low: .init(x: 20, y: -0.5), high: .init(x: 20.2, y: 0.5)))
    let border = try ExampleSquare.border([ExampleSquare.rectangle(20, 20.1)], extract: extract)
    let fixes = try self.fixes([(0, 19.9), (150, 20.05), (180, 20.08), (240, 20.14)])
    let error = #expect(throws: WindowError.self) { try border.stays(of: fixes) }
    #expect(error?.fix == 2)
    #expect(abs((error?.time.since(ExampleSquare.time(200)).seconds ?? 1)) < 1e-5)
    #expect(abs((error?.place.longitude.degrees ?? 0) - 20.1) < 1e-9)
  }

  /// A replay finds the same by way of its legs, one after the other.
  @Test(arguments: 1...20)
  func `is what a replay of the track finds`(seed: UInt64) throws {
    let border = try ShippedBorder.hatay()
    var random = RandomStream(seed: seed)
    func draw(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    let track = try ExampleSquare.track(
      (0..<20).map { (Double($0) * 60 + draw(0...50), draw(36...36.6), draw(35.8...36.6)) })
    let fixes = try TimedPlaces(
      times: track.fixes.map(\.time), places: Places(track.fixes.map(\.place)))
    let stays = try border.stays(of: fixes)
    let crossings = try Encounter(of: track, with: border).crossings
    #expect(!stays.isEmpty)
    #expect(stays.count == crossings.count)
    for (stay, crossing) in zip(stays, crossings) {
      #expect(abs(stay.start.since(crossing.start).seconds) < 1e-5)
      #expect(abs(stay.end.since(crossing.end).seconds) < 1e-5)
      #expect((stay.entry == nil) == (crossing.entry == nil))
      #expect((stay.exit == nil) == (crossing.exit == nil))
      #expect(abs((stay.length - crossing.length).meters) < 1e-3)
      #expect(stay.fixesInside == crossing.fixesInside)
      if let depth = stay.maximumDepth, let deepest = crossing.deepest {
        #expect(abs((depth - deepest.distance).meters) < 1e-3)
      }
    }
  }

  private func stays(_ fixes: [(Double, Double)]) throws -> [Stay] {
    try ExampleSquare.border().stays(of: self.fixes(fixes))
  }

  private func fixes(_ fixes: [(Double, Double)]) throws -> TimedPlaces {
    try TimedPlaces(
      times: fixes.map { ExampleSquare.time($0.0) },
      places: Places(fixes.map { try ExampleSquare.place($0.1) }))
  }

  private func near(_ passage: Stay.Passage?, _ seconds: Double, _ longitude: Double) -> Bool {
    guard let passage else { return false }
    return abs(passage.time.since(ExampleSquare.time(seconds)).seconds) < 1e-5
      && abs(passage.place.longitude.degrees - longitude) < 1e-9
  }
}
