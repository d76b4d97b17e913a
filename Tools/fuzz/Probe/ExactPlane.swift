/// A point on whole numbers.
///
/// All that is decided here is decided in integers, by definitions rather than by algorithms, and
/// shares nothing with the product's predicates. Magnitudes stay below 2⁵³, so that a point is a
/// pair of doubles too.
struct GridPoint: Hashable {
  var x, y: Int

  static func + (a: GridPoint, b: GridPoint) -> GridPoint { GridPoint(x: a.x + b.x, y: a.y + b.y) }
  static func * (a: GridPoint, factor: Int) -> GridPoint {
    GridPoint(x: a.x * factor, y: a.y * factor)
  }
}

/// Twice the signed area of the triangle.
func cross(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int128 {
  Int128(b.x - a.x) * Int128(c.y - a.y) - Int128(b.y - a.y) * Int128(c.x - a.x)
}

private func dot(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int128 {
  Int128(b.x - a.x) * Int128(c.x - a.x) + Int128(b.y - a.y) * Int128(c.y - a.y)
}

/// A piece of a straight line, `a` ≠ `b` unless said otherwise.
struct GridSegment {
  let a, b: GridPoint

  /// Whether a point lies on it, its ends counted: on the line, and not beyond either end.
  func contains(_ point: GridPoint) -> Bool {
    cross(a, b, point) == 0 && dot(point, a, b) <= 0
  }

  /// Whether it and another have a point in common.
  func meets(_ other: GridSegment) -> Bool {
    if contains(other.a) || contains(other.b) || other.contains(a) || other.contains(b) {
      return true
    }
    let (c, d) = (cross(a, b, other.a).signum(), cross(a, b, other.b).signum())
    let (e, f) = (cross(other.a, other.b, a).signum(), cross(other.a, other.b, b).signum())
    return c * d < 0 && e * f < 0
  }

  /// Whether it and another have a piece in common that is more than a point.
  func overlaps(_ other: GridSegment) -> Bool {
    guard cross(a, b, other.a) == 0, cross(a, b, other.b) == 0 else { return false }
    let shared = Set(
      [a, b].filter(other.contains) + [other.a, other.b].filter(contains))
    return shared.count > 1
  }

  /// Where another, not parallel, cuts it, as a fraction of its length.
  func cut(by other: GridSegment) -> Fraction? {
    let (dx, dy) = (Int128(b.x - a.x), Int128(b.y - a.y))
    let (ox, oy) = (Int128(other.b.x - other.a.x), Int128(other.b.y - other.a.y))
    var denominator = dx * oy - dy * ox
    guard denominator != 0 else { return nil }
    let (wx, wy) = (Int128(other.a.x - a.x), Int128(other.a.y - a.y))
    var (mine, others) = (wx * oy - wy * ox, wx * dy - wy * dx)
    if denominator < 0 { (denominator, mine, others) = (-denominator, -mine, -others) }
    guard mine >= 0, mine <= denominator, others >= 0, others <= denominator else { return nil }
    return Fraction(numerator: mine, denominator: denominator)
  }
}

/// A number of 0…1.
struct Fraction: Comparable {
  let numerator: Int128
  /// Positive.
  let denominator: Int128

  static let zero = Fraction(numerator: 0, denominator: 1)
  static let one = Fraction(numerator: 1, denominator: 1)

  static func < (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
  static func == (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator == b.numerator * a.denominator
  }

  func middle(to other: Fraction) -> Fraction {
    Fraction(
      numerator: numerator * other.denominator + other.numerator * denominator,
      denominator: 2 * denominator * other.denominator)
  }
}

/// A ring without the repetition of its first vertex.
typealias GridRing = [GridPoint]

extension GridRing {
  var segments: [GridSegment] {
    indices.map { GridSegment(a: self[$0], b: self[$0 + 1 == count ? 0 : $0 + 1]) }
  }

  /// Twice the signed area: positive counterclockwise.
  var doubledArea: Int128 {
    segments.reduce(0) { $0 + cross(GridPoint(x: 0, y: 0), $1.a, $1.b) }
  }
}

/// How many of `segments` a ray to the east from the point (x, y)/denominator crosses, of which
/// none holds the point: odd inside.
private func isOddInside(
  _ segments: [GridSegment], _ x: Int128, _ y: Int128, over denominator: Int128
) -> Bool {
  var isInside = false
  for segment in segments {
    let (ay, by) = (Int128(segment.a.y) * denominator, Int128(segment.b.y) * denominator)
    guard (ay > y) != (by > y) else { continue }
    let side =
      Int128(segment.b.x - segment.a.x) * (y - ay)
      - Int128(segment.b.y - segment.a.y) * (x - Int128(segment.a.x) * denominator)
    if (side > 0) == (by > ay) { isInside.toggle() }
  }
  return isInside
}

/// Where a point lies with respect to edges: 1 inside, 0 on one of them, −1 outside.
func side(of point: GridPoint, among segments: [GridSegment]) -> Int {
  if segments.contains(where: { $0.contains(point) }) { return 0 }
  return isOddInside(segments, Int128(point.x), Int128(point.y), over: 1) ? 1 : -1
}

/// Polygons, each a shell and holes.
typealias GridParts = [[GridRing]]

/// Whether rings are polygons as ``MultiPolygon`` documents it, by the definition: the rings are
/// simple and meet only at points; each piece of a hole between such points lies inside its shell
/// and outside the other holes; and no piece of a part lies in the interior of another part.
///
/// - Precondition: Coordinates below 2¹⁷, so that no product leaves 128 bits.
func isValid(_ parts: GridParts) -> Bool {
  guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isSimple) }) else {
    return false
  }
  let rings = parts.map { $0.map(\.segments) }
  let all = rings.flatMap { $0 }
  for (number, ring) in all.enumerated() {
    for other in all[..<number] {
      if ring.contains(where: { edge in other.contains { $0.overlaps(edge) } }) { return false }
    }
  }
  for (part, ofPart) in rings.enumerated() {
    for (number, ring) in ofPart.enumerated() {
      var others: [GridSegment] = []
      for (otherPart, otherRings) in rings.enumerated() {
        for (otherNumber, other) in otherRings.enumerated()
        where (otherPart, otherNumber) != (part, number) { others += other }
      }
      for edge in ring {
        for place in edge.middlesBetweenCuts(by: others)
        where !mayLie(place, ofPart: part, ring: number, among: rings) { return false }
      }
    }
  }
  return true
}

