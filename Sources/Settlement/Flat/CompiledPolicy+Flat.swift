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
}
