import PolicyModel
import Settlement
import Values

/// Finds the standing of a visit from the person's filings (docs/semantics.md 3.2).
package struct StandingFinder {
  private let policy: CompiledPolicy
  private let filing: CompiledFiling
  private let since: CivilDate
  private let catalogue: Catalogue

  /// Nil when the region has no filing rules.
  package init?(policy: CompiledPolicy, catalogue: Catalogue) {
    guard let filing = policy.filing, let since = policy.policy.filing?.since else { return nil }
    self.policy = policy
    self.filing = filing
    self.since = since
    self.catalogue = catalogue
  }

  private typealias Ground = StandingDecision.Ground

  /// The standing, the open channels and the reasons.
  ///
  /// - Throws: what keeps the standing from being said.
  package func find(_ filings: [Filing], for visit: Visit) throws(StandingFailure) -> StandingDecision {
    try FilingForm(rules: filing.rules, since: since).check(filings)
    let life = try FilingLife(rules: filing.rules, filings: filings, visit: visit)
    let judge = FilingJudge(life: life, catalogue: catalogue)
    if visit.isAtHome { return try atHome(judge) }
    guard let need = filing.need(of: visit.facts) else { throw .missingFact(openDimension(visit.facts)) }
    if need.value == .notNeeded {
      return StandingDecision(standing: "exempt", grounds: [Ground(kind: .notNeeded, citation: need.citation)])
    }
    var decision = try choose(judge)
    decision.grounds.insert(Ground(kind: .needed, citation: need.citation), at: 0)
    return try lookUp(decision, visit)
  }

  /// A long-term resident elsewhere who is treated at home.
  private func atHome(_ judge: FilingJudge) throws(StandingFailure) -> StandingDecision {
    let visit = judge.life.visit
    guard let index = judge.life.filings.indices.last(where: judge.countsAtHome) else {
      return StandingDecision(standing: "local")
    }
    guard let rule = filing.rules.backHome else { throw .notSaid(.backHome) }
    let own = judge.life.filings[index]
    let lacksPapers = own.isPromised && !own.hasPapers(by: visit.began)
    let figure = lacksPapers ? rule.untilPapers ?? rule.standing : rule.standing
    if figure.value == "not_payable" { throw .notPayable(.papersMissing, figure.citation) }
    return StandingDecision(
      standing: figure.value, filing: index, grounds: [Ground(kind: .backHome, citation: figure.citation)])
  }

  /// The filing that goes first, the reason, and whether it was filed (steps 4 and 5).
  private func choose(_ judge: FilingJudge) throws(StandingFailure) -> StandingDecision {
    let visit = judge.life.visit
    var decision = StandingDecision(standing: "")
    var best: (index: Int, status: FilingVerdict.Status, grounds: [Ground])?
    var missing: FilingRule?
    for (index, own) in judge.life.filings.enumerated() {
      switch judge.judge(index) {
      case .not(let obstacle):
        missing = missing ?? obstacle.rule
        decision.verdicts.append(.notCounted(obstacle))
      case .counts(let status, let grounds):
        decision.verdicts.append(.outranked(status))
        if let before = best, !goesFirst(own, status, judge.life.filings[before.index], before.status) { continue }
        best = (index, status, grounds)
      }
    }
    if best == nil, let missing { throw .notSaid(missing) }
    if let best {
      decision.verdicts[best.index] = .counts(best.status)
      decision.filing = best.index
      decision.grounds = best.grounds
    }
    let kind = best.map { judge.life.filings[$0.index].kind } ?? "temporary"
    decision.reason = kind != FilingRules.kindNames[0] && visit.isEmergency ? "emergency" : kind
    decision.filed = best?.status.rawValue ?? "not_filed"
    if decision.reason == "emergency", decision.filed != "filed" { try deem(&decision) }
    return decision
  }

  private func deem(_ decision: inout StandingDecision) throws(StandingFailure) {
    guard let rule = filing.rules.emergency else {
      if decision.filing == nil { throw .notSaid(.emergency) }
      return
    }
    decision.grounds.append(Ground(kind: .emergency, citation: rule.citation))
    if rule.value == .deemedFiled { decision.filed = "filed" }
  }

  /// In time before late, then by kind, then the later one.
  private func goesFirst(
    _ first: Filing, _ status: FilingVerdict.Status, _ second: Filing, _ secondStatus: FilingVerdict.Status
  ) -> Bool {
    func rank(_ filing: Filing, _ status: FilingVerdict.Status) -> (Int, Int, Int) {
      (
        status == .filed ? 0 : 1, FilingRules.kindNames.firstIndex(of: filing.kind) ?? 0,
        -Int(filing.filedOn.dayNumber)
      )
    }
    return rank(first, status) <= rank(second, secondStatus)
  }

  private func lookUp(_ chosen: StandingDecision, _ visit: Visit) throws(StandingFailure) -> StandingDecision {
    var decision = chosen
    var facts = visit.facts
    facts[.reason] = policy.space.index(of: decision.reason ?? "", in: .reason)
    facts[.filed] = policy.space.index(of: decision.filed ?? "", in: .filed)
    guard let standing = filing.standing(of: facts) else { throw .missingFact(openDimension(facts)) }
    decision.standing = standing.value
    decision.grounds.append(Ground(kind: .standing, citation: standing.citation))
    if filing.rules.channel != nil {
      guard let channels = filing.channels(of: facts) else { throw .missingFact(openDimension(facts)) }
      decision.channels = channels.value
      decision.grounds.append(
        Ground(
          kind: channels.value == .manual ? .manualOnly : .anyChannel, citation: channels.citation))
    }
    return decision
  }

  /// A dimension of the tables whose value the claim does not tell.
  private func openDimension(_ facts: Facts) -> Dimension {
    policy.space.dimensions.first { dimension in
      filing.dimensions.contains(dimension) && facts[dimension] < 0 && !Dimension.filing.contains(dimension)
    } ?? .visit
  }
}
