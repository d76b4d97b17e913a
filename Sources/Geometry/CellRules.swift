/// Finds what decides the side of a point in a cell, from the few edges that meet it.
struct CellRules {
  /// The rules that need no edge, by their number.
  static let outside: UInt32 = 0
  static let inside: UInt32 = 1
  static let open: UInt32 = 2

  /// An edge that passes a cell within this share of its size counts as meeting it; rounding of
  /// places in cells is a thousandth of it.
  static let margin = 1e-7

  private(set) var rules: [SideRule] = [
    SideRule(everywhere: .outside), SideRule(everywhere: .inside), .open,
  ]
  private let vertices: [Point2]
  private let ends: [Int]
  /// The vertices in fine cells.
  private let places: [Point2]
  private let largest: Double
  /// The rules of single edges, and of the corners at which edges begin, that are known; else 0.
  private var ruleOfEdge: [UInt32]
  private var ruleOfCorner: [UInt32]

  init(_ polygon: MultiPolygon, _ ends: [Int], _ places: [Point2]) {
    (vertices, self.ends, self.places) = (polygon.vertices, ends, places)
    largest = polygon.vertices.reduce(0) { max($0, abs($1.x), abs($1.y)) }
    ruleOfEdge = Array(repeating: 0, count: ends.count)
    ruleOfCorner = Array(repeating: 0, count: ends.count)
  }

  /// The number of the rule of `cell`, which `edges` meet and no others; nothing where it is too
  /// crowded for one.
  ///
  /// An edge that meets the cell grown by the margin, and has no end in the cell grown by four
  /// times as much, runs through the cell from side to side: there its line is the edge.
  mutating func rule(of cell: GridCell, _ edges: ArraySlice<UInt32>) -> UInt32? {
    let first = Int(edges[edges.startIndex])
    if edges.count == 1 { return runsThrough(first, cell) ? ruleOf(edge: first) : nil }
    guard edges.count == 2 else { return nil }
    let second = Int(edges[edges.startIndex + 1])
    if runsThrough(first, cell), runsThrough(second, cell) { return strip(first, second, cell) }
    if ends[first] == second { return corner(first, second, cell) }
    return ends[second] == first ? corner(second, first, cell) : nil
  }

  private func runsThrough(_ edge: Int, _ cell: GridCell) -> Bool {
    !hasNear(edge, cell) && !hasNear(ends[edge], cell)
  }

  private func hasNear(_ vertex: Int, _ cell: GridCell) -> Bool {
    cell.contains(places[vertex], grownBy: 4 * Self.margin)
  }

  private mutating func ruleOf(edge: Int) -> UInt32 {
    if ruleOfEdge[edge] == 0 {
      let line = line(edge)
      ruleOfEdge[edge] = append(SideRule(line, line, either: false))
    }
    return ruleOfEdge[edge]
  }

  /// Two edges that meet at a vertex in the cell and leave the cell: to the left of both is
  /// inside where the chain turns left, and to the left of either where it turns right.
  private mutating func corner(_ first: Int, _ second: Int, _ cell: GridCell) -> UInt32? {
    guard !hasNear(first, cell), !hasNear(ends[second], cell) else { return nil }
    if ruleOfCorner[second] == 0 {
      let turn = Orientation.of(vertices[first], vertices[second], vertices[ends[second]])
      ruleOfCorner[second] = append(
        SideRule(line(first), line(second), either: turn == .clockwise))
    }
    return ruleOfCorner[second]
  }

  /// Two edges that pass each other: what lies between them is inside or outside, and what lies
  /// beyond is the other.
  private mutating func strip(_ first: Int, _ second: Int, _ cell: GridCell) -> UInt32? {
    let (one, other) = (line(first), line(second))
    guard let onFirst = middle(of: first, in: cell), let onSecond = middle(of: second, in: cell)
    else { return nil }
    let (sideOfSecond, sideOfFirst) = (one.value(at: onSecond), other.value(at: onFirst))
    // The middles are known to some units in the last place only.
    let least = 4 * one.error
    guard min(abs(sideOfFirst), abs(sideOfSecond)) > least,
      (sideOfFirst > 0) == (sideOfSecond > 0)
    else { return nil }
    return append(SideRule(one, other, either: sideOfFirst < 0))
  }

  /// The middle of the piece of an edge that lies in a cell.
  private func middle(of edge: Int, in cell: GridCell) -> Point2? {
    let (a, b, size) = (places[edge], places[ends[edge]], Double(cell.size))
    let low = Point2(x: Double(cell.column) * size, y: Double(cell.row) * size)
    var (from, to) = (0.0, 1.0)
    for (start, change, low) in [(a.x, b.x - a.x, low.x), (a.y, b.y - a.y, low.y)]
    where change != 0 {
      let (first, last) = ((low - start) / change, (low + size - start) / change)
      from = max(from, min(first, last))
      to = min(to, max(first, last))
    }
    guard from < to else { return nil }
    let (p, q, t) = (vertices[edge], vertices[ends[edge]], (from + to) / 2)
    return Point2(x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t)
  }

  private func line(_ edge: Int) -> SideLine {
    SideLine(vertices[edge], vertices[ends[edge]], largest: largest)
  }

  private mutating func append(_ rule: SideRule) -> UInt32 {
    rules.append(rule)
    return UInt32(rules.count - 1)
  }
}
