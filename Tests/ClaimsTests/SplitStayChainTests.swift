import Claims
import Findings
import Registry
import TestSupport
import Testing

@Suite("stays over two years in a series")
struct SplitStayChainTests {
  private static let opening2024 =
    "\"accounts\": {\"employee_inpatient.occurrences\": 0, \"pool_year\": 0, \"large_year\": 0, \"major_illness_base\": 0}"
  private static let balances2023 =
    "\"accounts_before\": {\"employee_inpatient.occurrences\": 1, \"pool_year\": 90000, \"large_year\": 0, \"major_illness_base\": 0}"

  @Test("a series that began with balances of 2024 does not know 2023: C0112")
  func unknownYearBefore() throws {
    var series = BeijingSeries()
    #expect(try series.settle("2024-01-02", "2024-01-03", Self.opening2024).errors.isEmpty)
    #expect(try series.settle("2023-12-29", "2024-01-06").errors.map(\.code) == ["C0112"])
  }

  @Test("what it does not know the claim may bring")
  func broughtYearBefore() throws {
    var series = BeijingSeries()
    #expect(try series.settle("2024-01-02", "2024-01-03", Self.opening2024).errors.isEmpty)
    let answer = try series.settle("2023-12-29", "2024-01-06", Self.balances2023)
    #expect(answer.errors.isEmpty)
    // The second stay of 2023: 650, which the part of 2024 is not charged again.
    #expect(answer.text("setlinfo", "act_pay_dedc") == "650.00")
  }

  @Test("balances of one year alone are not those of both: C0112")
  func firstClaimWithOneYear() throws {
    var series = BeijingSeries()
    #expect(try series.settle("2023-12-29", "2024-01-06", Self.opening2024).errors.map(\.code) == ["C0112"])
  }

  @Test("a series from the beginning knows that there was nothing")
  func fromTheBeginning() throws {
    var series = BeijingSeries()
    #expect(try series.settle("2024-01-02", "2024-01-03").errors.isEmpty)
    #expect(try series.settle("2023-12-29", "2024-01-06").text("setlinfo", "act_pay_dedc") == "1300.00")
  }

  @Test("more filings than are read: C0146; as many as are read are")
  func filings() throws {
    func filings(_ count: Int) -> String {
      let one = #"{"kind": "temporary", "filed_on": "2023-02-01", "enddate": "2023-12-31", "areas": ["310000"]}"#
      return #""filings": ["# + Array(repeating: one, count: count).joined(separator: ", ") + "]"
    }
    var series = BeijingSeries()
    #expect(try series.settle("2024-01-02", "2024-01-03", filings(200)).errors.isEmpty)
    #expect(try series.settle("2024-01-04", "2024-01-05", filings(201)).errors.map(\.code) == ["C0146"])
  }
}

/// Stays of one person in Beijing that follow each other.
private struct BeijingSeries {
  private var chain: AccountChain? = AccountChain()

  mutating func settle(_ began: String, _ ended: String, _ more: String? = nil) throws -> Answer {
    let claim = """
      {"psn_no": "P1", "insutype": "310", "psn_type": "11", "insuplc_admdvs": "110000", "mdtrtarea_admvs": "110000",
      "med_type": "21", "hosp_lv": "02", "age": 45, "hardship": "none", "attributes": {"hosp_class": "general"},
      "begntime": "\(began)", "endtime": "\(ended)", "setl_time": "\(ended)", "medfee_sumamt": 20000,
      "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0, "preselfpay_amt": 0, "inscp_scp_amt": 20000\(more.map { ", \($0)" } ?? "")}
      """
    let settler = Policies.shipped
    let result = settler.settle(json: SourceFile(path: "claim", bytes: Array(claim.utf8)), chain: &chain)
    return try Answer(
      line: SettlementWriter(catalogue: settler.source.catalogue, language: .english).line(for: result, number: 1))
  }
}
