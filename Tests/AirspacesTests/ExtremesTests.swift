import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

@Suite struct `The deepest place of a leg` {
  /// A leg along a parallel's ends through a strip between two meridians is deepest half way.
  @Test func `in a strip between two meridians is in the middle`() throws {
    let border = try prepared([rectangle((36, 30), (37, 40))])
    let leg = GeodesicLeg(from: try place(35, 36), to: try place(35, 37))
    let found = try #require(border.furthest(on: leg, within: .zero...leg.length))
    #expect(abs((found.at - leg.length / 2).meters) < 0.01)
    // From (35°, 36.5°) to the meridian 36°: the geodesic that meets it at a right angle.
    let middle = leg.place(at: leg.length / 2).point
    let expected = nearestOnEdge(Point2(x: 36, y: 30), Point2(x: 36, y: 40), to: middle).meters
    #expect(abs(found.distance.meters - expected) < 1e-4)
  }

  @Test func `through the middle of a wide box lies by its arcs of meridian`() throws {
    let border = try prepared([rectangle((30, 36), (40, 37))])
    let leg = GeodesicLeg(from: try place(35.5, 35), to: try place(37.5, 35))
    let crossings = try border.crossings(of: leg)
    let inside = crossings.pieces[1]
    let found = try #require(border.furthest(on: leg, within: inside.start...inside.end))
    // Deepest where both parallels are equally far: half the arc between them.
    let arc = geodesicMeters(Point2(x: 35, y: 36), Point2(x: 35, y: 37))
    #expect(abs(found.distance.meters - arc / 2) < 1e-4)
    #expect(abs((found.at - inside.start).meters - arc / 2) < 1e-4)
  }

  @Test func `of no length is its place`() throws {
    let border = try prepared([rectangle((36, 36), (37, 37))])
    let leg = GeodesicLeg(from: try place(36.1, 36.5), to: try place(36.1, 36.5))
    let found = try #require(border.furthest(on: leg, within: .zero...(.zero)))
    let nearest = try #require(border.nearest(on: leg, within: .zero...(.zero)))
    #expect(found.distance == border.distance(to: leg.start)?.signed.absolute)
    #expect(nearest.distance == found.distance && found.at == .zero)
  }

  /// A leg that keeps its depth within millimeters over 300 km: nothing to cut off early.
  @Test func `on a leg beside a meridian is found though it is flat`() throws {
    let border = try prepared([rectangle((36, -2), (37, 2))])
    let leg = GeodesicLeg(from: try place(-1.4, 36.01), to: try place(1.3, 36.01))
    let found = try #require(border.furthest(on: leg, within: .zero...leg.length))
    // The parallels are longest at the equator.
    let expected = geodesicMeters(Point2(x: 36, y: 0), Point2(x: 36.01, y: 0))
    #expect(abs(found.distance.meters - expected) < 1e-4)
  }
}

@Suite struct `The nearest place of a leg` {
  @Test func `that passes a corner lies beside it`() throws {
    let border = try prepared([rectangle((36, 36), (37, 37))])
    let leg = GeodesicLeg(from: try place(35.5, 36), to: try place(36.2, 35.3))
    let found = try #require(border.nearest(on: leg, within: .zero...leg.length))
    #expect(found.foot == (try place(36, 36)))
    let sight = Geodesic.wgs84.inverse(from: found.place, to: found.foot)
    // Beside it: at a right angle to the way flown.
    let turn = (sight.initialAzimuth - leg.azimuth(at: found.at)).wrappedToHalfTurn
    #expect(abs(abs(turn.degrees) - 90) < 0.001)
    #expect(abs((sight.distance - found.distance).meters) < 1e-6)
  }

  @Test func `beside a straight edge is an end of the piece`() throws {
    let border = try prepared([rectangle((36, 36), (37, 37))])
    let leg = GeodesicLeg(from: try place(36.5, 35), to: try place(36.5, 35.8))
    let range = Length.kilometers(10)...(.kilometers(50))
    let found = try #require(border.nearest(on: leg, within: range))
    #expect(found.at == .kilometers(50))
  }
}

