import Findings
import PolicyModel
import Settlement
import SourceTree
import Values

/// Reads the accounts a claim brings into the order the evaluator keeps them in.
struct AccountsBuilder {
  let policy: CompiledPolicy
  let collector: FindingCollector

  /// What every account holds: given ones as given, none at all as nothing yet; a list that leaves one out is a finding.
  ///
  /// `known` lists the accounts whose content is known after the claim: those it tells, and those of its merged unit.
  /// Saying that there is nothing yet tells all.
  func state(of claim: Claim, _ facts: Facts, for plan: CompiledPlan) -> (values: [Int64], known: [Int])? {
    let values = [Int64](repeating: 0, count: policy.accounts.count)
    let needed = plan.accountsNeeded(by: facts)
    guard let entries = claim.accounts else {
      if needed.isEmpty { return (values, plan.unitAccounts) }
      reportMissing(needed, claim)
      return nil
    }
    if entries.isEmpty { return (values, Array(policy.accounts.indices)) }
    guard let given = read(entries, plan.allAccounts) else { return nil }
    let missing = needed.filter { !given.known.contains($0) }
    if missing.isEmpty { return (given.values, given.known.union(plan.unitAccounts).sorted()) }
    reportMissing(missing, claim)
    return nil
  }

  /// The given accounts by index; `used` are those to suggest when a name is wrong.
  func read(_ entries: [Claim.AccountEntry], _ used: [Int]) -> (values: [Int64], known: Set<Int>)? {
    var values = [Int64](repeating: 0, count: policy.accounts.count)
    var known: Set<Int> = []
    for entry in entries {
      if collector.findings.count >= AccountsBuilder.findingLimit { break }
      if let rest = members(ofRest: entry.name) {
        known.formUnion(rest)
        if value(entry.text, of: policy.accounts[rest[0]]) != 0 {
          collector.report(.familyRest, at: entry.place, ["name": entry.name])
        }
      } else if let index = policy.account(named: entry.name) {
        known.insert(index)
        if let value = value(entry.text, of: policy.accounts[index]) {
          values[index] = value
        } else {
          collector.report(.badAccount, at: entry.place, ["name": entry.name, "text": entry.text])
        }
      } else {
        let names = used.map { policy.accounts[$0] }.map { $0.family.map { "\($0).*" } ?? $0.name }
        let suggestion = names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
        collector.report(
          .unknownAccount, at: entry.place, ["name": entry.name, "suggestion": suggestion.joined(separator: ", ")])
      }
    }
    return collector.hasErrors ? nil : (values, known)
  }

  /// How many wrong accounts of one claim are listed.
  private static let findingLimit = 50

  /// The accounts that `name.*` stands for; nil when the name has another form.
  private func members(ofRest name: String) -> [Int]? {
    guard name.hasSuffix(".*") else { return nil }
    let members = policy.accounts.indices.filter { policy.accounts[$0].family == String(name.dropLast(2)) }
    return members.isEmpty ? nil : members
  }

  private func value(_ text: String, of account: Account) -> Int64? {
    let limit: Int64 = account.measure.isCount ? 100_000 : Fen.largest.count
    guard let value = try? DecimalText.scaled(text, decimals: account.measure.isCount ? 0 : 2) else { return nil }
    return (0...limit).contains(value) ? value : nil
  }

  func reportMissing(_ accounts: [Int], _ claim: Claim) {
    if claim.isEarlierPart, claim.accounts == nil {
      collector.report(.fieldMissing, at: claim.place, ["field": "accounts_before"])
      return
    }
    let names = accounts.map { policy.accounts[$0].name }.joined(separator: ", ")
    collector.report(.accountsMissing, at: claim.place, ["missing": names])
  }
}
