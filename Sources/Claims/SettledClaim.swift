import Findings
import PolicyModel
import Settlement
import Values

/// A settled claim: what each fund and the person pay, under which rules.
package struct SettledClaim {
  package let claim: Claim
  package let rules: RulesInForce
  package let outcome: Outcome
  package let standing: String
  /// What the accounts of the plan hold after the claim, in the plan's order.
  package let accounts: [(account: Account, value: Int64)]
  package let basis: Basis
  /// Empty unless an explanation was asked for.
  package let steps: [Step]

  /// The accounts as they are written.
  package var accountList: AccountList { AccountList(accounts, of: rules.compiled.accounts) }

  /// The accounts as a claim of a later day finds them: what belongs to an ended period is nothing. Where a cycle began is
  /// not known here, so cycles go on.
  package func accountList(on day: CivilDate) -> AccountList {
    let calendar = AccountCalendar(benefitYear: rules.compiled.policy.benefitYear.start)
    let values = accounts.map { account, value in
      let start = calendar.start(of: account.period, on: claim.settledOn)
      let isCycle = if case .cycle = account.period { true } else { false }
      let isOpen = isCycle || calendar.isOpen(account.period, startedOn: start, on: day)
      return (account: account, value: isOpen ? value : 0)
    }
    return AccountList(values, of: rules.compiled.accounts)
  }

  package var plan: CompiledPlan { rules.compiled.plans[outcome.plan] }
}

/// Compiled rules with what identifies them in results.
package struct RulesInForce: Sendable {
  package let compiled: CompiledPolicy
  /// SHA-256 of the files the rules were resolved from, in hexadecimal.
  package let digest: String

  package init(compiled: CompiledPolicy, digest: String) {
    self.compiled = compiled
    self.digest = digest
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
}
