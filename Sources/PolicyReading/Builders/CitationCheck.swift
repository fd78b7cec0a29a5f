import Findings
import Format

/// Every `source:` of a file leads to a document of `sources` and names a clause.
struct CitationCheck {
  let collector: FindingCollector
  /// Ids of the listed documents, also of those whose entry has a fault.
  let known: [String]
  let isPartial: Bool

  func run(_ root: Reading) {
    var seen: Set<Position> = []
    visit(root) { citation in
      // A citation reaches everything it covers; it is looked at once.
      guard seen.insert(citation.place.start).inserted else { return }
      check(citation)
    }
  }

  private func check(_ citation: CitationText) {
    if !known.contains(citation.source) {
      guard !isPartial else { return }
      collector.report(
        .unknownSource, at: citation.place,
        ["source": citation.source, "suggestion": suggestion(for: citation.source, among: known.sorted())])
    } else if citation.clause.isEmpty {
      collector.report(.clauseMissing, at: citation.place, ["source": citation.source])
    }
  }

  private func visit(_ reading: Reading, _ body: (CitationText) -> Void) {
    if let citation = reading.citation { body(citation) }
    switch reading.value {
    case .record(let fields): for field in fields.values { visit(field, body) }
    case .dictionary(let named): for item in named { visit(item.reading, body) }
    case .list(let items): for item in items { visit(item, body) }
    case .table(let table):
      for extra in table.extras.values { visit(extra, body) }
      visit(table.cases, body)
    case .scalar, .word, .filter, .invalid: break
    }
  }

  private func visit(_ cases: TableReading.Cases, _ body: (CitationText) -> Void) {
    switch cases {
    case .leaf(let leaf): visit(leaf, body)
    case .split(let items, _): for item in items { visit(item.content, body) }
    }
  }
}
