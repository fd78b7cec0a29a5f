/// The forms in which findings can be written out.
package enum FindingFormat: String, CaseIterable, Sendable {
  case text
  case concise
  case json
  case github

  /// All findings in the order for display; colour is used in `text` only.
  package func render(_ findings: [Finding], language: Language, color: Bool) -> String {
    let sorted = findings.sortedForDisplay()
    return switch self {
    case .text: TextRenderer(language: language, color: color).render(sorted)
    case .concise: ConciseRenderer(language: language).render(sorted)
    case .json: JSONRenderer(language: language).render(sorted)
    case .github: GitHubRenderer(language: language).render(sorted)
    }
  }
}
