import PolicyModel
import Values

/// Evaluates one claim under one plan (docs/semantics.md 3.5), exactly.
package struct Evaluator<R: Recorder> {
  package let policy: CompiledPolicy
  package let plan: CompiledPlan
  package let change: CompiledChange?
  package var facts: Facts
  var accounts: [Int64]
  var causes: Causes
  var recorder: R
  var paid: InlineArray<8, Fen> = InlineArray(repeating: .zero)
  var deductibleCharged = Exact.zero
  /// Whether the non-local first self-pay is still to be taken.
  var owesFirstSelfPay: Bool
  /// A table had no case for the claim; whatever was computed then means nothing.
  package var lacksCase = false
  /// What the first part of a stay leaves to the second.
  var carried = CarriedStay()
  var highestStandards: [(account: Int, amount: Int64)] = []

  package init(
    _ policy: CompiledPolicy, _ plan: CompiledPlan, _ change: CompiledChange?, _ facts: Facts, _ accounts: [Int64],
    _ recorder: R
  ) {
    self.policy = policy
    self.plan = plan
    self.change = change
    self.facts = facts
    self.accounts = accounts
    self.recorder = recorder
    causes = Causes(inScope: facts.inScope, firstSelfPay: facts.firstSelfPay)
    owesFirstSelfPay = false
  }

  mutating func run() throws(ArithmeticOverflow) {
    recorder.record(.start(inScope: facts.inScope))
    if plan.yearCitation >= 0 { recorder.cite(plan.yearCitation) }
    if !facts.continuesUnit { for account in plan.unitAccounts { accounts[account] = 0 } }
    if let level = change?.treatedAsLevel {
      facts[.hospitalLevel] = level.value
      recorder.cite(level.citation)
      recorder.record(.treatedAsLevel(level.value, citation: level.citation))
    }
    let first = plan.layers.firstIndex { $0.takesInScope && $0.applies.hold(for: facts) }
    owesFirstSelfPay = change?.firstSelfPay != nil && first.map { plan.layers[$0].isReached } ?? false
    if owesFirstSelfPay, policy.nonLocal?.takesSelfPayBeforeDeductible ?? false {
      try takeFirstSelfPay(of: causes.inScope)
    }
    for index in plan.layers.indices where plan.layers[index].applies.hold(for: facts) {
      try evaluate(index)
    }
    countOccurrence()
  }

  /// The non-local first self-pay, once per claim.
  mutating func takeFirstSelfPay(of base: Exact) throws(ArithmeticOverflow) {
    owesFirstSelfPay = false
    guard let share = change?.firstSelfPay else { return }
    recorder.cite(share.citation)
    let amount = try policy.rounding.rounding(base.multiplied(by: share.value))
    let bounded = try Exact(amount).lesser(of: base)
    causes.nonLocalSelfPay = bounded
    causes.inScope = try causes.inScope.subtracting(bounded)
    recorder.record(.firstSelfPay(base: base, ratio: share.value, amount: amount, citation: share.citation))
  }

  private mutating func evaluate(_ index: Int) throws(ArithmeticOverflow) {
    let layer = plan.layers[index]
    if layer.cumulative != nil {
      try evaluateCumulative(index)
      return
    }
    var base = try amount(of: layer.base)
    recorder.record(.layerBegins(index, base: base))
    let charge = try charge(index, base: base)
    let deductible = charge.amount
    if owesFirstSelfPay, layer.takesInScope {
      try takeFirstSelfPay(of: base.subtracting(deductible))
      base = try amount(of: layer.base)
    }
    let share = try payShare(index, base: base, deductible: deductible)
    try settle(index, base: base, charge: charge, share: share)
  }

  func amount(of base: CompiledLayer.Base) throws(ArithmeticOverflow) -> Exact {
    switch base {
    case .inScope: return causes.inScope
    case .overCap(let layer): return try causes.amount(of: .overCap, layer: layer).notBelowZero
    case .causes(let list):
      var sum = Exact.zero
      for item in list { sum = try sum.adding(causes.amount(of: item.cause, layer: item.layer).notBelowZero) }
      return sum
    }
  }

  /// Rounds what a layer pays, moves the person's parts and lets the accounts grow.
  private mutating func settle(_ index: Int, base: Exact, charge: Charge, share: LayerShare)
    throws(ArithmeticOverflow)
  {
    let deductible = charge.amount
    let payable = try share.end.subtracting(deductible)
    let payment = try payment(of: share.amount, most: payable, base: base, room: share.room)
    recorder.record(.paid(layer: index, exact: share.amount, paid: payment))
    paid[index] = payment
    switch plan.layers[index].base {
    case .inScope:
      causes.inScope = .zero
      try leaveParts(index, base: base, deductible: deductible, end: share.end, payment: payment)
    case .overCap(let layer):
      causes.removeOverCap(layer: layer)
      try leaveParts(index, base: base, deductible: deductible, end: share.end, payment: payment)
    case .causes(let list): try reduce(list, by: payment)
    }
    try grow(index, charge, end: share.end, payment: payment)
  }

  /// P: the share rounded, not above the room of any cap on paid, nor above the base in whole fen.
  ///
  /// Rounding up to a larger unit must not pay what lies within the deductible: `most` is what the share could be.
  func payment(of share: Exact, most: Exact, base: Exact, room: Exact?) throws(ArithmeticOverflow) -> Fen {
    var payment = min(try policy.rounding.rounding(share), try Rounding.halfUpToFen(most.greater(of: share)))
    if let room { payment = min(payment, try Rounding(mode: .down, unit: 1)(room)) }
    return min(payment, try Rounding.halfUpToFen(base))
  }

  private mutating func leaveParts(_ index: Int, base: Exact, deductible: Exact, end: Exact, payment: Fen)
    throws(ArithmeticOverflow)
  {
    let overCap = try base.subtracting(end)
    var left = deductible
    var share = try end.subtracting(deductible).subtracting(Exact(payment))
    if share.isNegative, plan.layers[index].isReached, change?.minimum != nil {
      // A guaranteed minimum may exceed what lies above the deductible; the excess comes off the deductible.
      left = try left.adding(share)
      share = .zero
    }
    deductibleCharged = try deductibleCharged.adding(deductible)
    causes.leave(by: index, deductible: left, overCap: overCap, ratioShare: share)
  }

  mutating func reduce(_ list: [(layer: Int, cause: Cause)], by payment: Fen) throws(ArithmeticOverflow) {
    var rest = Exact(payment)
    for item in list where rest != .zero {
      rest = try causes.reduce(item.cause, layer: item.layer, by: rest)
    }
  }

  private mutating func grow(_ index: Int, _ charge: Charge, end: Exact, payment: Fen) throws(ArithmeticOverflow) {
    for growth in plan.layers[index].growth {
      let account = growth.account.account(for: facts)
      switch growth.measure {
      case .deductible: try add(Rounding.halfUpToFen(charge.amount), to: account)
      case .standard:
        guard account >= 0 else { continue }
        accounts[account] = max(accounts[account], charge.standard.count)
        highestStandards.append((account, charge.standard.count))
      case .expense: try add(Rounding.halfUpToFen(end), to: account)
      case .expenseAboveDeductible: try add(Rounding.halfUpToFen(end.subtracting(charge.amount)), to: account)
      case .paid: try add(payment, to: account)
      case .base, .occurrences: continue
      }
    }
  }

  /// Lets an account grow, within what a claim may bring back next time.
  mutating func add(_ amount: Fen, to account: Int) throws(ArithmeticOverflow) {
    guard account >= 0 else { return }
    let sum = try Fen(accounts[account]).adding(amount)
    if sum > .largest { throw ArithmeticOverflow() }
    accounts[account] = sum.count
  }

  /// Every settled stay counts, also an unpaid one; what goes on with a unit was counted with it.
  private mutating func countOccurrence() {
    if facts.continuesUnit || !facts.part.counts { return }
    let counting = plan.occurrences
    if counting.all >= 0 { accounts[counting.all] += 1 }
    let level = facts[.hospitalLevel]
    for counters in [counting.byParentLevel, counting.byFinestClass] where counters.indices.contains(level) {
      if counters[level] >= 0 { accounts[counters[level]] += 1 }
    }
  }
}

