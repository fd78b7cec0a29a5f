import PolicyModel
import Values

/// Every value and dimension that some rule of a region goes by.
package struct RuleKeys: Sendable {
  /// Named values by dimension, as the rules write them.
  private var values: [Dimension: Set<String>] = [:]
  /// Dimensions of tables and conditions.
  private var dimensions: Set<Dimension> = []
  /// Something is kept apart by groups of diseases.
  package private(set) var separatesGroups = false
  private let space: DimensionSpace

  package init(of policy: ResolvedPolicy) {
    space = policy.space
    var use = ClassUse(countsByClass: false)
    for plan in policy.plans {
      use.add(plan.applies)
      for layer in plan.layers { use.add(layer) }
    }
    for refusal in policy.refusals { use.add(refusal.applies) }
    use.add(policy.nonLocal?.table)
    for rail in policy.lineage.flatMap(\.guardrails) { use.add(rail.table) }
    use.add(policy.filing?.rules.needed)
    use.add(policy.filing?.rules.standing)
    use.add(policy.filing?.rules.channel)
    for (dimension, key) in use.keys { add(key, of: dimension) }
    addWords(of: policy)
    for layer in policy.plans.flatMap(\.layers) { addCounting(of: layer) }
    addCountedClasses(of: policy)
  }

  /// Whether some rule names a value, or one that refines it.
  package func name(_ value: String, of dimension: Dimension) -> Bool {
    (values[dimension] ?? []).contains { space.isValue($0, under: [value], in: dimension) }
  }

  /// Whether some rule names the value itself.
  package func nameExactly(_ value: String, of dimension: Dimension) -> Bool {
    values[dimension]?.contains(value) ?? false
  }

  package func go(by dimension: Dimension) -> Bool { dimensions.contains(dimension) }

  private mutating func add(_ key: CaseKey, of dimension: Dimension) {
    dimensions.insert(dimension)
    if case .values(let ids) = key { values[dimension, default: []].formUnion(ids) }
  }

  /// Values that rules give or list outside of tables' keys.
  private mutating func addWords(of policy: ResolvedPolicy) {
    values[.visit, default: []].formUnion(policy.nonLocal?.visits ?? [])
    for row in policy.nonLocal?.table.rows ?? [] {
      if case .change(let change) = row.leaf, let level = change.treatedAsLevel {
        values[.hospitalLevel, default: []].insert(level.value)
      }
    }
    for row in policy.filing?.rules.standing.rows ?? [] { values[.standing, default: []].insert(row.leaf.value) }
    for (dimension, words) in [
      (Dimension.visit, policy.refunds?.visits), (.distance, policy.refunds?.distances),
      (.channel, policy.refunds?.channels),
    ] {
      values[dimension, default: []].formUnion(words ?? [])
    }
  }

  private mutating func addCounting(of layer: Layer) {
    for adjustment in layer.ratio.adjustments {
      if case .plus(_, let multiplier?) = adjustment.change { dimensions.insert(multiplier.dimension) }
    }
    let separations = layer.caps.map(\.separation) + [layer.deductible?.account?.separation]
    if separations.contains(.diseaseGroup) { separatesGroups = true }
  }

  /// Stays that are counted by class tell all classes of hospitals apart.
  private mutating func addCountedClasses(of policy: ResolvedPolicy) {
    guard policy.plans.contains(where: { OccurrenceNeeds($0).finestClass }) else { return }
    values[.hospitalLevel, default: []].formUnion(policy.space.values(of: .hospitalLevel))
  }
}
