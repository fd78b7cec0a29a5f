import PolicyModel
import Settlement
import Standing
import Values

/// A claim with everything its evaluation needs.
struct SettlementTask {
  var claim: Claim
  var facts: Facts
  var decision: StandingDecision
  /// Index of the plan that applies.
  let plan: Int
  var accounts: [Int64]
  /// Indices of the accounts whose content is known.
  var known: [Int]
  let rules: RulesInForce

  var compiledPlan: CompiledPlan { rules.compiled.plans[plan] }

  func settled() throws(EvaluationFailure) -> SettledClaim {
    var accounts = accounts
    let (outcome, basis) = try rules.compiled.settle(facts, accounts: &accounts)
    return settled(outcome, accounts, basis, [], [])
  }

  func explained() throws(EvaluationFailure) -> SettledClaim {
    var accounts = accounts
    let explained = try rules.compiled.explain(facts, accounts: &accounts)
    return settled(explained.outcome, accounts, explained.basis, explained.steps, explained.cited)
  }

  private func settled(_ outcome: Outcome, _ after: [Int64], _ basis: Basis, _ steps: [Step], _ cited: Set<Int32>)
    -> SettledClaim
  {
    let all = rules.compiled.accounts
    return SettledClaim(
      claim: claim, rules: rules, outcome: outcome, facts: facts,
      standing: rules.compiled.space.values(of: .standing)[facts[.standing]], decision: decision,
      accounts: known.map { (all[$0], after[$0]) }, accountsBefore: known.map { accounts[$0] },
      basis: decision.citations.reduce(basis) { max($0, $1.basis) }, steps: steps, cited: cited)
  }
}
