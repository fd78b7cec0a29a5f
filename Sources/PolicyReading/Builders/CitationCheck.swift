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
    root.forEach { reading in
      // A citation reaches everything it covers; it is looked at once.
      guard let citation = reading.citation, seen.insert(citation.place.start).inserted else { return }
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
}
