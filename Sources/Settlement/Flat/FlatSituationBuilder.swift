import PolicyModel
import Values

/// Looks up, once for all claims with the same facts, what ``Evaluator`` looks up for each; nil where a plan does what
/// 64-bit integers and one set of figures cannot express.
struct FlatSituationBuilder {
  let policy: CompiledPolicy
  let plan: CompiledPlan
  private let change: CompiledChange?
  var probe: Evaluator<StepRecorder>
  var layers: [FlatLayer] = []
  /// By number of a plan's layer where it is among those that apply.
  var positions: [Int: Int] = [:]
  var columns: [FlatColumn] = []
  private var turns: [FlatTurn] = []
  var caps: [FlatCap] = []
  var growth: [FlatGrowth] = []
  var causes: [FlatCause] = []
  /// By number of the plan's layer.
  var figures: [Int: FlatFigures.Layer] = [:]

  /// - Parameters:
  ///   - facts: of one of the claims, which has no amounts.
  ///   - accounts: of one of them; only the count of stays matters.
  init(_ policy: CompiledPolicy, _ plan: CompiledPlan, _ change: CompiledChange?, _ facts: Facts, _ accounts: [Int64]) {
    self.policy = policy
    self.plan = plan
    self.change = change
    probe = Evaluator(policy, plan, change, facts, accounts, StepRecorder(policy))
  }

  mutating func situation() -> FlatSituation? {
    if change?.minimum != nil || policy.rounding.moment == .column { return nil }
    if plan.yearCitation >= 0 { probe.recorder.cite(plan.yearCitation) }
    if let level = change?.treatedAsLevel {
      probe.facts[.hospitalLevel] = level.value
      probe.recorder.cite(level.citation)
    }
    let applying = plan.layers.indices.filter { plan.layers[$0].applies.hold(for: probe.facts) }
    for index in applying {
      do {
        guard let layer = try layer(index) else { return nil }
        positions[index] = layers.count
        layers.append(layer)
      } catch {
        return nil
      }
    }
    if probe.lacksCase { return nil }
    return flat(applying)
  }

  private mutating func flat(_ applying: [Int]) -> FlatSituation? {
    let owner = applying.first { plan.layers[$0].takesInScope && plan.layers[$0].isReached }
    let first = applying.first { plan.layers[$0].takesInScope }
    var share: Exact?
    if let cited = change?.firstSelfPay, owner != nil, owner == first {
      probe.recorder.cite(cited.citation)
      share = cited.value
    }
    let rounding = policy.rounding.rounding
    guard let selfPay = flat(share ?? .zero), let rounded = FlatRounding(rounding.mode, unit: rounding.unit, parts: 1)
    else { return nil }
    let counters = counters
    let unitAccounts = plan.unitAccounts.map { Int32($0) }
    var touched = Set(counters + unitAccounts + growth.map(\.account))
    for layer in layers { touched.formUnion([layer.yearlyAccount, layer.yearlyPaidAccount]) }
    touched.remove(-1)
    guard touched.count <= FlatSituation.touchedLimit, Fen.largest.count == FlatLimit.account else { return nil }
    let basis = FlatBasis.bit(probe.recorder.basis)
    causes.preferSums(layers)
    for index in layers.indices {
      layers[index] = withTurns(layers[index])
      layers[index].hasBasisOfColumns = hasBasisOfColumns(layers[index], beyond: basis)
      if layers[index].base == .overCap { layers[index].source = causes[Int(layers[index].causes.start)] }
    }
    let takesFirst = policy.nonLocal?.takesSelfPayBeforeDeductible ?? false
    if share != nil, !takesFirst, let index = layers.firstIndex(where: { $0.base == .inScope }) {
      layers[index].takesFirstSelfPay = true
    }
    return FlatSituation(
      layers: FlatList(layers), turns: FlatList(turns), causes: FlatList(causes),
      readsWhatItChanges: FlatReading(layers, growth, caps).readsChanged(since: unitAccounts),
      takesSelfPayBeforeDeductible: share != nil && takesFirst, basis: basis, touched: FlatList(touched.sorted()),
      growth: FlatList(growth), unitAccounts: FlatList(unitAccounts), counters: FlatList(counters),
      columns: FlatList(columns), caps: FlatList(caps), rounding: rounded, firstSelfPay: selfPay,
      accountCount: policy.accounts.count, mostEvents: 1 + layers.count * 8 + caps.count + columns.count,
      figures: .passRetained(
        FlatFigures(
          level: change?.treatedAsLevel, selfPay: share == nil ? nil : change?.firstSelfPay, layers: figures,
          cited: probe.recorder.cited)))
  }

  /// The last column has no end.
  private mutating func withTurns(_ layer: FlatLayer) -> FlatLayer {
    var layer = layer
    let own = columns[Int(layer.columns.start)..<Int(layer.columns.end)]
    layer.firstNumerator = own.first?.numerator ?? 0
    layer.lastNumerator = own.last?.numerator ?? 0
    for (column, next) in zip(own, own.dropFirst()) {
      turns.append(FlatTurn(end: column.end, fall: Int64(column.numerator) - Int64(next.numerator)))
    }
    layer.turns = FlatRange(turns.count - max(0, own.count - 1)..<turns.count)
    return layer
  }

  private func hasBasisOfColumns(_ layer: FlatLayer, beyond basis: UInt8) -> Bool {
    columns[Int(layer.columns.start)..<Int(layer.columns.end)].contains { $0.basis & ~basis != 0 }
  }

  /// Nil when it does not fit.
  private func flat(_ share: Exact) -> FlatShare? {
    let rounding = policy.rounding.rounding
    guard let numerator = Int64(exactly: share.numerator), let parts = Int64(exactly: share.denominator),
      numerator >= 0, let rounded = FlatRounding(rounding.mode, unit: rounding.unit, parts: parts)
    else { return nil }
    return FlatShare(
      numerator: numerator, rounding: rounded, largestBase: FlatLimit.unlimited / max(1, numerator))
  }

  /// Counters of stays, as the evaluator counts.
  private var counters: [Int32] {
    let counting = plan.occurrences
    let level = probe.facts[.hospitalLevel]
    let byLevel = [counting.byParentLevel, counting.byFinestClass].map { $0.indices.contains(level) ? $0[level] : -1 }
    return ([counting.all] + byLevel).filter { $0 >= 0 }.map { Int32($0) }
  }
}
