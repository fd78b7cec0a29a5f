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
    figures[index] = FlatFigures.Layer(isYearly: compiled.cumulative != nil)
    guard let deductible = try deductible(index) else { return nil }
    probe.lookUpOrdinal(nil)
    guard let caps = try caps(of: index), let columns = try columns(of: index) else { return nil }
    let (rounding, denominator) = (policy.rounding.rounding, columns.denominator)
    guard let rounded = FlatRounding(rounding.mode, unit: rounding.unit, parts: denominator) else { return nil }
    var layer = FlatLayer(
      index: Int32(index), base: .inScope, largestBase: FlatLimit.unlimited / denominator, denominator: denominator,
      rounding: rounded)
    setBase(of: &layer, compiled.base)
    layer.deductible = deductible.amount
    layer.deductibleAccount = Int32(deductible.account)
    layer.ceiling = deductible.ceiling
    layer.ceilingAccount = Int32(deductible.ceilingAccount)
    layer.axisIncludesDeductible = compiled.ratio.axis == .expenseWithDeductible
    layer.columns = FlatRange(columns.range)
    keep(caps, in: &layer)
    layer.growth = FlatRange(growth(of: compiled))
    if let cumulative = compiled.cumulative {
      guard layer.base == .causes else { return nil }
      layer.yearlyAccount = Int32(cumulative.account)
      layer.yearlyPaidAccount = Int32(cumulative.paidAccount)
    } else {
      layer.axisAccount = Int32(compiled.ratio.account.account(for: probe.facts))
    }
    return layer
  }

  private mutating func setBase(of layer: inout FlatLayer, _ base: CompiledLayer.Base) {
    let first = causes.count
    switch base {
    case .inScope: layer.base = .inScope
    case .overCap(let source):
      layer.base = .overCap
      layer.source = FlatCause(.overCap, of: positions(of: source))
      causes.append(layer.source)
    case .causes(let list):
      layer.base = .causes
      causes += list.map { FlatCause($0.cause, of: positions(of: $0.layer)) }
    }
    layer.causes = FlatRange(first..<causes.count)
  }

  /// Which of the layers so far are meant; -1 means all. One that does not apply left nothing.
  private func positions(of layer: Int) -> Range<Int> {
    if layer < 0 { return 0..<layers.count }
    return positions[layer].map { $0..<$0 + 1 } ?? 0..<0
  }

  private mutating func deductible(_ index: Int) throws(ArithmeticOverflow) -> Charge? {
    let compiled = plan.layers[index]
    guard let rule = compiled.deductible else {
      guard case .amount(let own) = probe.ownDeductible(compiled), compiled.cumulative == nil else {
        return Charge()
      }
      guard case .fixed(let amount) = own else { return nil }
      probe.recorder.cite(amount.citation)
      figures[index]?.standard = amount
      return Charge(amount: amount.value.count)
    }
    figures[index]?.counter = probe.ordinalCounter(rule)
    let ordinal = probe.lookUpOrdinal(rule)
    guard rule.againEvery == nil, rule.highest.account(for: probe.facts) < 0,
      rule.adjustments.allSatisfy(\.isSameEachTime), !probe.isShare(rule, of: compiled)
    else { return nil }
    let own = probe.recorder
    probe.recorder = StepRecorder(policy)
    guard let asked = try probe.standard(of: rule, layer: index, base: .zero, ordinal: ordinal ?? 1) else { return nil }
    let standard = probe.recorder
    probe.recorder = own
    standard.cited.forEach { probe.recorder.cite($0) }
    figures[index]?.adjustments = standard.steps
    figures[index]?.standard = Cited(value: asked.value, citation: asked.citation)
    probe.lookUpOrdinal(nil)
    probe.recorder.cite(asked.citation)
    var deductible = Charge(amount: asked.value.count)
    // The threshold of a yearly base is no charge of the visit.
    if compiled.cumulative != nil { return deductible }
    deductible.account = rule.account.account(for: probe.facts)
    if let ceiling = rule.ceiling {
      guard let leaf = probe.leaf(of: ceiling.table) else { return nil }
      probe.recorder.cite(ceiling.values[leaf].citation)
      figures[index]?.ceilingCitation = ceiling.values[leaf].citation
      deductible.ceiling = ceiling.values[leaf].value.count
      deductible.ceilingAccount = rule.ceilingAccount
    }
    return deductible
  }

  /// Puts a layer's caps where they are found by what they limit, and in the order of the rules.
  private mutating func keep(_ own: [FlatCap], in layer: inout FlatLayer) {
    let onPaid = own.filter { $0.measure == .paid }
    let onExpense = own.filter { $0.measure != .paid }
    layer.caps = own.isEmpty ? .none : onPaid.count > 1 || onExpense.count > 1 ? .more : .two
    layer.capOnPaid = onPaid.first ?? .none
    layer.capOnExpense = onExpense.first ?? .none
    layer.moreCaps = keep(onPaid.dropFirst() + onExpense.dropFirst())
    layer.toldCaps = keep(own[...])
  }

  private mutating func keep(_ some: ArraySlice<FlatCap>) -> FlatRange {
    caps += some
    return FlatRange(caps.count - some.count..<caps.count)
  }

  private mutating func caps(of index: Int) throws(ArithmeticOverflow) -> [FlatCap]? {
    var caps: [FlatCap] = []
    for cap in plan.layers[index].caps {
      guard cap.several == nil, let limit = try probe.limit(of: cap) else { return nil }
      probe.recorder.cite(limit.citation)
      figures[index]?.caps.append(limit)
      let measure: FlatCap.Measure =
        switch cap.measure {
        case .paid: .paid
        case .expense: .expense
        case .expenseAboveDeductible: .expenseAboveDeductible
        }
      caps.append(
        FlatCap(
          limit: min(limit.value?.count ?? .max, FlatLimit.unlimited),
          account: Int32(cap.account.account(for: probe.facts)), measure: measure))
    }
    return caps
  }

  /// Columns with their final ratios over one denominator; nil when they do not fit.
  private mutating func columns(of index: Int) throws(ArithmeticOverflow) -> (range: Range<Int>, denominator: Int64)? {
    let ratio = plan.layers[index].ratio
    guard let leaf = probe.leaf(of: ratio.table) else { return nil }
    var rates: [(value: Exact, basis: UInt8)] = []
    let own = probe.recorder
    for column in ratio.ends.indices {
      probe.recorder = StepRecorder(policy)
      let rate = try probe.finalRatio(index, leaf: leaf, column: column)
      rates.append((rate.value, FlatBasis.bit(probe.recorder.basis)))
      figures[index]?.columns.append(
        FlatFigures.Column(changes: probe.recorder.steps, ratio: rate, cited: probe.recorder.cited))
    }
    probe.recorder = own
    guard let denominator = commonDenominator(rates.map(\.value)) else { return nil }
    for (column, rate) in rates.enumerated() {
      let numerator = Int64(rate.value.numerator) * (denominator / Int64(rate.value.denominator))
      columns.append(
        FlatColumn(end: min(ratio.ends[column], FlatLimit.unlimited), numerator: Int32(numerator), basis: rate.basis))
    }
    return (columns.count - rates.count..<columns.count, denominator)
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
      guard account >= 0, let measure = FlatGrowth.Measure(item.measure) else { continue }
      // A layer of a yearly base adds nothing else.
      if layer.cumulative != nil, measure != .paid { continue }
      growth.append(FlatGrowth(account: Int32(account), measure: measure))
    }
    return first..<growth.count
  }
}

extension FlatSituationBuilder {
  /// What a layer's deductible asks for; nothing unless the rules say so.
  private struct Charge {
    /// D in fen.
    var amount: Int64 = 0
    /// What was charged in the period; -1 for none.
    var account = -1
    /// What may be charged in the period, where there is a limit.
    var ceiling: Int64 = 0
    var ceilingAccount = -1
  }
}

extension FlatGrowth.Measure {
  /// Nil for what other than layers adds.
  fileprivate init?(_ measure: Account.Measure) {
    switch measure {
    case .deductible: self = .deductible
    case .expense: self = .expense
    case .expenseAboveDeductible: self = .expenseAboveDeductible
    case .paid: self = .paid
    case .standard, .base, .occurrences: return nil
    }
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
