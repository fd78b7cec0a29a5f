import PolicyModel
import Values

extension CompiledPolicy {
  /// Settles one claim without an explanation: by flat numbers where the plan allows it, otherwise in general. Both come
  /// to the same.
  ///
  /// `accounts` is indexed like ``accounts``; it is changed only when the claim settles.
  package func settle(_ facts: Facts, accounts: inout [Int64]) throws(EvaluationFailure) -> (Outcome, Basis) {
    let index = try selectPlan(for: facts)
    if let flat = settleFlat(facts, plan: index, accounts: &accounts) {
      let outcome = Outcome(
        plan: index, paid: flat.paid, personal: flat.personal, deductibleCharged: flat.deductibleCharged)
      return (outcome, flat.basis)
    }
    var recorder = BasisRecorder(self)
    let outcome = try settle(facts, accounts: &accounts, recorder: &recorder)
    return (outcome, recorder.basis)
  }

  /// Nil where only the general way leads to a result or to the reason why there is none.
  package func settleFlat(_ facts: borrowing Facts, plan index: Int, accounts: inout [Int64]) -> FlatOutcome? {
    guard let plan = flatPlan(index) else { return nil }
    return accounts.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { plan.settle(facts, accounts: $0) }
    }
  }

  /// A plan ready to settle claims by flat numbers; nil when it is evaluated in general only.
  package func flatPlan(_ index: Int) -> ReadyPlan? {
    plans[index].flatPlan(of: self).map { ReadyPlan(policy: self, index: index, plan: $0) }
  }
}

/// One plan of a policy, to settle any number of claims that are known to be under it.
package struct ReadyPlan: Sendable {
  let policy: CompiledPolicy
  let index: Int
  let plan: FlatPlan

  /// Nil where only the general way leads to a result; the accounts are then as they were.
  ///
  /// - Parameter accounts: as many as the policy has, in its order.
  package func settle(_ facts: borrowing Facts, accounts values: UnsafeMutablePointer<Int64>) -> FlatOutcome? {
    let accounts = FlatAccounts(values)
    guard facts.isWhole, !facts.continuesUnit, let situation = situation(facts, accounts) else { return nil }
    let before = FlatAccountsBefore(situation.pointee.touched, of: accounts)
    var evaluation = FlatEvaluation(
      situation, inScope: facts.inScope.count, firstSelfPay: facts.firstSelfPay.count)
    if evaluation.run(accounts),
      let outcome = evaluation.outcome(
        total: facts.total.count, inScope: facts.inScope.count, firstSelfPay: facts.firstSelfPay.count)
    {
      return outcome
    }
    before.putBack(situation.pointee.touched, into: accounts)
    return nil
  }

  private func situation(_ facts: borrowing Facts, _ accounts: FlatAccounts) -> UnsafePointer<FlatSituation>? {
    guard let number = plan.number(facts, accounts) else { return nil }
    switch plan.situations.entry(at: number) {
    case .situation(let situation): return situation
    case .nothing: return nil
    case .unknown: return plan.situations.fill(number, with: make(copy facts, accounts))
    }
  }

  private func make(_ facts: Facts, _ accounts: FlatAccounts) -> FlatSituation? {
    let change: CompiledChange?
    do { change = try policy.change(for: facts) } catch { return nil }
    let needs = OccurrenceNeeds(policy.plans[index].plan)
    // Such a stay is counted as one of another level than the claim's.
    if change?.treatedAsLevel != nil, needs.parentLevel || needs.finestClass { return nil }
    let values = policy.accounts.indices.map { accounts[$0] }
    var builder = FlatSituationBuilder(policy, policy.plans[index], change, facts, values)
    return builder.situation()
  }
}

extension Facts {
  /// No part of a stay that was split.
  fileprivate var isWhole: Bool {
    if case .whole = part { true } else { false }
  }
}
