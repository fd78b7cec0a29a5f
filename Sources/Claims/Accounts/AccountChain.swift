import Findings
import PolicyModel
import Settlement
import Values

/// Carries what each person's accounts hold from claim to claim, in the order of time, and starts them anew when their
/// period ends.
package struct AccountChain {
  private var persons: [Person: Ledger] = [:]

  package init() {}

  private struct Person: Hashable {
    /// The pooling region.
    let home: RegionCode
    let number: String
  }

  /// What is on record of a person.
  func ledger(of person: String, in home: RegionCode) -> Ledger? { persons[Person(home: home, number: person)] }

  /// Whether a claim can come next; reports why not.
  func accepts(_ claim: Claim, in home: RegionCode, _ collector: FindingCollector) -> Bool {
    guard let number = claim.person else {
      collector.report(.personNeeded, at: claim.place)
      return false
    }
    guard let ledger = ledger(of: number, in: home) else { return true }
    if claim.knownOn < ledger.lastDay {
      collector.report(.claimsOutOfOrder, at: claim.place, ["day": "\(claim.knownOn)", "before": "\(ledger.lastDay)"])
      return false
    }
    if let id = claim.id, let record = ledger.record(of: id), !ledger.isRefunded(record) {
      collector.report(.claimTwice, at: claim.place, ["id": id])
      return false
    }
    return true
  }

  /// What the accounts hold before a claim, and which of them are known; nil when a finding was reported.
  ///
  /// A person's first claim may bring opening balances; without them the stream holds everything from the beginning.
  /// Later claims bring only accounts that earlier rules did not keep, and those of years that nobody told of.
  func state(
    before claim: Claim, _ facts: Facts, in home: RegionCode, _ plan: CompiledPlan, _ rules: CompiledPolicy,
    _ collector: FindingCollector
  ) -> (values: [Int64], known: [Int])? {
    let builder = AccountsBuilder(policy: rules, collector: collector)
    guard let ledger = claim.person.flatMap({ ledger(of: $0, in: home) }) else {
      if claim.bringsBalances { return builder.state(of: claim, facts, for: plan) }
      if let unit = claim.sameUnit { reportUnknownUnit(unit, collector) }
      return collector.hasErrors
        ? nil : ([Int64](repeating: 0, count: rules.accounts.count), Array(rules.accounts.indices))
    }
    var state = carried(ledger, to: claim.settledOn, rules)
    if let given = claim.accounts { takeOver(given, claim, builder, plan, &state, collector) }
    if let unit = claim.sameUnit { takeOver(unit, ledger, rules, &state, collector) }
    if collector.hasErrors { return nil }
    let missing = plan.accountsNeeded(by: facts).filter { !state.known.contains($0) }
    if missing.isEmpty { return (state.values, state.known.union(plan.unitAccounts).sorted()) }
    builder.reportMissing(missing, claim)
    return nil
  }

  private typealias State = (values: [Int64], known: Set<Int>)

  /// What the ledger says about the accounts of the rules on a day. An account that the rules before did not keep, or
  /// kept for something else, is known once a new period has begun.
  private func carried(_ ledger: Ledger, to day: CivilDate, _ rules: CompiledPolicy) -> State {
    let calendar = AccountCalendar(benefitYear: rules.policy.benefitYear.start)
    var state: State = ([Int64](repeating: 0, count: rules.accounts.count), [])
    for (index, account) in rules.accounts.enumerated() {
      if let balance = ledger.balance(of: account, on: day, calendar) {
        state.known.insert(index)
        state.values[index] = balance
      } else if calendar.hasBegunAnew(account.period, since: ledger.lastDay, on: day) {
        state.known.insert(index)
      }
    }
    return state
  }

  /// Accounts that a later claim brings, as long as the ledger does not have them. An empty list says of all that they
  /// hold nothing, which it can where none is known.
  private func takeOver(
    _ entries: [Claim.AccountEntry], _ claim: Claim, _ builder: AccountsBuilder, _ plan: CompiledPlan,
    _ state: inout State,
    _ collector: FindingCollector
  ) {
    guard var given = builder.read(entries, plan.allAccounts) else { return }
    if entries.isEmpty { given.known = Set(given.values.indices) }
    if given.known.isEmpty || !given.known.isDisjoint(with: state.known) {
      collector.report(.accountsCarried, at: entries.first?.place ?? claim.place)
    }
    for index in given.known { state.values[index] = given.values[index] }
    state.known.formUnion(given.known)
  }

  /// The accounts of the unit that a claim goes on with.
  private func takeOver(
    _ unit: Claim.EarlierVisit, _ ledger: Ledger, _ rules: CompiledPolicy, _ state: inout State,
    _ collector: FindingCollector
  ) {
    guard let held = unit.claimID.flatMap({ ledger.unit(endingWith: $0) }) else {
      reportUnknownUnit(unit, collector)
      return
    }
    for (name, value) in held {
      guard let index = rules.account(named: name) else { continue }
      state.values[index] = value
      state.known.insert(index)
    }
  }

  private func reportUnknownUnit(_ unit: Claim.EarlierVisit, _ collector: FindingCollector) {
    let id = unit.claimID ?? "—"
    collector.report(
      .unitTooFar, at: unit.place,
      ["reason": "no claim \(id) of the person went before", "reason_zh": "前面没有该人的请求 \(id)"])
  }

  /// Takes over what a settled claim left.
  mutating func carry(_ settled: SettledClaim, in home: RegionCode) {
    guard let number = settled.claim.person else { return }
    let fresh = Ledger(settled.claim.knownOn, hasOpening: settled.claim.bringsBalances)
    persons[Person(home: home, number: number), default: fresh].carry(settled)
  }

  /// Takes a settlement out again.
  mutating func refund(_ claim: String, of person: String, in home: RegionCode, on day: CivilDate) {
    persons[Person(home: home, number: person)]?.refund(claim, on: day)
  }
}
