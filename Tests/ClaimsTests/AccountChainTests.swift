import Claims
import Findings
import Registry
import Testing
import Values

@Suite("a person's claims one after the other (settle --carry-accounts)")
struct AccountChainTests {
  /// Region 999053 limits each day, month, quarter and cycle of 30 days apart.
  @Test func accountsStartAnewWhenTheirPeriodEndsAndNotBefore() throws {
    var series = Series()
    #expect(try series.paid("2024-06-15", 250) == "90.00")
    // The day's limit of 200 is used up.
    #expect(try series.paid("2024-06-15", 400) == "110.00")
    // A new day; the cycle leaves 150 of expense, at 40 % since the month has counted 500.
    #expect(try series.paid("2024-06-16", 1000) == "60.00")
    // A new quarter charges its deductible again, the cycle of 15 June is used up.
    #expect(try series.paid("2024-07-01", 400) == "0.00")
    #expect(try series.paid("2024-07-14", 400) == "0.00")
    // The 31st day begins a new cycle.
    // 200 × 60 % and 200 × 40 % are just the day's limit.
    #expect(try series.paid("2024-07-15", 400) == "200.00")
  }

  @Test func personsDoNotSeeEachOthersAccounts() throws {
    var series = Series()
    #expect(try series.paid("2024-06-15", 250) == "90.00")
    #expect(try series.paid("2024-06-15", 250, person: "P2") == "90.00")
    #expect(try series.paid("2024-06-15", 250) == "110.00")
  }

  @Test func claimsOutOfOrderAreRefusedAndLeaveTheAccounts() throws {
    var series = Series()
    #expect(try series.paid("2024-06-15", 250) == "90.00")
    #expect(try series.codes("2024-06-14", 250) == ["C0124"])
    #expect(try series.paid("2024-06-15", 250) == "110.00")
  }

  @Test func aClaimWithoutAPersonIsRefused() throws {
    var series = Series()
    #expect(try series.codes("2024-06-15", 250, person: nil) == ["C0126"])
    #expect(try series.codes("2024-06-15", 250) == [])
  }

  @Test func onlyAPersonsFirstClaimBringsAccounts() throws {
    var series = Series()
    let opening = "{\"quarter_charged\": 100, \"month_expense\": 0, \"day\": 0, \"month\": 0, \"cycle\": 0}"
    #expect(try series.paid("2024-06-15", 100, accounts: opening) == "60.00")
    #expect(try series.codes("2024-06-15", 100, accounts: "{}") == ["C0125"])
    #expect(try series.paid("2024-06-15", 100) == "60.00")
  }

  @Test func openingBalancesHaveToNameEveryAccount() throws {
    var series = Series()
    #expect(try series.codes("2024-06-15", 100, accounts: "{\"day\": 0}") == ["C0106"])
  }
}

/// Claims of region 999053 that follow each other.
private struct Series {
  private var chain: AccountChain? = AccountChain()

  mutating func paid(_ day: String, _ amount: Int, person: String? = "P1", accounts: String? = nil) throws -> String? {
    try settle(day, amount, person, accounts).text("setlinfo", "fund_pay_sumamt")
  }

  mutating func codes(_ day: String, _ amount: Int, person: String? = "P1", accounts: String? = nil) throws -> [String]
  {
    try settle(day, amount, person, accounts).errors.map(\.code)
  }

  private mutating func settle(_ day: String, _ amount: Int, _ person: String?, _ accounts: String?) throws -> Answer {
    let given = accounts.map { ", \"accounts\": \($0)" } ?? ""
    let number = person.map { ", \"psn_no\": \"\($0)\"" } ?? ""
    let claim = """
      {"insutype": "310", "psn_type": "11", "insuplc_admdvs": "999053", "mdtrtarea_admvs": "999053", "med_type": "11",
      "hosp_lv": "02", "setl_time": "\(day)", "medfee_sumamt": \(amount), "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0,
      "preselfpay_amt": 0, "inscp_scp_amt": \(amount)\(number)\(given)}
      """
    let result = Policies.normative.settle(
      json: SourceFile(path: "claim", bytes: Array(claim.utf8)), chain: &chain)
    return try Answer(
      line: SettlementWriter(catalogue: Policies.normative.source.catalogue, language: .english).line(
        for: result, number: 1))
  }
}
