import Findings
import JSONSyntax
import PolicyModel
import Settlement
import SourceTree
import Standing
import Values

/// Settles claims as they come in: reading, rules, standing, accounts, evaluation; and takes refunds back.
package struct ClaimSettler<Source: RuleSource>: Sendable {
  package let source: Source

  package init(source: Source) { self.source = source }

  /// What a text holding one claim comes to; with a chain, its accounts come from the person's earlier claims.
  ///
  /// - Parameter region: where the person is insured instead, to compare.
  package func settle(
    json file: SourceFile, line: Int = 1, insuredIn region: String? = nil, explaining: Bool = false,
    chain: inout AccountChain?
  ) -> ClaimResult {
    let collector = FindingCollector.forOneRequest()
    guard let root = tree(of: file, line: line, insuredIn: region, collector) else {
      return .failed(FailedClaim(unread: collector.findings))
    }
    return settle(root, explaining: explaining, chain: &chain, collector: collector)
  }

  /// The tree of a text holding one claim, as if the person were insured in another region where one is named; nil when a
  /// finding was reported.
  package func tree(of file: SourceFile, line: Int, insuredIn region: String? = nil, _ collector: FindingCollector)
    -> Node?
  {
    if file.bytes.allSatisfy({ [0x20, 0x09, 0x0D, 0x0A].contains($0) }) {
      collector.report(.emptyLine, at: nil)
      return nil
    }
    guard let root = JSONReader.read(file, firstLine: line, collector: collector) else { return nil }
    return region.map { insured(root, in: $0) } ?? root
  }

  /// The claim of a person who is insured somewhere else.
  private func insured(_ root: Node, in region: String) -> Node {
    let field = "insuplc_admdvs"
    let code = Entry(
      key: Node(.scalar(Scalar(field, .doubleQuoted)), at: root.place),
      value: Node(.scalar(Scalar(region, .doubleQuoted)), at: root[field]?.place ?? root.place))
    return Node(
      .mapping((root.entries ?? []).filter { $0.key.scalar?.text != field } + [code]), at: root.place)
  }

  /// What a claim's tree comes to.
  package func settle(
    _ root: Node, explaining: Bool, chain: inout AccountChain?, collector: FindingCollector
  ) -> ClaimResult {
    func failed() -> ClaimResult { .failed(FailedClaim(root, collector.findings)) }
    if root[RefundRequest.mark] != nil {
      return refund(root, chain: &chain, collector: collector).map { .refunded($0) } ?? failed()
    }
    guard let claim = ClaimReader.read(root, collector: collector),
      let settled = settle(claim, explaining: explaining, chain: &chain, collector: collector)
    else { return failed() }
    return .settled(settled)
  }

  private func refund(_ root: Node, chain: inout AccountChain?, collector: FindingCollector) -> Reversal? {
    guard let request = RefundRequest.read(root, collector: collector),
      let rules = lookUp(request.insuredIn, on: request.day, at: request.place, collector)
    else { return nil }
    return Refunder(rules: rules, home: home(of: request.insuredIn), collector: collector)
      .refund(request, from: &chain)
  }

  private func settle(_ claim: Claim, explaining: Bool, chain: inout AccountChain?, collector: FindingCollector)
    -> SettledClaim?
  {
    let home = home(of: claim.insuredIn)
    if let chain, !chain.accepts(claim, in: home, collector) { return nil }
    guard let rules = rules(for: claim, collector) else { return nil }
    let splitter = StaySplitter(policy: rules.compiled, catalogue: source.catalogue, collector: collector)
    guard let division = splitter.divide(claim) else { return nil }
    if !division.isSplit, let needless = claim.accountsBefore {
      collector.report(.accountsBeforeNeedless, at: needless.first?.place ?? claim.place)
      return nil
    }
    let settled: SettledClaim?
    switch division {
    case .whole(let ground):
      settled = settleWhole(claim, rules, chain, ground.map { [$0] } ?? [], explaining, collector)
    case .assumedWhole:
      settled = settleWhole(claim, rules, chain, [], explaining, collector)?.withAssumedWhole
    case .parts(let first, let second, let days):
      settled = settleParts(first, second, days, splitter, chain, explaining, collector)
    }
    if let settled { chain?.carry(settled, in: home) }
    return settled
  }

  private func settleWhole(
    _ claim: Claim, _ rules: RulesInForce, _ chain: AccountChain?, _ grounds: [StandingDecision.Ground],
    _ explaining: Bool, _ collector: FindingCollector
  ) -> SettledClaim? {
    guard var task = prepare(claim, rules, chain, collector) else { return nil }
    task.decision.grounds += grounds
    return run(task, explaining, collector)
  }

  /// Everything that has to be known before the evaluation; nil when a finding was reported.
  func prepare(_ claim: Claim, _ rules: RulesInForce, _ chain: AccountChain?, _ collector: FindingCollector)
    -> SettlementTask?
  {
    guard var task = prepareWithoutAccounts(claim, rules, collector) else { return nil }
    let builder = AccountsBuilder(policy: rules.compiled, collector: collector)
    let state =
      chain == nil
      ? builder.state(of: claim, task.facts, for: task.compiledPlan)
      : chain?.state(
        before: claim, task.facts, in: home(of: claim.insuredIn), task.compiledPlan, rules.compiled, collector)
    guard let state else { return nil }
    (task.accounts, task.known) = state
    return task
  }

  /// The same but for what accounts hold.
  func prepareWithoutAccounts(_ claim: Claim, _ rules: RulesInForce, _ collector: FindingCollector) -> SettlementTask? {
    let compiled = rules.compiled
    guard let visit = VisitReader(policy: compiled, catalogue: source.catalogue, collector: collector).read(claim)
    else { return nil }
    do {
      let index = try selectPlan(for: visit, claim, compiled, collector)
      let plan = compiled.plans[index]
      let deciding = compiled.classes(of: plan, for: visit.facts).union(selecting(visit, compiled))
      report(visit.untold, deciding: deciding, claim, collector)
      UnitCheck(plan: plan.plan, collector: collector).check(claim)
      DiseaseReader(policy: compiled, catalogue: source.catalogue, collector: collector)
        .checkListed(visit.facts, claim)
      if collector.hasErrors { return nil }
      return SettlementTask(
        claim: claim, facts: visit.facts, decision: visit.decision, plan: index, accounts: [], known: [], rules: rules)
    } catch {
      if !collector.hasErrors {
        FailureReport(rules: rules, claim: claim, facts: visit.facts).report(error, to: collector)
      }
      return nil
    }
  }

  func run(_ task: SettlementTask, _ explaining: Bool, _ collector: FindingCollector) -> SettledClaim? {
    do {
      return explaining ? try task.explained() : try task.settled()
    } catch {
      FailureReport(rules: task.rules, claim: task.claim, facts: task.facts).report(error, to: collector)
      return nil
    }
  }

  /// The plan that applies. What is refused anyway is not asked for more; otherwise untold classes may be why none applies.
  private func selectPlan(
    for visit: VisitReader.Visit, _ claim: Claim, _ compiled: CompiledPolicy, _ collector: FindingCollector
  ) throws(EvaluationFailure) -> Int {
    do {
      return try compiled.selectPlan(for: visit.facts)
    } catch {
      if case .noPlan = error { report(visit.untold, deciding: selecting(visit, compiled), claim, collector) }
      throw error
    }
  }

  private func selecting(_ visit: VisitReader.Visit, _ compiled: CompiledPolicy) -> Set<String> {
    compiled.selectingClasses(for: visit.facts, open: Set(visit.untold.map(\.dimension)))
  }

  /// The pooling region whose accounts a person's are: persons are numbered there.
  package func home(of region: RegionCode) -> RegionCode { source.catalogue.poolingRegion(of: region) ?? region.city }

  /// Classes that decide something and that the claim does not tell; not telling is not a "no".
  private func report(
    _ untold: [ClassReader.Untold], deciding classes: Set<String>, _ claim: Claim, _ collector: FindingCollector
  ) {
    for field in Set(untold.filter { classes.contains($0.id) }.map(\.field)).sorted() {
      collector.report(.fieldMissing, at: claim.place, ["field": field])
    }
  }

  func rules(for claim: Claim, _ collector: FindingCollector) -> RulesInForce? {
    lookUp(claim.insuredIn, on: claim.settledOn, at: claim.place, collector)
  }

  private func lookUp(_ code: RegionCode, on day: CivilDate, at place: Place, _ collector: FindingCollector)
    -> RulesInForce?
  {
    let region = code.text
    switch source.rules(of: code, on: day) {
    case .found(let rules): return rules
    case .unknownRegion: collector.report(.regionUnknown, at: place, ["region": region])
    case .notInForce(let versions):
      collector.report(.noVersionInForce, at: place, ["region": region, "date": "\(day)", "versions": versions])
    case .draft: collector.report(.draftRules, at: place, ["region": region])
    case .faulty: collector.report(.rulesHaveErrors, at: place, ["region": region])
    }
    return nil
  }
}
