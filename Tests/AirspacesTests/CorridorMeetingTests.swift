import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

/// The meeting of a border with all ways between two places up to a length.
func meeting(
  _ border: PreparedBorder, _ a: GeodeticCoordinate, _ b: GeodeticCoordinate, upTo meters: Double
) throws -> CorridorMeeting {
  border.meeting(with: try Corridor(from: a, to: b, longestWay: .meters(meters)))
}

func meters(_ a: GeodeticCoordinate, _ b: GeodeticCoordinate) -> Double {
  Geodesic.wgs84.inverse(from: a, to: b).distance.meters
}

func isAbout(_ length: Length?, _ meters: Double, within tolerance: Double = 2e-5) -> Bool {
  length.map { abs($0.meters - meters) <= tolerance } ?? false
}

/// Land north of the equator, between 19° and 21° E.
private func northernLand() throws -> PreparedBorder {
  try prepared([
    [
      Point2(x: 19, y: 0), Point2(x: 21, y: 0), Point2(x: 21, y: 1), Point2(x: 19, y: 1),
      Point2(x: 19, y: 0),
    ]
  ])
}

@Suite struct `Ways beside a straight border` {
  /// The ellipsoid is its own mirror image in the equator.
  ///
  /// So the shortest way from a place in the
  /// south to the equator and on to another is as long as the geodesic to the other's mirror image.
  @Test(
    arguments: [
      (-0.01, 20.0, -0.01, 20.02), (-0.01, 20, -0.03, 20.02), (-0.001, 20, -0.1, 20.3),
      (-0.3, 19.7, -0.2, 20.4), (-0.02, 20, -0.02, 20),
    ])
  func `can enter from the length on that touches it`(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double
  ) throws {
    let border = try northernLand()
    let (a, b) = (try place(latitude1, longitude1), try place(latitude2, longitude2))
    let touching = meters(a, try place(-latitude2, longitude2))
    for excess in [-1000, -1, -1e-3, -1e-6] where touching + excess > meters(a, b) {
      let found = try meeting(border, a, b, upTo: touching + excess)
      #expect(found.canEnter == .no && found.leastFromStart == nil, "\(excess)")
    }
    for excess in [1e-6, 1e-3, 1, 1000] {
      let found = try meeting(border, a, b, upTo: touching + excess)
      #expect(found.canEnter == .yes && found.mustEnter == .no)
    }
    let found = try meeting(border, a, b, upTo: touching)
    #expect(found.canEnter == .undetermined(.tooClose) && found.mustEnter == .no)
  }

  /// With room to spare the nearest place inside is due north: a meridian's arc from the equator.
  @Test func `come nearest to their ends due north of them`() throws {
    let border = try northernLand()
    let (a, b) = (try place(-0.01, 20), try place(-0.03, 20.02))
    let found = try meeting(border, a, b, upTo: 10_000)
    #expect(isAbout(found.leastFromStart, meters(a, try place(0, 20))))
    #expect(isAbout(found.leastToEnd, meters(b, try place(0, 20.02))))
  }

  /// A way of less length comes nearest where it uses all of it: found by halving along the equator
  /// between the point of reflection, which is near enough, and the foot, which is not.
  @Test(arguments: [0.001, 0.1, 10, 100])
  func `come nearest to their ends where their length is used up`(excess: Double) throws {
    let border = try northernLand()
    let (a, b) = (try place(-0.01, 20), try place(-0.01, 20.1))
    let length = meters(a, try place(0.01, 20.1)) + excess
    func nearest(_ length: Double) throws -> Double {
      var (outside, within) = (20.0, 20.05)
      for _ in 0..<60 {
        let middle = (outside + within) / 2
        let point = try place(0, middle)
        let isWithin = meters(a, point) + meters(point, b) <= length
        if isWithin { within = middle } else { outside = middle }
      }
      return meters(a, try place(0, within))
    }
    let found = try meeting(border, a, b, upTo: length)
    // The length decides within 0.4 µm.
    let (least, most) = (try nearest(length + 4e-7) - 1e-5, try nearest(length - 4e-7) + 1e-5)
    for distance in [found.leastFromStart, found.leastToEnd] {
      let distance = try #require(distance).meters
      #expect(distance >= least && distance <= most)
    }
    // In the plane, with x from the foot and heights h, √(x² + h²) + √((c − x)² + h²) = L has the
    // root x = c/2 − L/2·√(1 − 4h²/(L² − c²)); the Earth's curvature changes L by 2 mm.
    let (c, h, L) = (0.1 * 111_319.490_793, 0.01 * 110_574.275_821, length)
    let x = c / 2 - L / 2 * (max(0, 1 - 4 * h * h / (L * L - c * c))).squareRoot()
    #expect(
      isAbout(found.leastFromStart, (x * x + h * h).squareRoot(), within: excess < 1 ? 50 : 0.3))
  }

  @Test func `from inside have been inside from the start`() throws {
    let border = try northernLand()
    let (a, b) = (try place(0.01, 20), try place(-0.01, 20.02))
    for (from, to) in [(a, b), (b, a)] {
      let found = try meeting(border, from, to, upTo: 10_000)
      #expect(found.canEnter == .yes && found.mustEnter == .yes)
      let (atInside, atOutside) =
        from == a
        ? (found.leastFromStart, found.leastToEnd) : (found.leastToEnd, found.leastFromStart)
      #expect(atInside == .zero)
      #expect(isAbout(atOutside, meters(b, try place(0, 20.02))))
    }
    let deep = try meeting(border, try place(0.5, 20), try place(0.5, 20.01), upTo: 5000)
    #expect(deep.canEnter == .yes && deep.mustEnter == .yes)
    #expect(deep.leastFromStart == .zero && deep.leastToEnd == .zero)
  }

  @Test func `between places on it can enter and need not`() throws {
    let border = try northernLand()
    let found = try meeting(border, try place(0, 20), try place(0, 20.01), upTo: 1200)
    #expect(found.canEnter == .yes && found.mustEnter == .no)
    #expect(isAbout(found.leastFromStart, 0) && isAbout(found.leastToEnd, 0))
  }
}

