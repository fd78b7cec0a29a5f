import Settlement

/// What claims added to an account in one period of the calendar.
struct PeriodLog {
  private let measure: Account.Measure
  /// What the account held before the first claim that is noted; nil when nobody had to tell.
  private(set) var opening: Int64?
  /// By number of the claim; for the highest deductible its own.
  private var additions: [Int: Int64] = [:]
  /// What the account holds: kept, since it is asked for with every claim.
  private(set) var balance: Int64 = 0

  init(_ measure: Account.Measure) { self.measure = measure }

  mutating func open(with balance: Int64) {
    opening = balance
    self.balance = measure.combined(self.balance, balance)
  }

  mutating func add(_ amount: Int64, by claim: Int) {
    additions[claim] = additions[claim].map { measure.combined($0, amount) } ?? amount
    balance = measure.combined(balance, amount)
  }

  mutating func remove(_ claim: Int) {
    guard let amount = additions.removeValue(forKey: claim) else { return }
    // Of sums the rest is a subtraction, of the highest a new look at all that stand.
    balance = measure == .standard ? additions.values.reduce(opening ?? 0, max) : balance - amount
  }

  mutating func reassign(_ claim: Int, to other: Int) {
    guard let amount = additions[claim] else { return }
    remove(claim)
    add(amount, by: other)
  }
}
