import Findings
import PolicyModel
import Settlement
import Values

extension AlikeClaims {
  /// Settles the next claim of a person in a series, notes what it leaves, and writes its answer.
  mutating func writeNext(_ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues, by pattern: ClaimPattern) -> Bool {
    guard let settled = settledNext(bytes, values, by: pattern), let start = accounts.baseAddress else { return false }
    let known = accountsInUse
    for (number, account) in known.enumerated() { accounts[account] = settled.accounts[number].value }
    outcome = FlatOutcome(settled.outcome, settled.basis)
    pattern.answers[answer(known, pattern)].answer
      .write(outcome, values, of: bytes, accounts: start, to: &output)
    return true
  }

  /// The same without an answer; nil where something is wrong, which is said in the general way.
  mutating func settledNext(_ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues, by pattern: ClaimPattern)
    -> SettledClaim?
  {
    var task = pattern.task
    values.tell(&task.facts)
    values.tell(&task.claim, bytes, line)
    let collector = FindingCollector.forOneRequest()
    let home = settler.home(of: task.claim.insuredIn)
    // The chain is used in place: a second copy would make it copy every person's accounts when it changes.
    guard chain?.accepts(task.claim, in: home, collector) ?? false,
      let state = chain?.state(
        before: task.claim, task.facts, in: home, task.compiledPlan, task.rules.compiled, collector)
    else { return nil }
    (task.accounts, task.known) = state
    guard let settled = try? task.settled() else { return nil }
    accountsInUse = task.known
    chain?.carry(settled, in: home)
    return settled
  }

  /// Index of the answer's pattern for the accounts that are known.
  private func answer(_ known: [Int], _ pattern: ClaimPattern) -> Int {
    if let answer = pattern.answers.firstIndex(where: { $0.known == known }) { return answer }
    var task = pattern.task
    task.known = known
    pattern.answers.append((known, AnswerPattern(task, catalogue: settler.source.catalogue)))
    return pattern.answers.count - 1
  }
}

extension CutValues {
  /// Sets what the claim tells in numbers.
  func tell(_ facts: inout Facts) {
    facts.total = Fen(total)
    facts.firstSelfPay = Fen(firstSelfPay)
    facts.inScope = Fen(inScope)
    if let began, let ended { facts.days = max(1, ended.dayNumber - began.dayNumber) }
  }

  /// Sets everything in which a claim may differ from others that are alike.
  func tell(_ claim: inout Claim, _ bytes: UnsafeBufferPointer<UInt8>, _ line: borrowing CutLine) {
    func text(_ range: Range<Int>) -> String? {
      range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }
    claim.id = text(id)
    claim.person = text(person)
    claim.institution = text(institution)
    claim.employer = text(employer)
    (claim.began, claim.ended, claim.birthday) = (began, ended, birthday)
    if let settledOn { (claim.settledOn, claim.knownOn) = (settledOn, settledOn) }
    claim.amounts = Claim.Amounts(
      total: Fen(total), fullySelfPaid: Fen(fullySelfPaid), overLimit: Fen(overLimit), firstSelfPay: Fen(firstSelfPay),
      inScope: Fen(inScope))
    guard let entries = claim.accounts, firstAccount >= 0 else { return }
    var told: [Claim.AccountEntry] = []
    for number in entries.indices {
      let cut = line.cuts[firstAccount + number]
      let text = String(decoding: bytes[cut.range], as: UTF8.self)
      told.append(Claim.AccountEntry(name: entries[number].name, text: text, place: entries[number].place))
    }
    claim.accounts = told
  }
}
