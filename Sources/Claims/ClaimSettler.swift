import Findings
import PolicyModel
import Settlement
import SourceTree
import Values

/// Settles claims as they come in: reading, rules, facts, accounts, evaluation.
package struct ClaimSettler<Source: RuleSource>: Sendable {
  package let source: Source

  package init(source: Source) { self.source = source }

  /// What a text holding one claim comes to; with a chain, its accounts come from the person's earlier claims.
  package func settle(
    json file: SourceFile, line: Int = 1, explaining: Bool = false, chain: inout AccountChain?
  ) -> ClaimResult {
    let collector = FindingCollector()
    if file.bytes.allSatisfy({ [0x20, 0x09, 0x0D, 0x0A].contains($0) }) {
      collector.report(.emptyLine, at: nil)
      return .failed(FailedClaim(id: nil, findings: collector.findings, root: nil))
    }
    guard let root = JSONReader.read(file, firstLine: line, collector: collector) else {
      return .failed(FailedClaim(id: nil, findings: collector.findings, root: nil))
    }
    let id = root["claim_id"]?.scalar.flatMap { $0.isQuoted ? $0.text : nil }
    guard let claim = ClaimReader.read(root, collector: collector),
      let settled = settle(claim, explaining: explaining, chain: &chain, collector: collector)
    else {
      return .failed(FailedClaim(id: id, findings: collector.findings, root: root))
    }
    return .settled(settled)
  }

  /// The settlement of a claim's tree; nil and findings when it cannot be settled.
  package func settle(_ root: Node, explaining: Bool, collector: FindingCollector) -> SettledClaim? {
    guard let claim = ClaimReader.read(root, collector: collector) else { return nil }
    var chain: AccountChain?
    return settle(claim, explaining: explaining, chain: &chain, collector: collector)
  }

  private func settle(_ claim: Claim, explaining: Bool, chain: inout AccountChain?, collector: FindingCollector)
    -> SettledClaim?
  {
    guard let rules = rules(for: claim, collector),
      let facts = facts(of: claim, rules.compiled, collector)
    else { return nil }
    do {
      let index = try selectPlan(for: facts, claim, rules.compiled, collector)
      let plan = rules.compiled.plans[index]
      let deciding = rules.compiled.classes(of: plan, for: facts.values)
      report(facts.untold, deciding: deciding.union(selecting(facts, rules.compiled)), claim, collector)
      UnitCheck(plan: plan.plan, collector: collector).check(claim)
      DiseaseReader(policy: rules.compiled, catalogue: source.catalogue, collector: collector)
        .checkListed(facts.values, claim)
      if collector.hasErrors { return nil }
      let builder = AccountsBuilder(policy: rules.compiled, collector: collector)
      let state =
        chain == nil
        ? builder.state(of: claim, facts.values, for: plan)
        : chain?.state(before: claim, facts.values, in: home(of: claim), plan, rules.compiled, collector)
      guard let state else { return nil }
      let task = Task(claim: claim, facts: facts.values, accounts: state.values, known: state.known, rules: rules)
      let settled = explaining ? try explain(task) : try evaluate(task)
      chain?.carry(settled, in: home(of: claim))
      return settled
    } catch {
      if collector.hasErrors { return nil }
      FailureReport(rules: rules, claim: claim, facts: facts.values).report(error, to: collector)
      return nil
    }
  }

  /// The plan that applies. What is refused anyway is not asked for more; otherwise untold classes may be why none applies.
  private func selectPlan(
    for facts: (values: Facts, untold: [ClassReader.Untold]), _ claim: Claim, _ compiled: CompiledPolicy,
    _ collector: FindingCollector
  ) throws(EvaluationFailure) -> Int {
    do {
      return try compiled.selectPlan(for: facts.values)
    } catch {
      if case .noPlan = error { report(facts.untold, deciding: selecting(facts, compiled), claim, collector) }
      throw error
    }
  }

  private func selecting(_ facts: (values: Facts, untold: [ClassReader.Untold]), _ compiled: CompiledPolicy)
    -> Set<String>
  {
    compiled.selectingClasses(for: facts.values, open: Set(facts.untold.map(\.dimension)))
  }

  /// The claim's facts, and the classes it does not tell; nil when a finding was reported.
  private func facts(of claim: Claim, _ compiled: CompiledPolicy, _ collector: FindingCollector)
    -> (values: Facts, untold: [ClassReader.Untold])?
  {
    guard
      var facts = FactsBuilder(policy: compiled, catalogue: source.catalogue, collector: collector).facts(of: claim)
    else { return nil }
    let untold = ClassReader(policy: compiled, collector: collector).refine(&facts, claim)
    return collector.hasErrors ? nil : (facts, untold)
  }

  /// The pooling region whose accounts a person's are: persons are numbered there.
  private func home(of claim: Claim) -> RegionCode {
    source.catalogue.poolingRegion(of: claim.insuredIn) ?? claim.insuredIn.city
  }

  /// Classes that decide something and that the claim does not tell; not telling is not a "no".
  private func report(
    _ untold: [ClassReader.Untold], deciding classes: Set<String>, _ claim: Claim, _ collector: FindingCollector
  ) {
    for field in Set(untold.filter { classes.contains($0.id) }.map(\.field)).sorted() {
      collector.report(.fieldMissing, at: claim.place, ["field": field])
    }
  }

  /// A claim with everything its evaluation needs.
  private struct Task {
    let claim: Claim
    let facts: Facts
    var accounts: [Int64]
    let known: [Int]
    let rules: RulesInForce

    func settled(_ outcome: Outcome, _ basis: Basis, _ steps: [Step]) -> SettledClaim {
      let compiled = rules.compiled
      let standings = compiled.space.values(of: .standing)
      return SettledClaim(
        claim: claim, rules: rules, outcome: outcome, standing: standings[facts[.standing]],
        accounts: known.map { (compiled.accounts[$0], accounts[$0]) }, basis: basis, steps: steps)
    }
  }

  private func evaluate(_ task: Task) throws(EvaluationFailure) -> SettledClaim {
    var task = task
    var recorder = BasisRecorder(task.rules.compiled)
    let outcome = try task.rules.compiled.settle(task.facts, accounts: &task.accounts, recorder: &recorder)
    return task.settled(outcome, recorder.basis, [])
  }

  private func explain(_ task: Task) throws(EvaluationFailure) -> SettledClaim {
    var task = task
    var recorder = StepRecorder(task.rules.compiled)
    let outcome = try task.rules.compiled.settle(task.facts, accounts: &task.accounts, recorder: &recorder)
    return task.settled(outcome, recorder.basis, recorder.steps)
  }

  private func rules(for claim: Claim, _ collector: FindingCollector) -> RulesInForce? {
    let region = claim.insuredIn.text
    switch source.rules(of: claim.insuredIn, on: claim.settledOn) {
    case .found(let rules): return rules
    case .unknownRegion: collector.report(.regionUnknown, at: claim.place, ["region": region])
    case .notInForce(let versions):
      collector.report(
        .noVersionInForce, at: claim.place, ["region": region, "date": "\(claim.settledOn)", "versions": versions])
    case .draft: collector.report(.draftRules, at: claim.place, ["region": region])
    case .faulty: collector.report(.rulesHaveErrors, at: claim.place, ["region": region])
    }
    return nil
  }
}

/// What became of one claim.
package enum ClaimResult {
  case settled(SettledClaim)
  case failed(FailedClaim)

  package var isSettled: Bool {
    if case .settled = self { true } else { false }
  }
}

/// A claim that could not be settled, and why.
package struct FailedClaim {
  package let id: String?
  package let findings: [Finding]
  /// The claim's tree, for pointers; nil when it is not JSON.
  package let root: Node?

  package init(id: String?, findings: [Finding], root: Node?) {
    self.id = id
    self.findings = findings
    self.root = root
  }
}
