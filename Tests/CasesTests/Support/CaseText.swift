import Cases
import Findings
import Registry
import TestSupport
import Testing

/// A file of golden cases that a test makes up, and what running it gives.
struct CaseText {
  static let registry = PolicySnapshot.load(Repository.path("policies"))

  let passed: Int
  let failed: Int
  let findings: [Finding]

  /// Runs cases of a first stay of 60 000 in Beijing in 2023; the text holds the items of `cases`.
  init(_ cases: String) throws {
    let collector = FindingCollector()
    let file = try #require(try CaseText.read(cases, collector: collector))
    let counts = CaseRunner(source: CaseText.registry).run(file, collector: collector)
    passed = counts.passed
    failed = counts.failed
    findings = collector.findings
  }

  static func read(_ cases: String, policies: String = "../../policies", collector: FindingCollector) throws
    -> CaseFile?
  {
    let text = """
      format: "1"
      title: 测试
      policies: \(policies)
      given:
        insutype: "310"
        psn_type: "11"
        insuplc_admdvs: "110000"
        med_type: "21"
        hosp_lv: "02"
        begntime: "2023-06-20"
        endtime: "2023-06-30"
        setl_time: "2023-06-30"
        hardship: none
        medfee_sumamt: 60000.00
        fulamt_ownpay_amt: 0.00
        overlmt_selfpay: 0.00
        preselfpay_amt: 0.00
        inscp_scp_amt: 60000.00
        accounts: {}
      cases:

      """
    let path = Repository.path("examples/cases/made-up.cases.yaml")
    return CaseFile.read(SourceFile(path: path, bytes: Array((text + cases).utf8)), collector: collector)
  }

  var codes: [String] { findings.map(\.kind.code) }

  /// One case; `parts` are its lines after `source`.
  static func item(_ name: String, _ parts: String...) -> String {
    let lines = ["  - name: \(name)", "    basis: derived", "    source: 手算"] + parts.map { "    \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
