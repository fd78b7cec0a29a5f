import Cases
import Coverage
import Findings
import Testing

@Suite("what cases exercise of the rules")
struct CoverageTests {
  @Test("with a case for everything nothing is found, and what no claim can come to is not asked for")
  func complete() throws {
    let fixture = try CoverageFixture()
    #expect(fixture.open == [])
    #expect(fixture.report.all.coveredPermille == 1000)
    #expect(fixture.report.findings(below: 100).isEmpty)
    let values = fixture.report.all.map { "\($0.item.kind.rawValue) \($0.item.value)" }
    // The chronic plan is refused as a whole; nobody files a referral here, and an emergency counts as filed.
    #expect(!values.contains("ratio 70%"))
    #expect(
      values.filter { $0.hasPrefix("filing_standing") }.sorted() == [
        "filing_standing emergency", "filing_standing temporary", "filing_standing unfiled",
      ])
    #expect(values.filter { $0.hasPrefix("start") } == ["start 70"])
    #expect(values.filter { $0.hasPrefix("version") }.count == 2)
  }

  @Test(
    "a case removed leaves what only it exercised: T0120, T0122, T0123, T0124",
    arguments: [
      (["退休七十岁"], ["start 70", "ratio 86%", "ratio 96%"], ["T0120", "T0121"]),
      (["达到限额"], ["cap_reached 50000.00"], ["T0122"]),
      (["二〇二五年"], ["cap_not_reached 60000.00"], ["T0123"]),
      (["二〇二五年达到限额"], ["cap_reached 60000.00"], ["T0122"]),
      (
        ["二〇二五年", "二〇二五年达到限额"],
        ["version 2025-01-01…", "cap_reached 60000.00", "cap_not_reached 60000.00"], ["T0120", "T0124"]
      ),
      (["未备案"], ["standing unfiled: refused"], ["T0121"]),
      (["转诊"], ["standing referral: change"], ["T0121"]),
      (["省内"], ["standing exempt: as_at_home", "filing_need not_needed"], ["T0121"]),
      (["没有备案"], ["filing_channel manual", "filing_standing unfiled"], ["T0121"]),
    ])
  func removed(names: [String], open: [String], codes: [String]) throws {
    let fixture = try CoverageFixture(CoverageFixture.cases.filter { !names.contains($0.name) })
    #expect(Set(fixture.open) == Set(open))
    #expect(fixture.codes == Set(codes))
  }

  @Test("a case that comes by a figure but expects nothing of it does not exercise it: T0121")
  func expectsLittle() throws {
    let cases = CoverageFixture.cases.map { item in
      item.name == "退休" ? (item.name, item.claim, "expect: {plan: employee_inpatient}") : item
    }
    let fixture = try CoverageFixture(cases)
    #expect(fixture.open == ["deductible 500.00", "ratio 85%", "ratio 95%"])
    #expect(fixture.codes == ["T0121"])
    let finding = try #require(fixture.findings.first)
    #expect(finding.place.map { $0.file.line($0.start.line).contains("500}") } == true)
    #expect(finding.help(in: .chinese).contains("医院级别 二级/一级/未定级"))
    #expect(finding.help(in: .english).contains("hospital_level secondary/primary/unrated"))
  }

  @Test("the reason for a cap that is never reached is not that nobody meets it")
  func capFindings() throws {
    let finding = try #require(try CoverageFixture(without: "达到限额").findings.first)
    #expect(finding.kind == .capNeverBinds)
    #expect(finding.arguments["value"] == "50000.00")
    #expect(finding.place?.file.path.hasSuffix("2024-01-01.yaml") == true)
  }

  @Test("below the threshold each region is an error, from the threshold on none: T0125")
  func threshold() throws {
    let report = try CoverageFixture(without: "达到限额").report
    let finding = try #require(report.findings(below: 100).first)
    #expect(finding.kind == .coverageBelowThreshold)
    #expect(finding.kind.severity == .error)
    #expect(finding.arguments["region"] == "990500 测试区覆盖")
    #expect(report.findings(below: report.all.coveredPermille / 10).isEmpty)
  }

  @Test("figures are counted where they are written, once for all versions that go on with them")
  func places() throws {
    let report = try CoverageFixture().report
    let ratios = report.all.filter { $0.item.kind == .ratio }
    #expect(ratios.count == 8)
    #expect(ratios.allSatisfy { $0.item.place.file.path.hasSuffix("2024-01-01.yaml") })
    let caps = report.all.filter { $0.item.kind == .capReached }.map(\.item.place.file.path.description)
    #expect(caps.map { $0.suffix(15) } == ["2024-01-01.yaml", "2025-01-01.yaml"])
  }
}
