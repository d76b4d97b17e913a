/// A table as plain text.
///
/// The same rows give the same text wherever it goes, terminal or file, styles apart:
/// nothing here asks for the terminal's width. Widths count grapheme clusters.
struct Table: Sendable {
  let columns: [Column]
  private(set) var rows: [Row] = []

  init(_ columns: [Column]) { self.columns = columns }
}

extension Table {
  /// Where a cell stands in its column.
  enum Alignment: Hashable, Sendable {
    case left, right
    /// Numbers stand with their decimal points under each other, units after them; a cell
    /// without a digit stands right.
    case decimal
  }

  /// One column: its title and how its cells stand.
  struct Column: Hashable, Sendable {
    let title: String
    let alignment: Alignment
    /// The width that cells are wrapped to; without it they are as wide as they are.
    ///
    /// Numbers of a decimal column are never wrapped.
    let wrap: Int?

    init(_ title: String, _ alignment: Alignment = .left, wrap: Int? = nil) {
      self.title = title
      self.alignment = alignment
      self.wrap = wrap
    }
  }

  /// One cell: its text, and what it is.
  struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
    let text: String
    let role: Style.Role

    init(_ text: String, _ role: Style.Role = .plain) {
      self.text = text
      self.role = role
    }

    init(stringLiteral text: String) { self.init(text) }
  }

  /// What stands between the header and the end.
  enum Row: Hashable, Sendable {
    case cells([Cell])
    /// A heading for the rows below it, with an empty line above.
    case group(String)
    /// A line from edge to edge.
    case rule
  }
}

extension Table {
  /// Adds one row; cells left out at its end are empty.
  mutating func add(_ cells: [Cell]) {
    precondition(cells.count <= columns.count, "a row has more cells than the table has columns")
    rows.append(.cells(cells))
  }

  mutating func addGroup(_ heading: String) { rows.append(.group(heading)) }

  mutating func addRule() { rows.append(.rule) }

  /// The whole table, each line ended by a line feed and without spaces at its end.
  func text(_ style: Style = .plain) -> String {
    var text = ""
    write(to: &text, style)
    return text
  }
}
