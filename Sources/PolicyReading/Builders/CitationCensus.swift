import Findings
import Format
import PolicyModel

/// Counts the figures of a file by the `source:` they rest on, and by the open question that leaves them undecided.
struct CitationCensus {
  private struct Figure {
    let path: String
    let citation: CitationText?
  }

  private var figures: [Figure] = []

  init(_ root: Reading) {
    visit(root)
  }

  /// One for each `source:` that covers a figure, in written order.
  func uses() -> [CitationUse] {
    let groups = Dictionary(grouping: figures.filter { $0.citation != nil }) { figure in
      Key(file: figure.citation?.place.file.path ?? "", start: figure.citation?.place.start)
    }
    return groups.values.compactMap { group in
      guard let citation = group[0].citation else { return nil }
      return CitationUse(
        source: citation.source, clause: citation.clause, place: citation.place,
        section: CitationCensus.section(of: group.map(\.path)), figures: group.count)
    }
    .sorted { ($0.place.file.path, $0.place.start) < ($1.place.file.path, $1.place.start) }
  }

  /// How many figures stand at a path or below it.
  func count(below path: String) -> Int {
    let inside = "\(path)."
    return figures.count { $0.path == path || $0.path.utf8.starts(with: inside.utf8) }
  }

  private struct Key: Hashable {
    let file: String
    let start: Position?
  }

  /// What the paths have in common, without the steps into a table.
  private static func section(of paths: [String]) -> String {
    var common = paths[0].split(separator: ".")
    for path in paths.dropFirst() {
      let steps = path.split(separator: ".")
      common = zip(common, steps).prefix { $0 == $1 }.map(\.0)
    }
    if let end = common.firstIndex(where: { $0 == "cases" || $0 == "各档" }) { common = Array(common[..<end]) }
    return common.joined(separator: ".")
  }

  private mutating func visit(_ reading: Reading) {
    switch reading.value {
    case .record(let fields): for name in fields.keys.sorted() { fields[name].map { visit($0) } }
    case .dictionary(let named): for item in named { visit(item.reading) }
    case .list(let items): for item in items { visit(item) }
    case .table(let table):
      for name in table.extras.keys.sorted() { table.extras[name].map { visit($0) } }
      visit(table.cases)
    case .scalar(.money), .scalar(.ratio), .scalar(.points), .scalar(.integer):
      figures.append(Figure(path: reading.path, citation: reading.citation))
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
