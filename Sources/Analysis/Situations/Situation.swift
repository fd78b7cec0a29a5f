import PolicyModel
import Settlement
import Values

/// A kind of claim: everything that rules go by but the amounts.
package struct Situation: Sendable {
  package let policy: CompiledPolicy
  package let plan: CompiledPlan
  /// What the standing changes; nil when nothing.
  package let change: CompiledChange?
  package let facts: Facts
  /// Which stay or visit of the year it is.
  package let ordinal: Int

  /// - Throws: what keeps such a claim from being settled.
  package init(_ policy: CompiledPolicy, _ facts: Facts, ordinal: Int = 1) throws(EvaluationFailure) {
    self.policy = policy
    plan = policy.plans[try policy.selectPlan(for: facts)]
    change = try policy.change(for: facts)
    self.facts = facts
    self.ordinal = ordinal
  }

  /// A situation of the same plan under another change by the standing.
  init(_ other: Situation, facts: Facts, change: CompiledChange?) {
    policy = other.policy
    plan = other.plan
    self.change = change
    self.facts = facts
    ordinal = other.ordinal
  }

  /// What accounts hold when nothing was claimed yet in the year but the stays before this one, which cost nothing.
  package var emptyYear: [Int64] {
    policy.accounts.map { $0.measure.isCount ? Int64(ordinal - 1) : 0 }
  }

  /// A claim of this much in scope and nothing out of scope.
  package func facts(inScope: Fen) -> Facts {
    var facts = facts
    facts.total = inScope
    facts.inScope = inScope
    return facts
  }

  /// What tells it from the other situations of its plan.
  func key(by deciding: DecidingParts) -> [Int32] { figures(by: deciding) + facts.diseases }

  /// By what the figures of its rules are chosen: those of equal ones are equal.
  ///
  /// - Parameter deciding: those of its plan.
  func figures(by deciding: DecidingParts) -> [Int32] {
    var facts = facts
    facts[.occurrence] = ordinal
    var key: [Int32] = [facts.days]
    if let nonLocal = policy.nonLocal, change != nil { key.append(Int32(nonLocal.table.leaf(for: facts))) }
    if let level = change?.treatedAsLevel { facts[.hospitalLevel] = level.value }
    for table in deciding.tables { key.append(Int32(table.leaf(for: facts))) }
    for conditions in deciding.conditions { key.append(conditions.hold(for: facts) ? 1 : 0) }
    for multiplier in deciding.multipliers { key.append(facts.values[multiplier.slot]) }
    if deciding.countsEachStay { key.append(Int32(clamping: ordinal)) }
    return key
  }
}

/// What a plan's figures are chosen by.
struct DecidingParts {
  var tables: [DenseTable] = []
  var conditions: [CompiledConditions] = []
  var multipliers: [CompiledRatio.Adjustment.Multiplier] = []
  /// A deductible is made of that of the stay before.
  var countsEachStay = false
}

extension CompiledPlan {
  var deciding: DecidingParts {
    var parts = DecidingParts()
    parts.conditions.append(applies)
    for layer in layers { parts.add(layer) }
    return parts
  }
}

extension DecidingParts {
  mutating func add(_ other: DecidingParts) {
    tables += other.tables
    conditions += other.conditions
    multipliers += other.multipliers
    countsEachStay = countsEachStay || other.countsEachStay
  }

  fileprivate mutating func add(_ layer: CompiledLayer) {
    conditions.append(layer.applies)
    if let deductible = layer.deductible { add(deductible) }
    tables.append(layer.ratio.table)
    for adjustment in layer.ratio.adjustments {
      conditions.append(adjustment.applies)
      guard case .plus(let points, let forEach) = adjustment.change else { continue }
      tables.append(points.table)
      if let forEach { multipliers.append(forEach) }
    }
    for cap in layer.caps { tables.append(cap.table) }
  }

  private mutating func add(_ deductible: CompiledDeductible) {
    tables.append(deductible.table)
    if let ceiling = deductible.ceiling { tables.append(ceiling.table) }
    if let again = deductible.againEvery { tables.append(again.table) }
    for adjustment in deductible.adjustments {
      conditions.append(adjustment.applies)
      tables += [adjustment.atLeast, adjustment.atMost].compactMap { $0?.table }
      switch adjustment.change {
      case .times(let factors): tables.append(factors.table)
      case .minusEachTime(let steps):
        tables.append(steps.table)
        countsEachStay = true
      case .timesEachTime: countsEachStay = true
      }
    }
  }
}
