/// The fixed words around a finding, in one language.
struct FindingWords {
  let error: String
  let warning: String
  let help: String
  /// The label of a claim that shows the finding.
  let witness: String
  /// The label of the related place.
  let related: String
  let why: String
  /// The heading over the help on a code's page.
  let whatToWrite: String

  private static let chinese = FindingWords(
    error: "错误", warning: "警告", help: "改法", witness: "证据", related: "前一处", why: "为什么", whatToWrite: "改法")
  private static let english = FindingWords(
    error: "error", warning: "warning", help: "help", witness: "witness", related: "first here", why: "Why",
    whatToWrite: "What to write")

  static func words(in language: Language) -> FindingWords {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  func word(for severity: Severity) -> String {
    switch severity {
    case .error: error
    case .warning: warning
    }
  }
}
