import Claims
import Testing

@Suite("the accounts a claim brings")
struct ClaimAccountTests {
  private static let complete = """
    {"employee_inpatient.occurrences": 1, "pool_year": 52395.00, "large_year": 0.00, "major_illness_base": 10605.00}
    """

  private func answer(_ accounts: String) throws -> Answer {
    try Policies.shipped.answer(DemoClaim.number(1).with("accounts", accounts))
  }

  @Test("complete accounts settle, and are carried on")
  func good() throws {
    let answer = try answer(ClaimAccountTests.complete)
    #expect(answer.errors == [])
    #expect(answer.text("accounts", "employee_inpatient.occurrences") == "2")
    #expect(
      answer.names("accounts").sorted() == [
        "employee_inpatient.occurrences", "large_year", "major_illness_base", "pool_year",
      ])
  }

  @Test("an empty object says that nothing was settled yet")
  func empty() throws {
    let zero = "{\"employee_inpatient.occurrences\": 0, \"pool_year\": 0, \"large_year\": 0, \"major_illness_base\": 0}"
    let explicit = try answer(zero)
    let fresh = try answer("{}")
    #expect(fresh.errors == [])
    #expect(fresh.text("setlinfo", "fund_pay_sumamt") == explicit.text("setlinfo", "fund_pay_sumamt"))
    #expect(fresh.text("setlinfo", "act_pay_dedc") == "1300.00")
  }

  @Test("a claim that says nothing about accounts is not taken for the first of the year: C0106")
  func missing() throws {
    let error = try Policies.shipped.answer(DemoClaim.number(1).without("accounts")).errors
    #expect(error == [AnswerError("C0106", at: "")])
    #expect(error.first?.message.contains("pool_year") == true)
  }

  @Test(
    "a list that leaves an account out is not completed with zero: C0106",
    arguments: ["employee_inpatient.occurrences", "pool_year", "large_year", "major_illness_base"])
  func incomplete(account: String) throws {
    var list = try DemoClaim(json: ClaimAccountTests.complete)
    list.members.removeAll { $0.name == account }
    let errors = try answer(list.json).errors
    #expect(errors == [AnswerError("C0106", at: "")])
    #expect(errors.first?.message.contains(account) == true)
  }

  @Test(
    "an account that the region does not have is pointed to: C0107",
    arguments: [
      ("pool_yaer", "/accounts/pool_yaer"), ("a/b", "/accounts/a~1b"), ("~", "/accounts/~0"), ("", "/accounts/"),
    ])
  func unknown(name: String, pointer: String) throws {
    let list = try DemoClaim(json: ClaimAccountTests.complete).with(name, "1")
    #expect(try answer(list.json).errors == [AnswerError("C0107", at: pointer)])
  }

  @Test(
    "an account's value is an amount or a count, not negative and not beyond the limit: C0108",
    arguments: [
      ("pool_year", "-0.01"), ("pool_year", "0.001"), ("pool_year", "\"一百\""), ("pool_year", "100000000000000.00"),
      ("pool_year", "true"), ("pool_year", "\"\""), ("employee_inpatient.occurrences", "1.5"),
      ("employee_inpatient.occurrences", "-1"), ("employee_inpatient.occurrences", "100001"),
    ])
  func bad(account: String, value: String) throws {
    let list = try DemoClaim(json: ClaimAccountTests.complete).with(account, value)
    #expect(try answer(list.json).errors.contains(AnswerError("C0108", at: "/accounts/\(account)")))
  }

  @Test("the amounts of accounts may be strings")
  func strings() throws {
    var list = try DemoClaim(json: ClaimAccountTests.complete)
    for member in list.members { list = list.with(member.name, "\"\(member.json)\"") }
    #expect(try answer(list.json).line == answer(ClaimAccountTests.complete).line)
  }
}
