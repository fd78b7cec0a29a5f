import Claims
import Testing

@Suite("claims that are not well formed")
struct ClaimFormTests {
  @Test("a line that is not JSON has a syntax error and no place in a tree: C0101")
  func syntax() throws {
    let claim = try DemoClaim.number(1)
    let broken = String(claim.json.dropLast())
    #expect(try Policies.shipped.answer(broken).errors == [AnswerError("C0101", at: nil)])
    #expect(try Policies.shipped.answer(claim.with("medfee_sumamt", "6.8e4")).errors == [AnswerError("C0101", at: nil)])
  }

  @Test("a claim nested too deeply is not read: C0102")
  func depth() throws {
    let nested = String(repeating: "[", count: 20) + String(repeating: "]", count: 20)
    let claim = try DemoClaim.number(1).with("attributes", nested)
    #expect(try Policies.shipped.answer(claim).errors == [AnswerError("C0102", at: nil)])
  }

  @Test("an empty line is no claim: C0111", arguments: ["", " ", "\t", "\r", " \t \r"])
  func empty(line: String) throws {
    let answer = try Policies.shipped.answer(line, number: 5)
    #expect(answer.errors == [AnswerError("C0111", at: nil)])
    #expect(answer.text("line") == "5")
  }

  @Test(
    "an end before its beginning is pointed to at the end: C0114",
    arguments: [("endtime", "2024-02-29"), ("setl_time", "2024-03-11"), ("begntime", "2024-03-13")])
  func dates(field: String, day: String) throws {
    let claim = try DemoClaim.number(1).with(field, "\"\(day)\"")
    let pointer = field == "begntime" ? "/endtime" : "/\(field)"
    #expect(try Policies.shipped.answer(claim).errors == [AnswerError("C0114", at: pointer)])
  }

  @Test("days that are all the same are no finding")
  func sameDay() throws {
    let claim = try DemoClaim.number(1).with("begntime", "\"2024-03-12\"").with("endtime", "\"2024-03-12 23:59:59\"")
    #expect(try Policies.shipped.answer(claim).errors == [])
  }

  @Test(
    "what a fact of the rules needs is asked for by its field: C0112",
    arguments: [(1, "hosp_lv"), (1, "hardship"), (3, "age"), (3, "hosp_lv")])
  func missingFacts(number: Int, field: String) throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(number).without(field))
    #expect(answer.errors == [AnswerError("C0112", at: "")])
    #expect(answer.errors.first?.message.contains(field) == true)
  }

  @Test(
    "a field that every claim has to have is a finding that names it",
    arguments: [
      "insutype", "psn_type", "insuplc_admdvs", "med_type", "setl_time", "medfee_sumamt", "fulamt_ownpay_amt",
      "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt",
    ])
  func missingFields(field: String) throws {
    let errors = try Policies.shipped.answer(DemoClaim.number(1).without(field)).errors
    #expect(errors.map(\.code) == ["F0202"])
    #expect(errors.first?.message.contains(field) == true)
  }

  @Test("a field that nobody knows is pointed to, never ignored")
  func unknownField() throws {
    let claim = try DemoClaim.number(1).with("ward", "\"内科\"")
    #expect(try Policies.shipped.answer(claim).errors == [AnswerError("F0201", at: "/ward")])
  }

  @Test("something else than an object is no claim", arguments: ["[]", "\"claim\"", "12", "true", "null", "[{}]"])
  func notAnObject(text: String) throws {
    let errors = try Policies.shipped.answer(text).errors
    #expect(errors.count == 1)
    #expect(errors.first?.pointer == "")
  }
}
