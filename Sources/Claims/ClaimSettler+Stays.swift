import Findings
import PolicyModel
import Settlement
import Standing
import Values

extension ClaimSettler {
  /// A stay over two years: each part under its own year's rules and accounts, with one deductible unless each year has
  /// its own.
  func settleParts(
    _ first: Claim, _ second: Claim, _ days: StayDays, _ splitter: StaySplitter, _ chain: AccountChain?,
    _ explaining: Bool, _ collector: FindingCollector
  ) -> SettledClaim? {
    guard let firstRules = rules(for: first, collector), let secondRules = rules(for: second, collector),
      splitter.agrees(second, [firstRules.compiled, secondRules.compiled]),
      let firstRule = firstRules.compiled.policy.stayAcrossYears,
      let secondRule = secondRules.compiled.policy.stayAcrossYears,
      var before = prepare(first, firstRules, chain, collector),
      var after = prepare(second, secondRules, chain, collector),
      splitter.canSettle(before, after)
    else { return nil }
    before.facts.part = .first(counts: firstRule.counting != .lastYear)
    before.decision.grounds.append(.init(kind: .stayByDays, citation: firstRule.settling.citation))
    after.decision.grounds.append(.init(kind: .stayByDays, citation: secondRule.settling.citation))
    // It is one stay: the rules of the year it began in say how its deductible is charged and where it counts.
    if firstRule.deductible == .eachYear {
      before.facts.days = Int32(days.before)
      after.facts.days = Int32(max(1, days.after))
    }
    guard let earlier = run(before, explaining, collector) else { return nil }
    after.facts.part = .second(
      counts: firstRule.counting != .firstYear, firstRule.deductible == .once ? earlier.outcome.carried : nil)
    guard var settled = run(after, explaining, collector) else { return nil }
    settled.earlierPart = [earlier]
    return settled
  }
}
