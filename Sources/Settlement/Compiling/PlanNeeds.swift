import PolicyModel

extension PolicyCompiler {
  /// What a claim has to know so that no look-up of the plan fails.
  func needs(of plan: Plan, _ occurrences: OccurrenceCounting) -> PlanNeeds {
    var used = Set(plan.applies.all.map(\.dimension))
    for layer in plan.layers {
      used.formUnion(TableDimensions.of(layer))
      used.formUnion(layer.applies.all.map(\.dimension))
    }
    // A stay that is counted by level counts at its own.
    if (occurrences.byParentLevel + occurrences.byFinestClass).contains(where: { $0 >= 0 }) {
      used.insert(.hospitalLevel)
    }
    used.remove(.occurrence)
    return PlanNeeds(
      dimensions: policy.space.dimensions.filter(used.contains),
      days: plan.layers.contains { $0.deductible?.againEvery != nil },
      diseases: plan.layers.contains { $0.caps.contains { $0.several != nil } })
  }
}

/// The dimensions that tables of a layer go by.
enum TableDimensions {
  static func of(_ layer: Layer) -> Set<Dimension> {
    var used = ofRatio(layer.ratio)
    if let deductible = layer.deductible {
      used.formUnion(ofDeductible(deductible))
      used.formUnion(deductible.ceiling?.amount.dimensions ?? [])
    }
    for cap in layer.caps {
      used.formUnion(cap.amount.dimensions)
      if cap.separation != nil { used.insert(.disease) }
    }
    return used
  }

  /// Those of the amount itself, which ask for the ordinal as the deductible counts it.
  static func ofDeductibleAmount(_ rule: Deductible) -> Set<Dimension> {
    var used = Set(rule.amount.dimensions)
    for adjustment in rule.adjustments {
      used.formUnion(adjustment.applies.all.map(\.dimension))
      used.formUnion(adjustment.atLeast?.dimensions ?? [])
      used.formUnion(adjustment.atMost?.dimensions ?? [])
      switch adjustment.change {
      case .times(let table): used.formUnion(table.dimensions)
      case .minusEachTime(let table): used.formUnion(table.dimensions + [.occurrence])
      case .timesEachTime: used.insert(.occurrence)
      }
    }
    return used.union(rule.againEvery?.dimensions ?? [])
  }

  private static func ofDeductible(_ rule: Deductible) -> Set<Dimension> {
    var used = ofDeductibleAmount(rule)
    if rule.account?.useUp == .perLevel { used.insert(.hospitalLevel) }
    if rule.account?.separation != nil { used.insert(.disease) }
    return used
  }

  static func ofRatio(_ rule: RatioRule) -> Set<Dimension> {
    var used = Set(rule.table.dimensions)
    for adjustment in rule.adjustments {
      used.formUnion(adjustment.applies.all.map(\.dimension))
      if case .plus(let points, let forEach) = adjustment.change {
        used.formUnion(points.dimensions)
        if let forEach { used.insert(forEach.dimension) }
      }
    }
    return used
  }
}

/// Which counters the tables of a plan ask for.
package struct OccurrenceNeeds {
  private(set) var all = false
  private(set) var parentLevel = false
  private(set) var finestClass = false

  /// Whether some table goes by the ordinal.
  package var areAny: Bool { all || parentLevel || finestClass }

  package init(_ plan: Plan) {
    for layer in plan.layers {
      if let deductible = layer.deductible, TableDimensions.ofDeductibleAmount(deductible).contains(.occurrence) {
        switch deductible.counting {
        case .all: all = true
        case .parentLevel: parentLevel = true
        case .finestClass: finestClass = true
        }
      }
      let others = [layer.deductible?.ceiling?.amount.dimensions ?? []] + layer.caps.map(\.amount.dimensions)
      if TableDimensions.ofRatio(layer.ratio).contains(.occurrence) || others.joined().contains(.occurrence) {
        all = true
      }
    }
  }
}
