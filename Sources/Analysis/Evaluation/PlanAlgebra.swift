import PolicyModel
import Settlement
import Values

/// The amounts of a claim that the rules start from.
package struct ClaimQuantities<Q: Quantity>: Sendable {
  package let total: Q
  package let firstSelfPay: Q
  package let inScope: Q

  package init(total: Q, firstSelfPay: Q, inScope: Q) {
    self.total = total
    self.firstSelfPay = firstSelfPay
    self.inScope = inScope
  }
}

/// What one layer does with a claim. Amounts in fen.
package struct LayerResult<Q: Quantity>: Sendable {
  /// Index of the layer in its plan.
  package let layer: Int
  package let base: Q
  /// d: what the person bears first.
  package let deductible: Q
  /// z: the expense up to which it pays.
  package let end: Q
  /// What the columns would pay if no cap on paid stopped them.
  package let uncapped: Q
  /// What each cap leaves, in the order of the layer's caps; nil where it is lifted.
  package let room: [Q?]
  /// Where the columns begin and end on their axis.
  package let axis: (from: Q, to: Q)
  package let payment: Q
}

/// Works out a plan in one situation (docs/semantics.md 3.5), for one claim or for all claims at once.
///
/// It shares the look-ups with the evaluator, and no arithmetic.
package struct PlanAlgebra<Q: Quantity> {
  let policy: CompiledPolicy
  let plan: CompiledPlan
  let change: CompiledChange?
  let claim: ClaimQuantities<Q>
  var lookUp: LookUp
  /// What earlier claims left, by account.
  package private(set) var accounts: [Q]
  var causes: CauseQuantities<Q>
  private var owesFirstSelfPay = false
  package private(set) var layers: [LayerResult<Q>] = []

  /// - Parameter accounts: what earlier claims left; those that count stays are the same for every claim.
  package init(_ situation: Situation, _ claim: ClaimQuantities<Q>, accounts: [Q]) {
    policy = situation.policy
    plan = situation.plan
    change = situation.change
    self.claim = claim
    self.accounts = accounts
    lookUp = LookUp(
      policy, plan, change, situation.facts,
      accounts: zip(policy.accounts, accounts).map { account, held in
        account.measure.isCount ? held.constantValue.flatMap { Int64(exactly: $0.numerator) } ?? 0 : 0
      })
    causes = CauseQuantities(inScope: claim.inScope, firstSelfPay: claim.firstSelfPay, layers: plan.layers.count)
  }

  /// What all layers pay together.
  package func total() throws(ArithmeticOverflow) -> Q {
    var sum = Q.zero
    for layer in layers { sum = try sum.adding(layer.payment) }
    return sum
  }

  package mutating func run() throws(AnalysisFailure) {
    do {
      try evaluate()
    } catch let failure as AnalysisFailure {
      throw failure
    } catch {
      throw .overflow
    }
    if lookUp.lacksCase { throw .noCase }
  }

  private mutating func evaluate() throws {
    if !lookUp.facts.continuesUnit { for account in plan.unitAccounts { accounts[account] = .zero } }
    lookUp.treatAsLevel()
    let first = plan.layers.firstIndex { $0.takesInScope && $0.applies.hold(for: lookUp.facts) }
    owesFirstSelfPay = change?.firstSelfPay != nil && first.map { plan.layers[$0].isReached } ?? false
    if owesFirstSelfPay, policy.nonLocal?.takesSelfPayBeforeDeductible ?? false {
      try takeFirstSelfPay(of: causes.inScope)
    }
    for index in plan.layers.indices where plan.layers[index].applies.hold(for: lookUp.facts) {
      if plan.layers[index].cumulative != nil {
        try evaluateCumulative(index)
      } else {
        try evaluate(index)
      }
    }
    try countOccurrence()
  }

  private mutating func takeFirstSelfPay(of base: Q) throws(ArithmeticOverflow) {
    owesFirstSelfPay = false
    guard let share = change?.firstSelfPay else { return }
    let amount = try base.times(share.value).rounded(policy.rounding.rounding).lesser(of: base)
    causes.nonLocalSelfPay = amount
    causes.inScope = try causes.inScope.subtracting(amount)
  }

  private mutating func evaluate(_ index: Int) throws {
    let layer = plan.layers[index]
    var base = try amount(of: layer.base)
    let charge = try charge(index, base: base)
    if owesFirstSelfPay, layer.takesInScope {
      try takeFirstSelfPay(of: base.subtracting(charge.amount))
      base = try amount(of: layer.base)
    }
    let share = try share(index, base: base, charge: charge)
    let payable = try share.end.subtracting(charge.amount)
    let payment = try payment(of: share, most: payable, base: base)
    layers.append(
      LayerResult(
        layer: index, base: base, deductible: charge.amount, end: share.end, uncapped: share.uncapped,
        room: share.left, axis: share.axis, payment: payment))
    try moveParts(index, base: base, charge: charge, share: share, payment: payment)
    try grow(index, charge, end: share.end, payment: payment)
  }

  func amount(of base: CompiledLayer.Base) throws(ArithmeticOverflow) -> Q {
    switch base {
    case .inScope: return causes.inScope
    case .overCap(let layer): return try causes.amount(of: .overCap, layer: layer).notBelowZero()
    case .causes(let list):
      var sum = Q.zero
      for item in list { sum = try sum.adding(causes.amount(of: item.cause, layer: item.layer).notBelowZero()) }
      return sum
    }
  }

  /// P: the share rounded, within what it could be, the room and the base.
  func payment(of share: ShareQuantities<Q>, most: Q, base: Q) throws(ArithmeticOverflow) -> Q {
    let halfUp = Rounding.halfUpToFen
    var payment = try share.amount.rounded(policy.rounding.rounding)
      .lesser(of: most.greater(of: share.amount).rounded(halfUp))
    if let room = share.room { payment = try payment.lesser(of: room.rounded(Rounding(mode: .down, unit: 1))) }
    return try payment.lesser(of: base.rounded(halfUp))
  }

  private mutating func moveParts(
    _ index: Int, base: Q, charge: ChargeQuantities<Q>, share: ShareQuantities<Q>, payment: Q
  ) throws(ArithmeticOverflow) {
    switch plan.layers[index].base {
    case .inScope: causes.inScope = .zero
    case .overCap(let layer): causes.removeOverCap(layer: layer)
    case .causes(let list):
      try reduce(list, by: payment)
      return
    }
    var left = charge.amount
    var rest = try share.end.subtracting(left).subtracting(payment)
    if plan.layers[index].isReached, change?.minimum != nil {
      // What a guaranteed minimum pays beyond the rest comes off the deductible.
      left = try left.adding(rest.lesser(of: .zero))
      rest = try rest.notBelowZero()
    }
    causes.leave(by: index, deductible: left, overCap: try base.subtracting(share.end), ratioShare: rest)
  }

  mutating func reduce(_ list: [(layer: Int, cause: Cause)], by payment: Q) throws(ArithmeticOverflow) {
    var rest = payment
    for item in list { rest = try causes.reduce(item.cause, layer: item.layer, by: rest) }
  }

  mutating func note(_ result: LayerResult<Q>) { layers.append(result) }

  // MARK: Accounts

  private mutating func grow(_ index: Int, _ charge: ChargeQuantities<Q>, end: Q, payment: Q)
    throws(ArithmeticOverflow)
  {
    for growth in plan.layers[index].growth {
      let account = growth.account.account(for: lookUp.facts)
      switch growth.measure {
      case .deductible: try add(charge.amount, to: account)
      case .standard:
        if account >= 0 { accounts[account] = try accounts[account].greater(of: charge.standard) }
      case .expense: try add(end, to: account)
      case .expenseAboveDeductible: try add(end.subtracting(charge.amount), to: account)
      case .paid: try add(payment, to: account)
      case .base, .occurrences: continue
      }
    }
  }

  mutating func add(_ amount: Q, to account: Int) throws(ArithmeticOverflow) {
    if account >= 0 { accounts[account] = try accounts[account].adding(amount.rounded(.halfUpToFen)) }
  }

  private mutating func countOccurrence() throws(ArithmeticOverflow) {
    if lookUp.facts.continuesUnit { return }
    let level = lookUp.facts[.hospitalLevel]
    let counting = plan.occurrences
    let byLevel = [counting.byParentLevel, counting.byFinestClass].map { $0.indices.contains(level) ? $0[level] : -1 }
    for counter in [counting.all] + byLevel where counter >= 0 {
      accounts[counter] = try accounts[counter].adding(.constant(.one))
    }
  }
}
