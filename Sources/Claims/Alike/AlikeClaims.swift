import Findings
import PolicyModel
import Settlement
import Values

/// Settles claims line by line; what claims have in common that are alike is worked out once.
///
/// The answers are those of ``ClaimSettler`` and ``SettlementWriter``, byte for byte. One value serves one thread.
package struct AlikeClaims<Source: RuleSource>: ~Copyable {
  let settler: ClaimSettler<Source>
  private let language: Language
  /// What accounts hold by earlier claims; nil when each claim brings its own.
  var chain: AccountChain?
  private(set) var line = CutLine()
  private var patterns: PatternMemory
  var output = ByteWriter()
  var outcome = FlatOutcome()
  /// What the accounts of the claim at hand hold.
  var accounts: UnsafeMutableBufferPointer<Int64>
  /// Indices of the accounts that the last claim of a series knows.
  var accountsInUse: [Int] = []
  /// The benefit year of the last claim, in which the next one most likely lies as well.
  private var year = (start: Int32.max, end: Int32.min, of: ClaimPattern?.none)
  /// How many claims were settled by what they have in common with others.
  package private(set) var countOfAlike = 0

  /// - Parameters:
  ///   - carryingAccounts: whether each person's claims come in the order of time and carry their accounts on.
  ///   - mostPatterns: how many patterns are kept, some 6 kB each.
  package init(
    _ settler: ClaimSettler<Source>, language: Language, carryingAccounts: Bool = false, mostPatterns: Int = 20_000
  ) {
    self.settler = settler
    self.language = language
    patterns = PatternMemory(limit: mostPatterns)
    chain = carryingAccounts ? AccountChain() : nil
    accounts = .allocate(capacity: 1)
  }

  deinit { accounts.deallocate() }

  /// Forgets what accounts hold: claims of other persons follow. Without accounts that are carried it does nothing.
  package mutating func beginAnew() {
    if chain != nil { chain = AccountChain() }
  }

  /// Appends the answer to a claim, with a line end.
  ///
  /// - Parameters:
  ///   - bytes: the claim's line without its end.
  ///   - number: its number in its file, for error records.
  /// - Returns: whether it was settled.
  package mutating func settle(_ bytes: UnsafeBufferPointer<UInt8>, number: Int, into answers: inout [UInt8]) -> Bool {
    output.removeAll()
    if writeAlike(bytes) {
      countOfAlike += 1
      answers.append(contentsOf: output.bytes)
      return true
    }
    let result = settleAlone(bytes, number)
    let writer = SettlementWriter(catalogue: settler.source.catalogue, language: language)
    answers.append(contentsOf: writer.line(for: result, number: number).utf8)
    answers.append(0x0A)
    return result.isSettled
  }

  /// What a claim comes to, without an answer in writing.
  package mutating func result(of bytes: UnsafeBufferPointer<UInt8>, number: Int) -> ClaimResult {
    guard let settled = settledAlike(bytes) else { return settleAlone(bytes, number) }
    countOfAlike += 1
    return .settled(settled)
  }

  private mutating func settleAlone(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int) -> ClaimResult {
    settler.settle(json: SourceFile(path: "claim", bytes: Array(bytes)), line: number, chain: &chain)
  }

  /// Whether the claim is like an earlier one, or the first of its kind; then its answer is written.
  private mutating func writeAlike(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let (values, pattern) = pattern(for: bytes) else { return false }
    return chain == nil ? write(bytes, values, by: pattern) : writeNext(bytes, values, by: pattern)
  }

  private mutating func settledAlike(_ bytes: UnsafeBufferPointer<UInt8>) -> SettledClaim? {
    guard let (values, pattern) = pattern(for: bytes) else { return nil }
    if chain != nil { return settledNext(bytes, values, by: pattern) }
    guard readAccounts(bytes, values, pattern) else { return nil }
    var task = pattern.task
    values.tell(&task.facts)
    values.tell(&task.claim, bytes, line)
    task.accounts = Array(accounts[..<pattern.accountCount])
    return try? task.settled()
  }

  /// The pattern that a claim has, known or made from it; nil where it is settled in the general way.
  private mutating func pattern(for bytes: UnsafeBufferPointer<UInt8>) -> (CutValues, ClaimPattern)? {
    guard line.cut(bytes), let values = CutValues(line, bytes) else { return nil }
    // A claim of a series that brings balances tells what earlier ones did not.
    if chain != nil, values.firstAccount >= 0 { return nil }
    guard let pattern = known(bytes, values) ?? made(bytes), isInOneYear(values, pattern),
      isOfNoNamedInstitution(bytes, values, pattern)
    else { return nil }
    return (values, pattern)
  }

  private mutating func known(_ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues) -> ClaimPattern? {
    var next = patterns.first(line.hash)
    while let candidate = next {
      if fits(candidate.pattern, bytes, values) {
        patterns.countUse()
        return candidate.pattern
      }
      next = patterns.next(behind: candidate)
    }
    return nil
  }

  private mutating func made(_ bytes: UnsafeBufferPointer<UInt8>) -> ClaimPattern? {
    guard patterns.makesRoom(), let made = settler.pattern(of: bytes, cut: line, isOfSeries: chain != nil) else {
      return nil
    }
    patterns.keep(made, line.hash)
    if made.accountCount > accounts.count {
      accounts.deallocate()
      accounts = .allocate(capacity: made.accountCount)
    }
    return made
  }

  private func fits(_ pattern: ClaimPattern, _ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues) -> Bool {
    guard let day = values.settledOn, pattern.days.contains(day), pattern.matches(line, bytes) else { return false }
    return values.birthday == nil || values.age(on: pattern.policy.policy.factsAsOf, pattern.year) == pattern.age
  }

  private func isOfNoNamedInstitution(
    _ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues, _ pattern: ClaimPattern
  ) -> Bool {
    pattern.institutions.isEmpty || values.institution.isEmpty
      || !pattern.institutions.contains(Array(bytes[values.institution]))
  }

  /// A stay over two years is settled in the general way.
  private mutating func isInOneYear(_ values: CutValues, _ pattern: ClaimPattern) -> Bool {
    guard let began = values.began, let ended = values.ended else { return true }
    if year.of === pattern, began.dayNumber >= year.start, ended.dayNumber <= year.end { return true }
    let start = pattern.year.start(of: began)
    // No year has more days.
    let next = pattern.year.start(of: start.advanced(by: 366))
    year = (start.dayNumber, next.dayNumber - 1, pattern)
    return ended < next
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues, by pattern: ClaimPattern)
    -> Bool
  {
    guard readAccounts(bytes, values, pattern), evaluate(values, pattern), let start = accounts.baseAddress
    else { return false }
    outcome.rest(on: pattern.basis)
    pattern.answers[0].answer.write(outcome, values, of: bytes, accounts: start, to: &output)
    return true
  }

  private mutating func readAccounts(_ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues, _ pattern: ClaimPattern)
    -> Bool
  {
    for account in 0..<pattern.accountCount { accounts[account] = 0 }
    let cuts = pattern.accountCuts
    for number in cuts.indices {
      let cut = line.cuts[values.firstAccount + number]
      let text = UnsafeBufferPointer(rebasing: bytes[cut.range])
      switch cuts[number] {
      case .amount(let account):
        guard let amount = CutText.amount(text) else { return false }
        accounts[account] = amount
      case .count(let account):
        guard let count = CutText.count(text) else { return false }
        accounts[account] = count
      case .rest: guard CutText.amount(text) == 0 else { return false }
      }
    }
    return true
  }

  /// What the claim comes to, with its accounts in place; false when that is nothing.
  private mutating func evaluate(_ values: CutValues, _ pattern: ClaimPattern) -> Bool {
    let amounts = FlatAmounts(total: values.total, firstSelfPay: values.firstSelfPay, inScope: values.inScope)
    if let start = accounts.baseAddress,
      pattern.flat?.settle(amounts, accounts: start, into: &outcome) ?? false
    {
      return true
    }
    var facts = pattern.task.facts
    values.tell(&facts)
    let policy = pattern.policy
    var after = Array(accounts[..<pattern.accountCount])
    guard let (general, basis) = try? policy.settle(facts, accounts: &after) else { return false }
    for account in after.indices { accounts[account] = after[account] }
    outcome = FlatOutcome(general, basis)
    return true
  }
}
