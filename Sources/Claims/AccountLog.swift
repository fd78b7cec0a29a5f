import PolicyModel
import Settlement
import Values

/// What claims added to one account of a person, so that a refunded one can be taken out again.
struct AccountLog {
  let account: Account
  /// The first day of the first period it tells about; nil when it tells about all.
  private let since: CivilDate?
  private var entries: [Entry] = []

  private struct Entry {
    /// Number of the claim; nil for an opening balance.
    let claim: Int?
    /// The first day of the period it belongs to; for cycles its own day.
    let start: CivilDate
    /// What it adds; for the highest deductible its own.
    let amount: Int64
  }

  init(_ account: Account, since: CivilDate?) {
    self.account = account
    self.since = since
  }

  /// Notes what a claim added; nothing is worth noting where it begins a cycle.
  mutating func add(_ amount: Int64, by claim: Int?, on start: CivilDate, isUsed: Bool) {
    let isCycle = if case .cycle = account.period { true } else { false }
    if amount != 0 || (isCycle && isUsed) { entries.append(Entry(claim: claim, start: start, amount: amount)) }
  }

  mutating func remove(_ claim: Int) { entries.removeAll { $0.claim == claim } }

  /// Lets another claim stand for what a claim added.
  mutating func reassign(_ claim: Int, to other: Int) {
    entries = entries.map { $0.claim == claim ? Entry(claim: other, start: $0.start, amount: $0.amount) : $0 }
  }

  /// What the account holds in the period that a day lies in; nil when that period came before all it tells about.
  func balance(on day: CivilDate, _ calendar: AccountCalendar) -> Int64? {
    if let since, calendar.start(of: account.period, on: day) < since { return nil }

    if case .cycle = account.period {
      return cycleBalance(on: day, calendar)
    }
    let start = calendar.start(of: account.period, on: day)
    return entries.reduce(0) { $1.start == start ? combined($0, $1.amount) : $0 }
  }

  /// A cycle begins with the first claim that uses it, and not with the calendar.
  private func cycleBalance(on day: CivilDate, _ calendar: AccountCalendar) -> Int64 {
    var running: (start: CivilDate, value: Int64)?
    for entry in entries {
      if let cycle = running, calendar.isOpen(account.period, startedOn: cycle.start, on: entry.start) {
        running = (cycle.start, combined(cycle.value, entry.amount))
      } else {
        running = (entry.start, entry.amount)
      }
    }
    guard let cycle = running, calendar.isOpen(account.period, startedOn: cycle.start, on: day) else { return 0 }
    return cycle.value
  }

  private func combined(_ before: Int64, _ amount: Int64) -> Int64 {
    account.measure == .standard ? max(before, amount) : before + amount
  }
}
