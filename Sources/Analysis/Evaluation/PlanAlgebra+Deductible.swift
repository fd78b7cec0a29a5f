import PolicyModel
import Settlement
import Values

/// What a layer leaves to the person before it pays.
struct ChargeQuantities<Q: Quantity>: Sendable {
  /// d: what the claim really bears.
  var amount: Q
  /// What the rules still ask for, however small the claim.
  var asked: Q
  /// D: what the rules ask for before earlier claims are counted.
  var standard: Q

  static var nothing: ChargeQuantities { ChargeQuantities(amount: .zero, asked: .zero, standard: .zero) }
}

extension PlanAlgebra {
  mutating func charge(_ index: Int, base: Q) throws(ArithmeticOverflow) -> ChargeQuantities<Q> {
    guard let rule = plan.layers[index].deductible else { return try chargeOwn(index, base: base) }
    let ordinal = lookUp.setOrdinal(rule) ?? 1
    guard let standard = try standard(of: rule, layer: index, base: base, ordinal: ordinal) else { return .nothing }
    let asked =
      standard.isShare
      ? standard.amount
      : try standard.amount.times(Exact(chargesOfStay(rule)))
        .rounded(.halfUpToFen)
    lookUp.setOrdinal(nil)
    var left = asked
    let account = rule.account.account(for: lookUp.facts)
    if account >= 0 {
      let highest = rule.highest.account(for: lookUp.facts)
      if highest >= 0 { left = try left.greater(of: accounts[highest]) }
      left = try left.subtracting(accounts[account]).notBelowZero()
    }
    if let ceiling = rule.ceiling, let limit = lookUp.figure(of: ceiling) {
      left = try left.lesser(
        of: Q.constant(Exact(limit)).subtracting(accounts[rule.ceilingAccount]).notBelowZero())
    }
    return ChargeQuantities(amount: try base.lesser(of: left), asked: left, standard: asked)
  }

  /// The standing's own deductible where the layer has none at home.
  private mutating func chargeOwn(_ index: Int, base: Q) throws(ArithmeticOverflow) -> ChargeQuantities<Q> {
    guard case .amount(let own) = ownDeductible(index) else { return .nothing }
    let amount = try value(of: own, base: base)
    return ChargeQuantities(amount: try base.lesser(of: amount), asked: amount, standard: amount)
  }

  /// The standing's own deductible where it reaches the layer.
  func ownDeductible(_ index: Int) -> CompiledChange.OwnDeductible? {
    let layer = plan.layers[index]
    return layer.isReached && layer.takesInScope ? change?.deductible : nil
  }

  /// How often the days of the stay make it charged.
  private mutating func chargesOfStay(_ rule: CompiledDeductible) -> Int64 {
    guard let again = rule.againEvery, let interval = lookUp.figure(of: again), let days = interval,
      lookUp.facts.days > days
    else { return 1 }
    return (Int64(lookUp.facts.days) + Int64(days) - 1) / Int64(days)
  }

  /// D for one charge; nil when the table has no case.
  mutating func standard(of rule: CompiledDeductible, layer index: Int, base: Q, ordinal: Int)
    throws(ArithmeticOverflow) -> (amount: Q, isShare: Bool)?
  {
    let own = ownDeductible(index)
    if case .amount(let amount) = own { return (try value(of: amount, base: base), amount.isShare) }
    guard let leaf = lookUp.leaf(of: rule.table) else { return nil }
    var home = try value(of: rule.amounts[leaf], base: base)
    if !rule.adjustments.isEmpty { home = try adjusted(home, by: rule.adjustments, ordinal: ordinal) }
    if case .times(let factor, let least, let most) = own {
      home = try bounded(
        home.times(factor.value).rounded(policy.rounding.rounding), least?.value, most?.value)
    }
    return (home, rule.amounts[leaf].isShare)
  }

  private mutating func adjusted(_ home: Q, by adjustments: [CompiledDeductible.Adjustment], ordinal: Int)
    throws(ArithmeticOverflow) -> Q
  {
    var amount = home
    for adjustment in adjustments where adjustment.applies.hold(for: lookUp.facts) {
      switch adjustment.change {
      case .times(let factors):
        guard let factor = lookUp.figure(of: factors) else { return home }
        amount = try amount.times(factor)
      case .minusEachTime(let steps):
        guard let step = lookUp.figure(of: steps) else { return home }
        let less = try Exact(step).multiplied(by: Exact(Int64(ordinal - 1)))
        amount = try amount.subtracting(.constant(less)).notBelowZero()
      case .timesEachTime(let factor):
        for _ in 1..<max(1, ordinal) { amount = try amount.times(factor.value).rounded(policy.rounding.rounding) }
      }
      amount = try bounded(
        amount, adjustment.atLeast.flatMap { lookUp.figure(of: $0) },
        adjustment.atMost.flatMap { lookUp.figure(of: $0) })
    }
    return try amount.rounded(policy.rounding.rounding)
  }

  /// An amount as written, or a share of one of the claim's within its bounds.
  private func value(of amount: CompiledDeductible.Amount, base: Q) throws(ArithmeticOverflow) -> Q {
    switch amount {
    case .fixed(let fixed): return .constant(Exact(fixed.value))
    case .share(let of, let share, let least, let most):
      let whole = of == .total ? claim.total : base
      return try bounded(
        whole.times(share.value).rounded(policy.rounding.rounding), least?.value, most?.value)
    }
  }

  private func bounded(_ amount: Q, _ least: Fen?, _ most: Fen?) throws(ArithmeticOverflow) -> Q {
    var amount = amount
    if let least { amount = try amount.greater(of: .constant(Exact(least))) }
    if let most { amount = try amount.lesser(of: .constant(Exact(most))) }
    return amount
  }
}
