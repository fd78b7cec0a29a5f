import PolicyModel
import Settlement
import Values

/// What one person's settlements left: accounts, merged units, and the settlements themselves for refunds.
struct Ledger {
  private(set) var lastDay: CivilDate
  /// By name of the account.
  private var logs: [String: AccountLog] = [:]
  /// Of accounts that rules kept before others gave their names another meaning.
  private var formerLogs: [AccountLog] = []
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
    return log.balance(in: calendar.start(of: account.period, on: day))
  }

  /// What settlements that stand left in an account, which later rules may no longer keep; nil when nobody told.
  func balanceLeft(in account: Account, on day: CivilDate, _ calendar: AccountCalendar) -> Int64? {
    let start = calendar.start(of: account.period, on: day)
    return ([logs[account.name]].compactMap(\.self) + formerLogs.reversed()).filter { $0.account == account }
      .lazy.compactMap { $0.balance(in: start) }.first
  }

  /// What the accounts of the unit hold that ends with a claim, by name; nil when no unit does.
  func unit(endingWith claim: String) -> [String: Int64]? { units[claim]?.balances }

  /// Takes over what a settled claim left.
  mutating func carry(_ settled: SettledClaim) {
    // What an account held that was not kept before is known of periods that begin after the last claim; of those that
    // hold earlier days claims tell. The first claim of a series without balances says that there was nothing.
    let lastUnknown = count > 0 || hasOpening ? lastDay : nil
    count += 1
    lastDay = settled.claim.knownOn
    for part in settled.parts { addAccounts(of: part, since: lastUnknown) }
    if settled.plan.plan.merging != nil { addUnit(of: settled) }
    if let id = settled.claim.id { settlements[id] = Record(number: count, settled: settled) }
  }

  private mutating func addAccounts(of part: SettledClaim, since lastUnknown: CivilDate?) {
    let calendar = part.calendar
    let changes = part.accountChanges.filter { $0.account.period != .settlement }
    let begins = cycles(begunBy: part, among: changes.map(\.account))
    for (account, before, after, added) in changes {
      let start = calendar.start(of: account.period, on: part.claim.settledOn)
      if logs[account.name]?.account != account {
        if let former = logs[account.name] { formerLogs.append(former) }
        // A cycle may have begun before and still be open, so that days after the last claim do not tell it is known.
        let since = account.isCycle ? lastUnknown.map { _ in lastDay } : lastUnknown
        logs[account.name] = AccountLog(account, since: since)
      }
      logs[account.name]?.learn(before, in: start)
      logs[account.name]?.add(added ?? after - before, by: count, in: start, isUsed: begins.contains(account))
    }
  }

  /// The accounts with cycles that a claim uses: it may begin one without adding anything.
  private func cycles(begunBy part: SettledClaim, among accounts: [Account]) -> Set<Account> {
    let cycles = accounts.filter(\.isCycle)
    if cycles.isEmpty { return [] }
    let used = part.plan.accountsNeeded(by: part.facts).map { part.rules.compiled.accounts[$0] }
    return Set(cycles).intersection(used)
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
    for index in formerLogs.indices { formerLogs[index].remove(record.number) }
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