@Suite struct `Ways around a strip` {
  /// 20° to 20.1° E and up to 0.02° N and S, crossed along the equator from 19.95° to 20.15°: the
  /// shortest way around passes both northern, or both southern, corners.
  ///
  /// Between these the geodesic bulges away from the equator, and so away from the strip.
  @Test(arguments: [-100, -1, -1e-3, 1e-3, 1, 100])
  func `must enter unless they are long enough to go around`(excess: Double) throws {
    let corners = [(20, -0.02), (20.1, -0.02), (20.1, 0.02), (20, 0.02), (20, -0.02)]
    let border = try prepared([corners.map { Point2(x: $0.0, y: $0.1) }])
    let (a, b) = (try place(0, 19.95), try place(0, 20.15))
    let (c, d) = (try place(0.02, 20), try place(0.02, 20.1))
    let around = meters(a, c) + meters(c, d) + meters(d, b)
    let found = try meeting(border, a, b, upTo: around + excess)
    #expect(found.canEnter == .yes)
    #expect(found.mustEnter == (excess < 0 ? .yes : .no))
    #expect(isAbout(found.leastFromStart, meters(a, try place(0, 20))))
  }

  /// A wedge from the north whose tip hangs below the way.
  @Test(arguments: [-10, -1e-3, 1e-3, 10])
  func `must enter a wedge unless they reach its tip`(excess: Double) throws {
    let border = try ExampleSquare.wedge(tip: -0.01)
    let (a, b) = (try place(0, 20), try place(0, 20.1))
    let tip = try place(-0.01, 20.05)
    let found = try meeting(border, a, b, upTo: meters(a, tip) + meters(tip, b) + excess)
    #expect(found.canEnter == .yes && found.mustEnter == (excess < 0 ? .yes : .no))
  }

  /// North of 60° N between 10° and 12° E: the geodesic between two places of that parallel runs
  /// north of it, and the shortest way that does not is the parallel, of length N cos φ·Δλ with
  /// N = a/√(1 − e² sin² φ).
  @Test(arguments: [-1, -1e-3, 1e-3, 1])
  func `follow a parallel that bulges`(excess: Double) throws {
    let corners = [(10.0, 60.0), (12, 60), (12, 62), (10, 62), (10, 60)]
    let border = try prepared([corners.map { Point2(x: $0.0, y: $0.1) }])
    let f = 1 / 298.257_223_563
    let N = 6_378_137 / (1 - f * (2 - f) * 0.75).squareRoot()
    let parallel = N * 0.5 * 2 * Double.pi / 180
    let found = try meeting(
      border, try place(60, 10), try place(60, 12), upTo: parallel + excess)
    #expect(found.mustEnter == (excess < 0 ? .yes : .no))
  }

  @Test func `stay in a hole, and must enter to leave it`() throws {
    let shell = [(20.0, -0.1), (20.2, -0.1), (20.2, 0.1), (20, 0.1), (20, -0.1)]
    let hole = [(20.05, -0.05), (20.05, 0.05), (20.15, 0.05), (20.15, -0.05), (20.05, -0.05)]
    let border = try prepared([shell, hole].map { $0.map { Point2(x: $0.0, y: $0.1) } })
    let (a, b) = (try place(0, 20.07), try place(0, 20.13))
    let room = try meeting(border, a, b, upTo: meters(a, b) + 1000)
    #expect(room.canEnter == .no && room.mustEnter == .no)
    let wide = try meeting(border, a, b, upTo: 20_000)
    #expect(wide.canEnter == .yes && wide.mustEnter == .no)
    #expect(isAbout(wide.leastFromStart, meters(a, try place(0, 20.05))))
    // From outside into the hole, however long the way is; and straight through all of it.
    let outside = try place(0, 19.95)
    for length in [15_000.0, 100_000, 1_000_000] {
      #expect(try meeting(border, outside, a, upTo: length).mustEnter == .yes)
    }
    let beyond = try place(0, 20.25)
    #expect(try meeting(border, outside, beyond, upTo: 34_000).mustEnter == .yes)
    #expect(try meeting(border, outside, beyond, upTo: 60_000).mustEnter == .no)
  }

  /// Exactly as long as the geodesic, a way is the geodesic.
  @Test func `are the leg itself where they have no more than its length`() throws {
    let border = try prepared([
      [(20, -0.5), (20.1, -0.5), (20.1, 0.5), (20, 0.5), (20, -0.5)].map {
        Point2(x: $0.0, y: $0.1)
      }
    ])
    let (a, b) = (try place(0, 19.9), try place(0, 20.2))
    let across = try meeting(border, a, b, upTo: meters(a, b))
    #expect(across.canEnter == .yes && across.mustEnter == .yes)
    #expect(isAbout(across.leastFromStart, meters(a, try place(0, 20))))
    #expect(isAbout(across.leastToEnd, meters(b, try place(0, 20.1))))
    let along = try meeting(border, try place(0, 19.8), a, upTo: meters(try place(0, 19.8), a))
    #expect(along.canEnter == .no && along.mustEnter == .no)
    // A place is a way of no length.
    for (longitude, answer) in [(20.05, CorridorAnswer.yes), (19.9, .no), (20, .no)] {
      let there = try place(0, longitude)
      let found = try meeting(border, there, there, upTo: 0)
      #expect(found.canEnter == answer && found.mustEnter == answer)
    }
  }
}
