import Cases
import Coverage
import Findings
import Registry
import TestSupport
import Testing

/// The rules of `Tests/Fixtures/coverage` with cases that exercise all of them, some left out or put differently.
struct CoverageFixture {
  static let folder = Repository.path("Tests/Fixtures/coverage/policies")
  static let catalogue = Repository.path("policies/catalogue")
  static let registry = PolicySnapshot.load(folder, catalogue: catalogue)

  /// Name, claim and expectation.
  typealias Text = (name: String, claim: String, expectation: String)

  static let cases: [Text] = [
    text("在职", "\(amount(30_000))", paid: 25_200),
    text("在职二十岁", "age: 20, \(amount(30_000))", paid: 25_200),
    text("退休", "psn_type: \"12\", age: 60, hosp_lv: \"05\", \(amount(30_000))", paid: 27_075),
    text("退休七十岁", "psn_type: \"12\", age: 70, \(amount(30_000))", paid: 26_940),
    text("达到限额", "\(amount(100_000))", paid: 50_000),
    text("二〇二五年", "\(day2025), \(amount(30_000))", paid: 25_200),
    text("二〇二五年达到限额", "\(day2025), \(amount(100_000))", paid: 60_000),
    text("转诊", "\(away), standing: referral, \(amount(30_000))", paid: 22_300),
    text("长期", "\(away), standing: long_term, \(amount(30_000))", paid: 22_300),
    text("备案临时", "\(away), \(filed), \(amount(30_000))", paid: 25_200),
    text("省内", "mdtrtarea_admvs: \"990600\", filings: [], \(amount(30_000))", paid: 25_200),
    text("急诊", "\(away), er_flag: \"1\", filings: [], \(amount(30_000))", paid: 22_300),
    ("未备案", "\(away), standing: unfiled, \(amount(30_000))", "expect_error: S0205"),
    (
      "没有备案", "\(away), filings: [], \(amount(30_000))",
      "expect_standing: {standing: unfiled, channel: manual, filed: not_filed}"
    ),
  ]

  private static let away = "mdtrtarea_admvs: \"110000\""
  private static let filed =
    "filings: [{kind: temporary, filed_on: \"2024-02-01\", enddate: \"2024-12-31\", areas: [\"110000\"]}]"
  private static let day2025 = "begntime: \"2025-06-10\", endtime: \"2025-06-20\", setl_time: \"2025-06-20\""

  static func amount(_ yuan: Int) -> String { "medfee_sumamt: \(yuan).00, inscp_scp_amt: \(yuan).00" }

  static func text(_ name: String, _ claim: String, paid yuan: Int) -> Text {
    (name, claim, "expect: {setlinfo: {hifp_pay: \(yuan).00}}")
  }

  let report: CoverageReport
  let findings: [Finding]

  init(_ cases: [Text], registry: PolicySnapshot = CoverageFixture.registry) throws {
    let collector = FindingCollector()
    let file = try CoverageFixture.file(cases, collector)
    #expect(CaseRunner(source: registry).run(file, collector: collector).failed == 0)
    #expect(collector.findings.isEmpty, "\(ConciseRenderer(language: .english).render(collector.findings))")
    report = CoverageMeasurement([file], registry: registry).report()
    findings = report.findings
  }

  /// All cases but some.
  init(without names: String...) throws {
    try self.init(CoverageFixture.cases.filter { !names.contains($0.name) })
  }

  static func file(_ cases: [Text], _ collector: FindingCollector) throws -> CaseFile {
    let head = """
      format: "1"
      title: 测试
      policies: policies
      given:
        insutype: "310"
        psn_type: "11"
        age: 40
        insuplc_admdvs: "990500"
        mdtrtarea_admvs: "990500"
        med_type: "21"
        hosp_lv: "02"
        begntime: "2024-06-10"
        endtime: "2024-06-20"
        setl_time: "2024-06-20"
        fulamt_ownpay_amt: 0.00
        overlmt_selfpay: 0.00
        preselfpay_amt: 0.00
        accounts: {}
      cases:

      """
    let items = cases.map { item in
      "  - name: \(item.name)\n    basis: derived\n    source: 手算\n    claim: {\(item.claim)}\n    \(item.expectation)\n"
    }
    let path = Repository.path("Tests/Fixtures/coverage/made-up.cases.yaml")
    let source = SourceFile(path: path, bytes: Array((head + items.joined()).utf8))
    return try #require(CaseFile.read(source, collector: collector))
  }

  /// What is open, `T0120 ratio 85%`, in the order of the report.
  var open: [String] {
    report.all.filter { $0.state != .covered }.map { "\($0.item.kind.rawValue) \($0.item.value)" }
  }

  var codes: Set<String> { Set(findings.map(\.kind.code)) }
}