extension CompiledPolicy {
  /// Settles one claim: selects the plan, applies the standing, evaluates the layers.
  ///
  /// `accounts` is indexed like ``accounts``; it is changed only when the claim settles.
  package func settle<R: Recorder>(_ facts: Facts, accounts: inout [Int64], recorder: inout R)
    throws(EvaluationFailure) -> Outcome
  {
    let index = try selectPlan(for: facts)
    let change = try change(for: facts)
    var evaluator = Evaluator(self, plans[index], change, facts, accounts, recorder)
    do {
      try evaluator.run()
      let outcome = try evaluator.outcome(plan: index)
      if !evaluator.lacksCase {
        accounts = evaluator.accounts
        recorder = evaluator.recorder
        return outcome
      }
    } catch {
      throw .overflow
    }
    throw .noCase
  }
}

extension Evaluator {
  /// The leaf of a table for this claim; nil, and no result in the end, when it has none.
  package mutating func leaf(of table: DenseTable) -> Int? {
    let leaf = table.leaf(for: facts)
    if leaf >= 0 { return leaf }
    lacksCase = true
    return nil
  }

  /// The result in whole fen.
  func outcome(plan index: Int) throws(ArithmeticOverflow) -> Outcome {
    let round = Rounding.halfUpToFen
    var funds = Fen.zero
    for layer in paid.indices { funds = try funds.adding(paid[layer]) }
    let taken = try facts.firstSelfPay.subtracting(round(causes.firstSelfPay))
    let outOfScope = try facts.total.subtracting(facts.inScope).subtracting(taken)
    // What no layer took is the person's share, as under a layer that pays nothing.
    let person = try facts.total.subtracting(funds)
    let personal = try causes.shown(outOfScope: outOfScope, person: person)
    var outcome = Outcome(
      plan: index, paid: paid, personal: personal, deductibleCharged: try round(deductibleCharged))
    if case .first = facts.part {
      outcome.carried = carried
      if facts[.occurrence] > 0 { outcome.carried?.ordinal = facts[.occurrence] }
    }
    outcome.highestStandards = highestStandards
    return outcome
  }
}
