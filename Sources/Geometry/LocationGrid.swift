/// An index that answers where a point lies with two lines at most.
///
/// A square grid lies over the polygon. A cell that more than two edges meet is cut into 8 × 8
/// smaller ones, and those again; so nearly every cell that is left is met by no edge, by one, by
/// two that share a vertex there, or by two that pass each other. In each of these cases a point
/// of the cell is inside if it is on the left of both lines, or of either. The few cells that
/// stay crowded leave the answer to ``EdgeBands``, as does a point so near to a line that
/// rounding leaves its side open: all answers are exact.
///
/// A grid and not a tree, because every question then runs the same few instructions: three
/// look-ups and two lines, without a branch that could be foretold wrongly.
public struct LocationGrid: Sendable {
  let frame: GridFrame
  /// For each coarse cell, where its medium cells begin in `medium`: one, or 64 of them.
  let coarse: [Span]
  /// For each medium cell, where its fine cells begin in `fine`: one, or 64 of them.
  let medium: [Span]
  /// For each fine cell, its number in `rules`.
  let fine: [UInt32]
  let rules: [SideRule]
  private let bands: EdgeBands

  /// - Precondition: All coordinates lie within ±2⁹⁰⁰.
  /// - Complexity: O(*n*) time and memory for edges short against the whole.
  public init(_ polygon: MultiPolygon) {
    precondition(polygon.vertices.allSatisfy { abs($0.x) <= 0x1p900 && abs($0.y) <= 0x1p900 })
    let ends = polygon.edgeEnds()
    self.init(polygon, ends, EdgeBands(polygon), CellLists(polygon, ends))
  }

  /// The same, over what is known already.
  package init(_ polygon: MultiPolygon, _ ends: [Int], _ bands: EdgeBands, _ lists: CellLists) {
    let builder = GridBuilder(polygon, ends, bands, lists)
    (frame, self.bands) = (lists.frame, bands)
    (coarse, medium, fine) = (builder.coarse, builder.medium, builder.fine)
    rules = builder.rules.rules
  }

  /// Cells of the next level: a place to begin, and whether there are 64 or only one.
  struct Span: Sendable {
    /// Twice the place where they begin, and one more if there are 64.
    private let bits: UInt32

    init(start: Int, isDivided: Bool) { bits = UInt32(start) << 1 | (isDivided ? 1 : 0) }

    @inline(__always)
    func cell(_ number: UInt32) -> Int {
      Int(bits >> 1 &+ ((0 &- (bits & 1)) & number))
    }
  }
}

extension LocationGrid {
  /// Where `point` lies: the answer of ``MultiPolygon/location(of:)``.
  ///
  /// A point with a coordinate that is not finite lies outside.
  ///
  /// - Complexity: O(1), but for points within some nanometers of an edge and in crowded places.
  public func location(of point: Point2) -> Location {
    guard point.isFinite else { return .outside }
    let (x, y) = frame.fineCell(of: point)
    let coarseCell = coarse[Int((y >> 6) &<< frame.bits | x >> 6)]
    let mediumCell = medium[coarseCell.cell(y & 0x38 | x >> 3 & 7)]
    let rule = rules[Int(fine[mediumCell.cell((y & 7) << 3 | x & 7)])]
    return rule.side(of: point) ?? bands.location(of: point)
  }

  /// Writes where each of many points lies, in their order.
  ///
  /// - Parameters:
  ///   - xs: The points' first coordinates, finite.
  ///   - ys: The points' second coordinates, finite; as many.
  ///   - result: Room for as many answers.
  /// - Complexity: O(1) for each point, as ``location(of:)``; nothing is allocated.
  public func writeLocations(
    xs: UnsafeBufferPointer<Double>, ys: UnsafeBufferPointer<Double>,
    to result: UnsafeMutableBufferPointer<Location>
  ) {
    precondition(xs.count == ys.count && xs.count <= result.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Self.blockLength) { scratch in
      for start in stride(from: 0, to: xs.count, by: Self.blockLength) {
        let block = start..<min(start + Self.blockLength, xs.count)
        writeBlock(
          UnsafeBufferPointer(rebasing: xs[block]), UnsafeBufferPointer(rebasing: ys[block]),
          UnsafeMutableBufferPointer(rebasing: result[block]), scratch)
      }
    }
  }

