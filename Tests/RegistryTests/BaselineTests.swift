import Findings
import Registry
import Testing

@Suite("the baseline")
struct BaselineTests {
  private let line = "  ratio: 80%"

  private func finding(_ text: String, line: Int = 1, kind: FindingKind = .guardrailBroken) -> Finding {
    let before = String(repeating: "#\n", count: line - 1)
    let file = SourceFile(path: "policies/a.yaml", bytes: Array((before + text + "\n").utf8))
    return Finding(kind, at: Place(file: file, at: Position(line: line, column: 3)))
  }

  private func baseline(_ text: String) throws -> Baseline {
    let collector = FindingCollector()
    return try #require(Baseline(SourceFile(path: "b.jsonl", bytes: Array(text.utf8)), collector: collector))
  }

  private func reduce(_ findings: [Finding], by text: String, isLookedFor: Bool = true) throws -> [Finding] {
    try baseline(text).reduce(findings, naming: { $0 }, isLookedFor: { _ in isLookedFor })
  }

  @Test("what is in the baseline is not reported, also when lines came before it")
  func known() throws {
    let text = Baseline.text(of: [finding(line)], naming: { $0 })
    #expect(
      text == #"{"code": "P0341", "file": "policies/a.yaml", "text": "ratio: 80%", "ordinal": 1}"# + "\n")
    #expect(try reduce([finding(line)], by: text).isEmpty)
    #expect(try reduce([finding(line, line: 9)], by: text).isEmpty)
  }

  @Test("another line, code or a second finding alike is new")
  func new() throws {
    let text = Baseline.text(of: [finding(line)], naming: { $0 })
    #expect(try reduce([finding(line), finding("  ratio: 85%")], by: text).count == 1)
    #expect(
      try reduce([finding(line), finding(line, kind: .guardrailAboutMissed)], by: text).map(\.kind.code) == ["P0342"])
    #expect(try reduce([finding(line), finding(line, line: 4)], by: text).map(\.place?.start.line) == [4])
  }

  @Test("an entry that no longer occurs is found where it stands, if this run could have found it")
  func gone() throws {
    let text = Baseline.text(of: [finding("a: 1"), finding(line)], naming: { $0 })
    let found = try reduce([finding(line)], by: text)
    #expect(found.map(\.kind.code) == ["P0484"])
    #expect(found.first?.place?.start.line == 1 && found.first?.place?.file.path == "b.jsonl")
    #expect(try reduce([finding(line)], by: text, isLookedFor: false).isEmpty)
    // A file that cannot be read hides what was found in it.
    let unreadable = finding("x", kind: .yamlSyntax)
    #expect(try reduce([unreadable], by: text).map(\.kind.code) == ["Y0113"])
  }

  @Test("the text does not depend on the order of the findings, and files go by the name given")
  func text() {
    let findings = [finding(line), finding("a: 1", line: 2), finding(line, line: 3)]
    let text = Baseline.text(of: findings, naming: { "../\($0)" })
    #expect(text == Baseline.text(of: findings.reversed(), naming: { "../\($0)" }))
    #expect(text.split(separator: "\n").count == 3 && text.contains("\"../policies/a.yaml\""))
    #expect(Baseline.text(of: [], naming: { $0 }).isEmpty)
  }

  @Test(
    "a line that is no entry makes the file unusable",
    arguments: [
      "x", "{}", #"{"code": "P0341", "file": "a", "text": "b"}"#,
      #"{"code": "P0341", "file": "a", "text": "b", "ordinal": "x"}"#,
    ])
  func unreadable(line: String) {
    let collector = FindingCollector()
    let good = Baseline.text(of: [finding("a: 1")], naming: { $0 })
    let baseline = Baseline(SourceFile(path: "b", bytes: Array((good + "\n" + line).utf8)), collector: collector)
    #expect(baseline == nil)
    #expect(collector.findings.map(\.kind.code) == ["P0485"])
    #expect(collector.findings.first?.place?.start.line == 3)
  }
}
