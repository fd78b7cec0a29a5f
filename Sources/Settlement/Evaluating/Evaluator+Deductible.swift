import PolicyModel
import Values

/// What a layer leaves to the person before it pays.
struct Charge {
  /// d: what this claim really bears.
  var amount: Exact
  /// D: what the rules ask for before earlier claims are counted, whole fen.
  var standard: Fen

  static let nothing = Charge(amount: .zero, standard: .zero)
}

/// D for one charge, with its clause.
struct Standard {
  let value: Fen
  let citation: Int32
  /// A share of the whole claim, which the days of the stay do not multiply.
  let isShare: Bool

  init(_ amount: Cited<Fen>, isShare: Bool) {
    value = amount.value
    citation = amount.citation
    self.isShare = isShare
  }
}

extension Evaluator {
  /// What the person pays before the layer does: d = min(E, D).
  mutating func charge(_ index: Int, base: Exact) throws(ArithmeticOverflow) -> Charge {
    if let left = try leftOfStay(index, base: base) { return left }
    guard let rule = plan.layers[index].deductible else { return try chargeOwn(index, base: base) }
    let ordinal = lookUpOrdinal(rule)
    guard let asked = try standard(of: rule, layer: index, base: base, ordinal: ordinal ?? 1) else { return .nothing }
    let citation = asked.citation
    let standard = asked.isShare ? asked.value : try chargedAgain(asked.value, rule, index)
    // Everything else of the layer goes by the overall ordinal.
    lookUpOrdinal(nil)
    recorder.cite(citation)
    var amount = try leftInPeriod(standard, rule, index)
    if let ceiling = rule.ceiling { amount = min(amount, try ceilingRoom(ceiling, rule, index)) }
    let charged = try base.lesser(of: Exact(amount))
    recorder.record(
      .deductible(layer: index, standard: standard, charged: charged, ordinal: ordinal, citation: citation))
    try carry(Exact(amount), charged, citation, of: index)
    return Charge(amount: charged, standard: standard)
  }

  /// What the second part of a stay has to bear of the stay's deductible; nil when the layer charges otherwise.
  private mutating func leftOfStay(_ index: Int, base: Exact) throws(ArithmeticOverflow) -> Charge? {
    guard let carried = facts.part.carried else { return nil }
    lookUpOrdinal(nil)
    guard isOfStay(index) else { return nil }
    var left = carried.deductibles[plan.layers[index].layer.id] ?? .zero
    if let rule = plan.layers[index].deductible, let ceiling = rule.ceiling {
      left = try left.lesser(of: Exact(ceilingRoom(ceiling, rule, index)))
    }
    let charged = try base.lesser(of: left)
    let clause = carried.clauses[plan.layers[index].layer.id]
    recorder.record(.deductibleCarried(layer: index, left: left, charged: charged, clause: clause))
    return Charge(amount: charged, standard: .zero)
  }

  /// Whether a layer's deductible is one for the stay: not one of a period, and not a share of the claim, which each part
  /// bears by itself.
  private mutating func isOfStay(_ index: Int) -> Bool {
    let layer = plan.layers[index]
    if let rule = layer.deductible, rule.account.account(for: facts) >= 0 { return false }
    if case .amount(let own) = ownDeductible(layer) { return !own.isShare }
    guard let rule = layer.deductible else { return false }
    return leaf(of: rule.table).map { !rule.amounts[$0].isShare } ?? false
  }

  /// Keeps what the first part of a stay did not absorb for the second.
  private mutating func carry(_ asked: Exact, _ charged: Exact, _ citation: Int32, of index: Int)
    throws(ArithmeticOverflow)
  {
    guard case .first = facts.part, isOfStay(index) else { return }
    carried.clauses[plan.layers[index].layer.id] = policy.citations[Int(citation)]
    carried.deductibles[plan.layers[index].layer.id] = try asked.subtracting(charged)
  }

