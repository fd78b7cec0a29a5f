import Findings
import PolicyModel
import Settlement
import Standing
import Values

/// Divides a stay that runs over the end of a benefit year (docs/semantics.md 3.3).
struct StaySplitter {
  let policy: CompiledPolicy
  let catalogue: Catalogue
  let collector: FindingCollector

  enum Division {
    /// In one piece; with the clause that says so where a stay runs over two years.
    case whole(StandingDecision.Ground?)
    /// In one piece, because nobody says how such a stay is settled.
    case assumedWhole
    case parts(first: Claim, second: Claim)
  }

  /// Nil when a finding was reported.
  func divide(_ claim: Claim) -> Division? {
    guard catalogue.value(of: claim.visit.text, in: .visit) == "inpatient", let began = claim.began,
      let ended = claim.ended
    else { return .whole(nil) }
    let year = BenefitYear(policy.policy.benefitYear.start)
    if year.start(of: began) == year.start(of: ended) { return .whole(nil) }
    guard let rule = policy.policy.stayAcrossYears else { return .assumedWhole }
    if rule.settling.value == .whole { return .whole(.init(kind: .stayWhole, citation: rule.settling.citation)) }
    guard let days = StayDays(from: began, to: ended, in: year) else {
      refuse(claim, "it lasts over more than two years", "住院超过两个年度")
      return nil
    }
    return parts(of: claim, days, ended: ended)
  }

  private func parts(of claim: Claim, _ days: StayDays, ended: CivilDate) -> Division {
    var (first, second) = (claim, claim)
    first.settledOn = days.lastDayBefore
    first.isEarlierPart = true
    first.accounts = claim.accountsBefore
    second.settledOn = ended
    (first.accountsBefore, second.accountsBefore) = (nil, nil)
    if claim.lines.isEmpty {
      (first.amounts, second.amounts) = split(claim.amounts, days)
    } else {
      (first.amounts, second.amounts) = (.zero, .zero)
      for index in claim.lines.indices {
        let (before, after) = split(claim.lines[index].amounts, days)
        first.lines[index].amounts = before
        second.lines[index].amounts = after
        // The lines add up to the claim, whose sums did not overflow.
        try? first.amounts.add(before)
        try? second.amounts.add(after)
      }
    }
    return .parts(first: first, second: second)
  }

  /// Each of the four parts by days; totals are sums.
  private func split(_ amounts: Claim.Amounts, _ days: StayDays) -> (Claim.Amounts, Claim.Amounts) {
    var (first, second) = (amounts, amounts)
    for part in [\Claim.Amounts.fullySelfPaid, \.overLimit, \.firstSelfPay, \.inScope] {
      (first[keyPath: part], second[keyPath: part]) = days.split(amounts[keyPath: part])
    }
    first.total = first.sum
    second.total = second.sum
    return (first, second)
  }

  /// Whether the rules of both years split stays.
  func agrees(_ claim: Claim, _ rules: [CompiledPolicy]) -> Bool {
    if rules.allSatisfy({ $0.policy.stayAcrossYears?.settling.value == .byDays }) { return true }
    refuse(claim, "the rules of one of its years do not split it", "其中一年的规定不按天分割")
    return false
  }

  /// Whether the parts can be settled under these plans.
  func canSettle(_ claim: Claim, _ plans: [CompiledPlan], _ rules: [CompiledPolicy]) -> Bool {
    if claim.sameUnit != nil || plans.contains(where: { $0.plan.merging != nil }) {
      refuse(claim, "the benefit merges visits", "该待遇合并计算几次就诊")
      return false
    }
    let periods = zip(rules, plans).flatMap { policy, plan in plan.allAccounts.map { policy.accounts[$0].period } }
    if periods.contains(where: { if case .cycle = $0 { true } else { false } }) {
      refuse(claim, "the benefit keeps accounts by cycles", "该待遇按周期累计")
      return false
    }
    return true
  }

  private func refuse(_ claim: Claim, _ reason: String, _ chinese: String) {
    collector.report(.stayNotSplit, at: claim.place, ["reason": reason, "reason_zh": chinese])
  }
}
