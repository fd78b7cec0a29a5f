import Findings
import PolicyModel
import Values

extension PolicyCompiler {
  mutating func compile(_ plan: Plan, in domain: Domain) -> CompiledPlan {
    let occurrences = occurrenceCounting(of: plan)
    var layers: [CompiledLayer] = []
    for layer in plan.layers {
      layers.append(compile(layer, of: plan, in: domain.restricting(by: layer.applies)))
    }
    return CompiledPlan(
      plan: plan, applies: conditions(plan.applies), layers: layers,
      accounts: accountsUsed(layers, occurrences), dimensions: dimensionsUsed(plan, layers), occurrences: occurrences)
  }

  /// Counters that tables by `occurrence` need, of this plan or of one that counts on the same account.
  private mutating func occurrenceCounting(of plan: Plan) -> OccurrenceCounting {
    let needs = policy.plans.filter { $0.occurrenceAccount == plan.occurrenceAccount }.map(OccurrenceNeeds.init)
    let needsParent = needs.contains(where: \.parentLevel)
    let needsClass = needs.contains(where: \.finestClass)
    if needsParent, needsClass {
      // Both would count under the names of the levels.
      collector.report(.mixedCounting, at: plan.place, ["name": plan.occurrenceAccount])
    }
    var byParent: [Int] = []
    var byClass: [Int] = []
    for level in policy.space.values(of: .hospitalLevel) {
      let fixed = policy.space.lineage(of: level, in: .hospitalLevel).last ?? level
      byParent.append(needsParent ? counter(plan, fixed) : -1)
      byClass.append(needsClass ? counter(plan, level) : -1)
    }
    let needsAll = needs.contains(where: \.all)
    return OccurrenceCounting(
      all: needsAll ? account(plan.occurrenceAccount, .occurrences, .year, at: plan.place) : -1,
      byParentLevel: byParent, byFinestClass: byClass)
  }

  private mutating func counter(_ plan: Plan, _ level: String) -> Int {
    account("\(plan.occurrenceAccount).\(level)", .occurrences, .year, at: plan.place)
  }

  private mutating func compile(_ layer: Layer, of plan: Plan, in domain: Domain) -> CompiledLayer {
    let deductible = layer.deductible.map { compile($0, in: domain) }
    let ratio = compile(layer.ratio, in: domain)
    var caps: [CompiledCap] = []
    for cap in layer.caps { caps.append(compile(cap, in: domain)) }
    let cumulative = layer.cumulative.map { compile($0) }
    return CompiledLayer(
      layer: layer, applies: conditions(layer.applies), base: base(layer.base, of: plan), deductible: deductible,
      ratio: ratio, caps: caps, cumulative: cumulative, growth: growth(deductible, ratio, caps),
      isReached: policy.nonLocal?.layers[layer.id] != nil)
  }

  private func base(_ base: Layer.Base, of plan: Plan) -> CompiledLayer.Base {
    func index(_ id: String?) -> Int { id.flatMap { id in plan.layers.firstIndex { $0.id == id } } ?? -1 }
    return switch base {
    case .inScope: .inScope
    case .overCap(let layer): .overCap(layer: index(layer))
    case .causes(let causes): .causes(causes.map { (layer: index($0.layer), cause: $0.cause) })
    }
  }

  private mutating func compile(_ deductible: Deductible, in domain: Domain) -> CompiledDeductible {
    let (table, leaves) = tables.compile(deductible.amount, in: domain)
    var amounts: [CompiledDeductible.Amount] = []
    for leaf in leaves {
      switch leaf {
      case .fixed(let figure): amounts.append(.fixed(cite(figure)))
      case .share(let base, let share, let least, let most):
        amounts.append(.share(of: base, cite(share), atLeast: least.map { cite($0) }, atMost: most.map { cite($0) }))
      }
    }
    var ceilingTable: DenseTable?
    var ceilingAmounts: [Cited<Fen>] = []
    if let ceiling = deductible.ceiling {
      let (table, leaves) = tables.compile(ceiling.amount, in: domain)
      ceilingTable = table
      for leaf in leaves { ceilingAmounts.append(cite(leaf)) }
    }
    return CompiledDeductible(
      counting: deductible.counting, table: table, amounts: amounts,
      account: optionalAccount(deductible.account, .deductible),
      ceilingAccount: optionalAccount(deductible.ceiling?.account, .deductible),
      ceilingTable: ceilingTable, ceilingAmounts: ceilingAmounts)
  }

  private mutating func optionalAccount(_ name: AccountName?, _ measure: Account.Measure) -> Int {
    guard let name else { return -1 }
    return account(name.text, measure, .year, at: name.place)
  }

  private mutating func compile(_ rule: RatioRule, in domain: Domain) -> CompiledRatio {
    let (table, leaves) = tables.compile(rule.table, in: domain)
    var ratios: [Cited<Exact>] = []
    for leaf in leaves { for figure in leaf { ratios.append(cite(figure)) } }
    var adjustments: [CompiledRatio.Adjustment] = []
    for adjustment in rule.adjustments { adjustments.append(compile(adjustment, in: domain)) }
    if rule.mode == .slab, rule.axis == .paid { collector.report(.slabOnPaid, at: rule.place) }
    return CompiledRatio(
      axis: rule.axis, isSlab: rule.mode == .slab,
      account: optionalAccount(rule.account, RatioRule.measure(of: rule.axis)),
      ends: rule.columnEnds.map { $0?.count ?? .max }, table: table, ratios: ratios, adjustments: adjustments)
  }

