import Format
import PolicyModel

/// The figures of a file, each with the `source:` it rests on, and how many an open question leaves undecided.
struct CitationCensus {
  private struct Figure {
    let path: String
    let citation: CitationText?
  }

  private var figures: [Figure] = []
  private var paths = PathTexts()

  init(_ root: Reading) {
    visit(root)
  }

  /// The figures that a `source:` covers, in written order.
  var cited: [CitedFigure] {
    figures.compactMap { figure in
      figure.citation.map {
        CitedFigure(path: figure.path, source: $0.source, clause: $0.clause, place: $0.place)
      }
    }
  }

  /// How many figures stand at a path or below it.
  func count(below path: String) -> Int {
    figures.count { figure in
      guard figure.path.hasPrefix(path) else { return false }
      return figure.path.utf8.dropFirst(path.utf8.count).first.map { $0 == UInt8(ascii: ".") } ?? true
    }
  }

  private mutating func visit(_ reading: Reading) {
    switch reading.value {
    case .record(let fields): for field in fields.all { visit(field.reading) }
    case .dictionary(let named): for item in named { visit(item.reading) }
    case .list(let items): for item in items { visit(item) }
    case .table(let table):
      for extra in table.extras.all { visit(extra.reading) }
      visit(table.cases)
    case .scalar(.money), .scalar(.ratio), .scalar(.points), .scalar(.integer):
      figures.append(Figure(path: paths.text(of: reading), citation: reading.citation))
    case .scalar, .word, .filter, .invalid: break
    }
  }

  private mutating func visit(_ cases: TableReading.Cases) {
    switch cases {
    case .leaf(let leaf): visit(leaf)
    case .split(let items, _): for item in items { visit(item.content) }
    }
  }
}
