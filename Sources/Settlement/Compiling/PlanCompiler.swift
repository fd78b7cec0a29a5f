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
    let used = accountsUsed(layers, occurrences)
    let chosen = used.chosen.flatMap(\.all).filter { $0 >= 0 }
    let isYearly = (used.fixed + chosen).contains { accounts.all[$0].period == .year }
    return CompiledPlan(
      plan: plan, applies: conditions(plan.applies), layers: layers, accounts: used.fixed, unitAccounts: used.unit,
      selectors: used.chosen,
      yearCitation: isYearly ? policy.benefitYear.citation.map { citations.index(of: $0) } ?? -1 : -1,
      needs: needs(of: plan, occurrences),
      classes: ClassUse.classes(
        of: plan, countedByClass: occurrences.byFinestClass.contains { $0 >= 0 }, policy),
      occurrences: occurrences)
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
    // A threshold of a yearly base is no charge of the visit.
    let unit = plan.merging == nil || layer.cumulative != nil ? nil : "\(plan.name).\(layer.id).unit"
    let deductible = layer.deductible.map { compile($0, unit: unit, in: domain) }
    let ratio = compile(layer.ratio, unit: unit, in: domain)
    var caps: [CompiledCap] = []
    for cap in layer.caps { caps.append(compile(cap, isMerging: plan.merging != nil, in: domain)) }
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
    func add(_ account: AccountSelector, _ measure: Account.Measure) {
      guard account.all.contains(where: { $0 >= 0 }), !growth.contains(where: { $0.account.all == account.all }) else {
        return
      }
      growth.append(.init(account: account, measure: measure))
    }
    if let deductible {
      add(deductible.account, .deductible)
      add(deductible.highest, .standard)
      add(AccountSelector(deductible.ceilingAccount), .deductible)
    }
    add(ratio.account, RatioRule.measure(of: ratio.axis))
    for cap in caps { add(cap.account, cap.measure.accountMeasure) }
    return growth
  }

  /// The accounts of a plan: those of every claim, those of a merged unit, and those chosen by disease.
  private func accountsUsed(_ layers: [CompiledLayer], _ occurrences: OccurrenceCounting)
    -> (fixed: [Int], unit: [Int], chosen: [AccountSelector])
  {
    let grown = layers.flatMap { $0.growth.map(\.account) }
    let chosen = grown.filter { $0.slot == Dimension.disease.slot }
    var used = Set(grown.filter { $0.slot != Dimension.disease.slot }.flatMap(\.all))
    for layer in layers {
      if let cumulative = layer.cumulative { used.formUnion([cumulative.account, cumulative.paidAccount]) }
    }
    used.insert(occurrences.all)
    used.formUnion(occurrences.byParentLevel)
    used.formUnion(occurrences.byFinestClass)
    let sorted = used.filter { $0 >= 0 }.sorted()
    return (
      sorted.filter { accounts.all[$0].period != .settlement },
      sorted.filter { accounts.all[$0].period == .settlement },
      chosen
    )
  }
}
