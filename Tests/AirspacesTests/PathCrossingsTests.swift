import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

/// A path at 250 m/s with a place each second, that turns a little at times.
private func track(
  from start: Point2, azimuth: Double, count: Int, step: Double = 250, turn: Double,
  _ random: inout RandomStream
) -> [Point2] {
  var (point, azimuth) = (start, azimuth)
  var rate = 0.0
  return (0..<count).map { number in
    defer {
      if number.isMultiple(of: 50) { rate = Double.random(in: -turn...turn, using: &random) }
      let end = Geodesic.wgs84.direct(
        latitude: point.y, longitude: point.x, azimuth: azimuth, meters: step)
      point = Point2(x: end.longitude, y: end.latitude)
      azimuth = end.azimuth + rate
    }
    return point
  }
}

private func paths(_ tracks: [[Point2]]) throws -> Paths {
  let points = tracks.flatMap { $0 }
  let bounds = tracks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
  return try Paths(
    places: Places(latitudes: points.map(\.y), longitudes: points.map(\.x)), bounds: bounds)
}

/// Everything in which the fast form differs from the plain one.
private func differences(_ border: PreparedBorder, _ paths: Paths) throws -> [String] {
  let (found, plain) = (try border.crossings(of: paths), try border.crossingsLegByLeg(of: paths))
  guard found.map(\.path) == plain.map(\.path) else {
    return ["stays on paths \(found.map(\.path)), not \(plain.map(\.path))"]
  }
  var differences: [String] = []
  for (number, (one, other)) in zip(found, plain).enumerated() {
    func expect(_ isTrue: Bool, _ what: String) {
      if !isTrue { differences.append("stay \(number) of path \(one.path): \(what)") }
    }
    func isClose(_ a: PathCrossing.Passage?, _ b: PathCrossing.Passage?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return geodesicMeters(a.place.point, b.place.point) < 1e-6
    }
    expect(isClose(one.entry, other.entry), "entry")
    expect(isClose(one.exit, other.exit), "exit")
    expect(abs((one.length - other.length).meters) < 1e-4, "length \(one.length) \(other.length)")
    expect(
      one.placesInside == other.placesInside, "places \(one.placesInside) \(other.placesInside)")
    if let depth = one.deepest?.depth, let plainDepth = other.deepest?.depth {
      expect(abs((depth - plainDepth).meters) < 3e-4, "depth \(depth) \(plainDepth)")
    } else {
      expect(one.deepest == nil && other.deepest == nil, "deepest")
    }
  }
  return differences
}

@Suite struct `The stays of paths` {
  @Test(arguments: 1...6)
  func `are those of their legs, one by one, for tracks of a place each second`(
    seed: UInt64
  ) throws {
    var random = RandomStream(seed: seed)
    let tracks = (0..<4).map { _ in
      track(
        from: Point2(
          x: Double.random(in: 35.9...36.5, using: &random),
          y: Double.random(in: 35.9...36.4, using: &random)),
        azimuth: Double.random(in: -180...180, using: &random), count: 120, turn: 2, &random)
    }
    #expect(try differences(try ShippedBorder.hatay(), try paths(tracks)) == [])
  }

  @Test(arguments: 1...6)
  func `are those of their legs, one by one, for straight paths`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let tracks = (0..<10).map { _ in
      track(
        from: Point2(
          x: Double.random(in: 35.9...36.5, using: &random),
          y: Double.random(in: 35.75...36.2, using: &random)),
        azimuth: Double.random(in: -180...180, using: &random), count: 2,
        step: Double.random(in: 100...40_000, using: &random), turn: 0, &random)
    }
    #expect(try differences(try ShippedBorder.hatay(), try paths(tracks)) == [])
  }

  @Test(arguments: 1...20)
  func `are those of their legs, one by one, on small grids`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let border = try prepared(
      [closedRing((36, 36), (36.004, 36), (36.004, 36.004), (36.002, 36.002), (36, 36.004))],
      [rectangle((36.004, 36.004), (36.006, 36.006))])
    let tracks = (0..<20).map { _ in
      (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Point2(
          x: 36 + Double(Int.random(in: -2...8, using: &random)) / 1000,
          y: 36 + Double(Int.random(in: -2...8, using: &random)) / 1000)
      }
    }
    #expect(try differences(border, try paths(tracks)) == [])
  }

  /// An edge that is straight in degrees and the geodesic between two of its places part by κL²/8.
  ///
  /// By dα/ds = −tan φ sin α cos² α/M of the edge and tan φ sin α/N of the geodesic, κ is about
  /// tan φ sin α (1 + cos² α)/R. Here tan φ = 1.66375; the edge goes 673.66 m east and 217.57 m
  /// south, so sin α = 0.9516 and cos α = −0.3073; R = 6.39·10⁶ m; κ = 2.712·10⁻⁷/m. With
  /// L = 152.09 m the depth is 0.784 mm.
  @Test func `beside a slanted edge are as deep as the edge and the path part`() throws {
    let border = try prepared([
      closedRing(
        (-90, -59.005859375), (-89.998046875, -59), (-89.9921875, -58.998046875),
        (-89.998046875, -58.994140625), (-90.009765625, -58.9921875))
    ])
    let path = [
      Point2(x: -90.00436386274927, y: -58.993087793708455),
      Point2(x: -90.00184631347656, y: -58.993507385253906),
    ]
    let stays = try border.crossings(of: try paths([path]))
    let deepest = try #require(stays.compactMap(\.deepest).max { $0.depth < $1.depth })
    #expect(abs(deepest.depth.meters - 0.000_784) < 0.000_11)
  }
}
