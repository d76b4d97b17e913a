/// Cuts the cells of a ``LocationGrid`` until each has a rule.
struct GridBuilder {
  private(set) var coarse: [LocationGrid.Span]
  private(set) var medium: [LocationGrid.Span]
  private(set) var fine: [UInt32]
  private(set) var rules: CellRules

  private let lists: CellLists
  private let bands: EdgeBands
  /// The vertices in fine cells, and the number of the vertex at which each edge ends.
  private let places: [Point2]
  private let ends: [Int]
  /// The edges of 64 cells, cell after cell; for medium cells and for fine ones.
  private var mediumScratch = CellEdges()
  private var fineScratch = CellEdges()

  init(_ polygon: MultiPolygon, _ ends: [Int], _ bands: EdgeBands, _ lists: CellLists) {
    (self.lists, self.bands, self.ends) = (lists, bands, ends)
    places = polygon.vertices.map(lists.frame.inCells)
    rules = CellRules(polygon, ends, places)
    // What is one all over has one cell of each level.
    fine = [CellRules.outside, CellRules.inside, CellRules.open]
    medium = fine.map { LocationGrid.Span(start: Int($0), isDivided: false) }
    let side = 1 << Int(lists.frame.bits)
    coarse = Array(repeating: .init(start: 0, isDivided: false), count: side * side)
    fillEmptyCells(side)
    for cell in coarse.indices {
      let edges = lists.edges(ofCell: cell)
      if !edges.isEmpty {
        coarse[cell] = .init(start: medium.count, isDivided: true)
        divideCoarse(GridCell(column: cell % side, row: cell / side, size: 64), edges)
      }
    }
  }

  /// Gives every coarse cell that no edge comes near its side, one look-up for each region of
  /// such cells.
  private mutating func fillEmptyCells(_ side: Int) {
    var isOpen = coarse.indices.map { lists.starts[$0] == lists.starts[$0 + 1] }
    var stack: [Int] = []
    for first in coarse.indices where isOpen[first] {
      let cell = GridCell(column: first % side, row: first / side, size: 64)
      let rule = look(at: cell)
      isOpen[first] = false
      stack.append(first)
      while let cell = stack.popLast() {
        coarse[cell] = .init(start: Int(rule), isDivided: false)
        let column = cell % side
        for (next, exists) in [
          (cell - 1, column > 0), (cell + 1, column < side - 1), (cell - side, cell >= side),
          (cell + side, cell + side < coarse.count),
        ] where exists && isOpen[next] {
          isOpen[next] = false
          stack.append(next)
        }
      }
    }
  }

  private func look(at cell: GridCell) -> UInt32 {
    bands.location(of: lists.frame.middle(of: cell)) == .inside
      ? CellRules.inside : CellRules.outside
  }

  private mutating func divideCoarse(_ cell: GridCell, _ edges: ArraySlice<UInt32>) {
    mediumScratch.distribute(edges, over: cell, places, ends)
    let first = medium.count
    medium.append(contentsOf: repeatElement(.init(start: 0, isDivided: false), count: 64))
    for number in 0..<64 {
      let edges = mediumScratch.edges(ofChild: number)
      if edges.isEmpty { continue }
      let child = cell.child(number)
      if let rule = rules.rule(of: child, edges) {
        medium[first + number] = .init(start: fine.count, isDivided: false)
        fine.append(rule)
      } else {
        medium[first + number] = .init(start: fine.count, isDivided: true)
        divideMedium(child, edges)
      }
    }
    for region in mediumScratch.emptyRegions() {
      let rule = look(at: cell.child(region.trailingZeroBitCount))
      for number in 0..<64 where region >> UInt64(number) & 1 == 1 {
        medium[first + number] = .init(start: Int(rule), isDivided: false)
      }
    }
  }

  private mutating func divideMedium(_ cell: GridCell, _ edges: ArraySlice<UInt32>) {
    fineScratch.distribute(edges, over: cell, places, ends)
    let first = fine.count
    fine.append(contentsOf: repeatElement(CellRules.open, count: 64))
    for number in 0..<64 {
      let edges = fineScratch.edges(ofChild: number)
      if edges.isEmpty { continue }
      fine[first + number] = rules.rule(of: cell.child(number), edges) ?? CellRules.open
    }
    for region in fineScratch.emptyRegions() {
      let rule = look(at: cell.child(region.trailingZeroBitCount))
      for number in 0..<64 where region >> UInt64(number) & 1 == 1 { fine[first + number] = rule }
    }
  }
}

/// A cell of any size: 64 fine cells, 8 or 1.
struct GridCell {
  /// Counted in cells of its size.
  let column: Int
  let row: Int
  let size: Int

  /// One of the 64 cells that it is cut into, row after row.
  func child(_ number: Int) -> GridCell {
    GridCell(column: column * 8 + number & 7, row: row * 8 + number >> 3, size: size / 8)
  }

  /// Whether a place in fine cells lies in the cell grown by a share of its size.
  func contains(_ place: Point2, grownBy margin: Double) -> Bool {
    let (x, y) = (place.x / Double(size), place.y / Double(size))
    return x >= Double(column) - margin && x <= Double(column + 1) + margin
      && y >= Double(row) - margin && y <= Double(row + 1) + margin
  }
}

/// The edges of the 64 cells that one cell is cut into.
private struct CellEdges {
  private var starts = [Int](repeating: 0, count: 65)
  private var items: [UInt32] = []
  private var cells: [(cell: Int, edge: UInt32)] = []

  /// Finds the edges of each of 64 cells; one that passes within ``CellRules/margin`` counts.
  mutating func distribute(
    _ edges: ArraySlice<UInt32>, over cell: GridCell, _ places: [Point2], _ ends: [Int]
  ) {
    cells.removeAll(keepingCapacity: true)
    for index in 0..<65 { starts[index] = 0 }
    let size = Double(cell.size / 8)
    let (left, bottom) = (Double(cell.column * 8), Double(cell.row * 8))
    for edge in edges {
      let (a, b) = (places[Int(edge)], places[ends[Int(edge)]])
      forEachCell(
        Point2(x: a.x / size - left, y: a.y / size - bottom),
        Point2(x: b.x / size - left, y: b.y / size - bottom), margin: CellRules.margin, side: 8
      ) { number in
        cells.append((number, edge))
        starts[number + 1] += 1
      }
    }
    for index in 0..<64 { starts[index + 1] += starts[index] }
    items.removeAll(keepingCapacity: true)
    items.append(contentsOf: repeatElement(0, count: cells.count))
    var next = starts
    for (cell, edge) in cells {
      items[next[cell]] = edge
      next[cell] += 1
    }
  }

  func edges(ofChild number: Int) -> ArraySlice<UInt32> {
    items[starts[number]..<starts[number + 1]]
  }

  /// The cells without edges, as one set of bits for each region of cells that share sides.
  func emptyRegions() -> [UInt64] {
    var empty = UInt64(0)
    for number in 0..<64 where starts[number] == starts[number + 1] { empty |= 1 << UInt64(number) }
    var regions: [UInt64] = []
    while empty != 0 {
      var region = empty & (0 &- empty)
      while true {
        let sideways =
          (region << 1 & 0xfefe_fefe_fefe_fefe) | (region >> 1 & 0x7f7f_7f7f_7f7f_7f7f)
        let grown = (region | sideways | region << 8 | region >> 8) & empty
        if grown == region { break }
        region = grown
      }
      regions.append(region)
      empty &= ~region
    }
    return regions
  }
}
