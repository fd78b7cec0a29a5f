import PolicyModel
import Settlement
import Values

/// What one person's settlements left: accounts, merged units, and the settlements themselves for refunds.
struct Ledger {
  private(set) var lastDay: CivilDate
  /// By name of the account.
  private var logs: [String: AccountLog] = [:]
  /// Merged units, by the claim that a further one may go on from.
  private var units: [String: UnitLog] = [:]
  /// By claim id.
  private var settlements: [String: Record] = [:]
  /// How many were settled, and the numbers of those that were refunded.
  private var count = 0
  private var refunded: Set<Int> = []
  /// The person's first claim brought opening balances, so that there was something before.
  private let hasOpening: Bool

  struct Record {
    let number: Int
    let settled: SettledClaim
  }

  init(_ day: CivilDate, hasOpening: Bool) {
    lastDay = day
    self.hasOpening = hasOpening
  }

  func record(of claim: String) -> Record? { settlements[claim] }

  func isRefunded(_ record: Record) -> Bool { refunded.contains(record.number) }

  /// Whether nothing was settled after it that still stands.
  func isLast(_ record: Record) -> Bool {
    (record.number..<count).allSatisfy { refunded.contains($0 + 1) }
  }

  /// What an account holds on a day; nil when the ledger does not keep it.
  func balance(of account: Account, on day: CivilDate, _ calendar: AccountCalendar) -> Int64? {
    guard let log = logs[account.name], log.account == account else { return nil }
    return log.balance(on: day, calendar)
  }

  /// What the accounts of the unit hold that ends with a claim, by name; nil when no unit does.
  func unit(endingWith claim: String) -> [String: Int64]? { units[claim]?.balances }

  /// Takes over what a settled claim left.
  mutating func carry(_ settled: SettledClaim) {
    count += 1
    lastDay = settled.claim.knownOn
    for part in settled.parts { addAccounts(of: part) }
    if settled.plan.plan.merging != nil { addUnit(of: settled) }
    if let id = settled.claim.id { settlements[id] = Record(number: count, settled: settled) }
  }

  private mutating func addAccounts(of part: SettledClaim) {
    let day = part.claim.settledOn
    let calendar = part.calendar
    let used = Set(part.plan.accountsNeeded(by: part.facts).map { part.rules.compiled.accounts[$0] })
    for (account, before, after, added) in part.accountChanges where account.period != .settlement {
      let start = calendar.start(of: account.period, on: day)
      if logs[account.name]?.account != account {
        let isFirst = count == 1 && !hasOpening
        var fresh = AccountLog(account, since: isFirst ? nil : start)
        fresh.add(before, by: nil, on: start, isUsed: false)
        logs[account.name] = fresh
      }
      logs[account.name]?.add(added ?? after - before, by: count, on: start, isUsed: used.contains(account))
    }
  }

  private mutating func addUnit(of settled: SettledClaim) {
    let earlier = settled.claim.sameUnit?.claimID
    var unit = earlier.flatMap { units[$0] } ?? UnitLog()
    if let earlier { units[earlier] = nil }
    unit.add(settled, number: count)
    if let id = settled.claim.id { units[id] = unit }
  }

  /// Takes a settlement out, as if it had never been; what the others left stays as they left it.
  mutating func refund(_ claim: String, on day: CivilDate) {
    guard let record = settlements[claim], refunded.insert(record.number).inserted else { return }
    lastDay = day
    let heir = leaveUnit(record.number)
    for (name, log) in logs {
      // A unit that goes on still counts once: with the first of its visits that stand.
      if log.account.measure == .occurrences, let heir {
        logs[name]?.reassign(record.number, to: heir)
      } else {
        logs[name]?.remove(record.number)
      }
    }
  }

  /// Takes a visit out of its merged unit; the number of the visit that then begins the unit, if that was the first one.
  private mutating func leaveUnit(_ number: Int) -> Int? {
    guard let (last, unit) = units.first(where: { $0.value.contains(number) }) else { return nil }
    var rest = unit
    rest.remove(number)
    units[last] = nil
    if let id = rest.lastClaim { units[id] = rest }
    return unit.firstNumber == number ? rest.firstNumber : nil
  }
}

/// What the visits of a merged unit added to its accounts.
private struct UnitLog {
  private var members: [Member] = []

  private struct Member {
    /// Nil for an opening balance.
    let number: Int?
    let claim: String?
    let amounts: [String: Int64]
    /// Accounts that keep the highest amount.
    let highest: Set<String>
  }

  var lastClaim: String? { members.last?.claim }

  /// The number of its first visit in the series.
  var firstNumber: Int? { members.first?.number }

  func contains(_ number: Int) -> Bool { members.contains { $0.number == number } }

  mutating func remove(_ number: Int) { members.removeAll { $0.number == number } }

  mutating func add(_ settled: SettledClaim, number: Int) {
    let continues = settled.claim.sameUnit != nil
    let changes = settled.accountChanges.filter { $0.account.period == .settlement }
    let highest = Set(changes.filter { $0.account.measure == .standard }.map(\.account.name))
    func amounts(_ value: (Int64, Int64, Int64?) -> Int64) -> [String: Int64] {
      Dictionary(
        changes.map { ($0.account.name, value($0.before, $0.after, $0.added)) },
        uniquingKeysWith: { first, _ in first })
    }
    if continues, members.isEmpty {
      let claim = settled.claim.sameUnit?.claimID
      members.append(Member(number: nil, claim: claim, amounts: amounts { before, _, _ in before }, highest: highest))
    }
    let own = amounts { before, after, added in added ?? (continues ? after - before : after) }
    members.append(Member(number: number, claim: settled.claim.id, amounts: own, highest: highest))
  }

  var balances: [String: Int64] {
    members.reduce(into: [:]) { sums, member in
      for (name, amount) in member.amounts {
        let before = sums[name] ?? 0
        sums[name] = member.highest.contains(name) ? max(before, amount) : before + amount
      }
    }
  }
}