/// A point of an edge between its cuts, as (x, y)/denominator.
private struct Between { let x, y, denominator: Int128 }

extension GridSegment {
  fileprivate func middlesBetweenCuts(by others: [GridSegment]) -> [Between] {
    var cuts: [Fraction] = [.zero, .one]
    for other in others {
      if let cut = cut(by: other), cut != .zero, cut != .one { cuts.append(cut) }
    }
    cuts.sort()
    var middles: [Between] = []
    for (low, high) in zip(cuts, cuts.dropFirst()) where low != high {
      let t = low.middle(to: high)
      middles.append(
        Between(
          x: Int128(a.x) * t.denominator + Int128(b.x - a.x) * t.numerator,
          y: Int128(a.y) * t.denominator + Int128(b.y - a.y) * t.numerator,
          denominator: t.denominator))
    }
    return middles
  }
}

private func mayLie(
  _ place: Between, ofPart part: Int, ring: Int, among rings: [[[GridSegment]]]
) -> Bool {
  func isIn(_ segments: [GridSegment]) -> Bool {
    isOddInside(segments, place.x, place.y, over: place.denominator)
  }
  if ring > 0 {
    guard isIn(rings[part][0]) else { return false }
    for other in rings[part].indices.dropFirst() where other != ring {
      if isIn(rings[part][other]) { return false }
    }
  }
  for other in rings.indices where other != part {
    if isIn(rings[other][0]), !rings[other].dropFirst().contains(where: isIn) { return false }
  }
  return true
}

/// Whether a ring has three vertices and meets itself nowhere: edges that follow each other share
/// their vertex and nothing more, all others nothing.
private func isSimple(_ ring: GridRing) -> Bool {
  guard ring.count >= 3 else { return false }
  let segments = ring.segments
  guard segments.allSatisfy({ $0.a != $0.b }) else { return false }
  for (number, segment) in segments.enumerated() {
    let next = segments[number + 1 == ring.count ? 0 : number + 1]
    if cross(segment.a, segment.b, next.b) == 0, dot(segment.b, segment.a, next.b) > 0 {
      return false
    }
    for other in (number + 1)..<max(number + 1, ring.count)
    where other != number + 1 && !(number == 0 && other == ring.count - 1) {
      if segment.meets(segments[other]) { return false }
    }
  }
  return true
}
