import Findings
import Testing

@Suite("cases that go on from earlier ones")
struct CaseChainTests {
  private let first = CaseText.item("首次", "expect: {setlinfo: {act_pay_dedc: 1300.00}}")
  private let second = CaseText.item(
    "第二次", "after: 首次",
    "expect: {setlinfo: {act_pay_dedc: 650.00}, accounts: {employee_inpatient.occurrences: 2}}")

  @Test("a case after another one begins with the accounts it left")
  func carriesOn() throws {
    #expect(try CaseText(first + second).codes == [])
  }

  @Test("the chain runs on over several cases")
  func chain() throws {
    let third = CaseText.item("第三次", "after: 第二次", "expect: {accounts: {employee_inpatient.occurrences: 3}}")
    #expect(try CaseText(first + second + third).codes == [])
  }

  @Test("without `after` a case begins anew")
  func anew() throws {
    let again = CaseText.item("再次", "expect: {setlinfo: {act_pay_dedc: 1300.00}}")
    #expect(try CaseText(first + second + again).codes == [])
  }

  @Test("two cases may go on from the same one without knowing of each other")
  func branches() throws {
    let other = CaseText.item("另一个第二次", "after: 首次", "expect: {accounts: {employee_inpatient.occurrences: 2}}")
    #expect(try CaseText(first + second + other).codes == [])
  }

  @Test("a case can go on only from an earlier one that gave a result: T0106")
  func unknown() throws {
    #expect(try CaseText(second + first).codes == ["T0106"])
    #expect(try CaseText(CaseText.item("甲", "after: 没有", "expect: {plan: employee_inpatient}")).codes == ["T0106"])
    let refused = CaseText.item("首次", "claim: {inscp_scp_amt: 60000.01}", "expect_error: C0103")
    let result = try CaseText(refused + second)
    #expect(result.codes == ["T0106"])
    #expect(result.passed == 1)
    #expect(result.findings.first?.arguments["name"] == "首次")
  }
}
