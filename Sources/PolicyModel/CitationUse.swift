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