  /// The standing's own deductible where the layer has none at home.
  private mutating func chargeOwn(_ index: Int, base: Exact) throws(ArithmeticOverflow) -> Charge {
    guard case .amount(let own) = ownDeductible(plan.layers[index]) else { return .nothing }
    let standard = try value(of: own, base: base)
    let charged = try base.lesser(of: Exact(standard.value))
    recorder.cite(standard.citation)
    recorder.record(
      .deductible(
        layer: index, standard: standard.value, charged: charged, ordinal: nil, citation: standard.citation))
    try carry(Exact(standard.value), charged, standard.citation, of: index)
    return Charge(amount: charged, standard: standard.value)
  }

  /// The standing's own deductible; it is that of layers on in-scope amounts, not the thresholds of others.
  func ownDeductible(_ layer: CompiledLayer) -> CompiledChange.OwnDeductible? {
    layer.isReached && layer.takesInScope ? change?.deductible : nil
  }

  /// D times the number of charges that the days of the stay make.
  private mutating func chargedAgain(_ standard: Fen, _ rule: CompiledDeductible, _ index: Int)
    throws(ArithmeticOverflow) -> Fen
  {
    guard let again = rule.againEvery, let leaf = leaf(of: again.table) else { return standard }
    let interval = again.values[leaf]
    guard let days = interval.value, facts.days > days else { return standard }
    let times = (Int64(facts.days) + Int64(days) - 1) / Int64(days)
    recorder.cite(interval.citation)
    recorder.record(
      .chargedAgain(layer: index, times: Int(times), days: Int(facts.days), every: days, citation: interval.citation))
    return try Rounding.halfUpToFen(Exact(standard).multiplied(by: Exact(times)))
  }

  /// What is left to charge of D after what the period, or the unit, has charged already.
  private mutating func leftInPeriod(_ standard: Fen, _ rule: CompiledDeductible, _ index: Int)
    throws(ArithmeticOverflow) -> Fen
  {
    let account = rule.account.account(for: facts)
    guard account >= 0 else { return standard }
    var owed = standard
    let highest = rule.highest.account(for: facts)
    if highest >= 0 { owed = max(owed, Fen(accounts[highest])) }
    let room = max(Fen.zero, try owed.subtracting(Fen(accounts[account])))
    if room != standard { recorder.record(.deductibleLimited(layer: index, room: room, citation: nil)) }
    return room
  }

  private mutating func ceilingRoom(_ ceiling: CompiledTable<Fen>, _ rule: CompiledDeductible, _ index: Int)
    throws(ArithmeticOverflow) -> Fen
  {
    guard let leaf = leaf(of: ceiling.table) else { return .zero }
    let limit = ceiling.values[leaf]
    recorder.cite(limit.citation)
    let room = max(Fen.zero, try limit.value.subtracting(Fen(accounts[rule.ceilingAccount])))
    recorder.record(.deductibleLimited(layer: index, room: room, citation: limit.citation))
    return room
  }

  /// Puts the ordinal of this stay among the facts, counted as the rule counts; nil when no table asks for it.
  ///
  /// A claim that goes on with a unit has the unit's ordinal.
  @discardableResult
  package mutating func lookUpOrdinal(_ rule: CompiledDeductible?) -> Int? {
    if let ordinal = facts.part.carried?.ordinal {
      facts[.occurrence] = ordinal
      return ordinal
    }
    let counter = ordinalCounter(rule)
    guard counter >= 0 else { return nil }
    let before = Int(clamping: accounts[counter])
    let ordinal = facts.continuesUnit ? max(1, before) : before + 1
    facts[.occurrence] = ordinal
    return ordinal
  }

  /// The account that counts stays as the rule does; -1 when no table asks for it.
  func ordinalCounter(_ rule: CompiledDeductible?) -> Int {
    let level = facts[.hospitalLevel]
    let counting = plan.occurrences
    switch rule?.counting ?? .all {
    case .all: return counting.all
    case .parentLevel: return counting.byParentLevel.indices.contains(level) ? counting.byParentLevel[level] : -1
    case .finestClass: return counting.byFinestClass.indices.contains(level) ? counting.byFinestClass[level] : -1
    }
  }