@Suite struct `Extremes of a leg` {
  /// The largest and the least distance on a stretch by even samples, and by thirds around the
  /// best of them.
  private func sampled(
    _ border: PreparedBorder, _ leg: GeodesicLeg, _ low: Double, _ high: Double, count: Int,
    sign: Double
  ) throws -> Double {
    func value(_ meters: Double) throws -> Double {
      let distance = try #require(border.distance(to: leg.place(at: .meters(meters))))
      return sign * distance.signed.absolute.meters
    }
    let step = (high - low) / Double(count)
    var best = -Double.infinity
    var values: [Double] = []
    for number in 0...count { values.append(try value(low + Double(number) * step)) }
    let top = values.indices.sorted { values[$0] > values[$1] }.prefix(4)
    for index in top {
      var (left, right) = (
        max(low, low + Double(index - 1) * step), min(high, low + Double(index + 1) * step)
      )
      for _ in 0..<50 {
        let (first, second) = (left + (right - left) / 3, right - (right - left) / 3)
        if try value(first) >= value(second) { right = second } else { left = first }
      }
      best = max(best, values[index], try value((left + right) / 2))
    }
    return best
  }

  @Test(arguments: UInt64(1)...12)
  func `are those of dense samples`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let center = Point2(
      x: .random(in: -170...170, using: &random), y: .random(in: -75...75, using: &random))
    let border = try starBorder(
      around: center, meters: 500...8000, vertices: 14, using: &random)
    func anywhere() throws -> GeodeticCoordinate {
      Geodesic.wgs84.direct(
        from: try place(center), azimuth: .degrees(.random(in: -180...180, using: &random)),
        distance: .meters(.random(in: 0...12_000, using: &random))
      ).place
    }
    let leg = GeodesicLeg(from: try anywhere(), to: try anywhere())
    for piece in try border.crossings(of: leg).pieces {
      let range = piece.start...piece.end
      let furthest = try #require(border.furthest(on: leg, within: range))
      let nearest = try #require(border.nearest(on: leg, within: range))
      let (low, high) = (piece.start.meters, piece.end.meters)
      let most = try sampled(border, leg, low, high, count: 80, sign: 1)
      let least = -(try sampled(border, leg, low, high, count: 80, sign: -1))
      #expect(furthest.distance.meters > most - 2e-4 && furthest.distance.meters < most + 1)
      #expect(nearest.distance.meters < least + 2e-4 && nearest.distance.meters > least - 1)
      for extreme in [furthest, nearest] {
        #expect(range.contains(extreme.at))
        let there = try #require(border.distance(to: leg.place(at: extreme.at)))
        #expect(abs(there.signed.absolute.meters - extreme.distance.meters) < 1e-4)
        #expect(
          abs(geodesicMeters(extreme.place.point, extreme.foot.point) - extreme.distance.meters)
            < 1e-6)
      }
    }
  }

  @Test(arguments: [0.0, 0.01, 0.03, 0.06])
  func `on the Hatay border are those of dense samples`(north: Double) throws {
    let border = try ShippedBorder.hatay()
    let tip = border.southernmostVertex
    let latitude = tip.latitude.degrees + north
    let leg = GeodesicLeg(from: try place(latitude, 36.3), to: try place(latitude, 36.0))
    for piece in try border.crossings(of: leg).pieces where piece.length > .meters(100) {
      let range = piece.start...piece.end
      let furthest = try #require(border.furthest(on: leg, within: range))
      let (low, high) = (piece.start.meters, piece.end.meters)
      let most = try sampled(border, leg, low, high, count: 100, sign: 1)
      #expect(furthest.distance.meters > most - 2e-4)
      let there = try #require(border.distance(to: furthest.place))
      #expect(abs(there.signed.absolute.meters - furthest.distance.meters) < 1e-4)
    }
  }
}
