/// Rules that are right in an empty year with everything in scope, and wrong elsewhere; and rules that seem dead there.
extension ExactFindingTests {
  private static func yearly(_ cases: String, more: String = "") -> String {
    """
    - id: pool
      fund: pooled
      pays_from: in_scope
      ratio:
        counted: expense_with_deductible
        restarts: each_year
        account: spent
        columns: [to 1000, above]
        by: hospital_level
        cases: {\(cases)}
      caps: [visit]\(more)
    """
  }

  private static let visit = cap("visit", "300", measures: "expense")

  static let outsetCases: [Rules] = [
    Rules(
      name: "levels the wrong way round in a later column of the year that no single visit comes to",
      text: plan(
        yearly("tertiary: [50%, 90%], secondary/primary/unrated: [60%, 10%]"), caps: [visit], visit: "outpatient"),
      codes: ["P0409"], line: "employee:", paid: [3000, 27_000]),
    Rules(
      name: "levels the right way round in every column of the year",
      text: plan(
        yearly("tertiary: [50%, 10%], secondary/primary/unrated: [60%, 20%]"), caps: [visit], visit: "outpatient"),
      codes: []),
    Rules(
      name: "one ratio for the whole of a visit, by how far the year has come, that falls within a later visit",
      text: plan(
        """
        - id: pool
          fund: pooled
          pays_from: in_scope
          ratio: {how: slab, counted: expense_with_deductible, restarts: each_year, account: spent, columns: [to 1000, to 1100, above], value: [60%, 60%, 50%]}
          caps: [visit]
        """, caps: [visit], visit: "outpatient"),
      codes: ["P0401"], line: "how: slab", paid: [6000, 5001]),
    Rules(
      name: "a layer on the first self-pay of the catalogue",
      text: plan(pool("}\n- {id: more, fund: supplement, pays_from: [first_self_pay], ratio: 50%}")), codes: []),
    Rules(
      name: "one ratio for the whole first self-pay that falls",
      text: plan(
        pool(
          "}\n- {id: more, fund: supplement, pays_from: [first_self_pay], ratio: {how: slab, counted: expense_with_deductible, restarts: each_settlement, columns: [to 1000, above], value: [80%, 60%]}}"
        )), codes: ["P0401"], line: "id: more", paid: [80_000, 60_001]),
    Rules(
      name: "a column that only a deductible by the total expense makes dead with everything in scope",
      text: plan(
        """
        - id: pool
          fund: pooled
          pays_from: in_scope
          deductible: {per: each_settlement, amount: {percent_of: total, share: 60%}}
          ratio: 80%
        - id: rest
          fund: supplement
          pays_from: [deductible]
          deductible: {per: each_settlement, amount: 100}
          ratio: 50%
        """), codes: []),
    Rules(
      name: "a cap that a plan shares of which not every claim can be worked out",
      text: """
        caps:
          \(cap("shared", "5000"))
        plans:
          employee:
            title: 职工
            for: {insurance: employee, visit: inpatient}
            source: 测试 职工
            layers:
              - {id: pool, fund: pooled, pays_from: in_scope, ratio: {counted: expense_above_deductible, restarts: each_settlement, columns: [to 1000, above], value: [80%, 0%]}, caps: [shared]}
          resident:
            title: 居民
            for: {insurance: resident, visit: inpatient}
            source: 测试 居民
            layers:
              - id: pool
                fund: pooled
                pays_from: in_scope
                deductible: {per: each_settlement, amount: {percent_of: in_scope, share: 20%}}
                ratio: {counted: expense_above_deductible, restarts: each_settlement, how: slab, columns: [to 1000, above], value: [50%, 80%]}
                caps: [shared]
        """, codes: ["P0413"], line: "resident:"),
  ]

  private static func ownTables(_ unfiled: String) -> String {
    "- {id: pool, fund: pooled, pays_from: in_scope, ratio: {by: standing, cases: {local/exempt/long_term/referral/emergency/temporary: 80%, unfiled: \(unfiled)}}}"
  }

  static let guardrailCases: [Rules] = [
    Rules(
      name: "as at home, but for the plan's own ratio for who did not file",
      text: plan(ownTables("10%"), head: elsewhere("as_at_home")), more: guardrail("strictness: at_most"),
      codes: ["P0407"], line: "id: pool"),
    Rules(
      name: "the plan's own ratio for who did not file lower by what is allowed",
      text: plan(ownTables("70%"), head: elsewhere("as_at_home")), more: guardrail("strictness: at_most"), codes: []),
    Rules(
      name: "points within the limit on top of the plan's own lower ratio",
      text: plan(ownTables("75%"), head: elsewhere("{lower_by: 10 points}")), more: guardrail("strictness: at_most"),
      codes: ["P0407"], line: "unfiled: {lower"),
    Rules(
      name: "few points, with a bound of their own far below",
      text: plan(pool("}"), head: elsewhere("{lower_by: 5 points, at_most: 10%}")),
      more: guardrail("strictness: at_most"), codes: ["P0407"], line: "unfiled: {lower"),
    Rules(
      name: "few points, with a bound of their own that takes no more",
      text: plan(pool("}"), head: elsewhere("{lower_by: 5 points, at_most: 70%}")),
      more: guardrail("strictness: at_most"), codes: []),
    Rules(
      name: "a first self-pay that takes far less than about 10 points",
      text: plan(pool("}"), head: elsewhere("{first_self_pay: 1%}")),
      more: guardrail("strictness: about\n    tolerance: 2 points"), codes: []),
  ]
}