  /// D for one charge: the table's amount and its adjustments, or what the standing makes of it.
  mutating func standard(of rule: CompiledDeductible, layer index: Int, base: Exact, ordinal: Int)
    throws(ArithmeticOverflow) -> Standard?
  {
    let own = ownDeductible(plan.layers[index])
    if case .amount(let amount) = own {
      return Standard(try value(of: amount, base: base), isShare: amount.isShare)
    }
    guard let leaf = leaf(of: rule.table) else { return nil }
    let isShare = rule.amounts[leaf].isShare
    var home = try value(of: rule.amounts[leaf], base: base)
    if !rule.adjustments.isEmpty {
      home = try adjusted(home, by: rule.adjustments, ordinal: ordinal, layer: index)
    }
    guard case .times(let factor, let least, let most) = own else { return Standard(home, isShare: isShare) }
    recorder.cite(home.citation)
    let amount = try policy.rounding.rounding(Exact(home.value).multiplied(by: factor.value))
    return Standard(within(Cited(value: amount, citation: factor.citation), least, most), isShare: isShare)
  }

  private mutating func adjusted(
    _ home: Cited<Fen>, by adjustments: [CompiledDeductible.Adjustment], ordinal: Int, layer: Int
  ) throws(ArithmeticOverflow) -> Cited<Fen> {
    var amount = Exact(home.value)
    for adjustment in adjustments where adjustment.applies.hold(for: facts) {
      let before = amount
      let citation: Int32
      switch adjustment.change {
      case .times(let factors):
        guard let leaf = leaf(of: factors.table) else { return home }
        citation = factors.values[leaf].citation
        amount = try amount.multiplied(by: factors.values[leaf].value)
      case .minusEachTime(let steps):
        guard let leaf = leaf(of: steps.table) else { return home }
        citation = steps.values[leaf].citation
        let less = try Exact(steps.values[leaf].value).multiplied(by: Exact(Int64(ordinal - 1)))
        amount = try amount.subtracting(less).notBelowZero
      case .timesEachTime(let factor):
        citation = factor.citation
        amount = try compounded(amount, by: factor.value, times: ordinal - 1)
      }
      amount = try bounded(amount, adjustment)
      recorder.cite(citation)
      recorder.record(.deductibleAdjusted(layer: layer, from: before, to: amount, citation: citation))
    }
    return Cited(value: try policy.rounding.rounding(amount), citation: home.citation)
  }

  /// Each stay's amount is rounded before the next is made of it; it soon stays the same.
  private func compounded(_ amount: Exact, by factor: Exact, times: Int) throws(ArithmeticOverflow) -> Exact {
    var amount = amount
    for _ in 0..<times {
      let next = Exact(try policy.rounding.rounding(amount.multiplied(by: factor)))
      if next == amount { break }
      amount = next
    }
    return amount
  }

  private mutating func bounded(_ amount: Exact, _ adjustment: CompiledDeductible.Adjustment)
    throws(ArithmeticOverflow) -> Exact
  {
    var amount = amount
    if let least = adjustment.atLeast, let leaf = leaf(of: least.table),
      try amount.isLess(than: Exact(least.values[leaf].value))
    {
      recorder.cite(least.values[leaf].citation)
      amount = Exact(least.values[leaf].value)
    }
    if let most = adjustment.atMost, let leaf = leaf(of: most.table),
      try Exact(most.values[leaf].value).isLess(than: amount)
    {
      recorder.cite(most.values[leaf].citation)
      amount = Exact(most.values[leaf].value)
    }
    return amount
  }

  /// An amount as written, or a share of one of the claim's, rounded and kept within its bounds.
  private mutating func value(of amount: CompiledDeductible.Amount, base: Exact) throws(ArithmeticOverflow)
    -> Cited<Fen>
  {
    switch amount {
    case .fixed(let fixed): return fixed
    case .share(let of, let share, let least, let most):
      let whole = of == .total ? Exact(facts.total) : base
      let rounded = try policy.rounding.rounding(whole.multiplied(by: share.value))
      recorder.cite(share.citation)
      return within(Cited(value: rounded, citation: share.citation), least, most)
    }
  }

  private func within(_ amount: Cited<Fen>, _ least: Cited<Fen>?, _ most: Cited<Fen>?) -> Cited<Fen> {
    if let least, amount.value < least.value { return least }
    if let most, amount.value > most.value { return most }
    return amount
  }
}
