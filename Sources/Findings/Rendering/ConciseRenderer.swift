/// Shows each finding on one line that editors can jump from.
package struct ConciseRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func render(_ findings: [Finding], silenced: [SilencedFinding] = []) -> String {
    let words = FindingWords.words(in: language)
    let lines =
      findings.map { line($0, words.word(for: $0.kind.severity)) }
      + silenced.map { line($0.finding, words.allowed) + " – \($0.silencing.reason.onOneLine)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ finding: Finding, _ severity: String) -> String {
    let place = finding.place.map { "\($0.file.path.onOneLine):\($0.start.line):\($0.start.column): " } ?? ""
    return "\(place)\(severity)[\(finding.kind.code)] \(finding.message(in: language).onOneLine)"
  }
}
