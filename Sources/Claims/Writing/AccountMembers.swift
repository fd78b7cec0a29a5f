import Findings
import PolicyModel
import Settlement
import Values

/// The `accounts` of a claim that is written.
struct AccountMembers {
  let policy: CompiledPolicy
  let facts: Facts
  /// The plan that applies; nil when none does.
  let plan: CompiledPlan?

  /// An object with every account that the plan asks for; an empty one while they hold nothing.
  func json(_ given: [String: Int64], ordinal: Int?) throws(UnwritableClaim) -> String {
    var values: [Int: Int64] = [:]
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      guard let index = policy.account(named: name) else { throw .account(name) }
      values[index] = value
    }
    for counter in counters where ordinal ?? 0 > 0 && given[policy.accounts[counter].name] == nil {
      values[counter] = Int64((ordinal ?? 1) - (facts.continuesUnit ? 0 : 1))
    }
    for (index, value) in values.sorted(by: { $0.key < $1.key }) {
      let limit: Int64 = policy.accounts[index].measure.isCount ? 100_000 : Fen.largest.count
      guard (0...limit).contains(value) else { throw .account(policy.accounts[index].name) }
    }
    // What goes on with a unit has to tell the unit's accounts.
    if values.values.allSatisfy({ $0 == 0 }), !facts.continuesUnit { return "{}" }
    let listed = Set(values.keys).union(plan?.accountsNeeded(by: facts) ?? []).sorted()
    return JSONText.object(
      listed.map { index in
        let account = policy.accounts[index]
        return (account.name, AccountList.text(values[index] ?? 0, of: account))
      })
  }

  /// The accounts that count the stays or visits that this one is counted with.
  private var counters: [Int] {
    guard let counting = plan?.occurrences else { return [] }
    let change = (try? policy.change(for: facts)) ?? nil
    let level = change?.treatedAsLevel?.value ?? facts[.hospitalLevel]
    let byLevel = [counting.byParentLevel, counting.byFinestClass].map { $0.indices.contains(level) ? $0[level] : -1 }
    return ([counting.all] + byLevel).filter { $0 >= 0 }
  }
}
