import Claims
import Findings
import Registry
import SourceTree
import TestSupport
import Testing

@Suite("balances that claims of a series bring (docs/semantics.md 3.10 and 3.11)")
struct BroughtBalanceTests {
  private static let of2024 = #""accounts": {"stays": 2, "spent": 100}"#
  private static let of2023 = #""accounts_before": {"stays": 1, "spent": 900}"#

  @Test("a refund leaves what a later claim brought for the year before")
  func refundOfBroughtYear() throws {
    var series = try StaySeries()
    #expect(try series.settle("a", "2024-01-02", "2024-01-03", Self.of2024).errors.isEmpty)
    let stay = try series.settle("b", "2023-12-29", "2024-01-04", Self.of2023)
    #expect(stay.text("accounts_before", "stays") == "2")
    let reversal = try series.refund("b", "2024-01-05")
    #expect(reversal.errors.isEmpty)
    #expect(reversal.text("accounts_before", "stays") == "1")
    #expect(reversal.text("accounts_before", "spent") == "900.00")
    #expect(reversal.text("accounts", "stays") == "3")
  }

  @Test("what a claim brought is known to those that follow, which cannot bring it again: C0125")
  func broughtOnce() throws {
    var series = try StaySeries()
    #expect(try series.settle("a", "2024-01-02", "2024-01-03", Self.of2024).errors.isEmpty)
    #expect(try series.settle("b", "2023-12-29", "2024-01-04", Self.of2023).errors.isEmpty)
    #expect(try series.settle("c", "2023-12-30", "2024-01-05", Self.of2023).errors.map(\.code) == ["C0125"])
    let stay = try series.settle("c", "2023-12-30", "2024-01-05")
    #expect(stay.text("accounts_before", "stays") == "3")
  }

  @Test("a later claim can say that there was nothing in a year that nobody told of, and in no other: C0125")
  func nothingInTheYearBefore() throws {
    var series = try StaySeries()
    #expect(try series.settle("a", "2024-01-02", "2024-01-03", Self.of2024).errors.isEmpty)
    let nothing = #""accounts_before": {}"#
    let stay = try series.settle("b", "2023-12-29", "2024-01-04", nothing)
    #expect(stay.text("accounts_before", "stays") == "1")
    #expect(try series.settle("c", "2023-12-30", "2024-01-05", nothing).errors.map(\.code) == ["C0125"])
  }

  @Test("a first claim that is a stay over two years brings the balances of both")
  func bothYearsAtFirst() throws {
    var series = try StaySeries()
    let both = Self.of2024 + ", " + Self.of2023
    #expect(try series.settle("a", "2023-12-29", "2024-01-04", both).text("accounts", "stays") == "2")
    #expect(try series.settle("b", "2024-01-05", "2024-01-06").text("accounts", "stays") == "3")
    let reversal = try series.refund("a", "2024-01-07")
    #expect(reversal.text("accounts_before", "stays") == "1")
    #expect(reversal.text("accounts_before", "spent") == "900.00")
    #expect(reversal.text("accounts", "stays") == "3")
  }

  @Test("what nobody told of the year of settlement is asked for: C0106")
  func settledInAThirdYear() throws {
    var series = try StaySeries()
    let both = Self.of2024 + ", " + Self.of2023
    #expect(try series.settle("a", "2023-12-29", "2024-01-04", both, on: "2025-02-01").errors.isEmpty)
    #expect(try series.settle("b", "2025-02-02", "2025-02-03").errors.map(\.code) == ["C0106"])
    let told = try series.settle("b", "2025-02-02", "2025-02-03", #""accounts": {"stays": 4, "spent": 0}"#)
    #expect(told.text("accounts", "stays") == "5")
    #expect(try series.settle("c", "2025-02-03", "2025-02-04").text("accounts", "stays") == "6")
    #expect(try series.settle("d", "2026-02-03", "2026-02-04").text("accounts", "stays") == "1")
  }
}

/// Stays of one person that follow each other, under rules that split stays and refund everything.
private struct StaySeries {
  private let policies: TemporaryPolicies
  private let settler: ClaimSettler<PolicySnapshot>
  private var chain: AccountChain? = AccountChain()

  init() throws {
    policies = try TemporaryPolicies(
      """
      stay_across_years: {settled: by_days, source: 测试 跨年}
      refunds: {visits: [inpatient], allows: [last, earlier, across_years, after_clearing], source: 测试 退费}
      caps:
        spent: {title: 年度限额, measures: paid, per: year, amount: 100000, source: 测试 限额}
      plans:
        employee_inpatient:
          title: 职工住院
          for: {insurance: employee, visit: inpatient}
          occurrence_account: stays
          source: 测试 住院
          layers:
            - id: pool
              fund: pooled
              pays_from: in_scope
              deductible: {per: each_settlement, amount: {by: occurrence, cases: {1: 1000, 2+: 500}}}
              ratio: 80%
              caps: [spent]

      """, since: "2023-01-01")
    settler = ClaimSettler(source: policies.load())
  }

  mutating func settle(_ id: String, _ began: String, _ ended: String, _ more: String? = nil, on day: String? = nil)
    throws -> Answer
  {
    try answer(
      """
      {"claim_id": "\(id)", "psn_no": "P1", "insutype": "310", "psn_type": "11",
      "insuplc_admdvs": "\(TemporaryPolicies.region)", "mdtrtarea_admvs": "\(TemporaryPolicies.region)",
      "med_type": "21", "hosp_lv": "02", "begntime": "\(began)", "endtime": "\(ended)", "setl_time": "\(day ?? ended)",
      "medfee_sumamt": 6000, "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0, "preselfpay_amt": 0,
      "inscp_scp_amt": 6000\(more.map { ", \($0)" } ?? "")}
      """)
  }

  mutating func refund(_ settlement: String, _ day: String) throws -> Answer {
    try answer(
      """
      {"refund_of": "\(settlement)", "psn_no": "P1", "insuplc_admdvs": "\(TemporaryPolicies.region)",
      "setl_time": "\(day)"}
      """)
  }

  private mutating func answer(_ line: String) throws -> Answer {
    let result = settler.settle(json: SourceFile(path: "claim", bytes: Array(line.utf8)), chain: &chain)
    return try Answer(
      line: SettlementWriter(catalogue: settler.source.catalogue, language: .english).line(for: result, number: 1))
  }
}
