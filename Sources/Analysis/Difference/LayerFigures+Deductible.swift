import PolicyModel
import Settlement
import Values

extension LayerFigures {
  mutating func deductible() throws -> [RuleFigure] {
    guard let rule = layer.deductible else {
      guard case .amount(let own) = algebra.ownDeductible(index) else { return [] }
      return [figure("deductible.amount", "起付标准.标准", text(of: own))].compactMap { $0 }
    }
    let ordinal = algebra.lookUp.setOrdinal(rule) ?? 1
    let amount = try amount(of: rule, ordinal: ordinal)
    let adjustments = adjustments(of: rule)
    let again = rule.againEvery.flatMap { algebra.lookUp.figure(of: $0) }.flatMap { $0 }
    algebra.lookUp.setOrdinal(nil)
    let accounts = [rule.account, rule.highest].compactMap(account)
    let counting: RuleText? = countsStays ? .word(rule.counting) : nil
    return [
      figure("deductible.amount", "起付标准.标准", amount),
      figure("deductible.adjust", "起付标准.调整", adjustments),
      figure("deductible.again_every_days", "起付标准.满天数再收", again.map { RuleText("\($0)") }),
      figure("deductible.account", "起付标准.账户", accounts.isEmpty ? nil : .list(accounts)),
      figure("deductible.counted_within", "起付标准.次数范围", counting),
      figure("deductible.ceiling", "起付标准.年度上限", ceiling(of: rule)),
    ].compactMap { $0 }
  }

  /// What is asked for before earlier claims are counted.
  private mutating func amount(of rule: CompiledDeductible, ordinal: Int) throws -> RuleText? {
    if case .amount(let own) = algebra.ownDeductible(index) { return text(of: own) }
    guard let leaf = algebra.lookUp.leaf(of: rule.table) else { return nil }
    if rule.amounts[leaf].isShare { return text(of: rule.amounts[leaf]) }
    return try algebra.standard(of: rule, layer: index, base: .zero, ordinal: ordinal).map { .money($0.amount) }
  }

  private func text(of amount: CompiledDeductible.Amount) -> RuleText {
    switch amount {
    case .fixed(let fixed): return .money(fixed.value)
    case .share(let base, let share, let least, let most):
      let bounds = RuleText.bounds(atLeast: least.map { .money($0.value) }, atMost: most.map { .money($0.value) })
      return .list([.share(share.value) + RuleText(" percent_of ", " 基数 ") + .word(base)] + bounds)
    }
  }

  /// Changes that the amount does not show: those of a share, and those that grow with each stay.
  private mutating func adjustments(of rule: CompiledDeductible) -> RuleText? {
    let own = algebra.ownDeductible(index)
    if case .amount = own { return nil }
    guard let leaf = algebra.lookUp.leaf(of: rule.table) else { return nil }
    let holding = rule.adjustments.filter { $0.applies.hold(for: facts) }
    guard rule.amounts[leaf].isShare || holding.contains(where: \.countsEachStay) else { return nil }
    var parts: [RuleText] = rule.amounts[leaf].isShare ? [] : [text(of: rule.amounts[leaf])]
    for adjustment in holding { parts += text(of: adjustment) }
    if case .times(let factor, let least, let most) = own {
      parts.append(RuleText("non_local times ", "异地就医 乘以 ") + .share(factor.value))
      parts += RuleText.bounds(atLeast: least.map { .money($0.value) }, atMost: most.map { .money($0.value) })
    }
    return parts.isEmpty ? nil : .list(parts)
  }

  private mutating func text(of adjustment: CompiledDeductible.Adjustment) -> [RuleText] {
    let change: RuleText?
    switch adjustment.change {
    case .times(let factors):
      change = algebra.lookUp.figure(of: factors).map { RuleText("times ", "乘以 ") + .share($0) }
    case .minusEachTime(let steps):
      change = algebra.lookUp.figure(of: steps).map { RuleText("minus_each_time ", "每次递减 ") + .money($0) }
    case .timesEachTime(let factor): change = RuleText("times_each_time ", "每次乘以 ") + .share(factor.value)
    }
    let least = adjustment.atLeast.flatMap { algebra.lookUp.figure(of: $0) }
    let most = adjustment.atMost.flatMap { algebra.lookUp.figure(of: $0) }
    return [change].compactMap { $0 }
      + RuleText.bounds(atLeast: least.map { .money($0) }, atMost: most.map { .money($0) })
  }

  private mutating func ceiling(of rule: CompiledDeductible) -> RuleText? {
    guard let ceiling = rule.ceiling, let limit = algebra.lookUp.figure(of: ceiling) else { return nil }
    return .list([.money(limit), .account(rule.ceilingAccount, of: policy)].compactMap { $0 })
  }

  /// Whether some table goes by the ordinal, so that it matters which earlier stays count.
  private var countsStays: Bool {
    let counting = situation.plan.occurrences
    return ([counting.all] + counting.byParentLevel + counting.byFinestClass).contains { $0 >= 0 }
  }
}

extension CompiledDeductible.Adjustment {
  /// Whether it makes the amount of a stay out of that of the one before.
  fileprivate var countsEachStay: Bool {
    switch change {
    case .times: false
    case .minusEachTime, .timesEachTime: true
    }
  }
}
