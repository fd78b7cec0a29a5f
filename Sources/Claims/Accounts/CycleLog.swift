import Settlement
import Values

/// What claims added to an account whose periods are cycles: each begins with the first claim that uses it.
struct CycleLog {
  private let measure: Account.Measure
  private let days: Int
  /// What claims told of the last day on which it was not known.
  private var opening: Entry?
  /// In the order of their days.
  private var entries: [Entry] = []
  /// The cycle of the last entry: kept, since it is asked for with every claim.
  private var latest: Cycle?

  private struct Entry {
    /// Number of the claim; nil for an opening balance.
    let claim: Int?
    let day: CivilDate
    let amount: Int64
  }

  private struct Cycle {
    let start: CivilDate
    var balance: Int64
  }

  init(_ measure: Account.Measure, days: Int) {
    self.measure = measure
    self.days = days
  }

  func isTold(on day: CivilDate) -> Bool { opening?.day == day }

  /// The last day that was told says what days before it came to as well.
  mutating func open(with balance: Int64, on day: CivilDate) {
    if let opening, opening.day > day { return }
    opening = Entry(claim: nil, day: day, amount: balance)
    refold()
  }

  mutating func add(_ amount: Int64, by claim: Int, on day: CivilDate) {
    let entry = Entry(claim: claim, day: day, amount: amount)
    entries.append(entry)
    latest = following(latest, entry)
  }

  mutating func remove(_ claim: Int) {
    guard entries.contains(where: { $0.claim == claim }) else { return }
    entries.removeAll { $0.claim == claim }
    refold()
  }

  mutating func reassign(_ claim: Int, to other: Int) {
    entries = entries.map { $0.claim == claim ? Entry(claim: other, day: $0.day, amount: $0.amount) : $0 }
  }

  /// What the cycle holds that a day lies in, or the one in its place that a later claim begins; nothing without either.
  func balance(on day: CivilDate) -> Int64 {
    if let latest, latest.start <= day { return holds(latest, day) ? latest.balance : 0 }
    let own = Cycle(start: day, balance: 0)
    return cycles.first { holds($0, day) && holds(own, $0.start) }?.balance ?? 0
  }

  private var cycles: [Cycle] {
    // An opening balance of nothing begins no cycle.
    let all = (opening.map { $0.amount == 0 ? [] : [$0] } ?? []) + entries
    return all.reduce(into: []) { cycles, entry in
      let cycle = following(cycles.last, entry)
      if cycles.last?.start == cycle.start { cycles.removeLast() }
      cycles.append(cycle)
    }
  }

  private mutating func refold() { latest = cycles.last }

  /// The cycle that an entry belongs to, after it.
  private func following(_ cycle: Cycle?, _ entry: Entry) -> Cycle {
    guard var cycle, holds(cycle, entry.day) else { return Cycle(start: entry.day, balance: entry.amount) }
    cycle.balance = measure.combined(cycle.balance, entry.amount)
    return cycle
  }

  private func holds(_ cycle: Cycle, _ day: CivilDate) -> Bool {
    AccountCalendar.isCycle(of: days, begunOn: cycle.start, openOn: day)
  }
}
