import PolicyModel
import Values

extension Evaluator {
  /// What the person pays before the layer does: d = min(E, D).
  mutating func charge(_ index: Int, base: Exact) throws(ArithmeticOverflow) -> Exact {
    let layer = plan.layers[index]
    guard let rule = layer.deductible else { return try chargeOwn(index, base: base) }
    let ordinal = lookUpOrdinal(rule)
    guard let standard = try standard(of: rule, layer: index, base: base) else { return .zero }
    recorder.cite(standard.citation)
    var amount = standard.value
    if rule.account >= 0 {
      let room = max(Fen.zero, try amount.subtracting(Fen(accounts[rule.account])))
      if room < amount { recorder.record(.deductibleLimited(layer: index, room: room, citation: nil)) }
      amount = room
    }
    if let table = rule.ceilingTable {
      amount = min(amount, try ceilingRoom(table, rule, index))
    }
    let charged = try base.lesser(of: Exact(amount))
    let value = standard.value
    recorder.record(
      .deductible(layer: index, standard: value, charged: charged, ordinal: ordinal, citation: standard.citation))
    return charged
  }

  /// The standing's own deductible where the layer has none at home.
  private mutating func chargeOwn(_ index: Int, base: Exact) throws(ArithmeticOverflow) -> Exact {
    guard let own = ownDeductible(plan.layers[index]) else { return .zero }
    let charged = try base.lesser(of: Exact(own.value))
    recorder.cite(own.citation)
    recorder.record(
      .deductible(layer: index, standard: own.value, charged: charged, ordinal: nil, citation: own.citation))
    return charged
  }

  /// The standing's own deductible; it replaces that of layers on in-scope amounts, not the thresholds of others.
  private func ownDeductible(_ layer: CompiledLayer) -> Cited<Fen>? {
    layer.isReached && layer.takesInScope ? change?.deductible : nil
  }

  private mutating func ceilingRoom(_ table: DenseTable, _ rule: CompiledDeductible, _ index: Int)
    throws(ArithmeticOverflow) -> Fen
  {
    guard let leaf = leaf(of: table) else { return .zero }
    let ceiling = rule.ceilingAmounts[leaf]
    recorder.cite(ceiling.citation)
    let room = max(Fen.zero, try ceiling.value.subtracting(Fen(accounts[rule.ceilingAccount])))
    recorder.record(.deductibleLimited(layer: index, room: room, citation: ceiling.citation))
    return room
  }

  /// Puts the ordinal of this stay among the facts, counted as the rule counts; nil when no table asks for it.
  @discardableResult
  mutating func lookUpOrdinal(_ rule: CompiledDeductible?) -> Int? {
    let level = facts[.hospitalLevel]
    let counting = plan.occurrences
    let counter: Int
    switch rule?.counting ?? .all {
    case .all: counter = counting.all
    case .parentLevel: counter = counting.byParentLevel.indices.contains(level) ? counting.byParentLevel[level] : -1
    case .finestClass: counter = counting.byFinestClass.indices.contains(level) ? counting.byFinestClass[level] : -1
    }
    guard counter >= 0 else { return nil }
    let ordinal = Int(clamping: accounts[counter]) + 1
    facts[.occurrence] = ordinal
    return ordinal
  }

  /// D: the standing's own amount, or the table's, rounded.
  mutating func standard(of rule: CompiledDeductible, layer index: Int, base: Exact) throws(ArithmeticOverflow)
    -> Cited<Fen>?
  {
    if let own = ownDeductible(plan.layers[index]) { return own }
    guard let leaf = leaf(of: rule.table) else { return nil }
    switch rule.amounts[leaf] {
    case .fixed(let fixed): return fixed
    case .share(let of, let share, let least, let most):
      let whole = of == .total ? Exact(facts.total) : base
      let amount = try policy.rounding.rounding(whole.multiplied(by: share.value))
      recorder.cite(share.citation)
      if let least, amount < least.value { return least }
      if let most, amount > most.value { return most }
      return Cited(value: amount, citation: share.citation)
    }
  }
}
