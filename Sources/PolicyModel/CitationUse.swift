import Findings

/// One `source:` of a file and the figures that rest on it.
package struct CitationUse: Sendable {
  /// The id of the document.
  package let source: String
  package let clause: String
  /// Where the text of the `source:` stands.
  package let place: Place
  /// The key path of what it covers, without the tables inside: `plans.employee_inpatient.layers.pool.ratio`.
  package let section: String
  /// How many amounts, ratios and other figures it covers.
  package let figures: Int

  package init(source: String, clause: String, place: Place, section: String, figures: Int) {
    self.source = source
    self.clause = clause
    self.place = place
    self.section = section
    self.figures = figures
  }
}

/// A figure of a file and the `source:` that covers it.
package final class CitedFigure: Sendable {
  /// The keys that lead to the figure, as the file writes them, joined by dots.
  package let path: String
  /// The id of the document.
  package let source: String
  package let clause: String
  /// Where the text of the `source:` stands.
  package let place: Place

  package init(path: String, source: String, clause: String, place: Place) {
    self.path = path
    self.source = source
    self.clause = clause
    self.place = place
  }
}

extension RegionVersion {
  /// One for each `source:` that covers a figure, in the order of files and lines; worked out anew each time.
  package var citationUses: [CitationUse] {
    let groups = Dictionary(grouping: citedFigures) { Spot(file: $0.place.file.path, start: $0.place.start) }
    return groups.values.map { group in
      CitationUse(
        source: group[0].source, clause: group[0].clause, place: group[0].place,
        section: RegionVersion.section(of: group.map(\.path)), figures: group.count)
    }
    .sorted { ($0.place.file.path, $0.place.start) < ($1.place.file.path, $1.place.start) }
  }

  private struct Spot: Hashable {
    let file: String
    let start: Position
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
}
