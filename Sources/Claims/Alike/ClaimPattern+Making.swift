import Findings
import PolicyModel
import Settlement
import SourceTree
import Standing
import Values

extension ClaimSettler {
  /// What claims like this one have in common; nil where it cannot be settled, or only on its own.
  ///
  /// - Parameter line: how the claim's text was cut.
  func pattern(of bytes: UnsafeBufferPointer<UInt8>, cut line: borrowing ClaimLine) -> ClaimPattern? {
    let collector = FindingCollector.forOneRequest()
    guard let values = CutValues(line, bytes),
      let root = JSONReader.read(SourceFile(path: "claim", bytes: Array(bytes)), collector: collector),
      let claim = ClaimReader.read(root, collector: collector), let rules = rules(for: claim, collector),
      case .whole(nil) = StaySplitter(policy: rules.compiled, catalogue: source.catalogue, collector: collector)
        .divide(claim),
      let days = source.daysOfSameRules(claim.insuredIn, on: claim.settledOn),
      let task = prepare(claim, rules, nil, collector)
    else { return nil }
    let maker = ClaimPatternMaker(task: task, values: values, days: days, catalogue: source.catalogue)
    return maker.pattern(line, bytes)
  }
}

private struct ClaimPatternMaker {
  let task: SettlementTask
  let values: CutValues
  let days: DateInterval
  let catalogue: Catalogue

  private var policy: CompiledPolicy { task.rules.compiled }

  func pattern(_ line: borrowing ClaimLine, _ bytes: UnsafeBufferPointer<UInt8>) -> ClaimPattern? {
    let institutions = institutionsThatMatter
    if let own = task.claim.institution, institutions.contains(Array(own.utf8)) { return nil }
    guard let accountCuts = accountCuts(line, bytes) else { return nil }
    let (stretches, ends) = stretches(line, bytes)
    let basis = task.decision.citations.reduce(Basis.official) { max($0, $1.basis) }
    return ClaimPattern(
      stretches: stretches, ends: ends, days: days, year: BenefitYear(policy.policy.benefitYear.start),
      rules: task.rules, facts: task.facts,
      age: values.birthday.flatMap { age($0) }, ageDay: policy.policy.factsAsOf, institutions: institutions,
      accountCuts: accountCuts, plan: task.plan, flat: policy.flatPlan(task.plan), basis: basis,
      answer: AnswerPattern(task, catalogue: catalogue))
  }

  private func age(_ birthday: CivilDate) -> Int? {
    values.age(birthday, on: policy.policy.factsAsOf, BenefitYear(policy.policy.benefitYear.start))
  }

  private var institutionsThatMatter: Set<[UInt8]> {
    policy.space.classes.reduce(into: []) { all, item in
      if case .institutions(let codes) = item.members { all.formUnion(codes.map { Array($0.utf8) }) }
    }
  }

  /// Nil when the accounts do not say what their names promise.
  private func accountCuts(_ line: borrowing ClaimLine, _ bytes: UnsafeBufferPointer<UInt8>)
    -> [ClaimPattern.AccountCut]?
  {
    let entries = task.claim.accounts ?? []
    var count = 0
    for number in 0..<line.count where line.cuts[number].member == .account { count += 1 }
    guard count == entries.count else { return nil }
    var cuts: [ClaimPattern.AccountCut] = []
    for entry in entries {
      if let index = policy.account(named: entry.name) {
        cuts.append(policy.accounts[index].measure.isCount ? .count(index) : .amount(index))
      } else if entry.name.hasSuffix(".*") {
        cuts.append(.rest)
      } else {
        return nil
      }
    }
    return cuts
  }

  private func stretches(_ line: borrowing ClaimLine, _ bytes: UnsafeBufferPointer<UInt8>) -> ([UInt8], [Int32]) {
    var stretches: [UInt8] = []
    var ends: [Int32] = []
    var start = 0
    for number in 0...line.count {
      let end = number < line.count ? Int(line.cuts[number].start) : bytes.count
      stretches += bytes[start..<end]
      ends.append(Int32(stretches.count))
      if number < line.count { start = Int(line.cuts[number].end) }
    }
    return (stretches, ends)
  }
}
