import Analysis
import Settlement

/// All of a claim but its amount: its situation, what it finds in the accounts, and what it consists of.
struct ClaimOutset {
  let situation: Situation
  /// Nil for an empty year.
  let accounts: [Int64]?
  let mix: ClaimMix

  init(_ situation: Situation, accounts: [Int64]? = nil, of mix: ClaimMix = .inScope) {
    self.situation = situation
    self.accounts = accounts.map(situation.counting)
    self.mix = mix
  }

  /// What the accounts hold that are not empty, by name; those that count stays go by the situation.
  var balances: [String: Int64] {
    var balances: [String: Int64] = [:]
    for (account, held) in zip(situation.policy.accounts, accounts ?? []) where !account.measure.isCount && held != 0 {
      balances[account.name] = held
    }
    return balances
  }

  /// What is paid for every amount; nil where it cannot be worked out.
  var function: PlanFunction? { try? PlanFunction(situation, accounts: accounts, of: mix) }
}
