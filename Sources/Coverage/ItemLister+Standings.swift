import Findings
import PolicyModel
import Settlement
import Values

/// Figures of the rules for treatment elsewhere and for filing.
extension ItemLister {
  mutating func list(_ rules: NonLocalRules, _ scope: Scope) {
    let visits = scope.restricted(.visit, .values(rules.visits.sorted())).named("non_local")
    for (effect, place, scope) in leaves(of: rules.table, visits) {
      let place = place ?? rules.place
      for standing in standings(of: rules, scope) where standing.map({ isPossible($0, in: scope) }) ?? true {
        let value = [standing, name(of: effect)].compactMap { $0 }.joined(separator: ": ")
        add(.standing, FigureSpot(place, standing: standing), place, value, known(standing, scope))
      }
      if case .change(let change) = effect { list(change, scope) }
    }
  }

  /// The standings that a row is for, one by one; a table that does not go by standing has one nameless row for all.
  private func standings(of rules: NonLocalRules, _ scope: Scope) -> [String?] {
    guard rules.table.dimensions.contains(.standing) else { return [nil] }
    guard case .values(let ids) = scope.keys.last(where: { $0.dimension == .standing })?.key else {
      return policy.space.values(of: .standing).map { $0 }
    }
    return ids
  }

  /// Whether some plan is for such claims.
  private func isPossible(_ standing: String, in scope: Scope) -> Bool {
    policy.plans.contains { plan in
      let own = known(standing, scope).restricted(by: plan.applies)
      return isPossible(own) && goTogether(standing, own)
    }
  }

  /// At home a claim is local, or what the region makes of those who come back; elsewhere it is anything else.
  private func goTogether(_ standing: String, _ scope: Scope) -> Bool {
    let space = policy.space
    let distances = scope.domain.values(of: .distance).map {
      space.fixedValue(of: space.values(of: .distance)[$0], in: .distance)
    }
    let isLocal = space.fixedValue(of: standing, in: .standing) == "local"
    let back = policy.filing?.rules.backHome
    let isBack = [back?.standing, back?.untilPapers].contains { $0?.value == standing }
    return distances.contains { distance in distance == "local" ? isLocal || isBack : !isLocal }
  }

  private func known(_ standing: String?, _ scope: Scope) -> Scope {
    guard let standing else { return scope }
    var result = scope
    result.keys = scope.keys.filter { $0.dimension != .standing } + [(.standing, .values([standing]))]
    result.domain = scope.domain.restricting(.standing, to: .values([standing]))
    return result
  }

  private func name(of effect: NonLocalRules.Effect) -> String {
    switch effect {
    case .asAtHome: "as_at_home"
    case .refused: "refused"
    case .change: "change"
    }
  }

  private mutating func list(_ change: StandingChange, _ scope: Scope) {
    switch change.ratio {
    case .lowerBy(let figure), .times(let figure), .instead(let figure): list(figure, scope)
    case nil: break
    }
    for figure in [change.firstSelfPay, change.benefitTimes, change.minimum?.ratio, change.atMost, change.atLeast] {
      if let figure { list(figure, scope) }
    }
    if let level = change.treatedAsLevel { add(.standingChange, level.place, level.value, scope) }
    switch change.deductible {
    case .amount(let amount): list(amount, .standingChange, scope)
    case .times(let factor, let least, let most):
      list(factor, scope)
      for bound in [least, most] {
        if let bound { add(.standingChange, bound.place, "\(bound.value)", scope) }
      }
    case nil: break
    }
  }

  private mutating func list(_ figure: Figure<Ratio>, _ scope: Scope) {
    add(.standingChange, figure.place, "\(figure.value)", scope)
  }

  mutating func list(_ rules: FilingRules, _ scope: Scope) {
    var away = scope.named("filing").restricted(.distance, .values(["in_province", "cross_province"]))
    away.isOfStandingAlone = true
    list(rules.needed, .filingNeed, away.named("needed")) { $0.rawValue }
    for (figure, _, scope) in leaves(of: rules.standing, away.named("standing")) where rules.canMeet(scope.keys) {
      add(.filingStanding, figure.place, figure.value, scope)
    }
    if let channel = rules.channel { list(channel, .filingChannel, away.named("channel")) { $0.rawValue } }
  }
}
