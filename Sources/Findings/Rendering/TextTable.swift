/// A plain table: columns two spaces apart and a rule under the header, aligned by display width.
package struct TextTable: Sendable {
  package struct Column: Sendable {
    package let title: String
    package let alignment: TextAlignment

    package init(_ title: String, _ alignment: TextAlignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  package let columns: [Column]
  package private(set) var rows: [[String]]
  /// How many spaces stand before each line.
  package let indentation: Int

  package init(columns: [Column], rows: [[String]] = [], indentation: Int = 0) {
    self.columns = columns
    self.rows = []
    self.indentation = indentation
    for row in rows { append(row) }
  }

  /// Adds a row; cells that are missing at its end are empty.
  package mutating func append(_ row: [String]) {
    precondition(row.count <= columns.count, "a row has more cells than the table has columns")
    let missing = Array(repeating: "", count: columns.count - row.count)
    rows.append(row.map(\.onOneLine) + missing)
  }

  /// The lines of the table, each with its line end; nothing when there are no columns.
  package func rendered() -> String {
    guard !columns.isEmpty else { return "" }
    let widths = columnWidths
    let rule = String(repeating: "─", count: widths.reduce(0, +) + Self.gap.count * (widths.count - 1))
    let lines = [line(of: titles, widths), rule] + rows.map { line(of: $0, widths) }
    return lines.map { indented($0) + "\n" }.joined()
  }

  private static let gap = "  "

  private var titles: [String] { columns.map(\.title.onOneLine) }

  private var columnWidths: [Int] {
    columns.indices.map { index in
      rows.reduce(titles[index].displayWidth) { max($0, $1[index].displayWidth) }
    }
  }

  private func line(of cells: [String], _ widths: [Int]) -> String {
    columns.indices
      .map { cells[$0].padded(toWidth: widths[$0], columns[$0].alignment) }
      .joined(separator: Self.gap)
      .withoutTrailingSpaces
  }

  private func indented(_ line: String) -> String {
    line.isEmpty ? "" : String(repeating: " ", count: indentation) + line
  }
}

extension String {
  var withoutTrailingSpaces: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
