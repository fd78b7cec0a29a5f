/// Writes findings as a JSON array for other programs; names and their order are the same in every run.
package struct JSONRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func render(_ findings: [Finding], silenced: [SilencedFinding] = []) -> String {
    let objects = findings.map { object($0) } + silenced.map { object($0.finding, reason: $0.silencing.reason) }
    guard !objects.isEmpty else { return "[]\n" }
    return "[\n" + objects.map { "  " + $0 }.joined(separator: ",\n") + "\n]\n"
  }

  /// - Parameter reason: why a comment allows the finding; nil when none does.
  private func object(_ finding: Finding, reason: String? = nil) -> String {
    var members = [
      (name: "code", value: JSONText.string(finding.kind.code)),
      (name: "severity", value: JSONText.string(finding.kind.severity.rawValue)),
      (name: "message", value: JSONText.string(finding.message(in: language))),
      (name: "help", value: JSONText.string(finding.help(in: language))),
    ]
    members += position(finding.place)
    if let pointer = finding.place?.pointer { members.append((name: "pointer", value: JSONText.string(pointer))) }
    if let related = finding.related { members.append((name: "related", value: start(related))) }
    if !finding.witnesses.isEmpty {
      // Each witness is a claim in JSON already.
      members.append((name: "witnesses", value: "[" + finding.witnesses.joined(separator: ", ") + "]"))
    }
    if let reason { members.append((name: "silenced", value: JSONText.string(reason))) }
    return JSONText.object(members)
  }

  /// Where the finding is; `null` throughout when it has no place, so that the names are always there.
  private func position(_ place: Place?) -> [(name: String, value: String)] {
    func number(_ value: Int?) -> String { value.map { String($0) } ?? "null" }
    return [
      (name: "file", value: place.map { JSONText.string($0.file.path) } ?? "null"),
      (name: "line", value: number(place?.start.line)),
      (name: "column", value: number(place?.start.column)),
      (name: "end_line", value: number(place?.end.line)),
      (name: "end_column", value: number(place?.end.column)),
    ]
  }

  private func start(_ place: Place) -> String {
    JSONText.object([
      (name: "file", value: JSONText.string(place.file.path)),
      (name: "line", value: String(place.start.line)),
      (name: "column", value: String(place.start.column)),
    ])
  }
}
