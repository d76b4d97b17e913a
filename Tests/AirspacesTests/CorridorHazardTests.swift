import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

@Suite struct `A corridor at the edge of what is known` {
  /// Land from 20° to 21° E, of which only the part up to 20.5° E, and south of 0.1° N, is known.
  private func border() throws -> PreparedBorder {
    let ring = [(20.0, -0.1), (20.5, -0.1), (20.5, 0.1), (20, 0.1), (20, -0.1)]
    let extract = Border.Extract(
      window: Box(low: Point2(x: 19, y: -1), high: Point2(x: 20.5, y: 0.1)),
      whole: Box(low: Point2(x: 19.9, y: -0.1), high: Point2(x: 21, y: 1)))
    return PreparedBorder(
      try Border(parts: [[ring.map { Point2(x: $0.0, y: $0.1) }]], extract: extract))
  }

  @Test func `is as certain as anywhere while it stays within`() throws {
    let found = try meeting(try border(), try place(0, 19.95), try place(0, 19.96), upTo: 15_000)
    #expect(found.canEnter == .yes && found.mustEnter == .no)
    #expect(isAbout(found.leastFromStart, 0.05 * 111_319.490_793))
    #expect(
      try meeting(try border(), try place(0, 19.9), try place(0, 20.05), upTo: 17_000).mustEnter
        == .yes)
  }

  /// From 0.05° N and 19.95° E, north of 0.1° N begins what is not known, at 19.9° E and beyond.
  @Test func `is undetermined where only the unknown could be inside`() throws {
    let (a, b) = (try place(0.08, 19.94), try place(0.08, 19.95))
    let found = try meeting(try border(), a, b, upTo: 5000)
    #expect(found.canEnter == .undetermined(.beyondTheData))
    // The straight way stays outside.
    #expect(found.mustEnter == .no)
    #expect(isAbout(found.leastFromStart, meters(a, try place(0.1, 19.94)), within: 1e-3))
  }

  @Test func `can enter where the known is inside, no sooner than the unknown`() throws {
    let (a, b) = (try place(0.08, 19.98), try place(0.08, 20.02))
    let found = try meeting(try border(), a, b, upTo: 6000)
    #expect(found.canEnter == .yes && found.mustEnter == .yes)
    let outside = try place(0.08, 19.99)
    let reaching = try meeting(try border(), a, outside, upTo: 7000)
    #expect(reaching.canEnter == .yes && reaching.mustEnter == .no)
    #expect(isAbout(reaching.leastFromStart, meters(a, try place(0.1, 19.98)), within: 1e-3))
    // The leg runs in the unknown, and what it meets there is not known.
    let north = try meeting(try border(), try place(0.2, 20.2), try place(0.2, 20.3), upTo: 12_000)
    #expect(north.canEnter == .undetermined(.beyondTheData))
    #expect(north.mustEnter == .undetermined(.beyondTheData))
    #expect(north.leastFromStart == .zero && north.leastToEnd == .zero)
  }
}

@Suite struct `A corridor and a shifted border` {
  /// The example wedge, at a place and moved by a tenth of a degree and across the antimeridian.
  @Test(arguments: [(0.1, -0.2), (0.0, 159.95), (-0.05, 159.96)])
  func `meet as the border prepared anew would`(north: Double, east: Double) throws {
    let ring = [(20.05, 0.3), (20.06, 0.4), (20.04, 0.4), (20.05, 0.3)]
    let border = try prepared([ring.map { Point2(x: $0.0, y: $0.1) }])
    let moved = try border.shifted(north: .degrees(north), east: .degrees(east))
    // A turn about the axis changes nothing, so the comparison need not be split at 180°.
    let anew = try prepared([ring.map { Point2(x: $0.0, y: $0.1 + north) }])
    for (tipShare, isFast) in [(0.5, true), (0.5, false), (1.5, true)] {
      let latitude = 0.3 + north + 0.01 * tipShare
      let (a, b) = ((latitude, 20.0), (latitude, 20.1))
      let tip = (0.3 + north, 20.05)
      func place(_ point: (Double, Double), _ east: Double) throws -> GeodeticCoordinate {
        try AirspacesTests.place(point.0, point.1 + east)
      }
      let around = try meters(place(a, 0), place(tip, 0)) + meters(place(tip, 0), place(b, 0))
      let length = around + (isFast ? 1 : -0.001)
      let found = try meeting(moved, place(a, east), place(b, east), upTo: length)
      let expected = try meeting(anew, place(a, 0), place(b, 0), upTo: length)
      #expect(found.canEnter == expected.canEnter && found.mustEnter == expected.mustEnter)
      #expect(found.mustEnter == (isFast ? .no : .yes))
      let (least, leastExpected) = (
        try #require(found.leastFromStart), try #require(expected.leastFromStart)
      )
      #expect(isAbout(least, leastExpected.meters, within: 1e-4))
    }
  }
}
