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
    case parts(first: Claim, second: Claim, StayDays)

    var isSplit: Bool {
      if case .parts = self { true } else { false }
    }
  }

  /// Nil when a finding was reported.
  func divide(_ claim: Claim) -> Division? {
    guard catalogue.value(of: claim.visit.text, in: .visit) == "inpatient" else { return .whole(nil) }
    guard let began = claim.began, let ended = claim.ended else {
      // Where stays are split, not telling the days is not a "no".
      guard policy.policy.stayAcrossYears?.settling.value == .byDays else { return .whole(nil) }
      collector.report(.fieldMissing, at: claim.place, ["field": claim.began == nil ? "begntime" : "endtime"])
      return nil
    }
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
      for index in claim.lines.indices {
        (first.lines[index].amounts, second.lines[index].amounts) = split(claim.lines[index].amounts, days)
      }
      first.amounts = .sum(of: first.lines.map(\.amounts))
      second.amounts = .sum(of: second.lines.map(\.amounts))
    }
    return .parts(first: first, second: second, days)
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
  func canSettle(_ first: SettlementTask, _ second: SettlementTask) -> Bool {
    let claim = second.claim
    if claim.sameUnit != nil || [first, second].contains(where: { $0.compiledPlan.plan.merging != nil }) {
      refuse(claim, "the benefit merges visits", "该待遇合并计算几次就诊")
      return false
    }
    let calendar = AccountCalendar(benefitYear: policy.policy.benefitYear.start)
    let isShared = second.compiledPlan.allAccounts.map { second.rules.compiled.accounts[$0].period }
      .contains { period in
        let start = calendar.start(of: period, on: first.claim.settledOn)
        return period != .settlement && calendar.isOpen(period, startedOn: start, on: second.claim.settledOn)
      }
    if isShared {
      refuse(claim, "the benefit keeps an account whose period holds both parts", "该待遇有跨两个部分的累计期间")
      return false
    }
    return true
  }

  private func refuse(_ claim: Claim, _ reason: String, _ chinese: String) {
    collector.report(.stayNotSplit, at: claim.place, ["reason": reason, "reason_zh": chinese])
  }
}
