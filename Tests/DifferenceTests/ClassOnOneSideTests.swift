import Analysis
import PolicyModel
import Sides
import Testing
import Values

@Suite("a class that only one side has is compared with its parent on the other")
struct ClassOnOneSideTests {
  private static func classes(_ id: String, of dimension: String, is parent: String, _ members: String) -> String {
    """
    classes:
      \(id):
        of: \(dimension)
        is: \(parent)
        title: 细分
        members: {\(members)}
        source: 测试 注
    """
  }

  private static let attribute = "attributes:\n  tier: {title: 档次, kind: choice, values: {one: 一档, two: 二档}}\n"

  private static let community = classes(
    "community", of: "hospital_level", is: "primary", "institutions: [H11010100001]")

  private static let byLevel = "{by: hospital_level, cases: {tertiary: 50%, secondary: 70%, primary/unrated: 80%}}"

  private static func byLevel(community: String) -> String {
    "{by: hospital_level, cases: {tertiary: 50%, secondary: 70%, primary/unrated: 80%, community: \(community)}}"
  }

  private func expectSame(_ one: String, _ other: String) throws {
    for texts in [try RuleTexts(one, other), try RuleTexts(other, one)] {
      guard case .none? = try texts.content() else {
        Issue.record("\(String(describing: try texts.content()))")
        continue
      }
    }
  }

  @Test(
    "claims settle the same with a class that changes nothing",
    arguments: [
      ("person", "employed"), ("insurance", "employee"), ("visit", "inpatient"), ("hardship", "hardship"),
      ("hospital_level", "primary"),
    ])
  func unused(dimension: String, parent: String) throws {
    let ratio = "{by: hardship, cases: {none: 70%, hardship: 80%}}"
    try expectSame(
      RuleTexts.plan(ratio: ratio, more: Self.attribute),
      RuleTexts.plan(
        ratio: ratio,
        more: Self.attribute + Self.classes("sub", of: dimension, is: parent, "attribute: tier, equals: one")))
  }

  @Test("and with one whose own ratio is its parent's")
  func sameRatio() throws {
    try expectSame(
      RuleTexts.plan(ratio: Self.byLevel),
      RuleTexts.plan(ratio: Self.byLevel(community: "80%"), more: Self.community))
  }

  @Test("a ratio of its own is a change from its parent's, for it alone")
  func otherRatio() throws {
    let one = RuleTexts.plan(ratio: Self.byLevel)
    let other = RuleTexts.plan(ratio: Self.byLevel(community: "90%"), more: Self.community)
    for (texts, ratios) in [(try RuleTexts(one, other), [80, 90]), (try RuleTexts(other, one), [90, 80])] {
      guard case .differs(let benefits, let standings, _)? = try texts.content() else {
        Issue.record("nothing compared")
        continue
      }
      #expect(standings.isEmpty)
      #expect(benefits.count == 1)
      let benefit = try #require(benefits.first)
      let choices = benefit.difference.groups.flatMap(\.choices)
      #expect(choices.map(\.dimension.name) == ["hospital_level"])
      #expect(choices.map { $0.choices.flatMap(\.members) } == [["community"]])
      let expense = benefit.expense.count
      #expect(benefit.paid.before?.count == expense * Int64(ratios[0]) / 100)
      #expect(benefit.paid.after?.count == expense * Int64(ratios[1]) / 100)
    }
  }

  private static func filing(_ needed: String) -> String {
    """
    non_local:
      reaches: {visits: [inpatient], layers: [pool]}
      first_self_pay_taken: before_deductible
      by: standing
      cases:
        local/exempt/long_term: as_at_home
        referral/emergency/temporary: {first_self_pay: 10%}
        unfiled: {first_self_pay: 20%}
      source: 测试 异地
    filing:
      needed: {by: hospital_level, cases: {\(needed)}}
      kinds:
        referral: {lasts: {at_least_months: 6}}
        temporary: {lasts: {months: 6}}
      ended_by: {refiling: same_kind}
      stays: {covered: to_their_end}
      scope: {area: pooling_region}
      standing:
        by: [filed, reason]
        cases:
          filed/late/late_agreed: {long_term: long_term, referral: referral, emergency: emergency, temporary: temporary}
          not_filed: {any: unfiled}
      source: 测试 备案

    """
  }

  @Test("whether filing is needed is asked of the parent where the class is not known")
  func filing() throws {
    let plain = RuleTexts.plan(
      ratio: "80%", more: Self.filing("tertiary: needed, secondary/primary/unrated: not_needed"))
    try expectSame(
      plain,
      RuleTexts.plan(
        ratio: "80%", more: Self.filing("tertiary: needed, secondary/primary/unrated: not_needed") + Self.community))
    let other = RuleTexts.plan(
      ratio: "80%",
      more: Self.filing("tertiary/community: needed, secondary/primary/unrated: not_needed") + Self.community)
    for (texts, answers) in [
      (try RuleTexts(plain, other), ["not_needed", "needed"]), (try RuleTexts(other, plain), ["needed", "not_needed"]),
    ] {
      guard case .differs(_, let standings, _)? = try texts.content() else {
        Issue.record("nothing compared")
        continue
      }
      let needed = standings.filter { $0.question == .needed }
      #expect(needed.flatMap { [$0.before, $0.after] } == answers)
      let levels = needed.flatMap(\.groups).flatMap { $0 }.filter { $0.dimension.name == "hospital_level" }
      #expect(levels.map(\.values) == [["community"]])
    }
  }
}
