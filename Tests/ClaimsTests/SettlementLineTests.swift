import Claims
import SourceTree
import Testing

@Suite("the line that answers a claim")
struct SettlementLineTests {
  /// Everything that is an amount, by where it stands.
  private func amounts(_ answer: Answer) -> [(String, Scalar)] {
    var found: [(String, Scalar)] = []
    for group in ["setlinfo", "layers", "personal"] {
      for entry in answer.root[group]?.entries ?? [] {
        if let scalar = entry.value.scalar { found.append(("\(group)/\(entry.key.scalar?.text ?? "")", scalar)) }
      }
    }
    for row in answer.root["setldetail"]?.items ?? [] {
      if let scalar = row["fund_payamt"]?.scalar { found.append(("setldetail", scalar)) }
    }
    for entry in answer.root["accounts"]?.entries ?? [] {
      let name = entry.key.scalar?.text ?? ""
      if !name.contains("occurrences"), let scalar = entry.value.scalar { found.append(("accounts/\(name)", scalar)) }
    }
    return found
  }

  @Test("every amount is a number with two decimals", arguments: 1...12)
  func twoDecimals(number: Int) throws {
    let amounts = try amounts(Policies.shipped.answer(DemoClaim.number(number)))
    #expect(amounts.count > 20)
    for (place, scalar) in amounts {
      let parts = scalar.text.split(separator: ".", omittingEmptySubsequences: false)
      #expect(scalar.style == .number, "\(place)")
      #expect(parts.count == 2 && parts[1].count == 2, "\(place): \(scalar.text)")
    }
  }

  @Test("counts have no decimals")
  func counts() throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(1))
    #expect(answer.text("accounts", "employee_inpatient.occurrences") == "1")
  }

  @Test("members of a settlement stand in one order")
  func order() throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(1), explaining: true)
    #expect(
      answer.names() == [
        "claim_id", "psn_no", "setlinfo", "setldetail", "layers", "personal", "plan", "standing", "accounts", "rules",
        "explanation",
      ])
    #expect(
      answer.names("setlinfo") == [
        "medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt", "act_pay_dedc",
        "hifp_pay", "cvlserv_pay", "hifes_pay", "hifmi_pay", "hifob_pay", "hifdm_pay", "maf_pay", "oth_pay",
        "fund_pay_sumamt", "psn_part_amt",
      ])
    #expect(answer.names("layers") == ["pool", "retiree_supplement", "large", "major_illness"])
    #expect(
      answer.names("personal") == ["out_of_scope", "non_local_self_pay", "deductible", "over_cap", "ratio_share"])
    #expect(answer.names("rules") == ["region", "version", "digest", "basis", "assumed"])
  }

  @Test("the order of a claim's members does not matter")
  func claimOrder() throws {
    let claim = try DemoClaim.number(2)
    var reversed = claim
    reversed.members.reverse()
    #expect(Policies.shipped.line(reversed.json) == Policies.shipped.line(claim.json))
  }

  @Test("without an explanation asked for there is none")
  func noExplanation() throws {
    #expect(try !Policies.shipped.answer(DemoClaim.number(1)).names().contains("explanation"))
  }

  @Test("an answer is one line whatever the claim's texts hold, and gives them back unchanged")
  func oneLine() throws {
    let claim = try DemoClaim.number(1).with("claim_id", #""a\nb\r\"\\\u2028\u0000\ud83d\ude00""#)
    for line in [Policies.shipped.line(claim.json), Policies.shipped.line(claim.with("ward", "1").json)] {
      #expect(!line.utf8.contains(0x0A))
      #expect(!line.utf8.contains(0x0D))
      #expect(try Answer(line: line).text("claim_id") == "a\nb\r\"\\\u{2028}\u{0}😀")
    }
  }

  @Test("an error says its line, code, message, help and pointer, in one order")
  func errors() throws {
    let claim = try DemoClaim.number(1).with("ward", "1")
    let answer = try Policies.shipped.answer(claim.json, number: 42)
    #expect(answer.names() == ["claim_id", "line", "errors"])
    #expect(answer.text("claim_id") == "demo-01")
    #expect(answer.text("line") == "42")
    let error = try #require(answer.root["errors"]?.items?.first)
    #expect((error.entries ?? []).compactMap { $0.key.scalar?.text } == ["code", "message", "help", "pointer"])
  }

  @Test("payments of one fund type are one row, and the rows add up to the funds' sum")
  func details() throws {
    let claim = try DemoClaim.number(1).with("medfee_sumamt", "808000.00").with("inscp_scp_amt", "800000.00")
    let answer = try Policies.shipped.answer(claim)
    #expect(answer.text("layers", "large") == "400000.00")
    #expect(answer.text("layers", "major_illness") != "0.00")
    let rows = answer.root["setldetail"]?.items ?? []
    #expect(rows.compactMap { $0["fund_pay_type"]?.scalar?.text } == ["310100", "330100"])
    let cents = rows.compactMap { $0["fund_payamt"]?.scalar?.text.filter(\.isNumber) }.compactMap { Int($0) }
    let sum = answer.text("setlinfo", "fund_pay_sumamt")?.filter(\.isNumber)
    #expect(sum.flatMap { Int($0) } == cents.reduce(0, +))
  }

  @Test("a fund that pays nothing has no row")
  func emptyDetails() throws {
    let claim = try DemoClaim.number(1).with("medfee_sumamt", "9000.00").with("inscp_scp_amt", "1000.00")
    let answer = try Policies.shipped.answer(claim)
    #expect(answer.errors == [])
    #expect(answer.root["setldetail"]?.items?.isEmpty == true)
    #expect(answer.text("layers", "pool") == "0.00")
  }
}
