/// Writes findings as GitHub workflow commands, which GitHub shows beside the changed lines.
package struct GitHubRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func render(_ findings: [Finding]) -> String {
    findings.map { command($0) + "\n" }.joined()
  }

  private func command(_ finding: Finding) -> String {
    let properties = position(finding.place) + [("title", finding.kind.code)]
    let list = properties.map { "\($0.0)=\(escapedProperty($0.1))" }.joined(separator: ",")
    return "::\(finding.kind.severity.rawValue) \(list)::\(escapedMessage(finding.message(in: language)))"
  }

  /// GitHub drops columns of a place with several lines, and counts the last column in.
  private func position(_ place: Place?) -> [(String, String)] {
    guard let place else { return [] }
    let start = [("file", place.file.path), ("line", String(place.start.line))]
    guard place.start.line == place.end.line else { return start + [("endLine", String(place.end.line))] }
    let lastColumn = max(place.start.column, place.end.column - 1)
    return start + [("col", String(place.start.column)), ("endColumn", String(lastColumn))]
  }

  private func escapedMessage(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private func escapedProperty(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  /// By scalar, because a carriage return and a line feed together are one `Character`.
  private func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
  }
}
