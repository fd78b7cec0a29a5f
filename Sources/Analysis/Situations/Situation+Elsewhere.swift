import PolicyModel
import Settlement
import Values

extension Situation {
  /// Whether the treatment is not at home.
  package var isElsewhere: Bool { facts[.distance] != policy.space.index(of: "local", in: .distance) }

  /// The same claim at home, at a hospital of the level that this one is treated as; nil when it would fall under another plan or be refused.
  package var atHome: Situation? {
    var facts = facts
    for dimension in [Dimension.standing, .distance] {
      facts[dimension] = policy.space.index(of: "local", in: dimension)
    }
    if let level = change?.treatedAsLevel { facts[.hospitalLevel] = level.value }
    guard let home = try? Situation(policy, facts, ordinal: ordinal), home.plan === plan else { return nil }
    return home
  }

  /// The same claim, at the level that it is treated as, with nothing changed by the standing.
  package var unchanged: Situation? {
    var facts = facts
    if let level = change?.treatedAsLevel { facts[.hospitalLevel] = level.value }
    return Situation(self, facts: facts, change: nil)
  }

  /// The same claim with the deductible that it would have at home.
  package var withoutOwnDeductible: Situation? {
    guard let change, change.deductible != nil else { return self }
    return Situation(self, facts: facts, change: change.withHomeDeductible)
  }
}

extension CompiledPlan {
  /// Whether figures of its own differ between home and elsewhere.
  package var tellsPlacesApart: Bool {
    let slots = [Dimension.standing, .distance].map(\.slot)
    let deciding = deciding
    // The first conditions say whom the plan is for.
    return deciding.tables.contains { $0.axes.contains { slots.contains($0.dimension) } }
      || deciding.conditions.dropFirst().contains { $0.tests.contains { slots.contains($0.dimension) } }
  }
}
