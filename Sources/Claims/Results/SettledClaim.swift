import Findings
import PolicyModel
import Settlement
import Standing
import Values

/// A settled claim: what each fund and the person pay, under which rules.
package struct SettledClaim {
  /// The claim; of a stay that was split, its later part.
  package let claim: Claim
  package let rules: RulesInForce
  package let outcome: Outcome
  package let facts: Facts
  /// The standing that applied: a value, or a class that refines one.
  package let standing: String
  /// How the standing came about, and what it rests on.
  package let decision: StandingDecision
  /// What the accounts of the plan hold after the claim, in the plan's order.
  package let accounts: [(account: Account, value: Int64)]
  /// What they held before it.
  package let accountsBefore: [Int64]
  package var basis: Basis
  /// Empty unless an explanation was asked for.
  package let steps: [Step]
  /// Indices of the clauses of all figures used; empty unless an explanation was asked for.
  package let cited: Set<Int32>
  /// Nobody says how a stay over two years is settled; it was settled whole.
  package var isAssumedWhole = false
  /// The part of the year before, of a stay that was split by days.
  package var earlierPart: [SettledClaim] = []

  /// The parts of a split stay in the order of time; otherwise itself.
  package var parts: [SettledClaim] { earlierPart + [self] }

  package var plan: CompiledPlan { rules.compiled.plans[outcome.plan] }

  /// The same, resting on the assumption that the stay is settled whole.
  var withAssumedWhole: SettledClaim {
    var result = self
    result.isAssumedWhole = true
    result.basis = .assumed
    return result
  }

  /// The fixed value of a named dimension that it was settled with.
  func value(of dimension: Dimension) -> String {
    let space = rules.compiled.space
    return space.fixedValue(of: space.values(of: dimension)[facts[dimension]], in: dimension)
  }

  /// What all funds pay, for all parts.
  package var fundTotal: Fen { Fen(parts.reduce(0) { $0 + $1.outcome.fundTotal.count }) }

  /// The accounts as they are written.
  package var accountList: AccountList { AccountList(accounts, of: rules.compiled.accounts) }

  /// The accounts as a claim of a later day finds them: what belongs to an ended period is nothing. Where a cycle began is
  /// not known here, so cycles go on.
  package func accountList(on day: CivilDate) -> AccountList {
    let values = accounts.map { account, value in
      let start = calendar.start(of: account.period, on: claim.settledOn)
      let isOpen = account.isCycle || calendar.isOpen(account.period, startedOn: start, on: day)
      return (account: account, value: isOpen ? value : 0)
    }
    return AccountList(values, of: rules.compiled.accounts)
  }

  var calendar: AccountCalendar { AccountCalendar(benefitYear: rules.compiled.policy.benefitYear.start) }

  /// What the claim did to each account; `added` is its own amount where the account keeps the highest.
  var accountChanges: [(account: Account, before: Int64, after: Int64, added: Int64?)] {
    zip(accounts, accountsBefore).map { item, before in
      let own = outcome.highestStandards.filter { rules.compiled.accounts[$0.account] == item.account }
      let isHighest = item.account.measure == .standard
      return (item.account, before, item.value, isHighest ? own.map(\.amount).max() ?? 0 : nil)
    }
  }
}

/// Compiled rules with what identifies them in results.
package struct RulesInForce: Sendable {
  package let compiled: CompiledPolicy
  private let fingerprint: Lazy<String>

  /// SHA-256 of the files the rules were resolved from, in hexadecimal.
  package var digest: String { fingerprint.value }

  /// - Parameter digest: worked out the first time it is asked for.
  package init(compiled: CompiledPolicy, digest: @autoclosure @escaping @Sendable () -> String) {
    self.compiled = compiled
    fingerprint = Lazy(digest)
  }
}

/// What a look-up of a region's rules for a day gives.
package enum RuleLookup: Sendable {
  case found(RulesInForce)
  case unknownRegion
  /// Versions that exist, for the message.
  case notInForce(versions: String)
  case draft
  case faulty
}

/// Where rules come from.
package protocol RuleSource: Sendable {
  var catalogue: Catalogue { get }
  func rules(of region: RegionCode, on day: CivilDate) -> RuleLookup
  /// Days around a day on which the look-up gives the same; nil when that is not known.
  func daysOfSameRules(_ region: RegionCode, on day: CivilDate) -> DateInterval?
}

extension RuleSource {
  package func daysOfSameRules(_ region: RegionCode, on day: CivilDate) -> DateInterval? { nil }
}
