import Findings
import Testing

@Suite("findings of golden cases")
struct CaseFindingTests {
  private let good = CaseText.item(
    "甲", "expect: {setlinfo: {hifp_pay: 52395.00, act_pay_dedc: 1300.00}, layers: {pool: 52395}}")

  @Test("a case that comes out passes without a finding")
  func passes() throws {
    let result = try CaseText(good)
    #expect(result.codes == [])
    #expect(result.passed == 1)
    #expect(result.failed == 0)
  }

  @Test("a figure one fen beside the result fails at the figure: T0101")
  func mismatch() throws {
    let result = try CaseText(CaseText.item("甲", "expect: {setlinfo: {hifp_pay: 52395.01}}"))
    let finding = try #require(result.findings.first)
    #expect(result.codes == ["T0101"])
    #expect(result.failed == 1)
    #expect(finding.arguments["path"] == "/setlinfo/hifp_pay")
    #expect(finding.arguments["expected"] == "52395.01")
    #expect(finding.arguments["found"] == "52395.00")
    #expect(finding.place.map { $0.file.line($0.start.line).contains("52395.01") } == true)
  }

  @Test("a figure under a name that the result does not have fails: T0102")
  func missingPath() throws {
    let result = try CaseText(CaseText.item("甲", "expect: {layers: {pol: 52395.00}}"))
    #expect(result.codes == ["T0102"])
    #expect(result.failed == 1)
    #expect(result.findings.first?.arguments["path"] == "/layers/pol")
    #expect(result.findings.first?.arguments["suggestion"]?.contains("pool") == true)
  }

  @Test("a case that gives no result fails with the reason: T0103")
  func noResult() throws {
    let result = try CaseText(
      CaseText.item("甲", "claim: {inscp_scp_amt: 60000.01}", "expect: {setlinfo: {hifp_pay: 52395.00}}"))
    #expect(result.codes == ["T0103"])
    #expect(result.failed == 1)
    #expect(result.findings.first?.message(in: .english).contains("C0103") == true)
  }

  @Test("an expected error that occurs passes")
  func expectedError() throws {
    let result = try CaseText(CaseText.item("甲", "claim: {inscp_scp_amt: 60000.01}", "expect_error: C0103"))
    #expect(result.codes == [])
    #expect(result.passed == 1)
  }

  @Test(
    "an expected error that does not occur, or another one, fails: T0104",
    arguments: [("claim: {}", "—"), ("claim: {inscp_scp_amt: 60000.01}", "C0103")])
  func otherError(claim: String, found: String) throws {
    let result = try CaseText(CaseText.item("甲", claim, "expect_error: S0205"))
    #expect(result.codes == ["T0104"])
    #expect(result.failed == 1)
    #expect(result.findings.first?.arguments["found"] == found)
  }

  @Test("a case that expects nothing is a finding, because it cannot fail: T0105")
  func expectsNothing() throws {
    let result = try CaseText(good + CaseText.item("乙"))
    #expect(result.codes == ["T0105"])
  }

  @Test("two cases of one name are a finding at the second: T0107")
  func duplicate() throws {
    let result = try CaseText(good + CaseText.item("乙", "expect: {plan: employee_inpatient}") + good)
    let finding = try #require(result.findings.first)
    let place = try #require(finding.place)
    let related = try #require(finding.related)
    #expect(result.codes == ["T0107"])
    #expect(related.start < place.start)
    #expect(finding.arguments["name"] == "甲")
  }

  @Test("all that differs in a case is reported at once, and other cases still run")
  func several() throws {
    let bad = CaseText.item("乙", "expect: {setlinfo: {hifp_pay: 1.00, act_pay_dedc: 1.00}, plan: other}")
    let result = try CaseText(bad + good)
    #expect(result.codes == ["T0101", "T0101", "T0101"])
    #expect(result.passed == 1)
    #expect(result.failed == 1)
  }
}
