import Findings
import JSONSyntax
import PolicyModel
import Settlement
import SourceTree
import Values

extension ClaimSettler {
  /// What claims like this one have in common; nil where it cannot be settled, or only on its own.
  ///
  /// - Parameters:
  ///   - line: how the claim's text was cut.
  ///   - isOfSeries: its accounts come from earlier claims.
  func pattern(of bytes: UnsafeBufferPointer<UInt8>, cut line: borrowing CutLine, isOfSeries: Bool) -> ClaimPattern? {
    let collector = FindingCollector.forOneRequest()
    guard let values = CutValues(line, bytes),
      let root = JSONReader.read(SourceFile(path: "claim", bytes: Array(bytes)), collector: collector),
      let claim = ClaimReader.read(root, collector: collector), let rules = rules(for: claim, collector),
      case .whole(nil) = StaySplitter(policy: rules.compiled, catalogue: source.catalogue, collector: collector)
        .divide(claim),
      let days = source.daysOfSameRules(claim.insuredIn, on: claim.settledOn),
      let task = isOfSeries
        ? prepareWithoutAccounts(claim, rules, collector) : prepare(claim, rules, nil, collector)
    else { return nil }
    let maker = ClaimPatternMaker(task: task, days: days)
    guard let pattern = maker.pattern(line, bytes, values) else { return nil }
    if !isOfSeries { pattern.answers = [(task.known, AnswerPattern(task, catalogue: source.catalogue))] }
    return pattern
  }
}

private struct ClaimPatternMaker {
  let task: SettlementTask
  let days: DateInterval

  private var policy: CompiledPolicy { task.rules.compiled }

  func pattern(_ line: borrowing CutLine, _ bytes: UnsafeBufferPointer<UInt8>, _ values: CutValues) -> ClaimPattern? {
    let institutions = institutionsThatMatter
    if let own = task.claim.institution, institutions.contains(Array(own.utf8)) { return nil }
    guard let accountCuts = accountCuts(line, bytes) else { return nil }
    let (stretches, ends) = stretches(line, bytes)
    let year = BenefitYear(policy.policy.benefitYear.start)
    return ClaimPattern(
      stretches: stretches, ends: ends, days: days, year: year, task: task,
      age: values.age(on: policy.policy.factsAsOf, year), institutions: institutions, accountCuts: accountCuts,
      flat: policy.flatPlan(task.plan)?.claims(like: task.facts))
  }

  private var institutionsThatMatter: Set<[UInt8]> {
    policy.space.classes.reduce(into: []) { all, item in
      if case .institutions(let codes) = item.members { all.formUnion(codes.map { Array($0.utf8) }) }
    }
  }

  /// Nil when the accounts do not say what their names promise.
  private func accountCuts(_ line: borrowing CutLine, _ bytes: UnsafeBufferPointer<UInt8>)
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

  private func stretches(_ line: borrowing CutLine, _ bytes: UnsafeBufferPointer<UInt8>) -> ([UInt8], [Int32]) {
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
