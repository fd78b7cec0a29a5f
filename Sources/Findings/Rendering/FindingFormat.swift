/// The forms in which findings can be written out.
package enum FindingFormat: String, CaseIterable, Sendable {
  case text
  case concise
  case json
  case sarif
  case github
  case junit

  /// All findings in the order for display; colour is used in `text` only.
  package func render(_ findings: [Finding], language: Language, color: Bool) -> String {
    render(FindingReport(title: "policy", findings: findings, files: []), language: language, color: color)
  }

  /// A report in the order for display.
  ///
  /// - Parameter showingSilenced: whether `text`, `concise` and `json` list what comments allow; `sarif` always does,
  ///   because its readers know what a suppressed result is.
  package func render(
    _ report: FindingReport, language: Language, color: Bool, showingSilenced: Bool = false
  ) -> String {
    let sorted = report.findings.sortedForDisplay()
    let silenced = showingSilenced ? report.silenced : []
    return switch self {
    case .text: TextRenderer(language: language, color: color).render(sorted, silenced: silenced)
    case .concise: ConciseRenderer(language: language).render(sorted, silenced: silenced)
    case .json: JSONRenderer(language: language).render(sorted, silenced: silenced)
    case .sarif: SARIFRenderer(language: language).render(sorted, silenced: report.silenced)
    case .github: GitHubRenderer(language: language).render(sorted)
    case .junit: JUnitRenderer(language: language).render(report)
    }
  }
}
