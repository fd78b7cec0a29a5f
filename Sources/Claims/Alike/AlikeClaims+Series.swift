import Findings
import PolicyModel
import Settlement
import Values

extension AlikeClaims {
  /// Settles the next claim of a person in a series, and notes what it leaves.
  mutating func settleNext(_ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues, by index: Int) -> Bool {
    var task = patterns[index].pattern.task
    values.tell(&task.facts)
    values.tell(&task.claim, bytes)
    let collector = FindingCollector.forOneRequest()
    let home = settler.home(of: task.claim.insuredIn)
    // What is wrong is said in the general way.
    // The chain is used in place: a second copy would make it copy every person's accounts when it changes.
    guard chain?.accepts(task.claim, in: home, collector) ?? false,
      let state = chain?.state(
        before: task.claim, task.facts, in: home, task.compiledPlan, task.rules.compiled, collector)
    else { return false }
    (task.accounts, task.known) = state
    guard let settled = try? task.settled(), let start = accounts.baseAddress else { return false }
    chain?.carry(settled, in: home)
    for (number, account) in task.known.enumerated() { accounts[account] = settled.accounts[number].value }
    let result = AnswerPattern.Values(
      cuts: values, paid: settled.outcome.paid, personal: settled.outcome.personal,
      deductibleCharged: settled.outcome.deductibleCharged, basis: settled.basis)
    patterns[index].pattern.answers[answer(for: task, index)].answer
      .write(result, of: bytes, accounts: start, to: &output)
    return true
  }

  /// Index of the answer's pattern for the accounts that are known.
  private mutating func answer(for task: SettlementTask, _ index: Int) -> Int {
    if let known = patterns[index].pattern.answers.firstIndex(where: { $0.known == task.known }) { return known }
    let made = AnswerPattern(task, catalogue: settler.source.catalogue)
    patterns[index].pattern.answers.append((task.known, made))
    return patterns[index].pattern.answers.count - 1
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
  func tell(_ claim: inout Claim, _ bytes: UnsafeBufferPointer<UInt8>) {
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
  }
}
