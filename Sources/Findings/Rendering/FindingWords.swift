/// The fixed words around a finding, in one language.
struct FindingWords {
  let error: String
  let warning: String
  /// Stands in place of the severity of a finding that a comment allows.
  let allowed: String
  /// The label of the reason it is allowed for.
  let reason: String
  let help: String
  /// The label of a claim that shows the finding.
  let witness: String
  /// Introduces what a further claim has otherwise than the one before.
  let sameBut: String
  /// The label of the related place of a kind that has no label of its own.
  let related: String
  let why: String
  /// The heading over the help on a code's page.
  let whatToWrite: String

  private static let chinese = FindingWords(
    error: "错误", warning: "警告", allowed: "放行", reason: "理由", help: "改法", witness: "证据", sameBut: "同上，但",
    related: "前一处", why: "为什么", whatToWrite: "改法")
  private static let english = FindingWords(
    error: "error", warning: "warning", allowed: "allowed", reason: "reason", help: "help", witness: "witness",
    sameBut: "the same, but", related: "first here", why: "Why", whatToWrite: "What to write")

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

extension Finding {
  /// What the related place is.
  func relatedLabel(in language: Language) -> String {
    kind.text(in: language).related ?? FindingWords.words(in: language).related
  }
}
