import PolicyModel
import Values

extension FlatSituationBuilder {
  /// Nil when the layer cannot be expressed.
  mutating func layer(_ index: Int) throws(ArithmeticOverflow) -> FlatLayer? {
    let compiled = plan.layers[index]
    // Conditions on the ordinal hold or not by what earlier layers looked up.
    if compiled.applies.tests.contains(where: { $0.dimension == Dimension.occurrence.slot }) { return nil }
    guard !compiled.ratio.isSlab, compiled.ratio.axis != .paid,
      !compiled.growth.contains(where: { $0.measure == .standard }),
      !compiled.ratio.adjustments.contains(where: \.countsANumber)
    else { return nil }
    var layer = FlatLayer(base: base(compiled.base))
    if let cumulative = compiled.cumulative {
      layer.yearlyAccount = cumulative.account
      layer.yearlyPaidAccount = cumulative.paidAccount
      guard case .causes = compiled.base else { return nil }
    }
    guard let deductible = try deductible(index) else { return nil }
    layer.deductible = deductible
    probe.lookUpOrdinal(nil)
    guard let caps = try caps(of: compiled), try addColumns(index, to: &layer) else { return nil }
    layer.caps = caps
    layer.growth = growth(of: compiled)
    return layer
  }

  private mutating func base(_ base: CompiledLayer.Base) -> FlatLayer.Base {
    switch base {
    case .inScope: return .inScope
    case .overCap(let layer): return .overCap(layer)
    case .causes(let list):
      causes += list.map { FlatCause(layer: $0.layer, cause: $0.cause) }
      return .causes(first: causes.count - list.count, count: list.count)
    }
  }

  private mutating func deductible(_ index: Int) throws(ArithmeticOverflow) -> FlatDeductible? {
    let compiled = plan.layers[index]
    guard let rule = compiled.deductible else {
      guard case .amount(let own) = probe.ownDeductible(compiled), compiled.cumulative == nil else {
        return FlatDeductible()
      }
      guard case .fixed(let amount) = own else { return nil }
      probe.recorder.cite(amount.citation)
      return FlatDeductible(amount: amount.value.count)
    }
    let ordinal = probe.lookUpOrdinal(rule)
    guard rule.againEvery == nil, rule.highest.account(for: probe.facts) < 0,
      rule.adjustments.allSatisfy(\.isSameEachTime), !probe.isShare(rule, of: compiled)
    else { return nil }
    guard let asked = try probe.standard(of: rule, layer: index, base: .zero, ordinal: ordinal ?? 1) else { return nil }
    probe.lookUpOrdinal(nil)
    probe.recorder.cite(asked.citation)
    var deductible = FlatDeductible(amount: asked.value.count)
    // The threshold of a yearly base is no charge of the visit.
    if compiled.cumulative != nil { return deductible }
    deductible.account = rule.account.account(for: probe.facts)
    if let ceiling = rule.ceiling {
      guard let leaf = probe.leaf(of: ceiling.table) else { return nil }
      probe.recorder.cite(ceiling.values[leaf].citation)
      deductible.ceiling = ceiling.values[leaf].value.count
      deductible.ceilingAccount = rule.ceilingAccount
    }
    return deductible
  }

  private mutating func caps(of layer: CompiledLayer) throws(ArithmeticOverflow) -> Range<Int>? {
    let first = caps.count
    for cap in layer.caps {
      guard cap.several == nil, let limit = try probe.limit(of: cap) else { return nil }
      probe.recorder.cite(limit.citation)
      guard let amount = limit.value else { continue }
      let measure: FlatCap.Measure =
        switch cap.measure {
        case .paid: .paid
        case .expense: .expense
        case .expenseAboveDeductible: .expenseAboveDeductible
        }
      caps.append(
        FlatCap(measure: measure, limit: amount.count, account: cap.account.account(for: probe.facts)))
    }
    return first..<caps.count
  }

  /// Columns with their final ratios over one denominator; false when they do not fit.
  private mutating func addColumns(_ index: Int, to layer: inout FlatLayer) throws(ArithmeticOverflow) -> Bool {
    let ratio = plan.layers[index].ratio
    guard let leaf = probe.leaf(of: ratio.table) else { return false }
    layer.axisIncludesDeductible = ratio.axis == .expenseWithDeductible
    layer.axisAccount = plan.layers[index].cumulative == nil ? ratio.account.account(for: probe.facts) : -1
    var rates: [(value: Exact, basis: UInt8)] = []
    let own = probe.recorder
    for column in ratio.ends.indices {
      probe.recorder = BasisRecorder(policy)
      rates.append((try probe.finalRatio(index, leaf: leaf, column: column).value, 0))
      rates[column].basis = probe.recorder.basis.rank
    }
    probe.recorder = own
    guard let denominator = commonDenominator(rates.map(\.value)) else { return false }
    layer.denominator = denominator
    layer.largestBase = Int64.max / denominator / 4
    let first = columns.count
    for (column, rate) in rates.enumerated() {
      let numerator = Int64(rate.value.numerator) * (denominator / Int64(rate.value.denominator))
      columns.append(FlatColumn(end: ratio.ends[column], numerator: numerator, basis: rate.basis))
    }
    layer.columns = first..<columns.count
    return true
  }

  /// Nil when it is too large to leave room for amounts.
  private func commonDenominator(_ rates: [Exact]) -> Int64? {
    var common: Int64 = 1
    for rate in rates {
      guard let own = Int64(exactly: rate.denominator), own <= 1_000_000 else { return nil }
      var (divisor, rest) = (common, own)
      while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
      common = common / divisor * own
      if common > 1_000_000 { return nil }
    }
    return common
  }

  private mutating func growth(of layer: CompiledLayer) -> Range<Int> {
    let first = growth.count
    for item in layer.growth {
      let account = item.account.account(for: probe.facts)
      if account >= 0 { growth.append(FlatGrowth(account: account, measure: item.measure)) }
    }
    return first..<growth.count
  }
}

extension CompiledRatio.Adjustment {
  /// Its points depend on a number, which one set of figures cannot hold.
  fileprivate var countsANumber: Bool {
    if case .plus(_, .some) = change { true } else { false }
  }
}

extension CompiledDeductible.Adjustment {
  fileprivate var isSameEachTime: Bool {
    if case .times = change { true } else { false }
  }
}

extension Evaluator {
  /// Whether what a layer charges is a share of the claim's amounts.
  fileprivate mutating func isShare(_ rule: CompiledDeductible, of layer: CompiledLayer) -> Bool {
    if case .amount(let own) = ownDeductible(layer) { return own.isShare }
    return leaf(of: rule.table).map { rule.amounts[$0].isShare } ?? true
  }
}
