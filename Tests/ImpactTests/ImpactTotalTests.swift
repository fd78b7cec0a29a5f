import Claims
import Findings
import Foundation
import Impact
import PolicyModel
import Registry
import TestSupport
import Testing
import Values

@Suite("totals of a change")
struct ImpactTotalTests {
  private func expectSums(_ lines: [String], _ before: PolicySnapshot, _ after: PolicySnapshot, carriesAccounts: Bool)
    throws
  {
    let report = try impact(of: lines, before, after, carriesAccounts: carriesAccounts)
    let left = SettledLines(lines, before, carriesAccounts: carriesAccounts)
    let right = SettledLines(lines, after, carriesAccounts: carriesAccounts)
    let names: [(String, (Amounts) -> Int128)] = [
      ("medfee_sumamt", \.expense), ("fund_pay_sumamt", \.fundTotal), ("psn_part_amt", \.personTotal),
      ("hifp_pay", { $0[.pooled] }), ("hifmi_pay", { $0[.majorIllness] }), ("hifob_pay", { $0[.largeAmount] }),
      ("out_of_scope", { $0.personal[0] }), ("deductible", { $0.personal[2] }), ("ratio_share", { $0.personal[4] }),
    ]
    for (name, value) in names {
      let pairs = zip(left.amounts(name), right.amounts(name))
      var both: (Int128, Int128) = (0, 0)
      var alone: (Int128, Int128) = (0, 0)
      for (one, other) in pairs {
        if let one, let other {
          both.0 += one
          both.1 += other
        } else {
          alone.0 += one ?? 0
          alone.1 += other ?? 0
        }
      }
      #expect(value(report.before) == both.0, "\(name)")
      #expect(value(report.after) == both.1, "\(name)")
      #expect(value(report.onlyBefore) == alone.0, "\(name)")
      #expect(value(report.onlyAfter) == alone.1, "\(name)")
    }
    let codes = zip(left.codes, right.codes)
    #expect(report.settled.both == codes.count { $0 == nil && $1 == nil })
    #expect(report.settled.onlyBefore == codes.count { $0 == nil && $1 != nil })
    #expect(report.settled.onlyAfter == codes.count { $0 != nil && $1 == nil })
    var expected: [ImpactReport.Codes: [Int]] = [:]
    for (index, (one, other)) in codes.enumerated() where one != nil || other != nil {
      expected[ImpactReport.Codes(before: one, after: other), default: []].append(index + 1)
    }
    #expect(report.unsettled.mapValues(\.claims) == expected.mapValues(\.count))
    #expect(report.unsettled.mapValues(\.firstLines) == expected.mapValues { Array($0.prefix(5)) })
  }

  @Test("they are the sums of what policy settle gives on each side")
  func madeUp() throws {
    let before = try Rules(employee: "80%")
    let after = try Rules(employee: "83.33%", resident: "61%", deductible: "1300")
    var stays = RandomStays(seed: 1)
    try expectSums(stays.lines(300, persons: 40), before.registry, after.registry, carriesAccounts: false)
  }

  @Test("also with accounts that each side carries on for itself, and with claims that one side refuses")
  func carried() throws {
    let before = try Rules(employee: "80%", deductible: "50000")
    let after = try Rules(employee: "80%", deductible: "60000", hasResidents: false)
    var stays = RandomStays(seed: 2)
    let lines = stays.lines(300, persons: 60, accounts: "")
    try expectSums(lines, before.registry, after.registry, carriesAccounts: true)
    try expectSums(lines, after.registry, before.registry, carriesAccounts: true)
  }

  @Test("and on the shipped rules, with the demo claims and lines that are no claims")
  func shipped() throws {
    let shipped = PolicySnapshot.load(Repository.path("policies"))
    let other = PolicySnapshot.load(Repository.path("examples/published/policies"))
    for file in ["demo", "with-bad-lines"] {
      let lines = try String(contentsOfFile: Repository.path("examples/claims/\(file).ndjson"), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
      try expectSums(lines, shipped, shipped, carriesAccounts: false)
      try expectSums(lines, shipped, other, carriesAccounts: false)
    }
  }

  @Test("a refund takes out of the totals what the settlement put in, on each side its own amount")
  func refund() throws {
    let before = try Rules(employee: "80%")
    let after = try Rules(employee: "90%")
    var stays = RandomStays(seed: 3)
    let stay = try #require(stays.lines(20, persons: 5, accounts: "").first { $0.contains(#""310""#) })
    let person = try #require(stay.firstMatch(of: /"psn_no": "(P[0-9]+)"/)).output.1
    let refund = """
      {"claim_id":"r-1","refund_of":"c-\(try #require(stay.firstMatch(of: /"c-([0-9]+)"/)).output.1)",\
      "psn_no":"\(person)","insuplc_admdvs":"120000","setl_time":"2024-03-13"}
      """
    let once = try impact(of: [stay], before.registry, after.registry, carriesAccounts: true)
    let report = try impact(of: [stay, refund], before.registry, after.registry, carriesAccounts: true)
    #expect(once.after.fundTotal > once.before.fundTotal)
    #expect(report.settled.both == 2)
    #expect(report.before == Amounts() && report.after == Amounts())
    #expect(report.persons.same == 1 && report.claims.gaining == 1 && report.claims.losing == 1)
  }
}
