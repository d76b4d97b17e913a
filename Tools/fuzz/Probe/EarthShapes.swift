import Airspaces
import Geodesy
import Geometry
import Quantities

/// A random border somewhere on the Earth, with its exact form beside it.
struct EarthShape {
  /// Whole numbers of 2^`exponent` degrees.
  let parts: GridParts
  let exponent: Int
  let segments: [GridSegment]
  /// The side of a square of the grid that the shape was drawn on.
  let step: Int
  /// The border, or why the product refused it.
  let border: Result<PreparedBorder, BorderError>

  init(_ parts: GridParts, exponent: Int, step: Int) {
    (self.parts, self.exponent, self.step) = (parts, exponent, step)
    segments = parts.joined().flatMap(\.segments)
    let positions = GridScale(exponent: exponent).positions(parts)
    border = Result { () throws(BorderError) in PreparedBorder(try Border(parts: positions)) }
  }

  /// Half a turn, and a quarter.
  var halfTurn: Int { 180 << -exponent }
  var quarterTurn: Int { 90 << -exponent }

  /// The same point, brought to the map if it lies beyond.
  func onMap(_ point: GridPoint) -> GridPoint {
    GridPoint(
      x: min(halfTurn, max(-halfTurn, point.x)), y: min(quarterTurn, max(-quarterTurn, point.y)))
  }

  func point(_ point: GridPoint) -> Point2 { GridScale(exponent: exponent).point(point) }

  func place(_ point: GridPoint) -> GeodeticCoordinate {
    let degrees = self.point(point)
    return GeodeticCoordinate(knownLatitude: degrees.y, longitude: degrees.x)
  }

  /// All there is to know of it.
  var exact: String { GridScale(exponent: exponent).positions(parts).exact }
}

extension RandomStream {
  /// A valid border of some kind: anywhere, on the equator, at the antimeridian, around a pole.
  ///
  /// Small squares are usual: the time to arrange a border grows with the length of its edges. A
  /// shape around a pole comes once in `polar` times: from inside very many edges may be nearest.
  mutating func earthShape(polar: Int = 1000) -> EarthShape {
    if once(in: polar) { return shapeAroundPole(int(0...16)) }
    let fineness = once(in: 100) ? int(0...6) : int(7...20)
    switch below(10) {
    case 0: return shapeAcrossAntimeridian(fineness)
    case 1: return shapeAtSide(fineness)
    case 2: return shape(fineness, around: (int(-170...170), one(of: [-89, -87, 85, 88])))
    case 3, 4: return shape(fineness, around: (int(-2...2), int(-2...2)))
    default: return shape(fineness, around: (int(-160...160), int(-70...70)))
    }
  }

  /// Degrees that make a shape a few squares wide.
  private mutating func shape(_ fineness: Int, around center: (x: Int, y: Int)) -> EarthShape {
    // Near 0 doubles are finer.
    let exponent = max(abs(center.x), abs(center.y)) < 3 && once(in: 2) ? -49 : -45
    let size = one(of: [3, 4, 6, 8, 12])
    let step = 1 << max(0, -exponent - max(fineness, 3))
    let grid = validParts(on: size)
    let offset =
      GridPoint(x: center.x << -exponent, y: center.y << -exponent)
      + GridPoint(x: -size / 2 * step, y: -size / 2 * step)
    var parts = grid.map { $0.map { $0.map { offset + $0 * step } } }
    let exact = EarthShape(parts, exponent: exponent, step: step)
    guard once(in: 3) else { return exact }
    // A few doubles beside the grid: only rings that touched may have become invalid.
    for part in parts.indices {
      for ring in parts[part].indices {
        for vertex in parts[part][ring].indices {
          let moved = parts[part][ring][vertex] + GridPoint(x: int(-2...2), y: int(-2...2))
          parts[part][ring][vertex] = exact.onMap(moved)
        }
      }
    }
    let moved = EarthShape(parts, exponent: exponent, step: step)
    if case .success = moved.border { return moved }
    return exact
  }

