import Analysis
import PolicyModel
import Settlement
import Testing
import Values

/// Dead parts of a plan are seen to be dead, and parts that only just live to be alive.
struct SignsOfLifeTests {
  struct Rules: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// `layer ID`, `column NUMBER of ID`, `cap ID`.
    let dead: Set<String>

    var testDescription: String { name }

    /// - Parameters:
    ///   - caps: of the file.
    ///   - layers: of its one plan.
    init(
      _ name: String, head: String = "", caps: [String] = [], visit: String = "inpatient", layers: String,
      dead: Set<String>
    ) {
      self.name = name
      self.dead = dead
      let listed = caps.isEmpty ? "" : "caps:\n" + caps.map { "  \($0)\n" }.joined()
      text = """
        \(head)
        \(listed)
        plans:
          employee:
            title: 职工
            for: {insurance: employee, visit: \(visit)}
            occurrence_account: stays
            source: 测试 职工
            layers:
        \(layers.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
        """
    }
  }

  private static func cap(_ id: String, _ amount: String, per: String = "each_settlement", measures: String = "paid")
    -> String
  {
    "\(id): {title: \(id), measures: \(measures), per: \(per), amount: \(amount), source: 测试 限额}"
  }

  private static func pool(_ rest: String) -> String {
    "- {id: pool, fund: pooled, pays_from: in_scope, ratio: 80%\(rest)"
  }
  private static let columns =
    "{counted: expense_with_deductible, restarts: each_settlement, columns: [to 1000, above], value: [70%, 80%]}"

  static let cases: [Rules] = [
    Rules("one layer without a cap", layers: pool("}"), dead: []),
    Rules(
      "a layer on what lies over the cap of a layer without one",
      layers: pool("}\n- {id: large, fund: large_amount, pays_from: pool.over_cap, ratio: 80%}"),
      dead: ["layer large"]),
    Rules(
      "a layer on what lies over a cap", caps: [cap("year", "5000", per: "year")],
      layers: pool(", caps: [year]}\n- {id: large, fund: large_amount, pays_from: pool.over_cap, ratio: 80%}"),
      dead: []),
    Rules(
      "a layer on what a layer that pays all leaves",
      layers:
        "- {id: pool, fund: pooled, pays_from: in_scope, ratio: 100%}\n- {id: rest, fund: supplement, pays_from: [ratio_share], ratio: 50%}",
      dead: ["layer rest"]),
    Rules(
      "a layer on the deductible of the second stay alone",
      layers:
        "- id: pool\n  fund: pooled\n  pays_from: in_scope\n  deductible: {per: each_settlement, amount: {by: occurrence, cases: {1: 0, 2+: 100}}}\n  ratio: 100%\n- {id: rest, fund: supplement, pays_from: [deductible], ratio: 50%}",
      dead: []),
    Rules(
      "a column that begins where a cap on the expense ends", caps: [cap("visit", "1000", measures: "expense")],
      layers: "- {id: pool, fund: pooled, pays_from: in_scope, caps: [visit], ratio: \(columns)}",
      dead: ["column 2 of pool"]),
    Rules(
      "a column that a cap on the expense leaves one fen of",
      caps: [cap("visit", "1000.01", measures: "expense")],
      layers: "- {id: pool, fund: pooled, pays_from: in_scope, caps: [visit], ratio: \(columns)}", dead: []),
    Rules(
      "a column within the deductible",
      layers:
        "- {id: pool, fund: pooled, pays_from: in_scope, deductible: {per: each_settlement, amount: 1000}, ratio: \(columns)}",
      dead: ["column 1 of pool"]),
    Rules(
      "a column that the deductible leaves one fen of",
      layers:
        "- {id: pool, fund: pooled, pays_from: in_scope, deductible: {per: each_settlement, amount: 999.99}, ratio: \(columns)}",
      dead: []),
    Rules(
      "a column of the year that claims with a cap each come to only together",
      caps: [cap("visit", "600", measures: "expense")],
      layers:
        "- {id: pool, fund: pooled, pays_from: in_scope, caps: [visit], ratio: {counted: expense_with_deductible, restarts: each_year, account: spent, columns: [to 1000, above], value: [70%, 80%]}}",
      dead: []),
    Rules(
      "columns of the year that small visits come to one after the other",
      caps: [cap("visit", "5", measures: "expense")],
      layers:
        "- {id: pool, fund: pooled, pays_from: in_scope, caps: [visit], ratio: {counted: expense_with_deductible, restarts: each_year, account: spent, columns: [to 1000, to 2000, to 3000, above], value: [70%, 80%, 85%, 90%]}}",
      dead: []),
    Rules(
      "a yearly cap of just what three hundred and sixty days come to",
      caps: [cap("day", "100", per: "day"), cap("year", "36000", per: "year")], visit: "outpatient",
      layers: pool(", caps: [day, year]}"), dead: []),
    Rules(
      "a yearly cap that three hundred and sixty days never come to",
      caps: [cap("day", "100", per: "day"), cap("year", "36000.01", per: "year")], visit: "outpatient",
      layers: pool(", caps: [day, year]}"), dead: ["cap year"]),
    Rules(
      "a layer on the first self-pay of the catalogue, with a yearly cap",
      caps: [cap("year", "5000", per: "year"), cap("visit", "100")],
      layers: pool("}\n- {id: more, fund: supplement, pays_from: [first_self_pay], ratio: 50%, caps: [visit, year]}"),
      dead: []),
    Rules(
      "a yearly cap that twelve monthly ones never come to",
      caps: [cap("year", "12000.01", per: "year"), cap("month", "1000", per: "month")],
      visit: "outpatient", layers: pool(", caps: [month, year]}"), dead: ["cap year"]),
    Rules(
      "a yearly cap far above twelve monthly ones",
      caps: [cap("year", "50000", per: "year"), cap("month", "1000", per: "month")],
      visit: "outpatient", layers: pool(", caps: [month, year]}"), dead: ["cap year"]),
    Rules(
      "a yearly cap one fen below twelve monthly ones",
      caps: [cap("year", "11999.99", per: "year"), cap("month", "1000", per: "month")],
      visit: "outpatient", layers: pool(", caps: [month, year]}"), dead: []),
    Rules(
      "a yearly cap of just twelve monthly ones",
      caps: [cap("year", "12000", per: "year"), cap("month", "1000", per: "month")],
      visit: "outpatient", layers: pool(", caps: [month, year]}"), dead: []),
    Rules(
      "a yearly cap that is reached in the second month",
      caps: [cap("year", "1500", per: "year"), cap("month", "1000", per: "month")],
      visit: "outpatient", layers: pool(", caps: [month, year]}"), dead: []),
    Rules(
      "a yearly cap that cycles of thirty days come to",
      caps: [
        "cycle: {title: cycle, measures: paid, per: cycle, cycle_days: 30, amount: 1000, source: 测试 限额}",
        cap("year", "11000", per: "year"),
      ],
      visit: "outpatient", layers: pool(", caps: [cycle, year]}"), dead: []),
    Rules(
      "a yearly cap that four quarters never come to",
      caps: [cap("quarter", "1000", per: "quarter"), cap("year", "4000.01", per: "year")],
      visit: "outpatient", layers: pool(", caps: [quarter, year]}"), dead: ["cap year"]),
    Rules(
      "a yearly cap that only hundreds of visits come to",
      caps: [cap("visit", "100"), cap("year", "50000", per: "year")],
      visit: "outpatient", layers: pool(", caps: [visit, year]}"), dead: []),
    Rules(
      "a cap below one that is always tighter", caps: [cap("low", "1000"), cap("high", "1000.01")],
      layers: pool(", caps: [low, high]}"), dead: ["cap high"]),
    Rules(
      "a cap on the expense that a cap on what is paid comes before",
      caps: [cap("paid", "800"), cap("spent", "1000.01", measures: "expense")],
      layers: pool(", caps: [paid, spent]}"), dead: ["cap spent"]),
    Rules(
      "a cap on the expense that comes just before a cap on what is paid",
      caps: [cap("paid", "800"), cap("spent", "999.99", measures: "expense")],
      layers: pool(", caps: [paid, spent]}"), dead: ["cap paid"]),
    Rules(
      "a cap that only two diseases of one person come to", head: diseases,
      caps: [disease("1000", "900"), cap("all", "1900", per: "year")], visit: "chronic",
      layers: pool(", caps: [each, all]}"), dead: []),
    Rules(
      "a cap that all diseases of one person never come to", head: diseases,
      caps: [disease("1000", "900"), cap("all", "1900.01", per: "year")], visit: "chronic",
      layers: pool(", caps: [each, all]}"), dead: ["cap all"]),
    Rules(
      "a cap that only two diseases with the same figures come to", head: diseases,
      caps: [
        "each: {title: each, measures: paid, per: year, separately_for: disease, amount: 1000, source: 测试 限额}",
        cap("all", "1500", per: "year"),
      ], visit: "chronic",
      layers: pool(", caps: [each, all]}"), dead: []),
  ]

  private static var diseases: String {
    """
    diseases:
      list:
        "M03900": {title: 高血压病}
        "M01600": {title: 糖尿病}
      source: 测试 病种
    """
  }

  private static func disease(_ first: String, _ second: String) -> String {
    "each: {title: each, measures: paid, per: year, separately_for: disease, amount: {by: disease, cases: {M03900: \(first), M01600: \(second)}}, source: 测试 限额}"
  }

  @Test("exactly the dead parts show no sign of life", arguments: cases)
  func life(_ rules: Rules) throws {
    let policy = try RuleFolder(rules.text).policy()
    let situations = PlanSituations(policy, policy.plans[0])
    let functions = try situations.distinct.map { try PlanFunction($0) }
    let signs = SignsOfLife(policy, 0, situations.distinct, functions)
    var dead: Set<String> = []
    for (index, layer) in policy.plans[0].layers.enumerated() {
      if !signs.paying.contains(index) { dead.insert("layer \(layer.layer.id)") }
      for column in layer.ratio.ends.indices where layer.ratio.ends.count > 1 {
        if !signs.entered.contains(.init(layer: index, number: column)) {
          dead.insert("column \(column + 1) of \(layer.layer.id)")
        }
      }
      for (number, cap) in layer.caps.enumerated() where !signs.stopping.contains(.init(layer: index, number: number)) {
        dead.insert("cap \(cap.cap.id)")
      }
    }
    #expect(dead == rules.dead)
  }
}
