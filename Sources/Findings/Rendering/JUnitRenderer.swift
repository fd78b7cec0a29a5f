/// Writes what was looked at as JUnit XML, a test case for each file or golden case, for the test reports of CI systems.
package struct JUnitRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func render(_ report: FindingReport) -> String {
    let groups = Dictionary(grouping: report.units, by: \.group)
    let suites = groups.keys.sorted().map { suite($0, groups[$0] ?? []) }
    let counts = self.counts(report.units)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(escaped(report.title))" \(counts)>
      \(suites.joined())</testsuites>

      """
  }

  private func suite(_ name: String, _ units: [FindingReport.Unit]) -> String {
    "  <testsuite name=\"\(escaped(name))\" \(counts(units)) errors=\"0\" skipped=\"0\">\n"
      + units.map(testCase).joined() + "  </testsuite>\n"
  }

  private func counts(_ units: [FindingReport.Unit]) -> String {
    "tests=\"\(units.count)\" failures=\"\(units.count { !$0.findings.isEmpty })\""
  }

  /// Readers show one failure of a case, so all findings of a unit are one failure.
  private func testCase(_ unit: FindingReport.Unit) -> String {
    let findings = unit.findings.sortedForDisplay()
    let head =
      "    <testcase classname=\"\(escaped(unit.group))\" name=\"\(escaped(unit.name))\" file=\"\(escaped(unit.file))\""
    guard let first = findings.first else { return head + "/>\n" }
    var codes: [String] = []
    for finding in findings where !codes.contains(finding.kind.code) { codes.append(finding.kind.code) }
    let more = findings.count == 1 ? "" : " (+\(findings.count - 1))"
    return head + """
      >
            <failure type="\(escaped(codes.joined(separator: " ")))" message="\
      \(escaped("\(first.kind.code) \(first.message(in: language).onOneLine)\(more)"))">\
      \(escaped(TextRenderer(language: language).render(findings)))</failure>
          </testcase>

      """
  }

  /// XML has no way to write most control characters; they are shown as pictures.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.withVisibleControls(keepingLines: true).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
