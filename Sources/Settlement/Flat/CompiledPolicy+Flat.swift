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
      return (Outcome(flat, plan: index), flat.basis)
    }
    var recorder = BasisRecorder(self)
    let outcome = try settle(facts, accounts: &accounts, recorder: &recorder)
    return (outcome, recorder.basis)
  }

  /// Nil where only the general way leads to a result or to the reason why there is none.
  package func settleFlat(_ facts: borrowing Facts, plan index: Int, accounts: inout [Int64]) -> FlatOutcome? {
    guard let plan = flatPlan(index) else { return nil }
    var outcome = FlatOutcome()
    let isSettled = accounts.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return plan.settle(facts, accounts: start, into: &outcome)
    }
    return isSettled ? outcome : nil
  }

  /// A plan ready to settle claims by flat numbers; nil when it is evaluated in general only.
  package func flatPlan(_ index: Int) -> ReadyPlan? {
    plans[index].flatPlan(of: self).map { ReadyPlan(policy: self, index: index, plan: $0) }
  }

  /// Settles one claim and tells every step: by flat numbers where the plan allows it, otherwise in general. Both come to
  /// the same.
  ///
  /// `accounts` is indexed like ``accounts``; it is changed only when the claim settles.
  package func explain(_ facts: Facts, accounts: inout [Int64]) throws(EvaluationFailure) -> ExplainedOutcome {
    let index = try selectPlan(for: facts)
    if let explained = explainFlat(facts, plan: index, accounts: &accounts) { return explained }
    var recorder = StepRecorder(self)
    let outcome = try settle(facts, accounts: &accounts, recorder: &recorder)
    return ExplainedOutcome(outcome: outcome, basis: recorder.basis, steps: recorder.steps, cited: recorder.cited)
  }

  /// Nil where only the general way leads to a result or to the reason why there is none.
  package func explainFlat(_ facts: Facts, plan index: Int, accounts: inout [Int64]) -> ExplainedOutcome? {
    guard let plan = flatPlan(index) else { return nil }
    let before = accounts
    var after = accounts
    var trace = FlatTrace()
    var flat = FlatOutcome()
    let isSettled = after.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let situation = plan.situation(facts, FlatAccounts(start)) else {
        return false
      }
      return situation.explain(FlatAmounts(facts), FlatAccounts(start), &trace, into: &flat)
    }
    guard isSettled, let situation = trace.situation,
      let told = try? FlatExplanation(
        trace, situation.pointee.figures.takeUnretainedValue(), inScope: facts.inScope, accounts: before)
    else { return nil }
    accounts = after
    return ExplainedOutcome(
      outcome: Outcome(flat, plan: index), basis: flat.basis, steps: told.steps, cited: told.cited)
  }
}

/// What a claim comes to, and how.
package struct ExplainedOutcome: Sendable {
  package let outcome: Outcome
  package let basis: Basis
  package let steps: [Step]
  /// Indices of the clauses of all figures used.
  package let cited: Set<Int32>
}