  /// Two parts that meet along ±180°, or one that ends there.
  private mutating func shapeAcrossAntimeridian(_ fineness: Int) -> EarthShape {
    let (exponent, step) = (-45, 1 << (45 - max(fineness, 2)))
    let base = int(-80...80) << 45
    let height = int(2...6)
    /// A seam, perhaps with a vertex on it, then a chain back; x counts away from the seam.
    func half(_ random: inout RandomStream) -> GridRing {
      let ys = [0] + (random.once(in: 2) ? [random.int(1...(height - 1))] : []) + [height]
      var ring = ys.map { GridPoint(x: 0, y: base + $0 * step) }
      for y in stride(from: height, through: 0, by: -1) where random.once(in: 2) || y == 1 {
        ring.append(GridPoint(x: random.int(1...5) * step, y: base + y * step))
      }
      return ring
    }
    let west = half(&self).map { GridPoint(x: (180 << 45) - $0.x, y: $0.y) }
    let east = half(&self).map { GridPoint(x: $0.x - (180 << 45), y: $0.y) }
    return EarthShape(once(in: 6) ? [[east]] : [[west], [east]], exponent: exponent, step: step)
  }

  /// A cap around a pole, cut open along ±180° as RFC 7946 has it.
  private mutating func shapeAroundPole(_ fineness: Int) -> EarthShape {
    let exponent = -45
    // Mostly large: what goes around close to a pole takes long to arrange.
    let step = once(in: 20) ? 1 << (45 - max(fineness, 2)) : 1 << (45 + int(1...3))
    let sign = once(in: 2) ? 1 : -1
    let xs = Set((0..<6).map { _ in int(-179...179) }).sorted()
    let atSides = 90 << 45
    let end = atSides - int(1...6) * step
    var ring = [GridPoint(x: -180 << 45, y: end)]
    ring += xs.map { GridPoint(x: $0 << 45, y: atSides - int(1...6) * step) }
    ring += [GridPoint(x: 180 << 45, y: end), GridPoint(x: 180 << 45, y: atSides)]
    ring.append(GridPoint(x: -180 << 45, y: atSides))
    let parts = [[ring.map { GridPoint(x: $0.x, y: $0.y * sign) }]]
    return EarthShape(parts, exponent: exponent, step: step)
  }

  /// A shape on the grid with its lowest or highest columns on a side of the map.
  private mutating func shapeAtSide(_ fineness: Int) -> EarthShape {
    let size = one(of: [3, 4, 6])
    let isPole = once(in: 3)
    // At a pole finer squares would be less than a millimeter wide.
    let (exponent, step) = (-45, 1 << (45 - min(max(fineness, 3), isPole ? 9 : 45)))
    let offset =
      isPole
      ? GridPoint(
        x: int(-160...160) << 45,
        y: once(in: 2) ? (90 << 45) - size * step : -(90 << 45))
      : GridPoint(
        x: once(in: 2) ? (180 << 45) - size * step : -(180 << 45), y: int(-80...80) << 45)
    let parts = validParts(on: size).map { $0.map { $0.map { offset + $0 * step } } }
    return EarthShape(parts, exponent: exponent, step: step)
  }

  /// A point that is hard for a shape: at a vertex, on an edge, a few doubles beside, level with
  /// a vertex, at a side of the map; or just anywhere around it.
  mutating func hardPoint(of shape: EarthShape) -> GridPoint {
    let segment = one(of: shape.segments)
    let reach = 4 * shape.step
    var point: GridPoint
    switch below(10) {
    case 0: point = segment.a
    case 1:
      point = one(of: shape.segments).a
      point.x = segment.a.x
    case 2: point = GridPoint(x: segment.a.x + int(-reach...reach), y: segment.a.y)
    case 3, 4, 5:
      // Exactly on the edge where its grid can be divided so far.
      let parts = 1 << one(of: [1, 2, 3, 8, 20])
      let t = int(0...parts)
      point =
        segment.a
        + GridPoint(
          x: divided(segment.b.x - segment.a.x, t, parts),
          y: divided(segment.b.y - segment.a.y, t, parts))
    case 6 where segment.a.x.magnitude == shape.halfTurn.magnitude:
      point = GridPoint(x: segment.a.x, y: segment.a.y + int(-reach...reach))
    default:
      point = segment.a + GridPoint(x: int(-reach...reach), y: int(-reach...reach))
      if once(in: 2) { point = GridPoint(x: point.x / shape.step * shape.step, y: point.y) }
    }
    if once(in: 4) { point = point + GridPoint(x: int(-3...3), y: int(-3...3)) }
    return shape.onMap(point)
  }
}

/// length · t/parts, rounded down.
private func divided(_ length: Int, _ t: Int, _ parts: Int) -> Int {
  Int((Int128(length) * Int128(t)) / Int128(parts))
}