  private static let blockLength = 512

  /// Finds the cells of a block first, in a loop without look-ups that the compiler makes
  /// vectors of, and then the answers.
  private func writeBlock(
    _ xs: UnsafeBufferPointer<Double>, _ ys: UnsafeBufferPointer<Double>,
    _ result: UnsafeMutableBufferPointer<Location>, _ scratch: UnsafeMutableBufferPointer<UInt32>
  ) {
    let frame = frame
    for index in 0..<xs.count {
      let (x, y) = frame.fineCell(of: Point2(x: xs[index], y: ys[index]))
      scratch[2 * index] = (y >> 6) &<< frame.bits | x >> 6
      scratch[2 * index + 1] = (y & 0x3f) << 6 | (x & 0x3f)
    }
    coarse.withUnsafeBufferPointer { coarse in
      medium.withUnsafeBufferPointer { medium in
        fine.withUnsafeBufferPointer { fine in
          rules.withUnsafeBufferPointer { rules in
            for index in 0..<xs.count {
              let within = scratch[2 * index + 1]
              let coarseCell = coarse[Int(scratch[2 * index])]
              let mediumCell = medium[coarseCell.cell(within >> 6 & 0x38 | within >> 3 & 7)]
              let rule = Int(fine[mediumCell.cell(within >> 3 & 0x38 | within & 7)])
              let point = Point2(x: xs[index], y: ys[index])
              result[index] = rules[rule].side(of: point) ?? bands.location(of: point)
            }
          }
        }
      }
    }
  }
}

/// What decides the side of a point in a cell: on the left of both lines, or of either.
///
/// Each line is A·x + B·y + C, positive on its left, with |A| and |B| at most 1. Where either
/// line suffices, both are held negated, and the answer is: not on the right of both.
struct SideRule: Sendable {
  private var (a1, b1, c1) = (0.0, 0.0, 0.0)
  private var (a2, b2, c2) = (0.0, 0.0, 0.0)
  /// Values up to this one leave the side open.
  private var error = 0.0
  /// 1 where a point must be on the left of both, −1 where either suffices.
  private var sense = 1.0

  /// The rule that leaves every point open.
  static let open = SideRule()

  private init() {}

  /// The rule of a cell that no edge meets.
  init(everywhere location: Location) {
    (c1, c2) = location == .inside ? (1, 1) : (-1, -1)
  }

  init(_ first: SideLine, _ second: SideLine, either: Bool) {
    sense = either ? -1 : 1
    (a1, b1, c1) = (first.a * sense, first.b * sense, first.c * sense)
    (a2, b2, c2) = (second.a * sense, second.b * sense, second.c * sense)
    error = max(first.error, second.error)
  }

  /// Inside or outside, or nothing where rounding leaves it open.
  ///
  /// Where the smaller of both values is above its error, both are truly positive; where it is
  /// below, one is truly negative.
  @inline(__always)
  func side(of point: Point2) -> Location? {
    let first = a1 * point.x + b1 * point.y + c1
    let second = a2 * point.x + b2 * point.y + c2
    let least = second < first ? second : first
    guard abs(least) > error else { return nil }
    return least * sense > 0 ? .inside : .outside
  }
}

/// The line through an edge, scaled so that the larger of |A| and |B| is 1.
struct SideLine {
  let a, b, c: Double
  /// A bound of the error of A·x + B·y + C against the line through the two ends.
  ///
  /// With u = 2⁻⁵³ and K the largest coordinate of the grid: A and B have a relative error of at
  /// most 2u after a subtraction and a division, and so does the value they give at a distance
  /// of at most 2K from the edge: 8uK. C, two products and a sum, is off by at most 6uK, and so
  /// are the two products and two sums of the value. 32uK covers them all.
  let error: Double

  init(_ start: Point2, _ end: Point2, largest: Double) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let scale = max(abs(dx), abs(dy))
    (a, b) = (-dy / scale, dx / scale)
    c = -(a * start.x + b * start.y)
    error = 32 * 0x1p-53 * largest
  }

  func value(at point: Point2) -> Double { a * point.x + b * point.y + c }
}
