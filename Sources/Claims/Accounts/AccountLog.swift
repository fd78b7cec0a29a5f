import PolicyModel
import Settlement
import Values

/// What claims added to one account of a person, so that a refunded one can be taken out again.
struct AccountLog {
  let account: Account
  /// Everything is known of periods that begin after this day; nil when of all. Of earlier ones only what claims told.
  private let since: CivilDate?
  /// By first day; empty for cycles, which begin with the claims and not with the calendar.
  private var periods: [CivilDate: PeriodLog] = [:]
  private var cycles: CycleLog?

  init(_ account: Account, since: CivilDate?) {
    self.account = account
    self.since = since
    if case .cycle(let days) = account.period { cycles = CycleLog(account.measure, days: days) }
  }

  /// Whether it knows the content in the period that begins on a day; cycles are asked for the day itself.
  private func knows(_ start: CivilDate) -> Bool {
    guard let since, start <= since else { return true }
    return cycles.map { $0.isTold(on: start) } ?? (periods[start]?.opening != nil)
  }

  /// Takes over what a claim found in the account, unless it is known already.
  mutating func learn(_ balance: Int64, in start: CivilDate) {
    if knows(start) { return }
    if cycles == nil {
      periods[start, default: PeriodLog(account.measure)].open(with: balance)
    } else {
      cycles?.open(with: balance, on: start)
    }
  }

  /// Notes what a claim added; nothing is worth noting, but where it begins a cycle.
  mutating func add(_ amount: Int64, by claim: Int, in start: CivilDate, isUsed: Bool) {
    if cycles == nil {
      if amount != 0 { periods[start, default: PeriodLog(account.measure)].add(amount, by: claim) }
    } else if amount != 0 || isUsed {
      cycles?.add(amount, by: claim, on: start)
    }
  }

  mutating func remove(_ claim: Int) {
    for start in periods.keys { periods[start]?.remove(claim) }
    cycles?.remove(claim)
  }

  /// Lets another claim stand for what a claim added.
  mutating func reassign(_ claim: Int, to other: Int) {
    for start in periods.keys { periods[start]?.reassign(claim, to: other) }
    cycles?.reassign(claim, to: other)
  }

  /// What the account holds in the period that begins on a day, of cycles in that which holds the day; nil when nobody
  /// told of that period.
  func balance(in start: CivilDate) -> Int64? {
    guard knows(start) else { return nil }
    if let cycles { return cycles.balance(on: start) }
    return periods[start]?.balance ?? 0
  }
}

extension Account {
  /// Its periods begin with the claims and not with the calendar.
  var isCycle: Bool { if case .cycle = period { true } else { false } }
}

extension Account.Measure {
  /// What two claims come to together: the sum, or the higher standard.
  func combined(_ first: Int64, _ second: Int64) -> Int64 { self == .standard ? max(first, second) : first + second }
}
