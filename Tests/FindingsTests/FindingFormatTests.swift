import Testing

@testable import Findings

@Suite("Finding format")
struct FindingFormatTests {
  @Test("Nothing found gives nothing, in JSON an empty array", arguments: FindingFormat.allCases)
  func empty(format: FindingFormat) {
    #expect(format.render([], language: .chinese, color: true) == (format == .json ? "[]\n" : ""))
  }

  @Test("The names that users write")
  func names() {
    #expect(FindingFormat.allCases.map(\.rawValue) == ["text", "concise", "json", "github"])
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
      case .github: GitHubRenderer(language: .english).render([early, late])
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
