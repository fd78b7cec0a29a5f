import Findings
import PolicyModel
import Values

/// Deductibles, ratios and caps as flat tables. `unit` begins the names of a merged unit's accounts; nil where each
/// settlement stands alone.
extension PolicyCompiler {
  mutating func compile(_ rule: Deductible, unit: String?, in domain: Domain) -> CompiledDeductible {
    let (table, leaves) = tables.compile(rule.amount, in: domain)
    var amounts: [CompiledDeductible.Amount] = []
    for leaf in leaves { amounts.append(cite(leaf)) }
    var adjustments: [CompiledDeductible.Adjustment] = []
    for adjustment in rule.adjustments { adjustments.append(compile(adjustment, in: domain)) }
    let accounts = deductibleAccounts(rule, unit: unit)
    return CompiledDeductible(
      counting: rule.counting, table: table, amounts: amounts, adjustments: adjustments,
      againEvery: rule.againEvery.map { compile($0, in: domain) { $0 } }, account: accounts.charged,
      highest: accounts.highest,
      ceilingAccount: rule.ceiling.map { account($0.account.text, .deductible, .year, at: $0.account.place) } ?? -1,
      ceiling: rule.ceiling.map { compile($0.amount, in: domain) { $0 } })
  }

  private mutating func deductibleAccounts(_ rule: Deductible, unit: String?)
    -> (charged: AccountSelector, highest: AccountSelector)
  {
    guard let written = rule.account else {
      guard let unit else { return (.none, .none) }
      return (AccountSelector(account("\(unit).deductible", .deductible, .settlement, at: rule.place)), .none)
    }
    let name = written.name
    accounts.note(name, "\(written.useUp.rawValue)/\(written.separation?.rawValue ?? "—")")
    switch written.useUp {
    case .perLevel:
      var byLevel: [Int] = []
      for level in policy.space.values(of: .hospitalLevel) {
        let fixed = policy.space.lineage(of: level, in: .hospitalLevel).last ?? level
        byLevel.append(account("\(name.text).\(fixed)", .deductible, rule.period, at: name.place))
      }
      return (AccountSelector(slot: Dimension.hospitalLevel.slot, byValue: byLevel), .none)
    case .together:
      return (selector(name, .deductible, rule.period, written.separation, at: written.separationPlace), .none)
    case .highest:
      let charged = selector(name, .deductible, rule.period, written.separation, at: written.separationPlace)
      let highest = AccountName("\(name.text).highest", at: name.place)
      return (charged, selector(highest, .standard, rule.period, written.separation, at: written.separationPlace))
    }
  }

  /// One account for all claims, or one for each disease or group of diseases.
  mutating func selector(
    _ name: AccountName, _ measure: Account.Measure, _ period: Period, _ separation: Separation?, at place: Place?
  ) -> AccountSelector {
    guard let separation else { return AccountSelector(account(name.text, measure, period, at: name.place)) }
    guard policy.space.diseases != nil else {
      collector.report(.diseasesMissing, at: place ?? name.place)
      return .none
    }
    var byDisease: [Int] = []
    for value in policy.space.values(of: .disease) {
      let group = policy.space.lineage(of: value, in: .disease).last ?? value
      let member = separation == .disease ? value : group
      // Groups themselves are no diseases of claims.
      let isGroup = policy.space.diseases?.groups.contains { $0.id == value } ?? false
      byDisease.append(
        isGroup ? -1 : account("\(name.text).\(member)", measure, period, family: name.text, at: name.place))
    }
    return AccountSelector(slot: Dimension.disease.slot, byValue: byDisease)
  }

  private mutating func compile(_ adjustment: Deductible.Adjustment, in domain: Domain)
    -> CompiledDeductible.Adjustment
  {
    let domain = domain.restricting(by: adjustment.applies)
    let change: CompiledDeductible.Adjustment.Change
    switch adjustment.change {
    case .times(let factors): change = .times(compile(factors, in: domain) { Exact($0) })
    case .minusEachTime(let amounts): change = .minusEachTime(compile(amounts, in: domain) { $0 })
    case .timesEachTime(let factor): change = .timesEachTime(cite(factor))
    }
    return CompiledDeductible.Adjustment(
      applies: conditions(adjustment.applies), change: change,
      atLeast: adjustment.atLeast.map { compile($0, in: domain) { $0 } },
      atMost: adjustment.atMost.map { compile($0, in: domain) { $0 } })
  }

