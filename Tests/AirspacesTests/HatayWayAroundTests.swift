import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

/// A net of places 150 m apart around a place of the border of Hatay, each joined with its eight
/// neighbours wherever the geodesic between them has no piece inside.
private struct Net {
  static let side = 25
  let places: [GeodeticCoordinate]
  let isOutside: [Bool]
  let border: PreparedBorder

  init(around center: Point2, _ border: PreparedBorder) throws {
    self.border = border
    places = try (0..<Self.side * Self.side).map { number in
      let (x, y) = (number % Self.side - Self.side / 2, number / Self.side - Self.side / 2)
      return try place(
        center.y + Double(y) * 150 / 111_000, center.x + Double(x) * 150 / 89_500)
    }
    isOutside = places.map { border.location(of: $0) == .outside }
  }

  /// The lengths of the shortest ways along the net from a place, by relaxing until none changes.
  func lengths(from start: Int) throws -> [Double] {
    var steps: [(Int, Int, Double)] = []
    for number in places.indices where isOutside[number] {
      for (dx, dy) in [(1, 0), (0, 1), (1, 1), (-1, 1)] {
        let (x, y) = (number % Self.side + dx, number / Self.side + dy)
        guard (0..<Self.side).contains(x), y < Self.side, isOutside[y * Self.side + x] else {
          continue
        }
        let leg = GeodesicLeg(from: places[number], to: places[y * Self.side + x])
        let isFree = try border.crossings(of: leg).pieces.allSatisfy { $0.location != .inside }
        if isFree { steps.append((number, y * Self.side + x, leg.length.meters)) }
      }
    }
    var best = [Double](repeating: .infinity, count: places.count)
    best[start] = 0
    var isChanged = true
    while isChanged {
      isChanged = false
      for (i, j, length) in steps {
        if best[i] + length < best[j] { (best[j], isChanged) = (best[i] + length, true) }
        if best[j] + length < best[i] { (best[i], isChanged) = (best[j] + length, true) }
      }
    }
    return best
  }
}

@Suite struct `Ways around Hatay` {
  @Test(arguments: UInt64(1)...12)
  func `need not enter where a net of places has a way that does not`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let border = try ShippedBorder.hatay()
    let window = try #require(border.border.extract?.window).grown(by: -0.1)
    let vertices = border.border.polygon.vertices.filter(window.contains)
    let net = try Net(around: vertices[Int.random(in: vertices.indices, using: &random)], border)
    let outside = net.places.indices.filter { net.isOutside[$0] }
    guard outside.count > 1 else { return }
    for _ in 0..<3 {
      let start = outside[Int.random(in: outside.indices, using: &random)]
      let lengths = try net.lengths(from: start)
      for _ in 0..<6 {
        let end = outside[Int.random(in: outside.indices, using: &random)]
        let leg = GeodesicLeg(from: net.places[start], to: net.places[end])
        let isBarred = try border.crossings(of: leg).pieces.contains { $0.location == .inside }
        guard isBarred else { continue }
        func mustEnter(upTo length: Double) throws -> CorridorAnswer {
          let corridor = try Corridor(from: leg.start, to: leg.end, longestWay: .meters(length))
          let found = border.meeting(with: corridor)
          #expect(found.canEnter == .yes)
          return found.mustEnter
        }
        // The straight way is barred, and so are those that are hardly longer, but for slivers.
        #expect(try mustEnter(upTo: leg.length.meters) == .yes)
        guard lengths[end].isFinite else { continue }
        #expect(try mustEnter(upTo: lengths[end] + 0.01) == .no)
      }
    }
  }
}
