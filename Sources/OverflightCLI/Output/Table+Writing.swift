extension Table {
  /// Writes the header, if a column has a title, and the rows, line by line.
  func write(to output: inout some TextOutputStream, _ style: Style = .plain) {
    let header = columns.map { Cell($0.title, .heading) }
    let layout = Layout(columns: columns, header: header, rows: rows)
    let hasHeader = columns.contains { !$0.title.isEmpty }
    if hasHeader {
      layout.write(header, as: columns.map(\.titleAlignment), to: &output, style)
      layout.writeRule(to: &output, style)
    }
    for (index, row) in rows.enumerated() {
      switch row {
      case .cells(let cells): layout.write(cells, as: columns.map(\.alignment), to: &output, style)
      case .rule: layout.writeRule(to: &output, style)
      case .group(let heading):
        if index > 0 { output.write("\n") }
        output.write(style(.heading, heading.printableLine) + "\n")
      }
    }
  }
}

/// The widths of a table's columns, once all rows are known.
private struct Layout {
  let columns: [Table.Column]
  /// The extents of each column's cells.
  var extents: [Extent]

  init(columns: [Table.Column], header: [Table.Cell], rows: [Table.Row]) {
    self.columns = columns
    extents = columns.map { _ in Extent() }
    for (index, cell) in header.enumerated() {
      for line in lines(of: cell, in: index) { extents[index].include(whole: line) }
    }
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() {
        for line in lines(of: cell, in: index) {
          extents[index].include(line, columns[index].alignment)
        }
      }
    }
  }

  /// The lines of one cell.
  func lines(of cell: Table.Cell, in column: Int) -> [String] {
    let text = cell.text.printable
    if columns[column].alignment == .decimal, DecimalSplit(text) != nil { return [text] }
    guard let width = columns[column].wrap else {
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return text.wrapped(to: width, breakingWords: true)
  }

  /// Writes one row: as many lines as its tallest cell has.
  func write(
    _ cells: [Table.Cell], as alignments: [Table.Alignment],
    to output: inout some TextOutputStream, _ style: Style
  ) {
    let cellLines = cells.indices.map { lines(of: cells[$0], in: $0) }
    for line in 0..<(cellLines.map(\.count).max() ?? 1) {
      var pending = 0
      for (index, cell) in cells.enumerated() {
        if index > 0 { pending += gap }
        guard line < cellLines[index].count, !cellLines[index][line].isEmpty else {
          pending += extents[index].width
          continue
        }
        let text = cellLines[index][line]
        let lead = extents[index].lead(text, alignments[index])
        output.write(String(repeating: " ", count: pending + lead))
        output.write(style(cell.role, text))
        pending = extents[index].width - lead - text.count
      }
      output.write("\n")
    }
  }

  func writeRule(to output: inout some TextOutputStream, _ style: Style) {
    let width = extents.map(\.width).reduce(0, +) + gap * max(0, columns.count - 1)
    output.write(style(.dim, String(repeating: "─", count: width)) + "\n")
  }
}

extension Table.Column {
  /// Where the title stands over its cells.
  fileprivate var titleAlignment: Table.Alignment { alignment == .left ? .left : .right }
}

/// The space between two columns.
private let gap = 2

/// How much room the cells of one column take.
private struct Extent {
  /// The widest cell that is not split at a decimal point.
  private var whole = 0
  /// The most before, and from, the decimal point.
  private var before = 0
  private var after = 0

  var width: Int { max(whole, before + after) }

  mutating func include(whole text: String) { whole = max(whole, text.count) }

  mutating func include(_ text: String, _ alignment: Table.Alignment) {
    guard alignment == .decimal, let split = DecimalSplit(text) else {
      return include(whole: text)
    }
    before = max(before, split.before)
    after = max(after, split.after)
  }

  /// The spaces before `text` in this column.
  func lead(_ text: String, _ alignment: Table.Alignment) -> Int {
    switch alignment {
    case .left: 0
    case .right: width - text.count
    case .decimal:
      DecimalSplit(text).map { width - after - $0.before } ?? width - text.count
    }
  }
}
