import PolicyModel
import Values

extension CompiledPolicy {
  /// Settles one claim without an explanation: by flat numbers where the plan allows it, otherwise in general. Both come
  /// to the same.
  ///
  /// `accounts` is indexed like ``accounts``; it is changed only when the claim settles.
  package func settle(_ facts: Facts, accounts: inout [Int64]) throws(EvaluationFailure) -> (Outcome, Basis) {
    let index = try selectPlan(for: facts)
    if let flat = settleFlat(facts, plan: index, accounts: &accounts) { return flat }
    var recorder = BasisRecorder(self)
    let outcome = try settle(facts, accounts: &accounts, recorder: &recorder)
    return (outcome, recorder.basis)
  }

  /// Nil where only the general way leads to a result or to the reason why there is none.
  func settleFlat(_ facts: borrowing Facts, plan index: Int, accounts: inout [Int64]) -> (Outcome, Basis)? {
    guard case .whole = facts.part, !facts.continuesUnit else { return nil }
    let plan = plans[index]
    guard let flat = plan.flatPlan(of: self) else { return nil }
    guard
      let situation = flat.situation(
        facts, accounts, plan, make: { [facts = copy facts, accounts] in makeSituation(facts, index, accounts) })
    else { return nil }
    var evaluation = FlatEvaluation(
      situation, inScope: facts.inScope.count, firstSelfPay: facts.firstSelfPay.count)
    let before = FlatAccounts(situation.touched, of: accounts)
    if evaluation.run(&accounts), let outcome = evaluation.outcome(plan: index, facts) {
      return (outcome, Basis(rank: evaluation.basis))
    }
    before.putBack(situation.touched, into: &accounts)
    return nil
  }

  private func makeSituation(_ facts: Facts, _ index: Int, _ accounts: [Int64]) -> FlatSituation? {
    let change: CompiledChange?
    do { change = try self.change(for: facts) } catch { return nil }
    let needs = OccurrenceNeeds(plans[index].plan)
    // Such a stay is counted as one of another level than the claim's.
    if change?.treatedAsLevel != nil, needs.parentLevel || needs.finestClass { return nil }
    var builder = FlatSituationBuilder(self, plans[index], change, facts, accounts)
    return builder.situation()
  }
}

/// What accounts held before a claim, to put it back.
private struct FlatAccounts {
  private var values = InlineArray<24, Int64>(repeating: 0)

  init(_ touched: [Int], of accounts: [Int64]) {
    for (index, account) in touched.enumerated() { values[index] = accounts[account] }
  }

  func putBack(_ touched: [Int], into accounts: inout [Int64]) {
    for (index, account) in touched.enumerated() { accounts[account] = values[index] }
  }
}

extension FlatEvaluation {
  /// The result in whole fen, shown as ``Causes/shown(outOfScope:person:)`` shows it; nil when it does not fit.
  borrowing func outcome(plan index: Int, _ facts: borrowing Facts) -> Outcome? {
    var funds: Int64 = 0
    for layer in paid.indices {
      let (sum, overflow) = funds.addingReportingOverflow(paid[layer].count)
      if overflow { return nil }
      funds = sum
    }
    guard let deductible = FlatEvaluation.sum(deductible, -1), let overCap = FlatEvaluation.sum(overCap, -1) else {
      return nil
    }
    let outOfScope = facts.total.count - facts.inScope.count - (facts.firstSelfPay.count - firstSelfPay)
    let person = Fen(facts.total.count - funds)
    let personal = PersonalParts(
      outOfScope: Fen(outOfScope), nonLocalSelfPay: Fen(nonLocalSelfPay), deductible: Fen(deductible.rounded),
      overCap: Fen(overCap.rounded), ratioShare: .zero)
    return Outcome(
      plan: index, paid: paid, personal: personal.givingTheRest(of: person), deductibleCharged: Fen(charged.rounded))
  }
}
