/// Shows each finding on one line that editors can jump from.
package struct ConciseRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func render(_ findings: [Finding]) -> String {
    findings.map { line($0) + "\n" }.joined()
  }

  private func line(_ finding: Finding) -> String {
    let place = finding.place.map { "\($0.file.path.onOneLine):\($0.start.line):\($0.start.column): " } ?? ""
    let severity = FindingWords.words(in: language).word(for: finding.kind.severity)
    return "\(place)\(severity)[\(finding.kind.code)] \(finding.message(in: language).onOneLine)"
  }
}
