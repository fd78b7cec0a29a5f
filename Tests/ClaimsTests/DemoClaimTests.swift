import Claims
import Testing

@Suite("the claims of the demo file")
struct DemoClaimTests {
  @Test("every demo claim settles without a finding", arguments: 1...12)
  func settles(number: Int) throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(number))
    #expect(answer.errors == [])
    #expect(answer.isSettled)
  }

  @Test("the first demo claim comes to what was worked out by hand")
  func worked() throws {
    // 60 000: 1 300 first, then 28 700 × 85 % + 10 000 × 90 % + 20 000 × 95 %.
    let answer = try Policies.shipped.answer(DemoClaim.number(1))
    #expect(answer.text("setlinfo", "hifp_pay") == "52395.00")
    #expect(answer.text("setlinfo", "act_pay_dedc") == "1300.00")
    #expect(answer.text("setlinfo", "psn_part_amt") == "15605.00")
    #expect(answer.text("personal", "out_of_scope") == "8000.00")
    #expect(answer.text("personal", "ratio_share") == "6305.00")
    #expect(answer.text("accounts", "pool_year") == "52395.00")
    #expect(answer.text("accounts", "employee_inpatient.occurrences") == "1")
  }
}
