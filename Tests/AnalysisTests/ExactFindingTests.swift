import Claims
import Findings
import Registry
import Settlement
import TestSupport
import Testing
import Values

/// Each finding about every claim there can be: rules that give it, and rules as near as can be that do not.
struct ExactFindingTests {
  struct Rules: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var more: [String: String] = [:]
    /// Codes found, sorted.
    let codes: [String]
    /// What the line where the finding stands says.
    var line = ""
    /// What its claims settle to, in fen.
    var paid: [Int64] = []

    var testDescription: String { name }
  }

  static func plan(
    _ layers: String, caps: [String] = [], head: String = "", visit: String = "inpatient"
  ) -> String {
    """
    \(head)
    \(caps.isEmpty ? "" : "caps:\n" + caps.map { "  \($0)\n" }.joined())
    plans:
      employee:
        title: 职工
        for: {insurance: employee, visit: \(visit)}
        source: 测试 职工
        layers:
    \(layers.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
    """
  }

  static func cap(_ id: String, _ amount: String, per: String = "each_settlement", measures: String = "paid")
    -> String
  {
    "\(id): {title: \(id), measures: \(measures), per: \(per), amount: \(amount), source: 测试 限额}"
  }

  static func columns(_ how: String, _ end: String, _ ratios: String, more: String = "") -> String {
    """
    - id: pool
      fund: pooled
      pays_from: in_scope
      ratio:
        how: \(how)
        counted: expense_with_deductible
        restarts: each_settlement
        columns: [to \(end), above]
        value: [\(ratios)]\(more)
    """
  }

  static func elsewhere(_ change: String) -> String {
    """
    inherits: "990000"
    non_local:
      reaches: {visits: [inpatient], layers: [pool]}
      \(change.contains("first_self_pay") ? "first_self_pay_taken: before_deductible" : "# no first self-pay")
      by: standing
      cases:
        local/exempt/long_term/referral/emergency/temporary: as_at_home
        unfiled: \(change)
      source: 测试 异地
    """
  }

  static func guardrail(_ words: String) -> [String: String] {
    [
      "990000/2024-01-01": """
      guardrails:
        降幅:
          \(words)
          by: standing
          cases: {local/exempt/long_term: none, referral/emergency/temporary/unfiled: 10 points}
          source: 测试 降幅
      """
    ]
  }

  static func pool(_ rest: String) -> String {
    "- {id: pool, fund: pooled, pays_from: in_scope, ratio: 80%\(rest)"
  }

  static let cases: [Rules] = [
    Rules(
      name: "a lower ratio for the whole", text: plan(columns("slab", "1000", "80%, 60%")), codes: ["P0401"],
      line: "how: slab", paid: [80_000, 60_001]),
    Rules(
      name: "a lower ratio for what lies beyond", text: plan(columns("marginal", "1000", "80%, 60%")), codes: []),
    Rules(
      name: "a higher ratio for the whole", text: plan(columns("slab", "1000", "60%, 80%")), codes: ["P0403"],
      line: "how: slab", paid: [60_000, 80_001]),
    Rules(
      name: "a higher ratio for the whole of so little that it is no more than a rounding",
      text: plan(columns("slab", "1", "60%, 61%")), codes: []),
    Rules(
      name: "a higher ratio for what lies beyond", text: plan(columns("marginal", "1000", "60%, 80%")), codes: []),
    Rules(
      name: "a layer on what lies over no cap",
      text: plan(pool("}\n- {id: large, fund: large_amount, pays_from: pool.over_cap, ratio: 80%}")),
      codes: ["P0404"], line: "id: large"),
    Rules(
      name: "a layer on what lies over a cap",
      text: plan(
        pool(", caps: [year]}\n- {id: large, fund: large_amount, pays_from: pool.over_cap, ratio: 80%}"),
        caps: [cap("year", "5000", per: "year")]), codes: []),
    Rules(
      name: "a column from where a cap on the expense ends",
      text: plan(
        columns("marginal", "1000", "60%, 80%", more: "\n  caps: [visit]"),
        caps: [cap("visit", "1000", measures: "expense")]
      ),
      codes: ["P0405"], line: "how: marginal"),
    Rules(
      name: "a column of one fen",
      text: plan(
        columns("marginal", "1000", "60%, 80%", more: "\n  caps: [visit]"),
        caps: [cap("visit", "1000.01", measures: "expense")]),
      codes: []),
    Rules(
      name: "a yearly cap above twelve monthly ones",
      text: plan(
        pool(", caps: [month, year]}"),
        caps: [cap("month", "1000", per: "month"), cap("year", "12000.01", per: "year")], visit: "outpatient"),
      codes: ["P0406"], line: "year: {title: year"),
    Rules(
      name: "a yearly cap of twelve monthly ones",
      text: plan(
        pool(", caps: [month, year]}"),
        caps: [cap("month", "1000", per: "month"), cap("year", "12000", per: "year")], visit: "outpatient"), codes: []),
    Rules(
      name: "a factor that lowers 80 % by more than 10 points",
      text: plan(pool("}"), head: elsewhere("{pays_of_home_ratio: 87.4%}")), more: guardrail("strictness: at_most"),
      codes: ["P0407"], line: "unfiled: {pays"),
    Rules(
      name: "a factor that lowers 80 % by 10 points",
      text: plan(pool("}"), head: elsewhere("{pays_of_home_ratio: 87.5%}")), more: guardrail("strictness: at_most"),
      codes: []),
    Rules(
      name: "a first self-pay that takes more than 10 points",
      text: plan(pool("}"), head: elsewhere("{first_self_pay: 12.6%}")), more: guardrail("strictness: at_most"),
      codes: ["P0407"], line: "unfiled: {first"),
    Rules(
      name: "a first self-pay that takes less than 10 points",
      text: plan(pool("}"), head: elsewhere("{first_self_pay: 12.4%}")), more: guardrail("strictness: at_most"),
      codes: []),
    Rules(
      name: "a factor that lowers 80 % by more than 10 points and a tolerance of 5",
      text: plan(pool("}"), head: elsewhere("{pays_of_home_ratio: 81.2%}")),
      more: guardrail("strictness: about\n    tolerance: 5 points"), codes: ["P0408"], line: "unfiled: {pays"),
    Rules(
      name: "a factor that lowers 80 % by 10 points and a tolerance of 5",
      text: plan(pool("}"), head: elsewhere("{pays_of_home_ratio: 81.25%}")),
      more: guardrail("strictness: about\n    tolerance: 5 points"), codes: []),
    Rules(
      name: "a lower level with a lower ratio",
      text: plan(
        "- {id: pool, fund: pooled, pays_from: in_scope, ratio: {by: hospital_level, cases: {tertiary: 80%, secondary: 79%, primary: 90%, unrated: 90%}}}"
      ), codes: ["P0409"], line: "employee:"),
    Rules(
      name: "one ratio for the whole, a cap on paid and a deductible by share",
      text: plan(
        """
        - id: pool
          fund: pooled
          pays_from: in_scope
          deductible: {per: each_settlement, amount: {percent_of: total, share: 10%}}
          ratio: {counted: expense_with_deductible, restarts: each_settlement, how: slab, columns: [to 1000, above], value: [60%, 60%]}
          caps: [year]
        """, head: "caps:\n  year: {title: 年度, measures: paid, per: year, amount: 100000, source: 测试 限额}"),
      codes: ["P0413"], line: "employee:"),
    Rules(
      name: "levels the right way round",
      text: plan(
        "- {id: pool, fund: pooled, pays_from: in_scope, ratio: {by: hospital_level, cases: {tertiary: 79%, secondary: 80%, primary: 90%, unrated: 80%}}}"
      ), codes: []),
    Rules(
      name: "a lower level with a higher deductible, and a higher ratio",
      text: plan(
        """
        - id: pool
          fund: pooled
          pays_from: in_scope
          deductible: {per: each_settlement, amount: {by: hospital_level, cases: {tertiary: 100, secondary: 101, primary/unrated: 0}}}
          ratio: {by: hospital_level, cases: {tertiary: 80%, secondary: 90%, primary: 90%, unrated: 90%}}
        """), codes: ["P0409"], line: "employee:", paid: [0, 80]),
    Rules(
      name: "retired persons with a lower ratio",
      text: plan(
        "- {id: pool, fund: pooled, pays_from: in_scope, ratio: {by: person, cases: {employed: 80%, retired: 79.99%}}}"),
      codes: ["P0410"], line: "employee:"),
    Rules(
      name: "retired persons with the same",
      text: plan(
        "- {id: pool, fund: pooled, pays_from: in_scope, ratio: {by: person, cases: {employed: 80%, retired: 80%}}}"),
      codes: []),
    Rules(
      name: "a lower level that pays less only beyond a hundred thousand yuan",
      text: plan(
        """
        - id: pool
          fund: pooled
          pays_from: in_scope
          deductible: {per: each_settlement, amount: {by: hospital_level, cases: {tertiary: 2000, secondary/primary/unrated: 0}}}
          ratio: {by: hospital_level, cases: {tertiary: 81%, secondary/primary/unrated: 80%}}
        """), codes: ["P0409"], line: "employee:"),
    Rules(
      name: "a version as changes that applies one ratio to the whole",
      text: plan(
        columns("marginal", "1000", "60%, 50%"), head: "in_force: {from: \"2024-01-01\", to: \"2024-12-31\"}"),
      more: [
        "999001/2025-01-01":
          "changes:\n  - {at: plans.employee.layers.pool.ratio.how, was: marginal, now: slab, source: 测试 修改}"
      ], codes: ["P0401"], line: "how: marginal", paid: [60_000, 50_001]),
    Rules(
      name: "a version as changes that raises a cap beyond what is ever paid",
      text: plan(
        pool(", caps: [month, year]}"),
        caps: [cap("month", "1000", per: "month"), cap("year", "12000", per: "year")],
        head: "in_force: {from: \"2024-01-01\", to: \"2024-12-31\"}", visit: "outpatient"),
      more: ["999001/2025-01-01": "changes:\n  - {at: caps.year.amount, was: 12000, now: 12000.01, source: 测试 修改}"],
      codes: ["P0406"], line: "year: {title: year"),
    Rules(
      name: "a heir that does not settle what a plan above is for",
      text: "inherits: \"990000\"\nnot_offered:\n  other: {for: {insurance: resident, visit: pharmacy}, reason: 没有}",
      more: ["990000/2024-01-01": plan(columns("slab", "1000", "80%, 60%"))], codes: ["P0401"], line: "how: slab",
      paid: [80_000, 60_001]),
  ]

  @Test(
    "exactly the findings that the rules deserve, in their place, with claims that settle as they say",
    arguments: cases + outsetCases + guardrailCases
  )
  func findings(_ rules: Rules) throws {
    let folder = try RuleFolder(rules.text, rules.more)
    let found = folder.findings().filter { FindingKind.analysisKinds.contains($0.kind) }
    let all = found.map { "\($0.kind.code) \($0.message(in: .english))" }
    #expect(found.map(\.kind.code).sorted() == rules.codes, "\(all)")
    let settler = ClaimSettler(source: folder.registry())
    for finding in found where rules.codes.contains(finding.kind.code) {
      let place = try #require(finding.place)
      let text = String(decoding: place.file.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(text[place.start.line - 1].contains(rules.line), "\(text[place.start.line - 1])")
      var settled: [Fen] = []
      for witness in finding.witnesses {
        var chain: AccountChain?
        let result = settler.settle(json: SourceFile(path: "claim", bytes: Array(witness.utf8)), chain: &chain)
        guard case .settled(let claim) = result else {
          if case .failed(let failed) = result {
            Issue.record("\(failed.findings.map { $0.message(in: .english) }): \(witness)")
          }
          continue
        }
        settled.append(claim.fundTotal)
      }
      if !rules.paid.isEmpty { #expect(settled == rules.paid.map { Fen($0) }) }
      // What the text says is what the claims come to, in its order.
      let told = (["before", "after"] + ["paid", "other"]).compactMap { finding.arguments[$0] }
      if !told.isEmpty { #expect(settled.map(\.description) == told) }
      let needsWitness = !["P0404", "P0405", "P0406", "P0413"].contains(finding.kind.code)
      #expect(needsWitness == !finding.witnesses.isEmpty)
    }
  }

  @Test("the claim that shows a reduction pays so many points less than at home")
  func reductionWitness() throws {
    let rules = try #require(Self.cases.first { $0.codes == ["P0407"] })
    let folder = try RuleFolder(rules.text, rules.more)
    let finding = try #require(folder.findings().first { $0.kind.code == "P0407" })
    let witness = try #require(finding.witnesses.first)
    let settler = ClaimSettler(source: folder.registry())
    var paid: [Int64] = []
    for claim in [witness, witness.replacing("\"standing\": \"unfiled\"", with: "\"standing\": \"referral\"")] {
      var chain: AccountChain?
      guard
        case .settled(let settled) = settler.settle(
          json: SourceFile(path: "claim", bytes: Array(claim.utf8)), chain: &chain)
      else {
        Issue.record("\(claim)")
        return
      }
      paid.append(settled.fundTotal.count)
      #expect(settled.facts.inScope.description == finding.arguments["expense"])
      if paid.count == 2 {
        // 80 % × 12.6 %.
        let points = try Exact(Int128(paid[1] - paid[0]), over: Int128(settled.facts.inScope.count))
        #expect(try !points.isLess(than: Exact(10, over: 100)))
        #expect(finding.arguments["found"] == "10.08")
      }
    }
  }
}
