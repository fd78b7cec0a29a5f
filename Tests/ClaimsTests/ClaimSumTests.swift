import Claims
import Testing

@Suite("sums of a claim")
struct ClaimSumTests {
  /// Lines that add up to the first demo claim.
  private let lines = """
    [{"det_item_fee_sumamt": 8000.00, "fulamt_ownpay_amt": 5000.00, "overlmt_amt": 0.00, "preselfpay_amt": 3000.00, \
    "inscp_scp_amt": 0.00}, {"det_item_fee_sumamt": 60000.00, "fulamt_ownpay_amt": 0.00, "overlmt_amt": 0.00, \
    "preselfpay_amt": 0.00, "inscp_scp_amt": 60000.00}]
    """

  @Test(
    "a total one fen beside its four parts is pointed to: C0103", arguments: ["67999.99", "68000.01", "0", "680000.00"])
  func parts(total: String) throws {
    let claim = try DemoClaim.number(1).with("medfee_sumamt", total)
    #expect(try Policies.shipped.answer(claim).errors == [AnswerError("C0103", at: "/medfee_sumamt")])
  }

  @Test(
    "one fen in any of the four parts is noticed",
    arguments: [
      ("fulamt_ownpay_amt", "5000.01"), ("overlmt_selfpay", "0.01"), ("preselfpay_amt", "2999.99"),
      ("inscp_scp_amt", "60000.01"),
    ])
  func everyPart(field: String, amount: String) throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(1).with(field, amount))
    #expect(answer.errors == [AnswerError("C0103", at: "/medfee_sumamt")])
  }

  @Test("lines that add up change nothing")
  func goodLines() throws {
    let claim = try DemoClaim.number(1)
    #expect(Policies.shipped.line(claim.with("feedetail", lines).json) == Policies.shipped.line(claim.json))
    #expect(Policies.shipped.line(claim.with("feedetail", "[]").json) == Policies.shipped.line(claim.json))
  }

  @Test("lines that add up to something else are pointed to at each sum they miss: C0104")
  func differentLines() throws {
    let short = lines.replacing("60000.00", with: "59999.99")
    let answer = try Policies.shipped.answer(DemoClaim.number(1).with("feedetail", short))
    #expect(answer.errors == [AnswerError("C0104", at: "/medfee_sumamt"), AnswerError("C0104", at: "/inscp_scp_amt")])
  }

  @Test("an amount under another part is noticed although the totals agree: C0104")
  func shiftedLines() throws {
    let shifted = lines.replacing("\"preselfpay_amt\": 3000.00", with: "\"preselfpay_amt\": 2000.00")
      .replacing("\"fulamt_ownpay_amt\": 5000.00", with: "\"fulamt_ownpay_amt\": 6000.00")
    let answer = try Policies.shipped.answer(DemoClaim.number(1).with("feedetail", shifted))
    #expect(
      answer.errors == [AnswerError("C0104", at: "/fulamt_ownpay_amt"), AnswerError("C0104", at: "/preselfpay_amt")])
  }

  @Test("a line whose parts do not make its total is pointed to itself: C0103")
  func partsOfALine() throws {
    let wrong = lines.replacing("\"det_item_fee_sumamt\": 60000.00", with: "\"det_item_fee_sumamt\": 60000.01")
    let answer = try Policies.shipped.answer(DemoClaim.number(1).with("feedetail", wrong))
    #expect(answer.errors.contains(AnswerError("C0103", at: "/feedetail/1/det_item_fee_sumamt")))
  }

  @Test("lines whose sum does not fit are a finding and do not stop the program: S0208")
  func overflow() throws {
    let line = """
      {"det_item_fee_sumamt": 99999999999999.99, "fulamt_ownpay_amt": 0, "overlmt_amt": 0, "preselfpay_amt": 0, \
      "inscp_scp_amt": 99999999999999.99}
      """
    let many = "[" + Array(repeating: line, count: 930).joined(separator: ",\n") + "]"
    let answer = try Policies.shipped.answer(DemoClaim.number(1).with("feedetail", many))
    #expect(answer.errors == [AnswerError("S0208", at: "/feedetail")])
  }
}
