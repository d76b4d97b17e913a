import Geometry
import Quantities

/// Random polygons on small grids, most of them valid.
extension RandomStream {
  /// One to three parts with up to two holes each, in 0…`size`; often not valid.
  mutating func parts(on size: Int) -> GridParts {
    var parts: GridParts = []
    for _ in 0..<one(of: [1, 1, 1, 2, 2, 3]) {
      let low = GridPoint(x: below(size), y: below(size))
      let isWhole = parts.isEmpty || once(in: 3)
      let corner = isWhole ? GridPoint(x: 0, y: 0) : low
      let extent = isWhole ? (x: size, y: size) : (x: size - low.x, y: size - low.y)
      var rings = [ring(from: corner, extent.x, extent.y)]
      for _ in 0..<one(of: [0, 0, 0, 1, 1, 2]) {
        // A hole has room between two vertices of the shell, more often than anywhere.
        let (a, b) = (one(of: rings[0]), one(of: rings[0]))
        let corner = GridPoint(x: min(a.x, b.x), y: min(a.y, b.y))
        rings.append(ring(from: corner, abs(a.x - b.x), abs(a.y - b.y)))
      }
      parts.append(rings)
    }
    if once(in: 3) { share(&parts) }
    return parts
  }

  /// A ring in the rectangle of the extent given; simple more often than not.
  mutating func ring(from corner: GridPoint, _ width: Int, _ height: Int) -> GridRing {
    func at(_ x: Int, _ y: Int) -> GridPoint { corner + GridPoint(x: x, y: y) }
    let (w, h) = (max(1, width), max(1, height))
    switch below(6) {
    case 0:
      let (x, y) = (below(w), below(h))
      let (right, top) = (x + 1 + below(w - x), y + 1 + below(h - y))
      return [at(x, y), at(right, y), at(right, top), at(x, top)]
    case 1: return chainBetween(corner, w, h)
    case 2: return (0..<int(3...8)).map { _ in at(below(w + 1), below(h + 1)) }
    default:
      var ring = (0..<int(3...12)).map { _ in at(below(w + 1), below(h + 1)) }
      untangle(&ring)
      return ring
    }
  }

  /// A border as they are on maps: a chain that runs east, and another back above it.
  private mutating func chainBetween(_ corner: GridPoint, _ width: Int, _ height: Int) -> GridRing {
    let xs = Set((0..<5).map { _ in below(width + 1) }).sorted()
    let middle = height / 2
    let there = xs.map { corner + GridPoint(x: $0, y: int(0...middle)) }
    let back = xs.reversed().map { corner + GridPoint(x: $0, y: int(middle...height)) }
    return there + back
  }

  /// Turns pieces of a ring around where two edges meet, a limited number of times.
  private mutating func untangle(_ ring: inout GridRing) {
    for _ in 0..<24 {
      var isTangled = false
      for first in 0..<(ring.count - 1) {
        for second in (first + 2)..<max(first + 2, ring.count)
        where !(first == 0 && second == ring.count - 1) {
          let one = GridSegment(a: ring[first], b: ring[first + 1])
          let other = GridSegment(a: ring[second], b: ring[(second + 1) % ring.count])
          if one.meets(other) {
            ring[(first + 1)...second].reverse()
            isTangled = true
          }
        }
      }
      if !isTangled { return }
    }
  }

  /// Lets two rings share a vertex, or a vertex of one lie on an edge of another.
  private mutating func share(_ parts: inout GridParts) {
    let (part, other) = (below(parts.count), below(parts.count))
    let (ring, otherRing) = (below(parts[part].count), below(parts[other].count))
    let donor = parts[other][otherRing]
    let index = below(donor.count)
    let (a, b) = (donor[index], donor[(index + 1) % donor.count])
    let isMiddle = once(in: 2) && (a.x + b.x) % 2 == 0 && (a.y + b.y) % 2 == 0
    let point = isMiddle ? GridPoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2) : a
    let target = below(parts[part][ring].count)
    parts[part][ring][target] = point
  }

  /// Valid parts on a grid of 0…`size`: the definition decides.
  mutating func validParts(on size: Int) -> GridParts {
    for _ in 0..<20 {
      let parts = parts(on: size)
      if isValid(parts) { return parts }
    }
    return [[[.init(x: 0, y: 0), .init(x: size, y: 0), .init(x: below(size), y: size)]]]
  }
}

/// Where a grid lies among the doubles: a coordinate is (offset + whole number) · 2^exponent.
struct GridScale {
  var offset = GridPoint(x: 0, y: 0)
  var exponent = 0

  /// - Precondition: The sums are below 2⁵³, so that nothing is rounded.
  func point(_ point: GridPoint) -> Point2 {
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    return Point2(
      x: Double(point.x + offset.x) * scale, y: Double(point.y + offset.y) * scale)
  }

  /// The rings as files have them, the first position repeated at the end.
  func positions(_ parts: GridParts) -> [[[Point2]]] {
    parts.map { $0.map { ring in (ring + ring.prefix(1)).map(point) } }
  }
}
