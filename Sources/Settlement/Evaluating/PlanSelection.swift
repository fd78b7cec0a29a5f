import PolicyModel
import Values

extension CompiledPolicy {
  /// The one plan that is for the claim; rules in which two could be do not compile.
  /// - Throws: a refusal, no plan, or a fact the plan needs and the claim lacks.
  package func selectPlan(for facts: Facts) throws(EvaluationFailure) -> Int {
    for refusal in refusals {
      switch refusal.applies.decision(for: facts) {
      case .hold: throw .refused(reason: refusal.refusal.reason)
      case .open(let index): throw .missingFact(dimension(at: index))
      case .fail: continue
      }
    }
    guard let found = plans.firstIndex(where: { $0.applies.hold(for: facts) }) else {
      for plan in plans {
        if case .open(let index) = plan.applies.decision(for: facts) {
          throw .missingFact(dimension(at: index))
        }
      }
      throw .noPlan
    }
    let needs = plans[found].needs
    for dimension in needs.dimensions where facts[dimension] < 0 { throw .missingFact(dimension) }
    if needs.days, facts.days == 0 { throw .missingDays }
    if needs.diseases, facts.diseases.isEmpty { throw .missingDiseases }
    return found
  }

  private func dimension(at slot: Int) -> Dimension {
    space.dimensions.first { $0.slot == slot } ?? .insurance
  }

  /// What the claim's standing changes; nil when nothing.
  package func change(for facts: Facts) throws(EvaluationFailure) -> CompiledChange? {
    guard let nonLocal else {
      // Home rules say nothing about other places, and need not.
      let standings = space.values(of: .standing)
      if standings.indices.contains(facts[.standing]),
        space.fixedValue(of: standings[facts[.standing]], in: .standing) == "local"
      {
        return nil
      }
      throw .nonLocalUnknown
    }
    guard facts[.visit] >= 0, nonLocal.visits & (1 << UInt64(facts[.visit])) != 0 else { return nil }
    let leaf = nonLocal.table.leaf(for: facts)
    guard leaf >= 0 else {
      let unknown = space.dimensions.first { dimension in
        facts[dimension] < 0 && nonLocal.table.axes.contains { $0.dimension == dimension.slot }
      }
      throw .missingFact(unknown ?? .standing)
    }
    switch nonLocal.effects[leaf] {
    case .asAtHome: return nil
    case .refused(let reason): throw .refused(reason: reason)
    case .change(let change): return change
    }
  }
}
