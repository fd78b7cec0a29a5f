import Claims
import Testing

@Suite("codes of a claim")
struct ClaimCodeTests {
  @Test(
    "a code that is not in the catalogue is pointed to and never guessed: C0105",
    arguments: [
      ("insutype", "999"), ("psn_type", "99"), ("med_type", "99"), ("hosp_lv", "99"), ("dise_codg", "M99999"),
      ("hosp_lv", "1"), ("insutype", "31"),
    ])
  func unknown(field: String, code: String) throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(1).with(field, "\"\(code)\""))
    #expect(answer.errors == [AnswerError("C0105", at: "/\(field)")])
    #expect(answer.errors.first?.message.contains(code) == true)
  }

  @Test("a known disease is no finding")
  func disease() throws {
    #expect(try Policies.shipped.answer(DemoClaim.number(1).with("dise_codg", "\"M03900\"")).errors == [])
  }

  @Test("all unknown codes of a claim are reported at once")
  func several() throws {
    let claim = try DemoClaim.number(1).with("psn_type", "\"99\"").with("hosp_lv", "\"98\"")
    #expect(
      try Policies.shipped.answer(claim).errors == [
        AnswerError("C0105", at: "/psn_type"), AnswerError("C0105", at: "/hosp_lv"),
      ])
  }

  @Test("a longer local code counts as the national code it begins with")
  func localCodes() throws {
    let claim = try DemoClaim.number(1)
    let local = claim.with("psn_type", "\"1101\"").with("med_type", "\"2107\"")
    #expect(Policies.shipped.line(local.json) == Policies.shipped.line(claim.json))
  }

  @Test("an attribute puts a claim into the region's finer class")
  func classes() throws {
    let claim = try DemoClaim.number(8)
    let provincial = try Policies.shipped.answer(claim)
    let ordinary = try Policies.shipped.answer(claim.with("attributes", "{\"hosp_class\": \"another\"}"))
    let untold = try Policies.shipped.answer(claim.without("attributes"))
    #expect(provincial.text("setlinfo", "act_pay_dedc") == "1600.00")
    #expect(ordinary.text("setlinfo", "act_pay_dedc") == "1100.00")
    #expect(untold.errors.map(\.code) == ["C0112"])
  }
}
