import Testing

@testable import Findings

@Suite("Silencing")
struct SilencingTests {
  @Test("A comment allows the finding of its code on its line, and nothing else")
  func one() {
    let finding = Samples.guardrail()
    let other = Samples.guardrail(linesBefore: 3)
    let outcome = outcome([finding, other], [(2, "P0341")], in: finding)
    #expect(outcome.silenced.map(\.finding.place?.start.line) == [2])
    #expect(outcome.silenced.map(\.silencing.reason) == ["理由"])
    #expect(outcome.findings.map(\.place?.start.line) == [5])
  }

  @Test("What keeps a file from being read is never allowed, and the comment is not called unused beside it")
  func refused() {
    let finding = Samples.duplicateKey()
    let outcome = outcome([finding], [(3, "Y0106")], in: finding)
    #expect(outcome.silenced.isEmpty)
    #expect(outcome.findings.map(\.kind.code) == ["Y0106"])
  }

  @Test("A comment for another code or line is unused, unless nothing looked for its code")
  func unused() {
    let finding = Samples.guardrail()
    #expect(outcome([finding], [(2, "P0342")], in: finding).findings.map(\.kind.code) == ["P0341", "P0480"])
    #expect(outcome([finding], [(1, "P0341")], in: finding).findings.map(\.kind.code) == ["P0341", "P0480"])
    #expect(outcome([finding], [(2, "P0491")], in: finding).findings.map(\.kind.code) == ["P0341"])
  }

  @Test("Two figures of a line need two comments; one rule that several regions inherit needs one")
  func matters() {
    let finding = Samples.guardrail()
    let place = finding.place.map { Samples.place($0.file, 2, 3..<5) }
    let second = Finding(.guardrailBroken, at: place, related: finding.related)
    let inherited = Finding(.guardrailBroken, at: finding.place, related: finding.related, ["found": "31%"])
    #expect(outcome([finding, second], [(2, "P0341")], in: finding).silenced.count == 1)
    #expect(outcome([finding, second], [(2, "P0341"), (2, "P0341")], in: finding).silenced.count == 2)
    #expect(outcome([finding, inherited], [(2, "P0341")], in: finding).silenced.count == 2)
    #expect(outcome([finding], [(2, "P0341"), (2, "P0341")], in: finding).findings.map(\.kind.code) == ["P0480"])
  }

  @Test("Only judgements can be allowed: warnings and the guardrail, never another error and never this itself")
  func kinds() {
    let errors = FindingCatalogue.all.filter { $0.severity == .error && $0.isSilenceable }.map(\.code)
    #expect(errors.contains("P0341"))
    #expect(!errors.contains { !$0.hasPrefix("P03") && !$0.hasPrefix("P04") })
    #expect(FindingCatalogue.all.filter { $0.code.hasPrefix("P048") }.allSatisfy { !$0.isSilenceable })
    #expect(FindingKind.guardrailAboutMissed.isSilenceable && FindingKind.sourceAssumed.isSilenceable)
    #expect(!FindingKind.incompleteTable.isSilenceable && !FindingKind.yamlSyntax.isSilenceable)
  }

  @Test("What is allowed is shown when asked, with the reason")
  func shown() {
    let report = FindingReport(
      title: "t", findings: [], silenced: [Samples.silenced(Samples.guardrail(), "有依据")], files: [])
    func text(_ format: FindingFormat, _ shown: Bool) -> String {
      format.render(report, language: .chinese, color: false, showingSilenced: shown)
    }
    #expect(text(.text, true).hasPrefix("放行[P0341]: ") && text(.text, true).hasSuffix("   = 理由: 有依据\n"))
    #expect(text(.concise, true).hasSuffix(" – 有依据\n"))
    #expect(text(.json, true).contains("\"silenced\": \"有依据\""))
    #expect(text(.text, false).isEmpty && text(.concise, false).isEmpty && text(.json, false) == "[]\n")
  }

  private func outcome(_ findings: [Finding], _ comments: [(line: Int, code: String)], in finding: Finding)
    -> SilencingOutcome
  {
    let file = finding.place?.file ?? Samples.file("")
    let silencings = comments.map {
      Silencing(code: $0.code, reason: "理由", place: Samples.place(file, 1, 1..<2), line: $0.line)
    }
    return SilencingOutcome(silencings, on: findings, notLookedFor: ["P0490", "P0491", "P0492"])
  }
}
