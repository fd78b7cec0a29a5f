import Findings
import PolicyModel
import Settlement
import Standing
import Values

/// What a claim's visit is: its facts, its standing, and what it does not tell.
struct VisitReader {
  let policy: CompiledPolicy
  let catalogue: Catalogue
  let collector: FindingCollector

  struct Visit {
    let facts: Facts
    let decision: StandingDecision
    /// Classes that the claim does not tell.
    let untold: [ClassReader.Untold]
  }

  /// Nil when a finding was reported.
  func read(_ claim: Claim) -> Visit? {
    guard let (plain, found) = standing(of: claim) else { return nil }
    var (facts, decision) = (plain, found)
    standings.checkChannel(decision, claim)
    decision.grounds += VisitCheck(policy: policy, collector: collector).check(claim, facts)
    let untold = ClassReader(policy: policy, collector: collector).refine(&facts, claim)
    return collector.hasErrors ? nil : Visit(facts: facts, decision: decision, untold: untold)
  }

  /// The standing alone, whatever else keeps the visit from being settled.
  func standing(of claim: Claim) -> (facts: Facts, decision: StandingDecision)? {
    guard var facts = FactsBuilder(policy: policy, catalogue: catalogue, collector: collector).facts(of: claim),
      let decision = standings.decide(facts, claim)
    else { return nil }
    facts[.standing] = policy.space.index(of: decision.standing, in: .standing)
    return (facts, decision)
  }

  private var standings: StandingReader { StandingReader(policy: policy, catalogue: catalogue, collector: collector) }
}
