import Findings
import Impact
import PolicyModel
import Registry
import TestSupport
import Testing
import Values

@Suite("a change of one ratio")
struct SeededChangeTests {
  /// 80 % to 85 % for employees: of in-scope amounts in whole yuan exactly a twentieth more.
  @Test("reaches exactly the claims it should, with exactly the right amounts")
  func employees() throws {
    let before = try Rules(employee: "80%")
    let after = try Rules(employee: "85%")
    var stays = RandomStays(seed: 4)
    let lines = stays.lines(400, persons: 50)
    let report = try impact(of: lines, before.registry, after.registry, top: 400)
    let changed = lines.enumerated().filter { $0.element.contains(#""insutype": "310""#) }
    #expect(Set(report.top.map(\.number)) == Set(changed.map { $0.offset + 1 }))
    var total: Int128 = 0
    for impact in report.top {
      let line = lines[impact.number - 1]
      let text = try #require(line.firstMatch(of: /"inscp_scp_amt": ([0-9.]+)/)).output.1
      let inScope = try #require(Int128(text.replacing(".", with: "")))
      // Each side rounds half up to the fen.
      let expected = (inScope * 85 + 50) / 100 - (inScope * 80 + 50) / 100
      #expect(impact.change == expected)
      total += expected
    }
    #expect(report.after.fundTotal - report.before.fundTotal == total)
    #expect(report.after[.pooled] - report.before[.pooled] == total)
    #expect(report.claims == directions(changed.count, 0, lines.count - changed.count))
    let persons = Set(lines.compactMap { $0.firstMatch(of: /"psn_no": "(P[0-9]+)"/)?.output.1 })
    let gaining = Set(changed.compactMap { $0.element.firstMatch(of: /"psn_no": "(P[0-9]+)"/)?.output.1 })
    #expect(report.persons == directions(gaining.count, 0, persons.count - gaining.count))
    let plans = report.plans.rows
    try #require(plans.map(\.key.before) == ["employee_inpatient", "resident_inpatient"])
    #expect(plans.map(\.row.directions.gaining) == [changed.count, 0])
    #expect(plans[1].row.before == plans[1].row.after)
    #expect(report.regions.rows.map { $0.row.after - $0.row.before } == [total])
    #expect(report.standings.rows.map(\.key.after) == ["local"])
  }

  @Test("the other way round everything has the opposite sign")
  func turned() throws {
    let before = try Rules(employee: "80%")
    let after = try Rules(employee: "85%", resident: "50%")
    var stays = RandomStays(seed: 5)
    let lines = stays.lines(200, persons: 30)
    let report = try impact(of: lines, before.registry, after.registry)
    let turned = try impact(of: lines, after.registry, before.registry)
    #expect(report.claims.gaining > 0 && report.claims.losing > 0)
    #expect(turned.claims == directions(report.claims.losing, report.claims.gaining, report.claims.same))
    #expect(turned.persons == directions(report.persons.losing, report.persons.gaining, report.persons.same))
    #expect(turned.top.map(\.number) == report.top.map(\.number))
    #expect(turned.top.map(\.change) == report.top.map { $0.change.map { -$0 } })
    #expect(turned.distribution.bins.map(\.claims) == report.distribution.bins.map(\.claims).reversed())
  }

  @Test("a person whose claims gain and lose alike stays the same")
  func personNets() throws {
    // One claim of 1 000 yuan as an employee gains 50, one of 500 as a resident loses 50.
    let before = try Rules(employee: "80%", resident: "60%")
    let after = try Rules(employee: "85%", resident: "50%")
    let lines = [("310", "11", 1000), ("390", "15", 500)].map { insurance, kind, amount in
      """
      {"psn_no": "P1", "insutype": "\(insurance)", "psn_type": "\(kind)", "insuplc_admdvs": "120000", \
      "mdtrtarea_admvs": "120000", "med_type": "21", "hosp_lv": "03", "setl_time": "2024-03-12", "accounts": {}, \
      "medfee_sumamt": \(amount), "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0, "preselfpay_amt": 0, \
      "inscp_scp_amt": \(amount)}
      """
    }
    let report = try impact(of: lines, before.registry, after.registry)
    #expect(report.claims == directions(1, 1, 0))
    #expect(report.persons == directions(0, 0, 1))
    #expect(report.withoutPerson == 0)
  }

  @Test("claims that do not tell the person are counted apart")
  func withoutPerson() throws {
    let rules = try Rules(employee: "80%")
    var stays = RandomStays(seed: 6)
    let report = try impact(of: stays.lines(10, persons: nil), rules.registry, rules.registry)
    #expect(report.withoutPerson == 10)
    #expect(report.persons == directions(0, 0, 0))
    #expect(report.claims == directions(0, 0, 10))
  }

  private func directions(_ gaining: Int, _ losing: Int, _ same: Int) -> Directions {
    var result = Directions()
    result.gaining = gaining
    result.losing = losing
    result.same = same
    return result
  }
}
