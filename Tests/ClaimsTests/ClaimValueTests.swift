import Claims
import Testing

@Suite("values of a claim")
struct ClaimValueTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let field: String
    let value: String
    let code: String

    init(_ field: String, _ value: String, _ code: String) {
      self.field = field
      self.value = value
      self.code = code
    }

    var testDescription: String { "\(field): \(value)" }
  }

  static let rows = [
    Row("medfee_sumamt", "68000.001", "F0212"), Row("medfee_sumamt", "-1", "F0213"),
    Row("medfee_sumamt", "100000000000000.00", "F0214"), Row("medfee_sumamt", "99999999999999999999", "F0214"),
    Row("medfee_sumamt", "true", "F0211"), Row("medfee_sumamt", "\"一百元\"", "F0211"),
    Row("medfee_sumamt", "\"68,000.00\"", "F0209"), Row("medfee_sumamt", "null", "F0205"),
    Row("medfee_sumamt", "[68000]", "F0203"), Row("setl_time", "\"2024-02-30\"", "F0220"),
    Row("setl_time", "\"2024/03/12\"", "F0220"), Row("setl_time", "20240312", "F0220"),
    Row("insuplc_admdvs", "\"11000\"", "F0222"), Row("insuplc_admdvs", "\"北京\"", "F0222"),
    Row("insutype", "\"３１０\"", "F0208"), Row("insutype", "\"\"", "F0222"), Row("standing", "\"far_away\"", "F0206"),
    Row("standing", "\"异地转诊\"", "F0204"), Row("age", "-1", "F0226"), Row("age", "45.5", "F0226"),
    Row("psn_no", "10001", "F0223"), Row("claim_id", "7", "F0223"), Row("hardship", "true", "F0206"),
    Row("accounts", "[]", "F0203"), Row("channel", "\"post\"", "F0206"),
  ]

  @Test("a value that is not of its field's kind is pointed to and never corrected", arguments: rows)
  func refused(row: Row) throws {
    let claim = try DemoClaim.number(1).with(row.field, row.value)
    #expect(try Policies.shipped.answer(claim).errors == [AnswerError(row.code, at: "/\(row.field)")])
  }

  @Test("amounts as strings settle as amounts as numbers do")
  func amountsAsStrings() throws {
    for number in 1...12 {
      let claim = try DemoClaim.number(number)
      var quoted = claim
      for member in claim.members where member.json.first?.isNumber == true && member.name != "age" {
        quoted = quoted.with(member.name, "\"\(member.json)\"")
      }
      #expect(Policies.shipped.line(quoted.json) == Policies.shipped.line(claim.json))
    }
  }

  @Test("an amount may leave out its decimals")
  func withoutDecimals() throws {
    let claim = try DemoClaim.number(1)
    let short = claim.with("medfee_sumamt", "68000").with("inscp_scp_amt", "60000.0").with("preselfpay_amt", "3000")
    #expect(Policies.shipped.line(short.json) == Policies.shipped.line(claim.json))
  }

  @Test("a time of day after a date is allowed and changes nothing")
  func timeOfDay() throws {
    let claim = try DemoClaim.number(1)
    for time in ["2024-03-12 08:30:00", "2024-03-12T08:30:00+08:00"] {
      #expect(Policies.shipped.line(claim.with("setl_time", "\"\(time)\"").json) == Policies.shipped.line(claim.json))
    }
  }

  @Test("the platform's other spelling of the place of treatment is the same field")
  func otherSpelling() throws {
    for number in [2, 7, 11] {
      let claim = try DemoClaim.number(number)
      let place = try #require(claim.members.first(where: { $0.name == "mdtrtarea_admvs" })).json
      let other = claim.without("mdtrtarea_admvs").with("mdtrtarea_admdvs", place)
      #expect(Policies.shipped.line(other.json) == Policies.shipped.line(claim.json))
    }
  }

  @Test("without a place of treatment the claim is from home")
  func atHome() throws {
    let claim = try DemoClaim.number(1)
    #expect(Policies.shipped.line(claim.without("mdtrtarea_admvs").json) == Policies.shipped.line(claim.json))
  }
}
