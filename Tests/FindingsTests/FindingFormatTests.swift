import Testing

@testable import Findings

@Suite("Finding format")
struct FindingFormatTests {
  @Test(
    "Nothing found gives nothing, in JSON an empty array", arguments: [FindingFormat.text, .concise, .json, .github])
  func empty(format: FindingFormat) {
    #expect(format.render([], language: .chinese, color: true) == (format == .json ? "[]\n" : ""))
  }

  @Test("Nothing found is a SARIF log without results and JUnit XML without cases")
  func emptyDocuments() {
    #expect(FindingFormat.sarif.render([], language: .chinese, color: true).contains("\"results\": []"))
    #expect(FindingFormat.junit.render([], language: .chinese, color: true).contains("tests=\"0\" failures=\"0\""))
  }

  @Test("The names that users write")
  func names() {
    #expect(FindingFormat.allCases.map(\.rawValue) == ["text", "concise", "json", "sarif", "github", "junit"])
  }

  @Test("Findings are sorted by file and place, and each format is the one named", arguments: FindingFormat.allCases)
  func sorted(format: FindingFormat) {
    let late = Samples.duplicateKey()
    let early = Samples.wrongValue(at: Samples.place(Samples.file("a: 1\n"), 1, 1..<2))
    let expected =
      switch format {
      case .text: TextRenderer(language: .english, color: true).render([early, late])
      case .concise: ConciseRenderer(language: .english).render([early, late])
      case .json: JSONRenderer(language: .english).render([early, late])
      case .sarif: SARIFRenderer(language: .english).render([early, late])
      case .github: GitHubRenderer(language: .english).render([early, late])
      case .junit:
        JUnitRenderer(language: .english)
          .render(FindingReport(title: "policy", findings: [early, late], files: []))
      }
    #expect(format.render([late, early], language: .english, color: true) == expected)
  }

  @Test("Only text is coloured, and only when asked for", arguments: FindingFormat.allCases)
  func color(format: FindingFormat) {
    let colored = format.render([Samples.duplicateKey()], language: .chinese, color: true)
    let plain = format.render([Samples.duplicateKey()], language: .chinese, color: false)
    #expect(colored.contains("\u{1B}") == (format == .text))
    #expect(!plain.contains("\u{1B}"))
  }
}
