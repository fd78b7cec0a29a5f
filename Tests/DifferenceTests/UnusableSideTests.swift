import Sides
import Testing

@Suite("sides whose rules cannot be compared")
struct UnusableSideTests {
  private static let good = RuleTexts.plan(ratio: "80%")
  private static let draft = RuleTexts.plan(ratio: "70%", more: "status: draft")
  private static let faulty = RuleTexts.plan(ratio: "170%")

  private func isUnusable(_ one: String?, _ other: String?) throws -> Bool {
    if case .unusable? = try RuleTexts(one, other).content() { true } else { false }
  }

  @Test("drafts and rules with errors are, also where the other side has none")
  func unusable() throws {
    for rules in [Self.draft, Self.faulty] {
      for other in [Self.good, nil] {
        #expect(try isUnusable(rules, other))
        #expect(try isUnusable(other, rules))
      }
    }
  }

  @Test("where nothing is wrong only one side has rules")
  func onlyOneSide() throws {
    for texts in [try RuleTexts(Self.good, nil), try RuleTexts(nil, Self.good)] {
      guard case .onlyOneSide? = try texts.content() else {
        Issue.record("\(String(describing: try texts.content()))")
        continue
      }
    }
  }

  @Test("a draft is compared when that is asked for")
  func comparedDraft() throws {
    guard case .differs? = try RuleTexts(Self.good, Self.draft).content(includesDrafts: true) else {
      Issue.record("not compared")
      return
    }
  }
}
