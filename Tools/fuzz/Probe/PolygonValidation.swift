import Geometry
import Quantities

/// Rings are polygons exactly where the definition says so.
enum PolygonValidation: Property {
  static let name = "validation"
  static let statement =
    "MultiPolygon accepts exactly the rings that are polygons by the definition, in integers, "
    + "winds them as it says, and never crashes"
  static let questionsPerSubject = 1

  static func subject(using random: inout RandomStream) {}

  static func counterexample(
    to subject: Void, question: Int, using random: inout RandomStream
  ) -> String? {
    random.once(in: 10) ? wild(using: &random) : onGrid(using: &random)
  }

  private static func onGrid(using random: inout RandomStream) -> String? {
    let size = random.one(of: [3, 4, 5, 6, 8, 16, 40])
    var parts = random.parts(on: size)
    if random.once(in: 8) { stretch(&parts, using: &random) }
    if random.once(in: 6) { spoil(&parts, using: &random) }
    // At 2⁵² neighbouring whole numbers are neighbouring doubles.
    let offsets = [0, 0, 0, 1 << 30, (1 << 52) - (1 << 17), -(1 << 52)]
    let scale = GridScale(
      offset: GridPoint(x: random.one(of: offsets), y: random.one(of: offsets)),
      exponent: random.one(of: [0, 0, -1, -20, 30, -200]))
    var positions = scale.positions(parts)
    var expected = isValid(parts)
    if random.once(in: 20) {
      switch unclose(&positions, using: &random) {
      case .closed: break
      case .open: expected = false
      // Without a repeated vertex at its end it may be a ring after all: another one.
      case .closedAgain: return nil
      }
    }
    switch Result(catching: { () throws(PolygonDefects) in try MultiPolygon(positions) }) {
    case .success(let polygon):
      guard expected else { return "accepted, but not valid:\n\(positions.exact)" }
      return misplaced(in: polygon, parts, scale).map { "\($0):\n\(positions.exact)" }
    case .failure(let defects):
      guard !expected else { return "valid, but refused: \(defects)\n\(positions.exact)" }
      return nil
    }
  }

  /// Nearly straight lines: multiplies one axis so that small steps stand beside long ones.
  private static func stretch(_ parts: inout GridParts, using random: inout RandomStream) {
    let isAlongX = random.once(in: 2)
    for part in parts.indices {
      for ring in parts[part].indices {
        for vertex in parts[part][ring].indices {
          var point = parts[part][ring][vertex] * 900
          if isAlongX { point.x += random.below(3) } else { point.y += random.below(3) }
          parts[part][ring][vertex] = point
        }
      }
    }
  }

  /// Does to a ring what files do: repeated vertices, spikes, vertices on edges, too few.
  private static func spoil(_ parts: inout GridParts, using random: inout RandomStream) {
    let part = random.below(parts.count)
    let ring = random.below(parts[part].count)
    let index = random.below(parts[part][ring].count)
    let points = parts[part][ring]
    let (a, b) = (points[index], points[(index + 1) % points.count])
    switch random.below(7) {
    case 0: parts[part][ring].insert(a, at: index)
    case 1: parts[part][ring].insert(contentsOf: [a, b], at: index + 1)
    case 2:
      parts = parts.map { $0.map { $0.map { $0 * 2 } } }
      parts[part][ring].insert(GridPoint(x: a.x + b.x, y: a.y + b.y), at: index + 1)
    case 3: parts[part][ring] = Array(points.prefix(random.below(4)))
    case 4: parts[part].append(points)
    case 5: parts.append([points])
    default: random.once(in: 2) ? parts[part].removeAll() : parts.removeAll()
    }
  }

  private enum Ending { case closed, open, closedAgain }

  /// Takes a last position away: what the ring has become.
  private static func unclose(
    _ positions: inout [[[Point2]]], using random: inout RandomStream
  ) -> Ending {
    guard !positions.isEmpty else { return .closed }
    let part = random.below(positions.count)
    guard !positions[part].isEmpty else { return .closed }
    let ring = random.below(positions[part].count)
    guard positions[part][ring].popLast() != nil else { return .closed }
    let left = positions[part][ring]
    return left.count > 1 && left.first == left.last ? .closedAgain : .open
  }

  /// What is wrong with an accepted polygon: a vertex lost or moved, a ring wound the wrong way.
  private static func misplaced(
    in polygon: MultiPolygon, _ parts: GridParts, _ scale: GridScale
  ) -> String? {
    let rings = parts.enumerated().flatMap { part, rings in
      rings.enumerated().map { (part: part, number: $0, ring: $1) }
    }
    guard polygon.rings.count == rings.count else { return "the number of rings changed" }
    for (found, given) in zip(polygon.rings, rings) {
      guard (found.part, found.number) == (given.part, given.number) else {
        return "part \(given.part), ring \(given.number) has another number"
      }
      let isAsGiven = (given.ring.doubledArea > 0) == (given.number == 0)
      let wound = isAsGiven ? given.ring : given.ring.reversed()
      guard Array(polygon.vertices[found.start..<found.end]) == wound.map(scale.point) else {
        return "part \(given.part), ring \(given.number) is wound the wrong way, or changed"
      }
    }
    return nil
  }

  /// Numbers of all kinds: nothing may crash, and what is not finite may not enter.
  private static func wild(using random: inout RandomStream) -> String? {
    func number(_ random: inout RandomStream) -> Double {
      switch random.below(16) {
      case 0: random.one(of: [.nan, .infinity, -.infinity])
      case 1: Double(bitPattern: random.next())
      case 2: random.one(of: [0, -0.0, 0x1p-1074, -0x1p-1074, 0x1p-1022, -0x1p-1022])
      case 3: random.one(of: [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1e154, -1e308])
      case 4: random.power(-1074, 1023)
      default: Double(random.int(-4...4))
      }
    }
    let isTame = random.once(in: 2)
    func point(_ random: inout RandomStream) -> Point2 {
      let (x, y) = (number(&random), number(&random))
      if isTame, !x.isFinite || !y.isFinite { return Point2(x: 1, y: -1) }
      return Point2(x: x, y: y)
    }
    let positions = (0..<random.int(1...2)).map { _ in
      (0..<random.int(1...2)).map { _ in
        let ring = (0..<random.int(3...6)).map { _ in point(&random) }
        return ring + ring.prefix(1)
      }
    }
    let isFinite = positions.joined().joined().allSatisfy(\.isFinite)
    guard let polygon = try? MultiPolygon(positions) else { return nil }
    guard isFinite else { return "accepted with a number that is not finite:\n\(positions.exact)" }
    let bands = EdgeBands(polygon)
    // The grid is for extents that a double can hold many times.
    let isModest = polygon.vertices.allSatisfy { max(abs($0.x), abs($0.y)) < 0x1p900 }
    let grid = isModest ? LocationGrid(polygon) : nil
    for _ in 0..<4 {
      let place = random.once(in: 3) ? random.one(of: polygon.vertices) : point(&random)
      let (plain, banded) = (polygon.location(of: place), bands.location(of: place))
      let gridded = grid?.location(of: place) ?? plain
      if plain != banded || plain != gridded {
        return "\(place.exact): MultiPolygon says \(plain), EdgeBands \(banded), "
          + "LocationGrid \(gridded)\n\(positions.exact)"
      }
    }
    return nil
  }
}
