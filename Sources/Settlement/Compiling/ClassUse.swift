import PolicyModel
import Values

/// Which classes decide something in a plan, so that a claim has to tell whether it belongs to them.
struct ClassUse {
  private(set) var keys: [(dimension: Dimension, key: CaseKey)] = []
  /// Stays are counted for each class of hospitals.
  private let countsByClass: Bool

  init(countsByClass: Bool) { self.countsByClass = countsByClass }

  /// Ids of the classes that the plan's tables, conditions and counters tell apart, with those they refine.
  static func classes(of plan: Plan, countedByClass: Bool, _ policy: ResolvedPolicy) -> Set<String> {
    var use = ClassUse(countsByClass: countedByClass)
    use.add(plan.applies)
    for layer in plan.layers { use.add(layer) }
    return use.resolved(in: policy.space)
  }

  /// Ids of the classes that conditions tell apart.
  static func classes(of conditions: Conditions, in space: DimensionSpace) -> Set<String> {
    var use = ClassUse(countsByClass: false)
    use.add(conditions)
    return use.resolved(in: space)
  }

  /// Ids of the classes that the rules for treatment elsewhere tell apart.
  static func classes(of nonLocal: NonLocalRules, in space: DimensionSpace) -> Set<String> {
    var use = ClassUse(countsByClass: false)
    use.add(nonLocal.table.cases, nonLocal.table.dimensions[...])
    return use.resolved(in: space)
  }

  private func resolved(in space: DimensionSpace) -> Set<String> {
    var ids: Set<String> = []
    for item in space.classes {
      let isNamed = keys.contains { dimension, key in
        if case .values(let values) = key { dimension == item.dimension && values.contains(item.id) } else { false }
      }
      if isNamed || (countsByClass && item.dimension == .hospitalLevel) {
        ids.formUnion(space.lineage(of: item.id, in: item.dimension))
      }
    }
    return ids
  }

  mutating func add(_ conditions: Conditions) {
    for condition in conditions.all { keys.append((condition.dimension, condition.key)) }
  }

  mutating func add<Leaf>(_ table: RuleTable<Leaf>?) {
    if let table { add(table.cases, table.dimensions[...]) }
  }

  private mutating func add<Leaf>(_ cases: RuleTable<Leaf>.Cases, _ dimensions: ArraySlice<Dimension>) {
    guard case .split(let items, _) = cases, let dimension = dimensions.first else { return }
    for item in items {
      keys.append((dimension, item.key))
      add(item.content, dimensions.dropFirst())
    }
  }

  mutating func add(_ layer: Layer) {
    add(layer.applies)
    if let deductible = layer.deductible { add(deductible) }
    add(layer.ratio.table)
    for adjustment in layer.ratio.adjustments {
      add(adjustment.applies)
      if case .plus(let points, _) = adjustment.change { add(points) }
    }
    for cap in layer.caps { add(cap.amount) }
  }

  private mutating func add(_ deductible: Deductible) {
    add(deductible.amount)
    add(deductible.ceiling?.amount)
    add(deductible.againEvery)
    for adjustment in deductible.adjustments {
      add(adjustment.applies)
      add(adjustment.atLeast)
      add(adjustment.atMost)
      switch adjustment.change {
      case .times(let table): add(table)
      case .minusEachTime(let table): add(table)
      case .timesEachTime: break
      }
    }
  }
}
