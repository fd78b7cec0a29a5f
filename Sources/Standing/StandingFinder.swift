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

  /// - Throws: what shows that a filing cannot have been registered as it is told.
  package func checkForm(of filings: [Filing]) throws(StandingFailure) {
    try FilingForm(rules: filing.rules, since: since).check(filings)
  }

  /// The standing of somebody who need not file, whatever was filed; nil when the visit has to be filed.
  package func exemption(from facts: Facts) throws(StandingFailure) -> StandingDecision? {
    guard let need = filing.need(of: facts) else { throw .missingFact(openDimension(facts)) }
    guard need.value == .notNeeded else { return nil }
    return StandingDecision(
      standing: "exempt", channels: .either, grounds: [Ground(kind: .notNeeded, citation: need.citation)])
  }

  /// The standing, the open channels and the reasons of a visit that has to be filed, or is at home.
  ///
  /// - Throws: what keeps the standing from being said.
  package func find(_ filings: [Filing], for visit: Visit) throws(StandingFailure) -> StandingDecision {
    let life = try FilingLife(rules: filing.rules, filings: filings, visit: visit)
    let judge = FilingJudge(life: life, catalogue: catalogue)
    if visit.isAtHome { return try atHome(judge) }
    var decision = try lookUp(choose(judge), visit)
    if let need = filing.need(of: visit.facts) {
      decision.grounds.insert(Ground(kind: .needed, citation: need.citation), at: 0)
    }
    return decision
  }

  /// A long-term resident elsewhere who is treated at home.
  private func atHome(_ judge: FilingJudge) throws(StandingFailure) -> StandingDecision {
    let visit = judge.life.visit
    let ranking = rank(judge.life.filings, judge.judgeAtHome)
    guard let best = ranking.best else {
      var local = StandingDecision.local
      local.verdicts = ranking.verdicts
      return local
    }
    guard let rule = filing.rules.backHome else { throw .notSaid(.backHome) }
    let own = judge.life.filings[best.index]
    let lacksPapers = own.isPromised && !own.hasPapers(by: visit.began)
    let figure = lacksPapers ? rule.untilPapers ?? rule.standing : rule.standing
    if figure.value == "not_payable" { throw .notPayable(.papersMissing, figure.citation) }
    return StandingDecision(
      standing: figure.value, channels: .either, filing: best.index, verdicts: ranking.verdicts,
      grounds: best.grounds + [Ground(kind: .backHome, citation: figure.citation)])
  }

  /// The filing that goes first, with what every filing counts as.
  private struct Ranking {
    var best: (index: Int, status: FilingVerdict.Status, grounds: [Ground])?
    var verdicts: [FilingVerdict] = []
    /// A rule whose absence keeps a filing from counting.
    var missing: FilingRule?
  }

  private func rank(_ filings: [Filing], _ judge: (Int) throws(Obstacle) -> FilingJudge.Judgement) -> Ranking {
    var ranking = Ranking()
    for (index, own) in filings.enumerated() {
      do throws(Obstacle) {
        let found = try judge(index)
        ranking.verdicts.append(.outranked(found.status))
        if let best = ranking.best, !goesFirst(own, found.status, filings[best.index], best.status) { continue }
        ranking.best = (index, found.status, found.grounds)
      } catch {
        ranking.missing = ranking.missing ?? error.rule
        ranking.verdicts.append(.notCounted(error))
      }
    }
    if let best = ranking.best { ranking.verdicts[best.index] = .counts(best.status) }
    return ranking
  }

  /// What a standing is looked up by.
  private struct Choice {
    var reason: String
    var filed: String
    var filing: Int?
    var verdicts: [FilingVerdict]
    var grounds: [Ground]
  }

  /// The reason, and whether it was filed (steps 4 and 5).
  private func choose(_ judge: FilingJudge) throws(StandingFailure) -> Choice {
    let ranking = rank(judge.life.filings, judge.judge)
    if ranking.best == nil, let missing = ranking.missing { throw .notSaid(missing) }
    let kind = ranking.best.map { judge.life.filings[$0.index].kind } ?? "temporary"
    var choice = Choice(
      reason: kind, filed: ranking.best?.status.rawValue ?? "not_filed", filing: ranking.best?.index,
      verdicts: ranking.verdicts, grounds: ranking.best?.grounds ?? [])
    let isInTime = ranking.best?.status == .filed
    if judge.life.visit.isEmergency, kind != FilingRules.longTerm || !isInTime {
      choice.reason = "emergency"
      if !isInTime { try deem(&choice) }
    }
    return choice
  }

  private func deem(_ decision: inout Choice) throws(StandingFailure) {
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

  private func lookUp(_ choice: Choice, _ visit: Visit) throws(StandingFailure) -> StandingDecision {
    var facts = visit.facts
    facts[.reason] = policy.space.index(of: choice.reason, in: .reason)
    facts[.filed] = policy.space.index(of: choice.filed, in: .filed)
    guard let standing = filing.standing(of: facts) else { throw .missingFact(openDimension(facts)) }
    var decision = StandingDecision(
      standing: standing.value, channels: .either, filing: choice.filing, verdicts: choice.verdicts,
      grounds: choice.grounds)
    decision.reason = choice.reason
    decision.filed = choice.filed
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
