import Findings
import Settlement
import Values

/// Reads the accounts a claim brings into the order the evaluator keeps them in, and writes them back.
struct AccountsBuilder {
  let policy: CompiledPolicy
  let collector: FindingCollector

  /// What every account holds: given ones as given, none at all as nothing yet; a list that leaves one out is a finding.
  ///
  /// `known` lists the accounts whose content the claim tells; saying that there is nothing yet tells all.
  func state(of claim: Claim, for plan: CompiledPlan) -> (values: [Int64], known: [Int])? {
    var values = [Int64](repeating: 0, count: policy.accounts.count)
    guard let entries = claim.accounts else {
      if !plan.accounts.isEmpty { reportMissing(plan.accounts, claim) }
      return plan.accounts.isEmpty ? (values, []) : nil
    }
    if entries.isEmpty { return (values, Array(policy.accounts.indices)) }
    var given: Set<Int> = []
    for entry in entries {
      guard let index = policy.account(named: entry.name) else {
        let known = plan.accounts.map { policy.accounts[$0].name }.joined(separator: ", ")
        collector.report(.unknownAccount, at: entry.place, ["name": entry.name, "suggestion": known])
        continue
      }
      given.insert(index)
      guard let value = value(entry.text, of: policy.accounts[index]) else {
        collector.report(.badAccount, at: entry.place, ["name": entry.name, "text": entry.text])
        continue
      }
      values[index] = value
    }
    let missing = plan.accounts.filter { !given.contains($0) }
    if !missing.isEmpty { reportMissing(missing, claim) }
    return collector.hasErrors ? nil : (values, given.sorted())
  }

  private func value(_ text: String, of account: Account) -> Int64? {
    let limit: Int64 = account.measure.isCount ? 100_000 : Fen.largest.count
    guard let value = try? DecimalText.scaled(text, decimals: account.measure.isCount ? 0 : 2) else { return nil }
    return (0...limit).contains(value) ? value : nil
  }

  private func reportMissing(_ accounts: [Int], _ claim: Claim) {
    let names = accounts.map { policy.accounts[$0].name }.joined(separator: ", ")
    collector.report(.accountsMissing, at: claim.place, ["missing": names])
  }
}
