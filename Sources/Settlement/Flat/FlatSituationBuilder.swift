import PolicyModel
import Values

/// Looks up, once for all claims with the same facts, what ``Evaluator`` looks up for each; nil where a plan does what
/// 64-bit integers and one set of figures cannot express.
struct FlatSituationBuilder {
  let policy: CompiledPolicy
  let plan: CompiledPlan
  private let change: CompiledChange?
  var probe: Evaluator<BasisRecorder>
  private var layers: [FlatLayer] = []
  var columns: [FlatColumn] = []
  var caps: [FlatCap] = []
  var growth: [FlatGrowth] = []
  var causes: [FlatCause] = []

  /// - Parameters:
  ///   - facts: of one of the claims, which has no amounts.
  ///   - accounts: of one of them; only the count of stays matters.
  init(_ policy: CompiledPolicy, _ plan: CompiledPlan, _ change: CompiledChange?, _ facts: Facts, _ accounts: [Int64]) {
    self.policy = policy
    self.plan = plan
    self.change = change
    probe = Evaluator(policy, plan, change, facts, accounts, BasisRecorder(policy))
  }

  mutating func situation() -> FlatSituation? {
    if change?.minimum != nil || policy.rounding.moment == .column { return nil }
    if plan.yearCitation >= 0 { probe.recorder.cite(plan.yearCitation) }
    if let level = change?.treatedAsLevel {
      probe.facts[.hospitalLevel] = level.value
      probe.recorder.cite(level.citation)
    }
    let applying = plan.layers.indices.filter { plan.layers[$0].applies.hold(for: probe.facts) }
    for index in plan.layers.indices {
      // A layer that does not apply keeps its number, because others name it.
      guard applying.contains(index) else {
        layers.append(.none)
        continue
      }
      do {
        guard let layer = try layer(index) else { return nil }
        layers.append(layer)
      } catch {
        return nil
      }
    }
    if probe.lacksCase { return nil }
    return flat(applying)
  }

  private mutating func flat(_ applying: [Int]) -> FlatSituation? {
    guard let selfPay = firstSelfPay(applying) else { return nil }
    let counters = counters
    var touched = Set(counters + plan.unitAccounts + growth.map(\.account))
    for layer in layers { touched.formUnion([layer.yearlyAccount, layer.yearlyPaidAccount]) }
    touched.remove(-1)
    guard touched.count <= FlatSituation.touchedLimit else { return nil }
    let rounding = policy.rounding.rounding
    return FlatSituation(
      layers: FlatList(layers), applying: FlatList(applying), columns: FlatList(columns), caps: FlatList(caps),
      growth: FlatList(growth), causes: FlatList(causes),
      rounding: FlatRounding(mode: rounding.mode, unit: rounding.unit), firstSelfPay: selfPay,
      takesSelfPayBeforeDeductible: policy.nonLocal?.takesSelfPayBeforeDeductible ?? false,
      unitAccounts: FlatList(plan.unitAccounts), counters: FlatList(counters), touched: FlatList(touched.sorted()),
      basis: probe.recorder.basis.rank)
  }

  /// The share that the person pays first, over 0 when there is none; nil when it does not fit.
  private mutating func firstSelfPay(_ applying: [Int]) -> (count: Int64, parts: Int64)? {
    let first = applying.first { plan.layers[$0].takesInScope }
    guard let share = change?.firstSelfPay, let first, plan.layers[first].isReached else { return (0, 0) }
    probe.recorder.cite(share.citation)
    guard let count = Int64(exactly: share.value.numerator), let parts = Int64(exactly: share.value.denominator) else {
      return nil
    }
    return (count, parts)
  }

  /// Counters of stays, as the evaluator counts.
  private var counters: [Int] {
    let counting = plan.occurrences
    let level = probe.facts[.hospitalLevel]
    let byLevel = [counting.byParentLevel, counting.byFinestClass].map { $0.indices.contains(level) ? $0[level] : -1 }
    return ([counting.all] + byLevel).filter { $0 >= 0 }
  }
}
