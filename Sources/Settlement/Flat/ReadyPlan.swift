import PolicyModel
import Values

/// One plan of a policy, to settle any number of claims that are known to be under it.
package struct ReadyPlan: Sendable {
  let policy: CompiledPolicy
  let index: Int
  let plan: FlatPlan

  /// False where only the general way leads to a result; the accounts are then as they were.
  ///
  /// - Parameter accounts: as many as the policy has, in its order.
  package func settle(
    _ facts: borrowing Facts, accounts values: UnsafeMutablePointer<Int64>, into outcome: inout FlatOutcome
  ) -> Bool {
    guard let situation = situation(facts, FlatAccounts(values)) else { return false }
    return situation.settle(FlatAmounts(facts), FlatAccounts(values), into: &outcome)
  }

  /// Claims with these facts; nil where only the general way leads to a result.
  package func claims(like facts: borrowing Facts) -> ReadyClaims? {
    guard facts.isWhole, !facts.continuesUnit, let row = plan.situations(of: facts) else { return nil }
    return ReadyClaims(row: row, slots: plan.cache.slots)
  }

  /// The situation of a claim, made if it is the first one in it.
  func situation(_ facts: borrowing Facts, _ accounts: FlatAccounts) -> UnsafePointer<FlatSituation>? {
    guard facts.isWhole, !facts.continuesUnit, let row = plan.situations(of: facts) else { return nil }
    let number = row.number(accounts)
    switch plan.cache.slots.entry(at: number) {
    case .situation(let situation): return situation
    case .nothing: return nil
    case .unknown: return plan.cache.fill(number, with: make(copy facts, accounts))
    }
  }

  private func make(_ facts: Facts, _ accounts: FlatAccounts) -> FlatSituation? {
    let change: CompiledChange?
    do { change = try policy.change(for: facts) } catch { return nil }
    let needs = OccurrenceNeeds(policy.plans[index].plan)
    // Such a stay is counted as one of another level than the claim's.
    if change?.treatedAsLevel != nil, needs.parentLevel || needs.finestClass { return nil }
    let values = policy.accounts.indices.map { accounts[Int32($0)] }
    var builder = FlatSituationBuilder(policy, policy.plans[index], change, facts, values)
    return builder.situation()
  }
}

/// Claims under one plan whose facts are alike: what differs are amounts and accounts. Numbers only, valid as long as
/// the policy lives.
package struct ReadyClaims {
  let row: SituationRow
  let slots: SituationSlots

  /// False where only another way leads to a result: ``CompiledPolicy/settle(_:accounts:)``, after which this one may
  /// know the situation. The accounts are then as they were.
  ///
  /// - Parameter accounts: as many as the policy has, in its order.
  package func settle(
    _ amounts: FlatAmounts, accounts values: UnsafeMutablePointer<Int64>, into outcome: inout FlatOutcome
  ) -> Bool {
    guard case .situation(let situation) = slots.entry(at: row.number(FlatAccounts(values))) else { return false }
    return situation.settle(amounts, FlatAccounts(values), into: &outcome)
  }
}

extension ReadyClaims {
  /// Settles and tells the way; false as for settling.
  package func explain(
    _ amounts: FlatAmounts, accounts values: UnsafeMutablePointer<Int64>, trace: inout FlatTrace,
    into outcome: inout FlatOutcome
  ) -> Bool {
    guard case .situation(let situation) = slots.entry(at: row.number(FlatAccounts(values))) else { return false }
    return situation.explain(amounts, FlatAccounts(values), &trace, into: &outcome)
  }
}

extension UnsafePointer<FlatSituation> {
  /// False where the numbers do not fit; the accounts are then as they were.
  @inline(__always)
  fileprivate func settle(_ amounts: FlatAmounts, _ accounts: FlatAccounts, into outcome: inout FlatOutcome) -> Bool {
    var recorder = NoFlatRecorder()
    return settle(amounts, accounts, &recorder, into: &outcome)
  }

  /// As settling, with the events in the trace.
  @inline(__always)
  func explain(
    _ amounts: FlatAmounts, _ accounts: FlatAccounts, _ trace: inout FlatTrace, into outcome: inout FlatOutcome
  ) -> Bool {
    guard pointee.mostEvents < trace.capacity else { return false }
    var recorder = FlatEventRecorder(trace.start)
    guard settle(amounts, accounts, &recorder, into: &outcome) else { return false }
    trace.count = recorder.next - trace.start
    trace.situation = self
    return true
  }

  @inline(__always)
  private func settle<R: FlatRecorder>(
    _ amounts: FlatAmounts, _ accounts: FlatAccounts, _ recorder: inout R, into outcome: inout FlatOutcome
  ) -> Bool {
    guard amounts.fit else { return false }
    // Memory of the stack, not cleared first.
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: 64) { memory in
      guard let start = memory.baseAddress else { return false }
      let kept = start + FlatSlots.capacity
      accounts.copy(pointee.touched, to: kept)
      var evaluation = FlatEvaluation(self, amounts, accounts, FlatSlots(start), recorder)
      if evaluation.run() {
        evaluation.write(amounts, into: &outcome)
        recorder = evaluation.recorder
        return true
      }
      accounts.restore(pointee.touched, from: kept)
      return false
    }
  }
}

extension FlatAmounts {
  init(_ facts: borrowing Facts) {
    self.init(total: facts.total.count, firstSelfPay: facts.firstSelfPay.count, inScope: facts.inScope.count)
  }
}

extension Facts {
  /// No part of a stay that was split.
  fileprivate var isWhole: Bool {
    if case .whole = part { true } else { false }
  }
}
