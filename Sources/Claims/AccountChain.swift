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
    let region: RegionCode
    let number: String
  }

  private struct Ledger {
    var lastDay: CivilDate
    /// By name of the account.
    var balances: [String: Balance] = [:]
    /// Accounts without a balance hold nothing; false when the first claim told only some.
    var isComplete = true
  }

  private struct Balance {
    var value: Int64
    /// The first day of the period it belongs to.
    var start: CivilDate
  }

  /// What the accounts hold before a claim, and which of them are known; nil when a finding was reported.
  ///
  /// A person's first claim may bring opening balances; without them the stream holds everything from the beginning.
  func state(
    before claim: Claim, _ facts: Facts, plan: CompiledPlan, rules: CompiledPolicy, _ collector: FindingCollector
  )
    -> (values: [Int64], known: [Int])?
  {
    guard let number = claim.person else {
      collector.report(.personNeeded, at: claim.place)
      return nil
    }
    let builder = AccountsBuilder(policy: rules, collector: collector)
    guard let ledger = persons[Person(region: rules.policy.region, number: number)] else {
      if claim.accounts != nil { return builder.state(of: claim, facts, for: plan) }
      return ([Int64](repeating: 0, count: rules.accounts.count), Array(rules.accounts.indices))
    }
    if let given = claim.accounts {
      collector.report(.accountsCarried, at: given.first?.place ?? claim.place)
    }
    if claim.settledOn < ledger.lastDay {
      collector.report(
        .claimsOutOfOrder, at: claim.place, ["day": "\(claim.settledOn)", "before": "\(ledger.lastDay)"])
    }
    if collector.hasErrors { return nil }
    let calendar = AccountCalendar(benefitYear: rules.policy.benefitYear.start)
    var values = [Int64](repeating: 0, count: rules.accounts.count)
    var known: Set<Int> = []
    for (index, account) in rules.accounts.enumerated() {
      if let balance = ledger.balances[account.name] {
        known.insert(index)
        if calendar.isOpen(account.period, startedOn: balance.start, on: claim.settledOn) {
          values[index] = balance.value
        }
      } else if ledger.isComplete {
        known.insert(index)
      }
    }
    let missing = plan.accountsNeeded(by: facts).filter { !known.contains($0) }
    if !missing.isEmpty {
      builder.reportMissing(missing, claim)
      return nil
    }
    return (values, known.sorted())
  }

  /// Takes over what a settled claim left.
  mutating func carry(_ settled: SettledClaim, _ facts: Facts) {
    guard let number = settled.claim.person else { return }
    let rules = settled.rules.compiled
    let person = Person(region: rules.policy.region, number: number)
    let day = settled.claim.settledOn
    let calendar = AccountCalendar(benefitYear: rules.policy.benefitYear.start)
    var ledger = persons[person] ?? Ledger(lastDay: day)
    ledger.lastDay = day
    ledger.isComplete = ledger.isComplete && settled.accounts.count == rules.accounts.count
    let used = Set(settled.plan.accountsNeeded(by: facts).map { rules.accounts[$0].name })
    for (account, value) in settled.accounts {
      var start = calendar.start(of: account.period, on: day)
      if case .cycle = account.period {
        // A cycle begins with the first claim that uses it and not with the calendar.
        let before = ledger.balances[account.name]
        if let before, calendar.isOpen(account.period, startedOn: before.start, on: day) {
          start = before.start
        } else if !used.contains(account.name), value == 0 {
          continue
        }
      }
      ledger.balances[account.name] = Balance(value: value, start: start)
    }
    persons[person] = ledger
  }
}

/// When the periods of accounts begin and end.
struct AccountCalendar {
  private let year: BenefitYear

  /// - Parameter benefitYear: first day of the benefit year, `MM-DD`.
  init(benefitYear: String) { year = BenefitYear(benefitYear) }

  /// The first day of the period that a day lies in; of a cycle the day itself.
  func start(of period: Period, on day: CivilDate) -> CivilDate {
    let parts = day.components
    switch period {
    case .settlement, .day, .cycle: return day
    case .month: return CivilDate(year: parts.year, month: parts.month, day: 1) ?? day
    case .quarter: return CivilDate(year: parts.year, month: (parts.month - 1) / 3 * 3 + 1, day: 1) ?? day
    case .year: return year.start(of: day)
    }
  }

  /// Whether a period that began on a day still runs. A merged unit has no end of its own: claims say what goes on.
  func isOpen(_ period: Period, startedOn start: CivilDate, on day: CivilDate) -> Bool {
    switch period {
    case .settlement: true
    case .cycle(let days): day.dayNumber < start.dayNumber + Int32(clamping: days)
    default: self.start(of: period, on: day) == start
    }
  }
}