  /// A table of single figures.
  private mutating func compile<Value: SlightlyChangeable, Result>(
    _ table: RuleTable<Figure<Value>>, in domain: Domain, as value: (Value) -> Result
  ) -> CompiledTable<Result> {
    let (flat, leaves) = tables.compile(table, in: domain)
    var cited: [Cited<Result>] = []
    for leaf in leaves { cited.append(cite(leaf, as: value)) }
    return CompiledTable(table: flat, values: cited)
  }

  mutating func cite(_ amount: Deductible.Amount) -> CompiledDeductible.Amount {
    switch amount {
    case .fixed(let figure): .fixed(cite(figure))
    case .share(let base, let share, let least, let most):
      .share(of: base, cite(share), atLeast: least.map { cite($0) }, atMost: most.map { cite($0) })
    }
  }

  mutating func compile(_ rule: RatioRule, unit: String?, in domain: Domain) -> CompiledRatio {
    let (table, leaves) = tables.compile(rule.table, in: domain)
    var ratios: [Cited<Exact>] = []
    for leaf in leaves { for figure in leaf { ratios.append(cite(figure)) } }
    var adjustments: [CompiledRatio.Adjustment] = []
    for adjustment in rule.adjustments { adjustments.append(compile(adjustment, in: domain)) }
    if rule.mode == .slab, rule.axis == .paid { collector.report(.slabOnPaid, at: rule.place) }
    return CompiledRatio(
      axis: rule.axis, isSlab: rule.mode == .slab, account: AccountSelector(axisAccount(rule, unit: unit)),
      ends: rule.columnEnds.map { columnEnd($0, of: rule) }, table: table, ratios: ratios, adjustments: adjustments)
  }

  private func columnEnd(_ end: Fen?, of rule: RatioRule) -> Int64 {
    guard let end else { return .max }
    return trial?.changes(rule.place, columnEnd: end) ?? false ? end.slightlyChanged.count : end.count
  }

  private mutating func axisAccount(_ rule: RatioRule, unit: String?) -> Int {
    let measure = RatioRule.measure(of: rule.axis)
    if let name = rule.account { return account(name.text, measure, rule.period, at: name.place) }
    // One column pays the same wherever it goes on from.
    guard let unit, rule.columnEnds.count > 1 else { return -1 }
    return account("\(unit).\(measure.rawValue)", measure, .settlement, at: rule.place)
  }

  private mutating func compile(_ adjustment: RatioRule.Adjustment, in domain: Domain) -> CompiledRatio.Adjustment {
    let change: CompiledRatio.Adjustment.Change
    switch adjustment.change {
    case .plus(let points, let forEach):
      let table = compile(points, in: domain.restricting(by: adjustment.applies)) { Exact($0) }
      change = .plus(
        table, forEach: forEach.map { .init(slot: policy.space.slot(of: $0.dimension), beyond: $0.beyond) })
    case .selfPayTimes(let factor): change = .selfPayTimes(cite(factor))
    }
    return CompiledRatio.Adjustment(
      applies: conditions(adjustment.applies), change: change, atMost: adjustment.atMost.map { cite($0) },
      atLeast: adjustment.atLeast.map { cite($0) })
  }

  mutating func compile(_ cap: Cap, isMerging: Bool, in domain: Domain) -> CompiledCap {
    let (table, leaves) = tables.compile(cap.amount, in: domain)
    var amounts: [Cited<Fen?>] = []
    for (leaf, place) in zip(leaves, cap.amount.casePlaces) {
      switch leaf {
      case .amount(let figure): amounts.append(cite(figure) { $0 })
      case .unlimited(let citation):
        let place = place ?? cap.place
        let limit = trial?.changes(place) ?? false ? Fen.zero : nil
        amounts.append(Cited(value: limit, citation: index(of: citation, at: place)))
      }
    }
    var several: CompiledCap.Several?
    switch cap.several {
    case .largest: several = .largest
    case .mainAndOthers(let most): several = .mainAndOthers(upTo: cite(most))
    case nil: several = nil
    }
    if several != nil, policy.space.diseases == nil {
      collector.report(.diseasesMissing, at: cap.diseasePlace ?? cap.place)
    }
    return CompiledCap(
      cap: cap, measure: cap.measure, account: capAccount(cap, isMerging), table: table, amounts: amounts,
      several: several)
  }

  private mutating func capAccount(_ cap: Cap, _ isMerging: Bool) -> AccountSelector {
    let measure = cap.measure.accountMeasure
    guard cap.period == .settlement else {
      return selector(AccountName(cap.id, at: cap.place), measure, cap.period, cap.separation, at: cap.diseasePlace)
    }
    return isMerging ? AccountSelector(account("\(cap.id).unit", measure, .settlement, at: cap.place)) : .none
  }
}
