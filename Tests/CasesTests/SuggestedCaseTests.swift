import Cases
import Coverage
import Findings
import Registry
import TestSupport
import Testing

@Suite("cases that are drafted")
struct SuggestedCaseTests {
  private let folder = Repository.path("Tests/Fixtures/coverage")

  private func draft(for report: CoverageReport) throws -> String {
    let cases = CaseProposer(registry: CoverageFixture.registry).propose(for: report).cases
    return ProposedCaseFile(catalogue: CoverageFixture.registry.catalogue)
      .text(cases, title: "起草", policies: "policies")
  }

  private func read(_ text: String) throws -> CaseFile {
    let collector = FindingCollector()
    let file = CaseFile.read(
      SourceFile(path: "\(folder)/drafted.cases.yaml", bytes: Array(text.utf8)), collector: collector)
    #expect(collector.findings.isEmpty, "\(ConciseRenderer(language: .english).render(collector.findings))")
    return try #require(file)
  }

  @Test("a draft does not pass until somebody confirms it, and nothing else is wrong with it: T0126")
  func unconfirmed() throws {
    let text = try draft(for: try CoverageFixture().report)
    let collector = FindingCollector()
    let counts = CaseRunner(source: CoverageFixture.registry).run(try read(text), collector: collector)
    #expect(counts.passed == 0)
    #expect(counts.failed > 10)
    #expect(Set(collector.findings.map(\.kind.code)) == ["T0126"])
  }

  @Test("both sides of a deductible, of the end of a column and of a cap are drafted, and the days of versions")
  func boundaries() throws {
    let text = try draft(for: try CoverageFixture().report)
    for amount in ["999.99", "1000.00", "1000.01", "9999.99", "10000.00", "10000.01"] {
      #expect(text.contains("inscp_scp_amt: \(amount)"), "\(amount)")
    }
    // 7200 + 90 % of what lies above 10 000 comes to 50 000 at 57 555.56.
    for amount in ["57555.54", "57555.55", "57555.56"] {
      #expect(text.contains("inscp_scp_amt: \(amount)"), "\(amount)")
    }
    for day in ["2024-01-01", "2024-12-31", "2025-01-01"] { #expect(text.contains("setl_time: \"\(day)\""), "\(day)") }
  }

  @Test("once confirmed, drafts cover what they were drafted for")
  func covers() throws {
    let missing = ["退休", "退休七十岁", "达到限额", "长期", "未备案"]
    let kept = CoverageFixture.cases.filter { !missing.contains($0.name) }
    let before = try CoverageFixture(kept)
    #expect(before.open.count >= 7)
    let text = try draft(for: before.report).split(separator: "\n").filter { !$0.contains("to_confirm: true") }
    let drafts = try read(text.joined(separator: "\n") + "\n")
    let file = try CoverageFixture.file(kept, FindingCollector())
    let after = CoverageMeasurement([file, drafts], registry: CoverageFixture.registry).report()
    #expect(after.findings.map { $0.message(in: .english) } == [])
  }

  @Test("a case without the key, or with it denied, is confirmed")
  func confirmed() throws {
    let good = "expect: {setlinfo: {hifp_pay: 52395.00}}"
    #expect(try CaseText(CaseText.item("甲", good)).codes == [])
    #expect(try CaseText(CaseText.item("甲", "to_confirm: false", good)).codes == [])
    let open = try CaseText(CaseText.item("甲", "to_confirm: true", good))
    #expect(open.codes == ["T0126"])
    #expect(open.failed == 1)
  }
}
