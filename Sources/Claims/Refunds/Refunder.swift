import Findings
import PolicyModel
import Settlement
import Standing
import Values

/// A settlement taken back: the same amounts with the opposite sign.
package struct Reversal {
  /// What clearing has to do.
  package enum Clearing: String, Sendable, CaseIterable {
    /// Neither the settlement nor its reversal is cleared.
    case withdraw
    /// The amount is deducted from the next clearing.
    case offset
  }

  let request: RefundRequest
  package let settled: SettledClaim
  package let clearing: Clearing
  /// The rules that allow it.
  package let rules: RulesInForce
  package let citation: Citation
  /// What the accounts of each part's periods hold afterwards, in the order of the parts.
  package let accounts: [AccountList]

  package var person: String { request.person }
  package var id: String? { request.id }
  /// The settlement that is taken back.
  package var settlement: String { request.settlement }

  /// The amounts rest on what the settlement rested on.
  package var basis: Basis { settled.parts.reduce(citation.basis) { max($0, $1.basis) } }
}

/// Takes settlements back as the rules allow (docs/semantics.md 3.11).
struct Refunder {
  /// Those in force on the day of the refund.
  let rules: RulesInForce
  let home: RegionCode
  let collector: FindingCollector

  /// Nil and a finding when it cannot be refunded.
  func refund(_ request: RefundRequest, from chain: inout AccountChain?) -> Reversal? {
    guard chain != nil else {
      collector.report(.refundAlone, at: request.settlementPlace)
      return nil
    }
    guard let ledger = chain?.ledger(of: request.person, in: home), let record = ledger.record(of: request.settlement)
    else {
      collector.report(.refundUnknown, at: request.settlementPlace, ["id": request.settlement])
      return nil
    }
    guard isAllowed(request, record, ledger), let citation = rules.compiled.policy.refunds?.citation else { return nil }
    chain?.refund(request.settlement, of: request.person, in: home, on: request.day)
    let after = chain?.ledger(of: request.person, in: home)
    return Reversal(
      request: request, settled: record.settled, clearing: request.isCleared ? .offset : .withdraw, rules: rules,
      citation: citation, accounts: record.settled.parts.map { accounts(of: $0, in: after) })
  }

  /// What the ledger does not know is not written: it would be a guess.
  private func accounts(of part: SettledClaim, in ledger: Ledger?) -> AccountList {
    let values = part.accounts.filter { $0.account.period != .settlement }.compactMap { account, _ in
      ledger?.balanceLeft(in: account, on: part.claim.settledOn, part.calendar).map { (account: account, value: $0) }
    }
    return AccountList(values, of: part.rules.compiled.accounts)
  }

  private func isAllowed(_ request: RefundRequest, _ record: Ledger.Record, _ ledger: Ledger) -> Bool {
    if ledger.isRefunded(record) {
      collector.report(.refundedAlready, at: request.settlementPlace, ["id": request.settlement])
      return false
    }
    if request.day < ledger.lastDay {
      collector.report(
        .claimsOutOfOrder, at: request.place, ["day": "\(request.day)", "before": "\(ledger.lastDay)"])
      return false
    }
    guard let rule = rules.compiled.policy.refunds else {
      collector.report(
        .ruleNotSaid, at: request.place,
        [
          "region": rules.compiled.policy.region.text, "rule": "which settlements can be refunded (`refunds`)",
          "rule_zh": "哪些结算可以退费",
        ])
      return false
    }
    for (dimension, listed) in [(Dimension.visit, rule.visits), (.distance, rule.distances), (.channel, rule.channels)]
    {
      let value = record.settled.value(of: dimension)
      if let listed, !listed.contains(value) {
        return refuse(request, rule, value, dimension.chinese(of: value))
      }
    }
    for circumstance in circumstances(request, record, ledger) where !rule.allowed.contains(circumstance) {
      let words = Refunder.words(circumstance)
      return refuse(request, rule, words.english, words.chinese)
    }
    return true
  }

  private func refuse(_ request: RefundRequest, _ rule: RefundRules, _ reason: String, _ chinese: String) -> Bool {
    collector.report(
      .refundNotAllowed, at: request.place,
      ["reason": reason, "reason_zh": chinese, "clause": rule.citation.text])
    return false
  }

  private func circumstances(_ request: RefundRequest, _ record: Ledger.Record, _ ledger: Ledger)
    -> [RefundRules.Circumstance]
  {
    let year = BenefitYear(rules.compiled.policy.benefitYear.start)
    var met: [RefundRules.Circumstance] = [ledger.isLast(record) ? .last : .earlier]
    if year.start(of: request.day) != year.start(of: record.settled.claim.settledOn) { met.append(.acrossYears) }
    if request.isCleared { met.append(.afterClearing) }
    return met
  }

  private static func words(_ circumstance: RefundRules.Circumstance) -> (english: String, chinese: String) {
    switch circumstance {
    case .last: ("the last settlement", "末笔退费")
    case .earlier: ("something was settled after it", "隔笔退费")
    case .acrossYears: ("it was settled in another benefit year", "跨年退费")
    case .afterClearing: ("it was cleared", "清算后退费")
    }
  }
}
