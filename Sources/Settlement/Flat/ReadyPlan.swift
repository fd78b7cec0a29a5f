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
    return plan.cache.slots.map { ReadyClaims(row: row, slots: $0.from(row.first)) }
  }

  /// The situation of a claim, made if it is the first one in it.
  func situation(_ facts: borrowing Facts, _ accounts: FlatAccounts) -> UnsafePointer<FlatSituation>? {
    guard facts.isWhole, !facts.continuesUnit, let row = plan.situations(of: facts), let slots = plan.cache.slots
    else { return nil }
    let number = row.number(accounts)
    switch slots.entry(at: number) {
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
  /// Those of the row.
  let slots: SituationSlots

  /// Nil where there is none, or nobody has looked yet.
  @inline(__always)
  func situation(_ accounts: FlatAccounts) -> UnsafePointer<FlatSituation>? {
    slots.known(at: row.offset(accounts))
  }

  /// False where only another way leads to a result: ``CompiledPolicy/settle(_:accounts:)``, after which this one may
  /// know the situation. The accounts are then as they were.
  ///
  /// - Parameter accounts: as many as the policy has, in its order.
  package func settle(
    _ amounts: FlatAmounts, accounts values: UnsafeMutablePointer<Int64>, into outcome: inout FlatOutcome
  ) -> Bool {
    guard let situation = situation(FlatAccounts(values)) else { return false }
    return situation.settle(amounts, FlatAccounts(values), into: &outcome)
  }

  /// What settling would come to (预结算): works out a claim beside its accounts, which stay as they are. Takes less time
  /// than settling, and any number of threads may have the same accounts.
  ///
  /// False where only another way leads to a result, as for settling. Accounts that the claim would make too large are
  /// looked at only where a layer reads what an earlier one changed.
  ///
  /// - Parameter accounts: as many as the policy has, in its order.
  package func preview(
    _ amounts: FlatAmounts, accounts values: UnsafePointer<Int64>, into outcome: inout FlatOutcome
  ) -> Bool {
    let accounts = FlatAccounts(reading: values)
    guard let situation = situation(accounts) else { return false }
    if situation.pointee.readsWhatItChanges { return situation.settle(amounts, copyOf: values, into: &outcome) }
    return situation.preview(amounts, accounts, into: &outcome)
  }
}

extension ReadyClaims {
  /// Settles and tells the way; false as for settling.
  package func explain(
    _ amounts: FlatAmounts, accounts values: UnsafeMutablePointer<Int64>, trace: inout FlatTrace,
    into outcome: inout FlatOutcome
  ) -> Bool {
    guard let situation = situation(FlatAccounts(values)) else { return false }
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

  /// As settling, with accounts that are only read.
  @inline(__always)
  fileprivate func preview(_ amounts: FlatAmounts, _ accounts: FlatAccounts, into outcome: inout FlatOutcome) -> Bool {
    guard amounts.fit else { return false }
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: FlatSlots.capacity) { memory in
      guard let start = memory.baseAddress else { return false }
      var evaluation = FlatEvaluation<NoFlatRecorder, ReadAccounts>(
        self, amounts, accounts, FlatSlots(start), NoFlatRecorder())
      return evaluation.run(amounts, into: &outcome)
    }
  }

  /// As settling, with a copy of the accounts.
  @inline(never)
  fileprivate func settle(
    _ amounts: FlatAmounts, copyOf values: UnsafePointer<Int64>, into outcome: inout FlatOutcome
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: pointee.accountCount) { memory in
      guard let start = memory.baseAddress else { return false }
      start.initialize(from: values, count: pointee.accountCount)
      return settle(amounts, FlatAccounts(start), into: &outcome)
    }
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
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: FlatSlots.capacity + FlatSituation.touchedLimit) {
      memory in
      guard let start = memory.baseAddress else { return false }
      let kept = start + FlatSlots.capacity
      accounts.copy(pointee.touched, to: kept)
      var evaluation = FlatEvaluation<R, KeptAccounts>(self, amounts, accounts, FlatSlots(start), recorder)
      if evaluation.run(amounts, into: &outcome) {
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
