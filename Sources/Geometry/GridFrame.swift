/// How a grid of cells lies over the plane: where a point falls.
struct GridFrame: Sendable {
  /// The coarse cells of a row are 2 to this power, and so are the rows.
  let bits: UInt32
  let origin: Point2
  /// Fine cells, of which 64 go on a coarse one along each axis, for each unit.
  let cellsPerUnit: Point2
  /// The last fine cell along either axis.
  private let last: Double

  /// How far the outer cells lie beyond `bounds` is one coarse cell, so that a point beyond the
  /// grid may be answered for by its outermost cell.
  init(around bounds: Box, bits: UInt32) {
    let count = Double(1 << bits)
    let largest = max(
      abs(bounds.low.x), abs(bounds.low.y), abs(bounds.high.x), abs(bounds.high.y))
    let width = Self.side(bounds.high.x - bounds.low.x, count, largest: largest)
    let height = Self.side(bounds.high.y - bounds.low.y, count, largest: largest)
    self.bits = bits
    origin = Point2(x: bounds.low.x - width, y: bounds.low.y - height)
    cellsPerUnit = Point2(x: 64 / width, y: 64 / height)
    last = count * 64 - 1
  }

  /// The side of a coarse cell: all but three cover the extent.
  ///
  /// A fine cell is never so small that the rounding of a coordinate, 2⁻⁵³ of it, is above a
  /// hundred-millionth of the cell.
  private static func side(_ extent: Double, _ count: Double, largest: Double) -> Double {
    max(extent / (count - 3), 64 * 0x1p-25 * largest, .leastNormalMagnitude * 0x1p100)
  }

  /// The place of a point in fine cells, not cut off at the ends.
  @inline(__always)
  func inCells(_ point: Point2) -> Point2 {
    Point2(x: (point.x - origin.x) * cellsPerUnit.x, y: (point.y - origin.y) * cellsPerUnit.y)
  }

  /// Column and row of the fine cell of a point; beyond the grid, of the nearest.
  ///
  /// Adding 2⁵² leaves the nearest whole number in the low bits of a double: half a cell less
  /// makes it the one below.
  @inline(__always)
  func fineCell(of point: Point2) -> (x: UInt32, y: UInt32) {
    func number(_ place: Double) -> UInt32 {
      let middle = place - 0.5
      let notBeyond = middle < last ? middle : last
      let inside = notBeyond > 0 ? notBeyond : 0
      return UInt32(truncatingIfNeeded: (inside + 0x1p52).bitPattern)
    }
    let place = inCells(point)
    return (number(place.x), number(place.y))
  }

  /// Column and row of the coarse cell of a point; beyond the grid, of the nearest.
  @inline(__always)
  func coarseCell(of point: Point2) -> (x: UInt32, y: UInt32) {
    let (x, y) = fineCell(of: point)
    return (x >> 6, y >> 6)
  }

  /// The box of all cells.
  var box: Box {
    Box(
      low: origin,
      high: Point2(
        x: origin.x + (last + 1) / cellsPerUnit.x, y: origin.y + (last + 1) / cellsPerUnit.y))
  }

  func middle(of cell: GridCell) -> Point2 {
    Point2(
      x: origin.x + (Double(cell.column) + 0.5) * Double(cell.size) / cellsPerUnit.x,
      y: origin.y + (Double(cell.row) + 0.5) * Double(cell.size) / cellsPerUnit.y)
  }
}