  private mutating func compile(_ adjustment: RatioRule.Adjustment, in domain: Domain) -> CompiledRatio.Adjustment {
    let change: CompiledRatio.Adjustment.Change
    switch adjustment.change {
    case .plus(let points):
      let (table, leaves) = tables.compile(points, in: domain.restricting(by: adjustment.applies))
      var cited: [Cited<Exact>] = []
      for leaf in leaves { cited.append(cite(leaf)) }
      change = .plus(table, cited)
    case .selfPayTimes(let factor): change = .selfPayTimes(cite(factor))
    }
    return CompiledRatio.Adjustment(
      applies: conditions(adjustment.applies), change: change, atMost: adjustment.atMost.map { cite($0) },
      atLeast: adjustment.atLeast.map { cite($0) })
  }

  private mutating func compile(_ cap: Cap, in domain: Domain) -> CompiledCap {
    let (table, leaves) = tables.compile(cap.amount, in: domain)
    var amounts: [Cited<Fen>] = []
    for leaf in leaves { amounts.append(cite(leaf)) }
    let account =
      cap.period == .settlement ? -1 : account(cap.id, cap.measure.accountMeasure, cap.period, at: cap.place)
    return CompiledCap(cap: cap, measure: cap.measure, account: account, table: table, amounts: amounts)
  }

  private mutating func compile(_ cumulative: Layer.Cumulative) -> CompiledCumulative {
    let name = cumulative.account
    return CompiledCumulative(
      account: account(name.text, .base, .year, at: name.place),
      paidAccount: cumulative.settlesAgainstPaid ? account("\(name.text).paid", .paid, .year, at: name.place) : -1)
  }

  /// Each account of a layer grows once a claim, also when two of its parts name it.
  private func growth(_ deductible: CompiledDeductible?, _ ratio: CompiledRatio, _ caps: [CompiledCap])
    -> [CompiledLayer.Growth]
  {
    var growth: [CompiledLayer.Growth] = []
    func add(_ account: Int, _ measure: Account.Measure) {
      guard account >= 0, !growth.contains(where: { $0.account == account }) else { return }
      growth.append(.init(account: account, measure: measure))
    }
    if let deductible {
      add(deductible.account, .deductible)
      add(deductible.ceilingAccount, .deductible)
    }
    add(ratio.account, RatioRule.measure(of: ratio.axis))
    for cap in caps { add(cap.account, cap.measure.accountMeasure) }
    return growth
  }

  private func accountsUsed(_ layers: [CompiledLayer], _ occurrences: OccurrenceCounting) -> [Int] {
    var used = Set(layers.flatMap { $0.growth.map(\.account) })
    for layer in layers {
      if let cumulative = layer.cumulative { used.formUnion([cumulative.account, cumulative.paidAccount]) }
    }
    used.insert(occurrences.all)
    used.formUnion(occurrences.byParentLevel)
    used.formUnion(occurrences.byFinestClass)
    return used.filter { $0 >= 0 }.sorted()
  }

  /// What a claim has to know so that no look-up of the plan fails.
  private func dimensionsUsed(_ plan: Plan, _ layers: [CompiledLayer]) -> [Dimension] {
    var used = Set(plan.applies.all.map(\.dimension))
    for layer in plan.layers {
      used.formUnion(TableDimensions.of(layer))
      used.formUnion(layer.applies.all.map(\.dimension))
    }
    if layers.contains(where: { layer in
      guard let deductible = layer.deductible else { return false }
      return deductible.counting != .all
    }) {
      used.insert(.hospitalLevel)
    }
    used.remove(.occurrence)
    return Dimension.allCases.filter(used.contains)
  }
}

/// The dimensions that tables of a layer go by.
enum TableDimensions {
  static func of(_ layer: Layer) -> Set<Dimension> {
    var used = ofRatio(layer.ratio)
    if let deductible = layer.deductible {
      used.formUnion(deductible.amount.dimensions)
      used.formUnion(deductible.ceiling?.amount.dimensions ?? [])
    }
    for cap in layer.caps { used.formUnion(cap.amount.dimensions) }
    return used
  }

  static func ofRatio(_ rule: RatioRule) -> Set<Dimension> {
    var used = Set(rule.table.dimensions)
    for adjustment in rule.adjustments {
      used.formUnion(adjustment.applies.all.map(\.dimension))
      if case .plus(let points) = adjustment.change { used.formUnion(points.dimensions) }
    }
    return used
  }
}

extension RatioRule {
  static func measure(of axis: Axis) -> Account.Measure {
    switch axis {
    case .expenseWithDeductible: .expense
    case .expenseAboveDeductible: .expenseAboveDeductible
    case .paid: .paid
    }
  }
}

extension Cap.Measure {
  var accountMeasure: Account.Measure {
    switch self {
    case .paid: .paid
    case .expense: .expense
    case .expenseAboveDeductible: .expenseAboveDeductible
    }
  }
}

/// Which counters the tables of a plan ask for.
private struct OccurrenceNeeds {
  var all = false
  var parentLevel = false
  var finestClass = false

  init(_ plan: Plan) {
    for layer in plan.layers {
      if let deductible = layer.deductible, deductible.amount.dimensions.contains(.occurrence) {
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
