import PolicyModel
import Settlement

/// Fills in what a claim has to tell and the facts leave open, with values that the rules know.
struct FactsCompletion {
  let policy: CompiledPolicy
  let places: TreatmentPlaces

  /// - Throws: when the facts contradict each other, such as a retired resident.
  func complete(_ wanted: Facts, for plan: CompiledPlan?) throws(UnwritableClaim) -> Facts {
    var facts = wanted
    // Which stay it is follows from the accounts.
    facts[.occurrence] = -1
    var domain = Domain(space: policy.space)
    if let plan { domain = domain.restricting(by: plan.plan.applies) }
    for dimension in policy.space.dimensions where facts[dimension] >= 0 && !dimension.isNumeric {
      domain = domain.restricting(dimension, to: [facts[dimension]])
    }
    for dimension in [Dimension.insurance, .person, .visit] + named(plan) {
      guard let value = domain.values(of: dimension).min() else { throw .contradiction(dimension) }
      if facts[dimension] < 0 { facts[dimension] = value }
      domain = domain.restricting(dimension, to: [facts[dimension]])
    }
    try setPlace(&facts, domain)
    if isChronic(facts), facts[.disease] < 0, let disease = domain.values(of: .disease).min() {
      facts[.disease] = disease
    }
    if facts[.channel] < 0 { facts[.channel] = channel(facts, domain) }
    if plan?.needs.diseases ?? false, facts.diseases.isEmpty, facts[.disease] >= 0 {
      facts.diseases = [Int32(facts[.disease])]
    }
    for dimension in plan?.needs.dimensions ?? [] where dimension.isNumeric && facts[dimension] < 0 {
      facts[dimension] = number(dimension, facts, plan)
    }
    if plan?.needs.days ?? false, facts.days == 0 { facts.days = 1 }
    return facts
  }

  /// Named dimensions that the plan's tables go by; where the claim was treated is decided apart.
  private func named(_ plan: CompiledPlan?) -> [Dimension] {
    (plan?.needs.dimensions ?? []).filter {
      !$0.isNumeric && ![.insurance, .person, .visit, .standing, .distance, .channel].contains($0)
    }
  }

  /// Standing and distance go together: at home somebody is local, unless the region says otherwise.
  private func setPlace(_ facts: inout Facts, _ domain: Domain) throws(UnwritableClaim) {
    let distances = domain.values(of: .distance).sorted()
    for standing in domain.values(of: .standing).sorted() {
      for distance in distances where goTogether(standing, distance) {
        (facts[.standing], facts[.distance]) = (standing, distance)
        return
      }
    }
    throw .contradiction(.standing)
  }

  private func goTogether(_ standing: Int, _ distance: Int) -> Bool {
    let word = fixed(standing, .standing)
    let far = fixed(distance, .distance)
    guard places.place(at: far, from: policy.policy.region) != nil else { return false }
    if (word == "local") == (far == "local") { return true }
    let back = policy.filing?.rules.backHome
    return far == "local" && [back?.standing, back?.untilPapers].contains { $0?.value == word }
  }

  /// Direct settlement, unless the plan or the disease elsewhere keeps the claim out of it.
  private func channel(_ facts: Facts, _ domain: Domain) -> Int {
    let open = domain.values(of: .channel).sorted()
    guard isChronic(facts), fixed(facts[.distance], .distance) != "local", facts[.disease] >= 0,
      let direct = policy.filing?.rules.directDiseases,
      !direct.value.contains(policy.space.values(of: .disease)[facts[.disease]])
    else { return open.first ?? 0 }
    return open.first { fixed($0, .channel) == "manual" } ?? open.first ?? 0
  }

  private func isChronic(_ facts: Facts) -> Bool {
    policy.space.diseases != nil && fixed(facts[.visit], .visit) == "chronic"
  }

  private func fixed(_ index: Int, _ dimension: Dimension) -> String {
    policy.space.fixedValue(of: policy.space.values(of: dimension)[index], in: dimension)
  }

  /// A number that the plan is for.
  private func number(_ dimension: Dimension, _ facts: Facts, _ plan: CompiledPlan?) -> Int {
    let test = plan?.applies.tests.first { $0.dimension == dimension.slot }
    if let range = test?.ranges.first { return Int(range.lowerBound) }
    guard dimension == .age else { return dimension.lowerBound }
    switch fixed(facts[.person], .person) {
    case "minor": return 10
    case "retired", "elderly": return 70
    default: return 40
    }
  }
}
